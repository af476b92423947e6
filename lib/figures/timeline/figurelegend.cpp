// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/figurelegend.h"

#include "figures/timeline/eventmarks.h"
#include "figures/timeline/hatch.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace SecondStory::Figures {

/// What a picture uses of the language of marks.
struct FigureLegend::Seen {
    quint32 kinds = 0; ///< drawn as marks
    quint8 flags = 0;
    bool hasBars = false;
    bool hasBands = false;
    bool hasWhiskers = false;
    bool hasActivities = false;

    void look(const EventRow &row, const TrackItem &item, const EventLabel *label)
    {
        if (item.isBar)
            hasBars = true;
        else
            kinds |= 1U << static_cast<unsigned>(row.kind);
        flags = static_cast<quint8>(flags | row.flags);
        hasWhiskers = hasWhiskers || (label && (label->earliest || label->latest));
    }
};

FigureLegend::FigureLegend(const EventTable &events, const TrackGeometry &geometry,
                           const LabelLookup &labels)
{
    Seen seen;
    for (const LaneTracks &lane : geometry.lanes()) {
        for (const TrackItem &item : lane.items) {
            const double right = item.isBar ? item.x1 : item.x0;
            if (right >= 0 && item.x0 <= geometry.scale().width())
                seen.look(events.rows[item.row], item, labels(item.row));
        }
        for (const DensityRun &run : lane.runs) {
            const double left =
                geometry.firstColumnX() + run.firstColumn / geometry.metrics().resolution;
            const double right = left + run.columns / geometry.metrics().resolution;
            seen.hasBands =
                seen.hasBands || (right > 0 && left < geometry.scale().width() && run.events > 1);
        }
        seen.hasActivities = seen.hasActivities || !lane.activities.empty();
    }
    addKinds(seen.kinds);
    if (seen.hasBars)
        add(Sign::Bar, QT_TRANSLATE_NOOP("Timeline", "lasted this long"));
    if (seen.hasBands)
        add(Sign::Band, QT_TRANSLATE_NOOP("Timeline", "more events than can be told apart"));
    if (seen.hasActivities)
        add(Sign::Activity, QT_TRANSLATE_NOOP("Timeline", "activity of several events"));
    if (seen.flags & EventRow::Remembered)
        add(Sign::Remembered, QT_TRANSLATE_NOOP("Timeline", "dashed: remembered"));
    if (seen.flags & EventRow::Inferred)
        add(Sign::Inferred, QT_TRANSLATE_NOOP("Timeline", "dotted: inferred"));
    if (seen.flags & EventRow::Approximate)
        add(Sign::About, QT_TRANSLATE_NOOP("Timeline", "hollow: about this time"));
    if (seen.hasWhiskers)
        add(Sign::Whisker, QT_TRANSLATE_NOOP("Timeline", "between earliest and latest"));
    if (seen.flags & EventRow::AssumedTime)
        add(Sign::Assumed, QT_TRANSLATE_NOOP("Timeline", "underlined: zone or date assumed"));
    if (seen.flags & EventRow::Starred)
        add(Sign::Star, QT_TRANSLATE_NOOP("Timeline", "starred"));
}

void FigureLegend::add(Sign sign, const char *words)
{
    m_entries.append(
        { sign, EventKind::Action, QCoreApplication::translate("Timeline", words), {} });
}

void FigureLegend::addKinds(quint32 kinds)
{
    // Kinds that share a shape share an entry.
    QList<QPair<MarkShape, qsizetype>> shapes;
    for (const auto &[kind, name] : EnumNames<EventKind>::entries) {
        if (!(kinds & 1U << static_cast<unsigned>(kind)))
            continue;
        const MarkShape shape = markShapeOf(kind);
        const auto known = std::find_if(shapes.cbegin(), shapes.cend(),
                                        [shape](const auto &each) { return each.first == shape; });
        if (known != shapes.cend()) {
            m_entries[known->second].words += QString(u", " + eventKindLabel(kind));
            continue;
        }
        shapes.append({ shape, m_entries.size() });
        m_entries.append({ Sign::Kind, kind, eventKindLabel(kind), {} });
    }
}

