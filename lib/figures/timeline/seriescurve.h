// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/series.h"
#include "figures/palette.h"
#include "figures/timeline/timescale.h"

#include <QFont>
#include <QHash>
#include <QRectF>

#include <memory>

class QPainter;

namespace SecondStory::Figures {

/// A measured series ready to be drawn at any zoom: what lies in one column is shown by its lowest
/// and highest value, never by a mean, so that no peak is lost.
class SeriesCurve {
public:
    /// `samples` in order of time.
    SeriesCurve(QString name, QString unit, std::vector<SeriesSample> samples);

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QString &unit() const { return m_unit; }
    [[nodiscard]] bool isEmpty() const { return m_samples.empty(); }
    [[nodiscard]] const std::vector<SeriesSample> &samples() const { return m_samples; }
    [[nodiscard]] double low() const { return m_low; }
    [[nodiscard]] double high() const { return m_high; }

    /// The values between two instants. Cost: logarithmic, plus a sixty-fourth of the samples in
    /// between.
    struct Extent {
        double low = 0;
        double high = 0;
        double first = 0;
        double last = 0;
        bool isEmpty = true;
        bool hasGap = false; ///< a value that is not a number lies in between
    };
    [[nodiscard]] Extent extent(TimePoint from, TimePoint to) const;
    /// The sample at or before `time`, unless it lies further back than the series' own gaps allow.
    [[nodiscard]] const SeriesSample *at(TimePoint time) const;
    /// Two samples further apart than this have a gap between them. Units: microseconds.
    [[nodiscard]] qint64 longestStep() const { return m_longestStep; }

private:
    [[nodiscard]] size_t lowerBound(TimePoint time) const;

    QString m_name;
    QString m_unit;
    std::vector<SeriesSample> m_samples;
    std::vector<Extent> m_blocks;
    double m_low = 0;
    double m_high = 0;
    qint64 m_longestStep = 0;
};

/// The curves of each lane that has some. Shared: a curve is a value that never changes.
using LaneCurves = QHash<LaneId, std::vector<std::shared_ptr<const SeriesCurve>>>;
/// From the first sample to the last; nothing without samples.
[[nodiscard]] std::optional<TimeSpan> spanOf(const LaneCurves &curves);

/// "0.25", "12.4 k", "1.2 M"; three digits that matter, in the application's locale.
[[nodiscard]] QString valueText(double value);

struct SeriesStyle {
    Palette palette;
    QFont font;
    double resolution = 1; ///< width of a column
    bool isPrint = false;
};

/// Draws the curves of one lane over one scale of values, with the range of values written at the
/// edge. Curves beyond the first differ in tone and in the dash of their line.
void paintSeries(QPainter &painter, const QRectF &lane, const TimeScale &scale,
                 const std::vector<std::shared_ptr<const SeriesCurve>> &curves, int hue,
                 const SeriesStyle &style);

} // namespace SecondStory::Figures
