// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window/reviewworkspace.h"

#include "canvas/canvaspage.h"
#include "canvas/canvasview.h"
#include "canvas/factorinspector.h"
#include "pressures/castpage.h"
#include "editing/eventedits.h"
#include "editing/factoredits.h"
#include "editing/momentedits.h"
#include "editing/frameedits.h"
#include "editing/narrativeedits.h"
#include "editing/reviewdocument.h"
#include "evidence/evidencepage.h"
#include "inspector/inspectorpanel.h"
#include "moments/momentspage.h"
#include "overview/overviewpage.h"
#include "pressures/reviewpressurespage.h"
#include "reports/closingmodels.h"
#include "reports/recordpanel.h"
#include "reports/reportpage.h"
#include "services/reportfigures.h"
#include "store/library.h"
#include "timeline/consistencypanel.h"
#include "timeline/eventtablemodel.h"
#include "timeline/eventtableview.h"
#include "timeline/timelineactivities.h"
#include "timeline/timelinelimits.h"
#include "timeline/timelineview.h"
#include "timeline/undatedtray.h"
#include "window/librarysession.h"

#include <QTabWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

ReviewWorkspace::ReviewWorkspace(LibrarySession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_document(*session.document())
{
    connect(&m_selection, &TimelineSelection::changed, this, &ReviewWorkspace::inspectSelection);
}

ReviewWorkspace::~ReviewWorkspace()
{
    for (const QPointer<QWidget> &page : std::as_const(m_pages)) {
        const std::unique_ptr<QWidget> owned(page.data());
    }
    const std::unique_ptr<QWidget> inspectorOwned(m_inspector.data());
    const std::unique_ptr<QWidget> lowerOwned(m_lower.data());
}

QWidget *ReviewWorkspace::page(NavigationRail::Place place)
{
    QPointer<QWidget> &page = m_pages[place];
    if (!page)
        page = makePage(place);
    return page;
}

QWidget *ReviewWorkspace::makePage(NavigationRail::Place place)
{
    using Place = NavigationRail::Place;
    switch (place) {
    case Place::Overview:
        return makeOverview();
    case Place::Evidence:
        return makeEvidence();
    case Place::Timeline:
        return makeTimeline();
    case Place::Factors:
        return makeCanvas();
    case Place::Pressures:
        return makePressures();
    case Place::Cast:
        return makeCast();
    case Place::Moments:
        return makeMoments();
    case Place::Report:
        return makeReport();
    default:
        return nullptr;
    }
}

QWidget *ReviewWorkspace::makeOverview()
{
    auto *page = new OverviewPage(m_document);
    connect(page, &OverviewPage::placeRequested, this, &ReviewWorkspace::placeRequested);
    connect(page, &OverviewPage::undatedRequested, this, &ReviewWorkspace::showUndated);
    connect(page, &OverviewPage::questionsRequested, this, &ReviewWorkspace::showQuestions);
    connect(page, &OverviewPage::eventRequested, this, [this](EventId id) {
        reveal({ TargetKind::Event, id.value });
    });
    connect(page, &OverviewPage::refused, this,
            [this](const QString &why) { emit message(why, true); });
    return page;
}

QWidget *ReviewWorkspace::makeEvidence()
{
    auto *page = new EvidencePage;
    page->setDocument(&m_document);
    connect(page, &EvidencePage::eventRequested, this, [this](EventId id) {
        reveal({ TargetKind::Event, id.value });
    });
    connect(page, &EvidencePage::statusMessage, this,
            [this](const QString &text) { emit message(text, false); });
    return page;
}

QWidget *ReviewWorkspace::makeTimeline()
{
    using Place = NavigationRail::Place;
    auto *page = new TimelineView(m_document, m_selection);
    connect(page, &TimelineView::factorRequested, this, &ReviewWorkspace::makeFactorFrom);
    connect(page, &TimelineView::reportRequested, this, &ReviewWorkspace::addToReport);
    connect(page, &TimelineView::evidenceRequested, this, &ReviewWorkspace::showEvidence);
    connect(page, &TimelineView::drawerRequested, this, &ReviewWorkspace::showDrawer);
    connect(page, &TimelineView::importRequested, this, [this] {
        emit placeRequested(Place::Evidence);
        evidence()->chooseFiles();
    });
    connect(page, &TimelineView::sampleRequested, this, &ReviewWorkspace::sampleRequested);
    connect(page, &TimelineView::undatedRequested, this, &ReviewWorkspace::showUndated);
    connect(page, &TimelineView::keySheetRequested, this, &ReviewWorkspace::keysRequested);
    connect(page, &TimelineView::momentRequested, this, &ReviewWorkspace::makeMomentOf);
    connect(page, &TimelineView::momentActivated, this, [this](MomentId id) {
        reveal({ TargetKind::Moment, id.value });
    });
    connect(page, &TimelineView::momentsRequested, this,
            [this] { emit placeRequested(Place::Moments); });
    connect(page, &TimelineView::refused, this,
            [this](const QString &why) { emit message(why, true); });
    connect(page, &TimelineView::statusMessage, this,
            [this](const QString &text) { emit message(text, false); });
    connect(page, &TimelineView::clockRequested, this, &ReviewWorkspace::showClock);
    if (m_pages.value(Place::Moments))
        page->limits().setMoment(moments()->current());
    return page;
}

QWidget *ReviewWorkspace::makeCanvas()
{
    auto *page = new CanvasPage(m_document);
    connect(page, &CanvasPage::eventRequested, this, [this](EventId id) {
        reveal({ TargetKind::Event, id.value });
    });
    connect(page, &CanvasPage::statusMessage, this,
            [this](const QString &text) { emit message(text, false); });
    return page;
}

QWidget *ReviewWorkspace::makePressures()
{
    auto *page = new ReviewPressuresPage;
    page->setDocument(&m_document);
    connect(page, &ReviewPressuresPage::eventRequested, this, [this](EventId id) {
        reveal({ TargetKind::Event, id.value });
    });
    connect(page, &ReviewPressuresPage::statusMessage, this,
            [this](const QString &text) { emit message(text, false); });
    return page;
}

QWidget *ReviewWorkspace::makeCast()
{
    auto *page = new CastPage;
    page->setDocument(&m_document);
    connect(page, &CastPage::statusMessage, this,
            [this](const QString &text) { emit message(text, false); });
    return page;
}

QWidget *ReviewWorkspace::makeMoments()
{
    auto *page = new MomentsPage(m_document);
    connect(page, &MomentsPage::eventRequested, this, [this](EventId id) {
        reveal({ TargetKind::Event, id.value });
    });
    connect(page, &MomentsPage::timelineRequested, this,
            [this] { emit placeRequested(NavigationRail::Place::Timeline); });
    connect(page, &MomentsPage::questionsRequested, this, &ReviewWorkspace::showQuestions);
    connect(page, &MomentsPage::currentChanged, this, [this](MomentId id) {
        // The timeline asks for it when it is made.
        if (m_pages.value(NavigationRail::Place::Timeline))
            timeline()->limits().setMoment(id);
    });
    if (m_pages.value(NavigationRail::Place::Timeline))
        timeline()->limits().setMoment(page->current());
    connect(page, &MomentsPage::statusMessage, this,
            [this](const QString &text) { emit message(text, false); });
    connect(page, &MomentsPage::refused, this,
            [this](const QString &why) { emit message(why, true); });
    return page;
}

QWidget *ReviewWorkspace::makeReport()
{
    // The report is laid out on another thread: it gets a copy of the event rows and reads words
    // for itself, it never gets the document.
    auto *page = new ReportPage(
        m_document,
        [path = m_document.library().path()](
            const Reporting::ReportInput &input,
            const EventTable &events) -> std::shared_ptr<const Reporting::FigureSource> {
            const auto library = Store::Library::open(path);
            const auto figures = library ? Services::readFigures(**library, input.contents, events)
                                         : failure(library.error());
            if (figures)
                return *figures;
            return std::make_shared<const Services::ReportFigures>(input.contents, events);
        });
    connect(page, &ReportPage::eventRequested, this, [this](EventId id) {
        reveal({ TargetKind::Event, id.value });
    });
    connect(page, &ReportPage::problemMet, this,
            [this](const Error &error) { emit message(error.toString(), true); });
    connect(page, &ReportPage::exported, this, [this](const QString &path) {
        emit message(tr("The report is in %1").arg(path), false);
    });
    return page;
}

TimelineView *ReviewWorkspace::timeline()
{
    return qobject_cast<TimelineView *>(page(NavigationRail::Place::Timeline));
}

EvidencePage *ReviewWorkspace::evidence()
{
    return qobject_cast<EvidencePage *>(page(NavigationRail::Place::Evidence));
}

CanvasPage *ReviewWorkspace::canvas()
{
    return qobject_cast<CanvasPage *>(page(NavigationRail::Place::Factors));
}

ReportPage *ReviewWorkspace::report()
{
    return qobject_cast<ReportPage *>(page(NavigationRail::Place::Report));
}

MomentsPage *ReviewWorkspace::moments()
{
    return qobject_cast<MomentsPage *>(page(NavigationRail::Place::Moments));
}

QWidget *ReviewWorkspace::inspector()
{
    if (!m_inspector) {
        m_inspector = new InspectorPanel;
        connect(m_inspector, &InspectorPanel::evidenceRequested, this,
                &ReviewWorkspace::showEvidence);
        connect(m_inspector, &InspectorPanel::clockRequested, this, &ReviewWorkspace::showClock);
        connect(m_inspector, &InspectorPanel::targetRequested, this, &ReviewWorkspace::reveal);
        inspectSelection();
    }
    return m_inspector;
}

QTabWidget *ReviewWorkspace::lowerPanel()
{
    if (m_lower)
        return m_lower;
    m_lower = new QTabWidget;
    m_lower->setDocumentMode(true);
    // Small enough that a window of 1280 by 800 holds it below the timeline.
    m_lower->setMinimumHeight(m_lower->fontMetrics().height() * 7);
    TimelineModel &model = timeline()->model();
    auto *events = new EventTableModel(model, EventTableModel::Contents::All, m_lower);
    auto *table = new EventTableView(*events, m_selection);
    TimelineCurtain &curtain = timeline()->curtain();
    events->setSightWords([view = QPointer(timeline())](const EventFact &event) {
        return view ? view->curtain().sightWords(event) : QString();
    });
    connect(&curtain, &TimelineCurtain::changed, events, &EventTableModel::refreshSight);
    connect(table, &EventTableView::eventActivated, this, [this](EventId id) {
        reveal({ TargetKind::Event, id.value });
    });
    connect(table, &EventTableView::refused, this,
            [this](const QString &why) { emit message(why, true); });
    connect(table, &EventTableView::starRequested, &timeline()->editing(),
            &TimelineEditing::toggleStar);
    connect(table, &EventTableView::foldRequested, &timeline()->activities(),
            &TimelineActivities::setCollapsed);
    connect(table, &EventTableView::copyRequested, timeline(), &TimelineView::copySelection);
    connect(table, &EventTableView::menuRequested, timeline(), &TimelineView::openSelectionMenu);
    auto *undated = new UndatedTray(model);
    undated->setPlacer([this] { return m_selection.cursor(); });
    connect(undated, &UndatedTray::placeRequested, timeline(), &TimelineView::placeUndated);
    connect(undated, &UndatedTray::refused, this,
            [this](const QString &why) { emit message(why, true); });
    auto *questions = new RecordPanel(
        new QuestionModel(m_document, m_lower), tr("Open questions"),
        tr("What is still not understood. Contradictions and surprises make the best ones."),
        tr("Add a question, then Return"));
    m_lower->addTab(table, tr("Table"));
    m_lower->addTab(undated, {});
    m_lower->addTab(questions, {});
    m_lower->addTab(makeChecks(), tr("Checks"));
    m_lower->addTab(makeDrawer(), tr("Evidence"));
    const auto retitle = [this, undated] {
        const auto &all = m_document.contents().questions;
        const auto open = std::count_if(all.begin(), all.end(), [](const Question &q) {
            return q.status == QuestionStatus::Open;
        });
        m_lower->setTabText(1, tr("Undated (%1)").arg(undated->count()));
        m_lower->setTabText(2, tr("Questions (%1)").arg(open));
    };
    connect(undated, &UndatedTray::countChanged, m_lower, retitle);
    connect(&m_document, &Editing::ReviewDocument::changed, m_lower, retitle);
    retitle();
    rememberLowerTab();
    return m_lower;
}

QWidget *ReviewWorkspace::makeChecks()
{
    m_checks = new ConsistencyPanel(m_document);
    connect(m_checks, &ConsistencyPanel::findingRequested, this, &ReviewWorkspace::showFinding);
    connect(m_checks, &ConsistencyPanel::clockRequested, this, &ReviewWorkspace::showClock);
    connect(m_checks, &ConsistencyPanel::silencesChanged, &timeline()->tracks(),
            &TimelineTracks::setSilences);
    connect(m_checks, &ConsistencyPanel::refused, this,
            [this](const QString &why) { emit message(why, true); });
    connect(m_checks, &ConsistencyPanel::statusMessage, this,
            [this](const QString &text) { emit message(text, false); });
    connect(m_checks, &ConsistencyPanel::countChanged, m_lower, [this](int open) {
        m_lower->setTabText(m_lower->indexOf(m_checks),
                            open > 0 ? tr("Checks (%1)").arg(open) : tr("Checks"));
    });
    return m_checks;
}

void ReviewWorkspace::showFinding(const Analysis::CheckFinding &finding)
{
    emit placeRequested(NavigationRail::Place::Timeline);
    if (finding.kind == Analysis::CheckKind::Undated)
        lowerPanel()->setCurrentIndex(1);
    m_selection.select(finding.seqs);
    // A stated duration is looked at where it is said, if anybody has told where.
    const bool isSaid = !finding.stated.isNull() && !finding.seqs.isEmpty();
    if (finding.span && !isSaid) {
        m_selection.setRange(*finding.span);
        const qint64 around = finding.span->length() / 2;
        timeline()->navigation().fit(
            { { finding.span->start.us - around }, { finding.span->end.us + around } });
        return;
    }
    const Event first = m_document.eventBySeq(finding.seqs.value(0)).value_or(Event{});
    const auto start = first.effectiveStart();
    if (!start)
        return;
    m_selection.setCursor(*start);
    if (finding.seqs.size() > 2)
        timeline()->navigation().fitSelection();
    else
        timeline()->navigation().show(*start);
}

void ReviewWorkspace::showChecks()
{
    emit placeRequested(NavigationRail::Place::Timeline);
    emit lowerPanelRequested();
    lowerPanel()->setCurrentWidget(m_checks);
}

void ReviewWorkspace::toggleSilences()
{
    emit placeRequested(NavigationRail::Place::Timeline);
    const QTabWidget *lower = lowerPanel(); // makes the checks when nobody has looked yet
    if (lower && m_checks)
        m_checks->setShowsSilences(!m_checks->showsSilences());
}

void ReviewWorkspace::frameFromSelection(FramePoint point)
{
    const auto event =
        m_selection.current() ? m_document.eventBySeq(m_selection.current()) : std::nullopt;
    if (!event) {
        emit message(tr("Select the event on the timeline first"), true);
        return;
    }
    const auto done = Editing::frameFromEvent(m_document, point, event->id);
    if (!done)
        emit message(done.error().toString(), true);
}

void ReviewWorkspace::evidenceFromSelection(FramePoint point)
{
    QList<EventId> events;
    for (const Event &event : m_document.eventsBySeq(m_selection.seqs()))
        events << event.id;
    if (events.isEmpty()) {
        emit message(tr("Select the events on the timeline first"), true);
        return;
    }
    const auto done = Editing::linkFrameEvidence(m_document, point, events);
    if (!done)
        emit message(done.error().toString(), true);
    else
        emit message(tr("%n event(s) taken as evidence", nullptr, static_cast<int>(events.size())),
                     false);
}

void ReviewWorkspace::flush()
{
    if (const QPointer<QWidget> page = m_pages.value(NavigationRail::Place::Report))
        qobject_cast<ReportPage *>(page)->flush();
    if (const QPointer<QWidget> page = m_pages.value(NavigationRail::Place::Moments))
        qobject_cast<MomentsPage *>(page)->flush();
}

void ReviewWorkspace::inspectSelection()
{
    if (!m_inspector)
        return;
    QList<TargetRef> targets;
    if (!m_selection.activity().isNull())
        targets << TargetRef{ TargetKind::Activity, m_selection.activity().value };
    for (const Event &event : m_document.eventsBySeq(m_selection.seqs().mid(0, 500)))
        targets << TargetRef{ TargetKind::Event, event.id.value };
    m_inspector->showTargets(&m_document, targets);
}

void ReviewWorkspace::reveal(const TargetRef &target)
{
    using Place = NavigationRail::Place;
    switch (target.kind) {
    case TargetKind::Event:
        emit placeRequested(Place::Timeline);
        timeline()->showEvent({ target.id });
        return;
    case TargetKind::Factor:
    case TargetKind::Influence:
        emit placeRequested(Place::Factors);
        canvas()->reveal({ target });
        return;
    case TargetKind::Pressure:
        emit placeRequested(Place::Pressures);
        return;
    case TargetKind::Question:
        showQuestions();
        return;
    case TargetKind::Section:
        emit placeRequested(Place::Report);
        report()->showSection({ target.id });
        return;
    case TargetKind::Claim:
    case TargetKind::Learning:
    case TargetKind::Action:
        emit placeRequested(Place::Report);
        return;
    case TargetKind::Activity:
        emit placeRequested(Place::Timeline);
        timeline()->activities().select({ target.id });
        timeline()->navigation().fitSelection();
        return;
    case TargetKind::Moment:
        emit placeRequested(Place::Moments);
        moments()->showMoment({ target.id });
        return;
    case TargetKind::Account:
        emit placeRequested(Place::Moments);
        moments()->showAccount({ target.id });
        return;
    case TargetKind::Review:
    case TargetKind::Began:
    case TargetKind::Detected:
    case TargetKind::Declared:
    case TargetKind::Mitigated:
    case TargetKind::Resolved:
        emit placeRequested(Place::Overview);
        return;
    }
}

void ReviewWorkspace::showEvidence(EventId id)
{
    emit placeRequested(NavigationRail::Place::Evidence);
    evidence()->showEvent(id);
}

void ReviewWorkspace::showClock(EventId id)
{
    emit placeRequested(NavigationRail::Place::Evidence);
    evidence()->showClock(id);
}

void ReviewWorkspace::showUndated()
{
    emit placeRequested(NavigationRail::Place::Timeline);
    emit lowerPanelRequested();
    lowerPanel()->setCurrentIndex(1);
    lowerPanel()->findChild<UndatedTray *>()->takeFocus();
}

void ReviewWorkspace::showQuestions()
{
    emit placeRequested(NavigationRail::Place::Timeline);
    emit lowerPanelRequested();
    lowerPanel()->setCurrentIndex(2);
}

void ReviewWorkspace::makeFactorFrom(const QList<EventId> &events)
{
    Editing::FactorEdits edits(m_document);
    const auto id = edits.factorFromEvents(events, Factor{});
    if (!id) {
        emit message(id.error().toString(), true);
        return;
    }
    reveal({ TargetKind::Factor, id->value });
}

void ReviewWorkspace::makeMomentOf(const QList<EventId> &events)
{
    const auto id = Editing::makeMoment(m_document, events);
    if (!id) {
        emit message(id.error().toString(), true);
        return;
    }
    reveal({ TargetKind::Moment, id->value });
    moments()->editTitle();
}

void ReviewWorkspace::addToReport(const QList<EventId> &events)
{
    const QList<Section> &sections = m_document.contents().sections;
    if (events.isEmpty() || sections.isEmpty()) {
        emit message(tr("The report has no section yet that could take these events"), true);
        return;
    }
    QString body = sections.first().body;
    for (const EventId &id : events)
        body += (body.isEmpty() || body.endsWith(u'\n') ? u""_s : u"\n"_s)
            + u"- [[event:%1]]"_s.arg(id.toString());
    const auto done = Editing::writeSection(m_document, sections.first().id, body);
    if (!done)
        emit message(done.error().toString(), true);
    else
        emit message(tr("%n event(s) added to \"%1\"", nullptr, static_cast<int>(events.size()))
                         .arg(sections.first().heading),
                     false);
}

} // namespace SecondStory::Ui
