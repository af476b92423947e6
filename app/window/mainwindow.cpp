// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window/mainwindow.h"

#include "analysis/reviewstate.h"
#include "charts/pressuresview.h"
#include "editing/reviewedits.h"
#include "evidence/evidencepage.h"
#include "help/handbookpage.h"
#include "library/firstscreen.h"
#include "library/librarypage.h"
#include "library/newreviewpanel.h"
#include "library/searchpage.h"
#include "services/pressuresurvey.h"
#include "theme/colorscheme.h"
#include "theme/theme.h"
#include "window/headerbar.h"
#include "window/librarysession.h"
#include "window/openingpage.h"
#include "window/reviewworkspace.h"
#include "window/sampleopener.h"
#include "window/statusline.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QFileInfo>
#include <QMimeData>
#include <QSettings>
#include <QStackedWidget>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

/// Only events are inspected beside the page; the canvas and the others bring their own panels.
bool hasInspector(NavigationRail::Place place)
{
    return place == NavigationRail::Place::Timeline || place == NavigationRail::Place::Evidence;
}

bool hasLowerPanel(NavigationRail::Place place)
{
    return place == NavigationRail::Place::Timeline;
}

bool belongsToReview(NavigationRail::Place place)
{
    return place >= NavigationRail::Place::Overview && place <= NavigationRail::Place::Report;
}

} // namespace

