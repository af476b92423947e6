// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

#include <QString>

#include <functional>

namespace SecondStory::Services {

/// Builds the sample library at `path` from the evidence and reviews that ship with the program,
/// through the same importers as any other evidence. On an error no file is left. Errors: Refused
/// (a file is there), Storage, Cancelled (`progress` returned false).
[[nodiscard]] Result<void>
buildSampleLibrary(const QString &path, const std::function<bool(int percent)> &progress = {});

} // namespace SecondStory::Services
