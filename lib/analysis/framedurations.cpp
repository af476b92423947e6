// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/framedurations.h"

#include "domain/labels.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory::Analysis {

namespace {

constexpr qint64 kSecond = 1'000'000;
constexpr qint64 kMinute = 60 * kSecond;
constexpr qint64 kLongest = 3'650LL * 24 * 60 * kMinute;

QString tr(const char *text)
{
    return QCoreApplication::translate("SecondStory::FrameDurations", text);
}

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

bool saysAbout(const QString &text)
{
    static const QRegularExpression form(
        u"~|≈|\\b(about|approx|approximately|approximate|around|roughly|nearly|almost|some|ca|"
        u"circa|over|under|more than|less than)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return form.match(text).hasMatch();
}

} // namespace

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

qint64 toleranceOf(const StatedDuration &stated)
{
    return saysAbout(stated.words) ? std::max(5 * kMinute, stated.lengthUs / 5)
                                   : std::max(kMinute, stated.lengthUs / 20);
}

QList<FrameDuration> frameDurations(const ReviewContents &contents)
{
    QList<FrameDuration> result;
    for (const StatedDuration &stated : contents.statedDurations) {
        FrameDuration duration{ stated, {}, false };
        const auto from = timeOf(contents.review.frame, stated.from);
        const auto to = timeOf(contents.review.frame, stated.to);
        if (from && to) {
            duration.computedUs = to->us - from->us;
            duration.differs =
                std::abs(*duration.computedUs - stated.lengthUs) > toleranceOf(stated);
        }
        result << duration;
    }
    return result;
}

QString sentenceOf(const FrameDuration &duration)
{
    const StatedDuration &stated = duration.stated;
    const QString words = stated.words.isEmpty() ? durationText(stated.lengthUs) : stated.words;
    const QString what =
        tr("From %1 to %2: stated “%3”").arg(wordFor(stated.from), wordFor(stated.to), words);
    if (!duration.computedUs)
        return what + tr("; the frame lacks one of the two times");
    if (*duration.computedUs < 0)
        return what + tr("; in the frame the end lies before the beginning");
    const QString computed = durationText(*duration.computedUs);
    return what
        + (duration.differs ? tr("; the frame comes to %1, which differs").arg(computed)
                            : tr("; the frame comes to %1").arg(computed));
}

QString wordFor(FramePoint point)
{
    switch (point) {
    case FramePoint::Began:
        return tr("began");
    case FramePoint::Detected:
        return tr("detected");
    case FramePoint::Declared:
        return tr("declared");
    case FramePoint::Mitigated:
        return tr("mitigated");
    case FramePoint::Resolved:
        return tr("resolved");
    }
    return {};
}

} // namespace SecondStory::Analysis
