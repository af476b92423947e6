// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/durationwords.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory {

namespace {

constexpr qint64 kSecond = 1'000'000;
constexpr qint64 kMinute = 60 * kSecond;
constexpr qint64 kLongest = 3'650LL * 24 * 60 * kMinute;

qint64 unitOf(const QString &word)
{
    if (word.startsWith(u'w'))
        return 7 * 24 * 60 * kMinute;
    if (word.startsWith(u'd'))
        return 24 * 60 * kMinute;
    if (word.startsWith(u'h'))
        return 60 * kMinute;
    if (word.startsWith(u'm'))
        return kMinute;
    return kSecond;
}

} // namespace

bool saysAbout(const QString &text)
{
    static const QRegularExpression form(
        u"~|≈|\\b(about|approx|approximately|approximate|around|roughly|nearly|almost|some|ca|"
        u"circa|over|under|more than|less than)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return form.match(text).hasMatch();
}

std::optional<DurationWords> readDurationWords(const QString &text)
{
    static const QRegularExpression clock(
        u"^[^\\d]*?(\\d{1,4}):([0-5]\\d)(?::([0-5]\\d))?\\s*(?:h|hrs?|hours?)?\\.?\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression part(
        u"(\\d{1,6}(?:[.,]\\d{1,3})?)\\s*(weeks?|w|days?|d|hours?|hrs?|h|minutes?|mins?|m|seconds?|"
        u"secs?|s)(?![\\p{L}])"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString words = text.left(200).trimmed();
    DurationWords found{ 0, saysAbout(words) };
    if (const auto match = clock.match(words); match.hasMatch()) {
        found.lengthUs = match.captured(1).toInt() * 60 * kMinute
            + match.captured(2).toInt() * kMinute + match.captured(3).toInt() * kSecond;
    } else {
        auto parts = part.globalMatch(words);
        while (parts.hasNext()) {
            const auto one = parts.next();
            const double count = one.captured(1).replace(u',', u'.').toDouble();
            found.lengthUs +=
                std::llround(count * static_cast<double>(unitOf(one.captured(2).toLower())));
        }
    }
    if (found.lengthUs <= 0 || found.lengthUs > kLongest)
        return {};
    return found;
}

} // namespace SecondStory
