// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/timepoint.h"

#include <QString>
#include <QTimeZone>

namespace SecondStory {

/// Wall-clock time of one zone. Remembers the offset of the stretch last asked for, so that runs of
/// neighbouring times cost a comparison each.
/// Threads: one instance per thread.
class ZoneClock {
public:
    /// An IANA id ("Europe/Paris"), "UTC", or a fixed offset ("+01:00"). Anything else reads as
    /// UTC.
    explicit ZoneClock(const QString &zoneId = QString());

    [[nodiscard]] static bool isKnownZone(const QString &zoneId);
    [[nodiscard]] const QString &zoneId() const { return m_zoneId; }

    /// Seconds east of UTC in force at `time`.
    [[nodiscard]] int offsetAt(TimePoint time) const;
    [[nodiscard]] CivilTime toLocal(TimePoint time) const;

    /// What a wall-clock reading means. In a gap (never shown by a clock) the instant after the
    /// jump is given; in a fold (shown twice) the first; both are told, so that nobody is deceived.
    struct Reading {
        TimePoint time;
        bool inGap = false;
        bool inFold = false;
    };
    [[nodiscard]] Reading fromLocal(const CivilTime &civil) const;

    /// "14:07" or "14:07:35" or "14:07:35.250".
    enum class Detail { Minutes, Seconds, Milliseconds };
    [[nodiscard]] QString clockText(TimePoint time, Detail detail = Detail::Seconds) const;
    /// "Tue 20 Feb 2018", in the application's locale.
    [[nodiscard]] QString dateText(TimePoint time) const;
    /// "2018-02-20".
    [[nodiscard]] QString isoDate(TimePoint time) const;
    /// "2018-02-20 14:07:35".
    [[nodiscard]] QString isoText(TimePoint time) const;
    /// "UTC+1", "UTC+5:30", "UTC".
    [[nodiscard]] QString offsetText(TimePoint time) const;

private:
    struct Stretch {
        qint64 from = 1;
        qint64 until = 0;
        int offset = 0;
    };

    QString m_zoneId;
    QTimeZone m_zone;
    bool m_isFixed = true;
    mutable Stretch m_stretch;
};

} // namespace SecondStory
