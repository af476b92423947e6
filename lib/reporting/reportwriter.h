// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "reporting/reportbuilder.h"

#include <QByteArray>

#include <optional>

namespace SecondStory::Reporting {

/// A report as bytes, and what the person should know before handing it out.
struct WrittenReport {
    QByteArray bytes;
    QStringList warnings;
    int pages = 0; ///< 0 where the format has none

    bool operator==(const WrittenReport &) const = default;
};

/// The format of a path's ending: pdf, html, htm, md, markdown. Nothing for any other.
[[nodiscard]] std::optional<ReportFormat> formatOf(const QString &path);
/// The usual ending of a format, without the dot.
[[nodiscard]] QString endingOf(ReportFormat format);

/// Writes a report in the format the options name. Errors: BadInput. Threads: any, with a
/// QGuiApplication alive.
[[nodiscard]] Result<WrittenReport>
renderReport(const ReportInput &input, const ReportOptions &options, const FigureSource &figures);
/// Writes a report to a file, in the format its ending names; the file is there whole or not at
/// all, and what stood there before stays on failure. Gives the warnings and pages, without the
/// bytes. Errors: Usage (an ending nobody knows), Storage (folder missing, read-only, disk full).
[[nodiscard]] Result<WrittenReport> writeReport(const ReportInput &input,
                                                const ReportOptions &options,
                                                const FigureSource &figures, const QString &path);

} // namespace SecondStory::Reporting
