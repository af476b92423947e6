// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/recordtext.h"

#include "importing/logs/ansitext.h"
#include "importing/plainwords.h"
#include "importing/recordwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kTitleSource = 4'000;
constexpr QChar kNextLine(u'\x85'); ///< ends a line in texts from mainframes

/// Takes "<!-- … -->" out; one that never closes goes to the end.
QString withoutComments(const QString &text)
{
    const QString open = u"<!--"_s;
    const QString close = u"-->"_s;
    QString out;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype begin = text.indexOf(open, at);
        if (begin < 0)
            break;
        out += QStringView(text).mid(at, begin - at);
        const qsizetype end = text.indexOf(close, begin + open.size());
        if (end < 0)
            return out;
        at = end + close.size();
    }
    out += QStringView(text).mid(at);
    return out;
}

bool isControl(QChar c)
{
    return c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() < 0xa0);
}

} // namespace

QString textAt(const JsonValue &record, QStringView path)
{
    const JsonValue *value = record.findPath(path);
    if (value == nullptr || value->isArray() || value->isObject())
        return {};
    return value->text.trimmed();
}

QString firstTextAt(const JsonValue &record, std::initializer_list<QStringView> paths)
{
    for (const QStringView path : paths) {
        if (QString text = textAt(record, path); !text.isEmpty())
            return text;
    }
    return {};
}

QString withoutControls(const QString &text)
{
    if (std::none_of(text.begin(), text.end(), isControl))
        return text;
    QString unified = text;
    unified.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').replace(kNextLine, u'\n');
    QStringList lines = unified.split(u'\n');
    for (QString &line : lines)
        line = withoutTerminalCodes(line);
    return lines.join(u'\n');
}

QString readableText(const QString &text)
{
    return withoutControls(text).trimmed();
}

QString readableMarkdown(const QString &text)
{
    return readableText(text.contains(u"<!--"_s) ? withoutComments(text) : text);
}

QString titleOfMarkdown(const QString &text)
{
    const QString readable = readableMarkdown(text);
    // Only its beginning can become a title.
    const QString paragraph = firstParagraph(readable.left(kTitleSource).split(u'\n'));
    qsizetype marks = 0;
    while (marks < paragraph.size() && paragraph[marks] == u'#')
        ++marks;
    const QString words = withoutMarkdown(paragraph.mid(marks));
    return words.isEmpty() ? readable.section(u'\n', 0, 0).simplified() : words;
}

QString shortened(const QString &text, qsizetype length)
{
    if (text.size() <= length)
        return text;
    qsizetype cut = length - 1;
    if (text[cut - 1].isHighSurrogate())
        --cut;
    return text.left(cut) + u'…';
}

QString namedLine(const QString &key, const QString &value)
{
    return value.trimmed().isEmpty() ? QString() : QString(key + u": "_s + value.trimmed());
}

void appendNamed(QStringList &lines, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        lines.append(QString(name + u": "_s + value));
}

QString paragraphs(std::initializer_list<QString> parts)
{
    QStringList kept;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            kept.append(part);
    }
    return kept.join(u"\n\n"_s);
}

void setWordsOf(ParsedEvent &event, const QString &title, const QStringList &more)
{
    const QString whole = readableText(title);
    QStringList lines;
    for (const QString &line : more) {
        const QString clean = readableText(line);
        if (!clean.isEmpty() && clean != whole && !lines.contains(clean))
            lines.append(clean);
    }
    if (whole.isEmpty() && lines.isEmpty()) {
        event.title.clear();
        return;
    }
    if (!whole.isEmpty())
        lines.prepend(whole);
    setWords(event, lines.join(u'\n'));
}

} // namespace SecondStory::Importing
