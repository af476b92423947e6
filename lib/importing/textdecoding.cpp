// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/textdecoding.h"

#include "importing/limits.h"

#include <QStringDecoder>

#include <simdjson.h>

namespace SecondStory::Importing {

TextStart textStart(QByteArrayView head)
{
    if (head.startsWith("\xEF\xBB\xBF"))
        return { TextEncoding::Utf8, 3 };
    if (head.startsWith("\xFF\xFE"))
        return { TextEncoding::Utf16LittleEndian, 2 };
    if (head.startsWith("\xFE\xFF"))
        return { TextEncoding::Utf16BigEndian, 2 };
    return {};
}

DecodedText decodeUtf8(QByteArrayView bytes)
{
    const bool isValid = simdjson::validate_utf8(bytes.data(), static_cast<size_t>(bytes.size()));
    return { QString::fromUtf8(bytes), !isValid };
}

QString probeText(const QByteArray &head)
{
    const TextStart start = textStart(head);
    QString text;
    if (start.encoding == TextEncoding::Utf8) {
        text = QString::fromUtf8(QByteArrayView(head).sliced(start.markLength));
    } else {
        QStringDecoder decoder(start.encoding == TextEncoding::Utf16LittleEndian
                                   ? QStringDecoder::Utf16LE
                                   : QStringDecoder::Utf16BE);
        text = decoder.decode(QByteArrayView(head).sliced(start.markLength));
    }
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    text.replace(u'\r', u'\n');
    if (head.size() >= Limits::kProbeBytes)
        text.truncate(qMax<qsizetype>(0, text.lastIndexOf(u'\n')));
    return text;
}

} // namespace SecondStory::Importing
