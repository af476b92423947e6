// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/canvas/canvasfigure.h"

#include <QByteArray>
#include <QImage>

namespace SecondStory::Figures {

/// The picture as SVG; each factor and influence is a group with a title and a description, in
/// reading order.
[[nodiscard]] QByteArray canvasSvg(const CanvasFigure &figure, const QString &title);
/// The picture as pixels. Units: `scale` 1 to 4; a huge canvas is drawn smaller so that it fits
/// into memory.
[[nodiscard]] QImage canvasImage(const CanvasFigure &figure, double scale,
                                 bool isTransparent = false);
/// The graph for Graphviz.
[[nodiscard]] QByteArray canvasDot(const CanvasFigure &figure, const QString &title);
[[nodiscard]] QByteArray canvasGraphMl(const CanvasFigure &figure, const QString &title);
/// Tables by RFC 4180. A cell that a spreadsheet might run as a formula gets an apostrophe in
/// front.
[[nodiscard]] QByteArray canvasFactorsCsv(const CanvasFigure &figure);
[[nodiscard]] QByteArray canvasInfluencesCsv(const CanvasFigure &figure);
/// The factors by level with what each leads to, as plain text.
[[nodiscard]] QString canvasOutline(const CanvasFigure &figure);

} // namespace SecondStory::Figures
