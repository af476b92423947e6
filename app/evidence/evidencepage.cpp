// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/evidencepage.h"

#include "editing/sourceedits.h"
#include "evidence/clockpanel.h"
#include "evidence/evidenceviewer.h"
#include "evidence/evidencewords.h"
#include "evidence/importassistant.h"
#include "evidence/importreportpanel.h"
#include "evidence/sourcelistmodel.h"
#include "store/eventrepository.h"
#include "store/library.h"
#include "theme/theme.h"
#include "theme/widgets.h"
#include "widgets/emptystate.h"
#include "widgets/smallwidgets.h"

#include <QBoxLayout>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QListView>
#include <QLocale>
#include <QMimeData>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kSideWidth = 260;

using Snapshot = Editing::ReviewSnapshot;

QStringList localPaths(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

/// A page that scrolls where the window is small.
QScrollArea *scrolling(QWidget *page, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(page);
    page->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    return area;
}

} // namespace

EvidencePage::EvidencePage(QWidget *parent)
    : QWidget(parent)
{
    m_pool.setMaxThreadCount(1);
    setAcceptDrops(true);
    build();
    updatePanels();
}

EvidencePage::~EvidencePage()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void EvidencePage::build()
{
    m_model = new SourceListModel(this);
    m_list = new QListView(this);
    m_list->setModel(m_model);
    auto *delegate = new SourceDelegate(m_list);
    m_list->setItemDelegate(delegate);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Evidence sources"));
    m_list->setMinimumWidth(180);
    connect(delegate, &SourceDelegate::putBackRequested, this, [this](const QModelIndex &index) {
        if (const EvidenceSource *source = m_model->source(index))
            putBack(source->id);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (const EvidenceSource *source = m_model->source(current)) {
                    m_isAssisting = false;
                    showSource(source->id);
                }
            });

    m_empty = new EmptyState(
        u"evidence"_s, tr("Bring in the evidence"),
        tr("Chat exports, alert lists, deploy logs, call transcripts, leave calendars. Drop files "
           "or folders here: they are recognised, previewed, and kept as they are."),
        this);
    m_empty->setDropZone(true);
    connect(m_empty->addAction(tr("Import files…")), &QPushButton::clicked, this,
            &EvidencePage::chooseFiles);
    connect(m_empty->addAction(tr("Import folder…"), false), &QPushButton::clicked, this,
            &EvidencePage::chooseFolder);
    m_assistant = new ImportAssistant(this);
    connect(m_assistant, &ImportAssistant::imported, this,
            [this](const QList<EvidenceSource> &sources) { adopt(sources); });
    connect(m_assistant, &ImportAssistant::statusMessage, this, &EvidencePage::statusMessage);
    connect(m_assistant, &ImportAssistant::reportRequested, this, &EvidencePage::showReport);
    connect(m_assistant, &ImportAssistant::countsChanged, this, &EvidencePage::updatePanels);
    connect(m_assistant, &ImportAssistant::closed, this, [this] {
        m_isAssisting = false;
        // Whoever works with keys goes on where the files are now.
        const bool hadFocus = m_assistant->isAncestorOf(window()->focusWidget());
        updatePanels();
        if (hadFocus)
            setFocus();
    });
    m_sourcePanel = buildSource();
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_assistant);
    m_stack->addWidget(m_sourcePanel);

    m_side = new QWidget(this);
    auto *side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(0);
    side->addWidget(m_list, 1);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(m_side);
    splitter->addWidget(m_stack);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({ kSideWidth, 3 * kSideWidth });
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(hairline(this));
    layout->addWidget(splitter, 1);
}

QWidget *EvidencePage::buildHead()
{
    auto *head = new QWidget(this);
    m_summary = mutedLabel({}, 1.0, head);
    m_importFiles = new QPushButton(icon(u"import"_s, this), tr("Import files…"), head);
    m_importFolder = new QPushButton(tr("Import folder…"), head);
    m_waiting = new QPushButton(head);
    connect(m_waiting, &QPushButton::clicked, this, [this] {
        m_isAssisting = true;
        updatePanels();
        m_assistant->setFocus();
    });
    connect(m_importFiles, &QPushButton::clicked, this, &EvidencePage::chooseFiles);
    connect(m_importFolder, &QPushButton::clicked, this, &EvidencePage::chooseFolder);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(Space::kWide, Space::kSmall, Space::kWide, Space::kSmall);
    layout->setSpacing(Space::kSmall);
    layout->addWidget(plainLabel(tr("Evidence"), 1.5, QFont::DemiBold, head));
    layout->addSpacing(Space::kSmall);
    layout->addWidget(m_summary, 1);
    layout->addWidget(m_waiting);
    layout->addWidget(m_importFolder);
    layout->addWidget(m_importFiles);
    return head;
}

