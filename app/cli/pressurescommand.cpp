// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/recurrenceexport.h"
#include "analysis/recurrencesentences.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "cli/words.h"
#include "services/pressuresurvey.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace SecondStory::Cli {

namespace {

struct PressuresLine {
    std::optional<StatedTime> from;
    std::optional<StatedTime> to;
    std::optional<Polarity> polarity;
    QString by = u"quarter"_s;
    QString format = u"table"_s;
};

void printTable(Output &out, const Analysis::RecurrenceTable &table)
{
    out.line(Analysis::sampleSentence(table));
    if (table.isEmpty())
        return out.line(tr("No pressure is coded yet."));
    QList<TextRow> rows;
    for (const Analysis::CodeRecurrence &code : table.codes) {
        const auto number = [](int value) { return QString::number(value); };
        rows << TextRow{ code.key,
                         tr("%1 of %2").arg(code.k).arg(code.n),
                         Analysis::percentText(code.share),
                         u"%1–%2"_s.arg(Analysis::percentText(code.interval.low),
                                        Analysis::percentText(code.interval.high)),
                         number(code.before),
                         number(code.during),
                         number(code.after),
                         number(code.hindered),
                         number(code.helped),
                         code.name };
    }
    out.table({ tr("code"), tr("reviews"), tr("share"), tr("95 % interval"), tr("before"),
                tr("during"), tr("after"), tr("hindered"), tr("helped"), tr("name") },
              rows);
    constexpr qsizetype kPairsShown = 10;
    for (const Analysis::PairRecurrence &pair :
         table.pairs.first(std::min(table.pairs.size(), kPairsShown)))
        out.line(Analysis::pairSentence(table, pair));
}

Result<int> pressures(Context &context, const PressuresLine &line)
{
    const auto library = context.library();
    if (!library)
        return failure(library.error());
    Analysis::RecurrenceQuery query;
    if (line.from)
        query.from = line.from->time;
    if (line.to)
        query.to = line.to->time;
    query.polarity = line.polarity;
    query.by =
        line.by == u"month" ? Analysis::PeriodLength::Month : Analysis::PeriodLength::Quarter;
    const auto table = Services::surveyPressures(**library, query);
    if (!table)
        return failure(table.error());
    if (context.out.isJson || line.format == u"json")
        context.out.object(Analysis::toJson(*table));
    else if (line.format == u"csv")
        context.out.bytes(Analysis::toCsv(*table));
    else
        printTable(context.out, *table);
    return 0;
}

} // namespace

void addPressuresCommand(Command &line, Context &context)
{
    Command command = line.add("pressures", tr("recurring pressures over the library"));
    const auto given = std::make_shared<PressuresLine>();
    command.time("--from", given->from, tr("incidents at or after, RFC 3339"));
    command.time("--to", given->to, tr("incidents before, RFC 3339"));
    command.word("--by", given->by, { u"month"_s, u"quarter"_s }, tr("length of a period"));
    command.choice("--polarity", given->polarity, tr("only statements of this kind"));
    command.word("--format", given->format, { u"table"_s, u"json"_s, u"csv"_s },
                 tr("how to print it"));
    command.runs(context, [&context, given] { return pressures(context, *given); });
}

} // namespace SecondStory::Cli
