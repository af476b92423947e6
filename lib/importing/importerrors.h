// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

#include <QCoreApplication>

#include <charconv>
#include <iterator>

namespace SecondStory::Importing {

/// An error that names the file and the place in it.
[[nodiscard]] inline tl::unexpected<Error> badInput(const QString &file, const QString &place,
                                                    QString what, QString hint = {})
{
    Error error;
    error.code = ErrorCode::BadInput;
    error.what = std::move(what);
    error.hint = std::move(hint);
    error.file = file;
    error.place = place;
    return tl::make_unexpected(std::move(error));
}

/// What a person has to say before this file can be read.
[[nodiscard]] inline tl::unexpected<Error> needed(const QString &file, QString what, QString hint)
{
    Error error;
    error.code = ErrorCode::Usage;
    error.what = std::move(what);
    error.hint = std::move(hint);
    error.file = file;
    return tl::make_unexpected(std::move(error));
}

/// The person asked to end it.
[[nodiscard]] inline tl::unexpected<Error> wasStopped()
{
    return failure(ErrorCode::Cancelled,
                   QCoreApplication::translate("Importing", "the import was stopped"));
}

[[nodiscard]] inline tl::unexpected<Error> isEmptyError(const QString &file)
{
    return badInput(file, {}, QCoreApplication::translate("Importing", "is empty"));
}

/// "line 88". Kept in English: places are part of the record and have to stay the same in every
/// language.
[[nodiscard]] inline QString linePlace(qint64 line)
{
    // Every record has one: no string for the number alone.
    char text[32] = "line ";
    const char *const end = std::to_chars(text + 5, std::end(text), line).ptr;
    return QString::fromLatin1(text, end - text);
}

} // namespace SecondStory::Importing
