// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/logs/accessline.h"

#include "importing/limits.h"
#include "importing/textcursor.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kLongestLead = 4'096; ///< host, names and user before the time
constexpr qsizetype kLongestTime = 40;

/// "[22/Jan/2019:03:56:14 +0330]": its reading, and the index behind it.
std::optional<AccessLine> findTime(QStringView line, qsizetype &after)
{
    for (qsizetype open = line.indexOf(u'['); open >= 0 && open < kLongestLead;
         open = line.indexOf(u'[', open + 1)) {
        const QStringView near = line.mid(open + 1, kLongestTime);
        const qsizetype length = near.indexOf(u']');
        if (length < 17 || !TextCursor::isDigit(near[0].unicode()))
            continue;
        const auto reading = readTimestamp(near.left(length));
        if (!reading || reading->isEpoch)
            continue;
        after = open + 1 + length + 1;
        return AccessLine{ *reading, near.left(length).toString(), 0 };
    }
    return {};
}

/// " 404" and a gap: the status behind the request's closing quote; -1 when something else.
int statusAt(QStringView line, qsizetype at)
{
    TextCursor cursor(line.mid(at, 6));
    if (!cursor.take(u' '))
        return -1;
    const int status = cursor.takeNumber(3, 3);
    const bool isEnd = cursor.isAtEnd() || cursor.peek() == u' ';
    return isEnd && status >= 100 && status <= 599 ? status : -1;
}

/// Splits at spaces and tabs outside quotes; a doubled quote within stands for one.
QStringList splitExtended(QStringView line)
{
    QStringList fields;
    QString field;
    bool isInQuotes = false;
    bool isOpen = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'"') {
            if (isInQuotes && i + 1 < line.size() && line[i + 1] == u'"') {
                field += c;
                ++i;
                continue;
            }
            isInQuotes = !isInQuotes;
            isOpen = true;
        } else if (!isInQuotes && (c == u' ' || c == u'\t')) {
            if (isOpen)
                fields.append(std::exchange(field, {}));
            isOpen = false;
            if (fields.size() > Limits::kColumns)
                return {};
        } else {
            field += c;
            isOpen = true;
        }
    }
    if (isOpen)
        fields.append(field);
    return fields;
}

} // namespace

std::optional<AccessLine> readCommonLine(QStringView line)
{
    qsizetype at = 0;
    auto result = findTime(line, at);
    if (!result)
        return {};
    while (at < line.size() && line[at] == u' ')
        ++at;
    if (at >= line.size() || line[at] != u'"')
        return {};
    // A request may hold quotes of its own: the closing one has a status behind it.
    for (qsizetype close = line.indexOf(u'"', at + 1); close > 0;
         close = line.indexOf(u'"', close + 1)) {
        if (const int status = statusAt(line, close + 1); status > 0) {
            result->status = status;
            return result;
        }
    }
    return {};
}

void ExtendedLog::takeDirective(QStringView line)
{
    constexpr QStringView kFields = u"#Fields:";
    constexpr QStringView kDate = u"#Date:";
    if (line.startsWith(kDate, Qt::CaseInsensitive)) {
        const auto reading = readTimestamp(line.mid(kDate.size()));
        if (reading)
            m_statedDay = QString::asprintf("%04d-%02d-%02d", reading->civil.year,
                                            reading->civil.month, reading->civil.day);
    }
    if (!line.startsWith(kFields, Qt::CaseInsensitive))
        return;
    m_fields = splitExtended(line.mid(kFields.size()));
    const auto column = [this](std::initializer_list<QStringView> names) {
        for (const QStringView name : names) {
            for (qsizetype i = 0; i < m_fields.size(); ++i) {
                if (m_fields[i].compare(name, Qt::CaseInsensitive) == 0)
                    return i;
            }
        }
        return qsizetype(-1);
    };
    m_day = column({ u"date" });
    m_time = column({ u"time" });
    m_status = column({ u"sc-status", u"x-sc-status", u"status" });
}

bool ExtendedLog::isOfRequests() const
{
    const bool hasRequest = std::any_of(m_fields.begin(), m_fields.end(), [](const QString &name) {
        return name.startsWith(u"cs-"_s, Qt::CaseInsensitive)
            || name.startsWith(u"sc-"_s, Qt::CaseInsensitive)
            || name.startsWith(u"cs("_s, Qt::CaseInsensitive)
            || name.compare(u"c-ip"_s, Qt::CaseInsensitive) == 0;
    });
    return m_time >= 0 && hasRequest;
}

std::optional<AccessLine> ExtendedLog::readLine(QStringView line) const
{
    const QStringList fields = splitExtended(line);
    if (fields.size() != m_fields.size() || m_time < 0)
        return {};
    AccessLine result;
    const QString day = m_day >= 0 ? fields[m_day] : m_statedDay;
    result.timeText = m_day >= 0 ? QString(day + u' ' + fields[m_time]) : fields[m_time];
    const auto reading = readTimestamp(QString(day + u' ' + fields[m_time]));
    if (!reading || reading->isEpoch)
        return {};
    result.time = *reading;
    if (!result.time.offset)
        result.time.offset = 0;
    const int status = m_status >= 0 ? fields[m_status].toInt() : 0;
    result.status = status >= 100 && status <= 599 ? status : 0;
    return result;
}

} // namespace SecondStory::Importing
