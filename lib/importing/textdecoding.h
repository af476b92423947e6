// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace SecondStory::Importing {

enum class TextEncoding : quint8 { Utf8, Utf16LittleEndian, Utf16BigEndian };

/// The encoding a file's first bytes declare, and how many bytes the declaration takes.
struct TextStart {
    TextEncoding encoding = TextEncoding::Utf8;
    qsizetype markLength = 0;
};

/// Reads a byte order mark; without one the text is held to be UTF-8.
[[nodiscard]] TextStart textStart(QByteArrayView head);

struct DecodedText {
    QString text;
    bool isRepaired = false; ///< bytes that are no text were replaced by U+FFFD
};

/// Decodes UTF-8, replacing what is none.
[[nodiscard]] DecodedText decodeUtf8(QByteArrayView bytes);

/// The first bytes of a file as text for probing; a cut last line is left out.
[[nodiscard]] QString probeText(const QByteArray &head);

} // namespace SecondStory::Importing