QWidget *EvidencePage::buildSource()
{
    auto *panel = new QWidget(this);
    m_sourceName = new ElidedLabel(Qt::ElideMiddle, panel);
    m_sourceName->setFont(fontAt(m_sourceName->font(), 1.15, QFont::DemiBold));
    auto *copy = new QPushButton(tr("Copy report"), panel);
    m_remove = new QPushButton(tr("Remove source"), panel);
    auto *head = new QHBoxLayout;
    head->setSpacing(Space::kSmall);
    head->addWidget(m_sourceName, 1);
    head->addWidget(copy);
    head->addWidget(m_remove);
    m_sourceCounts = mutedLabel({}, 1.0, panel);
    m_sourceCounts->setTextInteractionFlags(Qt::TextSelectableByMouse
                                            | Qt::TextSelectableByKeyboard);
    m_sourceCounts->setWordWrap(true);
    m_report = new ImportReportPanel(panel);
    m_viewer = new EvidenceViewer(panel);
    m_clock = new ClockPanel(panel);
    m_tabs = new QTabWidget(panel);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_viewer, tr("Text"));
    m_tabs->addTab(scrolling(m_report, m_tabs), tr("Import report"));
    m_tabs->addTab(scrolling(m_clock, m_tabs), tr("Clock"));
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(Space::kWide, Space::kPanel, 0, 0);
    layout->setSpacing(Space::kSmall);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(0, 0, Space::kWide, 0);
    top->setSpacing(Space::kTiny);
    top->addLayout(head);
    top->addWidget(m_sourceCounts);
    layout->addLayout(top);
    layout->addWidget(m_tabs, 1);
    connect(m_viewer, &EvidenceViewer::anchorRequested, this, &EvidencePage::showClock);
    connect(m_clock, &ClockPanel::statusMessage, this, &EvidencePage::statusMessage);
    connect(m_viewer, &EvidenceViewer::eventRequested, this, &EvidencePage::eventRequested);
    connect(copy, &QPushButton::clicked, this, [this] {
        m_report->copy();
        emit statusMessage(tr("Report copied"));
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const auto *source =
            m_document ? findRecord<EvidenceSource>(m_document->contents(), m_source) : nullptr;
        if (source && source->removed)
            putBack(m_source);
        else
            removeCurrentSource();
    });
    return panel;
}

void EvidencePage::setDocument(Editing::ReviewDocument *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_source = {};
    m_wantedEvent = {};
    m_fetching = {};
    m_isAssisting = false;
    m_viewer->clear();
    if (document) {
        const Review &review = document->contents().review;
        m_assistant->setReview(document->library().path(), review.id, review.zone);
        connect(document, &Editing::ReviewDocument::changed, this,
                [this](const ChangeSet &applied) {
                    for (const AnyChange &change : applied.changes) {
                        if (std::holds_alternative<RecordChange<EvidenceSource>>(change)
                            || std::holds_alternative<RecordChange<Review>>(change)) {
                            refresh();
                            return;
                        }
                    }
                });
    }
    refresh();
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0));
}

void EvidencePage::refresh()
{
    const SourceId kept = m_source;
    const auto contents = m_document ? m_document->contents() : ReviewContents();
    m_model->setSources(contents.sources, contents.review.zone);
    const auto events = m_document ? m_document->events().size() : 0;
    const auto files = std::count_if(contents.sources.cbegin(), contents.sources.cend(),
                                     [](const EvidenceSource &source) { return !source.removed; });
    m_summary->setText(contents.sources.isEmpty()
                           ? QString()
                           : tr("%1 events from %n source(s)", nullptr, static_cast<int>(files))
                                 .arg(QLocale().toString(events)));
    const QModelIndex index = m_model->indexOf(kept);
    if (index.isValid()) {
        const QSignalBlocker blocker(m_list->selectionModel());
        m_list->setCurrentIndex(index);
        showSource(kept);
    } else {
        m_source = {};
    }
    m_list->viewport()->update();
    updatePanels();
}

