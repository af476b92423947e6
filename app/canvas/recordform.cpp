// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/recordform.h"

#include "theme/theme.h"

#include <QVBoxLayout>

namespace SecondStory::Ui {

QFormLayout *addForm(QWidget &panel)
{
    auto *form = new QFormLayout;
    auto *layout = new QVBoxLayout(&panel);
    layout->setContentsMargins(Space::kPanel, Space::kPanel, Space::kPanel, Space::kPanel);
    layout->addLayout(form);
    layout->addStretch();
    form->setSpacing(Space::kSmall);
    form->setLabelAlignment(Qt::AlignLeft);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return form;
}

} // namespace SecondStory::Ui
