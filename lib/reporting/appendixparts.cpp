// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/inerttext.h"
#include "reporting/reportparts.h"
#include "reporting/timewords.h"
#include "reporting/wording.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Reporting {

namespace {

QString noteTime(const ReportContext &context, const Event &event)
{
    const QString time = proseTime(event, context.clock());
    return time.isEmpty() ? Words::tr("Undated") : time;
}

/// How the time came about, where that is not plain from the record.
QString timeRemark(const ReportContext &context, const Event &event)
{
    if (event.asserted && event.recorded.start) {
        Event asRecorded = event;
        asRecorded.asserted.reset();
        const QString recorded = proseTime(asRecorded, context.clock());
        if (recorded != proseTime(event, context.clock()))
            return Words::tr("recorded as %1").arg(recorded);
        return {};
    }
    if (event.asserted)
        return Words::tr("time given by the analyst, not recorded");
    if (!event.isImported() || event.recorded.basis == TimeBasis::Absolute
        || event.recorded.basis == TimeBasis::None)
        return {};
    return Words::of(event.recorded.basis);
}

QString sourceTimes(const ReportContext &context, const EvidenceSource &source)
{
    QString words = Words::of(source.basis);
    if (!source.zone.isEmpty())
        words += u", "_s + context.line(source.zone);
    if (!source.assumedDate.isEmpty())
        words += u", "_s + context.line(source.assumedDate);
    if (!source.assumedStart.isEmpty())
        words += u", "_s + context.line(source.assumedStart);
    return words;
}

void addSource(const ReportContext &context, const EvidenceSource &source, QList<Block> &blocks)
{
    TableBlock table;
    table.hasRowHeaders = true;
    const QString file = context.line(source.fileName);
    table.columns = { { Words::tr("Source"), ColumnAlign::Start, 0.26 },
                      { file.isEmpty() ? Words::tr("unnamed") : file, ColumnAlign::Start, 1 } };
    const auto row = [&](const QString &label, const QString &value) {
        table.rows.append({ { { label, RunStyle::Strong } }, { { value } } });
    };
    row(Words::tr("SHA-256"),
        source.sha256.isEmpty() ? Words::tr("not recorded")
                                : QString::fromLatin1(source.sha256.toHex()));
    row(Words::tr("Read with"),
        Words::tr("%1, version %2")
            .arg(context.line(source.importerId))
            .arg(source.importerVersion));
    row(Words::tr("Records"),
        Words::tr("read %1 · imported %2 · skipped %3 · duplicates %4 · undated %5")
            .arg(context.number(source.read), context.number(source.imported),
                 context.number(source.skipped), context.number(source.duplicates),
                 context.number(source.undated)));
    if (source.first && source.last) {
        row(Words::tr("Covers"),
            Words::tr("%1 to %2")
                .arg(proseTime(*source.first, context.clock()),
                     proseTime(*source.last, context.clock())));
    }
    row(Words::tr("Times"), sourceTimes(context, source));
    blocks.append(table);
}

/// Cited first, so that a cap never leaves out what the text rests on.
QList<const Event *> listed(const ReportContext &context, bool dated)
{
    const QSet<EventId> noted(context.noted().cbegin(), context.noted().cend());
    QList<const Event *> events;
    for (const Event &event : context.input().events) {
        if (event.effectiveStart().has_value() == dated)
            events.append(&event);
    }
    std::stable_partition(events.begin(), events.end(),
                          [&](const Event *e) { return noted.contains(e->id); });
    events.resize(std::min<qsizetype>(events.size(), std::max(context.options().timelineRows, 0)));
    if (dated) {
        std::stable_sort(events.begin(), events.end(), [](const Event *a, const Event *b) {
            return a->effectiveStart() < b->effectiveStart();
        });
    }
    return events;
}

Runs what(ReportContext &context, const Event &event)
{
    const QString title = context.line(event.displayTitle());
    const int note = context.noted().contains(event.id) ? context.noteFor(event.id) : 0;
    return { { title.isEmpty() ? Words::tr("without words") : title,
               event.starred ? RunStyle::Strong : RunStyle::Plain, note } };
}

/// A column that says nothing in any row only takes room from the others.
void dropEmptyColumns(TableBlock &table)
{
    for (qsizetype c = table.columns.size() - 1; c >= 0; --c) {
        const auto saysSomething = [c](const TableRow &row) {
            return !plainText(row.value(c)).isEmpty();
        };
        if (std::any_of(table.rows.cbegin(), table.rows.cend(), saysSomething))
            continue;
        table.columns.removeAt(c);
        for (TableRow &row : table.rows)
            row.removeAt(c);
    }
}

QString cappedCaption(const ReportContext &context, qsizetype shown, qint64 total)
{
    if (shown >= total)
        return {};
    return Words::tr("Lists %1 of %2 events: those cited in this report first, then starred ones "
                     "and decisions.")
        .arg(context.number(shown), context.number(total));
}

qint64 countOf(const QList<Event> &events, bool dated)
{
    return std::count_if(events.cbegin(), events.cend(), [dated](const Event &e) {
        return e.effectiveStart().has_value() == dated;
    });
}

void addDated(ReportContext &context, QList<Block> &blocks)
{
    const QList<const Event *> events = listed(context, true);
    if (events.isEmpty())
        return;
    TableBlock table;
    table.columns = { { Words::tr("Time"), ColumnAlign::Start, 1.25 },
                      { Words::tr("Kind"), ColumnAlign::Start, 0.65 },
                      { Words::tr("Who"), ColumnAlign::Start, 0.75 },
                      { Words::tr("What"), ColumnAlign::Start, 2.2 },
                      { Words::tr("Source"), ColumnAlign::Start, 0.95 } };
    for (const Event *event : events) {
        table.rows.append({ { { tableTime(*event, context.clock()) } },
                            { { Words::of(event->kind) } },
                            { { context.actors(*event) } },
                            what(context, *event),
                            { { context.origin(*event), RunStyle::Muted } } });
    }
    table.caption =
        cappedCaption(context, events.size(),
                      std::max(context.input().datedTotal, countOf(context.input().events, true)));
    blocks.append(table);
}

/// Nobody recorded when these were; what a source wrote in the place of a time is quoted.
void addUndated(ReportContext &context, QList<Block> &blocks)
{
    const QList<const Event *> events = listed(context, false);
    if (events.isEmpty())
        return;
    blocks.append(HeadingBlock{ 2, Words::tr("Undated events") });
    blocks.append(ParagraphBlock{ { { Words::tr(
        "Nobody recorded when these were. They stand in the order of their sources.") } } });
    TableBlock table;
    table.columns = { { Words::tr("Kind"), ColumnAlign::Start, 0.65 },
                      { Words::tr("Who"), ColumnAlign::Start, 0.75 },
                      { Words::tr("Written there"), ColumnAlign::Start, 0.95 },
                      { Words::tr("What"), ColumnAlign::Start, 2.2 },
                      { Words::tr("Source"), ColumnAlign::Start, 0.95 } };
    for (const Event *event : events) {
        table.rows.append({ { { Words::of(event->kind) } },
                            { { context.actors(*event) } },
                            { { event->recorded.text } },
                            what(context, *event),
                            { { context.origin(*event), RunStyle::Muted } } });
    }
    dropEmptyColumns(table);
    table.caption = cappedCaption(
        context, events.size(),
        std::max(context.input().undatedTotal, countOf(context.input().events, false)));
    blocks.append(table);
}

} // namespace

