// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rows of collapsed activities, each in the place of its dated events.

#include "editing/reviewdocument.h"
#include "timeline/activityinwords.h"
#include "timeline/eventtablemodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

/// An activity stands among the events' numbers as its place in the model's list, below zero.
qint64 codeOf(size_t activity)
{
    return -1 - static_cast<qint64>(activity);
}

} // namespace

void EventTableModel::fold(std::vector<qint64> &seqs) const
{
    // Who filters looks for single events: they are shown, whatever stands for them elsewhere.
    if (m_model.filter().isActive() || m_model.foldedSeqs().isEmpty())
        return;
    const std::vector<Figures::ActivityBar> &bars = m_model.activities();
    std::vector<std::pair<TimePoint, qint64>> waiting;
    for (size_t i = 0; i < bars.size(); ++i) {
        if (!bars[i].isExpanded)
            waiting.emplace_back(bars[i].start, codeOf(i));
    }
    std::stable_sort(waiting.begin(), waiting.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    const auto &rows = m_model.events().rows;
    std::vector<qint64> folded;
    folded.reserve(seqs.size());
    auto next = waiting.begin();
    for (size_t i = 0; i < seqs.size(); ++i) {
        const bool isDated = i < rows.size();
        for (; next != waiting.end() && (!isDated || next->first.us <= rows[i].start); ++next)
            folded.push_back(next->second);
        if (!isDated || !m_model.foldedSeqs().contains(seqs[i]))
            folded.push_back(seqs[i]);
    }
    for (; next != waiting.end(); ++next)
        folded.push_back(next->second);
    seqs = std::move(folded);
}

const Figures::ActivityBar *EventTableModel::barAt(int row) const
{
    const qint64 seq = seqAt(row);
    const auto place = static_cast<size_t>(-1 - seq);
    return seq < 0 && place < m_model.activities().size() ? &m_model.activities()[place] : nullptr;
}

ActivityId EventTableModel::activityAt(int row) const
{
    const Figures::ActivityBar *bar = barAt(row);
    return bar ? bar->id : ActivityId();
}

QList<qint64> EventTableModel::eventsAt(int row) const
{
    const Figures::ActivityBar *bar = barAt(row);
    if (!bar)
        return seqAt(row) > 0 ? QList{ seqAt(row) } : QList<qint64>();
    QList<qint64> seqs;
    if (!m_model.document())
        return seqs;
    const auto *activity = findRecord<Activity>(m_model.document()->contents(), bar->id);
    for (const EventId id : activity ? activity->events : QList<EventId>()) {
        if (const qint64 seq = m_model.document()->seqOf(id))
            seqs.append(seq);
    }
    return seqs;
}

const Activity *EventTableModel::activityOf(EventId event) const
{
    if (!m_model.document())
        return nullptr;
    const QList<Activity> &all = m_model.document()->contents().activities;
    const auto found = std::find_if(all.begin(), all.end(), [event](const Activity &activity) {
        return activity.events.contains(event);
    });
    return found == all.end() ? nullptr : &*found;
}

QString EventTableModel::laneName(LaneId id) const
{
    const auto &lanes = m_model.lanes();
    const auto it =
        std::find_if(lanes.begin(), lanes.end(), [id](const Lane &lane) { return lane.id == id; });
    return it == lanes.end() ? QString() : it->name;
}

QVariant EventTableModel::activityData(const Figures::ActivityBar &bar, int column, int role) const
{
    if (role == ActivityIdRole)
        return bar.id.toString();
    if (role == Qt::EditRole && column == Title && m_model.document()) {
        const auto *activity = findRecord<Activity>(m_model.document()->contents(), bar.id);
        return activity ? activity->title : QString();
    }
    if (role == Qt::ToolTipRole)
        return tr("%1: Return or + shows its events")
            .arg(activityInWords(bar, m_model.clock()))
            .toHtmlEscaped();
    if (role == Qt::AccessibleTextRole && column == Title)
        return activityInWords(bar, m_model.clock());
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::AccessibleTextRole)
        return {};
    switch (column) {
    case Time:
        return spanInWords(bar, m_model.clock());
    case Kind:
        return tr("Activity");
    case LaneName:
        return laneName(bar.lane);
    case Title:
        return QString(u"▸ "_s + titleInWords(bar));
    case ActivityName:
        return bar.title;
    default:
        return {};
    }
}

} // namespace SecondStory::Ui
