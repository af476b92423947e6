// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/eventkind.h"
#include "figures/palette.h"

#include <QHash>
#include <QPainterPath>
#include <QPixmap>
#include <QString>

class QPainter;

namespace SecondStory::Figures {

/// The outline that stands for a kind of event. Meaning never rests on colour alone.
enum class MarkShape : quint8 {
    Dot,
    Ring,
    Flag,
    Square,
    Triangle,
    TriangleDown,
    Diamond,
    Bubble,
    Cross,
    Hexagon,
    Tick,
    Pentagon,
    Frame,
    SmallDot,
};

/// The outline of what is documented is solid, of what is remembered dashed, of what is inferred
/// dotted.
[[nodiscard]] Qt::PenStyle lineOf(quint8 rowFlags);
[[nodiscard]] MarkShape markShapeOf(EventKind kind);
/// What a kind of event is called, translated, in lower case.
[[nodiscard]] QString eventKindLabel(EventKind kind);
/// The outline centred on the origin; about `size` wide and high.
[[nodiscard]] QPainterPath markPath(MarkShape shape, double size);

/// How one mark looks.
struct MarkLook {
    QColor fill;
    QColor edge;
    QColor star; ///< invalid: not starred
    QColor assumed; ///< invalid: the time was not assumed
    bool isOpen = false; ///< the time is approximate: little lines to both sides
                         ///< say "about"
    Qt::PenStyle line = Qt::SolidLine; ///< of the outline: what the event rests on
    bool isStriped = false; ///< the colour's second meaning, when there are more than colours

    bool operator==(const MarkLook &) const = default;
};

/// Draws a mark as vectors: for paper, and for the sprites below. The painter's state is kept.
void paintMark(QPainter &painter, QPointF centre, double size, MarkShape shape,
               const MarkLook &look);

/// Marks as small pictures drawn once for a resolution, so that thousands cost little.
class MarkSprites {
public:
    /// Draws the mark with its centre on the device pixel nearest to `centre`.
    void draw(QPainter &painter, QPointF centre, double size, MarkShape shape,
              const MarkLook &look);

private:
    QHash<size_t, QPixmap> m_sprites;
};

} // namespace SecondStory::Figures
