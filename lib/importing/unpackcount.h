// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

#include <QString>

namespace SecondStory::Importing {

/// Counts what comes out of an archive and says when it is too much. What the archive itself says
/// about its sizes is never asked.
class UnpackCount {
public:
    UnpackCount(QString fileName, qint64 packedBytes);

    /// Another entry of the archive begins.
    void begin(const QString &entry);
    /// So many bytes more came out. Errors: BadInput naming the entry (entry too large, archive
    /// too large, unpacks to too many times its size).
    [[nodiscard]] Result<void> add(qint64 bytes);
    /// A single packed file has no entries: only the whole counts.
    void setSingle() { m_isSingle = true; }

private:
    QString m_fileName;
    QString m_entry;
    qint64 m_packedBytes;
    qint64 m_entryBytes = 0;
    qint64 m_bytes = 0;
    bool m_isSingle = false;
};

} // namespace SecondStory::Importing
