// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/sourcetargets.h"
#include "domain/skewtext.h"
#include "domain/timeentry.h"
#include "services/retimingpreview.h"
#include "store/editrepository.h"
#include "store/reviewrepository.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace SecondStory::Cli {

namespace {

struct ClockLine {
    QString review;
    QString source;
    std::optional<QString> zone;
    std::optional<QString> date;
    std::optional<QString> start;
    std::optional<QString> skew;
    bool isPreview = false;
};

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue timeOrNull(const std::optional<TimePoint> &time)
{
    return time ? QJsonValue(toRfc3339(*time)) : QJsonValue();
}

QJsonObject toJson(const SourceClock &clock)
{
    const QString date = clock.date ? toRfc3339(fromUtc(*clock.date)).left(10) : QString();
    return { { u"zone"_s, textOrNull(clock.zone) },
             { u"date"_s, textOrNull(date) },
             { u"start"_s, timeOrNull(clock.start) },
             { u"skewSeconds"_s, static_cast<double>(clock.skewUs) / 1e6 } };
}

QJsonObject toJson(const EvidenceSource &source)
{
    return { { u"id"_s, source.id.toString() },
             { u"file"_s, source.fileName },
             { u"format"_s, source.importerId },
             { u"sha256"_s, QString::fromLatin1(source.sha256.toHex()) },
             { u"contentSha256"_s, textOrNull(QString::fromLatin1(source.contentSha256.toHex())) },
             { u"removed"_s, source.removed },
             { u"read"_s, source.read },
             { u"imported"_s, source.imported },
             { u"skipped"_s, source.skipped },
             { u"duplicates"_s, source.duplicates },
             { u"undated"_s, source.undated },
             { u"first"_s, timeOrNull(source.first) },
             { u"last"_s, timeOrNull(source.last) },
             { u"timeBasis"_s, toString(source.basis) },
             { u"importedAt"_s, toRfc3339(source.importedAt) },
             { u"importedBy"_s, textOrNull(source.importedBy) },
             { u"clock"_s, toJson(clockOf(source)) } };
}

QString clockWords(const SourceClock &clock)
{
    QStringList words;
    if (!clock.zone.isEmpty())
        words << tr("zone %1").arg(clock.zone);
    if (clock.date)
        words << tr("date %1").arg(toRfc3339(fromUtc(*clock.date)).left(10));
    if (clock.start)
        words << tr("start %1").arg(toRfc3339(*clock.start));
    if (clock.skewUs != 0)
        words << tr("skew %1").arg(skewText(clock.skewUs));
    return words.isEmpty() ? tr("as recorded") : words.join(u", "_s);
}

Result<ReviewContents> contentsOf(Context &context, const QString &review)
{
    const auto id = context.review(review);
    if (!id)
        return failure(id.error());
    return (*context.library())->reviews().load(*id);
}

Result<int> list(Context &context, const QString &review)
{
    const auto contents = contentsOf(context, review);
    if (!contents)
        return failure(contents.error());
    QJsonArray array;
    QList<TextRow> rows;
    for (const EvidenceSource &source : contents->sources) {
        array << toJson(source);
        rows << TextRow{ source.id.toString(), source.fileName, source.importerId,
                         QString::number(source.imported),
                         source.removed ? tr("removed") : clockWords(clockOf(source)) };
    }
    if (context.out.isJson)
        context.out.object(
            { { u"review"_s, contents->review.id.toString() }, { u"sources"_s, array } });
    else
        context.out.table({ tr("id"), tr("file"), tr("format"), tr("events"), tr("clock") }, rows);
    return 0;
}

Result<SourceClock> clockFrom(const ClockLine &line, SourceClock clock)
{
    const QString none = u"none"_s;
    if (line.zone) {
        if (*line.zone != none && !ZoneClock::isKnownZone(*line.zone))
            return failure(ErrorCode::Usage,
                           tr("the time zone \"%1\" is not known").arg(*line.zone),
                           tr("name it like Europe/Paris or +01:00"));
        clock.zone = *line.zone == none ? QString() : *line.zone;
    }
    if (line.date) {
        clock.date = readDayEntry(*line.date);
        if (!clock.date && *line.date != none)
            return failure(ErrorCode::Usage, tr("\"%1\" is not a date").arg(*line.date),
                           tr("write it like 2026-03-12"));
    }
    if (line.start) {
        clock.start = fromRfc3339(*line.start);
        if (!clock.start && *line.start != none)
            return failure(ErrorCode::Usage, tr("\"%1\" is not a time").arg(*line.start),
                           tr("write it like 2026-03-12T14:02:00Z"));
    }
    if (line.skew) {
        const auto skew = readSkew(*line.skew == none ? QString() : *line.skew);
        if (!skew)
            return failure(ErrorCode::Usage, tr("\"%1\" is not a span of time").arg(*line.skew),
                           tr("write it like +90s, -1h or 00:02:10"));
        clock.skewUs = *skew;
    }
    return clock;
}

QJsonObject toJson(const Services::RetimingPreview &preview)
{
    QJsonArray first;
    for (const Services::RetimedLine &line : preview.first)
        first << QJsonObject{ { u"event"_s, line.event.toString() },
                              { u"title"_s, line.title },
                              { u"text"_s, line.text },
                              { u"before"_s, timeOrNull(line.before) },
                              { u"after"_s, timeOrNull(line.after) } };
    return { { u"events"_s, preview.events },     { u"moved"_s, preview.moved },
             { u"dated"_s, preview.dated },       { u"undated"_s, preview.undated },
             { u"inGap"_s, preview.inGap },       { u"inFold"_s, preview.inFold },
             { u"asserted"_s, preview.asserted }, { u"first"_s, first } };
}

void tell(Output &out, const Services::RetimingPreview &preview)
{
    out.line(Services::sentenceOf(preview));
    const auto words = [](const std::optional<TimePoint> &time) {
        return time ? toRfc3339(*time) : tr("undated");
    };
    for (const Services::RetimedLine &line : preview.first)
        out.line(u"  %1 → %2  %3"_s.arg(words(line.before), words(line.after), line.title));
}

Result<int> setClockOf(Context &context, const ClockLine &line)
{
    const auto contents = contentsOf(context, line.review);
    if (!contents)
        return failure(contents.error());
    const auto source = findSource(*contents, line.source);
    if (!source)
        return failure(source.error());
    const auto clock = clockFrom(line, clockOf(*source));
    if (!clock)
        return failure(clock.error());
    Store::Library &library = **context.library();
    const auto preview = Services::previewRetiming(library, *source, *clock);
    if (!preview)
        return failure(preview.error());
    EvidenceSource after = *source;
    setClock(after, *clock);
    const bool isChange = after != *source;
    if (isChange && !line.isPreview) {
        ChangeSet set;
        set.update(*source, after);
        if (const auto done = library.edits().apply(set); !done)
            return failure(done.error());
    }
    if (!context.out.isJson) {
        context.out.line(tr("%1: %2").arg(source->fileName, clockWords(*clock)));
        if (isChange)
            tell(context.out, *preview);
        return 0;
    }
    QJsonObject object = toJson(*preview);
    object.insert(u"review"_s, contents->review.id.toString());
    object.insert(u"source"_s, source->id.toString());
    object.insert(u"file"_s, source->fileName);
    object.insert(u"before"_s, toJson(clockOf(*source)));
    object.insert(u"clock"_s, toJson(*clock));
    object.insert(u"applied"_s, isChange && !line.isPreview);
    context.out.object(object);
    return 0;
}

} // namespace

