// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"
#include "domain/timepoint.h"

#include <QList>
#include <QString>

#include <optional>

namespace SecondStory {

/// A time worth standing still at, with the people who were there and what is recorded of it. How
/// it looked to each of them is in their accounts (account.h).
struct Moment {
    MomentId id;
    int version = 0;
    ReviewId reviewId;
    QString title;
    std::optional<TimePoint> start;
    std::optional<TimePoint> end;
    QList<PersonId> people;
    QList<EventId> events;

    bool operator==(const Moment &) const = default;
};

} // namespace SecondStory
