// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/framedurations.h"

#include "domain/durationwords.h"
#include "domain/labels.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory::Analysis {

namespace {

constexpr qint64 kMinute = 60'000'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("SecondStory::FrameDurations", text);
}

} // namespace

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
