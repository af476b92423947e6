// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/timeline/rulerpainter.h"
#include "figures/timeline/trackgeometry.h"

namespace SecondStory::Figures {

/// What a still picture of a timeline means by its shapes and lines: only those it uses, in as many
/// lines as they need.
class FigureLegend {
public:
    FigureLegend() = default;
    /// Looks at what `geometry` draws of `events`.
    FigureLegend(const EventTable &events, const TrackGeometry &geometry,
                 const LabelLookup &labels);

    /// Breaks the entries into lines. Units: those of `width`.
    void arrange(double width, const RulerStyle &style);
    [[nodiscard]] double height() const { return m_height; }
    void paint(QPainter &painter, QPointF topLeft) const;
    /// The words of the entries.
    [[nodiscard]] QStringList words() const;

private:
    enum class Sign : quint8 {
        Kind,
        Bar,
        Band,
        Remembered,
        Inferred,
        About,
        Whisker,
        Assumed,
        Star,
        Activity
    };
    struct Entry {
        Sign sign = Sign::Kind;
        EventKind kind = EventKind::Observation;
        QString words;
        QRectF place = {};
    };
    struct Seen;

    void add(Sign sign, const char *words);
    void addKinds(quint32 kinds);
    void paintSign(QPainter &painter, const Entry &entry, const QRectF &place) const;

    QList<Entry> m_entries;
    RulerStyle m_style;
    double m_height = 0;
};

} // namespace SecondStory::Figures
