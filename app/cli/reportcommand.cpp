// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/context.h"
#include "cli/files.h"
#include "cli/words.h"
#include "reporting/reportwriter.h"
#include "services/exchangestorage.h"
#include "services/reportassembly.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace SecondStory::Cli {

namespace {

struct ReportLine {
    QString review;
    QString file;
    QString format;
    QString audience = u"everyone"_s;
    QString paper = u"a4"_s;
    std::optional<int> rows;
};

Result<int> tell(Context &context, const ReportLine &line, const QString &format, int pages,
                 const QStringList &warnings)
{
    if (line.file == u"-")
        return 0;
    if (context.out.isJson) {
        context.out.object({ { u"file"_s, line.file },
                             { u"format"_s, format },
                             { u"pages"_s, pages },
                             { u"warnings"_s, QJsonArray::fromStringList(warnings) } });
        return 0;
    }
    context.out.line(pages > 0 ? tr("%1, %n page(s)", pages).arg(line.file) : line.file);
    for (const QString &warning : warnings)
        context.out.note(warning);
    return 0;
}

Result<int> exportJson(Context &context, const ReportLine &line, ReviewId id)
{
    const auto review = Services::loadForExchange(**context.library(), id);
    if (!review)
        return failure(review.error());
    const QByteArray json = QJsonDocument(Services::writeExchange(*review)).toJson();
    if (auto written = writeFile(context.out, line.file, json); !written)
        return failure(written.error());
    return tell(context, line, u"json"_s, 0, {});
}

Result<Reporting::ReportOptions> optionsFrom(const ReportLine &line, const QString &format)
{
    Reporting::ReportOptions options;
    const auto known = Reporting::formatOf(u"x."_s + format);
    if (!known)
        return failure(ErrorCode::Usage, tr("this version writes no %1 reports").arg(format),
                       tr("name a file ending in .pdf, .html, .md or .json"));
    options.format = *known;
    options.names = line.audience == u"team" ? Reporting::NamesPolicy::Names
                                             : Reporting::NamesPolicy::Pseudonyms;
    options.paper = line.paper == u"letter" ? Reporting::Paper::Letter : Reporting::Paper::A4;
    options.timelineRows = line.rows.value_or(options.timelineRows);
    if (options.timelineRows < 0)
        return failure(ErrorCode::Usage, tr("the number of rows is not negative"));
    options.includeTimelineTable = options.timelineRows > 0;
    return options;
}

Result<int> report(Context &context, const ReportLine &line)
{
    const QString ending = line.file.section(u'.', -1).toLower();
    const QString format = line.format.isEmpty() ? ending : line.format;
    const auto id = context.review(line.review);
    if (!id)
        return failure(id.error());
    if (format == u"json")
        return exportJson(context, line, *id);
    const auto options = optionsFrom(line, format);
    if (!options)
        return failure(options.error());
    const auto assembly = Services::assembleReport(**context.library(), *id, *options);
    if (!assembly)
        return failure(assembly.error());
    const auto rendered = Reporting::renderReport(assembly->input, *options, *assembly->figures);
    if (!rendered)
        return failure(rendered.error());
    if (auto written = writeFile(context.out, line.file, rendered->bytes); !written)
        return failure(written.error());
    return tell(context, line, format, rendered->pages, rendered->warnings);
}

} // namespace

void addReportCommand(Command &line, Context &context)
{
    Command command = line.add("report", tr("write a review as a report"));
    const auto given = std::make_shared<ReportLine>();
    command.review(given->review);
    command.text("-o,--output", given->file, tr("file to write; its ending names the format"))
        ->required();
    command.text("--format", given->format, tr("pdf, html, md or json; else from the ending"));
    command.word("--audience", given->audience, { u"everyone"_s, u"team"_s },
                 tr("who reads it: names appear only for the team"));
    command.word("--paper", given->paper, { u"a4"_s, u"letter"_s }, tr("size of a PDF page"));
    command.number("--rows", given->rows, tr("at most so many rows in the timeline table (1000)"));
    command.runs(context, [&context, given] { return report(context, *given); });
}

} // namespace SecondStory::Cli
