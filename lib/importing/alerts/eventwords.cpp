// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/alerts/eventwords.h"

#include "importing/recordwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

/// The position behind a terminal's escape sequence that begins at `at`.
qsizetype behindEscape(QStringView text, qsizetype at)
{
    ++at;
    if (at >= text.size() || text[at] != u'[')
        return at;
    ++at;
    while (at < text.size() && text[at] >= u' ' && text[at] < u'@')
        ++at;
    return at < text.size() && text[at] >= u'@' && text[at] <= u'~' ? at + 1 : at;
}

} // namespace

QString namedLine(const QString &key, const QString &value)
{
    return value.trimmed().isEmpty() ? QString() : QString(key + u": "_s + value.trimmed());
}

QString withoutControls(QString text)
{
    const auto isControl = [](QChar c) {
        return (c < u' ' && c != u'\n' && c != u'\t') || (c >= u'\x7F' && c < u'\xA0');
    };
    if (std::none_of(text.cbegin(), text.cend(), isControl))
        return text;
    text.replace(u"\r\n"_s, u"\n"_s);
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        const QChar c = text[i];
        if (c == u'\x1B') {
            i = behindEscape(text, i);
            continue;
        }
        if (c == u'\r' || c == u'\x85')
            out += u'\n';
        else if (!isControl(c))
            out += c;
        ++i;
    }
    return out;
}

void setWordsOf(ParsedEvent &event, const QString &title, const QStringList &more)
{
    const QString whole = withoutControls(title).trimmed();
    QStringList lines;
    for (const QString &line : more) {
        const QString clean = withoutControls(line).trimmed();
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
