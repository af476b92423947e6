// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/timeticks.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory::Figures {

namespace {

constexpr qint64 kMilli = 1'000;
constexpr qint64 kSecond = 1'000'000;
constexpr qint64 kMinute = 60 * kSecond;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;
constexpr size_t kMostTicks = 4'000;

using Unit = TickStep::Unit;

constexpr std::array kSteps{
    TickStep{ Unit::Fixed, kMilli },
    TickStep{ Unit::Fixed, 2 * kMilli },
    TickStep{ Unit::Fixed, 5 * kMilli },
    TickStep{ Unit::Fixed, 10 * kMilli },
    TickStep{ Unit::Fixed, 20 * kMilli },
    TickStep{ Unit::Fixed, 50 * kMilli },
    TickStep{ Unit::Fixed, 100 * kMilli },
    TickStep{ Unit::Fixed, 200 * kMilli },
    TickStep{ Unit::Fixed, 500 * kMilli },
    TickStep{ Unit::Fixed, kSecond },
    TickStep{ Unit::Fixed, 2 * kSecond },
    TickStep{ Unit::Fixed, 5 * kSecond },
    TickStep{ Unit::Fixed, 10 * kSecond },
    TickStep{ Unit::Fixed, 15 * kSecond },
    TickStep{ Unit::Fixed, 30 * kSecond },
    TickStep{ Unit::Fixed, kMinute },
    TickStep{ Unit::Fixed, 2 * kMinute },
    TickStep{ Unit::Fixed, 5 * kMinute },
    TickStep{ Unit::Fixed, 10 * kMinute },
    TickStep{ Unit::Fixed, 15 * kMinute },
    TickStep{ Unit::Fixed, 30 * kMinute },
    TickStep{ Unit::Fixed, kHour },
    TickStep{ Unit::Fixed, 2 * kHour },
    TickStep{ Unit::Fixed, 3 * kHour },
    TickStep{ Unit::Fixed, 6 * kHour },
    TickStep{ Unit::Fixed, 12 * kHour },
    TickStep{ Unit::Day, 1 },
    TickStep{ Unit::Day, 2 },
    TickStep{ Unit::Day, 7 },
    TickStep{ Unit::Month, 1 },
    TickStep{ Unit::Month, 3 },
    TickStep{ Unit::Month, 6 },
    TickStep{ Unit::Year, 1 },
    TickStep{ Unit::Year, 2 },
    TickStep{ Unit::Year, 5 },
    TickStep{ Unit::Year, 10 },
    TickStep{ Unit::Year, 20 },
    TickStep{ Unit::Year, 50 },
    TickStep{ Unit::Year, 100 },
    TickStep{ Unit::Year, 200 },
    TickStep{ Unit::Year, 500 },
    TickStep{ Unit::Year, 1000 },
};

qint64 floorTo(qint64 value, qint64 step)
{
    const qint64 rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
}

qint64 offset(const ZoneClock &clock, qint64 us)
{
    return clock.offsetAt({ us }) * kSecond;
}

/// The first instant in (from, until] at which the zone's offset is no longer that of `from`.
qint64 changeBetween(const ZoneClock &clock, qint64 from, qint64 until)
{
    const qint64 before = offset(clock, from);
    while (until - from > 1) {
        const qint64 middle = from + (until - from) / 2;
        (offset(clock, middle) == before ? from : until) = middle;
    }
    return until;
}

qint64 fixedAtOrAfter(qint64 time, qint64 step, const ZoneClock &clock)
{
    // At most two turns of a clock lie within one step; the bound only guards against a broken
    // zone.
    for (int turn = 0; turn < 8; ++turn) {
        const qint64 shift = offset(clock, time);
        const qint64 tick = floorTo(time + shift + step - 1, step) - shift;
        if (offset(clock, tick) == shift)
            return tick;
        time = changeBetween(clock, time, tick);
    }
    return time;
}

/// The midnight that begins the calendar step `civil` lies in.
CivilTime beginOf(const CivilTime &civil, const TickStep &step)
{
    CivilTime begin{ civil.year, civil.month, civil.day };
    if (step.unit == Unit::Day) {
        // Days are counted from a Monday, so that seven of them are a week.
        const qint64 day = floorTo(fromUtc(begin).us, kDay) / kDay + 3;
        begin = toUtc({ (floorTo(day, step.count) - 3) * kDay });
    } else if (step.unit == Unit::Month) {
        begin.day = 1;
        begin.month = static_cast<int>((civil.month - 1) / step.count * step.count) + 1;
    } else {
        begin.day = begin.month = 1;
        begin.year = static_cast<int>(floorTo(civil.year, step.count));
    }
    return begin;
}

CivilTime followingBegin(const CivilTime &begin, const TickStep &step)
{
    if (step.unit == Unit::Day)
        return toUtc({ fromUtc(begin).us + step.count * kDay });
    CivilTime next = begin;
    if (step.unit == Unit::Year) {
        next.year += static_cast<int>(step.count);
    } else {
        next.month += static_cast<int>(step.count);
        next.year += (next.month - 1) / 12;
        next.month = (next.month - 1) % 12 + 1;
    }
    return next;
}

qint64 atLocal(const CivilTime &civil, const ZoneClock &clock)
{
    return clock.fromLocal(civil).time.us;
}

QDate dateOf(TimePoint time, const ZoneClock &clock)
{
    const CivilTime c = clock.toLocal(time);
    return { c.year, c.month, c.day };
}

QString part(qint64 value, const char *unit)
{
    return QCoreApplication::translate("Duration", unit).arg(value);
}

} // namespace

