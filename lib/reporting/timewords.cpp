// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/timewords.h"

#include "reporting/wording.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Reporting {

namespace {

constexpr qint64 kSecond = 1'000'000;

enum class Form { Prose, Table };

QString moment(TimePoint time, TimePrecision precision, const ZoneClock &clock, Form form)
{
    QString date = form == Form::Prose ? clock.dateText(time) : clock.isoDate(time);
    if (precision == TimePrecision::Day)
        return date;
    const auto detail = precision <= TimePrecision::Minute ? ZoneClock::Detail::Minutes
        : precision == TimePrecision::Second               ? ZoneClock::Detail::Seconds
                                                           : ZoneClock::Detail::Milliseconds;
    date += form == Form::Prose ? u", "_s : u" "_s;
    date += clock.clockText(time, detail);
    return date;
}

/// The end of a range, without the day when it is the same.
QString ending(TimePoint start, TimePoint end, TimePrecision precision, const ZoneClock &clock,
               Form form)
{
    if (precision != TimePrecision::Day && clock.isoDate(start) == clock.isoDate(end)) {
        return clock.clockText(end,
                               precision <= TimePrecision::Minute ? ZoneClock::Detail::Minutes
                                                                  : ZoneClock::Detail::Seconds);
    }
    return moment(end, precision, clock, form);
}

QString ranged(TimePoint start, std::optional<TimePoint> end, TimePrecision precision,
               const ZoneClock &clock, Form form)
{
    QString text = moment(start, precision, clock, form);
    if (end && *end > start)
        text += u"–"_s + ending(start, *end, precision, clock, form);
    return text;
}

TimePrecision precisionOf(const AssertedTime &time)
{
    return time.start.us % (60 * kSecond) == 0 ? TimePrecision::Minute : TimePrecision::Second;
}

QString asserted(const AssertedTime &time, const ZoneClock &clock, Form form)
{
    const TimePrecision precision = precisionOf(time);
    const QString text = ranged(time.start, time.end, precision, clock, form);
    switch (time.certainty) {
    case Certainty::Exact:
        return text;
    case Certainty::About:
        return Words::tr("about %1").arg(text);
    case Certainty::Before:
        return Words::tr("before %1").arg(text);
    case Certainty::After:
        return Words::tr("after %1").arg(text);
    case Certainty::Between:
        break;
    }
    const TimePoint from = time.earliest.value_or(time.start);
    const TimePoint to = time.latest.value_or(time.end.value_or(time.start));
    return Words::tr("between %1 and %2")
        .arg(moment(from, precision, clock, form), ending(from, to, precision, clock, form));
}

QString eventTime(const Event &event, const ZoneClock &clock, Form form)
{
    if (event.asserted)
        return asserted(*event.asserted, clock, form);
    if (!event.recorded.start)
        return {};
    const QString text =
        ranged(*event.recorded.start, event.recorded.end, event.recorded.precision, clock, form);
    return event.recorded.approximate ? Words::tr("about %1").arg(text) : text;
}

} // namespace

QString proseTime(TimePoint time, const ZoneClock &clock)
{
    const bool isWholeMinute = time.us % (60 * kSecond) == 0;
    return moment(time, isWholeMinute ? TimePrecision::Minute : TimePrecision::Second, clock,
                  Form::Prose);
}

QString proseTime(const Event &event, const ZoneClock &clock)
{
    return eventTime(event, clock, Form::Prose);
}

QString tableTime(const Event &event, const ZoneClock &clock)
{
    return eventTime(event, clock, Form::Table);
}

QString durationWords(qint64 us)
{
    const qint64 seconds = us / kSecond;
    const qint64 minutes = seconds / 60;
    const qint64 hours = minutes / 60;
    const qint64 days = hours / 24;
    const auto number = [](qint64 value) { return QString::number(value); };
    if (days > 0)
        return hours % 24 == 0 ? Words::tr("%1 d").arg(days)
                               : Words::tr("%1 d %2 h").arg(number(days), number(hours % 24));
    if (hours > 0) {
        return minutes % 60 == 0
            ? Words::tr("%1 h").arg(hours)
            : Words::tr("%1 h %2 min").arg(number(hours), number(minutes % 60));
    }
    if (minutes > 0) {
        return seconds % 60 == 0
            ? Words::tr("%1 min").arg(minutes)
            : Words::tr("%1 min %2 s").arg(number(minutes), number(seconds % 60));
    }
    return Words::tr("%1 s").arg(seconds);
}

} // namespace SecondStory::Reporting
