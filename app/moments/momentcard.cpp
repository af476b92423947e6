// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "moments/momentcard.h"

#include "domain/labels.h"
#include "domain/timeentry.h"
#include "editing/momentedits.h"
#include "moments/accountboard.h"
#include "moments/momentwords.h"
#include "moments/peoplepicker.h"
#include "theme/theme.h"
#include "theme/tooltip.h"
#include "theme/widgets.h"
#include "widgets/emptystate.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

EmptyState *noAccounts(QWidget *parent)
{
    return new EmptyState(
        u"interviews"_s, MomentCard::tr("How did it look from where they stood?"),
        MomentCard::tr("An account is one person's: goals, what was known, what held the "
                       "attention, which ways on were in sight. Two accounts stand side by side "
                       "and are never merged; where they differ, the best questions are."),
        parent);
}

} // namespace

MomentCard::MomentCard(Editing::ReviewDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_title(new QLineEdit(this))
    , m_start(new QLineEdit(this))
    , m_end(new QLineEdit(this))
    , m_zone(mutedLabel({}, 0.85, this))
    , m_people(new PeoplePicker(tr("Who was there"), tr("Who was there?"), this))
    , m_add(new QPushButton(tr("Add account"), this))
    , m_remove(new QToolButton(this))
    , m_stack(new QStackedWidget(this))
    , m_board(new AccountBoard(document, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::kWide, Space::kPanel, Space::kSmall, 0);
    layout->setSpacing(Space::kSmall);
    buildHead(layout);
    auto *empty = noAccounts(this);
    auto *first = empty->addAction(tr("Add the first account"));
    m_empty = empty;
    m_stack->addWidget(m_board);
    m_stack->addWidget(m_empty);
    layout->addWidget(m_stack, 1);
    connect(first, &QPushButton::clicked, this, &MomentCard::addAccount);
    connect(m_add, &QPushButton::clicked, this, &MomentCard::addAccount);
    connect(m_remove, &QToolButton::clicked, this, &MomentCard::removeRequested);
    connect(m_title, &QLineEdit::editingFinished, this, &MomentCard::takeTitle);
    connect(m_start, &QLineEdit::editingFinished, this, &MomentCard::takeSpan);
    connect(m_end, &QLineEdit::editingFinished, this, &MomentCard::takeSpan);
    connect(m_people, &PeoplePicker::chosen, this, [this](const QList<PersonId> &people) {
        if (const auto done = Editing::setMomentPeople(m_document, m_moment, people); !done)
            emit refused(done.error().toString());
    });
    connect(m_board, &AccountBoard::questionAsked, this, &MomentCard::questionAsked);
    connect(m_board, &AccountBoard::refused, this, &MomentCard::refused);
    connect(&document, &Editing::ReviewDocument::changed, this, &MomentCard::refresh);
}

void MomentCard::buildHead(QBoxLayout *layout)
{
    m_title->setFont(fontAt(font(), 1.5, QFont::DemiBold));
    m_title->setFrame(false);
    m_title->setAccessibleName(tr("Name of the moment"));
    QPalette clear = m_title->palette();
    clear.setColor(QPalette::Base, Qt::transparent);
    m_title->setPalette(clear);
    m_remove->setAutoRaise(true);
    m_remove->setIcon(icon(u"trash"_s, this));
    m_remove->setFixedSize(Space::kRow, Space::kRow);
    m_remove->setToolTip(tr("Remove this moment with its accounts; undo brings it back"));
    m_remove->setAccessibleName(tr("Remove moment"));
    auto *top = new QHBoxLayout;
    top->setSpacing(Space::kSmall);
    top->addWidget(m_title, 1);
    top->addWidget(m_add);
    top->addWidget(m_remove);
    layout->addLayout(top);
    m_start->setAccessibleName(tr("When it began"));
    m_start->setPlaceholderText(tr("2026-03-12 14:07"));
    m_end->setAccessibleName(tr("When it ended"));
    m_end->setPlaceholderText(tr("until, if it lasted"));
    auto *time = new QHBoxLayout;
    time->setSpacing(Space::kSmall);
    for (QLineEdit *edit : { m_start, m_end }) {
        edit->setFont(tabular(edit->font()));
        edit->setFixedWidth(edit->fontMetrics().horizontalAdvance(u"2026-03-12 14:07:35"_s)
                            + 2 * Space::kPanel);
    }
    time->addWidget(m_start);
    time->addWidget(plainLabel(u"–"_s, 1.0, QFont::Normal, this));
    time->addWidget(m_end);
    time->addWidget(m_zone);
    time->addStretch();
    layout->addLayout(time);
    layout->addWidget(m_people);
}

void MomentCard::showMoment(MomentId id)
{
    if (m_moment != id)
        flush();
    m_moment = id;
    m_board->showMoment(id);
    refresh();
}

void MomentCard::flush()
{
    if (m_title->isModified())
        takeTitle();
    if (m_start->isModified() || m_end->isModified())
        takeSpan();
    m_board->flush();
}

void MomentCard::editTitle()
{
    m_title->setFocus(Qt::OtherFocusReason);
    m_title->selectAll();
}

void MomentCard::refresh()
{
    const auto *moment = findRecord<Moment>(m_document.contents(), m_moment);
    if (!moment)
        return;
    const ZoneClock &clock = m_document.clock();
    // A line says what is stored; setText() leaves it unmodified, and the cursor where one writes.
    const auto show = [](QLineEdit *edit, const QString &text) {
        if (edit->text() != text && !edit->isModified()) {
            edit->setText(text);
            edit->setCursorPosition(0);
        }
    };
    show(m_title, moment->title);
    show(m_start, moment->start ? clock.isoText(*moment->start) : QString());
    show(m_end, moment->end ? clock.isoText(*moment->end) : QString());
    QStringList beside;
    if (moment->start)
        beside << clock.offsetText(*moment->start);
    else
        beside << tr("undated");
    if (moment->start && moment->end)
        beside << durationText(moment->end->us - moment->start->us);
    m_zone->setText(beside.join(u" · "_s));
    m_zone->setToolTip(plainToolTip(clock.zoneId()));
    m_people->show(m_document.contents(), moment->people);
    const bool hasAccounts = !accountsOf(m_document.contents(), m_moment).isEmpty();
    m_stack->setCurrentWidget(hasAccounts ? static_cast<QWidget *>(m_board) : m_empty);
    m_add->setVisible(hasAccounts);
}

void MomentCard::takeTitle()
{
    m_title->setModified(false);
    const auto *moment = findRecord<Moment>(m_document.contents(), m_moment);
    if (!moment || m_title->text() == moment->title)
        return;
    if (const auto done = Editing::setMomentTitle(m_document, m_moment, m_title->text()); !done)
        emit refused(done.error().toString());
    refresh();
}

void MomentCard::takeSpan()
{
    const auto *moment = findRecord<Moment>(m_document.contents(), m_moment);
    if (!moment)
        return;
    const ZoneClock &clock = m_document.clock();
    const auto shown = [&clock](const std::optional<TimePoint> &time) {
        return time ? clock.isoText(*time) : QString();
    };
    const QString startText = m_start->text().trimmed();
    const QString endText = m_end->text().trimmed();
    // The lines show whole seconds: what they were filled with is no edit.
    if (startText == shown(moment->start) && endText == shown(moment->end))
        return;
    const auto start = startText == shown(moment->start)
        ? moment->start
        : readTimeEntry(startText, clock, moment->start);
    const auto end = endText == shown(moment->end)
        ? moment->end
        : readTimeEntry(endText, clock, start ? start : moment->start);
    m_start->setModified(false);
    m_end->setModified(false);
    if ((!startText.isEmpty() && !start) || (!endText.isEmpty() && !end)) {
        emit refused(tr("Write times like 2026-03-12 14:07 or 14:07:35"));
        return;
    }
    if (const auto done = Editing::setMomentSpan(m_document, m_moment, start, end); !done)
        emit refused(done.error().toString());
    refresh();
}

QList<PersonId> MomentCard::nextTeller() const
{
    const ReviewContents &contents = m_document.contents();
    const auto *moment = findRecord<Moment>(contents, m_moment);
    QList<PersonId> told;
    for (const Account &account : accountsOf(contents, m_moment))
        told << account.people;
    for (const PersonId id : moment ? moment->people : QList<PersonId>()) {
        const auto *person = findRecord<Person>(contents, id);
        if (person && person->kind != PersonKind::Bot && !told.contains(id))
            return { id };
    }
    return {};
}

void MomentCard::addAccount()
{
    flush();
    const auto added = Editing::addAccount(m_document, m_moment, nextTeller());
    if (!added) {
        emit refused(added.error().toString());
        return;
    }
    m_board->enter(*added);
}

} // namespace SecondStory::Ui
