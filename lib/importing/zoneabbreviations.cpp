// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/zoneabbreviations.h"

#include "domain/zoneclock.h"

#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

// Source: the tz database's own abbreviations; where regions share one, the offset taken here is
// the one met most in incident reports. Words that are English words in capitals ("EAT", "WEST")
// are left out.
constexpr std::array kTable{
    ZoneAbbreviation{ u"UTC", "UTC", "UTC", false },
    ZoneAbbreviation{ u"GMT", "UTC", "UTC", false },
    ZoneAbbreviation{ u"WET", "+00:00", "Europe/Lisbon", false },
    ZoneAbbreviation{ u"BST", "+01:00", "Europe/London", true },
    ZoneAbbreviation{ u"CET", "+01:00", "Europe/Paris", false },
    ZoneAbbreviation{ u"CEST", "+02:00", "Europe/Paris", false },
    ZoneAbbreviation{ u"EET", "+02:00", "Europe/Athens", false },
    ZoneAbbreviation{ u"EEST", "+03:00", "Europe/Athens", false },
    ZoneAbbreviation{ u"MSK", "+03:00", "Europe/Moscow", false },
    ZoneAbbreviation{ u"IST", "+05:30", "Asia/Kolkata", true },
    ZoneAbbreviation{ u"SGT", "+08:00", "Asia/Singapore", false },
    ZoneAbbreviation{ u"HKT", "+08:00", "Asia/Hong_Kong", false },
    ZoneAbbreviation{ u"AWST", "+08:00", "Australia/Perth", false },
    ZoneAbbreviation{ u"JST", "+09:00", "Asia/Tokyo", false },
    ZoneAbbreviation{ u"KST", "+09:00", "Asia/Seoul", false },
    ZoneAbbreviation{ u"ACST", "+09:30", "Australia/Adelaide", false },
    ZoneAbbreviation{ u"AEST", "+10:00", "Australia/Sydney", false },
    ZoneAbbreviation{ u"AEDT", "+11:00", "Australia/Sydney", false },
    ZoneAbbreviation{ u"NZST", "+12:00", "Pacific/Auckland", false },
    ZoneAbbreviation{ u"NZDT", "+13:00", "Pacific/Auckland", false },
    ZoneAbbreviation{ u"BRT", "-03:00", "America/Sao_Paulo", false },
    ZoneAbbreviation{ u"AST", "-04:00", "America/Halifax", true },
    ZoneAbbreviation{ u"ADT", "-03:00", "America/Halifax", false },
    ZoneAbbreviation{ u"EST", "-05:00", "America/New_York", true },
    ZoneAbbreviation{ u"EDT", "-04:00", "America/New_York", false },
    ZoneAbbreviation{ u"CST", "-06:00", "America/Chicago", true },
    ZoneAbbreviation{ u"CDT", "-05:00", "America/Chicago", true },
    ZoneAbbreviation{ u"MST", "-07:00", "America/Denver", true },
    ZoneAbbreviation{ u"MDT", "-06:00", "America/Denver", false },
    ZoneAbbreviation{ u"PST", "-08:00", "America/Los_Angeles", true },
    ZoneAbbreviation{ u"PDT", "-07:00", "America/Los_Angeles", false },
    ZoneAbbreviation{ u"AKST", "-09:00", "America/Anchorage", false },
    ZoneAbbreviation{ u"AKDT", "-08:00", "America/Anchorage", false },
    ZoneAbbreviation{ u"HST", "-10:00", "Pacific/Honolulu", false },
};

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isSign(QChar c)
{
    return c == u'+' || c == u'-' || c == u'−';
}

qsizetype wordLength(QStringView text)
{
    qsizetype n = 0;
    while (n < text.size() && (text[n].isLetter() || text[n] == u'/' || text[n] == u'_'))
        ++n;
    return n;
}

/// Reads "+1", "+01", "+0100", "+01:00", "+5:30"; the length in `length`, 0 when there is none.
int readOffset(QStringView text, qsizetype &length)
{
    length = 0;
    if (text.size() < 2 || !isSign(text[0]) || !isDigit(text[1]))
        return 0;
    qsizetype at = 1;
    int digits = 0;
    int number = 0;
    while (at < text.size() && isDigit(text[at]) && digits < 5) {
        number = number * 10 + text[at].digitValue();
        ++at;
        ++digits;
    }
    int hours = number;
    int minutes = 0;
    if (digits == 4) {
        hours = number / 100;
        minutes = number % 100;
    } else if (digits > 2) {
        return 0;
    } else if (at + 2 < text.size() && text[at] == u':' && isDigit(text[at + 1])
               && isDigit(text[at + 2])) {
        minutes = text[at + 1].digitValue() * 10 + text[at + 2].digitValue();
        at += 3;
    }
    if (hours > 14 || minutes > 59)
        return 0;
    length = at;
    const int seconds = hours * 3600 + minutes * 60;
    return text[0] == u'+' ? seconds : -seconds;
}

} // namespace

std::span<const ZoneAbbreviation> zoneAbbreviations()
{
    return kTable;
}

const ZoneAbbreviation *findZoneAbbreviation(QStringView word)
{
    for (const auto &entry : kTable) {
        if (word == QStringView(entry.word))
            return &entry;
    }
    return nullptr;
}

QString offsetId(int seconds)
{
    const int minutes = std::abs(seconds) / 60;
    const QChar sign = seconds < 0 ? u'-' : u'+';
    return sign + QString::number(minutes / 60).rightJustified(2, u'0') + u':'
        + QString::number(minutes % 60).rightJustified(2, u'0');
}

std::optional<ZoneWord> readZone(QStringView text)
{
    qsizetype length = 0;
    if (!text.isEmpty() && isSign(text[0])) {
        const int seconds = readOffset(text, length);
        if (length < 3)
            return {};
        return ZoneWord{ offsetId(seconds), text.left(length).toString(), true, length };
    }
    const qsizetype letters = wordLength(text);
    const QStringView word = text.left(letters);
    if (letters < text.size() && isDigit(text[letters]))
        return {};
    if (word == u"Z")
        return ZoneWord{ u"UTC"_s, u"Z"_s, true, 1 };
    if (const auto *entry = findZoneAbbreviation(word)) {
        const bool isUtc = word == u"UTC" || word == u"GMT";
        const int seconds = isUtc ? readOffset(text.mid(letters), length) : 0;
        if (length > 0)
            return ZoneWord{ offsetId(seconds), text.left(letters + length).toString(), true,
                             letters + length };
        return ZoneWord{ QString::fromLatin1(entry->offset), word.toString(), isUtc, letters };
    }
    if (word.contains(u'/') && ZoneClock::isKnownZone(word.toString()))
        return ZoneWord{ word.toString(), word.toString(), false, letters };
    return {};
}

std::optional<ZoneWord> findZone(QStringView text)
{
    for (qsizetype at = 0; at < text.size();) {
        if (!text[at].isLetter()) {
            ++at;
            continue;
        }
        if (const auto zone = readZone(text.mid(at)); zone && zone->word != u"Z")
            return zone;
        at += qMax<qsizetype>(1, wordLength(text.mid(at)));
    }
    return {};
}

} // namespace SecondStory::Importing
