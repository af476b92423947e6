// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/reportwriter.h"

#include "reporting/htmlwriter.h"
#include "reporting/markdownwriter.h"
#include "reporting/pdfwriter.h"
#include "reporting/wording.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace SecondStory::Reporting {

namespace {

tl::unexpected<Error> storageFailure(const QString &what, const QString &hint, const QString &path,
                                     const QString &detail)
{
    Error error;
    error.code = ErrorCode::Storage;
    error.what = what;
    error.hint = hint;
    error.file = path;
    error.detail = detail;
    return failure(error);
}

Result<void> save(const QByteArray &bytes, const QString &path)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (!folder.isDir()) {
        return storageFailure(Words::tr("The folder does not exist"),
                              Words::tr("choose another folder"), path, {});
    }
    // A device, pipe or folder is never replaced by a report, not even through a link.
    const QFileInfo target(path);
    if (target.exists() && !target.isFile()) {
        return storageFailure(Words::tr("There is something there that is no file"),
                              Words::tr("choose another name"), path, {});
    }
    QSaveFile file(path);
    // Never straight into the target: a full disk would leave half a report in the place of the old
    // one.
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly)) {
        return storageFailure(Words::tr("The report cannot be written there"),
                              Words::tr("choose a folder you may write to"), path,
                              file.errorString());
    }
    // commit() in Qt 6.4 overlooks a failure to write out the buffer: ask before.
    if (file.write(bytes) != bytes.size() || !file.flush() || !file.commit()) {
        return storageFailure(
            Words::tr("The report could not be written whole, and nothing was changed"),
            Words::tr("make room on the disk and try again"), path, file.errorString());
    }
    return {};
}

Result<WrittenReport> renderPdf(const Report &report, const ReportOptions &options,
                                const FigureSource &figures)
{
    const LaidOutReport layout = layOut(report, figures, options.paper);
    auto bytes = toPdf(report, layout, figures);
    if (!bytes)
        return failure(bytes.error());
    return WrittenReport{ *bytes, report.warnings + layout.warnings,
                          static_cast<int>(layout.pages.size()) };
}

} // namespace

std::optional<ReportFormat> formatOf(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == u"pdf")
        return ReportFormat::Pdf;
    if (ending == u"html" || ending == u"htm")
        return ReportFormat::Html;
    if (ending == u"md" || ending == u"markdown")
        return ReportFormat::Markdown;
    return {};
}

QString endingOf(ReportFormat format)
{
    switch (format) {
    case ReportFormat::Pdf:
        return u"pdf"_s;
    case ReportFormat::Html:
        return u"html"_s;
    case ReportFormat::Markdown:
        return u"md"_s;
    }
    return {};
}

Result<WrittenReport> renderReport(const ReportInput &input, const ReportOptions &options,
                                   const FigureSource &figures)
{
    Report report = buildReport(input, options);
    dropEmptyFigures(report, figures);
    switch (options.format) {
    case ReportFormat::Pdf:
        return renderPdf(report, options, figures);
    case ReportFormat::Html:
        return WrittenReport{ toHtml(report, figures).toUtf8(), report.warnings, 0 };
    case ReportFormat::Markdown:
        return WrittenReport{ toMarkdown(report, figures).toUtf8(), report.warnings, 0 };
    }
    return failure(ErrorCode::Usage, Words::tr("This format is not known"));
}

Result<WrittenReport> writeReport(const ReportInput &input, const ReportOptions &options,
                                  const FigureSource &figures, const QString &path)
{
    const auto format = formatOf(path);
    if (!format) {
        Error error{ ErrorCode::Usage,
                     Words::tr("The file name does not say which kind of report to write"),
                     {},
                     path,
                     {},
                     {} };
        error.hint = Words::tr("end it in .pdf, .html or .md");
        return failure(error);
    }
    ReportOptions wanted = options;
    wanted.format = *format;
    auto written = renderReport(input, wanted, figures);
    if (!written)
        return written;
    if (const auto saved = save(written->bytes, path); !saved)
        return failure(saved.error());
    written->bytes.clear();
    return written;
}

} // namespace SecondStory::Reporting
