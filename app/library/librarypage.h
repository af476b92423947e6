// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"
#include "library/reviewlistmodel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QTableView;

namespace SecondStory::Ui {

class DraftBar;
class FirstScreen;
class LibrarySession;
class ReviewPreview;

/// The reviews of the library: a quiet table, a preview beside it, and the first screen while there
/// is none.
class LibraryPage : public QWidget {
    Q_OBJECT
public:
    explicit LibraryPage(LibrarySession &session, QWidget *parent = nullptr);
    [[nodiscard]] FirstScreen *firstScreen() const { return m_first; }
    [[nodiscard]] ReviewId currentReview() const;
    /// Shows only these reviews, saying why, until the person clears it.
    void showOnly(const QList<ReviewId> &ids, const QString &why);
    /// Makes drafts of the incident reports in files and folders, in another thread.
    void draftFromReports(const QStringList &paths);
    [[nodiscard]] DraftBar *draftBar() const { return m_drafts; }

Q_SIGNALS:
    void openRequested(SecondStory::ReviewId id);
    void newReviewRequested();
    void reportsRequested();
    void deleteRequested(SecondStory::ReviewId id);
    void exportRequested(SecondStory::ReviewId id);

private:
    void refresh();
    void updatePreview();
    void clearOnly();
    void showMenu(const QPoint &position);

    LibrarySession &m_session;
    ReviewListModel *m_model;
    ReviewFilter *m_filter;
    QStackedWidget *m_stack;
    FirstScreen *m_first;
    QTableView *m_table;
    ReviewPreview *m_preview;
    QLineEdit *m_search;
    QComboBox *m_status;
    QLabel *m_count;
    DraftBar *m_drafts;
    QWidget *m_onlyBar;
    QLabel *m_onlyText;
    QLabel *m_nothing;
};

} // namespace SecondStory::Ui
