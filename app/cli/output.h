// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace SecondStory::Cli {

using TextRow = QStringList;

/// Where a command's words go: results to standard output, everything else to standard error.
/// Text is made inert, since evidence may hold what a terminal would obey.
class Output {
public:
    bool isJson = false;
    bool isQuiet = false;

    /// One line of text, or several.
    void line(const QString &text);
    /// One JSON object on a line of its own.
    void object(const QJsonObject &object);
    void bytes(const QByteArray &bytes);
    /// Columns side by side under their headers.
    void table(const TextRow &headers, const QList<TextRow> &rows);
    /// RFC 4180 with what spreadsheets would run made harmless.
    void csvRow(const TextRow &cells);

    /// Something worth knowing that is no result; silent with --quiet.
    void note(const QString &text);
    /// `error: FILE:PLACE: what, hint`, or one JSON object.
    void error(const Error &error);
    /// Overwrites the last progress line, where standard error is a terminal.
    void progress(const QString &text);
    void endProgress();

    /// Sends on what was printed. Errors: Storage, when it could not be written (a full disk).
    [[nodiscard]] Result<void> flush();

private:
    bool m_hasProgress = false;
};

/// The object in `{"error": …}`.
[[nodiscard]] QJsonObject toJson(const Error &error);

} // namespace SecondStory::Cli
