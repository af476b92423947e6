// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/reviewcontents.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace SecondStory::Ui {

class LinkButton;
class NoteEdit;
class PeoplePicker;

/// The top of a column: whose account it is, and the way to take it out.
class ColumnHead : public QWidget {
    Q_OBJECT
public:
    explicit ColumnHead(QWidget *parent = nullptr);
    void show(const ReviewContents &contents, const Account &account);
    [[nodiscard]] PeoplePicker *picker() const { return m_people; }

Q_SIGNALS:
    void peopleChosen(const QList<SecondStory::PersonId> &people);
    void removeRequested();

private:
    PeoplePicker *m_people;
    QToolButton *m_remove;
};

/// The left end of a row: what it is about, whether accounts differ in it, and the way to say so.
class RowHead : public QWidget {
    Q_OBJECT
public:
    RowHead(AccountAspect aspect, bool canDiffer, QWidget *parent = nullptr);
    [[nodiscard]] AccountAspect aspect() const { return m_aspect; }
    [[nodiscard]] LinkButton *markButton() const { return m_mark; }
    void setDifferences(int count);

Q_SIGNALS:
    void markRequested(QPoint globalPlace);

private:
    AccountAspect m_aspect;
    QLabel *m_state;
    LinkButton *m_mark = nullptr;
};

/// Says below a row which two accounts differ there, with a note.
class DifferenceRow : public QWidget {
    Q_OBJECT
public:
    explicit DifferenceRow(QWidget *parent = nullptr);
    void show(const ReviewContents &contents, const Contradiction &difference);
    [[nodiscard]] NoteEdit *note() const { return m_note; }

Q_SIGNALS:
    void noteWritten(const QString &note);
    void askRequested();
    void removeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_words;
    NoteEdit *m_note;
    LinkButton *m_ask;
    LinkButton *m_remove;
};

} // namespace SecondStory::Ui
