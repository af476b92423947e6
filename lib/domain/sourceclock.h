// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/eventtime.h"
#include "domain/zoneclock.h"

namespace SecondStory {

struct EvidenceSource;

/// What people hold about the clock a source was written by. Every part may be corrected later:
/// the source's events move, and nothing else does.
struct SourceClock {
    QString zone; ///< for readings without an offset; empty: nobody said, such readings are undated
    std::optional<CivilTime> date; ///< first day of bare clock times; the year of year-less days
    std::optional<TimePoint> start; ///< instant from which relative times count
    qint64 skewUs = 0; ///< added to every instant: how far the source's clock was behind

    bool operator==(const SourceClock &) const = default;
};

/// The clock of a source as its record states it.
[[nodiscard]] SourceClock clockOf(const EvidenceSource &source);
/// Puts a clock into a source's record.
void setClock(EvidenceSource &source, const SourceClock &clock);

/// Turns the readings of one source into instants. Remembers its zone, so that a million readings
/// cost a comparison each. Threads: one instance per thread.
class ReadingResolver {
public:
    explicit ReadingResolver(SourceClock clock);
    [[nodiscard]] const SourceClock &clock() const { return m_clock; }

    struct Resolved {
        TimePoint time;
        bool inGap = false; ///< the clocks never showed this reading
        bool inFold = false; ///< the clocks showed it twice; the first is given
    };
    /// The instant of a reading; nothing when the clock lacks what the reference needs, or the
    /// instant lies outside the years 1 to 9999. Unknown resolves to nothing.
    [[nodiscard]] std::optional<Resolved> resolve(ClockReference reference, qint64 reading) const;
    /// `time` with start, end, zone and basis as this clock gives them; text and reading stay. Of
    /// an unknown reference only the skew moves, by the difference to `before`.
    [[nodiscard]] RecordedTime retimed(const RecordedTime &time, const SourceClock &before) const;
    /// True when this clock differs from `before` by its skew alone, and all that does to a dated
    /// time of this zone, basis and reference is to move it.
    [[nodiscard]] bool onlyShifts(const RecordedTime &time, const SourceClock &before) const;

private:
    [[nodiscard]] std::optional<Resolved> wall(const CivilTime &civil) const;

    SourceClock m_clock;
    ZoneClock m_zone;
};

} // namespace SecondStory
