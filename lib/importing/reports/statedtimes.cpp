// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/reports/statedtimes.h"

#include "importing/plainwords.h"
#include "importing/textcursor.h"
#include "importing/timetext.h"
#include "importing/zoneabbreviations.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kLongestLabel = 40;
constexpr qsizetype kLongestLine = 400;
constexpr qsizetype kLongestNote = 60; ///< behind the time; more is a sentence

struct MomentWord {
    QStringView word;
    ReportMoment moment;
};

constexpr std::array kMoments{
    MomentWord{ u"began", ReportMoment::Began },
    MomentWord{ u"start", ReportMoment::Began },
    MomentWord{ u"started", ReportMoment::Began },
    MomentWord{ u"fault occurs", ReportMoment::Began },
    MomentWord{ u"fault occurred", ReportMoment::Began },
    MomentWord{ u"occurred", ReportMoment::Began },
    MomentWord{ u"first occurred", ReportMoment::Began },
    MomentWord{ u"incident start", ReportMoment::Began },
    MomentWord{ u"incident started", ReportMoment::Began },
    MomentWord{ u"incident began", ReportMoment::Began },
    MomentWord{ u"start of incident", ReportMoment::Began },
    MomentWord{ u"impact start", ReportMoment::Began },
    MomentWord{ u"impact started", ReportMoment::Began },
    MomentWord{ u"outage start", ReportMoment::Began },
    MomentWord{ u"outage started", ReportMoment::Began },
    MomentWord{ u"outage began", ReportMoment::Began },
    MomentWord{ u"detected", ReportMoment::Detected },
    MomentWord{ u"first detected", ReportMoment::Detected },
    MomentWord{ u"fault detected", ReportMoment::Detected },
    MomentWord{ u"incident detected", ReportMoment::Detected },
    MomentWord{ u"team aware", ReportMoment::Detected },
    MomentWord{ u"noticed", ReportMoment::Detected },
    MomentWord{ u"first noticed", ReportMoment::Detected },
    MomentWord{ u"discovered", ReportMoment::Detected },
    MomentWord{ u"reported", ReportMoment::Detected },
    MomentWord{ u"first reported", ReportMoment::Detected },
    MomentWord{ u"detection", ReportMoment::Detected },
    MomentWord{ u"declared", ReportMoment::Declared },
    MomentWord{ u"incident declared", ReportMoment::Declared },
    MomentWord{ u"mitigated", ReportMoment::Mitigated },
    MomentWord{ u"incident mitigated", ReportMoment::Mitigated },
    MomentWord{ u"impact mitigated", ReportMoment::Mitigated },
    MomentWord{ u"repaired", ReportMoment::Mitigated },
    MomentWord{ u"incident repaired", ReportMoment::Mitigated },
    MomentWord{ u"repaired declared", ReportMoment::Mitigated },
    MomentWord{ u"fixed", ReportMoment::Mitigated },
    MomentWord{ u"restored", ReportMoment::Mitigated },
    MomentWord{ u"service restored", ReportMoment::Mitigated },
    MomentWord{ u"contained", ReportMoment::Mitigated },
    MomentWord{ u"end", ReportMoment::Resolved },
    MomentWord{ u"ended", ReportMoment::Resolved },
    MomentWord{ u"resolved", ReportMoment::Resolved },
    MomentWord{ u"incident resolved", ReportMoment::Resolved },
    MomentWord{ u"incident end", ReportMoment::Resolved },
    MomentWord{ u"incident ended", ReportMoment::Resolved },
    MomentWord{ u"impact end", ReportMoment::Resolved },
    MomentWord{ u"impact ended", ReportMoment::Resolved },
    MomentWord{ u"outage end", ReportMoment::Resolved },
    MomentWord{ u"outage ended", ReportMoment::Resolved },
    MomentWord{ u"recovered", ReportMoment::Resolved },
    MomentWord{ u"closed", ReportMoment::Resolved },
    MomentWord{ u"incident closed", ReportMoment::Resolved },
};

constexpr std::array<QStringView, 15> kLengths{
    u"time to repair",   u"time to resolve",     u"time to detect",  u"time to detection",
    u"time to mitigate", u"time to acknowledge", u"time to recover", u"duration",
    u"total duration",   u"outage duration",     u"impact duration", u"incident duration",
    u"downtime",         u"total downtime",      u"total impact",
};

/// "start_time", "Started at:" and "Start" are one.
QString normalized(const QString &label)
{
    QString words = label.toLower();
    words.replace(u'_', u' ').replace(u'-', u' ').remove(u':');
    words = words.simplified();
    for (const QStringView tail : { QStringView(u" at"), QStringView(u" on"), QStringView(u" time"),
                                    QStringView(u" date") }) {
        if (words.endsWith(tail))
            words.chop(tail.size());
    }
    return words;
}

