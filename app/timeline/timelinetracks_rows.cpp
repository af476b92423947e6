// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelinetracks.h"

#include "figures/timeline/timeticks.h"
#include "theme/theme.h"

#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr double kSnapReach = 7;
constexpr qsizetype kLongestSnapName = 32;

} // namespace

double TimelineTracks::layoutY(double y) const
{
    return y < m_layout.pinnedHeight() ? y : y + m_viewport.scrollY();
}

double TimelineTracks::scrollOf(const Figures::LaneRow &row) const
{
    return row.isPinned ? 0 : m_viewport.scrollY();
}

void TimelineTracks::reveal(int number)
{
    if (number < 0 || number >= m_layout.count())
        return;
    const Figures::LaneRow &row = m_layout.rows()[static_cast<size_t>(number)];
    const double scroll = m_viewport.scrollY();
    if (row.isPinned)
        return;
    if (row.y - m_layout.pinnedHeight() < scroll)
        m_viewport.setScrollY(std::max(0.0, row.y - m_layout.pinnedHeight()));
    else if (row.bottom() > scroll + height())
        m_viewport.setScrollY(row.bottom() - height());
}

void TimelineTracks::scrollBy(double pixels)
{
    const double most = std::max(0.0, m_layout.height() - height());
    m_viewport.setScrollY(std::clamp(m_viewport.scrollY() + pixels, 0.0, most));
}

void TimelineTracks::previewStretch(LaneId lane, double stretch)
{
    m_previewLane = lane;
    m_previewStretch = stretch;
    arrange();
    invalidate();
}

TimelineTracks::Snap TimelineTracks::snap(TimePoint time)
{
    const Figures::TimeScale &scale = m_viewport.scale();
    const double x = scale.x(time);
    double nearest = kSnapReach;
    Snap best{ time, {} };
    std::optional<qint64> event;
    const auto offer = [&](TimePoint candidate, const QString &what) {
        const double distance = std::abs(scale.x(candidate) - x);
        if (distance >= nearest)
            return false;
        nearest = distance;
        best = { candidate, what };
        return true;
    };
    for (const Figures::RulerInstant &instant : m_model.instants())
        offer(instant.start, instant.name.isEmpty() ? tr("mark") : instant.name);
    for (const Figures::LaneTracks &lane : geometry().lanes()) {
        for (const Figures::TrackItem &item : lane.items) {
            const EventRow &row = m_model.events().rows[item.row];
            if (std::abs(item.x0 - x) < nearest && !m_selection.contains(row.seq)
                && offer({ row.start }, {}))
                event = row.seq;
        }
    }
    if (event && best.what.isEmpty()) {
        const auto whole = m_model.eventBySeq(*event);
        best.what = whole ? whole->displayTitle().simplified() : QString();
    }
    if (best.time == time && best.what.isEmpty()) {
        best.time = Figures::snapped(time, Figures::fineStep(scale), m_model.clock());
        best.what = tr("ruler");
    }
    if (best.what.size() > kLongestSnapName)
        best.what = best.what.left(kLongestSnapName - 1) + u'…';
    return best;
}

QList<TimelineTracks::Band> TimelineTracks::bands() const
{
    const double pinned = std::min(m_layout.pinnedHeight(), height() + 0.0);
    const double scroll = m_viewport.scrollY();
    const auto [first, end] = m_layout.rowsBetween(scroll + pinned, scroll + height());
    QList<Band> list{ { QRectF(0, pinned, width(), height() - pinned), scroll,
                        std::max(first, m_layout.pinnedCount()), end } };
    if (m_layout.pinnedCount() > 0)
        list.append({ QRectF(0, 0, width(), pinned), 0, 0, m_layout.pinnedCount() });
    return list;
}

/// The duration of the range and how many events it holds, in it or, when it is narrow, beside it.
void TimelineTracks::paintRangeTag(QPainter &painter)
{
    const auto &range = m_selection.range();
    if (!range || !m_hint.isEmpty())
        return;
    const Figures::TimeScale &scale = m_viewport.scale();
    const double left = scale.x(range->start);
    const double right = scale.x(range->end);
    if (right < 0 || left > width())
        return;
    const QFont small = fontAt(font(), 0.85, QFont::DemiBold);
    const QFontMetricsF metrics(small);
    const auto events = static_cast<int>(m_model.index().countIn(*range));
    const QString text =
        Figures::durationText(range->length()) + u"  ·  "_s + tr("%n event(s)", nullptr, events);
    QRectF tag(0, height() - metrics.height() - 8, metrics.horizontalAdvance(text) + 12,
               metrics.height() + 4);
    const double from = std::max(left, 0.0);
    const double until = std::min(right, width() + 0.0);
    if (until - from >= tag.width() + 8)
        tag.moveLeft((from + until - tag.width()) / 2);
    else if (until + tag.width() + 6 <= width())
        tag.moveLeft(until + 5);
    else
        tag.moveRight(std::max(from - 5, tag.width() + 2));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_rulerStyle.palette.accent);
    painter.drawRoundedRect(tag, 4, 4);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(small);
    painter.setPen(m_rulerStyle.palette.surface);
    painter.drawText(tag, Qt::AlignCenter, text);
}

} // namespace SecondStory::Ui
