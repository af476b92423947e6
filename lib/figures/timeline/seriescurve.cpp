// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/seriescurve.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory::Figures {

namespace {

using Curves = std::vector<std::shared_ptr<const SeriesCurve>>;

constexpr size_t kBlock = 64;
/// So much longer than the usual step a silence has to be to count as a gap.
constexpr qint64 kGapFactor = 3;

void take(SeriesCurve::Extent &extent, double value)
{
    if (!std::isfinite(value)) {
        extent.hasGap = true;
        return;
    }
    if (extent.isEmpty) {
        extent.low = extent.high = extent.first = value;
        extent.isEmpty = false;
    }
    extent.low = std::min(extent.low, value);
    extent.high = std::max(extent.high, value);
    extent.last = value;
}

void take(SeriesCurve::Extent &extent, const SeriesCurve::Extent &other)
{
    extent.hasGap = extent.hasGap || other.hasGap;
    if (other.isEmpty)
        return;
    if (extent.isEmpty)
        extent.first = other.first;
    extent.low = extent.isEmpty ? other.low : std::min(extent.low, other.low);
    extent.high = extent.isEmpty ? other.high : std::max(extent.high, other.high);
    extent.last = other.last;
    extent.isEmpty = false;
}

qint64 usualStep(const std::vector<SeriesSample> &samples)
{
    std::vector<qint64> steps;
    // A few thousand steps tell what is usual.
    const size_t stride = std::max<size_t>(1, samples.size() / 4'096);
    for (size_t i = 1; i < samples.size(); i += stride)
        steps.push_back(samples[i].time.us - samples[i - 1].time.us);
    if (steps.empty())
        return 0;
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return *middle;
}

/// The common value axis of a lane's curves.
struct ValueAxis {
    double low = 0;
    double high = 1;
    QRectF area;

    [[nodiscard]] double y(double value) const
    {
        const double share = high > low ? (value - low) / (high - low) : 0.5;
        return area.bottom() - share * area.height();
    }
};

ValueAxis axisFor(const Curves &curves, const QRectF &lane)
{
    ValueAxis axis;
    bool isFirst = true;
    for (const auto &curve : curves) {
        axis.low = isFirst ? curve->low() : std::min(axis.low, curve->low());
        axis.high = isFirst ? curve->high() : std::max(axis.high, curve->high());
        isFirst = false;
    }
    // Counts and shares are read from zero; a curve far from it would be a flat line.
    if (axis.low > 0 && axis.low < axis.high * 0.5)
        axis.low = 0;
    axis.area = lane.adjusted(0, 3, 0, -3);
    return axis;
}

/// One curve, column after column.
class CurvePath {
public:
    CurvePath(const SeriesCurve &curve, const TimeScale &scale, const ValueAxis &axis,
              double resolution)
        : m_curve(curve)
        , m_scale(scale)
        , m_axis(axis)
        , m_resolution(resolution)
    {
    }

    QPainterPath build()
    {
        const auto &samples = m_curve.samples();
        const auto begin = std::lower_bound(
            samples.begin(), samples.end(), m_scale.start(),
            [](const SeriesSample &sample, TimePoint time) { return sample.time < time; });
        const auto end = std::upper_bound(
            samples.begin(), samples.end(), m_scale.end(),
            [](TimePoint time, const SeriesSample &sample) { return time < sample.time; });
        const auto columns = m_scale.width() / m_resolution;
        if (static_cast<double>(end - begin) > columns * 2)
            addColumns();
        else
            addSamples(begin == samples.begin() ? begin : begin - 1,
                       end == samples.end() ? end : end + 1);
        return m_path;
    }

private:
    using Iterator = std::vector<SeriesSample>::const_iterator;

    void addSamples(Iterator from, Iterator to)
    {
        for (auto it = from; it != to; ++it) {
            if (!std::isfinite(it->value)) {
                m_isDown = false;
                continue;
            }
            if (m_isDown && it->time.us - (it - 1)->time.us > m_curve.longestStep())
                m_isDown = false;
            lineTo(m_scale.x(it->time), it->value);
        }
    }

    void addColumns()
    {
        for (double x = 0; x < m_scale.width(); x += m_resolution) {
            const auto extent = m_curve.extent(m_scale.time(x), m_scale.time(x + m_resolution));
            if (extent.isEmpty) {
                m_isDown = false;
                continue;
            }
            const double middle = x + m_resolution / 2;
            lineTo(middle, extent.first);
            lineTo(middle, extent.low);
            lineTo(middle, extent.high);
            lineTo(middle, extent.last);
        }
    }

    void lineTo(double x, double value)
    {
        const QPointF at(x, m_axis.y(value));
        if (!m_isDown) {
            m_path.moveTo(at);
            // A value on its own between two gaps still shows.
            m_path.lineTo(at + QPointF(1, 0));
            m_path.moveTo(at);
        } else {
            m_path.lineTo(at);
        }
        m_isDown = true;
    }

    const SeriesCurve &m_curve;
    const TimeScale &m_scale;
    const ValueAxis &m_axis;
    double m_resolution;
    QPainterPath m_path;
    bool m_isDown = false;
};

void paintAxis(QPainter &painter, const QRectF &lane, const ValueAxis &axis, const Curves &curves,
               const SeriesStyle &style)
{
    const QFontMetricsF metrics(style.font);
    if (lane.height() < metrics.height() * 2)
        return;
    painter.setFont(style.font);
    painter.setPen(style.palette.muted);
    const QString unit = curves.front()->unit();
    const QString high =
        unit.isEmpty() ? valueText(axis.high) : QString(valueText(axis.high) + u'\u202F' + unit);
    const double edge = lane.right() - 4;
    const auto put = [&](const QString &text, double top) {
        const QRectF box(edge - metrics.horizontalAdvance(text) - 2, top,
                         metrics.horizontalAdvance(text) + 2, metrics.height());
        QColor ground = style.palette.surface;
        ground.setAlphaF(0.7F);
        painter.fillRect(box, ground);
        painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, text);
    };
    put(high, lane.top() + 1);
    put(valueText(axis.low), lane.bottom() - metrics.height() - 1);
}

} // namespace

