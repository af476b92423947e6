// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QFile>
#include <QMap>
#include <QString>

namespace SecondStory::Importing {

/// Reads every entry of a zip archive into memory under the limits of limits.h; nested archives
/// stay bytes. `file` is open for reading. Errors: BadInput naming the entry (name, link,
/// encryption, size, ratio, damage).
[[nodiscard]] Result<QMap<QString, QByteArray>> readZip(QFile &file, const QString &fileName);
/// True when a file begins like a zip archive.
[[nodiscard]] bool looksLikeZip(QByteArrayView head);

} // namespace SecondStory::Importing
