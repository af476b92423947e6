// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/statedtime.h"
#include "domain/reviewcontents.h"
#include "domain/result.h"

namespace SecondStory::Cli {

/// What somebody says about an event; whatever is not said stays as it is.
struct EventFields {
    std::optional<QString> title;
    std::optional<QString> text;
    std::optional<QString> note;
    std::optional<QString> lane; ///< by name; a new name makes a new lane
    std::optional<QStringList> actors; ///< by name, handle or pseudonym; a new name joins the cast
    std::optional<EventKind> kind;
    std::optional<StatedTime> start;
    std::optional<StatedTime> end;
    std::optional<Certainty> certainty;
    std::optional<QString> reason; ///< for the time
    std::optional<bool> starred;
    std::optional<Grounds> grounds;
    bool withoutTime = false; ///< takes the stated time back

    [[nodiscard]] bool isEmpty() const;
};

/// Edits as values, and what the person should be told of them.
struct EventEdit {
    ChangeSet set; ///< the event's change comes last
    QStringList remarks;

    /// The event's own change.
    [[nodiscard]] const RecordChange<Event> &change() const
    {
        return std::get<RecordChange<Event>>(set.changes.last());
    }
};

/// Adds an event of the analyst's own. Errors: Usage.
[[nodiscard]] Result<EventEdit> newEvent(const ReviewContents &contents, const EventFields &fields,
                                         EventId id = EventId::create());
/// Changes an event. Of imported evidence only what stands beside it changes: a title becomes a
/// caption, a time an asserted one. Errors: Usage, Refused (the text of evidence).
[[nodiscard]] Result<EventEdit> editOf(const ReviewContents &contents, const Event &event,
                                       const EventFields &fields);
/// Removes an event of the analyst's own with the codings and links that point at it.
/// Errors: Refused for imported ones.
[[nodiscard]] Result<EventEdit> removalOf(const ReviewContents &contents, const Event &event);

} // namespace SecondStory::Cli
