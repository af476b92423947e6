// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/result.h"

using namespace Qt::StringLiterals;

namespace SecondStory {

QString Error::toString() const
{
    QString text;
    if (!file.isEmpty())
        text += file + u":"_s;
    if (!place.isEmpty())
        text += place + u":"_s;
    if (!text.isEmpty())
        text += u' ';
    text += what;
    if (!hint.isEmpty())
        text += u", "_s + hint;
    return text;
}

int exitCode(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
        return 2;
    case ErrorCode::Conflict:
        return 3;
    case ErrorCode::BadInput:
    case ErrorCode::NotFound:
        return 4;
    case ErrorCode::Storage:
        return 5;
    case ErrorCode::Refused:
        return 6;
    case ErrorCode::Cancelled:
        return 130;
    }
    return 4;
}

} // namespace SecondStory
