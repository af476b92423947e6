// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

#include <QByteArray>

namespace SecondStory::Cli {

class Output;

/// Writes a file whole or not at all; "-" is standard output. Errors: Storage.
[[nodiscard]] Result<void> writeFile(Output &out, const QString &path, const QByteArray &bytes);
/// Reads a file whole. Errors: NotFound, Storage, BadInput (larger than `most`).
[[nodiscard]] Result<QByteArray> readFile(const QString &path, qint64 most);
/// The text of an option; "-" reads it from standard input, as UTF-8.
[[nodiscard]] QString textOrInput(const QString &text);

} // namespace SecondStory::Cli
