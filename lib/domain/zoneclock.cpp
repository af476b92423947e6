// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/zoneclock.h"

#include <QDateTime>
#include <QLocale>

#include <limits>

using namespace Qt::StringLiterals;

namespace SecondStory {

namespace {

constexpr qint64 kSecond = 1'000'000;

std::optional<int> fixedOffset(QStringView id)
{
    if (id.isEmpty() || id == u"UTC" || id == u"Z" || id == u"Etc/UTC")
        return 0;
    if (id.size() != 6 || (id[0] != u'+' && id[0] != u'-') || id[3] != u':')
        return {};
    bool hoursOk = false;
    bool minutesOk = false;
    const int hours = id.mid(1, 2).toInt(&hoursOk);
    const int minutes = id.mid(4, 2).toInt(&minutesOk);
    if (!hoursOk || !minutesOk || hours > 18 || minutes > 59)
        return {};
    const int seconds = hours * 3600 + minutes * 60;
    return id[0] == u'-' ? -seconds : seconds;
}

/// Floor division, so that times before 1970 round towards the past.
qint64 toMilliseconds(TimePoint time)
{
    return time.us >= 0 ? time.us / 1000 : -((-time.us + 999) / 1000);
}

} // namespace

ZoneClock::ZoneClock(const QString &zoneId)
    : m_zoneId(zoneId.isEmpty() ? u"UTC"_s : zoneId)
{
    if (const auto offset = fixedOffset(zoneId)) {
        m_stretch = { std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max(),
                      *offset };
        return;
    }
    m_zone = QTimeZone(zoneId.toUtf8());
    m_isFixed = !m_zone.isValid();
    if (m_isFixed) {
        m_zoneId = u"UTC"_s;
        m_stretch = { std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max(), 0 };
    }
}

bool ZoneClock::isKnownZone(const QString &zoneId)
{
    return !zoneId.isEmpty()
        && (fixedOffset(zoneId) || QTimeZone::isTimeZoneIdAvailable(zoneId.toUtf8()));
}

int ZoneClock::offsetAt(TimePoint time) const
{
    if (m_isFixed || (time.us >= m_stretch.from && time.us < m_stretch.until))
        return m_stretch.offset;
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(toMilliseconds(time), Qt::UTC);
    m_stretch.offset = m_zone.offsetFromUtc(at);
    // Without transitions on a side, the stretch ends a day away: cheap, and never wrong.
    const auto previous = m_zone.previousTransition(at.addMSecs(1));
    const auto next = m_zone.nextTransition(at);
    m_stretch.from = previous.atUtc.isValid() ? previous.atUtc.toMSecsSinceEpoch() * 1000
                                              : time.us - 86'400 * kSecond;
    m_stretch.until =
        next.atUtc.isValid() ? next.atUtc.toMSecsSinceEpoch() * 1000 : time.us + 86'400 * kSecond;
    if (m_stretch.from > time.us)
        m_stretch.from = time.us;
    return m_stretch.offset;
}

CivilTime ZoneClock::toLocal(TimePoint time) const
{
    return toUtc({ time.us + offsetAt(time) * kSecond });
}

ZoneClock::Reading ZoneClock::fromLocal(const CivilTime &civil) const
{
    const TimePoint naive = fromUtc(civil);
    if (m_isFixed)
        return { { naive.us - m_stretch.offset * kSecond }, false, false };
    // The offsets a day before and after cover both sides of any single transition.
    const int before = offsetAt({ naive.us - 86'400 * kSecond });
    const int after = offsetAt({ naive.us + 86'400 * kSecond });
    const TimePoint early{ naive.us - before * kSecond };
    const TimePoint late{ naive.us - after * kSecond };
    const bool earlyHolds = offsetAt(early) == before;
    const bool lateHolds = offsetAt(late) == after;
    if (before == after || (earlyHolds && !lateHolds))
        return { early, false, false };
    if (lateHolds && !earlyHolds)
        return { late, false, false };
    if (earlyHolds && lateHolds)
        return { early, false, true };
    return { early, true, false };
}

QString ZoneClock::clockText(TimePoint time, Detail detail) const
{
    const CivilTime c = toLocal(time);
    char buffer[32];
    int n = std::snprintf(buffer, sizeof buffer, "%02d:%02d", c.hour, c.minute);
    if (detail != Detail::Minutes)
        n += std::snprintf(buffer + n, sizeof buffer - static_cast<size_t>(n), ":%02d", c.second);
    if (detail == Detail::Milliseconds)
        n += std::snprintf(buffer + n, sizeof buffer - static_cast<size_t>(n), ".%03d",
                           c.microsecond / 1000);
    return QString::fromLatin1(buffer, n);
}

QString ZoneClock::dateText(TimePoint time) const
{
    const CivilTime c = toLocal(time);
    return QLocale().toString(QDate(c.year, c.month, c.day), u"ddd d MMM yyyy"_s);
}

QString ZoneClock::isoDate(TimePoint time) const
{
    return toRfc3339(fromUtc(toLocal(time))).left(10);
}

QString ZoneClock::isoText(TimePoint time) const
{
    return isoDate(time) + u' ' + clockText(time);
}

QString ZoneClock::offsetText(TimePoint time) const
{
    const int offset = offsetAt(time);
    if (offset == 0)
        return u"UTC"_s;
    const int minutes = std::abs(offset) / 60;
    QString text = (offset < 0 ? u"UTC−"_s : u"UTC+"_s) + QString::number(minutes / 60);
    if (minutes % 60 != 0)
        text += u':' + QString::number(minutes % 60).rightJustified(2, u'0');
    return text;
}

} // namespace SecondStory
