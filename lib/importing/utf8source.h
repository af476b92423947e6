// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QIODevice>
#include <QStringDecoder>

#include <optional>

namespace SecondStory::Importing {

/// The bytes of a text file as UTF-8, chunk by chunk, whatever its byte order mark says. The mark
/// itself is left out, however small the pieces are in which the device gives it.
class Utf8Source {
public:
    /// `device` has to outlive the source; `fileName` goes into errors.
    Utf8Source(QIODevice &device, QString fileName);

    /// Appends the next chunk; false at the end of the file.
    /// Errors: BadInput with `place` (the file could not be read).
    [[nodiscard]] Result<bool> appendTo(QByteArray &buffer, const QString &place);

    /// Units: bytes of the file itself.
    [[nodiscard]] qint64 bytesRead() const { return m_bytesRead; }
    /// How many bytes the byte order mark took.
    [[nodiscard]] qsizetype markLength() const { return m_markLength; }

private:
    void begin();
    [[nodiscard]] bool endWith(QByteArray &buffer);
    void decode(QByteArrayView bytes, QByteArray &buffer);

    QIODevice &m_device;
    QString m_fileName;
    QByteArray m_first; ///< until there are enough bytes for a mark
    std::optional<QStringDecoder> m_decoder; ///< set for UTF-16
    QString m_halfPair; ///< of UTF-16: the first half of a pair that a chunk cut
    qint64 m_bytesRead = 0;
    qsizetype m_markLength = 0;
    bool m_hasBegun = false;
};

} // namespace SecondStory::Importing
