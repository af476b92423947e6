// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/reportpage.h"

#include "editing/narrativeedits.h"
#include "reports/closingmodels.h"
#include "reports/eventpicker.h"
#include "reports/exportpanel.h"
#include "reports/pagepreview.h"
#include "reports/recordpanel.h"
#include "reports/reportgatherer.h"
#include "reports/sectioneditor.h"
#include "reports/sectionhints.h"
#include "reports/sectionoutline.h"
#include "theme/theme.h"
#include "theme/tooltip.h"

#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kPreviewDelay = 400; ///< milliseconds after the last change
constexpr qint64 kLarge = 100'000; ///< events that nobody wants to have twice for long

/// Where things stand in the middle.
enum Middle { EmptyState, Editor, Learnings, Questions, Actions };

QString hintFor(const QString &templateId, const QString &heading)
{
    for (const SectionHint &hint : sectionHints(templateId)) {
        if (hint.heading.compare(heading, Qt::CaseInsensitive) == 0)
            return hint.hint;
    }
    return ReportPage::tr("Write what happened and how it looked from where people stood. Link "
                          "what you say to the event that shows it.");
}

} // namespace

ReportPage::ReportPage(Editing::ReviewDocument &document, FigureFactory figures, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_gatherer(new ReportGatherer(document, this))
    , m_worker(new ReportWorker(std::move(figures), this))
    , m_outline(new SectionOutline(this))
    , m_editor(new SectionEditor([this](EventId id) { return m_document.seqOf(id) > 0; }))
    , m_preview(new PagePreview)
    , m_export(new ExportPanel)
    , m_picker(new EventPicker(document, this))
{
    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_outline);
    splitter->addWidget(makeMiddle());
    splitter->addWidget(makeRight());
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    const int unit = fontMetrics().averageCharWidth();
    m_outline->setMinimumWidth(unit * 22);
    splitter->setSizes({ unit * 30, unit * 84, unit * 76 });
    for (const auto &[part, stretch] : { std::pair{ 0, 0 }, std::pair{ 1, 3 }, std::pair{ 2, 2 } })
        splitter->setStretchFactor(part, stretch);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    setFocusProxy(m_outline);

    m_previewTimer.setSingleShot(true);
    m_previewTimer.setInterval(kPreviewDelay);
    connect(&m_previewTimer, &QTimer::timeout, this, &ReportPage::renderPreview);
    connect(&document, &Editing::ReviewDocument::changed, this, &ReportPage::takeChange);
    connect(&document, &Editing::ReviewDocument::eventsReloaded, this, &ReportPage::takeChange);
    connectOutline();
    connectEditor();
    connectPreview();
    takeChange();
    if (!document.contents().sections.isEmpty())
        m_outline->select(document.contents().sections.first().id);
}

ReportPage::~ReportPage()
{
    flush();
}

template <class T>
void ReportPage::report(const Result<T> &result)
{
    if (!result)
        emit problemMet(result.error());
}

QWidget *ReportPage::makeEmptyState()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(Space::kSection, Space::kSection, Space::kSection, Space::kSection);
    layout->setSpacing(Space::kSmall);
    auto *title = new QLabel(tr("Nothing is written yet"), page);
    title->setFont(fontAt(font(), 1.5, QFont::DemiBold));
    auto *words =
        new QLabel(tr("The narrative tells what happened and how it made sense at the time. Each "
                      "section stands on events "
                      "that show it. Begin with one of these headings, or with your own."),
                   page);
    words->setWordWrap(true);
    layout->addStretch(1);
    layout->addWidget(title);
    layout->addWidget(words);
    layout->addSpacing(Space::kSmall);
    for (const SectionHint &hint : sectionHints(m_document.contents().review.templateId)) {
        auto *button = new QPushButton(hint.heading, page);
        button->setFlat(true);
        button->setIcon(icon(u"add"_s, page));
        button->setToolTip(plainToolTip(hint.hint));
        connect(button, &QPushButton::clicked, this,
                [this, heading = hint.heading] { addSection(heading); });
        layout->addWidget(button, 0, Qt::AlignLeft);
    }
    layout->addStretch(2);
    return page;
}

