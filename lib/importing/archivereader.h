// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QFile>
#include <QMap>
#include <QString>

namespace SecondStory::Importing {

enum class ArchiveKind : quint8 { None, Zip, Tar, Gzip };

/// What a file's first bytes say it is.
[[nodiscard]] ArchiveKind archiveKind(QByteArrayView head);

/// An archive of several files, or the one file that was packed.
struct Unpacked {
    bool isBundle = false;
    QMap<QString, QByteArray> entries; ///< of a bundle
    QByteArray bytes; ///< of one file
};

/// Reads a zip, a tar, a gzip of a tar, or a gzip of one file into memory under the limits of
/// limits.h; nested archives stay bytes. `file` is open for reading.
/// Errors: BadInput naming the entry (name, link, encryption, size, ratio, damage).
[[nodiscard]] Result<Unpacked> unpack(QFile &file, const QString &fileName, ArchiveKind kind);

} // namespace SecondStory::Importing