void addSourceCommands(Command &line, Context &context)
{
    Command source = line.add("source", tr("the evidence files of a review"));
    source.needsOneCommand();

    Command command = source.add("list", tr("the sources, what came of each, and their clocks"));
    const auto review = std::make_shared<QString>();
    command.review(*review);
    command.runs(context, [&context, review] { return list(context, *review); });

    const auto given = std::make_shared<ClockLine>();
    command = source.add("clock",
                         tr("show or correct the clock that a source was written by; its "
                            "events move, what you stated stays"));
    command.review(given->review);
    command.text("SOURCE", given->source, tr("id, its beginning or end, or file name"))->required();
    command.text("--zone", given->zone, tr("zone of times without one, e.g. Europe/Paris; none"));
    command.text("--date", given->date, tr("day of bare clock times, e.g. 2026-03-12; none"));
    command.text("--start", given->start, tr("when relative times began, RFC 3339; none"));
    command.text("--skew", given->skew,
                 tr("how far the clock was behind: +90s, \"1 h 30 min\", 00:02:10; write "
                    "--skew=-1h for one that was ahead"));
    command.flag("--preview", given->isPreview, tr("say what would move, and change nothing"));
    command.runs(context, [&context, given] { return setClockOf(context, *given); });
    addLanesCommand(source, context);
}

} // namespace SecondStory::Cli
