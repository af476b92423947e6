// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inspector/knowneditor.h"

#include "analysis/castknowledge.h"
#include "domain/timeentry.h"
#include "editing/reviewdocument.h"
#include "evidence/evidencewords.h"
#include "theme/theme.h"
#include "theme/widgets.h"
#include "widgets/smallwidgets.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

/// In the order of the choice.
enum Choice { Since, NotDuring };

} // namespace

KnownEditor::KnownEditor(QWidget *parent)
    : QWidget(parent)
{
    auto *people = new QWidget(this);
    m_chips = new FlowLayout(people);
    m_kind = new QComboBox(this);
    m_kind->addItems({ tr("knew it since"), tr("not during the incident") });
    m_kind->setAccessibleName(tr("Whether it was known"));
    m_time = new QLineEdit(this);
    m_time->setAccessibleName(tr("Known since"));
    m_note = new QLineEdit(this);
    m_note->setAccessibleName(tr("How you know"));
    m_note->setPlaceholderText(tr("How you know: an account, a call…"));
    m_problem = plainLabel({}, 0.85, QFont::Normal, this);
    m_problem->setWordWrap(true);
    m_apply = new LinkButton(tr("State it"), this);
    m_apply->setObjectName(u"stateKnown"_s);
    m_withdraw = new LinkButton(tr("Take it back"), this);
    m_leave = new LinkButton(tr("Leave it"), this);
    auto *links = new QHBoxLayout;
    links->setSpacing(0);
    links->addWidget(m_apply);
    links->addStretch();
    links->addWidget(m_withdraw);
    links->addWidget(m_leave);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::kTiny);
    layout->addWidget(people);
    layout->addWidget(m_kind);
    layout->addWidget(m_time);
    layout->addWidget(m_note);
    layout->addWidget(m_problem);
    layout->addLayout(links);
    connect(m_kind, &QComboBox::activated, this, &KnownEditor::showFields);
    connect(m_apply, &LinkButton::clicked, this, &KnownEditor::apply);
    connect(m_leave, &LinkButton::clicked, this, &KnownEditor::left);
    connect(m_withdraw, &LinkButton::clicked, this, [this] { emit withdrawn(m_statement); });
    for (QLineEdit *edit : { m_time, m_note })
        connect(edit, &QLineEdit::returnPressed, this, &KnownEditor::apply);
}

void KnownEditor::begin(Editing::ReviewDocument &document, std::optional<TimePoint> start,
                        const QList<PersonId> &people)
{
    m_document = &document;
    m_start = start;
    m_people = people;
    m_statement = {};
    m_note->clear();
    open(start, true);
}

void KnownEditor::begin(Editing::ReviewDocument &document, std::optional<TimePoint> start,
                        const KnownTo &statement)
{
    m_document = &document;
    m_start = start;
    m_people = { statement.personId };
    m_statement = statement.id;
    m_note->setText(statement.note);
    open(statement.since ? statement.since : start, statement.since.has_value());
}

void KnownEditor::open(std::optional<TimePoint> since, bool isDuring)
{
    m_kind->setCurrentIndex(isDuring ? Since : NotDuring);
    m_usualTime = m_start ? m_document->clock().isoText(*m_start) : QString();
    m_time->setText(since ? m_document->clock().isoText(*since) : QString());
    m_time->setCursorPosition(0);
    m_time->setPlaceholderText(tr("when it happened"));
    m_problem->hide();
    showPeople();
    showFields();
}

void KnownEditor::showFields()
{
    m_time->setVisible(m_kind->currentIndex() == Since);
    m_withdraw->setVisible(!m_statement.isNull());
}

void KnownEditor::showPeople()
{
    clearLayout(m_chips);
    for (const PersonId id : std::as_const(m_people)) {
        const auto *person = findRecord<Person>(m_document->contents(), id);
        if (!person)
            continue;
        auto *chip = new Chip(visibleText(person->displayName()), m_statement.isNull(),
                              m_chips->parentWidget());
        connect(
            chip, &Chip::removeRequested, this,
            [this, id] {
                m_people.removeAll(id);
                showPeople();
            },
            Qt::QueuedConnection);
        m_chips->addWidget(chip);
    }
    if (!m_statement.isNull())
        return;
    auto *add =
        new LinkButton(m_people.isEmpty() ? tr("Choose who") : tr("And…"), m_chips->parentWidget());
    add->setObjectName(u"chooseWho"_s);
    connect(add, &LinkButton::clicked, this, &KnownEditor::addPersonMenu);
    m_chips->addWidget(add);
}

void KnownEditor::addPersonMenu()
{
    QMenu menu(this);
    const auto add = [this](const QList<PersonId> &people) {
        for (const PersonId id : people) {
            if (!m_people.contains(id))
                m_people << id;
        }
        showPeople();
    };
    QHash<QString, QList<PersonId>> roles;
    for (const Person &person : m_document->contents().people) {
        if (!Analysis::canKnow(person))
            continue;
        if (!person.role.isEmpty())
            roles[person.role] << person.id;
        if (!m_people.contains(person.id))
            menu.addAction(visibleText(person.displayName()).replace(u'&', u"&&"_s), this,
                           [add, id = person.id] { add({ id }); });
    }
    menu.addSeparator();
    for (auto it = roles.cbegin(); it != roles.cend(); ++it) {
        if (it->size() > 1)
            menu.addAction(
                tr("Everybody who is %1").arg(visibleText(it.key()).replace(u'&', u"&&"_s)), this,
                [add, people = *it] { add(people); });
    }
    if (menu.isEmpty())
        menu.addAction(tr("Nobody else is in the cast"))->setEnabled(false);
    menu.exec(QCursor::pos());
}

std::optional<Editing::KnownSince> KnownEditor::read() const
{
    if (m_kind->currentIndex() == NotDuring)
        return Editing::KnownSince::notDuring();
    const QString text = m_time->text().trimmed();
    // What the field was filled with is whole seconds: the event's own time is meant.
    if (text.isEmpty() || text == m_usualTime)
        return Editing::KnownSince{};
    const auto time = readTimeEntry(text, m_document->clock(), m_start);
    if (!time)
        return {};
    return Editing::KnownSince::at(*time);
}

void KnownEditor::apply()
{
    if (!m_document)
        return;
    const auto since = read();
    QString problem;
    if (m_people.isEmpty())
        problem = tr("Choose who knew it.");
    else if (!since)
        problem = tr("Write the time like 2026-03-12 14:07 or 14:07:35.");
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (problem.isEmpty())
        emit stated(m_people, *since, m_note->text().trimmed());
}

} // namespace SecondStory::Ui