QWidget *ReportPage::makeMiddle()
{
    m_middle = new QStackedWidget;
    m_middle->setAutoFillBackground(true);
    m_middle->setBackgroundRole(QPalette::Base);
    m_middle->addWidget(makeEmptyState());
    m_middle->addWidget(m_editor);
    m_middle->addWidget(new RecordPanel(new LearningModel(m_document, this), tr("What we learned"),
                                        tr("What is understood now that was not before. A fix is "
                                           "no learning; it goes to the actions."),
                                        tr("Add a learning, then Return")));
    m_middle->addWidget(new RecordPanel(
        new QuestionModel(m_document, this), tr("Open questions"),
        tr("What is still not understood. It is fine to publish with questions open."),
        tr("Add a question, then Return")));
    m_middle->addWidget(new RecordPanel(new ActionModel(m_document, this), tr("Actions"),
                                        tr("Ideas are parked until the timeline has been walked; "
                                           "then each is linked to the factor it answers."),
                                        tr("Add an action, then Return")));
    return m_middle;
}

QWidget *ReportPage::makeRight()
{
    auto *right = new QWidget;
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(Space::kWide, Space::kSmall, Space::kWide, Space::kSmall);
    m_pageLabel = new QLabel(tr("Laying out the pages…"), right);
    m_pageLabel->setForegroundRole(QPalette::PlaceholderText);
    auto *exportButton = new QToolButton(right);
    exportButton->setText(tr("Export…"));
    exportButton->setIcon(icon(u"export"_s, right));
    exportButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    exportButton->setCheckable(true);
    exportButton->setAutoRaise(true);
    bar->addWidget(m_pageLabel, 1);
    bar->addWidget(exportButton);
    auto *layout = new QVBoxLayout(right);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_export);
    layout->addWidget(m_preview, 1);
    m_export->hide();
    connect(exportButton, &QToolButton::toggled, this, [this](bool isOn) {
        m_export->suggestName(m_document.contents().review.title);
        m_export->setVisible(isOn);
    });
    return right;
}

void ReportPage::connectOutline()
{
    connect(m_outline, &SectionOutline::sectionChosen, this, &ReportPage::showSection);
    connect(m_outline, &SectionOutline::listChosen, this, [this](SectionOutline::List list) {
        m_editor->flush();
        m_middle->setCurrentIndex(Learnings + static_cast<int>(list));
    });
    connect(m_outline, &SectionOutline::addRequested, this, [this] {
        addSection(tr("New section"));
        m_editor->heading()->setFocus();
        m_editor->heading()->selectAll();
    });
    connect(m_outline, &SectionOutline::removeRequested, this, [this](SectionId id) {
        m_editor->flush();
        report(Editing::removeSection(m_document, id));
    });
    // Queued: the list must not be refilled while it is still moving or editing its own item.
    connect(
        m_outline, &SectionOutline::moveRequested, this,
        [this](SectionId id, int to) { report(Editing::moveSection(m_document, id, to)); },
        Qt::QueuedConnection);
    connect(
        m_outline, &SectionOutline::renameRequested, this,
        [this](SectionId id, const QString &heading) {
            report(Editing::renameSection(m_document, id, heading));
        },
        Qt::QueuedConnection);
}

void ReportPage::connectEditor()
{
    connect(m_editor, &SectionEditor::bodyEdited, this, [this](SectionId id, const QString &body) {
        report(Editing::writeSection(m_document, id, body));
    });
    connect(m_editor, &SectionEditor::headingEdited, this,
            [this](SectionId id, const QString &heading) {
                report(Editing::renameSection(m_document, id, heading));
            });
    NarrativeEdit *edit = m_editor->edit();
    connect(edit, &NarrativeEdit::linkWanted, this, &ReportPage::openPicker);
    connect(edit, &NarrativeEdit::eventRequested, this, &ReportPage::eventRequested);
    connect(edit, &NarrativeEdit::undoRequested, this, [this] {
        m_editor->flush();
        m_document.undoStack()->undo();
    });
    connect(edit, &NarrativeEdit::redoRequested, this, [this] {
        m_editor->flush();
        m_document.undoStack()->redo();
    });
    connect(m_picker, &EventPicker::picked, this, [this, edit](EventId id, const QString &title) {
        edit->insertLink(id, title);
        edit->setFocus();
    });
}

