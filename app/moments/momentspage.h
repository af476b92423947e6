// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"

#include <QWidget>

class QLabel;
class QListView;
class QStackedWidget;

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

class MomentCard;
class MomentListModel;
class MomentSide;

/// The moments of a review: which there are, one of them with its accounts, and what is recorded
/// and asked about it.
class MomentsPage : public QWidget {
    Q_OBJECT
public:
    explicit MomentsPage(Editing::ReviewDocument &document, QWidget *parent = nullptr);

    /// Opens a moment; false when it is not in the review (any more).
    bool showMoment(MomentId id);
    /// Opens the moment of an account and goes to its column.
    bool showAccount(AccountId id);
    /// Goes to the name of the open moment, to give it another.
    void editTitle();
    /// Stores what is typed and not stored yet.
    void flush();
    [[nodiscard]] MomentId current() const;
    [[nodiscard]] MomentCard *card() const { return m_card; }
    [[nodiscard]] MomentSide *side() const { return m_side; }
    [[nodiscard]] QListView *list() const { return m_list; }
    /// The keys of this page, for the sheet behind "?".
    [[nodiscard]] static QList<std::pair<QString, QString>> keyHelp();

public Q_SLOTS:
    void addMoment();
    /// Removes the open moment.
    void removeCurrent();

Q_SIGNALS:
    void eventRequested(SecondStory::EventId event);
    void timelineRequested();
    void questionsRequested();
    void statusMessage(const QString &text);
    /// Another moment is open; null: none.
    void currentChanged(SecondStory::MomentId moment);
    /// Something was not done, in a sentence.
    void refused(const QString &why);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeList();
    void connectParts();
    void showCurrent();
    void updateEmpty();

    Editing::ReviewDocument &m_document;
    MomentListModel *m_model;
    QListView *m_list;
    MomentCard *m_card;
    MomentSide *m_side;
    QStackedWidget *m_stack;
    QWidget *m_empty;
    QWidget *m_filled;
    QLabel *m_count;
};

} // namespace SecondStory::Ui