/// "2025-01-14 1600": a clock without its colon, right behind a day.
void takeBareClock(const QString &rest, ClockPhrase &phrase)
{
    TextCursor cursor(rest);
    cursor.skipSpaces();
    const int number = cursor.takeNumber(4, 4);
    const bool isEnd = cursor.isAtEnd() || cursor.peek() == u' ';
    if (phrase.start || phrase.isUnknownClock || number < 0 || !isEnd || number / 100 > 23
        || number % 100 > 59)
        return;
    WrittenClock clock;
    clock.hour = number / 100;
    clock.minute = number % 100;
    phrase.start = clock;
    phrase.length += cursor.position();
}

std::optional<TimelineItem> itemFrom(const QString &text, qint64 number)
{
    auto phrase = readClockPhrase(text);
    if (!phrase)
        return {};
    takeBareClock(text.mid(phrase->length), *phrase);
    TimelineItem item;
    item.line = number;
    item.timeText = text.left(phrase->length).trimmed();
    item.rest = text.mid(phrase->length).trimmed();
    item.phrase = std::move(*phrase);
    return item;
}

/// A row of two cells reads as "label value".
QString wordsOf(const ReportLine &line)
{
    if (line.type == LineType::TableRow) {
        const QStringList cells = tableCells(line.content.left(kLongestLine));
        return cells.size() == 2 ? withoutMarkdown(cells.join(u": "_s)) : QString();
    }
    const bool isWords = line.type == LineType::ListItem || line.type == LineType::Text;
    return isWords ? withoutMarkdown(line.content.left(kLongestLine)) : QString();
}

} // namespace

std::optional<ReportMoment> momentFromLabel(const QString &label)
{
    if (label.size() > kLongestLabel)
        return {};
    const QString words = normalized(label);
    const auto found =
        std::find_if(kMoments.begin(), kMoments.end(),
                     [&words](const MomentWord &known) { return words == known.word; });
    return found == kMoments.end() ? std::nullopt : std::optional(found->moment);
}

bool isDurationLabel(const QString &label)
{
    const QString words = label.simplified().toLower();
    return label.size() <= kLongestLabel
        && std::any_of(kLengths.begin(), kLengths.end(),
                       [&words](QStringView known) { return words == known; });
}

std::optional<StatedMoment> readStatedMoment(const ReportLine &line, qint64 number)
{
    const QString words = wordsOf(line);
    // A label is some words; the time stands behind one of the gaps.
    for (qsizetype gap = words.indexOf(u' '); gap > 0 && gap <= kLongestLabel;
         gap = words.indexOf(u' ', gap + 1)) {
        const auto moment = momentFromLabel(words.left(gap));
        auto item = moment ? itemFrom(words.mid(gap + 1), number) : std::nullopt;
        if (!item)
            continue;
        const bool isNote = item->rest.size() <= kLongestNote || item->rest.startsWith(u'(');
        if (!isNote)
            return {};
        QString label = words.left(gap).trimmed();
        if (label.endsWith(u':'))
            label.chop(1);
        return StatedMoment{ *moment, label, words, std::move(*item) };
    }
    return {};
}

std::optional<StatedLength> readStatedLength(const ReportLine &line, qint64 number)
{
    const QString words = wordsOf(line);
    const qsizetype colon = words.indexOf(u':');
    if (colon < 1 || colon > kLongestLabel || !isDurationLabel(words.left(colon)))
        return {};
    const QString text = words.mid(colon + 1).trimmed();
    if (text.isEmpty())
        return {};
    return StatedLength{ words.left(colon).trimmed(), text, number };
}

std::optional<TimelineItem> readKeyTime(const QString &value, qint64 number)
{
    const auto reading = readTimestamp(value);
    if (!reading)
        return itemFrom(value, number);
    TimelineItem item;
    item.line = number;
    item.timeText = value;
    const CivilTime &civil = reading->civil;
    item.phrase.day = WrittenDay{ civil.year, civil.month, civil.day, value.size() };
    if (reading->precision != TimePrecision::Day) {
        WrittenClock clock{ civil.hour, civil.minute, civil.second, civil.microsecond };
        clock.precision = reading->precision;
        item.phrase.start = clock;
    }
    if (reading->offset) {
        item.phrase.zoneId = *reading->offset == 0 ? u"UTC"_s : offsetId(*reading->offset);
        item.phrase.zoneWord = reading->zoneWord;
        item.phrase.isUtcZone = reading->zoneWord.isEmpty() || *reading->offset == 0;
    }
    return item;
}

} // namespace SecondStory::Importing
