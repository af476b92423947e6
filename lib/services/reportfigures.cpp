// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/reportfigures.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QPainter>

namespace SecondStory::Services {

namespace {

using Reporting::FigureId;

/// A canvas narrower than this is not blown up to the width of the page. Units: canvas units.
constexpr double kSmallestCanvas = 600;
/// So that a caption fits below it on the page. Units: points.
constexpr double kTallest = 620;

QString tr(const char *text)
{
    return QCoreApplication::translate("SecondStory::ReportFigures", text);
}

Figures::TimelineFigureInput timelineInput(const ReviewContents &contents, EventTable table,
                                           const ReportFigures::Fetch &fetch,
                                           const Figures::LaneCurves &curves)
{
    Figures::TimelineFigureInput input;
    input.events = std::move(table);
    input.lanes = contents.lanes;
    input.frame = contents.review.frame;
    input.marks = contents.marks;
    input.zone = contents.review.zone;
    input.fetch = fetch;
    input.curves = curves;
    input.nameWithoutLane = tr("Other");
    return input;
}

} // namespace

ReportFigures::ReportFigures(const ReviewContents &contents, EventTable table, const Fetch &fetch,
                             const Figures::LaneCurves &curves)
    : m_hasEvents(!table.rows.empty())
    , m_canvas(contents.factors, contents.influences, Figures::evidenceCounts(contents),
               Figures::Palette::print(), QGuiApplication::font())
    , m_timeline(timelineInput(contents, std::move(table), fetch, curves))
{
}

QSizeF ReportFigures::sizeFor(FigureId figure, double width) const
{
    if (figure == FigureId::Timeline)
        return m_hasEvents ? m_timeline.sizeFor(width) : QSizeF();
    if (m_canvas.bounds().isEmpty())
        return {};
    const QSizeF size = m_canvas.bounds().size();
    const double scale =
        std::min(width / std::max(size.width(), kSmallestCanvas), kTallest / size.height());
    return { width, size.height() * scale };
}

void ReportFigures::paint(FigureId figure, QPainter &painter, const QRectF &rect) const
{
    if (figure == FigureId::Timeline)
        m_timeline.paint(painter, rect);
    else
        m_canvas.paint(painter, rect);
}

QString ReportFigures::description(FigureId figure) const
{
    if (figure == FigureId::Timeline)
        return m_hasEvents ? m_timeline.description() : QString();
    if (m_canvas.factors().isEmpty())
        return {};
    return tr("Factor canvas with %1 factors and %2 links between them.")
        .arg(m_canvas.factors().size())
        .arg(m_canvas.influences().size());
}

} // namespace SecondStory::Services
