// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/eventtable.h"
#include "domain/result.h"
#include "domain/reviewcontents.h"
#include "figures/canvas/canvasfigure.h"
#include "figures/timeline/timelinefigure.h"
#include "reporting/figuresource.h"
#include "reporting/reportinput.h"

#include <functional>
#include <memory>

namespace SecondStory::Store {
class Library;
}

namespace SecondStory::Services {

/// The drawings of a review's report: its timeline and its factor canvas, in print colours.
class ReportFigures final : public Reporting::FigureSource {
public:
    using Fetch = std::function<QList<Event>(const QList<qint64> &seqs)>;
    /// `fetch` gives the words of events; it is asked while this is made, never later. Without it
    /// no event is named.
    ReportFigures(const ReviewContents &contents, EventTable table, const Fetch &fetch = {},
                  const Figures::LaneCurves &curves = {},
                  const QList<Figures::FigureActivity> &activities = {});

    [[nodiscard]] QSizeF sizeFor(Reporting::FigureId figure, double width) const override;
    void paint(Reporting::FigureId figure, QPainter &painter, const QRectF &rect) const override;
    [[nodiscard]] QString description(Reporting::FigureId figure) const override;

private:
    bool m_hasEvents;
    Figures::CanvasFigure m_canvas;
    Figures::TimelineFigure m_timeline;
};

/// The same with the words, curves and activities that a library holds; `table` may have been read
/// before. People are called what the report calls them, inside texts too. Errors: Storage.
[[nodiscard]] Result<std::shared_ptr<const ReportFigures>>
readFigures(Store::Library &library, const ReviewContents &contents, EventTable table,
            Reporting::NamesPolicy names = Reporting::NamesPolicy::Pseudonyms);

} // namespace SecondStory::Services
