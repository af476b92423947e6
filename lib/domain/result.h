// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/enumnames.h"

#include <QString>

#include <tl/expected.hpp>

namespace SecondStory {

/// What went wrong, in the terms of the command line's exit codes.
enum class ErrorCode {
    Usage, ///< the caller asked for something that makes no sense
    Conflict, ///< somebody else changed the record since it was read
    BadInput, ///< a file or value cannot be taken as it is
    Storage, ///< the library could not be read or written
    Refused, ///< not done because it would endanger people or evidence
    Cancelled, ///< the person asked to stop
    NotFound, ///< no such review, event or file
};

template <>
struct EnumNames<ErrorCode> {
    static constexpr std::array entries{
        std::pair{ ErrorCode::Usage, u"usage" },
        std::pair{ ErrorCode::Conflict, u"conflict" },
        std::pair{ ErrorCode::BadInput, u"bad-input" },
        std::pair{ ErrorCode::Storage, u"storage" },
        std::pair{ ErrorCode::Refused, u"refused" },
        std::pair{ ErrorCode::Cancelled, u"cancelled" },
        std::pair{ ErrorCode::NotFound, u"not-found" },
    };
};

/// An error a person can act on: what happened, where, and what to do.
struct Error {
    ErrorCode code = ErrorCode::BadInput;
    QString what; ///< one translated clause, without a full stop
    QString hint; ///< what to do, may be empty
    QString file; ///< the file concerned, may be empty
    QString place; ///< line, byte offset, JSON path or archive entry; may be empty
    QString detail; ///< for the log, never shown first

    bool operator==(const Error &) const = default;
    /// The line shown to people: `FILE:PLACE: what, hint`.
    [[nodiscard]] QString toString() const;
};

/// The exit code of `secondstory-cli` for this kind of error.
[[nodiscard]] int exitCode(ErrorCode code);

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> failure(Error error)
{
    return tl::make_unexpected(std::move(error));
}

[[nodiscard]] inline tl::unexpected<Error> failure(ErrorCode code, QString what, QString hint = {})
{
    Error error;
    error.code = code;
    error.what = std::move(what);
    error.hint = std::move(hint);
    return tl::make_unexpected(std::move(error));
}

} // namespace SecondStory
