// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/periodbars.h"

#include "analysis/periods.h"
#include "analysis/recurrencesentences.h"
#include "figures/phasetones.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPixmap>
#include <QSet>

#include <algorithm>
#include <array>
#include <numeric>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kCodesShown = 5;
/// Neighbours in the stack are far apart in hue and in grey.
constexpr std::array<int, kCodesShown> kHues{ 0, 1, 2, 3, 5 };

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("PeriodBars", text, nullptr, n);
}

int shownCodes(const Analysis::RecurrenceTable &table)
{
    return std::min(kCodesShown, static_cast<int>(table.codes.size()));
}

/// A tile whose hatch meets itself at the edges.
QBrush phaseBrush(int phase, const Figures::Palette &palette)
{
    QPixmap tile(10, 10);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    Figures::fillPhase(painter, QRectF(0, 0, 10, 10), phase, palette);
    return QBrush(tile);
}

QString categoryName(const Analysis::RecurrenceTable &table,
                     const Analysis::PeriodRecurrence &period)
{
    const QString reviews =
        tr(QT_TRANSLATE_NOOP("PeriodBars", "n = %1")).arg(period.reviews.size());
    return Analysis::periodName(period, table.query.by) + u'\n' + reviews;
}

StackedBars::Series phaseSeries(const Analysis::RecurrenceTable &table, int phase,
                                const Figures::Palette &palette)
{
    StackedBars::Series series{ Figures::phaseName(phase),
                                phaseBrush(phase, palette),
                                Figures::phaseTone(phase, palette),
                                Figures::phaseInk(phase, palette),
                                {} };
    for (const Analysis::PeriodRecurrence &period : table.periods)
        series.values.append(period.phases[static_cast<size_t>(phase)]);
    return series;
}

StackedBars::Series codeSeries(const Analysis::RecurrenceTable &table, int code,
                               const Figures::Palette &palette)
{
    const QColor fill =
        Figures::blend(palette.category(kHues[static_cast<size_t>(code)]), palette.surface, 0.12);
    const QColor ink =
        Figures::contrast(fill, palette.surface) >= Figures::contrast(fill, palette.text)
        ? palette.surface
        : palette.text;
    StackedBars::Series series{ Analysis::codeLabel(table.codes[code]), fill, fill, ink, {} };
    for (const Analysis::PeriodRecurrence &period : table.periods)
        series.values.append(period.counts[code]);
    return series;
}

StackedBars::Series otherSeries(const Analysis::RecurrenceTable &table,
                                const Figures::Palette &palette)
{
    StackedBars::Series series{ tr(QT_TRANSLATE_NOOP("PeriodBars", "Other pressures")),
                                palette.line,
                                palette.line,
                                palette.text,
                                {} };
    for (const Analysis::PeriodRecurrence &period : table.periods)
        series.values.append(
            std::accumulate(period.counts.begin() + shownCodes(table), period.counts.end(), 0));
    return series;
}

} // namespace

StackedBars periodBars(const Analysis::RecurrenceTable &table, BarsBy by,
                       const Figures::Palette &palette)
{
    StackedBars bars;
    bars.valueTitle = tr(QT_TRANSLATE_NOOP("PeriodBars", "Pressures noted"));
    for (const Analysis::PeriodRecurrence &period : table.periods)
        bars.categories.append(categoryName(table, period));
    if (by == BarsBy::Phase) {
        for (int phase = 0; phase < 3; ++phase)
            bars.series.append(phaseSeries(table, phase, palette));
        return bars;
    }
    for (int code = 0; code < shownCodes(table); ++code)
        bars.series.append(codeSeries(table, code, palette));
    if (table.codes.size() > shownCodes(table))
        bars.series.append(otherSeries(table, palette));
    return bars;
}

BarReviews reviewsOfBar(const Analysis::RecurrenceTable &table, BarsBy by, int series, int period)
{
    const Analysis::PeriodRecurrence &when = table.periods[period];
    const QString name = Analysis::periodName(when, table.query.by);
    if (by == BarsBy::Phase) {
        const QString why = tr(QT_TRANSLATE_NOOP("PeriodBars", "Pressures %1 the incident, %2"));
        return { when.phaseReviews[static_cast<size_t>(series)],
                 why.arg(Figures::phaseName(series).toLower(), name) };
    }
    if (series < shownCodes(table)) {
        const QString why = tr(QT_TRANSLATE_NOOP("PeriodBars", "%1, %2"));
        return { Analysis::reviewsOf(table, period, series),
                 why.arg(Analysis::codeLabel(table.codes[series]), name) };
    }
    QSet<ReviewId> wanted;
    for (int code = shownCodes(table); code < table.codes.size(); ++code) {
        const QList<ReviewId> some = Analysis::reviewsOf(table, period, code);
        wanted.unite(QSet<ReviewId>(some.begin(), some.end()));
    }
    BarReviews result{ {}, tr(QT_TRANSLATE_NOOP("PeriodBars", "Other pressures, %1")).arg(name) };
    for (const ReviewId review : when.reviews) {
        if (wanted.contains(review))
            result.reviews.append(review);
    }
    return result;
}

} // namespace SecondStory::Ui