void addEvidenceNotes(ReportContext &context, QList<Block> &blocks)
{
    if (context.noted().isEmpty())
        return;
    blocks.append(HeadingBlock{ 1, Words::tr("Evidence notes") });
    for (const EventId &id : context.noted()) {
        const Event &event = *context.event(id);
        Runs runs{ { noteTime(context, event), RunStyle::Strong } };
        if (const QString remark = timeRemark(context, event); !remark.isEmpty())
            runs.append({ u" ("_s + remark + u')', RunStyle::Muted });
        QString title = u" "_s + context.line(event.displayTitle());
        if (const QString actors = context.actors(event); !actors.isEmpty())
            title += u" – "_s + actors;
        runs.append({ closed(title) });
        runs.append({ u" "_s + context.origin(event) + u'.', RunStyle::Muted });
        blocks.append(NoteBlock{ context.noteFor(id), runs });
    }
}

void addSources(ReportContext &context, QList<Block> &blocks)
{
    QList<EvidenceSource> sources = context.review().sources;
    const qsizetype removed = sources.removeIf([](const EvidenceSource &s) { return s.removed; });
    if (sources.isEmpty())
        return;
    blocks.append(HeadingBlock{ 1, Words::tr("Sources") });
    QString intro = Words::tr("The files this review was read from. A file with the same SHA-256 "
                              "is the same file, byte for byte.");
    if (removed > 0)
        intro +=
            u' ' + Words::tr("Sources taken out of the review again, not listed: %1.").arg(removed);
    blocks.append(ParagraphBlock{ { { intro } } });
    for (const EvidenceSource &source : std::as_const(sources))
        addSource(context, source, blocks);
}

void addTimelineTable(ReportContext &context, QList<Block> &blocks)
{
    if (!context.options().includeTimelineTable || context.input().events.isEmpty())
        return;
    blocks.append(PageBreakBlock{});
    blocks.append(HeadingBlock{ 1, Words::tr("Events in time order") });
    addDated(context, blocks);
    addUndated(context, blocks);
}

} // namespace SecondStory::Reporting
