// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/reportinput.h"

#include "domain/eventtable.h"
#include "reporting/narrative.h"

#include <algorithm>

namespace SecondStory::Reporting {

namespace {

/// 0 is listed first. Order among equals stays the table's.
int urgency(const EventRow &row, const QSet<qint64> &cited)
{
    if (cited.contains(row.seq))
        return 0;
    if (row.isStarred())
        return 1;
    if (row.kind == EventKind::Decision || row.kind == EventKind::Milestone)
        return 2;
    return row.isOwn() ? 3 : 4;
}

void chooseFrom(const std::vector<EventRow> &rows, const QSet<qint64> &cited, qsizetype cap,
                QList<qint64> &seqs)
{
    std::array<QList<qint64>, 5> classes;
    for (const EventRow &row : rows) {
        QList<qint64> &list = classes[static_cast<size_t>(urgency(row, cited))];
        if (list.size() < cap || cited.contains(row.seq))
            list.append(row.seq);
    }
    qsizetype room = cap;
    for (size_t i = 0; i < classes.size(); ++i) {
        const qsizetype count =
            i == 0 ? classes[i].size() : std::clamp<qsizetype>(room, 0, classes[i].size());
        seqs += classes[i].first(count);
        room -= count;
    }
}

} // namespace

QSet<EventId> citedEvents(const ReviewContents &contents)
{
    QSet<EventId> cited;
    for (const Section &section : contents.sections) {
        for (const EventId &id : linkedEvents(section.body))
            cited.insert(id);
    }
    for (const EvidenceLink &link : contents.evidenceLinks)
        cited.insert(link.eventId);
    for (const Moment &moment : contents.moments) {
        for (const EventId &id : moment.events)
            cited.insert(id);
    }
    for (const StatedDuration &stated : contents.statedDurations) {
        if (!stated.eventId.isNull())
            cited.insert(stated.eventId);
    }
    return cited;
}

EventSelection selectEvents(const EventTable &table, const QSet<qint64> &cited, qsizetype cap)
{
    EventSelection selection;
    selection.datedTotal = static_cast<qint64>(table.rows.size());
    selection.undatedTotal = static_cast<qint64>(table.undated.size());
    chooseFrom(table.rows, cited, cap, selection.seqs);
    chooseFrom(table.undated, cited, cap, selection.seqs);
    return selection;
}

} // namespace SecondStory::Reporting
