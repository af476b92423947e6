// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/linereader.h"

#include "importing/importerrors.h"
#include "importing/limits.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

LineReader::LineReader(QIODevice &device, QString fileName)
    : m_source(device, fileName)
    , m_fileName(std::move(fileName))
{
}

Result<bool> LineReader::next()
{
    while (true) {
        const qsizetype end = findLineEnd();
        const bool isFound = end < m_buffer.size();
        const bool mayBeHalfEnding = isFound && m_buffer[end] == '\r' && end + 1 == m_buffer.size();
        if (isFound && (!mayBeHalfEnding || m_isAtEnd)) {
            const bool isPair =
                m_buffer[end] == '\r' && end + 1 < m_buffer.size() && m_buffer[end + 1] == '\n';
            return take(end, isPair ? 2 : 1);
        }
        if (m_isAtEnd) {
            if (m_position >= m_buffer.size())
                return false;
            return take(m_buffer.size(), 0);
        }
        if (m_buffer.size() - m_position > Limits::kLineBytes)
            return badInput(
                m_fileName, linePlace(m_number + 1),
                QCoreApplication::translate("Importing", "the line is longer than 4 MiB"));
        if (const auto filled = fill(); !filled)
            return tl::make_unexpected(filled.error());
    }
}

Result<void> LineReader::fill()
{
    m_buffer.remove(0, m_position);
    m_scanned -= m_position;
    m_position = 0;
    const bool isFirst = m_source.bytesRead() == 0;
    const auto more = m_source.appendTo(m_buffer, linePlace(m_number + 1));
    if (!more)
        return tl::make_unexpected(more.error());
    m_isAtEnd = !*more;
    if (isFirst)
        m_nextOffset = m_source.markLength();
    return {};
}

qsizetype LineReader::findLineEnd()
{
    const auto begin = m_buffer.cbegin();
    const auto found = std::find_if(begin + m_scanned, m_buffer.cend(),
                                    [](char c) { return c == '\n' || c == '\r'; });
    m_scanned = found - begin;
    return m_scanned;
}

Result<bool> LineReader::take(qsizetype lineEnd, qsizetype endingLength)
{
    ++m_number;
    m_lineStart = m_position;
    m_lineLength = lineEnd - m_position;
    m_lineOffset = m_nextOffset;
    m_position = lineEnd + endingLength;
    m_scanned = m_position;
    m_nextOffset += m_lineLength + endingLength;
    if (m_lineLength > Limits::kLineBytes)
        return badInput(m_fileName, linePlace(m_number),
                        QCoreApplication::translate("Importing", "the line is longer than 4 MiB"));
    const QByteArrayView line = bytes();
    if (!line.isEmpty()) {
        if (const void *nul = std::memchr(line.data(), 0, static_cast<size_t>(line.size()))) {
            const qint64 at = m_lineOffset + (static_cast<const char *>(nul) - line.data());
            return badInput(
                m_fileName, linePlace(m_number) + u", byte "_s + QString::number(at),
                QCoreApplication::translate("Importing", "holds a NUL byte, so it is not text"),
                QCoreApplication::translate("Importing", "save the file as UTF-8 text"));
        }
    }
    return true;
}

} // namespace SecondStory::Importing
