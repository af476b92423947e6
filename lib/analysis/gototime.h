// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "domain/review.h"
#include "domain/zoneclock.h"

#include <QList>
#include <QString>
#include <QStringView>

namespace SecondStory::Analysis {

/// A time that has a name of the review's own: a mark, a moment.
struct NamedTime {
    QString name;
    TimePoint time;
};

/// What a typed time is read against.
struct GoToContext {
    ZoneClock clock; ///< zone of times without an offset
    TimePoint reference; ///< where one stands: "+5m" counts from it, "14:07" is on its day
    IncidentFrame frame; ///< for "2h before detected"
    QList<NamedTime> names = {}; ///< for "5m after peak"
};

/// A time as read, with what the reader should know about the reading.
struct GoToReading {
    TimePoint time;
    QString anchor; ///< the name it counts from, as the review spells it; empty for none
    QString caution; ///< a sentence where a clock skipped or repeated that hour; else empty
};

/// Reads a time as people type it: "14:07", "14:07:35", "2018-02-20 14:07", RFC 3339, "+5m", "-1h
/// 30m", "detected", "2h before detected", "5 min after resolved". Errors: BadInput, with what can
/// be typed; NotFound when the frame does not state the instant meant. "peak" and "5m after peak"
/// are read by the names given, whole or, where only one begins so, by a beginning.
[[nodiscard]] Result<GoToReading> readTime(QStringView text, const GoToContext &context);
/// readTime() without the words.
[[nodiscard]] Result<TimePoint> goToTime(QStringView text, const GoToContext &context);

/// Reads a length of time: "5m", "1h 30m", "2.5 h", "250ms", "3 days". Units: microseconds.
[[nodiscard]] std::optional<qint64> parseDuration(QStringView text);

} // namespace SecondStory::Analysis
