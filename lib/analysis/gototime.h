// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "domain/review.h"
#include "domain/zoneclock.h"

#include <QStringView>

namespace SecondStory::Analysis {

/// What a typed time is read against.
struct GoToContext {
    ZoneClock clock; ///< zone of times without an offset
    TimePoint reference; ///< where one stands: "+5m" counts from it, "14:07" is on its day
    IncidentFrame frame; ///< for "2h before detected"
};

/// Reads a time as people type it: "14:07", "14:07:35", "2018-02-20 14:07", RFC 3339, "+5m", "-1h
/// 30m", "detected", "2h before detected", "5 min after resolved". Errors: BadInput, with what can
/// be typed; NotFound when the frame does not state the instant meant.
[[nodiscard]] Result<TimePoint> goToTime(QStringView text, const GoToContext &context);

/// Reads a length of time: "5m", "1h 30m", "2.5 h", "250ms", "3 days". Units: microseconds.
[[nodiscard]] std::optional<qint64> parseDuration(QStringView text);

} // namespace SecondStory::Analysis
