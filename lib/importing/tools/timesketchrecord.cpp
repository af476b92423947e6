// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/tools/timesketchrecord.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kLongestOther = 4'000; ///< of the columns beside the message
constexpr qint64 kTolerance = 1'000'000;
// A number that means a day before 1980 is a counter or a slip, no time.
constexpr TimePoint kFirstPlausible{ 315'532'800'000'000 };
constexpr TimePoint kLastPlausible{ 7'258'118'400'000'000 };

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

QString columnNamed(const QStringList &names, std::initializer_list<QStringView> wanted)
{
    for (const QStringView name : wanted) {
        for (const QString &candidate : names) {
            if (candidate.trimmed().compare(name, Qt::CaseInsensitive) == 0)
                return candidate;
        }
    }
    return {};
}

QString valueOf(const TimesketchPairs &pairs, const QString &name)
{
    if (name.isEmpty())
        return {};
    for (const auto &[key, value] : pairs) {
        if (key == name)
            return value.trimmed();
    }
    return {};
}

bool isPlausible(TimePoint time)
{
    return time >= kFirstPlausible && time <= kLastPlausible;
}

/// The instant of a number in the unit its size tells, when it is one of our times.
std::optional<TimePoint> plausibleNumber(const QString &number)
{
    const auto reading = readTimestamp(number);
    const auto instant = reading && reading->isEpoch ? reading->instant() : std::nullopt;
    return instant && isPlausible(*instant) ? instant : std::nullopt;
}

bool usesNumber(const QString &time, const QString &number)
{
    return !readTimestamp(time) && plausibleNumber(number);
}

/// True when the number means the same second in any of the units that tools write.
bool agrees(const TimestampReading &reading, const QString &number)
{
    const TimePoint stated = reading.instant().value_or(fromUtc(reading.civil));
    static constexpr std::array kUnits{ EpochUnit::Seconds, EpochUnit::Milliseconds,
                                        EpochUnit::Microseconds, EpochUnit::Nanoseconds };
    return std::any_of(kUnits.begin(), kUnits.end(), [&](EpochUnit unit) {
        const auto other = readTimestamp(number, unit);
        // Without an offset the two may lie up to a day apart.
        const qint64 tolerance = reading.offset ? kTolerance : 86'400'000'000;
        return other && other->instant() && std::abs(other->instant()->us - stated.us) <= tolerance;
    });
}

} // namespace

std::optional<TimesketchColumns> timesketchColumns(const QStringList &names,
                                                   const ColumnMapping &chosen)
{
    TimesketchColumns columns;
    columns.timestamp = columnNamed(names, { u"timestamp" });
    if (!chosen.isEmpty()) {
        columns.mapping = chosen;
        return columns;
    }
    ColumnMapping &mapping = columns.mapping;
    mapping.title = columnNamed(names, { u"message" });
    mapping.time = columnNamed(names, { u"datetime" });
    if (mapping.time.isEmpty())
        mapping.time = std::exchange(columns.timestamp, {});
    mapping.actor = columnNamed(names, { u"username", u"user" });
    mapping.lane = columnNamed(names, { u"hostname", u"computer_name", u"host" });
    mapping.fixedKind = u"log"_s;
    if (mapping.title.isEmpty() || mapping.time.isEmpty())
        return {};
    return columns;
}

Likelihood likelihoodOfTimesketch(const QStringList &names)
{
    const bool hasMessage = !columnNamed(names, { u"message" }).isEmpty();
    const bool hasTime = !columnNamed(names, { u"datetime", u"timestamp" }).isEmpty();
    if (!columnNamed(names, { u"timestamp_desc" }).isEmpty())
        return hasMessage && hasTime ? 92 : hasMessage || hasTime ? 60 : 0;
    const bool isMisspelt = !columnNamed(names, { u"timestampdesc", u"timestamp desc" }).isEmpty();
    return isMisspelt && hasMessage ? 55 : 0;
}

QString timeOf(const TimesketchPairs &pairs, const TimesketchColumns &columns)
{
    const QString time = valueOf(pairs, columns.mapping.time);
    const QString number = valueOf(pairs, columns.timestamp);
    return usesNumber(time, number) ? number : time;
}

void TimesketchMapper::remarkOnTimes(const TimesketchPairs &pairs, const QString &place)
{
    const QString time = valueOf(pairs, m_columns.mapping.time);
    const QString number = valueOf(pairs, m_columns.timestamp);
    if (usesNumber(time, number)) {
        if (!time.isEmpty())
            m_writer.remark(place,
                            translated("“%1” is not a time; the number “%2” is taken")
                                .arg(time.left(60), number.left(30)));
        return;
    }
    const auto reading = readTimestamp(time);
    if (reading && readTimestamp(number) && !agrees(*reading, number))
        m_writer.remark(place,
                        translated("the number “%1” says another time; “%2” is taken")
                            .arg(number.left(30), time.left(60)));
}

Result<void> TimesketchMapper::take(const TimesketchPairs &pairs, const QString &place)
{
    const ColumnMapping &mapping = m_columns.mapping;
    // The record looks at these bytes until it has been taken.
    const std::array values{
        timeOf(pairs, m_columns).toUtf8(),      valueOf(pairs, mapping.endTime).toUtf8(),
        valueOf(pairs, mapping.title).toUtf8(), valueOf(pairs, mapping.text).toUtf8(),
        valueOf(pairs, mapping.kind).toUtf8(),  valueOf(pairs, mapping.actor).toUtf8(),
        valueOf(pairs, mapping.lane).toUtf8(),  valueOf(pairs, mapping.key).toUtf8(),
    };
    MappedRecord record{ values[0], values[1], values[2], values[3], values[4],
                         values[5], values[6], values[7], {} };
    const QStringList used{ mapping.time,  mapping.endTime, mapping.title, mapping.text,
                            mapping.actor, mapping.lane,    mapping.key,   mapping.kind };
    for (const auto &[name, value] : pairs) {
        const QString text = value.trimmed();
        if (text.isEmpty() || used.contains(name))
            continue;
        record.others.append(
            name + u": "_s
            + (text.size() > kLongestOther ? QString(text.left(kLongestOther) + u'…') : text));
    }
    remarkOnTimes(pairs, place);
    return m_mapper.take(record, place);
}

} // namespace SecondStory::Importing
