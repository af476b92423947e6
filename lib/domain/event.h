// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/eventkind.h"
#include "domain/eventtime.h"
#include "domain/ids.h"

#include <QList>
#include <QString>

namespace SecondStory {

/// What the knowledge of an event rests on.
enum class Grounds : quint8 { Documented, Remembered, Inferred };

template <>
struct EnumNames<Grounds> {
    static constexpr std::array entries{
        std::pair{ Grounds::Documented, u"documented" },
        std::pair{ Grounds::Remembered, u"remembered" },
        std::pair{ Grounds::Inferred, u"inferred" },
    };
};

/// Something that happened, was seen, said or done; imported from evidence or added by the analyst.
struct Event {
    EventId id;
    int version = 0; ///< 0: not stored yet
    ReviewId reviewId;
    SourceId sourceId; ///< null for the analyst's own events

    // As recorded. For imported events the store refuses to change these.
    RecordedTime recorded;
    QString title; ///< one line
    QString text; ///< the whole text, plain; may be empty when the title says it all
    QString place; ///< where in the source: "line 88", "message 12", "/alerts/3"
    QString naturalKey; ///< the record's own identity in its source, for recognising it again
    QString channel; ///< the channel, system or host that the record names; the store keeps it

    // Interpretation: may change, is undoable.
    std::optional<AssertedTime> asserted;
    EventKind kind = EventKind::Other;
    LaneId laneId;
    QList<PersonId> actors;
    QString caption; ///< the analyst's wording of the title; empty: the title stands
    QString note;
    bool starred = false;
    Grounds grounds = Grounds::Documented;

    bool operator==(const Event &) const = default;
    [[nodiscard]] bool isImported() const { return !sourceId.isNull(); }
    [[nodiscard]] QString displayTitle() const { return caption.isEmpty() ? title : caption; }
    /// The instant to sort and draw by: asserted before recorded; none when undated.
    [[nodiscard]] std::optional<TimePoint> effectiveStart() const
    {
        return asserted ? std::optional(asserted->start) : recorded.start;
    }
    [[nodiscard]] std::optional<TimePoint> effectiveEnd() const
    {
        return asserted ? asserted->end : recorded.end;
    }
};

/// True when `after` leaves everything that the evidence states as it is in `before`.
[[nodiscard]] bool keepsRecord(const Event &before, const Event &after);

} // namespace SecondStory
