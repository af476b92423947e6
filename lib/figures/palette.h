// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/scales.h"

#include <QColor>

#include <array>

namespace SecondStory::Figures {

/// The colours of everything we paint: one set per theme. A new colour is added here, never to a
/// widget.
struct Palette {
    QColor window, surface, raised;
    QColor line, strongLine;
    QColor text, muted, faint;
    QColor accent, selection;
    QColor hindered, helped;
    QColor uncertain, warning;
    std::array<QColor, 8> categories; ///< lanes and codes; beyond eight: pattern

    [[nodiscard]] const QColor &category(int hue) const
    {
        return categories[static_cast<size_t>(hue & 7)];
    }
    [[nodiscard]] const QColor &polarity(Polarity polarity) const;
    [[nodiscard]] bool isDark() const { return window.lightness() < 128; }

    [[nodiscard]] static const Palette &light();
    [[nodiscard]] static const Palette &dark();
    /// For paper: white grounds, the light theme's inks.
    [[nodiscard]] static const Palette &print();
};

/// `a` with `share` (0..1) of `b` mixed in.
[[nodiscard]] QColor blend(const QColor &a, const QColor &b, double share);
/// WCAG contrast ratio of two opaque colours, 1..21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

} // namespace SecondStory::Figures
