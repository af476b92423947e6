// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/timeentry.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace SecondStory {

namespace {

int microseconds(const QString &decimals)
{
    return decimals.leftJustified(6, u'0').left(6).toInt();
}

} // namespace

std::optional<TimePoint> readTimeEntry(const QString &text, const ZoneClock &clock,
                                       std::optional<TimePoint> near)
{
    const QString trimmed = text.trimmed();
    if (const auto exact = fromRfc3339(trimmed))
        return exact;
    static const QRegularExpression pattern(
        u"^(?:(\\d{4})-(\\d{2})-(\\d{2})[ T]+)?(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,6}))?)?( ?Z)?$"_s);
    const auto match = pattern.match(trimmed);
    if (!match.hasMatch())
        return {};
    CivilTime civil;
    if (match.hasCaptured(1)) {
        civil.year = match.captured(1).toInt();
        civil.month = match.captured(2).toInt();
        civil.day = match.captured(3).toInt();
    } else if (near) {
        civil = clock.toLocal(*near);
    } else {
        return {};
    }
    civil.hour = match.captured(4).toInt();
    civil.minute = match.captured(5).toInt();
    civil.second = match.captured(6).toInt();
    civil.microsecond = microseconds(match.captured(7));
    if (!isValid(civil))
        return {};
    return match.captured(8).isEmpty() ? clock.fromLocal(civil).time : fromUtc(civil);
}

std::optional<CivilTime> readDayEntry(const QString &text)
{
    static const QRegularExpression pattern(u"^(\\d{4})-(\\d{2})-(\\d{2})$"_s);
    const auto match = pattern.match(text.trimmed());
    if (!match.hasMatch())
        return {};
    CivilTime civil;
    civil.year = match.captured(1).toInt();
    civil.month = match.captured(2).toInt();
    civil.day = match.captured(3).toInt();
    return isValid(civil) ? std::optional(civil) : std::nullopt;
}

} // namespace SecondStory
