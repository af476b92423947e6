// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"
#include "domain/timepoint.h"

#include <QList>
#include <QString>

#include <optional>

namespace SecondStory {

/// A time, some people, and how the work looked from where they stood. One account each: never
/// merged.
struct Moment {
    MomentId id;
    int version = 0;
    ReviewId reviewId;
    QString title;
    std::optional<TimePoint> start;
    std::optional<TimePoint> end;
    QList<PersonId> people;
    QList<EventId> events;
    QString goals;
    QString knowledge;
    QString attention;
    QString cuesAvailable;
    QString cuesNoticed;
    QString options;
    QString pressures;
    QString help;

    bool operator==(const Moment &) const = default;
};

} // namespace SecondStory
