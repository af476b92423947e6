// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/reports/incidentreportimporter.h"

#include "importing/importerrors.h"
#include "importing/recordwriter.h"
#include "importing/reports/reportdraft.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr int kFewestMoments = 2;
constexpr int kFewestKeys = 2;
constexpr qsizetype kFewestEntries = 2;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// "start_time" reads "Start time".
QString readable(QString label)
{
    label = label.replace(u'_', u' ').simplified();
    if (!label.isEmpty())
        label[0] = label[0].toUpper();
    return label;
}

ParsedEvent milestoneFrom(const StatedTime &stated)
{
    ParsedEvent event;
    event.title = readable(stated.label);
    event.text = stated.text == stated.label ? QString() : stated.text;
    event.time = stated.time;
    event.place = stated.place;
    event.kind = EventKind::Milestone;
    return event;
}

/// A record that states no time at all is still what somebody said about the incident.
ParsedEvent statementFrom(const ReportDraft &draft)
{
    ParsedEvent event;
    setWords(event,
             draft.title == draft.summary || draft.summary.isEmpty()
                 ? draft.title
                 : QString(draft.title + u'\n' + draft.summary));
    event.place = linePlace(1);
    event.kind = EventKind::Statement;
    return event;
}

qint64 lineOf(const ParsedEvent &event)
{
    return QStringView(event.place).mid(linePlace(0).size() - 1).toLongLong();
}

QList<ParsedEvent> eventsFrom(const ReportDraft &draft)
{
    QList<ParsedEvent> events;
    for (const StatedTime &stated : draft.statedTimes())
        events.append(milestoneFrom(stated));
    events += draft.entries;
    std::stable_sort(events.begin(), events.end(), [](const ParsedEvent &a, const ParsedEvent &b) {
        return lineOf(a) < lineOf(b);
    });
    if (events.isEmpty() && draft.hasFrontMatter)
        events.append(statementFrom(draft));
    return events;
}

tl::unexpected<Error> lackError(const QString &file, Needs needs)
{
    if (needs.testFlag(Need::Zone))
        return needed(file, translated("does not say in which time zone its times are"),
                      translated("choose a time zone for it"));
    return needed(file, translated("does not say on which day its times lie"),
                  translated("give the day"));
}

bool hasEntries(const QStringList &lines, const QString &name)
{
    const ReportTimeline timeline = findTimeline(lines, name);
    return std::count_if(
               timeline.items.begin(), timeline.items.end(),
               [](const TimelineItem &item) { return item.type == TimelineItem::Type::Entry; })
        >= kFewestEntries;
}

} // namespace

QString IncidentReportImporter::displayName() const
{
    return translated("Incident record (front matter or key events)");
}

Likelihood IncidentReportImporter::probe(const EvidenceInput &input) const
{
    if (input.isBundle() || input.headText().contains(u'\0'))
        return 0;
    const QStringList lines = input.headText().split(u'\n');
    const ReportMarks marks = marksOf(lines);
    if (marks.statedMoments >= kFewestMoments)
        return marks.hasKeyEvents ? 88 : 72;
    if (!marks.hasFrontMatter)
        return 0;
    if (marks.keyMoments > 0 && marks.reportKeys >= kFewestKeys)
        return 88;
    if (marks.reportKeys >= kFewestKeys || marks.keyMoments > 0)
        return 76;
    if (hasEntries(lines, input.name()))
        return 72;
    return marks.isNamedReport ? 55 : 0;
}

Needs IncidentReportImporter::missing(EvidenceInput &input, const ImportOptions &options) const
{
    const auto draft = readReportDraft(input, options);
    return draft ? draft->lacking : Needs();
}

Result<ReadSummary> IncidentReportImporter::read(EvidenceInput &input, const ImportOptions &options,
                                                 ImportSink &sink) const
{
    const auto draft = readReportDraft(input, options);
    if (!draft)
        return tl::make_unexpected(draft.error());
    if (draft->lacking != Needs())
        return lackError(input.path(), draft->lacking);
    RecordWriter writer(sink, input.path());
    for (const ReportNote &note : draft->skipped)
        writer.skip(note.place, note.what);
    for (const ReportNote &note : draft->remarks)
        writer.remark(note.place, note.what);
    for (ParsedEvent &event : eventsFrom(*draft)) {
        if (const auto written = writer.event(std::move(event)); !written)
            return tl::make_unexpected(written.error());
    }
    writer.advance(input.size());
    return writer.finish(draft->zone, translated("it states no time, and no line begins with one"));
}

} // namespace SecondStory::Importing
