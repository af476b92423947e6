// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRectF>
#include <QSizeF>
#include <QString>

class QPainter;

namespace SecondStory::Reporting {

/// The drawings a report can show.
enum class FigureId : quint8 { Timeline, Canvas };

/// Draws the figures of one review, so that reporting needs no knowledge of how they come about.
/// Threads: any, one call at a time; it holds values, nothing of the window.
class FigureSource {
public:
    virtual ~FigureSource() = default;
    /// The size the figure wants at this width; empty when there is nothing to draw. Units: points
    /// (1/72 inch).
    [[nodiscard]] virtual QSizeF sizeFor(FigureId figure, double width) const = 0;
    /// Paints the figure into `rect`. Units: the painter's, one unit a point.
    virtual void paint(FigureId figure, QPainter &painter, const QRectF &rect) const = 0;
    /// What the figure shows, in words, for those who do not see it.
    [[nodiscard]] virtual QString description(FigureId figure) const = 0;
};

/// For reports without drawings.
class NoFigures final : public FigureSource {
public:
    [[nodiscard]] QSizeF sizeFor(FigureId, double) const override { return {}; }
    void paint(FigureId, QPainter &, const QRectF &) const override { }
    [[nodiscard]] QString description(FigureId) const override { return {}; }
};

} // namespace SecondStory::Reporting
