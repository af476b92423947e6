// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "moments/peoplepicker.h"

#include "evidence/evidencewords.h"
#include "widgets/smallwidgets.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

PeoplePicker::PeoplePicker(const QString &what, const QString &none, QWidget *parent)
    : QWidget(parent)
    , m_none(none)
    , m_flow(new FlowLayout(this))
    , m_add(new LinkButton(none, this))
{
    setAccessibleName(what);
    m_add->setAccessibleDescription(what);
    m_flow->addWidget(m_add);
    connect(m_add, &LinkButton::clicked, this, &PeoplePicker::openMenu);
}

void PeoplePicker::show(const ReviewContents &contents, const QList<PersonId> &people)
{
    QList<std::pair<PersonId, QString>> cast;
    for (const Person &person : contents.people)
        cast.append({ person.id, visibleText(person.displayName()) });
    if (m_people == people && m_cast == cast && m_flow->count() > 0)
        return;
    m_people = people;
    m_cast = cast;
    const bool hadFocus = m_add->hasFocus();
    // The button outlives the chips, so that the focus stays.
    while (m_flow->count() > 0) {
        const std::unique_ptr<QLayoutItem> item(m_flow->takeAt(0));
        if (item->widget() != m_add)
            item->widget()->deleteLater();
    }
    int shown = 0;
    for (const PersonId id : people) {
        for (const auto &[each, name] : m_cast) {
            if (each != id)
                continue;
            auto *chip = new Chip(name, true, this);
            connect(chip, &Chip::removeRequested, this, [this, id] { toggle(id); });
            m_flow->addWidget(chip);
            chip->show();
            ++shown;
        }
    }
    m_add->setText(shown > 0 ? tr("Change…") : m_none);
    m_add->setAccessibleName(
        QString(accessibleName() + u": "_s + (shown > 0 ? namesText() : m_none)));
    m_flow->addWidget(m_add);
    if (hadFocus)
        m_add->setFocus();
    updateGeometry();
}

QString PeoplePicker::namesText() const
{
    QStringList names;
    for (const PersonId id : m_people) {
        for (const auto &[each, name] : m_cast) {
            if (each == id)
                names << name;
        }
    }
    return names.join(u", "_s);
}

void PeoplePicker::fill(QMenu &menu)
{
    for (const auto &[id, name] : std::as_const(m_cast)) {
        QAction *action = menu.addAction(QString(name).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(m_people.contains(id));
        connect(action, &QAction::triggered, this, [this, person = id] { toggle(person); });
    }
    if (menu.isEmpty())
        menu.addAction(tr("Nobody is in the cast yet"))->setEnabled(false);
}

void PeoplePicker::toggle(PersonId person)
{
    QList<PersonId> people = m_people;
    if (people.removeAll(person) == 0)
        people << person;
    emit chosen(people);
}

void PeoplePicker::openMenu()
{
    QMenu menu(this);
    fill(menu);
    menu.exec(m_add->mapToGlobal(QPoint(0, m_add->height())));
}

} // namespace SecondStory::Ui
