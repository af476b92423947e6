// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/segments.h"

#include "theme/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

namespace SecondStory::Ui {

Segments::Segments(const QStringList &choices, const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    setAccessibleName(accessibleName);
    for (int i = 0; i < choices.size(); ++i) {
        auto *button = new QToolButton(this);
        button->setText(choices[i]);
        button->setCheckable(true);
        button->setChecked(i == 0);
        button->setMinimumHeight(Space::kTarget);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAccessibleName(
            tr("%1: %2", "what is chosen, choice").arg(accessibleName, choices[i]));
        m_group->addButton(button, i);
        layout->addWidget(button);
    }
    connect(m_group, &QButtonGroup::idClicked, this, &Segments::chosen);
}

int Segments::current() const
{
    return m_group->checkedId();
}

void Segments::setCurrent(int index)
{
    if (auto *button = m_group->button(index))
        button->setChecked(true);
}

} // namespace SecondStory::Ui
