// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelineview.h"

#include "editing/reviewdocument.h"
#include "editing/reviewedits.h"
#include "evidence/evidencewords.h"
#include "evidence/lanearranger.h"
#include "theme/theme.h"
#include "timeline/assertoffer.h"
#include "timeline/eventinwords.h"
#include "timeline/curtainbar.h"
#include "timeline/inlineeditor.h"
#include "timeline/laneheaders.h"
#include "timeline/lanemenu.h"
#include "timeline/momentsstrip.h"
#include "timeline/timelineactivities.h"
#include "timeline/timelinefilterbar.h"
#include "timeline/timelinelimits.h"
#include "timeline/timelinemenu.h"
#include "timeline/timelineminimap.h"
#include "timeline/timelinenotice.h"
#include "timeline/timelineruler.h"
#include "timeline/undatedplacing.h"

#include <QGridLayout>
#include <QMenu>
#include <QScrollBar>
#include <QToolButton>
#include <QToolTip>

#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr qint64 kHalfHour = 1'800'000'000;

} // namespace

TimelineView::TimelineView(Editing::ReviewDocument &document, TimelineSelection &selection,
                           QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_model(new TimelineModel(document, this))
    , m_viewport(new TimelineViewport(this))
    , m_tracks(new TimelineTracks(*m_model, *m_viewport, selection, this))
    , m_navigation(new TimelineNavigation(*m_tracks))
    , m_editing(new TimelineEditing(*m_tracks))
    , m_arranger(new LaneArranger(this))
{
    m_arranger->setDocument(&document);
    build();
}

TimelineView::TimelineView(TimelineContent content, TimelineSelection &selection, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_model(new TimelineModel(std::move(content), this))
    , m_viewport(new TimelineViewport(this))
    , m_tracks(new TimelineTracks(*m_model, *m_viewport, selection, this))
    , m_navigation(new TimelineNavigation(*m_tracks))
    , m_editing(new TimelineEditing(*m_tracks))
    , m_arranger(new LaneArranger(this))
{
    build();
}

TimelineView::~TimelineView() = default;

void TimelineView::build()
{
    m_keymap = new TimelineKeymap(this);
    buildAccess();
    // What the curtain leaves out is not found by words either.
    m_search->setHeldBack([this](const EventRow &row) { return m_tracks->veil().share(row) >= 1; });
    m_ruler = new TimelineRuler(*m_model, *m_viewport, this);
    m_moments = new MomentsStrip(*m_model, *m_viewport, this);
    m_headers = new LaneHeaders(*m_tracks, this);
    m_minimap = new TimelineMinimap(*m_model, *m_viewport, this);
    m_notice = new TimelineNotice(m_tracks);
    m_editor = new InlineEditor(m_tracks);
    m_headerEditor = new InlineEditor(m_headers);
    m_scrollBar = new QScrollBar(Qt::Vertical, this);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    m_legend = new QToolButton(this);
    m_legend->setAutoRaise(true);
    m_legend->setFont(fontAt(font(), 0.85));
    m_legend->setText(tr("What the marks mean"));
    m_legend->setMinimumHeight(Space::kTarget);
    buildCurtain();
    auto *top = new QVBoxLayout;
    top->setSpacing(0);
    top->addWidget(m_filterBar);
    top->addWidget(m_curtainBar);
    grid->addLayout(top, 0, 0, 1, 3);
    auto *corner = new QVBoxLayout;
    corner->setSpacing(0);
    corner->addStretch();
    corner->addWidget(m_legend, 0, Qt::AlignLeft);
    corner->addWidget(m_curtainButton, 0, Qt::AlignLeft);
    corner->addWidget(m_moments->head(), 0, Qt::AlignLeft);
    grid->addLayout(corner, 1, 0);
    auto *middle = new QVBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_ruler);
    middle->addWidget(m_moments);
    grid->addLayout(middle, 1, 1);
    grid->addWidget(m_headers, 2, 0);
    grid->addWidget(m_tracks, 2, 1);
    grid->addWidget(m_scrollBar, 2, 2);
    buildCorner(*grid);
    grid->addWidget(m_minimap, 3, 1);
    grid->setRowStretch(2, 1);
    grid->setColumnStretch(1, 1);
    setFocusProxy(m_tracks);
    m_tracks->installEventFilter(this);
    m_tracks->setAccessibleName(tr("Timeline"));
    m_activities = new TimelineActivities(*m_tracks, *m_model, m_selection, this);
    connect(m_activities, &TimelineActivities::refused, this, &TimelineView::refused);
    m_limits = new TimelineLimits(*m_model, *m_viewport, { m_ruler, m_tracks }, this);
    connectParts();
    connectEdits();
    connectMoments();
    updateScrollBar();
    updateNotice();
    updateWords();
}

void TimelineView::connectParts()
{
    connect(m_viewport, &TimelineViewport::scaleChanged, this, [this] {
        updateNotice();
        updateWords();
    });
    connect(m_viewport, &TimelineViewport::scrolled, this,
            [this] { m_scrollBar->setValue(qRound(m_viewport->scrollY())); });
    connect(m_scrollBar, &QScrollBar::valueChanged, this,
            [this](int value) { m_viewport->setScrollY(value); });
    connect(m_tracks, &TimelineTracks::layoutChanged, this, &TimelineView::updateScrollBar);
    connect(m_model, &TimelineModel::contentChanged, this, [this] {
        updateScrollBar();
        updateNotice(true);
        updateWords();
    });
    connect(&m_selection, &TimelineSelection::changed, this, &TimelineView::updateWords);
    connect(m_tracks, &TimelineTracks::eventActivated, this, [this](qint64 seq) {
        const auto event = m_model->eventBySeq(seq);
        if (!event)
            return;
        focusEvent(seq);
        Q_EMIT eventActivated(event->id);
    });
    connect(m_tracks, &TimelineTracks::clusterActivated, m_navigation, &TimelineNavigation::fit);
    connect(m_tracks, &TimelineTracks::emptyActivated, this, &TimelineView::newEvent);
    connect(m_tracks, &TimelineTracks::menuRequested, this, &TimelineView::openMenu);
    connect(m_ruler, &TimelineRuler::instantActivated, m_navigation, &TimelineNavigation::show);
    connect(m_notice, &TimelineNotice::chosen, this, &TimelineView::noticeChosen);
    connect(m_filterBar, &TimelineFilterBar::undatedRequested, this,
            &TimelineView::undatedRequested);
    connect(m_filterBar, &TimelineFilterBar::left, m_tracks, qOverload<>(&QWidget::setFocus));
    connect(m_legend, &QToolButton::clicked, this, &TimelineView::showLegend);
}

void TimelineView::connectEdits()
{
    connect(m_editing, &TimelineEditing::refused, this, &TimelineView::refused);
    connect(m_tracks, &TimelineTracks::moveRefused, this, &TimelineView::refusal);
    m_placing = new UndatedPlacing(*m_tracks, *m_editing, *m_editor);
    connect(m_tracks, &TimelineTracks::datesDropped, m_placing,
            qOverload<const QList<EventId> &, TimePoint, QPointF>(&UndatedPlacing::ask));
    connect(m_tracks, &TimelineTracks::assertionOffered, this,
            [this](qint64 seq, TimePoint time, QPoint place) {
                offerAssertedTime(*this, seq, time, place);
            });
    connectLanes();
    connect(m_ruler, &TimelineRuler::timeChosen, this,
            [this](TimePoint time) { m_selection.setCursor(m_tracks->snapped(time)); });
    connect(m_ruler, &TimelineRuler::pointDragged, &m_selection, &TimelineSelection::setCursor);
    connect(m_ruler, &TimelineRuler::pointMoved, this,
            [this](FramePoint point, TimePoint time, bool isFree) {
                const auto done = Editing::setFrameTime(*m_model->document(), point,
                                                        isFree ? time : m_tracks->snapped(time));
                if (!done)
                    Q_EMIT refused(done.error().toString());
            });
    connect(m_headers, &LaneHeaders::menuRequested, this, &TimelineView::openLaneMenu);
    connect(m_arranger, &LaneArranger::statusMessage, this, &TimelineView::statusMessage);
    connect(m_ruler, &TimelineRuler::markActivated, this, [this](TimeMarkId mark, QRect place) {
        const TimeMark *known = m_model->document()
            ? findRecord<TimeMark>(m_model->document()->contents(), mark)
            : nullptr;
        if (known)
            m_editor->open(
                QRect(place.left(), 4, 240, 24), known->name, tr("Name of the mark"),
                [this, mark](const QString &text) { m_editing->renameMark(mark, text); });
    });
}

void TimelineView::refusal(qint64 seq)
{
    const auto event = m_model->eventBySeq(seq);
    if (!event || (m_model->isArranged() && !m_editing->canEditTimes()))
        return;
    const QString why = event->isImported()
        ? tr("Evidence keeps the time it states. You can assert another time beside it "
             "(right-click).")
        : tr("Some of the selected events are evidence, which keeps the time it states.");
    // Beside a single one the hint of the gesture stands already.
    if (m_selection.seqs().size() != 1)
        QToolTip::showText(QCursor::pos(), why, m_tracks);
    Q_EMIT refused(why);
}

void TimelineView::updateScrollBar()
{
    const int room =
        std::max(0, static_cast<int>(std::ceil(m_tracks->layout().height())) - m_tracks->height());
    m_scrollBar->setRange(0, room);
    m_scrollBar->setPageStep(m_tracks->height());
    m_scrollBar->setSingleStep(24);
    m_scrollBar->setVisible(room > 0);
    if (!m_isFitted && m_tracks->width() > 200)
        fitFirst();
}

void TimelineView::fitFirst()
{
    const auto span = m_model->span();
    m_isFitted = span.has_value();
    const Figures::TimeScale &scale = m_viewport->scale();
    if (span) {
        // Whoever adds the first event by hand keeps the view it was added in.
        const bool isInView =
            m_hasDefault && span->start >= scale.start() && span->end <= scale.end();
        if (!isInView)
            m_viewport->setScale(Figures::TimeScale::fitting(*span, m_tracks->width()));
        // An incident of hours with a deadline months before: its own hours come first.
        const IncidentFrame &frame = m_model->frame();
        if (!isInView && frame.began && frame.resolved)
            m_navigation->fitFrame();
    } else if (!m_hasDefault) {
        // Nothing is dated yet: the beginning of the incident, else the hour one is in.
        m_hasDefault = true;
        const TimePoint middle = m_model->frame().began.value_or(TimePoint::now());
        m_viewport->setScale(Figures::TimeScale(
            { { middle.us - kHalfHour }, { middle.us + kHalfHour } }, m_tracks->width()));
    }
}

void TimelineView::openMenu(QPoint globalPlace, QPointF place)
{
    QMenu menu(this);
    fillTimelineMenu(menu, *this, place);
    menu.exec(globalPlace);
}

void TimelineView::openLaneMenu(int row, QPoint globalPlace)
{
    QMenu menu(this);
    addLaneActions(menu, *this, m_model->laneAt(row));
    fillLaneMenu(menu, *m_headers, row);
    addArrangeMenus(menu, m_model->laneAt(row));
    addClockAction(menu, *this, m_model->laneAt(row));
    if (!menu.isEmpty())
        menu.exec(globalPlace);
}

void TimelineView::addArrangeMenus(QMenu &menu, LaneId lane)
{
    if (!m_arranger->canArrange())
        return;
    const ReviewContents &contents = m_model->document()->contents();
    m_arranger->fillMenu(*menu.addMenu(tr("Arrange all lanes by")), {});
    const Lane *known = findRecord<Lane>(contents, lane);
    const auto *source = known ? findRecord<EvidenceSource>(contents, known->origin) : nullptr;
    if (!source || source->removed)
        return;
    QString name = menu.fontMetrics().elidedText(visibleText(source->fileName), Qt::ElideMiddle,
                                                 menu.fontMetrics().averageCharWidth() * 30);
    name.replace(u'&', u"&&"_s);
    m_arranger->fillMenu(*menu.addMenu(tr("Arrange the lanes of %1 by").arg(name)), { source->id });
}

QString TimelineView::viewInWords() const
{
    const Figures::TimeScale &scale = m_viewport->scale();
    const ZoneClock &clock = m_model->clock();
    const auto count = static_cast<int>(m_model->index().countIn(scale.span()));
    const bool isOneDay = clock.isoDate(scale.start()) == clock.isoDate(scale.end());
    const QString from = clock.isoText(scale.start());
    const QString until = isOneDay ? clock.clockText(scale.end()) : clock.isoText(scale.end());
    return tr("%1 to %2, ").arg(from, until) + tr("%n event(s)", nullptr, count);
}

void TimelineView::updateWords()
{
    const QString words = viewInWords();
    QString description;
    if (const auto event =
            m_selection.current() ? m_model->eventBySeq(m_selection.current()) : std::nullopt) {
        description = eventInWords(*event, *m_model);
        const QString sight = m_curtain->sightWords(
            { m_selection.current(), event->effectiveStart(), event->laneId });
        if (!sight.isEmpty())
            description += u", "_s + sight;
    }
    if (m_curtain->isOn())
        description += (description.isEmpty() ? QString() : u". "_s) + m_curtain->words();
    m_tracks->setAccessibleDescription(description);
    Q_EMIT viewChanged(words);
}

} // namespace SecondStory::Ui
