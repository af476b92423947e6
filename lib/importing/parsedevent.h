// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/eventkind.h"
#include "domain/eventtime.h"
#include "domain/person.h"

#include <QList>
#include <QString>

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

} // namespace SecondStory::Importing