void EvidencePage::showSource(SourceId id)
{
    const auto *source =
        m_document ? findRecord<EvidenceSource>(m_document->contents(), id) : nullptr;
    if (!source)
        return;
    m_source = id;
    m_sourceName->setWholeText(visibleText(source->fileName));
    m_report->setSource(*source, m_document->contents().review.zone);
    m_sourceCounts->setText(countsText(*source));
    m_tabs->setTabText(1,
                       source->problemCount > 0 ? tr("Import report (%1)").arg(source->problemCount)
                                                : tr("Import report"));
    m_clock->setSource(m_document, id);
    m_remove->setText(source->removed ? tr("Put back") : tr("Remove source"));
    if (m_viewer->sourceId() != id && m_fetching != id)
        fetchSource();
    updatePanels();
}

void EvidencePage::fetchSource()
{
    const auto *source = findRecord<EvidenceSource>(m_document->contents(), m_source);
    m_viewer->clear();
    m_fetching = m_source;
    QtConcurrent::run(
        &m_pool,
        [path = m_document->library().path(), source = *source,
         zone = m_document->contents().review.zone] { return readKeptSource(path, source, zone); })
        .then(this, [this](const KeptSource &kept) { takeKept(kept); });
}

void EvidencePage::takeKept(const KeptSource &kept)
{
    // Another source may have been chosen while this one was read.
    if (kept.id != m_source)
        return;
    m_fetching = {};
    m_viewer->setSource(kept);
    if (m_wantedEvent.isNull() || !m_document)
        return;
    const auto event = m_document->event(m_wantedEvent);
    m_wantedEvent = {};
    if (event && event->sourceId == m_source)
        m_viewer->showEvent(*event, m_document->contents().review.zone);
}

void EvidencePage::showEvent(EventId id)
{
    const auto event = m_document ? m_document->event(id) : std::nullopt;
    if (!event || !event->isImported()) {
        emit statusMessage(tr("This event was added by hand; no file holds it"));
        return;
    }
    m_isAssisting = false;
    m_tabs->setCurrentIndex(0);
    if (m_viewer->sourceId() == event->sourceId && m_source == event->sourceId) {
        m_viewer->showEvent(*event, m_document->contents().review.zone);
        updatePanels();
        return;
    }
    m_wantedEvent = id;
    m_list->setCurrentIndex(m_model->indexOf(event->sourceId));
    showSource(event->sourceId);
}

void EvidencePage::adopt(const QList<EvidenceSource> &sources, int tries)
{
    if (!m_document || sources.isEmpty())
        return;
    // A million events take half a second to read: not here, where somebody is working.
    QtConcurrent::run(
        &m_pool,
        [path = m_document->library().path(),
         review = m_document->id()]() -> std::shared_ptr<Result<Snapshot>> {
            const auto library = Store::Library::open(path);
            if (!library)
                return std::make_shared<Result<Snapshot>>(tl::make_unexpected(library.error()));
            return std::make_shared<Result<Snapshot>>(Snapshot::read(**library, review));
        })
        .then(this,
              [this, sources, tries, document = m_document,
               revision = m_document->revision()](const std::shared_ptr<Result<Snapshot>> &read) {
                  if (document && document == m_document)
                      takeUp(std::move(*read), revision, sources, tries);
              });
}

