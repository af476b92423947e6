// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/unpackcount.h"

#include "importing/importerrors.h"
#include "importing/limits.h"

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

} // namespace

UnpackCount::UnpackCount(QString fileName, qint64 packedBytes)
    : m_fileName(std::move(fileName))
    , m_packedBytes(qMax<qint64>(packedBytes, 1))
{
}

void UnpackCount::begin(const QString &entry)
{
    m_entry = entry;
    m_entryBytes = 0;
}

Result<void> UnpackCount::add(qint64 bytes)
{
    m_bytes += bytes;
    m_entryBytes += bytes;
    if (!m_isSingle && m_entryBytes > Limits::kArchiveEntryBytes)
        return badInput(m_fileName, m_entry, translated("the entry is larger than 32 MiB"));
    if (m_bytes > Limits::kArchiveBytes)
        return badInput(m_fileName, m_entry,
                        translated("the archive unpacks to more than 128 MiB"));
    // Small files pack very well without anybody meaning harm.
    if (m_bytes > Limits::kArchiveRatioFrom && m_bytes / m_packedBytes > Limits::kArchiveRatio)
        return badInput(m_fileName, m_entry,
                        translated("the archive unpacks to more than 200 times its size"));
    return {};
}

} // namespace SecondStory::Importing
