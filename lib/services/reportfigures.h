// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/eventtable.h"
#include "domain/reviewcontents.h"
#include "figures/canvas/canvasfigure.h"
#include "reporting/figuresource.h"

namespace SecondStory::Services {

/// The drawings of a review's report: its timeline and its factor canvas, in print colours.
class ReportFigures final : public Reporting::FigureSource {
public:
    ReportFigures(const ReviewContents &contents, EventTable table);

    [[nodiscard]] QSizeF sizeFor(Reporting::FigureId figure, double width) const override;
    void paint(Reporting::FigureId figure, QPainter &painter, const QRectF &rect) const override;
    [[nodiscard]] QString description(Reporting::FigureId figure) const override;

private:
    Figures::CanvasFigure m_canvas;
};

} // namespace SecondStory::Services