double TickStep::length() const
{
    static constexpr std::array<double, 4> kUnit{ 1, 86'400e6, 30.44 * 86'400e6,
                                                  365.25 * 86'400e6 };
    return static_cast<double>(count) * kUnit[static_cast<size_t>(unit)];
}

TickStep tickStepFor(double microsecondsPerPixel, double minimumPixels)
{
    const double wanted = microsecondsPerPixel * minimumPixels;
    const auto it = std::find_if(kSteps.begin(), kSteps.end(),
                                 [&](const TickStep &s) { return s.length() >= wanted; });
    return it == kSteps.end() ? kSteps.back() : *it;
}

TickStep subdivisionOf(const TickStep &step, double microsecondsPerPixel, double minimumPixels)
{
    const auto divides = [&](const TickStep &fine) {
        if (fine.length() < microsecondsPerPixel * minimumPixels)
            return false;
        if (fine.unit == step.unit)
            return step.count % fine.count == 0;
        return fine.unit == Unit::Fixed ? kDay % fine.count == 0
                                        : fine.unit < step.unit && fine.count == 1;
    };
    const auto it = std::find_if(kSteps.begin(), kSteps.end(), divides);
    return it == kSteps.end() || it->length() > step.length() ? step : *it;
}

TickStep bandStepFor(const TickStep &step)
{
    switch (step.unit) {
    case Unit::Fixed:
        return { Unit::Day, 1 };
    case Unit::Day:
        return { Unit::Month, 1 };
    case Unit::Month:
    case Unit::Year:
        break;
    }
    return { Unit::Year, step.unit == Unit::Month ? 1 : step.count * 10 };
}

TimePoint tickBefore(TimePoint time, const TickStep &step, const ZoneClock &clock)
{
    if (step.unit != Unit::Fixed) {
        const qint64 begin = atLocal(beginOf(clock.toLocal(time), step), clock);
        return { std::min(begin, time.us) };
    }
    const qint64 shift = offset(clock, time.us);
    const qint64 tick = floorTo(time.us + shift, step.count) - shift;
    if (offset(clock, tick) == shift)
        return { tick };
    // A clock change lies between: the last tick of the old offset, unless the new one begins on a
    // tick.
    const qint64 change = changeBetween(clock, tick, time.us);
    const qint64 first = fixedAtOrAfter(change, step.count, clock);
    const qint64 oldShift = offset(clock, tick);
    return { first <= time.us ? first : floorTo(change - 1 + oldShift, step.count) - oldShift };
}

TimePoint tickAfter(TimePoint time, const TickStep &step, const ZoneClock &clock)
{
    if (step.unit == Unit::Fixed)
        return { fixedAtOrAfter(time.us + 1, step.count, clock) };
    CivilTime begin = beginOf(clock.toLocal(time), step);
    qint64 tick = atLocal(begin, clock);
    while (tick <= time.us) {
        begin = followingBegin(begin, step);
        tick = atLocal(begin, clock);
    }
    return { tick };
}

std::vector<TimePoint> ticksIn(TimeSpan span, const TickStep &step, const ZoneClock &clock)
{
    std::vector<TimePoint> ticks;
    TimePoint tick = tickAfter({ span.start.us - 1 }, step, clock);
    while (tick < span.end && ticks.size() < kMostTicks) {
        ticks.push_back(tick);
        tick = tickAfter(tick, step, clock);
    }
    return ticks;
}

TimePoint snapped(TimePoint time, const TickStep &step, const ZoneClock &clock)
{
    const TimePoint before = tickBefore(time, step, clock);
    const TimePoint after = tickAfter(time, step, clock);
    return time.us - before.us <= after.us - time.us ? before : after;
}

QString tickLabel(TimePoint time, const TickStep &step, const ZoneClock &clock)
{
    switch (step.unit) {
    case Unit::Fixed:
        if (step.count < kSecond)
            return clock.clockText(time, ZoneClock::Detail::Milliseconds);
        return clock.clockText(
            time, step.count < kMinute ? ZoneClock::Detail::Seconds : ZoneClock::Detail::Minutes);
    case Unit::Day:
        return QLocale().toString(dateOf(time, clock), u"ddd d"_s);
    case Unit::Month:
        return QLocale().standaloneMonthName(dateOf(time, clock).month(), QLocale::ShortFormat);
    case Unit::Year:
        break;
    }
    return QString::number(clock.toLocal(time).year);
}

QString bandLabel(TimePoint time, const TickStep &band, const ZoneClock &clock)
{
    if (band.unit == Unit::Day)
        return clock.dateText(time);
    if (band.unit == Unit::Month)
        return QLocale().toString(dateOf(time, clock), u"MMMM yyyy"_s);
    return QString::number(clock.toLocal(time).year);
}

QString durationText(qint64 microseconds)
{
    const qint64 us = std::abs(microseconds);
    if (us < kMilli)
        return part(us, QT_TRANSLATE_NOOP("Duration", "%1 µs"));
    if (us < kSecond)
        return part(us / kMilli, QT_TRANSLATE_NOOP("Duration", "%1 ms"));
    const qint64 s = us / kSecond;
    const QString seconds = part(s % 60, QT_TRANSLATE_NOOP("Duration", "%1 s"));
    const QString minutes = part(s / 60 % 60, QT_TRANSLATE_NOOP("Duration", "%1 min"));
    if (s < 60)
        return seconds;
    if (s < 3600)
        return s % 60 == 0 ? minutes : QString(minutes + u' ' + seconds);
    const QString hours = part(s / 3600 % 24, QT_TRANSLATE_NOOP("Duration", "%1 h"));
    if (s < 86'400)
        return s / 60 % 60 == 0 ? hours : QString(hours + u' ' + minutes);
    const QString days = part(s / 86'400, QT_TRANSLATE_NOOP("Duration", "%1 d"));
    return s / 3600 % 24 == 0 ? days : QString(days + u' ' + hours);
}

} // namespace SecondStory::Figures
