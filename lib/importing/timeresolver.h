// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/zoneclock.h"
#include "importing/recordwriter.h"
#include "importing/timetext.h"

namespace SecondStory::Importing {

/// Makes recorded times of what programs wrote, with the zone a person chose where the text states
/// none.
class TimeResolver {
public:
    explicit TimeResolver(const ImportOptions &options);

    /// True when a time without a zone can be resolved.
    [[nodiscard]] bool hasZone() const { return m_hasZone; }
    /// The zone that was used for times without their own; empty as long as none was needed.
    [[nodiscard]] const QString &usedZone() const { return m_usedZone; }

    /// The time on record. Undated when it lacks a zone nobody gave, or lies outside the years 1 to
    /// 9999. Remarks go to the writer: a clock reading that never was, or was twice.
    [[nodiscard]] RecordedTime resolve(const TimestampReading &reading, const QString &text,
                                       const QString &place, RecordWriter &writer);

private:
    ZoneClock m_clock;
    bool m_hasZone = false;
    bool m_isChosen = false;
    QString m_usedZone;
};

/// Tells the person when a wall-clock reading fell into a change of the clocks.
void remarkOnClockChange(const ZoneClock::Reading &reading, const QString &text,
                         const QString &place, RecordWriter &writer);

} // namespace SecondStory::Importing
