// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWheelEvent>

namespace SecondStory::Ui {

/// A turn of the wheel in notches, whichever axis the platform put it on.
struct WheelSteps {
    double vertical = 0;
    double horizontal = 0;
    bool isShifted = false;

    explicit WheelSteps(const QWheelEvent &event)
        : vertical(event.angleDelta().y() / 120.0)
        , horizontal(event.angleDelta().x() / 120.0)
        , isShifted(event.modifiers() & Qt::ShiftModifier)
    {
    }
    [[nodiscard]] double any() const { return vertical != 0 ? vertical : horizontal; }
    [[nodiscard]] bool isSideways() const
    {
        return isShifted || (horizontal != 0 && vertical == 0);
    }
};

} // namespace SecondStory::Ui
