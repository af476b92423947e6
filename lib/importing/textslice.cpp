// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/textslice.h"

#include <QChar>

#include <cstring>

namespace SecondStory::Importing {

namespace {

constexpr bool isAsciiSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

constexpr bool isContinuation(char c)
{
    return (static_cast<uchar>(c) & 0xC0) == 0x80;
}

/// The length of the character beyond ASCII that starts there; 0 when it is no white space. All of
/// those have two or three bytes.
qsizetype spaceLength(QByteArrayView at)
{
    const auto byte = [at](qsizetype i) { return static_cast<uchar>(at[i]); };
    char32_t c = 0;
    qsizetype length = 0;
    if (at.size() >= 2 && (byte(0) & 0xE0) == 0xC0 && isContinuation(at[1])) {
        c = static_cast<char32_t>((byte(0) & 0x1F) << 6 | (byte(1) & 0x3F));
        length = 2;
    } else if (at.size() >= 3 && (byte(0) & 0xF0) == 0xE0 && isContinuation(at[1])
               && isContinuation(at[2])) {
        c = static_cast<char32_t>((byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6
                                  | (byte(2) & 0x3F));
        length = 3;
    }
    return length > 0 && QChar::isSpace(c) ? length : 0;
}

qsizetype leadingSpace(QByteArrayView text)
{
    if (isAsciiSpace(text.front()))
        return 1;
    return static_cast<uchar>(text.front()) < 0x80 ? 0 : spaceLength(text);
}

qsizetype trailingSpace(QByteArrayView text)
{
    if (isAsciiSpace(text.back()))
        return 1;
    if (!isContinuation(text.back()))
        return 0;
    qsizetype from = text.size() - 1;
    while (from > 0 && text.size() - from < 3 && isContinuation(text[from]))
        --from;
    const QByteArrayView last = text.sliced(from);
    return spaceLength(last) == last.size() ? last.size() : 0;
}

constexpr quint64 kOnes = 0x0101010101010101ULL;
constexpr quint64 kHighs = 0x8080808080808080ULL;

} // namespace

QByteArrayView trimmedEnds(QByteArrayView utf8)
{
    while (!utf8.isEmpty()) {
        const qsizetype length = leadingSpace(utf8);
        if (length == 0)
            break;
        utf8 = utf8.sliced(length);
    }
    while (!utf8.isEmpty()) {
        const qsizetype length = trailingSpace(utf8);
        if (length == 0)
            break;
        utf8.chop(length);
    }
    return utf8;
}

bool isAscii(QByteArrayView bytes)
{
    const char *at = bytes.data();
    qsizetype left = bytes.size();
    quint64 seen = 0;
    for (; left >= 8; at += 8, left -= 8) {
        quint64 word = 0;
        std::memcpy(&word, at, 8);
        seen |= word;
    }
    for (; left > 0; ++at, --left)
        seen |= static_cast<uchar>(*at);
    return (seen & kHighs) == 0;
}

bool isPlainLine(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return true;
    if (bytes.front() == ' ' || bytes.back() == ' ')
        return false;
    // Eight bytes at a time: none above 0x7E's neighbour, none below the space, no two spaces in a
    // row.
    const char *at = bytes.data();
    qsizetype left = bytes.size();
    const auto isSpaceMask = [](quint64 word) {
        const quint64 x = word ^ (kOnes * 0x20);
        return ~(((x & ~kHighs) + ~kHighs) | x | ~kHighs);
    };
    bool endsInSpace = false;
    for (; left >= 8; at += 8, left -= 8) {
        quint64 word = 0;
        std::memcpy(&word, at, 8);
        // Adding 0x60 sets the high bit of every byte from 0x20 on.
        if ((word & kHighs) != 0 || ((word + kOnes * 0x60) & kHighs) != kHighs)
            return false;
        const quint64 spaces = isSpaceMask(word);
        if ((spaces & (spaces << 8)) != 0 || (endsInSpace && at[0] == ' '))
            return false;
        endsInSpace = at[7] == ' ';
    }
    for (; left > 0; ++at, --left) {
        const bool isSpace = *at == ' ';
        if (static_cast<uchar>(*at) >= 0x80 || *at < ' ' || (isSpace && endsInSpace))
            return false;
        endsInSpace = isSpace;
    }
    return true;
}

} // namespace SecondStory::Importing
