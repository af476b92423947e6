// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the window is put together: its bars, pages and docks, and the wires between them.

#include "window/mainwindow.h"

#include "charts/pressuresview.h"
#include "editing/reviewedits.h"
#include "library/firstscreen.h"
#include "library/librarypage.h"
#include "library/newreviewpanel.h"
#include "library/searchpage.h"
#include "theme/colorscheme.h"
#include "theme/widgets.h"
#include "window/commandpalette.h"
#include "window/headerbar.h"
#include "window/librarysession.h"
#include "window/openingpage.h"
#include "window/reviewworkspace.h"
#include "window/sampleopener.h"
#include "window/statusline.h"

#include <QDockWidget>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

void MainWindow::build()
{
    auto *central = new QWidget;
    auto *column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_rail = new NavigationRail;
    m_header = new HeaderBar(action(u"undo"_s), action(u"redo"_s));
    m_pages = new QStackedWidget;
    // Only the page that is shown says how small the window may be.
    connect(m_pages, &QStackedWidget::currentChanged, this, [this](int current) {
        for (int i = 0; i < m_pages->count(); ++i) {
            const auto policy = i == current ? QSizePolicy::Preferred : QSizePolicy::Ignored;
            m_pages->widget(i)->setSizePolicy(policy, policy);
        }
    });
    m_status = new StatusLine;
    column->addWidget(m_pages);
    setCentralWidget(central);

    // Rail, header and status line frame the docks too, so they live in the window's own bars.
    const auto frame = [this](QWidget *widget, const QString &name, Qt::ToolBarArea area) {
        auto *bar = new QToolBar(name, this);
        bar->setObjectName(name);
        bar->setMovable(false);
        bar->setFloatable(false);
        bar->setContextMenuPolicy(Qt::PreventContextMenu);
        bar->setContentsMargins(0, 0, 0, 0);
        bar->layout()->setContentsMargins(0, 0, 0, 0);
        bar->addWidget(widget);
        widget->setSizePolicy(
            area == Qt::LeftToolBarArea ? QSizePolicy::Fixed : QSizePolicy::Expanding,
            area == Qt::LeftToolBarArea ? QSizePolicy::Expanding : QSizePolicy::Fixed);
        addToolBar(area, bar);
        return bar;
    };
    frame(m_header, u"header"_s, Qt::TopToolBarArea);
    frame(m_rail, u"rail"_s, Qt::LeftToolBarArea);
    frame(m_status, u"status"_s, Qt::BottomToolBarArea);

    m_library = new LibraryPage(m_session);
    m_newReview = new NewReviewPanel;
    m_recurring = new PressuresView;
    m_search = new SearchPage(m_session);
    m_opening = new OpeningPage;
    for (QWidget *page : std::initializer_list<QWidget *>{ m_library, m_newReview, m_recurring,
                                                           m_search, m_opening })
        m_pages->addWidget(page);

    const auto dock = [this](const QString &name, const QString &title, Qt::DockWidgetArea area) {
        auto *widget = new QDockWidget(title, this);
        // A dock without a widget reckons with sizes below zero.
        widget->setWidget(new QWidget(widget));
        widget->setObjectName(name);
        widget->setFeatures(QDockWidget::NoDockWidgetFeatures);
        // The panels say themselves what they are; F8 and F9 fold them away.
        widget->setTitleBarWidget(hairline(widget));
        addDockWidget(area, widget);
        widget->hide();
        return widget;
    };
    m_inspectorDock = dock(u"inspector"_s, tr("Inspector"), Qt::RightDockWidgetArea);
    m_lowerDock = dock(u"lower"_s, tr("Table, undated, questions"), Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_palette = new CommandPalette(this);
}

void MainWindow::connectParts()
{
    connect(m_rail, &NavigationRail::placeRequested, this, &MainWindow::go);
    connect(m_header, &HeaderBar::libraryRequested, this, [this] { go(Place::Reviews); });
    connect(m_header, &HeaderBar::searchRequested, this, [this](const QString &words) {
        go(Place::Search);
        m_search->search(words);
    });
    connect(m_header, &HeaderBar::statusChosen, this, [this](ReviewStatus status) {
        if (const auto done = Editing::setStatus(*m_session.document(), status); !done)
            report(done.error());
    });
    connect(m_header, &HeaderBar::zoneChosen, this, [this](const QString &zone) {
        if (m_session.document() && zone != m_session.document()->contents().review.zone) {
            if (const auto done = Editing::setZone(*m_session.document(), zone); !done)
                report(done.error());
        }
    });
    connect(&m_session, &LibrarySession::libraryOpened, this, &MainWindow::onLibraryOpened);
    connect(&m_session, &LibrarySession::listingsChanged, this, &MainWindow::updatePressures);
    connect(&m_session, &LibrarySession::reviewOpening, this, &MainWindow::onReviewOpening);
    connect(&m_session, &LibrarySession::openingEnded, this, &MainWindow::onOpeningEnded);
    connect(m_opening, &OpeningPage::cancelled, this, [this] {
        m_onceOpen = {};
        m_session.cancelOpening();
    });
    connect(&m_session, &LibrarySession::reviewOpened, this, &MainWindow::onReviewOpened);
    connect(&m_session, &LibrarySession::reviewAboutToClose, this, &MainWindow::onReviewClosing);
    connect(&m_session, &LibrarySession::failed, this, &MainWindow::report);

    connect(m_library, &LibraryPage::openRequested, this, [this](ReviewId id) { openReview(id); });
    connect(m_library, &LibraryPage::newReviewRequested, this, &MainWindow::beginReview);
    connect(m_library, &LibraryPage::reportsRequested, this, &MainWindow::chooseReports);
    connect(m_library, &LibraryPage::deleteRequested, this, &MainWindow::deleteReview);
    connect(m_library, &LibraryPage::exportRequested, this, &MainWindow::exportReview);
    connect(m_library->firstScreen(), &FirstScreen::sampleRequested, this, &MainWindow::openSample);
    connect(m_library->firstScreen(), &FirstScreen::newReviewRequested, this,
            &MainWindow::beginReview);
    connect(m_library->firstScreen(), &FirstScreen::evidenceRequested, this,
            &MainWindow::chooseEvidence);
    connect(m_sample, &SampleOpener::progressed, m_library->firstScreen(),
            &FirstScreen::setSampleProgress);
    connect(m_sample, &SampleOpener::ready, this, &MainWindow::openLibrary);
    connect(m_sample, &SampleOpener::failed, this, &MainWindow::report);
    connect(m_newReview, &NewReviewPanel::createRequested, this, &MainWindow::createReview);
    connect(m_newReview, &NewReviewPanel::cancelled, this, [this] { go(Place::Reviews); });
    connect(m_recurring, &PressuresView::reviewsRequested, this,
            [this](const QList<ReviewId> &ids, const QString &why) {
                go(Place::Reviews);
                m_library->showOnly(ids, why);
            });
    connect(m_recurring, &PressuresView::queryChanged, this, &MainWindow::updatePressures);
    connect(m_recurring, &PressuresView::libraryRequested, this, [this] { go(Place::Reviews); });
    connect(m_recurring, &PressuresView::exportFailed, this,
            [this](const QString &why) { m_status->say(why, true); });
    connect(m_search, &SearchPage::hitRequested, this, [this](const Store::SearchHit &hit) {
        openReview(hit.review, [this, target = hit.target] { m_workspace->reveal(target); });
    });
    connect(&m_scheme, &ColorScheme::changed, this, &MainWindow::refreshIcons);
}

} // namespace SecondStory::Ui
