// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/alerts/statuspagehtml.h"

#include "importing/htmltext.h"
#include "importing/textcursor.h"

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

/// "<strong>Resolved</strong> - words" taken apart.
void fillWords(HtmlUpdate &update, QStringView html)
{
    const qsizetype open = html.indexOf(u"<strong>");
    const qsizetype close = open < 0 ? -1 : html.indexOf(u"</strong>", open);
    const bool isFirst = close > 0 && plainFromHtml(html.left(open)).trimmed().isEmpty();
    if (!isFirst) {
        update.words = plainFromHtml(html).trimmed();
        return;
    }
    update.status = plainFromHtml(html.mid(open + 8, close - open - 8)).simplified();
    QString words = plainFromHtml(html.mid(close + 9)).trimmed();
    if (!words.isEmpty() && TextCursor::isDash(words[0].unicode()))
        words.remove(0, 1);
    update.words = words.trimmed();
}

} // namespace

HtmlUpdates readUpdates(const QString &html)
{
    HtmlUpdates result;
    const QStringView all(html);
    qsizetype from = 0; // of the words that belong to the update before
    const auto close = [&](qsizetype to) {
        const QStringView part = all.mid(from, to - from);
        if (result.updates.empty())
            result.before = plainFromHtml(part).trimmed();
        else
            fillWords(result.updates.back(), part);
    };
    for (qsizetype at = all.indexOf(u"<small>"); at >= 0; at = all.indexOf(u"<small>", at + 7)) {
        const qsizetype end = all.indexOf(u"</small>", at);
        if (end < 0)
            break;
        const QString when = plainFromHtml(all.mid(at + 7, end - at - 7)).simplified();
        // Small print within somebody's words is no new update.
        if (!readUpdateClock(when))
            continue;
        close(at);
        result.updates.push_back({ when, {}, {} });
        from = end + 8;
    }
    close(all.size());
    return result;
}

std::optional<UpdateClock> readUpdateClock(QStringView text)
{
    TextCursor cursor(text);
    UpdateClock clock;
    cursor.skipSpaces();
    clock.civil.month = monthFromName(cursor.word());
    cursor.skip(cursor.word().size());
    cursor.skipSpaces();
    clock.civil.day = cursor.takeNumber(1, 2);
    cursor.skipSpaces();
    cursor.take(u',');
    cursor.skipSpaces();
    if (clock.civil.month == 0 || clock.civil.day < 1 || clock.civil.day > 31)
        return {};
    if (const int year = cursor.takeNumber(4, 4); year > 0) {
        clock.civil.year = year;
        clock.hasYear = true;
        cursor.skipSpaces();
        if (TextCursor::isDash(cursor.peek()))
            cursor.skip();
        cursor.skipSpaces();
    }
    clock.civil.hour = cursor.takeNumber(1, 2);
    if (clock.civil.hour < 0 || clock.civil.hour > 23 || !cursor.take(u':'))
        return {};
    clock.civil.minute = cursor.takeNumber(2, 2);
    if (clock.civil.minute < 0 || clock.civil.minute > 59)
        return {};
    clock.zone = cursor.rest().trimmed().toString();
    return clock.zone.size() <= 12 ? std::optional(clock) : std::nullopt;
}

std::optional<TimestampReading> readingNear(const UpdateClock &clock, TimePoint near)
{
    std::optional<TimestampReading> best;
    qint64 distance = 0;
    const int year = clock.hasYear ? clock.civil.year : toUtc(near).year;
    const int around = clock.hasYear ? 0 : 1;
    for (int y = year - around; y <= year + around; ++y) {
        const auto pad = [](int value, int width) {
            return QString::number(value).rightJustified(width, u'0');
        };
        const QString written = pad(y, 4) + u'-' + pad(clock.civil.month, 2) + u'-'
            + pad(clock.civil.day, 2) + u' ' + pad(clock.civil.hour, 2) + u':'
            + pad(clock.civil.minute, 2);
        auto reading = readTimestamp(QString(written + u' ' + clock.zone));
        if (!reading)
            reading = readTimestamp(written);
        if (!reading)
            continue;
        const TimePoint time = reading->instant().value_or(fromUtc(reading->civil));
        const qint64 off = std::abs(time.us - near.us);
        if (!best || off < distance) {
            best = reading;
            distance = off;
        }
    }
    return best;
}

} // namespace SecondStory::Importing
