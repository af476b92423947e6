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

Result<TimePoint> within(double us, QStringView text)
{
    if (us < static_cast<double>(kEarliestTime.us) || us > static_cast<double>(kLatestTime.us))
        return notUnderstood(text);
    return TimePoint{ static_cast<qint64>(us) };
}

Result<TimePoint> shifted(TimePoint from, double by, QStringView text)
{
    return within(static_cast<double>(from.us) + by, text).map([&](TimePoint) {
        return TimePoint{ from.us + static_cast<qint64>(std::llround(by)) };
    });
}

Result<TimePoint> frameOrMissing(const std::optional<TimePoint> &instant, QStringView name)
{
    if (instant)
        return *instant;
    return failure(
        ErrorCode::NotFound,
        say(QT_TRANSLATE_NOOP("GoToTime", "the review does not say when it was “%1”")).arg(name),
        say(QT_TRANSLATE_NOOP("GoToTime", "set it in the review's frame")));
}

std::optional<Result<TimePoint>> asFrameTime(const QString &text, const GoToContext &context)
{
    if (const auto instant = frameInstant(text, context.frame))
        return frameOrMissing(*instant, text);
    static const QRegularExpression relation(u"^(.+?)\\s*(before|after)\\s+(\\w+)$"_s);
    const auto match = relation.match(text);
    if (!match.hasMatch())
        return {};
    const QString name = match.captured(3);
    const auto instant = frameInstant(name, context.frame);
    const auto length = parseDuration(match.captured(1));
    if (!instant || !length)
        return Result<TimePoint>(notUnderstood(text));
    const auto anchor = frameOrMissing(*instant, name);
    if (!anchor)
        return anchor;
    const double sign = match.captured(2) == u"before" ? -1 : 1;
    return shifted(*anchor, sign * static_cast<double>(*length), text);
}

std::optional<Result<TimePoint>> asRelative(const QString &text, const GoToContext &context)
{
    if (text.isEmpty() || (text[0] != u'+' && text[0] != u'-' && text[0] != u'−'))
        return {};
    const auto length = parseDuration(QStringView(text).mid(1));
    if (!length)
        return Result<TimePoint>(notUnderstood(text));
    return shifted(context.reference, (text[0] == u'+' ? 1 : -1) * static_cast<double>(*length),
                   text);
}

std::optional<Result<TimePoint>> asClock(const QString &text, const GoToContext &context)
{
    static const QRegularExpression clock(
        u"^(?:(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[t ]\\s*|$))?(?:(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,6}))?)?)?$"_s);
    const auto match = clock.match(text);
    if (!match.hasMatch() || text.isEmpty())
        return {};
    CivilTime civil = context.clock.toLocal(context.reference);
    if (match.hasCaptured(1) && !match.captured(1).isEmpty())
        civil = CivilTime{ match.captured(1).toInt(), match.captured(2).toInt(),
                           match.captured(3).toInt() };
    civil.hour = match.captured(4).toInt();
    civil.minute = match.captured(5).toInt();
    civil.second = match.captured(6).toInt();
    civil.microsecond = match.captured(7).leftJustified(6, u'0').toInt();
    if (!isValid(civil))
        return Result<TimePoint>(notUnderstood(text));
    return Result<TimePoint>(context.clock.fromLocal(civil).time);
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

Result<TimePoint> goToTime(QStringView text, const GoToContext &context)
{
    const QString words = text.trimmed().toString().toLower();
    if (const auto absolute = fromRfc3339(words.toUpper()))
        return *absolute;
    if (const auto relative = asRelative(words, context))
        return *relative;
    if (const auto clock = asClock(words, context))
        return *clock;
    if (const auto frame = asFrameTime(words, context))
        return *frame;
    return notUnderstood(text);
}

} // namespace SecondStory::Analysis
