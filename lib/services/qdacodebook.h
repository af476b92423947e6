// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/code.h"
#include "domain/result.h"

#include <QByteArray>
#include <QList>

namespace SecondStory::Services {

/// Writes a REFI-QDA codebook (.qdc). Keys stand before the names: "P01 Deadline". Errors: BadInput
/// when there is no code, since the format has no empty book.
/// Source: REFI-QDA standard 1.5, codebook exchange.
[[nodiscard]] Result<QByteArray> writeQdaCodebook(const QList<Code> &codes);
/// Reads a REFI-QDA codebook, whatever its namespace is spelled like; at most 10,000 codes, 100
/// deep. A DOCTYPE is refused. Parents come before their children. Errors: BadInput with the line.
[[nodiscard]] Result<QList<Code>> readQdaCodebook(const QByteArray &xml);

} // namespace SecondStory::Services
