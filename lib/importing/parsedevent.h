// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/eventkind.h"
#include "domain/eventtime.h"
#include "domain/person.h"
#include "domain/series.h"

#include <QList>
#include <QString>

#include <vector>

namespace SecondStory::Importing {

/// Somebody a record names.
struct ParsedActor {
    QString name; ///< as people would call them; never empty
    QString handle; ///< the source's own id ("U02AB"), may be empty
    PersonKind kind = PersonKind::Human;
};

/// One record of an evidence file, before it has an id or a review.
struct ParsedEvent {
    RecordedTime time;
    QString title; ///< one line, never empty, at most 300 characters
    QString text; ///< the whole text when it is more than the title
    QString place; ///< "line 88", "inc-42/2026-03-12.json message 14"; unique within the source
    QString naturalKey; ///< the record's own identity ("C01:1485460312.000002"), may be empty
    QString lane; ///< suggested lane (channel, system); empty: the source's lane
    QList<ParsedActor> actors;
    EventKind kind = EventKind::Other;
};

/// A measured quantity over time, one record of a metrics file.
struct ParsedSeries {
    QString name; ///< "node_cpu_seconds_total {instance=…}"; never empty
    QString unit; ///< "seconds", "bytes"; empty when the source does not say
    QString lane; ///< suggested lane; empty: the source's lane
    QString place;
    QString naturalKey;
    std::vector<SeriesSample> samples; ///< in order of time, no time twice
};

} // namespace SecondStory::Importing
