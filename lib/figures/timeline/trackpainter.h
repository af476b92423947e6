// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/palette.h"
#include "figures/timeline/eventmarks.h"
#include "figures/timeline/trackgeometry.h"
#include "figures/timeline/trackveil.h"

#include <QBrush>
#include <QCache>
#include <QFont>
#include <QFontMetricsF>
#include <QImage>
#include <QStaticText>

#include <array>

class QPainter;

namespace SecondStory::Figures {

/// A run narrower than this is one block: its single columns would be too fine to see. Units:
/// pixels.
inline constexpr double kDensityBlock = 14;

/// Where a lane's density is drawn, from top to bottom; its width is nothing.
[[nodiscard]] QRectF densityStrip(const LaneRow &row);

/// What a painter of tracks needs besides the geometry.
struct TrackStyle {
    Palette palette;
    QFont labelFont;
    bool isPrint = false; ///< vectors only, nothing faint
};

/// Draws tracks: lane grounds, density, bars, whiskers, marks, labels. Keeps what can be used
/// again.
class TrackPainter {
public:
    explicit TrackPainter(const TrackStyle &style);

    /// `isSelected` is asked for every event drawn on its own; what `veil` holds back is painted
    /// fainter or not at all.
    void paint(QPainter &painter, const EventTable &events, const LaneLayout &layout,
               const TrackGeometry &geometry, const LabelLookup &labels,
               const std::function<bool(qint64 seq)> &isSelected, const TrackVeil &veil = {});
    /// Colours marks and bars by something else than their lane: 0..7 one of the colours, 8..15 the
    /// same striped, 16 all others, -1 none. Empty: by lane.
    void setHues(std::function<int(const EventRow &)> hueOf) { m_hueOf = std::move(hueOf); }
    /// The colour of `count` events in one column: a ramp of the lane's hue by the logarithm.
    [[nodiscard]] QRgb densityTone(int hue, quint32 count) const;
    /// The colour of the slanted lines on it.
    [[nodiscard]] QRgb hatchTone(int hue, quint32 count) const;
    [[nodiscard]] const TrackStyle &style() const { return m_style; }
    /// The ground a lane stands on.
    [[nodiscard]] QColor laneGround() const;
    /// Paints only the rows from `first` to before `end` from now on.
    void setRows(int first, int end)
    {
        m_firstRow = static_cast<size_t>(first);
        m_endRow = static_cast<size_t>(end);
    }

private:
    struct Lane;
    void paintDensity(QPainter &painter, const LaneRow &row, const LaneTracks &tracks,
                      const TrackGeometry &geometry);
    void paintDensityVectors(QPainter &painter, const LaneRow &row, const LaneTracks &tracks,
                             const TrackGeometry &geometry);
    void paintItem(QPainter &painter, const EventRow &event, const TrackItem &item,
                   const Lane &lane, bool isSelected);
    void paintBar(QPainter &painter, const EventRow &event, const TrackItem &item, const Lane &lane,
                  bool isSelected);
    void paintFades(QPainter &painter, const TrackItem &item, const EventLabel &label,
                    const Lane &lane);
    void paintEdge(QPainter &painter, const QRectF &edge, const QColor &ink, Qt::PenStyle line);
    [[nodiscard]] Lane inkOf(int hue, const TrackGeometry &geometry) const;
    [[nodiscard]] bool isCrowded(quint32 count) const { return count > 1; }
    void paintWhisker(QPainter &painter, const TrackItem &item, const EventLabel &label,
                      const TimeScale &scale);
    void paintLabel(QPainter &painter, const TrackItem &item, const EventLabel &label, qint64 seq,
                    bool isSelected);
    void paintActivity(QPainter &painter, const ActivityItem &item, const Lane &lane);
    void paintBracket(QPainter &painter, const ActivityItem &item, const Lane &lane);
    void paintVeiledDensity(QPainter &painter, int lane, const LaneRow &row,
                            const TrackGeometry &geometry, const TrackVeil &veil);
    void paintVeilExceptions(QPainter &painter, int lane, const LaneRow &row,
                             const TrackGeometry &geometry, const TrackVeil &veil);
    void paintVeilException(QPainter &painter, const TrackVeil::Exceptions &exceptions,
                            const DensityRun &run, int column, const LaneRow &row,
                            const TrackGeometry &geometry, const TrackVeil &veil);
    void paintText(QPainter &painter, QPointF topLeft, const QStaticText &words);
    [[nodiscard]] const QStaticText &text(const QString &words, qint64 key, int width);

    TrackStyle m_style;
    QFontMetricsF m_metrics;
    MarkSprites m_sprites;
    std::array<std::array<QRgb, 33>, 8> m_tones; ///< [hue][2 × log2(count)]
    std::array<std::array<QRgb, 33>, 8> m_hatches; ///< the same for the lines of the hatch
    std::function<int(const EventRow &)> m_hueOf;
    QHash<QRgb, std::array<QBrush, 2>> m_lines; ///< dashes and dots
    QImage m_strip;
    size_t m_firstRow = 0;
    size_t m_endRow = static_cast<size_t>(-1);
    QCache<QPair<qint64, int>, QPair<QString, QStaticText>> m_texts;
};

} // namespace SecondStory::Figures
