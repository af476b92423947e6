// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/gototime.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory::Analysis {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("GoToTime", text);
}

tl::unexpected<Error> notUnderstood(QStringView text)
{
    return failure(ErrorCode::BadInput,
                   say(QT_TRANSLATE_NOOP("GoToTime", "“%1” is not a time")).arg(text.left(60)),
                   say(QT_TRANSLATE_NOOP(
                       "GoToTime", "type 14:07, +5m, 2018-02-20 14:07 or 2h before detected")));
}

std::optional<double> unitLength(QStringView unit)
{
    static constexpr std::array units{
        std::pair{ u"ms", 1e3 },          std::pair{ u"s", 1e6 },
        std::pair{ u"sec", 1e6 },         std::pair{ u"second", 1e6 },
        std::pair{ u"seconds", 1e6 },     std::pair{ u"m", 60e6 },
        std::pair{ u"min", 60e6 },        std::pair{ u"mins", 60e6 },
        std::pair{ u"minute", 60e6 },     std::pair{ u"minutes", 60e6 },
        std::pair{ u"h", 3600e6 },        std::pair{ u"hour", 3600e6 },
        std::pair{ u"hours", 3600e6 },    std::pair{ u"d", 86'400e6 },
        std::pair{ u"day", 86'400e6 },    std::pair{ u"days", 86'400e6 },
        std::pair{ u"w", 604'800e6 },     std::pair{ u"week", 604'800e6 },
        std::pair{ u"weeks", 604'800e6 },
    };
    for (const auto &[name, length] : units) {
        if (unit == QStringView(name))
            return length;
    }
    return {};
}

/// An instant of the frame by its name; the outer optional tells whether it is such a name at all.
std::optional<std::optional<TimePoint>> frameInstant(QStringView name, const IncidentFrame &frame)
{
    const auto is = [&](const char16_t *english, const char *word) {
        return name == QStringView(english)
            || name.compare(QCoreApplication::translate("Timeline", word), Qt::CaseInsensitive)
            == 0;
    };
    if (is(u"began", "began") || name == u"beginning" || name == u"start")
        return frame.began;
    if (is(u"detected", "detected"))
        return frame.detected;
    if (is(u"declared", "declared"))
        return frame.declared;
    if (is(u"mitigated", "mitigated"))
        return frame.mitigated;
    if (is(u"resolved", "resolved") || name == u"end")
        return frame.resolved;
    return {};
}

Result<GoToReading> shifted(TimePoint from, double by, QStringView text)
{
    const double us = static_cast<double>(from.us) + by;
    if (us < static_cast<double>(kEarliestTime.us) || us > static_cast<double>(kLatestTime.us))
        return notUnderstood(text);
    return GoToReading{ TimePoint{ from.us + static_cast<qint64>(std::llround(by)) }, {}, {} };
}

Result<NamedTime> frameOrMissing(const std::optional<TimePoint> &instant, const QString &name)
{
    if (instant)
        return NamedTime{ name, *instant };
    return failure(
        ErrorCode::NotFound,
        say(QT_TRANSLATE_NOOP("GoToTime", "the review does not say when it was “%1”")).arg(name),
        say(QT_TRANSLATE_NOOP("GoToTime", "set it in the review's frame")));
}

/// What people write around a name and between its words does not tell names apart.
QString bareName(const QString &name)
{
    QString bare = name.simplified().toLower();
    static const QString quotes = u"“”\"'„‘’«»"_s;
    while (!bare.isEmpty() && quotes.contains(bare.front()))
        bare.remove(0, 1);
    while (!bare.isEmpty() && quotes.contains(bare.back()))
        bare.chop(1);
    return bare.trimmed();
}

/// A time of the review by its name, or by how only one name begins; nothing when no name fits.
std::optional<Result<NamedTime>> namedTime(const QString &name, const GoToContext &context)
{
    const QString wanted = bareName(name);
    if (wanted.isEmpty())
        return {};
    if (const auto instant = frameInstant(wanted, context.frame))
        return frameOrMissing(*instant, wanted);
    QList<NamedTime> fitting;
    for (const NamedTime &each : context.names) {
        const QString bare = bareName(each.name);
        if (bare == wanted)
            return Result<NamedTime>(each);
        if (bare.startsWith(wanted))
            fitting.append(each);
    }
    if (fitting.isEmpty())
        return {};
    if (fitting.size() == 1)
        return Result<NamedTime>(fitting.first());
    return Result<NamedTime>(
        failure(ErrorCode::BadInput,
                say(QT_TRANSLATE_NOOP("GoToTime", "“%1” could be “%2” or “%3”"))
                    .arg(name, fitting[0].name, fitting[1].name),
                say(QT_TRANSLATE_NOOP("GoToTime", "type more of the name"))));
}

std::optional<Result<GoToReading>> asNamed(const QString &text, const GoToContext &context)
{
    const auto from = [&](const Result<NamedTime> &anchor, double by) -> Result<GoToReading> {
        if (!anchor)
            return failure(anchor.error());
        auto reading = shifted(anchor->time, by, text);
        if (reading)
            reading->anchor = anchor->name;
        return reading;
    };
    if (const auto whole = namedTime(text, context))
        return from(*whole, 0);
    static const QRegularExpression relation(u"^(.+?)\\s*\\b(before|after)\\s+(.+)$"_s);
    const auto match = relation.match(text);
    const auto length = match.hasMatch() ? parseDuration(match.captured(1)) : std::nullopt;
    if (!length)
        return {};
    const auto anchor = namedTime(match.captured(3), context);
    if (!anchor)
        return Result<GoToReading>(
            failure(ErrorCode::BadInput,
                    say(QT_TRANSLATE_NOOP("GoToTime", "nothing here is called “%1”"))
                        .arg(match.captured(3).left(60)),
                    say(QT_TRANSLATE_NOOP("GoToTime",
                                          "use began, detected, declared, mitigated, resolved, or "
                                          "the name of a mark or moment"))));
    const double sign = match.captured(2) == u"before" ? -1 : 1;
    return from(*anchor, sign * static_cast<double>(*length));
}

std::optional<Result<GoToReading>> asRelative(const QString &text, const GoToContext &context)
{
    if (text.isEmpty() || (text[0] != u'+' && text[0] != u'-' && text[0] != u'−'))
        return {};
    const auto length = parseDuration(QStringView(text).mid(1));
    if (!length)
        return Result<GoToReading>(notUnderstood(text));
    return shifted(context.reference, (text[0] == u'+' ? 1 : -1) * static_cast<double>(*length),
                   text);
}

/// "20 feb 2018 14:07", "20 feb": the date in figures, so that asClock() can read it.
QString withMonthInFigures(const QString &text, const GoToContext &context)
{
    static const QRegularExpression date(
        u"^(\\d{1,2})\\.? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?(?: (\\d{4}))?(?:,? (\\d.*))?$"_s);
    static const QStringList months{ u"jan"_s, u"feb"_s, u"mar"_s, u"apr"_s, u"may"_s, u"jun"_s,
                                     u"jul"_s, u"aug"_s, u"sep"_s, u"oct"_s, u"nov"_s, u"dec"_s };
    const auto match = date.match(text);
    if (!match.hasMatch())
        return text;
    const int year = match.captured(3).isEmpty() ? context.clock.toLocal(context.reference).year
                                                 : match.captured(3).toInt();
    return u"%1-%2-%3 %4"_s.arg(year, 4, 10, QLatin1Char('0'))
        .arg(months.indexOf(match.captured(2)) + 1)
        .arg(match.captured(1), match.captured(4))
        .trimmed();
}

/// Seconds east of UTC of "z", "utc", "+01:00" or "-0530"; nothing for no offset.
std::optional<int> offsetOf(QStringView text)
{
    if (text.isEmpty())
        return {};
    if (text == u"z" || text == u"utc" || text == u"gmt")
        return 0;
    const QString digits = text.mid(1).toString().remove(u':');
    const int seconds = digits.left(2).toInt() * 3600 + digits.mid(2).toInt() * 60;
    return text[0] == u'+' ? seconds : -seconds;
}

QString cautionFor(const ZoneClock::Reading &reading, const CivilTime &civil,
                   const ZoneClock &clock)
{
    const QString shown = u"%1:%2"_s.arg(civil.hour, 2, 10, QLatin1Char('0'))
                              .arg(civil.minute, 2, 10, QLatin1Char('0'));
    if (reading.inGap)
        return say(QT_TRANSLATE_NOOP("GoToTime",
                                     "Clocks skipped %1 that night; this is the instant after the "
                                     "jump, %2."))
            .arg(shown, clock.clockText(reading.time, ZoneClock::Detail::Minutes));
    if (reading.inFold)
        return say(QT_TRANSLATE_NOOP("GoToTime",
                                     "Clocks showed %1 twice that night; this is the first, at %2. "
                                     "For the second, add its offset, such as +01:00."))
            .arg(shown, clock.offsetText(reading.time));
    return {};
}

std::optional<Result<GoToReading>> asClock(const QString &text, const GoToContext &context)
{
    static const QRegularExpression clock(
        u"^(?:(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[t "
        u"]\\s*|$))?(?:(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,6}))?)?"
        "(?:\\s*(z|utc|gmt|[+-]\\d{2}:?\\d{2}))?)?$"_s);
    const auto match = clock.match(text);
    if (!match.hasMatch() || text.isEmpty())
        return {};
    const auto offset = offsetOf(match.capturedView(8));
    const ZoneClock utc;
    CivilTime civil = offset ? utc.toLocal({ context.reference.us + qint64(*offset) * 1'000'000 })
                             : context.clock.toLocal(context.reference);
    if (match.hasCaptured(1) && !match.captured(1).isEmpty())
        civil = CivilTime{ match.captured(1).toInt(), match.captured(2).toInt(),
                           match.captured(3).toInt() };
    civil.hour = match.captured(4).toInt();
    civil.minute = match.captured(5).toInt();
    civil.second = match.captured(6).toInt();
    civil.microsecond = match.captured(7).leftJustified(6, u'0').toInt();
    if (!isValid(civil))
        return Result<GoToReading>(notUnderstood(text));
    if (offset)
        return shifted(utc.fromLocal(civil).time, -1e6 * *offset, text);
    const ZoneClock::Reading reading = context.clock.fromLocal(civil);
    return Result<GoToReading>(
        GoToReading{ reading.time, {}, cautionFor(reading, civil, context.clock) });
}

} // namespace

std::optional<qint64> parseDuration(QStringView text)
{
    static const QRegularExpression part(u"\\s*(\\d+(?:[.,]\\d+)?)\\s*(\\p{L}+)\\s*"_s);
    qsizetype at = 0;
    double total = 0;
    const QString words = text.toString().toLower();
    while (at < words.size()) {
        const auto match = part.match(words, at, QRegularExpression::NormalMatch,
                                      QRegularExpression::AnchorAtOffsetMatchOption);
        const auto unit = match.hasMatch() ? unitLength(match.capturedView(2)) : std::nullopt;
        if (!unit)
            return {};
        total += match.captured(1).replace(u',', u'.').toDouble() * *unit;
        at = match.capturedEnd();
    }
    if (words.trimmed().isEmpty() || total > static_cast<double>(kLatestTime.us - kEarliestTime.us))
        return {};
    return std::llround(total);
}

Result<GoToReading> readTime(QStringView text, const GoToContext &context)
{
    const QString words = text.toString().simplified().toLower();
    if (const auto absolute = fromRfc3339(words.toUpper()))
        return GoToReading{ *absolute, {}, {} };
    if (const auto relative = asRelative(words, context))
        return *relative;
    if (const auto clock = asClock(withMonthInFigures(words, context), context))
        return *clock;
    if (const auto named = asNamed(words, context))
        return *named;
    return notUnderstood(text);
}

Result<TimePoint> goToTime(QStringView text, const GoToContext &context)
{
    return readTime(text, context).map([](const GoToReading &reading) { return reading.time; });
}

} // namespace SecondStory::Analysis
