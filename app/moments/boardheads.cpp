// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "moments/boardheads.h"

#include "moments/accountcell.h"
#include "moments/momentwords.h"
#include "moments/peoplepicker.h"
#include "theme/theme.h"
#include "theme/widgets.h"
#include "widgets/smallwidgets.h"

#include <QBoxLayout>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kSign = 20;

/// The sign of two accounts that differ: two strokes that do not meet.
void paintSign(QPainter &painter, QRectF place, const Figures::Palette &colours)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.uncertain);
    painter.drawEllipse(place);
    QPen stroke(colours.surface, 1.6);
    stroke.setCapStyle(Qt::RoundCap);
    painter.setPen(stroke);
    const QPointF c = place.center();
    painter.drawLine(c + QPointF(-4, -2), c + QPointF(4, -2));
    painter.drawLine(c + QPointF(-4, 2), c + QPointF(4, 2));
    painter.drawLine(c + QPointF(-2, 5), c + QPointF(2, -5));
}

} // namespace

ColumnHead::ColumnHead(QWidget *parent)
    : QWidget(parent)
    , m_people(new PeoplePicker(tr("Whose account"), tr("Whose account?"), this))
    , m_remove(new QToolButton(this))
{
    setAutoFillBackground(true);
    m_remove->setAutoRaise(true);
    m_remove->setIcon(icon(u"trash"_s, this));
    m_remove->setFixedSize(Space::kTarget, Space::kTarget);
    m_remove->setToolTip(tr("Remove this account"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, Space::kTiny, 0, Space::kTiny);
    row->setSpacing(Space::kTiny);
    row->addWidget(m_people, 1);
    row->addWidget(m_remove, 0, Qt::AlignTop);
    connect(m_people, &PeoplePicker::chosen, this, &ColumnHead::peopleChosen);
    connect(m_remove, &QToolButton::clicked, this, &ColumnHead::removeRequested);
}

void ColumnHead::show(const ReviewContents &contents, const Account &account)
{
    m_people->show(contents, account.people);
    m_remove->setAccessibleName(tr("Remove the account of %1").arg(accountName(contents, account)));
}

RowHead::RowHead(AccountAspect aspect, bool canDiffer, QWidget *parent)
    : QWidget(parent)
    , m_aspect(aspect)
    , m_state(mutedLabel({}, 0.85, this))
{
    setAutoFillBackground(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, Space::kSmall, Space::kSmall, 0);
    column->setSpacing(0);
    auto *name = plainLabel(aspectWord(aspect), 1.0, QFont::DemiBold, this);
    name->setWordWrap(true);
    column->addWidget(name);
    m_state->setWordWrap(true);
    column->addWidget(m_state);
    if (canDiffer) {
        m_mark = new LinkButton(tr("They differ…"), this);
        m_mark->setFont(fontAt(font(), 0.85));
        m_mark->setToolTip(tr("Say that two accounts do not agree here"));
        m_mark->setAccessibleName(tr("%1: they differ").arg(aspectWord(aspect)));
        column->addWidget(m_mark, 0, Qt::AlignLeft);
        connect(m_mark, &LinkButton::clicked, this,
                [this] { emit markRequested(m_mark->mapToGlobal(m_mark->rect().bottomLeft())); });
    }
    column->addStretch();
    setDifferences(0);
}

void RowHead::setDifferences(int count)
{
    m_state->setText(count > 0 ? tr("≠ accounts differ") : QString());
    m_state->setVisible(count > 0);
}

DifferenceRow::DifferenceRow(QWidget *parent)
    : QWidget(parent)
    , m_words(plainLabel({}, 1.0, QFont::DemiBold, this))
    , m_note(new AccountCell(this))
    , m_ask(new LinkButton(tr("Ask about it"), this))
    , m_remove(new LinkButton(tr("They agree"), this))
{
    m_words->setWordWrap(true);
    m_note->setPlaceholderText(tr("What each of them tells. Who else was there?"));
    m_remove->setToolTip(tr("Takes this mark away; the accounts stay as they are"));
    m_ask->setToolTip(tr("Makes an open question of it"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kSign + 2 * Space::kSmall, Space::kTiny, Space::kSmall, Space::kTiny);
    row->setSpacing(Space::kPanel);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_words);
    auto *links = new QHBoxLayout;
    links->setSpacing(Space::kSmall);
    links->addWidget(m_ask);
    links->addWidget(m_remove);
    links->addStretch();
    words->addLayout(links);
    words->addStretch();
    row->addLayout(words, 2);
    row->addWidget(m_note, 3);
    connect(m_note, &NoteEdit::edited, this, &DifferenceRow::noteWritten);
    connect(m_ask, &LinkButton::clicked, this, [this] {
        m_note->flush();
        emit askRequested();
    });
    connect(m_remove, &LinkButton::clicked, this, &DifferenceRow::removeRequested);
}

void DifferenceRow::show(const ReviewContents &contents, const Contradiction &difference)
{
    const auto *first = findRecord<Account>(contents, difference.first);
    const auto *second = findRecord<Account>(contents, difference.second);
    if (!first || !second)
        return;
    m_words->setText(tr("%1 and %2 differ here")
                         .arg(accountName(contents, *first), accountName(contents, *second)));
    m_note->setAccessibleName(tr("%1: note on what differs").arg(aspectWord(difference.aspect)));
    m_note->setStored(difference.note);
}

void DifferenceRow::paintEvent(QPaintEvent *)
{
    const Figures::Palette &colours = paletteFor(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Figures::blend(colours.window, colours.uncertain, 0.12));
    painter.drawRoundedRect(QRectF(rect()), 4, 4);
    paintSign(painter, QRectF(Space::kSmall, Space::kTiny + 1, kSign - 2, kSign - 2), colours);
}

} // namespace SecondStory::Ui
