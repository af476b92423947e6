// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/enumnames.h"
#include "domain/timepoint.h"

#include <QString>

#include <optional>

namespace SecondStory {

/// How the instant of a recorded time came to be known.
enum class TimeBasis : quint8 {
    Absolute, ///< the record carried its offset or is in UTC by definition
    ZoneAssumed, ///< the zone was chosen by a person or taken from the review
    DateAssumed, ///< the day (and perhaps the zone) was chosen or carried forward from a heading
    Relative, ///< an offset from a start instant that a person gave
    None, ///< nobody recorded a time: the event is undated
};

template <>
struct EnumNames<TimeBasis> {
    static constexpr std::array entries{
        std::pair{ TimeBasis::Absolute, u"absolute" },
        std::pair{ TimeBasis::ZoneAssumed, u"zone-assumed" },
        std::pair{ TimeBasis::DateAssumed, u"date-assumed" },
        std::pair{ TimeBasis::Relative, u"relative" },
        std::pair{ TimeBasis::None, u"none" },
    };
};

/// The finest unit that the record states.
enum class TimePrecision : quint8 { Day, Hour, Minute, Second, Millisecond, Microsecond };

template <>
struct EnumNames<TimePrecision> {
    static constexpr std::array entries{
        std::pair{ TimePrecision::Day, u"day" },
        std::pair{ TimePrecision::Hour, u"hour" },
        std::pair{ TimePrecision::Minute, u"minute" },
        std::pair{ TimePrecision::Second, u"second" },
        std::pair{ TimePrecision::Millisecond, u"millisecond" },
        std::pair{ TimePrecision::Microsecond, u"microsecond" },
    };
};

/// What a record's clock reading counts from. It decides how the instant follows when somebody
/// corrects what was assumed of the source's clock.
enum class ClockReference : quint8 {
    Unknown, ///< not kept: only a skew moves the instant
    Instant, ///< the instant itself, the record stated its offset: needs no reading
    Wall, ///< a calendar day and clock in the source's zone
    YearWall, ///< as Wall, but the record states no year: counted in the year 2000
    DayWall, ///< from midnight of the source's date, in the source's zone
    DayInstant, ///< from midnight UTC of the source's date: an offset was stated, but no day
    Start, ///< from the source's start
};

template <>
struct EnumNames<ClockReference> {
    static constexpr std::array entries{
        std::pair{ ClockReference::Unknown, u"unknown" },
        std::pair{ ClockReference::Instant, u"instant" },
        std::pair{ ClockReference::Wall, u"wall" },
        std::pair{ ClockReference::YearWall, u"year-wall" },
        std::pair{ ClockReference::DayWall, u"day-wall" },
        std::pair{ ClockReference::DayInstant, u"day-instant" },
        std::pair{ ClockReference::Start, u"start" },
    };
};

/// The time as the evidence states it. For imported events text, reading and reference never
/// change; the instants follow from them and the clock of the source (sourceclock.h).
struct RecordedTime {
    std::optional<TimePoint> start; ///< none: undated
    std::optional<TimePoint> end; ///< set for ranges; at or after start
    QString text; ///< the characters as found, e.g. "~2:45" or "17:00-18:00"
    QString zone; ///< offset or zone as found or assumed, e.g. "+01:00", "Europe/Paris"
    TimePrecision precision = TimePrecision::Second;
    TimeBasis basis = TimeBasis::None;
    bool approximate = false; ///< the record itself says "about"
    ClockReference reference = ClockReference::Unknown;
    std::optional<qint64> reading; ///< microseconds from what `reference` names
    std::optional<qint64> readingEnd; ///< of a range

    bool operator==(const RecordedTime &) const = default;
    [[nodiscard]] bool isDated() const { return start.has_value(); }
};

/// How sure the analyst is of an asserted time.
enum class Certainty : quint8 { Exact, About, Between, Before, After };

template <>
struct EnumNames<Certainty> {
    static constexpr std::array entries{
        std::pair{ Certainty::Exact, u"exact" },     std::pair{ Certainty::About, u"about" },
        std::pair{ Certainty::Between, u"between" }, std::pair{ Certainty::Before, u"before" },
        std::pair{ Certainty::After, u"after" },
    };
};

/// The time the analyst holds to be right: a statement beside the evidence, never in its place.
struct AssertedTime {
    TimePoint start;
    std::optional<TimePoint> end;
    std::optional<TimePoint> earliest; ///< whisker to the left, when uncertain
    std::optional<TimePoint> latest; ///< whisker to the right, when uncertain
    Certainty certainty = Certainty::Exact;
    QString reason;

    bool operator==(const AssertedTime &) const = default;
};

} // namespace SecondStory
