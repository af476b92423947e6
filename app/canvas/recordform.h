// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/canvas/factorwords.h"

#include <QComboBox>
#include <QFormLayout>

namespace SecondStory::Ui {

/// Gives a panel beside the canvas its form, with our margins and spacing.
[[nodiscard]] QFormLayout *addForm(QWidget &panel);

/// Offers every value of E, in the order of its declaration.
template <class E>
void addChoices(QComboBox &box)
{
    for (const E value : Figures::allValues<E>())
        box.addItem(Figures::capitalised(Figures::wordFor(value)));
}

} // namespace SecondStory::Ui
