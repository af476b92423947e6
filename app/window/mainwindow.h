// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "domain/targetref.h"
#include "window/navigationrail.h"

#include <QHash>
#include <QMainWindow>

#include <functional>
#include <memory>

class QAction;
class QActionGroup;
class QDockWidget;
class QStackedWidget;

namespace SecondStory::Services {
struct NewReview;
}

namespace SecondStory::Ui {

class ColorScheme;
class CommandPalette;
class HandbookPage;
class HeaderBar;
class LibraryPage;
class LibrarySession;
class NewReviewPanel;
class OpeningPage;
class PressuresView;
class ReviewWorkspace;
class SampleOpener;
class SearchPage;
class StatusLine;

/// The one window: rail, header, the page one is on, inspector and lower panel, status line.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    using Place = NavigationRail::Place;

    MainWindow(LibrarySession &session, ColorScheme &scheme, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// The library to begin with: the one that was open last, else the user's own.
    [[nodiscard]] static QString startLibrary();
    /// Opens a library and says so, or says why not.
    bool openLibrary(const QString &path);
    void openSample();
    /// Opens a review, a large one a while later; `then` runs once it is open. False, and says why,
    /// when it cannot be.
    bool openReview(ReviewId id, std::function<void()> then = {});
    void go(Place place);
    [[nodiscard]] Place place() const { return m_place; }
    [[nodiscard]] ReviewWorkspace *workspace() const { return m_workspace.get(); }
    [[nodiscard]] LibraryPage *libraryPage() const { return m_library; }
    [[nodiscard]] StatusLine *statusLine() const { return m_status; }
    [[nodiscard]] QAction *action(const QString &name) const;
    void beginReview();
    void createReview(const Services::NewReview &request);
    /// Begins a review named after the first of these files and opens the import assistant on them.
    void beginWithEvidence(const QStringList &paths);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void buildActions();
    void buildMenus();
    void connectParts();
    QAction *addAction(const QString &name, const QString &text, const QKeySequence &keys,
                       std::function<void()> run, const QString &iconName = {});
    void refreshIcons();
    void onLibraryOpened();
    void onReviewOpening(const QString &title, qint64 events);
    void onOpeningEnded();
    void onReviewOpened();
    void onReviewClosing();
    void updateState();
    void updatePressures();
    void chooseLibrary(bool isNew);
    void chooseBackup();
    void exportReview(ReviewId id);
    void deleteReview(ReviewId id);
    void chooseEvidence();
    void chooseReports();
    void showKeys();
    void chooseTimelineProfile();
    void chooseTimelineKeys();
    void askName();
    void about();
    void sayNoLibrary();
    void report(const Error &error);
    void saveLayout();
    void restoreLayout();

    LibrarySession &m_session;
    ColorScheme &m_scheme;
    Place m_place = Place::Reviews;
    HeaderBar *m_header = nullptr;
    NavigationRail *m_rail = nullptr;
    QStackedWidget *m_pages = nullptr;
    LibraryPage *m_library = nullptr;
    NewReviewPanel *m_newReview = nullptr;
    PressuresView *m_recurring = nullptr;
    SearchPage *m_search = nullptr;
    OpeningPage *m_opening = nullptr;
    HandbookPage *m_handbook = nullptr;
    StatusLine *m_status = nullptr;
    CommandPalette *m_palette = nullptr;
    QDockWidget *m_inspectorDock = nullptr;
    QDockWidget *m_lowerDock = nullptr;
    bool m_isLowerSized = false; ///< by whoever uses the window, or once by itself
    SampleOpener *m_sample = nullptr;
    std::unique_ptr<ReviewWorkspace> m_workspace;
    std::function<void()> m_onceOpen; ///< what is to be done in the review that is being opened
    QHash<QString, QAction *> m_actions;
    QHash<QAction *, QString> m_actionIcons;
};

} // namespace SecondStory::Ui
