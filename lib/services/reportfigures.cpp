// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/reportfigures.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QPainter>

namespace SecondStory::Services {

namespace {

using Reporting::FigureId;

/// A canvas drawn this many units wide still reads at the width of a page.
constexpr double kReadableUnits = 1200;
constexpr double kTallest = 620;

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("SecondStory::ReportFigures", text, nullptr, n);
}

} // namespace

ReportFigures::ReportFigures(const ReviewContents &contents, EventTable)
    : m_canvas(contents.factors, contents.influences, Figures::evidenceCounts(contents),
               Figures::Palette::print(), QGuiApplication::font())
{
}

QSizeF ReportFigures::sizeFor(FigureId figure, double width) const
{
    if (figure != FigureId::Canvas || m_canvas.bounds().isEmpty())
        return {};
    const QSizeF size = m_canvas.bounds().size();
    const double scale =
        std::min(width / std::max(size.width(), kReadableUnits / 2), kTallest / size.height());
    return { width, size.height() * scale };
}

void ReportFigures::paint(FigureId figure, QPainter &painter, const QRectF &rect) const
{
    if (figure == FigureId::Canvas)
        m_canvas.paint(painter, rect);
}

QString ReportFigures::description(FigureId figure) const
{
    if (figure != FigureId::Canvas)
        return {};
    return tr("The factor canvas: %n factor(s)", static_cast<int>(m_canvas.factors().size()));
}

} // namespace SecondStory::Services
