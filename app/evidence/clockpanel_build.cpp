// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/sourceclock.h"
#include "evidence/clockpanel.h"
#include "theme/theme.h"
#include "theme/widgets.h"
#include "theme/zonecombo.h"
#include "widgets/smallwidgets.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kLinesSeen = 5;

void place(QGridLayout *grid, int column, const QString &name, QWidget *editor, QLabel *need)
{
    auto *label = mutedLabel(name, 0.85, editor->parentWidget());
    label->setBuddy(editor);
    editor->setAccessibleName(name);
    grid->addWidget(label, 0, column);
    grid->addWidget(editor, 1, column);
    if (need)
        grid->addWidget(need, 2, column);
}

} // namespace

void ClockPanel::build()
{
    auto *intro = mutedLabel(
        tr("What was assumed of the clock this file was written by. Correct it, and its events "
           "move; the recorded words, and times that you stated, stay."),
        1.0, this);
    intro->setWordWrap(true);
    m_zone = makeZoneCombo(u"UTC"_s, this);
    m_zone->insertItem(0, tr("Not known"));
    m_zone->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_zone->setMinimumContentsLength(16);
    m_date = new QLineEdit(this);
    m_date->setPlaceholderText(tr("2026-03-12"));
    m_start = new QLineEdit(this);
    m_start->setPlaceholderText(tr("2026-03-12 14:16"));
    m_skew = new QLineEdit(this);
    m_skew->setPlaceholderText(tr("+90 s, -1 h, 00:02:10"));
    m_zoneNeed = mutedLabel({}, 0.85, this);
    m_dateNeed = mutedLabel({}, 0.85, this);
    m_startNeed = mutedLabel({}, 0.85, this);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Space::kPanel);
    grid->setVerticalSpacing(2);
    place(grid, 0, tr("Time zone"), m_zone, m_zoneNeed);
    place(grid, 1, tr("Date"), m_date, m_dateNeed);
    place(grid, 2, tr("Start"), m_start, m_startNeed);
    place(grid, 3, tr("Skew: how far it was behind"), m_skew, nullptr);
    for (int column = 0; column < 4; ++column)
        grid->setColumnStretch(column, 1);
    m_sentence = plainLabel({}, 1.0, QFont::DemiBold, this);
    m_sentence->setWordWrap(true);
    m_sentence->setAccessibleName(tr("What would move"));
    m_lines = new QTableWidget(0, 4, this);
    makeQuiet(m_lines);
    m_lines->setHorizontalHeaderLabels({ tr("As found"), tr("Now"), tr("Then"), tr("Event") });
    m_lines->horizontalHeader()->setStretchLastSection(true);
    m_lines->setAccessibleName(tr("The first events that move"));
    m_lines->setFixedHeight(m_lines->verticalHeader()->defaultSectionSize() * (kLinesSeen + 1) + 2);
    m_apply = new QPushButton(tr("Correct the clock"), this);
    makePrimary(m_apply);
    m_reset = new QPushButton(tr("As it is stored"), this);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(Space::kSmall);
    foot->addStretch();
    foot->addWidget(m_reset);
    foot->addWidget(m_apply);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Space::kPanel, Space::kWide, Space::kPanel);
    layout->setSpacing(Space::kSmall);
    layout->addWidget(intro);
    layout->addLayout(grid);
    layout->addWidget(buildAnchor());
    layout->addWidget(hairline(this));
    layout->addWidget(m_sentence);
    layout->addWidget(m_lines);
    layout->addLayout(foot);
    layout->addStretch();
    connect(m_zone, &QComboBox::currentTextChanged, this, &ClockPanel::refresh);
    for (QLineEdit *edit : { m_date, m_start, m_skew }) {
        connect(edit, &QLineEdit::textChanged, this, &ClockPanel::refresh);
        connect(edit, &QLineEdit::returnPressed, m_apply, &QPushButton::click);
    }
    connect(m_apply, &QPushButton::clicked, this, &ClockPanel::apply);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        if (const EvidenceSource *stored = source())
            showClock(clockOf(*stored));
    });
}

QWidget *ClockPanel::buildAnchor()
{
    m_anchorBox = new QWidget(this);
    m_anchorWords = plainLabel({}, 1.0, QFont::Normal, m_anchorBox);
    m_anchorWords->setWordWrap(true);
    m_anchorAt = new QLineEdit(m_anchorBox);
    m_anchorAt->setPlaceholderText(tr("2026-03-12 14:07:35"));
    m_anchorAt->setAccessibleName(tr("When it really was"));
    m_anchorAt->setMinimumWidth(fontMetrics().averageCharWidth() * 24);
    m_anchorAt->setMaximumWidth(fontMetrics().averageCharWidth() * 28);
    m_anchorOther = new LinkButton(tr("The time of another event…"), m_anchorBox);
    auto *layout = new QHBoxLayout(m_anchorBox);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::kSmall);
    layout->addWidget(m_anchorWords, 1);
    layout->addWidget(m_anchorAt);
    layout->addWidget(m_anchorOther);
    connect(m_anchorAt, &QLineEdit::textEdited, this, &ClockPanel::takeAnchor);
    connect(m_anchorAt, &QLineEdit::returnPressed, m_apply, &QPushButton::click);
    connect(m_anchorOther, &LinkButton::clicked, this, &ClockPanel::pickOther);
    return m_anchorBox;
}

} // namespace SecondStory::Ui