void ReportPage::connectPreview()
{
    connect(m_preview, &PagePreview::pageWanted, m_worker, &ReportWorker::paintPage);
    connect(m_worker, &ReportWorker::pagePainted, m_preview, &PagePreview::setPageImage);
    connect(m_worker, &ReportWorker::laidOut, this,
            [this](int pages, QSizeF size, const QStringList &warnings) {
                m_preview->setPages(pages, size);
                m_export->showWarnings(warnings);
            });
    connect(m_preview, &PagePreview::currentPageChanged, this, [this](int page) {
        m_pageLabel->setText(tr("page %1 of %2").arg(page + 1).arg(m_preview->pageCount()));
    });
    connect(m_export, &ExportPanel::optionsChanged, this, &ReportPage::schedulePreview);
    connect(m_export, &ExportPanel::exportRequested, this, [this](const QString &path) {
        m_editor->flush();
        const auto options = m_export->options();
        m_worker->write(m_gatherer->gather(options.timelineRows), m_document.events(), options,
                        path);
    });
    connect(m_worker, &ReportWorker::written, this,
            [this](const QString &path, const auto &result) {
                m_export->showResult(path, result);
                if (result)
                    emit exported(path);
            });
}

void ReportPage::takeChange()
{
    const ReviewContents &contents = m_document.contents();
    m_outline->setSections(contents.sections);
    m_outline->setCounts(contents.learnings.size(), contents.questions.size(),
                         contents.actions.size());
    const Section *shown = findRecord<Section>(contents, m_editor->sectionId());
    if (shown)
        m_editor->showSection(*shown, hintFor(contents.review.templateId, shown->heading));
    const bool isInNarrative = m_middle->currentIndex() <= Editor;
    if (isInNarrative && contents.sections.isEmpty())
        m_middle->setCurrentIndex(EmptyState);
    else if (isInNarrative && !shown)
        m_outline->select(contents.sections.first().id);
    schedulePreview();
}

void ReportPage::showSection(SectionId id)
{
    const Section *section = findRecord<Section>(m_document.contents(), id);
    if (!section)
        return;
    // A copy: handing out what was typed in the section before changes the document's list.
    const Section wanted = *section;
    m_editor->showSection(wanted, hintFor(m_document.contents().review.templateId, wanted.heading));
    m_middle->setCurrentIndex(Editor);
    m_outline->select(id);
}

void ReportPage::addSection(const QString &heading)
{
    m_editor->flush();
    const auto id = Editing::addSection(m_document, heading);
    report(id);
    if (!id)
        return;
    m_outline->select(*id);
    showSection(*id);
    m_editor->edit()->setFocus();
}

void ReportPage::openPicker()
{
    NarrativeEdit *edit = m_editor->edit();
    const QPoint below = edit->cursorRect().bottomLeft() + QPoint(0, Space::kTiny);
    m_picker->openAt(edit->viewport()->mapToGlobal(below));
}

void ReportPage::setSeenElsewhere(const QHash<CodeId, Reporting::SeenIn> &seen)
{
    m_gatherer->setSeenElsewhere(seen);
    schedulePreview();
}

void ReportPage::flush()
{
    m_editor->flush();
}

void ReportPage::schedulePreview()
{
    m_isPreviewStale = true;
    if (isVisible())
        m_previewTimer.start();
}

void ReportPage::renderPreview()
{
    const auto options = m_export->options();
    m_worker->layOut(m_gatherer->gather(options.timelineRows), m_document.events(), options);
    m_isPreviewStale = false;
}

void ReportPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isPreviewStale)
        m_previewTimer.start(0);
}

void ReportPage::hideEvent(QHideEvent *event)
{
    flush();
    // A laid-out report has all events once more.
    if (m_document.events().size() > kLarge) {
        m_worker->release();
        m_isPreviewStale = true;
    }
    QWidget::hideEvent(event);
}

} // namespace SecondStory::Ui
