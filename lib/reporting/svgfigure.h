// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "reporting/figuresource.h"

namespace SecondStory::Reporting {

/// A figure as an `<svg>` element to stand inside HTML: only drawing elements, no script, no
/// reference out of the file, ids made unique by `prefix`. Empty when there is nothing to draw.
/// Units: `width` in CSS pixels at 72 a inch.
[[nodiscard]] QString svgOf(const FigureSource &figures, FigureId figure, double width,
                            const QString &prefix);

/// Rewrites an SVG document so that it is inert; empty when it is not well-formed.
[[nodiscard]] QString inertSvg(const QByteArray &svg, const QString &prefix, const QString &label);

} // namespace SecondStory::Reporting