SeriesCurve::SeriesCurve(QString name, QString unit, std::vector<SeriesSample> samples)
    : m_name(std::move(name))
    , m_unit(std::move(unit))
    , m_samples(std::move(samples))
{
    Extent whole;
    for (size_t from = 0; from < m_samples.size(); from += kBlock) {
        Extent block;
        for (size_t i = from; i < std::min(m_samples.size(), from + kBlock); ++i)
            take(block, m_samples[i].value);
        m_blocks.push_back(block);
        take(whole, block);
    }
    m_low = whole.low;
    m_high = whole.high;
    m_longestStep = usualStep(m_samples) * kGapFactor;
}

size_t SeriesCurve::lowerBound(TimePoint time) const
{
    const auto it =
        std::lower_bound(m_samples.begin(), m_samples.end(), time,
                         [](const SeriesSample &sample, TimePoint t) { return sample.time < t; });
    return static_cast<size_t>(it - m_samples.begin());
}

SeriesCurve::Extent SeriesCurve::extent(TimePoint from, TimePoint to) const
{
    Extent extent;
    size_t at = lowerBound(from);
    const size_t end = lowerBound(to);
    while (at < end) {
        if (at % kBlock == 0 && at + kBlock <= end) {
            take(extent, m_blocks[at / kBlock]);
            at += kBlock;
        } else {
            take(extent, m_samples[at].value);
            ++at;
        }
    }
    return extent;
}

const SeriesSample *SeriesCurve::at(TimePoint time) const
{
    const size_t after = lowerBound({ time.us + 1 });
    if (after == 0)
        return nullptr;
    const SeriesSample &sample = m_samples[after - 1];
    const bool isNear = m_longestStep == 0 || time.us - sample.time.us <= m_longestStep;
    return isNear && std::isfinite(sample.value) ? &sample : nullptr;
}

std::optional<TimeSpan> spanOf(const LaneCurves &curves)
{
    std::optional<TimeSpan> span;
    for (const auto &lane : curves) {
        for (const auto &curve : lane) {
            if (curve->isEmpty())
                continue;
            const TimePoint first = curve->samples().front().time;
            const TimePoint last = curve->samples().back().time;
            span = span ? TimeSpan{ std::min(span->start, first), std::max(span->end, last) }
                        : TimeSpan{ first, last };
        }
    }
    return span;
}

QString valueText(double value)
{
    static constexpr std::array kUnits{ std::pair{ 1e12, "T" }, std::pair{ 1e9, "G" },
                                        std::pair{ 1e6, "M" }, std::pair{ 1e3, "k" } };
    const QLocale locale;
    const auto digits = [&](double v) {
        QString text = locale.toString(v, 'g', 3);
        if (text.contains(u'e'))
            text = locale.toString(v, 'f', 0);
        return text;
    };
    // Up to 9,999 the number itself reads best.
    if (std::abs(value) >= 10'000) {
        for (const auto &[size, unit] : kUnits) {
            if (std::abs(value) >= size)
                return digits(value / size) + u'\u202F' + QLatin1StringView(unit);
        }
    }
    if (std::abs(value) >= 1'000)
        return locale.toString(value, 'f', 0);
    if (value != 0 && std::abs(value) < 0.001)
        return locale.toString(value, 'e', 1);
    return digits(value);
}

void paintSeries(QPainter &painter, const QRectF &lane, const TimeScale &scale,
                 const Curves &curves, int hue, const SeriesStyle &style)
{
    if (curves.empty() || lane.height() < 4)
        return;
    static constexpr std::array kDashes{ Qt::SolidLine, Qt::DashLine, Qt::DotLine,
                                         Qt::DashDotLine };
    const ValueAxis axis = axisFor(curves, lane);
    painter.save();
    painter.setClipRect(lane, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (size_t i = 0; i < curves.size(); ++i) {
        // Dozens of instances would only make a tangle of dashes.
        const bool isCrowd = curves.size() > kDashes.size();
        const double faint = isCrowd ? 0.35 : 0.18 * static_cast<double>(i);
        QPen pen(blend(style.palette.category(hue), style.palette.surface, faint),
                 style.isPrint ? 0.7 : 1.2);
        pen.setStyle(isCrowd ? Qt::SolidLine : kDashes[i % kDashes.size()]);
        pen.setJoinStyle(Qt::RoundJoin);
        painter.setPen(pen);
        painter.drawPath(CurvePath(*curves[i], scale, axis, style.resolution).build());
    }
    paintAxis(painter, lane, axis, curves, style);
    painter.restore();
}

} // namespace SecondStory::Figures
