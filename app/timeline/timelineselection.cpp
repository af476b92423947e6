// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelineselection.h"

namespace SecondStory::Ui {

TimelineSelection::TimelineSelection(QObject *parent)
    : QObject(parent)
{
}

void TimelineSelection::set(QList<qint64> seqs, qint64 current, ActivityId activity)
{
    if (seqs == m_seqs && current == m_current && activity == m_activity)
        return;
    m_activity = activity;
    m_seqs = std::move(seqs);
    m_set = QSet<qint64>(m_seqs.begin(), m_seqs.end());
    m_current = current;
    Q_EMIT changed();
}

void TimelineSelection::select(const QList<qint64> &seqs)
{
    set(seqs, seqs.contains(m_current) ? m_current : seqs.isEmpty() ? 0 : seqs.first());
}

void TimelineSelection::selectActivity(ActivityId activity, const QList<qint64> &seqs)
{
    set(seqs, seqs.contains(m_current) ? m_current : seqs.value(0), activity);
}

void TimelineSelection::selectOnly(qint64 seq)
{
    set({ seq }, seq);
}

void TimelineSelection::toggle(qint64 seq)
{
    QList<qint64> seqs = m_seqs;
    if (m_set.contains(seq))
        seqs.removeOne(seq);
    else
        seqs.append(seq);
    set(seqs, seqs.contains(seq) ? seq : seqs.isEmpty() ? 0 : seqs.last());
}

void TimelineSelection::add(const QList<qint64> &more)
{
    QList<qint64> seqs = m_seqs;
    for (const qint64 seq : more) {
        if (!m_set.contains(seq))
            seqs.append(seq);
    }
    set(seqs, seqs.isEmpty() ? 0 : seqs.last());
}

void TimelineSelection::clear()
{
    set({}, 0);
}

void TimelineSelection::setRange(const std::optional<TimeSpan> &range)
{
    if (range == m_range)
        return;
    m_range = range;
    Q_EMIT rangeChanged();
}

void TimelineSelection::setCursor(const std::optional<TimePoint> &cursor)
{
    if (cursor == m_cursor)
        return;
    m_cursor = cursor;
    Q_EMIT cursorChanged();
}

} // namespace SecondStory::Ui