void FigureLegend::arrange(double width, const RulerStyle &style)
{
    m_style = style;
    m_height = 0;
    if (m_entries.isEmpty())
        return;
    const QFontMetricsF metrics(style.font);
    const double line = std::ceil(metrics.height()) + 3;
    const double gap = metrics.averageCharWidth() * 2.5;
    double x = 0;
    double y = metrics.height() / 2;
    for (Entry &entry : m_entries) {
        const bool isMark = entry.sign == Sign::Kind || entry.sign == Sign::Star;
        const double sign = metrics.height() * (isMark ? 1.1 : 2);
        const double wide = std::min(sign + metrics.horizontalAdvance(entry.words) + 1, width);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += line;
        }
        entry.place = QRectF(x, y, wide, line);
        x += wide + gap;
    }
    m_height = y + line;
}

void FigureLegend::paint(QPainter &painter, QPointF topLeft) const
{
    const QFontMetricsF metrics(m_style.font);
    painter.save();
    painter.translate(topLeft);
    painter.setFont(m_style.font);
    for (const Entry &entry : m_entries) {
        const bool isMark = entry.sign == Sign::Kind || entry.sign == Sign::Star;
        const double sign = metrics.height() * (isMark ? 1.1 : 2);
        paintSign(painter, entry,
                  QRectF(entry.place.topLeft(), QSizeF(sign, entry.place.height())));
        painter.setPen(m_style.palette.muted);
        painter.drawText(
            QPointF(entry.place.left() + sign,
                    entry.place.center().y() - metrics.height() / 2 + metrics.ascent()),
            metrics.elidedText(entry.words, Qt::ElideRight, entry.place.width() - sign + 1));
    }
    painter.restore();
}

void FigureLegend::paintSign(QPainter &painter, const Entry &entry, const QRectF &place) const
{
    const Palette &palette = m_style.palette;
    const double size = QFontMetricsF(m_style.font).height() * 0.72;
    const bool isMark = entry.sign == Sign::Kind || entry.sign == Sign::Star;
    const QPointF centre(place.left() + (isMark ? size * 0.6 : place.width() / 2 - size * 0.2),
                         place.center().y());
    const QColor ink = blend(palette.muted, palette.text, 0.25);
    const QColor fill = blend(palette.muted, palette.surface, 0.55);
    const QRectF bar(place.left(), centre.y() - size * 0.45, place.width() - size * 0.5,
                     size * 0.9);
    MarkLook look{ fill, ink, {}, {}, false };
    switch (entry.sign) {
    case Sign::Band:
        painter.fillRect(bar, blend(palette.muted, palette.surface, 0.4));
        paintHatch(painter, bar, palette.surface);
        return;
    case Sign::Bar:
    case Sign::Activity:
        painter.setPen(QPen(ink, 0.6));
        painter.setBrush(blend(fill, palette.surface, 0.4));
        painter.drawRect(bar);
        if (entry.sign == Sign::Activity) {
            painter.fillRect(QRectF(bar.left(), bar.top(), 2, bar.height()), ink);
            painter.fillRect(QRectF(bar.right() - 2, bar.top(), 2, bar.height()), ink);
        }
        return;
    case Sign::Whisker:
        painter.setPen(QPen(palette.uncertain, 0.8));
        painter.drawLine(QPointF(bar.left(), centre.y()), QPointF(bar.right(), centre.y()));
        for (const double x : { bar.left(), bar.right() })
            painter.drawLine(QPointF(x, centre.y() - size * 0.3),
                             QPointF(x, centre.y() + size * 0.3));
        break;
    case Sign::Remembered:
        look.line = Qt::DashLine;
        break;
    case Sign::Inferred:
        look.line = Qt::DotLine;
        break;
    case Sign::About:
        look.isOpen = true;
        look.fill = palette.surface;
        break;
    case Sign::Assumed:
        look.assumed = palette.uncertain;
        break;
    case Sign::Star:
        look.star = palette.text;
        break;
    case Sign::Kind:
        break;
    }
    paintMark(painter, centre, size, markShapeOf(entry.kind), look);
}

QStringList FigureLegend::words() const
{
    QStringList words;
    for (const Entry &entry : m_entries)
        words << entry.words;
    return words;
}

} // namespace SecondStory::Figures
