// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/validation.h"

#include "domain/zoneclock.h"

#include <QCoreApplication>

#include <cmath>

namespace SecondStory {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("SecondStory::Validation", text);
}

bool isInRange(std::optional<TimePoint> time)
{
    return !time || (*time >= kEarliestTime && *time <= kLatestTime);
}

bool endsBeforeItStarts(std::optional<TimePoint> start, std::optional<TimePoint> end)
{
    return end && (!start || *end < *start);
}

} // namespace

QString problemWith(const Review &review)
{
    if (review.title.trimmed().isEmpty())
        return tr("a review needs a title");
    if (!review.zone.isEmpty() && !ZoneClock::isKnownZone(review.zone))
        return tr("the time zone \"%1\" is not known").arg(review.zone);
    return {};
}

QString problemWith(const Event &event)
{
    if (event.title.trimmed().isEmpty())
        return tr("an event needs a title");
    if (!isInRange(event.recorded.start) || !isInRange(event.recorded.end))
        return tr("the time lies outside the years 1 to 9999");
    if (endsBeforeItStarts(event.recorded.start, event.recorded.end))
        return tr("the event ends before it starts");
    if (event.recorded.start.has_value() == (event.recorded.basis == TimeBasis::None))
        return tr("an undated event has no time, and a dated one says how its time is known");
    if (event.asserted && endsBeforeItStarts(event.asserted->start, event.asserted->end))
        return tr("the asserted time ends before it starts");
    return {};
}

QString problemWith(const Influence &influence)
{
    return influence.from == influence.to ? tr("a factor cannot influence itself") : QString();
}

QString problemWith(const Factor &factor)
{
    return std::isfinite(factor.x) && std::isfinite(factor.y)
        ? QString()
        : tr("the factor has no place on the canvas");
}

QString problemWith(const Code &code)
{
    return code.key.trimmed().isEmpty() || code.name.trimmed().isEmpty()
        ? tr("a code needs a key and a name")
        : QString();
}

} // namespace SecondStory
