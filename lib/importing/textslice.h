// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

/// What importers ask of UTF-8 text before it becomes a QString: most of it never has to.
namespace SecondStory::Importing {

/// trimmedSlice() for a text that may have something to take away.
[[nodiscard]] QByteArrayView trimmedEnds(QByteArrayView utf8);
/// Without white space at both ends, as QString::trimmed() holds it: also the spaces beyond ASCII.
[[nodiscard]] inline QByteArrayView trimmedSlice(QByteArrayView utf8)
{
    const auto isAsciiWord = [](char c) { return static_cast<signed char>(c) > ' '; };
    return !utf8.isEmpty() && isAsciiWord(utf8.front()) && isAsciiWord(utf8.back())
        ? utf8
        : trimmedEnds(utf8);
}
/// True when all bytes are ASCII.
[[nodiscard]] bool isAscii(QByteArrayView bytes);
/// The text as a string; of ASCII, which is most, in a fifth of the time.
[[nodiscard]] inline QString stringFrom(QByteArrayView utf8)
{
    return isAscii(utf8) ? QString::fromLatin1(utf8) : QString::fromUtf8(utf8);
}
/// True for printable ASCII with single spaces between its words: what QString::simplified() would
/// leave as it is.
[[nodiscard]] bool isPlainLine(QByteArrayView bytes);

} // namespace SecondStory::Importing
