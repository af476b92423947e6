// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/calendar/recurrence.h"

#include <libical/ical.h>

#include <QStringList>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kLongestRule = 500;
constexpr int kMostExhausted = 5;
constexpr int kMostSteps = 50'000; ///< before the window, where a count has to be counted

icaltimetype toIcal(const CivilTime &civil)
{
    icaltimetype time = icaltime_null_time();
    time.year = civil.year;
    time.month = civil.month;
    time.day = civil.day;
    time.hour = civil.hour;
    time.minute = civil.minute;
    time.second = civil.second;
    return time;
}

CivilTime fromIcal(const icaltimetype &time)
{
    return { time.year, time.month, time.day, time.hour, time.minute, time.second };
}

bool hasPart(const QString &rule, QStringView name)
{
    return !rulePart(rule, name).isEmpty();
}

/// "1MO" and "-1FR" are numbered, "MO" is not.
bool hasNumberedDay(const QString &days)
{
    return std::any_of(days.begin(), days.end(), [](QChar c) { return c.isDigit(); });
}

bool arePositionsSmall(const QString &positions)
{
    const QStringList list = positions.split(u',');
    return std::all_of(list.begin(), list.end(), [](const QString &text) {
        bool isNumber = false;
        const int position = text.toInt(&isNumber);
        return isNumber && position != 0 && std::abs(position) <= 4;
    });
}

bool isNarrowed(const QString &rule)
{
    const QStringList parts = rule.split(u';');
    return std::any_of(parts.begin(), parts.end(), [](const QString &part) {
        return part.startsWith(u"BY"_s, Qt::CaseInsensitive);
    });
}

/// False for rules whose parts may never meet. The library looks for their next time step by step
/// until the year 2582, which takes minutes for seconds and still a second for months.
bool isSafe(const QString &rule)
{
    if (rule.size() > kLongestRule || hasPart(rule, u"RSCALE")
        || std::any_of(rule.begin(), rule.end(), [](QChar c) {
               return c.unicode() > 0x7e || !(c.isLetterOrNumber() || u"=,;+-"_s.contains(c));
           }))
        return false;
    const QString frequency = rulePart(rule, u"FREQ");
    const bool isSubDaily =
        frequency == u"SECONDLY"_s || frequency == u"MINUTELY"_s || frequency == u"HOURLY"_s;
    if (isSubDaily)
        return !isNarrowed(rule);
    const bool hasMonthDay = hasPart(rule, u"BYMONTHDAY");
    const bool isYearly = frequency == u"YEARLY"_s;
    if (!isYearly
        && ((hasMonthDay && hasPart(rule, u"BYMONTH")) || hasPart(rule, u"BYYEARDAY")
            || hasPart(rule, u"BYWEEKNO")))
        return false;
    const QString days = rulePart(rule, u"BYDAY");
    if (hasMonthDay && hasNumberedDay(days))
        return false;
    const QString positions = rulePart(rule, u"BYSETPOS");
    return positions.isEmpty()
        || (!days.isEmpty() && !hasNumberedDay(days) && !hasMonthDay && !hasPart(rule, u"BYYEARDAY")
            && !hasPart(rule, u"BYWEEKNO") && arePositionsSmall(positions));
}

using Iterator = std::unique_ptr<icalrecur_iterator, decltype(&icalrecur_iterator_free)>;

Recurrence expandSafe(const QString &rule, const CivilTime &start, const RecurrenceWindow &window)
{
    Recurrence result;
    icalerror_set_errors_are_fatal(0);
    const icalrecurrencetype parsed = icalrecurrencetype_from_string(rule.toLatin1().constData());
    if (parsed.freq == ICAL_NO_RECURRENCE)
        return result;
    const Iterator iterator(icalrecur_iterator_new(parsed, toIcal(start)),
                            &icalrecur_iterator_free);
    result.isExhausted = !iterator;
    if (!iterator)
        return result;
    // A rule with a count has to be counted from its start; any other may begin at the window.
    const icaltimetype from = toIcal(window.from);
    const icaltimetype until = toIcal(window.until);
    if (parsed.count == 0 && icaltime_compare(toIcal(start), from) < 0)
        (void)icalrecur_iterator_set_start(iterator.get(), from);
    for (int step = 0; step < kMostSteps; ++step) {
        const icaltimetype time = icalrecur_iterator_next(iterator.get());
        if (icaltime_is_null_time(time)) {
            result.end = Recurrence::End::Rule;
            result.isExhausted = parsed.count == 0 && icaltime_is_null_time(parsed.until);
            return result;
        }
        if (icaltime_compare(time, until) > 0) {
            result.end = Recurrence::End::Window;
            return result;
        }
        if (icaltime_compare(time, from) < 0)
            continue;
        if (result.times.size() >= window.most)
            break;
        const CivilTime civil = fromIcal(time);
        if (isValid(civil))
            result.times.append(civil);
    }
    result.end = Recurrence::End::Most;
    return result;
}

} // namespace

QString rulePart(const QString &rule, QStringView name)
{
    const auto parts = QStringView(rule).split(u';');
    for (const QStringView part : parts) {
        const qsizetype equals = part.indexOf(u'=');
        if (equals > 0 && part.left(equals).trimmed().compare(name, Qt::CaseInsensitive) == 0)
            return part.mid(equals + 1).trimmed().toString().toUpper();
    }
    return {};
}

QString withRulePart(const QString &rule, const QString &name, const QString &value)
{
    QStringList parts = rule.split(u';', Qt::SkipEmptyParts);
    parts.removeIf([&](const QString &part) {
        return part.trimmed().startsWith(QString(name + u'='), Qt::CaseInsensitive);
    });
    parts.append(name + u'=' + value);
    return parts.join(u';');
}

Recurrence RuleExpander::expand(const QString &rule, const CivilTime &start,
                                const RecurrenceWindow &window)
{
    const QString trimmed = rule.simplified();
    if (!isSafe(trimmed) || (m_exhausted >= kMostExhausted && isNarrowed(trimmed)))
        return {};
    Recurrence result = expandSafe(trimmed, start, window);
    if (result.isExhausted)
        ++m_exhausted;
    return result;
}

} // namespace SecondStory::Importing
