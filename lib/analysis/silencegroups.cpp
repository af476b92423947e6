// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/silencegroups.h"

#include <algorithm>
#include <limits>

namespace SecondStory::Analysis {

namespace {

constexpr qsizetype kMostGroups = std::numeric_limits<quint16>::max() - 1;

/// The number of a group, from 1; 0 is for those without one, and for too many of them.
template <class Id>
quint16 numberOf(QHash<Id, quint16> &groups, Id id)
{
    if (id.isNull())
        return 0;
    const auto known = groups.constFind(id);
    if (known != groups.constEnd())
        return *known;
    if (groups.size() >= kMostGroups)
        return 0;
    const auto number = static_cast<quint16>(groups.size() + 1);
    groups.insert(id, number);
    return number;
}

template <class Id>
QList<LaneId> lanesOf(const QHash<Id, quint16> &groups)
{
    QList<LaneId> lanes(groups.size() + 1);
    for (auto it = groups.cbegin(); it != groups.cend(); ++it)
        lanes[it.value()] = LaneId{ it.key().value };
    return lanes;
}

} // namespace

SilenceGroups::SilenceGroups(qsizetype events, const QSet<PersonId> &people)
    : m_known(people)
{
    m_seqs.reserve(static_cast<size_t>(events));
    m_sourceOf.reserve(static_cast<size_t>(events));
}

void SilenceGroups::take(const Event &event, qint64 seq)
{
    const auto place = static_cast<quint32>(m_seqs.size());
    m_seqs.push_back(seq);
    m_sourceOf.push_back(numberOf(m_sources, event.sourceId));
    for (const PersonId person : event.actors) {
        if (m_known.contains(person))
            m_inEvents.push_back({ place, numberOf(m_people, person) });
    }
}

size_t SilenceGroups::placeOf(qint64 seq) const
{
    const auto it = std::lower_bound(m_seqs.begin(), m_seqs.end(), seq);
    return static_cast<size_t>(it - m_seqs.begin());
}

EventTable SilenceGroups::bySource(const EventTable &table) const
{
    EventTable grouped;
    grouped.lanes = lanesOf(m_sources);
    std::vector<EventRow> rows = table.rows.values();
    for (EventRow &row : rows) {
        const size_t place = placeOf(row.seq);
        row.lane = place < m_sourceOf.size() ? m_sourceOf[place] : quint16(0);
    }
    grouped.rows = std::move(rows);
    return grouped;
}

EventTable SilenceGroups::byPerson(const EventTable &table) const
{
    EventTable grouped;
    grouped.lanes = lanesOf(m_people);
    std::vector<EventRow> rows;
    rows.reserve(table.rows.size());
    for (EventRow row : table.rows) {
        const auto place = static_cast<quint32>(placeOf(row.seq));
        auto it = std::lower_bound(
            m_inEvents.begin(), m_inEvents.end(), place,
            [](const InEvent &each, quint32 wanted) { return each.event < wanted; });
        row.lane = 0;
        if (it == m_inEvents.end() || it->event != place)
            rows.push_back(row);
        for (; it != m_inEvents.end() && it->event == place; ++it) {
            row.lane = it->person;
            rows.push_back(row);
        }
    }
    grouped.rows = std::move(rows);
    return grouped;
}

} // namespace SecondStory::Analysis
