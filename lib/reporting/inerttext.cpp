// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/inerttext.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Reporting {

namespace {

bool turnsDirection(char16_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
}

bool isControl(char16_t c)
{
    return (c < 0x20 && c != u'\n' && c != u'\t') || (c >= 0x7F && c < 0xA0)
        || (c >= 0xFFF9 && c <= 0xFFFC);
}

QString escaped(char16_t c)
{
    return u"[U+%1]"_s.arg(static_cast<uint>(c), 4, 16, QLatin1Char('0')).toUpper();
}

} // namespace

QString inertText(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool isPair =
            c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (isPair) {
            result += c;
            result += text.at(++i);
        } else if (c.isSurrogate() || c.unicode() == 0xFFFE || c.unicode() == 0xFFFF) {
            result += QChar::ReplacementCharacter;
        } else if (c == u'\r') {
            if (i + 1 >= text.size() || text.at(i + 1) != u'\n')
                result += u'\n';
        } else if (c == QChar::LineSeparator || c == QChar::ParagraphSeparator) {
            result += u'\n';
        } else if (isControl(c.unicode()) || turnsDirection(c.unicode())) {
            result += escaped(c.unicode());
        } else {
            result += c;
        }
    }
    return result;
}

QString inertLine(const QString &text)
{
    return inertText(text).simplified();
}

QString closed(const QString &text)
{
    QStringView end = text;
    // A stop inside a closing quotation mark or bracket closes the sentence as well.
    while (!end.isEmpty() && QStringView(u"\"'”’»)]").contains(end.back()))
        end.chop(1);
    const bool isClosed = end.isEmpty() || QStringView(u".!?…:;").contains(end.back());
    return isClosed ? text : QString(text + u'.');
}

} // namespace SecondStory::Reporting
