// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/logs/ansitext.h"

#include <algorithm>

namespace SecondStory::Importing {

namespace {

constexpr char16_t kEscape = 0x1b;

bool isControl(QChar c)
{
    return (c.unicode() < 0x20 && c != u'\t') || (c.unicode() >= 0x7f && c.unicode() < 0xa0);
}

/// The index behind the escape sequence that begins at `at`. Source: ECMA-48, 5.4 and 5.6.
qsizetype afterSequence(const QString &text, qsizetype at)
{
    qsizetype i = at + 1;
    if (i >= text.size())
        return i;
    const QChar first = text[i++];
    if (first == u'[') {
        while (i < text.size() && text[i] >= u' ' && text[i] <= u'?')
            ++i;
        return i < text.size() && text[i] >= u'@' && text[i] <= u'~' ? i + 1 : i;
    }
    if (first == u']') {
        // A window title or link ends in BEL or ESC \; looked for nearby only.
        const qsizetype limit = std::min<qsizetype>(text.size(), i + 4096);
        for (qsizetype n = i; n < limit; ++n) {
            if (text[n] == QChar(0x07))
                return n + 1;
            if (text[n] == QChar(kEscape))
                return n + 1 < text.size() && text[n + 1] == u'\\' ? n + 2 : n;
        }
        return i;
    }
    return i;
}

} // namespace

QString withoutTerminalCodes(const QString &text)
{
    if (std::none_of(text.begin(), text.end(), isControl))
        return text;
    QString plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        if (text[i] == QChar(kEscape)) {
            i = afterSequence(text, i);
            continue;
        }
        if (!isControl(text[i]))
            plain += text[i];
        ++i;
    }
    return plain;
}

} // namespace SecondStory::Importing
