// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/skewtext.h"

#include <QRegularExpression>
#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory {

namespace {

constexpr qint64 kSecond = 1'000'000;
constexpr qint64 kMost = 3'653LL * 86'400 * kSecond;

struct Unit {
    QStringView word;
    qint64 length;
};
constexpr std::array kUnits{
    Unit{ u"d", 86'400 * kSecond }, Unit{ u"h", 3'600 * kSecond }, Unit{ u"min", 60 * kSecond },
    Unit{ u"s", kSecond },          Unit{ u"ms", 1'000 },          Unit{ u"us", 1 },
};

qint64 unitLength(const QString &word)
{
    for (const Unit &unit : kUnits) {
        if (unit.word == word)
            return unit.length;
    }
    return word == u"m"_s ? 60 * kSecond : word == u"µs"_s ? 1 : 0;
}

std::optional<double> clockReading(const QString &text)
{
    static const QRegularExpression pattern(
        u"^(\\d{1,5}):([0-5]\\d)(?::([0-5]\\d(?:\\.\\d{1,6})?))?$"_s);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return {};
    return match.captured(1).toDouble() * 3'600 + match.captured(2).toDouble() * 60
        + match.captured(3).toDouble();
}

std::optional<qint64> unsignedSkew(const QString &text)
{
    if (const auto seconds = clockReading(text))
        return qRound64(*seconds * kSecond);
    static const QRegularExpression part(u"\\G\\s*(\\d{1,9}(?:\\.\\d{1,6})?)\\s*([a-zµ]+)\\s*"_s);
    double sum = 0;
    qsizetype at = 0;
    while (at < text.size()) {
        const auto match = part.match(text, at);
        const qint64 length = match.hasMatch() ? unitLength(match.captured(2)) : 0;
        if (length == 0)
            return {};
        sum += match.captured(1).toDouble() * static_cast<double>(length);
        at = match.capturedEnd();
    }
    return sum <= static_cast<double>(kMost) ? std::optional(qRound64(sum)) : std::nullopt;
}

} // namespace

std::optional<qint64> readSkew(const QString &text)
{
    QString trimmed = text.trimmed().toLower();
    if (trimmed.isEmpty() || trimmed == u"0"_s)
        return 0;
    const QChar sign = trimmed.front();
    const bool isBack = sign == u'-' || sign == QChar(0x2212);
    if (isBack || sign == u'+')
        trimmed = trimmed.mid(1).trimmed();
    if (trimmed.isEmpty())
        return {};
    const auto size = unsignedSkew(trimmed);
    if (!size || *size > kMost)
        return {};
    return isBack ? -*size : *size;
}

QString skewText(qint64 microseconds)
{
    if (microseconds == 0)
        return u"0"_s;
    qint64 rest = microseconds < 0 ? -microseconds : microseconds;
    QStringList parts;
    for (const Unit &unit : kUnits) {
        if (rest >= unit.length)
            parts << QString(QString::number(rest / unit.length) + u' ' + unit.word);
        rest %= unit.length;
    }
    return QString((microseconds < 0 ? QChar(0x2212) : u'+') + parts.join(u' '));
}

} // namespace SecondStory
