// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

namespace SecondStory::Store {

/// A failure that concerns one library file: what happened to it and what to do.
[[nodiscard]] inline tl::unexpected<Error> fault(ErrorCode code, const QString &file,
                                                 const QString &what, const QString &hint)
{
    Error error;
    error.code = code;
    error.file = file;
    error.what = what;
    error.hint = hint;
    return failure(std::move(error));
}

} // namespace SecondStory::Store
