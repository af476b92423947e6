// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "importing/textdecoding.h"
#include "importing/utf8source.h"

namespace SecondStory::Importing {

/// Reads a text file line by line as UTF-8, whatever its byte order mark and line endings.
/// Memory: one line and one chunk.
class LineReader {
public:
    /// `device` has to outlive the reader; `fileName` goes into errors.
    LineReader(QIODevice &device, QString fileName);

    /// Moves to the next line; false at the end of the file.
    /// Errors: BadInput (a NUL byte, a line above the limit, the file could not be read).
    [[nodiscard]] Result<bool> next();

    /// The current line without its ending; bytes that are no UTF-8 stand as they are.
    [[nodiscard]] QByteArrayView bytes() const
    {
        return QByteArrayView(m_buffer).sliced(m_lineStart, m_lineLength);
    }
    [[nodiscard]] DecodedText text() const { return decodeUtf8(bytes()); }
    [[nodiscard]] qint64 number() const { return m_number; } ///< from 1
    /// Units: bytes from the start of the file (of a UTF-16 file: of its UTF-8 form).
    [[nodiscard]] qint64 offset() const { return m_lineOffset; }
    [[nodiscard]] qint64 bytesRead() const { return m_source.bytesRead(); }
    [[nodiscard]] const QString &fileName() const { return m_fileName; }

private:
    [[nodiscard]] Result<void> fill();
    [[nodiscard]] qsizetype findLineEnd();
    [[nodiscard]] Result<bool> take(qsizetype lineEnd, qsizetype endingLength);

    Utf8Source m_source;
    QString m_fileName;
    QByteArray m_buffer;
    qsizetype m_position = 0; ///< where the next line starts in the buffer
    qsizetype m_scanned = 0; ///< no line end stands before this
    qsizetype m_lineStart = 0;
    qsizetype m_lineLength = 0;
    qint64 m_number = 0;
    qint64 m_lineOffset = 0;
    qint64 m_nextOffset = 0;
    bool m_isAtEnd = false;
};

} // namespace SecondStory::Importing
