// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/utf8source.h"

#include "importing/importerrors.h"
#include "importing/textdecoding.h"

namespace SecondStory::Importing {

namespace {

constexpr qint64 kChunkBytes = 256 * 1024;
constexpr qint64 kSmallChunkBytes = 16 * 1024;
constexpr qsizetype kLongestMark = 3;

} // namespace

Utf8Source::Utf8Source(QIODevice &device, QString fileName)
    : m_device(device)
    , m_fileName(std::move(fileName))
{
}

Result<bool> Utf8Source::appendTo(QByteArray &buffer, const QString &place)
{
    const qsizetype before = buffer.size();
    while (buffer.size() == before) {
        // A small file needs no large buffer, and what looks for the end of one neither.
        const qint64 most = qBound(kSmallChunkBytes, m_device.bytesAvailable(), kChunkBytes);
        const QByteArray chunk = m_device.read(m_device.isSequential() ? kChunkBytes : most);
        if (chunk.isEmpty() && !m_device.atEnd())
            return badInput(m_fileName, place,
                            QCoreApplication::translate("Importing", "could not be read: %1")
                                .arg(m_device.errorString()));
        m_bytesRead += chunk.size();
        if (m_hasBegun) {
            if (chunk.isEmpty())
                return endWith(buffer);
            decode(chunk, buffer);
            continue;
        }
        m_first += chunk;
        if (m_first.size() < kLongestMark && !chunk.isEmpty())
            continue;
        begin();
        decode(QByteArrayView(m_first).sliced(m_markLength), buffer);
        m_first.clear();
    }
    return true;
}

/// A file that ends within a pair ends with a replacement character.
bool Utf8Source::endWith(QByteArray &buffer)
{
    if (m_halfPair.isEmpty())
        return false;
    m_halfPair.clear();
    buffer.append(QString(QChar::ReplacementCharacter).toUtf8());
    return true;
}

void Utf8Source::begin()
{
    m_hasBegun = true;
    const TextStart start = textStart(m_first);
    m_markLength = start.markLength;
    if (start.encoding != TextEncoding::Utf8)
        m_decoder.emplace(start.encoding == TextEncoding::Utf16LittleEndian
                              ? QStringDecoder::Utf16LE
                              : QStringDecoder::Utf16BE);
}

void Utf8Source::decode(QByteArrayView bytes, QByteArray &buffer)
{
    if (!m_decoder) {
        buffer.append(bytes);
        return;
    }
    QString text = m_halfPair;
    text += m_decoder->decode(bytes);
    // A pair may be cut by the end of the chunk: its first half waits for the second.
    const bool isCut = !text.isEmpty() && text.back().isHighSurrogate();
    m_halfPair = isCut ? text.right(1) : QString();
    text.chop(m_halfPair.size());
    buffer.append(text.toUtf8());
}

} // namespace SecondStory::Importing
