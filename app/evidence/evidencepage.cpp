// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/evidencepage.h"

#include "editing/sourceedits.h"
#include "evidence/clockpanel.h"
#include "evidence/evidenceviewer.h"
#include "evidence/evidencewords.h"
#include "evidence/importassistant.h"
#include "evidence/importreportpanel.h"
#include "evidence/lanearranger.h"
#include "evidence/samepairspanel.h"
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
#include <QMenu>
#include <QMimeData>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

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

void EvidencePage::setDocument(Editing::ReviewDocument *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_source = {};
    m_wantedEvent = {};
    m_fetching = {};
    m_isAssisting = false;
    m_isPairing = false;
    m_viewer->clear();
    m_pairs->setDocument(document);
    m_arranger->setDocument(document);
    if (document) {
        const Review &review = document->contents().review;
        m_assistant->setReview(document->library().path(), review.id, review.zone);
        connect(document, &Editing::ReviewDocument::changed, this,
                [this](const ChangeSet &applied) {
                    const auto concerns = [](const AnyChange &change) {
                        return std::holds_alternative<RecordChange<EvidenceSource>>(change)
                            || std::holds_alternative<RecordChange<Review>>(change);
                    };
                    // Nothing named: the review was read again.
                    if (!applied.isEmpty()
                        && std::none_of(applied.changes.begin(), applied.changes.end(), concerns))
                        return;
                    m_assistant->setZone(m_document->contents().review.zone);
                    refresh();
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

void EvidencePage::showPairs()
{
    m_isAssisting = false;
    m_isPairing = true;
    updatePanels();
    m_pairs->refresh();
    m_pairs->setFocus();
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
    m_report->setKept(!kept.isRecords);
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
    m_isPairing = false;
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
    m_assistant->takeFocus();
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
    const auto *source =
        m_document ? findRecord<EvidenceSource>(m_document->contents(), m_source) : nullptr;
    m_arrange->setEnabled(canImport && source && !source->removed);
    const int waiting = m_assistant->fileCount();
    m_waiting->setVisible(!m_isAssisting && waiting > 0);
    m_waiting->setText(tr("Back to the import (%1)").arg(waiting));
    m_twice->setVisible(m_model->rowCount() > 1);
    if (m_isAssisting)
        m_stack->setCurrentWidget(m_assistant);
    else if (m_isPairing)
        m_stack->setCurrentWidget(m_pairs);
    else
        m_stack->setCurrentWidget(m_source.isNull() ? static_cast<QWidget *>(m_empty)
                                                    : m_sourcePanel);
}

void EvidencePage::openArrangeMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSection(tr("Lanes of this source by"));
    m_arranger->fillMenu(*menu, { m_source });
    menu->addSeparator();
    m_arranger->fillMenu(*menu->addMenu(tr("All evidence by")), {});
    menu->popup(m_arrange->mapToGlobal(m_arrange->rect().bottomLeft()));
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
