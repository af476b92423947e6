// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/recurrence.h"
#include "domain/zoneclock.h"

namespace SecondStory::Analysis {

/// The months or quarters of one zone, numbered along the calendar.
class Calendar {
public:
    explicit Calendar(PeriodLength by, const QString &zone = {});

    /// The number of the month or quarter an instant falls in: neighbours differ by one.
    [[nodiscard]] int numberOf(TimePoint time) const;
    /// The period's limits and name; nothing counted yet.
    [[nodiscard]] PeriodRecurrence period(int number) const;
    /// The numbers from the first to the last, without gaps; `INT_MIN` entries are undated. When a
    /// slip in a date would make more than 400 periods, the empty ones are left out instead.
    [[nodiscard]] QList<int> cover(const QList<int> &numbers) const;

private:
    [[nodiscard]] TimePoint startOf(int number) const;

    int m_partsPerYear;
    ZoneClock m_clock;
};

/// "2026 Q1" or "Mar 2026", in the application's language.
[[nodiscard]] QString periodName(const PeriodRecurrence &period, PeriodLength by);

} // namespace SecondStory::Analysis
