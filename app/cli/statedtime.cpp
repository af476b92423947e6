// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/statedtime.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Cli {

std::optional<StatedTime> StatedTime::fromText(const QString &text)
{
    const auto time = fromRfc3339(text);
    if (!time)
        return {};
    return StatedTime{ *time, text };
}

TimePrecision StatedTime::precision() const
{
    const qsizetype point = text.indexOf(u'.');
    if (point < 0)
        return TimePrecision::Second;
    qsizetype digits = 0;
    while (point + 1 + digits < text.size() && text[point + 1 + digits].isDigit())
        ++digits;
    return digits <= 3 ? TimePrecision::Millisecond : TimePrecision::Microsecond;
}

QString StatedTime::offset() const
{
    constexpr qsizetype kOffsetCharacters = 6;
    return text.endsWith(u'Z', Qt::CaseInsensitive) ? u"Z"_s : text.right(kOffsetCharacters);
}

RecordedTime recordedFrom(const StatedTime &start, const std::optional<StatedTime> &end)
{
    RecordedTime recorded;
    recorded.start = start.time;
    recorded.text = start.text;
    if (end) {
        recorded.end = end->time;
        recorded.text += u'/' + end->text;
    }
    recorded.zone = start.offset();
    recorded.precision = end ? std::max(start.precision(), end->precision()) : start.precision();
    recorded.basis = TimeBasis::Absolute;
    return recorded;
}

} // namespace SecondStory::Cli
