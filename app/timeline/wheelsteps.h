// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWheelEvent>

#include <cmath>

namespace SecondStory::Ui {

/// A turn of the wheel in notches, whichever axis the platform put it on; of a trackpad also in
/// pixels.
struct WheelSteps {
    static constexpr double kPixelsPerNotch = 40;

    double vertical = 0;
    double horizontal = 0;
    QPointF pixels; ///< what the fingers moved; null for a wheel
    bool isShifted = false;

    explicit WheelSteps(const QWheelEvent &event)
        : vertical(event.angleDelta().y() / 120.0)
        , horizontal(event.angleDelta().x() / 120.0)
        , pixels(event.pixelDelta())
        , isShifted(event.modifiers() & Qt::ShiftModifier)
    {
        // Some trackpads speak in pixels only.
        if (event.angleDelta().isNull()) {
            vertical = pixels.y() / kPixelsPerNotch;
            horizontal = pixels.x() / kPixelsPerNotch;
        }
    }
    [[nodiscard]] double any() const
    {
        return std::abs(horizontal) > std::abs(vertical) ? horizontal : vertical;
    }
    [[nodiscard]] bool isSideways() const
    {
        return isShifted || std::abs(horizontal) > std::abs(vertical);
    }
    /// How far to move sideways or along: the fingers' own pixels, or `perNotch` for each notch.
    [[nodiscard]] double distance(double perNotch) const
    {
        if (pixels.isNull())
            return any() * perNotch;
        return std::abs(pixels.x()) > std::abs(pixels.y()) ? pixels.x() : pixels.y();
    }
};

} // namespace SecondStory::Ui
