// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/eventtable.h"
#include "domain/reviewcontents.h"
#include "figures/canvas/canvasfigure.h"
#include "figures/timeline/timelinefigure.h"
#include "reporting/figuresource.h"

#include <functional>

namespace SecondStory::Services {

/// The drawings of a review's report: its timeline and its factor canvas, in print colours.
class ReportFigures final : public Reporting::FigureSource {
public:
    using Fetch = std::function<QList<Event>(const QList<qint64> &seqs)>;
    /// `fetch` gives the words of events; it is asked while this is made, never later. Without it
    /// no event is named.
    ReportFigures(const ReviewContents &contents, EventTable table, const Fetch &fetch = {},
                  const Figures::LaneCurves &curves = {});

    [[nodiscard]] QSizeF sizeFor(Reporting::FigureId figure, double width) const override;
    void paint(Reporting::FigureId figure, QPainter &painter, const QRectF &rect) const override;
    [[nodiscard]] QString description(Reporting::FigureId figure) const override;

private:
    bool m_hasEvents;
    Figures::CanvasFigure m_canvas;
    Figures::TimelineFigure m_timeline;
};

} // namespace SecondStory::Services
