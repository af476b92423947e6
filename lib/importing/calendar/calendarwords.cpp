// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/calendar/calendarwords.h"

#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kLongestSummary = 300;
constexpr qsizetype kMostNameWords = 4;

// English first, then the languages of the calendars we met. Compared word by word.
constexpr std::array kAwayPhrases{
    u"out of the office",
    u"out of office",
    u"on annual leave",
    u"annual leave",
    u"sick leave",
    u"parental leave",
    u"maternity leave",
    u"paternity leave",
    u"on leave",
    u"time off",
    u"bank holiday",
    u"public holiday",
    u"holidays",
    u"holiday",
    u"on vacation",
    u"vacation",
    u"day off",
    u"days off",
    u"ooo",
    u"ooto",
    u"pto",
    u"away",
    u"absent",
    u"sick",
    u"urlaub",
    u"elternzeit",
    u"krank",
    u"abwesend",
    u"ferien",
    u"feiertag",
    u"feiertage",
    u"congé",
    u"congés",
    u"vacances",
    u"vacaciones",
    u"ausente",
    u"férias",
    u"ferie",
};
constexpr std::array kOnCallPhrases{
    u"on call", u"oncall",       u"pagerduty", u"opsgenie",     u"rufbereitschaft",
    u"rota",    u"bereitschaft", u"astreinte", u"standby duty",
};
/// Words of a summary that are nobody's name.
constexpr std::array kNobody{
    u"is",     u"on",       u"the",       u"a",      u"of",       u"in",   u"out",     u"off",
    u"team",   u"company",  u"public",    u"bank",   u"national", u"all",  u"day",     u"half",
    u"summer", u"winter",   u"christmas", u"easter", u"new",      u"year", u"primary", u"secondary",
    u"shift",  u"schedule", u"week",      u"office", u"until",    u"from", u"to",      u"and",
    u"annual", u"am",       u"pm",        u"party",  u"leave",    u"duty",
};

/// The words of a text in small letters; everything else parts them.
QStringList wordsOf(QStringView text)
{
    QStringList words;
    QString word;
    for (const QChar c : text) {
        if (c.isLetterOrNumber() || c == u'\'') {
            word += c.toLower();
        } else if (!word.isEmpty()) {
            words.append(std::exchange(word, {}));
        }
    }
    if (!word.isEmpty())
        words.append(word);
    return words;
}

template <size_t N>
bool holdsPhrase(const QStringList &words, const std::array<const char16_t *, N> &phrases)
{
    const QString line = u' ' + words.join(u' ') + u' ';
    return std::any_of(phrases.begin(), phrases.end(), [&line](const auto *phrase) {
        return line.contains(QString(u' ' + QString::fromUtf16(phrase) + u' '));
    });
}

/// "Asha: leave", "Asha on leave": as a last word it is a noun.
bool isAwayText(const QStringList &words)
{
    return holdsPhrase(words, kAwayPhrases) || (!words.isEmpty() && words.last() == u"leave"_s);
}

bool isNobody(const QString &word)
{
    const QString lower = word.toLower();
    return std::any_of(kNobody.begin(), kNobody.end(),
                       [&lower](const auto *other) { return lower == QStringView(other); });
}

/// One to four words in capitals, without digits.
bool looksLikeName(const QStringList &words)
{
    return !words.isEmpty() && words.size() <= kMostNameWords
        && std::all_of(words.begin(), words.end(), [](const QString &word) {
               return word[0].isUpper() && !isNobody(word)
                   && std::none_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
           });
}