MainWindow::MainWindow(LibrarySession &session, ColorScheme &scheme, QWidget *parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_scheme(scheme)
    , m_sample(new SampleOpener(this))
{
    setWindowTitle(tr("Second Story"));
    setAcceptDrops(true);
    buildActions();
    build();
    buildMenus();
    connectParts();
    refreshIcons();
    restoreLayout();
    updateState();
    go(Place::Reviews);
}

MainWindow::~MainWindow()
{
    m_session.closeReview();
}

QString MainWindow::startLibrary()
{
    // Who names a library in the environment means that one.
    const QString last = QSettings().value(u"library/last"_s).toString();
    const bool isNamed = qEnvironmentVariableIsSet("SECONDSTORY_LIBRARY");
    return isNamed || !QFile::exists(last) ? Store::Library::defaultPath() : last;
}

bool MainWindow::openLibrary(const QString &path)
{
    if (const auto done = m_session.openLibrary(path); !done) {
        report(done.error());
        return false;
    }
    return true;
}

void MainWindow::openSample()
{
    m_sample->start();
}

bool MainWindow::openReview(ReviewId id, std::function<void()> then)
{
    if (id.isNull())
        return false;
    m_onceOpen = {};
    if (const auto done = m_session.openReview(id); !done) {
        report(done.error());
        return false;
    }
    if (m_session.isOpening())
        m_onceOpen = std::move(then);
    else if (then)
        then();
    return true;
}

void MainWindow::onReviewOpening(const QString &title, qint64 events)
{
    m_opening->tell(title, events);
    m_inspectorDock->hide();
    m_lowerDock->hide();
    m_pages->setCurrentWidget(m_opening);
    m_opening->setFocus();
}

void MainWindow::onOpeningEnded()
{
    // Whoever went elsewhere meanwhile stays there until it is open.
    if (m_pages->currentWidget() == m_opening)
        go(m_place);
}

void MainWindow::onLibraryOpened()
{
    m_header->showLibrary(m_session.library().path());
    setWindowTitle(
        tr("%1 — Second Story").arg(QFileInfo(m_session.library().path()).completeBaseName()));
    if (m_session.library().isReadOnly())
        m_status->say(
            tr("This library can only be read; copy it to a place you may write to, to work in it"),
            true);
    go(Place::Reviews);
    updateState();
}

void MainWindow::onReviewOpened()
{
    m_workspace = std::make_unique<ReviewWorkspace>(m_session, nullptr);
    connect(m_workspace.get(), &ReviewWorkspace::placeRequested, this, &MainWindow::go);
    connect(m_workspace.get(), &ReviewWorkspace::message, m_status, &StatusLine::say);
    connect(m_workspace.get(), &ReviewWorkspace::keysRequested, this, &MainWindow::showKeys);
    connect(m_workspace.get(), &ReviewWorkspace::sampleRequested, this, &MainWindow::openSample);
    connect(m_workspace.get(), &ReviewWorkspace::lowerPanelRequested, this,
            [this] { m_lowerDock->show(); });
    Editing::ReviewDocument *document = m_session.document();
    connect(document, &Editing::ReviewDocument::changed, this, &MainWindow::updateState);
    connect(document, &Editing::ReviewDocument::eventsReloaded, this, &MainWindow::updateState);
    connect(document->undoStack(), &QUndoStack::indexChanged, this, &MainWindow::updateState);
    m_rail->setReviewOpen(true);
    updateState();
    go(Place::Overview);
    if (const auto then = std::exchange(m_onceOpen, {}))
        then();
}

void MainWindow::onReviewClosing()
{
    if (m_workspace)
        m_workspace->flush();
    if (belongsToReview(m_place))
        go(Place::Reviews);
    for (QDockWidget *dock : { m_inspectorDock, m_lowerDock })
        dock->setWidget(new QWidget(dock));
    m_workspace.reset();
    m_rail->setReviewOpen(false);
    m_header->showLibrary(m_session.library().path());
    m_status->setPhrases({});
    QTimer::singleShot(0, this, &MainWindow::updateState);
}

void MainWindow::go(Place place)
{
    if (belongsToReview(place) && !m_workspace)
        place = Place::Reviews;
    const bool wasShown = m_place != place;
    if (wasShown && m_workspace)
        m_workspace->flush();
    m_place = place;
    QWidget *page = nullptr;
    switch (place) {
    case Place::Reviews:
        page = m_library;
        break;
    case Place::Recurring:
        updatePressures();
        page = m_recurring;
        break;
    case Place::Search:
        page = m_search;
        break;
    case Place::Handbook:
        // Made when first wanted: reading its chapters is no part of starting.
        if (!m_handbook)
            m_handbook = new HandbookPage;
        page = m_handbook;
        break;
    default:
        page = m_workspace->page(place);
        break;
    }
    if (m_pages->indexOf(page) < 0)
        m_pages->addWidget(page);
    m_pages->setCurrentWidget(page);
    m_rail->setCurrent(place);
    if (hasInspector(place) && m_inspectorDock->widget() != m_workspace->inspector())
        m_inspectorDock->setWidget(m_workspace->inspector());
    if (hasLowerPanel(place) && m_lowerDock->widget() != m_workspace->lowerPanel())
        m_lowerDock->setWidget(m_workspace->lowerPanel());
    m_inspectorDock->setVisible(hasInspector(place) && action(u"inspector"_s)->isChecked());
    m_lowerDock->setVisible(hasLowerPanel(place) && action(u"lower"_s)->isChecked());
    // A panel has its place only once the window is laid out.
    if (m_lowerDock->isVisible() && !std::exchange(m_isLowerSized, true))
        QTimer::singleShot(0, this, [this] {
            resizeDocks({ m_lowerDock }, { height() * 27 / 100 }, Qt::Vertical);
        });
    page->setFocus();
}

void MainWindow::updatePressures()
{
    if (!m_session.hasLibrary() || m_place != Place::Recurring)
        return;
    const auto table = Services::surveyPressures(m_session.library(), m_recurring->table().query);
    if (table)
        m_recurring->setTable(*table);
    else
        report(table.error());
}

void MainWindow::updateState()
{
    Editing::ReviewDocument *document = m_session.document();
    const bool isOpen = document && m_workspace;
    for (const QString &name :
         { u"close"_s, u"import"_s, u"report"_s, u"export"_s, u"overview"_s, u"evidence"_s,
           u"timeline"_s, u"factors"_s, u"pressures"_s, u"cast"_s, u"moments"_s, u"reread"_s,
           u"checks"_s, u"silences"_s, u"readThrough"_s, u"activity"_s, u"drawer"_s })
        action(name)->setEnabled(isOpen);
    const bool canEdit = isOpen && !m_session.library().isReadOnly();
    for (const auto &[point, name] : EnumNames<FramePoint>::entries) {
        for (const QString &what : { u"frame-"_s, u"evidence-"_s })
            action(what + QString::fromUtf16(name))->setEnabled(canEdit);
    }
    const bool hasEvidence =
        isOpen && !m_session.library().isReadOnly() && !document->contents().sources.isEmpty();
    for (const QString &name :
         { u"lanesByChannel"_s, u"lanesBySource"_s, u"lanesByPerson"_s, u"lanesByKind"_s })
        action(name)->setEnabled(hasEvidence);
    action(u"backup"_s)->setEnabled(m_session.hasLibrary());
    QUndoStack *stack = isOpen ? document->undoStack() : nullptr;
    QAction *undo = action(u"undo"_s);
    QAction *redo = action(u"redo"_s);
    undo->setEnabled(stack && stack->canUndo());
    redo->setEnabled(stack && stack->canRedo());
    undo->setText(stack && stack->canUndo() ? tr("Undo: %1").arg(stack->undoText()) : tr("Undo"));
    redo->setText(stack && stack->canRedo() ? tr("Redo: %1").arg(stack->redoText()) : tr("Redo"));
    if (!isOpen)
        return;
    m_header->showReview(document->contents().review);
    const Analysis::ReviewState s = Analysis::stateOf(document->contents(), document->events());
    QList<StatusLine::Phrase> phrases{ { tr("Saved"), {}, false } };
    if (s.claimsWithoutEvidence > 0)
        phrases << StatusLine::Phrase{ tr("%n unsupported claim(s)", nullptr,
                                          s.claimsWithoutEvidence),
                                       [this] { go(Place::Report); }, false };
    if (s.undated > 0)
        phrases << StatusLine::Phrase{ tr("%n undated", nullptr, static_cast<int>(s.undated)),
                                       [this] { m_workspace->showUndated(); }, false };
    if (s.sourcesAssumed > 0)
        phrases << StatusLine::Phrase{ tr("time assumed for %n source(s)", nullptr,
                                          s.sourcesAssumed),
                                       [this] { go(Place::Evidence); }, true };
    m_status->setPhrases(phrases);
}

void MainWindow::beginReview()
{
    if (!m_session.hasLibrary())
        return sayNoLibrary();
    m_place = Place::Reviews;
    m_rail->setCurrent(m_place);
    m_inspectorDock->hide();
    m_lowerDock->hide();
    m_pages->setCurrentWidget(m_newReview);
    m_newReview->begin();
}

void MainWindow::createReview(const Services::NewReview &request)
{
    const auto id = Services::createReview(m_session.library(), request);
    if (!id) {
        m_newReview->showProblem(id.error().toString());
        return;
    }
    m_session.refresh();
    openReview(*id);
}

void MainWindow::beginWithEvidence(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    if (!m_session.hasLibrary())
        return sayNoLibrary();
    Services::NewReview request = m_newReview->request();
    request.title = tr("Review of %1").arg(QFileInfo(paths.first()).completeBaseName());
    const auto id = Services::createReview(m_session.library(), request);
    if (!id) {
        report(id.error());
        return;
    }
    m_session.refresh();
    if (!openReview(*id))
        return;
    go(Place::Evidence);
    m_workspace->evidence()->importPaths(paths);
}

void MainWindow::sayNoLibrary()
{
    m_status->say(tr("No library is open. Open one or make a new one in the menu File."), true);
}

void MainWindow::report(const Error &error)
{
    m_status->say(error.toString(), true);
}

void MainWindow::saveLayout()
{
    QSettings settings;
    settings.setValue(u"window/geometry"_s, saveGeometry());
    settings.setValue(u"window/state"_s, saveState());
    settings.setValue(u"window/inspector"_s, action(u"inspector"_s)->isChecked());
    settings.setValue(u"window/lower"_s, action(u"lower"_s)->isChecked());
    // Who looked around in the sample comes back to their own reviews.
    if (m_session.hasLibrary() && m_session.library().path() != SampleOpener::path())
        settings.setValue(u"library/last"_s, m_session.library().path());
}

void MainWindow::restoreLayout()
{
    const QSettings settings;
    if (!restoreGeometry(settings.value(u"window/geometry"_s).toByteArray()))
        resize(1280, 800);
    m_isLowerSized = restoreState(settings.value(u"window/state"_s).toByteArray());
    action(u"inspector"_s)->setChecked(settings.value(u"window/inspector"_s, true).toBool());
    action(u"lower"_s)->setChecked(settings.value(u"window/lower"_s, true).toBool());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveLayout();
    m_session.closeReview();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_session.hasLibrary() && event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

/// Evidence may be dropped anywhere: into the open review, or to begin one around it.
void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    if (!m_workspace)
        return beginWithEvidence(paths);
    go(Place::Evidence);
    m_workspace->evidence()->importPaths(paths);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_actionIcons.isEmpty())
        refreshIcons();
}

} // namespace SecondStory::Ui
