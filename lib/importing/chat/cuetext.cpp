// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/cuetext.h"

#include "importing/textcursor.h"

#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kLongestName = 60;

/// What stands behind the decimal mark, in milliseconds; -1 when it is something else. SubRip's
/// writers are careless: a point for the comma, one or two digits for three.
int takeMilliseconds(TextCursor &cursor, CueFormat format)
{
    const bool isSrt = format == CueFormat::Srt;
    if (!cursor.take(u'.') && !(isSrt && cursor.take(u',')))
        return -1;
    const qsizetype before = cursor.position();
    const int value = cursor.takeNumber(isSrt ? 1 : 3, 3);
    const qsizetype digits = cursor.position() - before;
    return value < 0 || digits == 3 ? value : digits == 2 ? value * 10 : value * 100;
}

/// "[HH:]MM:SS.mmm" as microseconds; -1 when it is something else.
qint64 takeOffset(TextCursor &cursor, CueFormat format)
{
    std::array<qint64, 3> parts{ 0, 0, 0 };
    int count = 0;
    int digits = 5;
    do {
        const int part = cursor.takeNumber(format == CueFormat::Srt && count == 0 ? 1 : 2, digits);
        if (part < 0 || count == 3)
            return -1;
        parts[static_cast<size_t>(count++)] = part;
        digits = 2;
    } while (cursor.take(u':'));
    if (count < 2)
        return -1;
    const int milliseconds = takeMilliseconds(cursor, format);
    if (milliseconds < 0 || parts[static_cast<size_t>(count - 1)] > 59
        || (count == 3 && parts[1] > 59))
        return -1;
    qint64 seconds = 0;
    for (int i = 0; i < count; ++i)
        seconds = seconds * 60 + parts[static_cast<size_t>(i)];
    return (seconds * 1000 + milliseconds) * 1000;
}

/// SubRip files carry marks of another format: "{\an8}" for the place, "\N" for a line end.
QString withoutOverrides(const QString &payload)
{
    QString out;
    qsizetype at = 0;
    while (at < payload.size()) {
        const qsizetype open = payload.indexOf(u"{\\"_s, at);
        const qsizetype close = open < 0 ? -1 : payload.indexOf(u'}', open);
        if (close < 0)
            break;
        out += QStringView(payload).mid(at, open - at);
        at = close + 1;
    }
    out += QStringView(payload).mid(at);
    out.replace(u"\\N"_s, u"\n"_s);
    return out;
}

/// Takes out tags and entities; `<v Name>` gives the speaker.
CueWords wordsFrom(const QString &payload)
{
    CueWords words;
    const qsizetype lastClose = payload.lastIndexOf(u'>');
    for (qsizetype i = 0; i < payload.size(); ++i) {
        const QChar c = payload[i];
        const qsizetype close = c == u'<' && i < lastClose ? payload.indexOf(u'>', i) : -1;
        if (close < 0) {
            words.text += c;
            continue;
        }
        const QStringView tag = QStringView(payload).mid(i + 1, close - i - 1);
        const bool isVoice =
            tag.startsWith(u'v') && tag.size() > 1 && (tag[1] == u' ' || tag[1] == u'.');
        if (isVoice && words.speaker.isEmpty())
            words.speaker = tag.mid(tag.indexOf(u' ') + 1).toString().simplified();
        i = close;
    }
    static const std::array<std::pair<QString, QString>, 6> kEntities{ { { u"&lt;"_s, u"<"_s },
                                                                         { u"&gt;"_s, u">"_s },
                                                                         { u"&nbsp;"_s, u" "_s },
                                                                         { u"&lrm;"_s, {} },
                                                                         { u"&rlm;"_s, {} },
                                                                         { u"&amp;"_s, u"&"_s } } };
    for (const auto &[entity, plain] : kEntities)
        words.text.replace(entity, plain);
    words.text = words.text.trimmed();
    return words;
}

/// One word, or up to five that begin in capitals: "stokes", "Justin Florentine (Besu)", not "It
/// was like this".
bool looksLikeName(const QString &name)
{
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    const auto beginsLikeName = [](const QString &word) {
        const QChar first = word[0] == u'(' && word.size() > 1 ? word[1] : word[0];
        return first.isUpper() || first.isDigit() || first == u'-' || first == u'|';
    };
    const auto isPunctuation = [](QChar c) { return QStringView(u",?!;\n\"").contains(c); };
    return !words.isEmpty() && words.size() <= 5 && name[0].isLetter()
        && std::none_of(name.begin(), name.end(), isPunctuation)
        && (words.size() == 1 || std::all_of(words.begin(), words.end(), beginsLikeName));
}

/// "Justin Florentine (Besu): You sound great".
void takeSpeakerPrefix(CueWords &words)
{
    const qsizetype colon = words.text.indexOf(u": "_s);
    if (!words.speaker.isEmpty() || colon < 1 || colon > kLongestName
        || !looksLikeName(words.text.left(colon)))
        return;
    words.speaker = words.text.left(colon).simplified();
    words.text = words.text.mid(colon + 2).trimmed();
}

} // namespace

std::optional<CueTime> readCueTime(QStringView line, CueFormat format)
{
    TextCursor cursor(line);
    cursor.skipSpaces();
    CueTime time;
    const qsizetype begin = cursor.position();
    time.start = takeOffset(cursor, format);
    cursor.skipSpaces();
    if (time.start < 0 || !cursor.rest().startsWith(u"-->"))
        return {};
    cursor.skip(3);
    cursor.skipSpaces();
    time.end = takeOffset(cursor, format);
    if (time.end < time.start)
        return {};
    time.text = line.mid(begin, cursor.position() - begin).toString();
    return time;
}

CueWords cueWords(const QString &payload, CueFormat format)
{
    CueWords words = wordsFrom(format == CueFormat::Srt ? withoutOverrides(payload) : payload);
    takeSpeakerPrefix(words);
    return words;
}

} // namespace SecondStory::Importing