/// The words of one part of a summary that belong to no phrase of its kind.
QStringList wordsBeside(QStringView part, EventKind kind)
{
    QSet<QString> known;
    const auto add = [&known](const auto &phrases) {
        for (const auto *phrase : phrases) {
            const QStringList words = QString::fromUtf16(phrase).split(u' ');
            known += QSet<QString>(words.begin(), words.end());
        }
    };
    if (kind == EventKind::Away)
        add(kAwayPhrases);
    else
        add(kOnCallPhrases);
    QStringList rest;
    QString word;
    const QString text = part.toString() + u' ';
    for (const QChar c : text) {
        if (c.isLetterOrNumber() || c == u'\'' || c == u'-' || c == u'.') {
            word += c;
            continue;
        }
        const QStringList pieces = wordsOf(word);
        const bool isKnown = std::all_of(pieces.begin(), pieces.end(), [&](const QString &piece) {
            return known.contains(piece) || isNobody(piece);
        });
        if (!word.isEmpty() && !isKnown)
            rest.append(word);
        word.clear();
    }
    return rest;
}

QList<QStringView> partsOf(QStringView summary)
{
    QList<QStringView> parts;
    qsizetype begin = 0;
    for (qsizetype i = 0; i < summary.size(); ++i) {
        const QChar c = summary[i];
        const bool isDash = (c == u'-' || c == u'–' || c == u'—') && i > 0
            && summary[i - 1].isSpace() && i + 1 < summary.size() && summary[i + 1].isSpace();
        if (isDash || QStringView(u":|()[],/").contains(c)) {
            parts.append(summary.mid(begin, i - begin).trimmed());
            begin = i + 1;
        }
    }
    parts.append(summary.mid(begin).trimmed());
    return parts;
}

/// The name that a summary holds: behind an @, or what is left beside the words of its kind.
QString nameIn(const QString &summary, EventKind kind)
{
    if (summary.startsWith(u'@') && summary.size() > 1 && summary.size() <= 60)
        return summary.mid(1).simplified();
    if (kind != EventKind::Away && kind != EventKind::OnCall)
        return {};
    // In a calendar of holidays a summary names the day, not a person.
    if (kind == EventKind::Away && !isAwayText(wordsOf(summary)))
        return {};
    const auto parts = partsOf(summary);
    for (const QStringView part : parts) {
        const QStringList rest = wordsBeside(part, kind);
        // One word of a rota may be the name of a system; a person's has two.
        if (looksLikeName(rest) && (kind == EventKind::Away || rest.size() > 1))
            return rest.join(u' ');
    }
    return {};
}

} // namespace

EventKind kindOfEntry(const CalendarEntry &entry, const CalendarHead &head)
{
    const QString own = entry.summary.left(kLongestSummary) + u" | "_s + entry.categories;
    const QStringList words = wordsOf(own);
    if (holdsPhrase(words, kOnCallPhrases))
        return EventKind::OnCall;
    if (isAwayText(wordsOf(entry.summary.left(kLongestSummary)))
        || isAwayText(wordsOf(entry.categories)) || entry.busyStatus == u"OOF"_s)
        return EventKind::Away;
    const QStringList around = wordsOf(head.name) + wordsOf(head.product);
    if (holdsPhrase(around, kOnCallPhrases))
        return EventKind::OnCall;
    return isAwayText(wordsOf(head.name)) ? EventKind::Away : EventKind::Other;
}

QList<ParsedActor> peopleOfEntry(const CalendarEntry &entry, EventKind kind)
{
    QList<ParsedActor> people = entry.attendees;
    const bool isShiftOrLeave = kind == EventKind::Away || kind == EventKind::OnCall;
    if (people.isEmpty()) {
        if (const QString name = nameIn(entry.summary.left(kLongestSummary), kind); !name.isEmpty())
            people.append({ name, {}, PersonKind::Human });
    }
    // Who books leave or a shift for somebody else is not the one it is about.
    if (isShiftOrLeave && !people.isEmpty())
        return people;
    for (const ParsedActor &organizer : entry.organizers) {
        const bool isThere = std::any_of(people.begin(), people.end(), [&](const auto &person) {
            return person.handle == organizer.handle;
        });
        if (!isThere)
            people.append(organizer);
    }
    return people;
}

} // namespace SecondStory::Importing