void EvidencePage::takeUp(Result<Snapshot> snapshot, quint64 revision,
                          const QList<EvidenceSource> &sources, int tries)
{
    constexpr int kMostTries = 4;
    if (!snapshot) {
        emit statusMessage(snapshot.error().toString());
        return;
    }
    const QString text = sources.size() == 1
        ? tr("Import %1").arg(sources.first().fileName)
        : tr("Import %n files", nullptr, static_cast<int>(sources.size()));
    if (m_source.isNull() || sources.size() == 1)
        m_source = sources.first().id;
    // Somebody went on editing meanwhile: what was read is old. Who never rests gets it at once.
    if (!m_document->adoptImports(std::move(*snapshot), revision, sources, text)) {
        if (tries < kMostTries)
            return adopt(sources, tries + 1);
        auto now = Snapshot::read(m_document->library(), m_document->id());
        if (!now)
            return emit statusMessage(now.error().toString());
        (void)m_document->adoptImports(std::move(*now), m_document->revision(), sources, text);
    }
    qint64 events = 0;
    for (const EvidenceSource &source : sources)
        events += source.imported;
    emit statusMessage(tr("%n event(s) imported", nullptr, static_cast<int>(events)));
}

void EvidencePage::showReport(SourceId source)
{
    m_isAssisting = false;
    const QModelIndex index = m_model->indexOf(source);
    if (index.isValid())
        m_list->setCurrentIndex(index);
    showSource(source);
    m_tabs->setCurrentIndex(1);
}

void EvidencePage::showClock(EventId id)
{
    const auto event = m_document ? m_document->event(id) : std::nullopt;
    if (!event || !event->isImported()) {
        emit statusMessage(tr("This event was added by hand; no file holds it"));
        return;
    }
    m_isAssisting = false;
    m_list->setCurrentIndex(m_model->indexOf(event->sourceId));
    showSource(event->sourceId);
    m_tabs->setCurrentIndex(2);
    m_clock->anchor(id);
}

QList<std::pair<QString, QString>> EvidencePage::keyHelp()
{
    return { { tr("Ctrl+Return"), tr("Import the files that are ready") },
             { tr("Delete"), tr("Leave the chosen files out, or take them back in") },
             { tr("Return"), tr("Open the report of an imported file") },
             { tr("Ctrl+Tab"), tr("Text, import report and clock of a source") } };
}

void EvidencePage::putBack(SourceId source)
{
    if (!m_document)
        return;
    if (const auto done = Editing::putBackSource(*m_document, source); !done)
        emit statusMessage(done.error().toString());
}

void EvidencePage::removeCurrentSource()
{
    if (!m_document || m_source.isNull())
        return;
    if (const auto done = Editing::removeSource(*m_document, m_source); !done)
        emit statusMessage(done.error().toString());
}

void EvidencePage::importPaths(const QStringList &paths)
{
    if (paths.isEmpty() || !m_document || m_document->library().isReadOnly())
        return;
    m_isAssisting = true;
    m_assistant->addPaths(paths);
    updatePanels();
    m_assistant->setFocus();
}

void EvidencePage::chooseFiles()
{
    importPaths(QFileDialog::getOpenFileNames(this, tr("Import evidence")));
}

void EvidencePage::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Import a folder"));
    if (!folder.isEmpty())
        importPaths({ folder });
}

void EvidencePage::updatePanels()
{
    const bool hasSources = m_model->rowCount() > 0;
    m_side->setVisible(hasSources);
    const bool canImport = m_document && !m_document->library().isReadOnly();
    m_importFiles->setVisible(hasSources || m_isAssisting);
    m_importFolder->setVisible(hasSources || m_isAssisting);
    m_importFiles->setEnabled(canImport);
    m_importFolder->setEnabled(canImport);
    m_remove->setEnabled(canImport);
    const int waiting = m_assistant->fileCount();
    m_waiting->setVisible(!m_isAssisting && waiting > 0);
    m_waiting->setText(tr("Back to the import (%1)").arg(waiting));
    if (m_isAssisting)
        m_stack->setCurrentWidget(m_assistant);
    else
        m_stack->setCurrentWidget(m_source.isNull() ? static_cast<QWidget *>(m_empty)
                                                    : m_sourcePanel);
}

void EvidencePage::dragEnterEvent(QDragEnterEvent *event)
{
    if (localPaths(event->mimeData()).isEmpty())
        return;
    m_empty->setActive(true);
    event->acceptProposedAction();
}

void EvidencePage::dragLeaveEvent(QDragLeaveEvent *)
{
    m_empty->setActive(false);
}

void EvidencePage::dropEvent(QDropEvent *event)
{
    m_empty->setActive(false);
    importPaths(localPaths(event->mimeData()));
    event->acceptProposedAction();
}

} // namespace SecondStory::Ui
