// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/curtainexceptions.h"

#include "timeline/timelinecurtain.h"

#include <algorithm>
#include <map>

namespace SecondStory::Ui {

namespace {

/// True when the event at this position of the table is drawn in the row.
bool isDrawn(const Figures::EventIndex &index, int row, qint64 start, quint32 position)
{
    const Figures::EventIndex::Lane &lane = index.lane(row);
    for (size_t i = index.lowerBound(row, TimePoint{ start });
         i < lane.starts.size() && lane.starts[i] == start; ++i) {
        if (lane.rows[i] == position)
            return true;
    }
    return false;
}

} // namespace

CurtainExceptions::CurtainExceptions(const TimelineCurtain &curtain)
    : m_curtain(curtain)
{
}

void CurtainExceptions::take()
{
    m_isKnown = true;
    takeStated();
    takeLoose();
}

void CurtainExceptions::takeStated()
{
    const TimelineModel &model = m_curtain.tracks().model();
    m_stated.clear();
    const auto &stated = m_curtain.view().stated();
    for (auto it = stated.cbegin(); it != stated.cend(); ++it) {
        const auto position = model.rowOf(it.key());
        if (!position)
            continue;
        const EventRow &event = model.events().rows[*position];
        const int row = model.layout().rowOfTableLane(event.lane);
        if (row < 0 || !isDrawn(model.index(), row, event.start, *position))
            continue;
        const LaneId lane = model.events().lanes.value(event.lane);
        m_stated.push_back(
            { row, event.start, m_curtain.view().since({ event.seq, it->event.start, lane }) });
    }
    std::sort(m_stated.begin(), m_stated.end(),
              [](const Stated &a, const Stated &b) { return a.start < b.start; });
}

void CurtainExceptions::takeLoose()
{
    const TimelineModel &model = m_curtain.tracks().model();
    m_loose.reset();
    m_looseRow = model.layout().rowOf(LaneId{});
    const auto &loose = m_curtain.view().loose();
    if (m_looseRow < 0 || loose.empty())
        return;
    const auto &stated = m_curtain.view().stated();
    // All of them are drawn, where they happened, unless something leaves some out.
    const bool isWhole = !model.filter().isActive() && model.foldedSeqs().isEmpty();
    std::vector<qint64> starts;
    starts.reserve(loose.size());
    for (const Analysis::PersonSigns::Loose &sign : loose) {
        if (stated.contains(sign.seq))
            continue;
        if (!isWhole) {
            const auto position = model.rowOf(sign.seq);
            if (!position || !isDrawn(model.index(), m_looseRow, sign.time, *position))
                continue;
        }
        starts.push_back(sign.time);
    }
    m_loose = std::make_shared<const std::vector<qint64>>(std::move(starts));
}

std::vector<Figures::TrackVeil::Exceptions> CurtainExceptions::at(float share)
{
    if (!m_isKnown)
        take();
    struct Lists {
        std::vector<qint64> shown;
        std::vector<qint64> heldBack;
    };
    std::map<int, Lists> rows;
    for (const Stated &stated : m_stated) {
        const bool isShown = stated.since && *stated.since <= m_curtain.time();
        (isShown ? rows[stated.row].shown : rows[stated.row].heldBack).push_back(stated.start);
    }
    if (m_loose)
        rows[m_looseRow];
    std::vector<Figures::TrackVeil::Exceptions> all;
    for (auto &[row, lists] : rows) {
        const auto keep = [](std::vector<qint64> &times) {
            return std::make_shared<const std::vector<qint64>>(std::move(times));
        };
        Figures::TrackVeil::Exceptions one;
        one.lane = row;
        one.share = share;
        one.shown.push_back({ keep(lists.shown), kLatestTime });
        if (m_loose && row == m_looseRow)
            one.shown.push_back({ m_loose, m_curtain.time() });
        one.heldBack = { keep(lists.heldBack), kLatestTime };
        all.push_back(std::move(one));
    }
    return all;
}

} // namespace SecondStory::Ui
