// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/reviewcontents.h"

#include <QWidget>

class QMenu;

namespace SecondStory::Ui {

class FlowLayout;
class LinkButton;

/// Some people of the cast as chips, with a menu to choose them.
class PeoplePicker : public QWidget {
    Q_OBJECT
public:
    /// `what` names the list for readers of the screen; `none` is offered while it is empty.
    PeoplePicker(const QString &what, const QString &none, QWidget *parent = nullptr);

    void show(const ReviewContents &contents, const QList<PersonId> &people);
    [[nodiscard]] const QList<PersonId> &people() const { return m_people; }
    /// Fills a menu with the cast, those chosen ticked.
    void fill(QMenu &menu);

Q_SIGNALS:
    void chosen(const QList<SecondStory::PersonId> &people);

private:
    void toggle(PersonId person);
    [[nodiscard]] QString namesText() const;
    void openMenu();

    QString m_none;
    QList<PersonId> m_people;
    QList<std::pair<PersonId, QString>> m_cast;
    FlowLayout *m_flow;
    LinkButton *m_add;
};

} // namespace SecondStory::Ui
