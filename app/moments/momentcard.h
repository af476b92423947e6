// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/account.h"
#include "domain/moment.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

class AccountBoard;
class PeoplePicker;

/// One moment to read and to write: its name, its time, who was there, and the accounts of it side
/// by side.
class MomentCard : public QWidget {
    Q_OBJECT
public:
    explicit MomentCard(Editing::ReviewDocument &document, QWidget *parent = nullptr);

    void showMoment(MomentId id);
    /// Stores what is typed and not stored yet.
    void flush();
    void editTitle();
    [[nodiscard]] AccountBoard *board() const { return m_board; }

public Q_SLOTS:
    /// Adds an account of the first of the moment's people that has none, and goes there.
    void addAccount();

Q_SIGNALS:
    void removeRequested();
    void questionAsked(SecondStory::ContradictionId difference);
    /// Something was not done, in a sentence.
    void refused(const QString &why);

private:
    void buildHead(QBoxLayout *layout);
    void refresh();
    void takeTitle();
    void takeSpan();
    [[nodiscard]] QList<PersonId> nextTeller() const;

    Editing::ReviewDocument &m_document;
    MomentId m_moment;
    QLineEdit *m_title;
    QLineEdit *m_start;
    QLineEdit *m_end;
    QLabel *m_zone;
    PeoplePicker *m_people;
    QPushButton *m_add;
    QToolButton *m_remove;
    QStackedWidget *m_stack;
    AccountBoard *m_board;
    QWidget *m_empty;
};

} // namespace SecondStory::Ui
