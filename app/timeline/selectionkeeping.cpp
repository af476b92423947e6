// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/selectionkeeping.h"

#include "editing/reviewdocument.h"
#include "timeline/timelineselection.h"

#include <algorithm>

namespace SecondStory::Ui {

void keepOnly(TimelineSelection &selection, const EventTable &events)
{
    if (selection.isEmpty())
        return;
    QSet<qint64> there;
    for (const auto *rows : { &events.rows, &events.undated }) {
        for (const EventRow &row : *rows) {
            if (selection.contains(row.seq))
                there.insert(row.seq);
        }
    }
    QList<qint64> seqs = selection.seqs();
    if (seqs.removeIf([&](qint64 seq) { return !there.contains(seq); }) > 0)
        selection.select(seqs);
}

void followRemovals(TimelineSelection &selection, Editing::ReviewDocument &document)
{
    QObject::connect(&document, &Editing::ReviewDocument::changed, &selection,
                     [&selection, &document](const ChangeSet &applied) {
                         const bool removes =
                             std::any_of(applied.changes.begin(), applied.changes.end(),
                                         [](const AnyChange &change) {
                                             const auto *event =
                                                 std::get_if<RecordChange<Event>>(&change);
                                             return event && !event->after;
                                         });
                         if (removes)
                             keepOnly(selection, document.events());
                     });
    QObject::connect(&document, &Editing::ReviewDocument::eventsReloaded, &selection,
                     [&selection, &document] { keepOnly(selection, document.events()); });
}

} // namespace SecondStory::Ui
