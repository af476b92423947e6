// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/code.h"
#include "domain/result.h"

#include <QList>

namespace SecondStory::Store {

class Library;

/// Reads `secondstory-codebook/1` JSON. Errors: BadInput with the place.
[[nodiscard]] Result<QList<Code>> codesFromJson(const QByteArray &json);
[[nodiscard]] QByteArray codesToJson(const QList<Code> &codes);
/// Adds those codes whose key the library does not have yet. Errors: Storage.
[[nodiscard]] Result<int> addMissingCodes(Library &library, const QList<Code> &codes);
/// Puts the starter codebook into a new library.
[[nodiscard]] Result<void> seedCodebook(Library &library);

} // namespace SecondStory::Store
