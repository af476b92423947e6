// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/reports/texttimelineimporter.h"

#include "importing/importerrors.h"
#include "importing/recordwriter.h"
#include "importing/reports/reportentry.h"
#include "importing/reports/reporttext.h"
#include "importing/reports/timelineclock.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr int kFewestEntries = 2;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

qsizetype entryCount(const ReportTimeline &timeline)
{
    return std::count_if(
        timeline.items.begin(), timeline.items.end(),
        [](const TimelineItem &item) { return item.type == TimelineItem::Type::Entry; });
}

Needs lacking(const ReportTimeline &timeline, const ImportOptions &options)
{
    Needs needs;
    TimelineClock clock(timeline, options);
    for (const TimelineItem &item : timeline.items) {
        if (item.type == TimelineItem::Type::Day)
            clock.setDay(*item.phrase.day);
        if (item.type != TimelineItem::Type::Entry)
            continue;
        const auto reading = clock.read(item);
        needs.setFlag(Need::Zone, needs.testFlag(Need::Zone) || reading.lacksZone);
        needs.setFlag(Need::Date, needs.testFlag(Need::Date) || reading.lacksDay);
    }
    return needs;
}

Result<void> writeEntry(const TimelineItem &item, TimelineClock &clock, RecordWriter &writer)
{
    const QString place = linePlace(item.line);
    const auto reading = clock.read(item);
    if (reading.isNoRealDay) {
        writer.skip(place, translated("“%1” is not a real day").arg(item.timeText));
        return {};
    }
    auto event = entryFrom(item);
    if (!event) {
        writer.skip(place, translated("has a time but no words"));
        return {};
    }
    event->time = reading.time;
    for (const QString &remark : reading.remarks)
        writer.remark(place, remark);
    return writer.event(std::move(*event));
}

tl::unexpected<Error> lackError(const QString &file, Needs needs)
{
    if (needs.testFlag(Need::Zone))
        return needed(file, translated("does not say in which time zone its times are"),
                      translated("choose a time zone for it"));
    return needed(file, translated("does not say on which day its times lie"),
                  translated("give the day"));
}

} // namespace

QString TextTimelineImporter::displayName() const
{
    return translated("Incident report (text or Markdown)");
}

Likelihood TextTimelineImporter::probe(const EvidenceInput &input) const
{
    if (input.isBundle())
        return 0;
    const QString &head = input.headText();
    if (head.contains(u'\0') || head.startsWith(u"WEBVTT"_s))
        return 0;
    const ReportTimeline timeline = findTimeline(head.split(u'\n'), input.name());
    if (entryCount(timeline) < kFewestEntries)
        return 0;
    const QString name = input.name().toLower();
    const bool isNamedReport =
        name.endsWith(u".md"_s) || name.endsWith(u".markdown"_s) || name.endsWith(u".txt"_s);
    return isNamedReport ? 65 : 45;
}

Needs TextTimelineImporter::missing(EvidenceInput &input, const ImportOptions &options) const
{
    const auto text = readReportText(input);
    return text ? lacking(findTimeline(text->lines, input.name()), options) : Needs();
}

Result<ReadSummary> TextTimelineImporter::read(EvidenceInput &input, const ImportOptions &options,
                                               ImportSink &sink) const
{
    const auto text = readReportText(input);
    if (!text)
        return tl::make_unexpected(text.error());
    const ReportTimeline timeline = findTimeline(text->lines, input.name());
    if (entryCount(timeline) == 0)
        return badInput(input.path(), {},
                        translated("no line begins with a time, so there is no timeline in it"));
    if (const Needs needs = lacking(timeline, options); needs != Needs())
        return lackError(input.path(), needs);
    RecordWriter writer(sink, input.path());
    if (text->repairedLine > 0)
        writer.remark(linePlace(text->repairedLine),
                      translated("bytes that are not UTF-8 were replaced"));
    TimelineClock clock(timeline, options);
    for (const TimelineItem &item : timeline.items) {
        if (item.type == TimelineItem::Type::Day) {
            clock.setDay(*item.phrase.day);
        } else if (item.type == TimelineItem::Type::Unreadable) {
            writer.skip(linePlace(item.line),
                        translated("“%1” is not a time").arg(item.timeText.left(60)));
        } else if (const auto written = writeEntry(item, clock, writer); !written) {
            return tl::make_unexpected(written.error());
        }
    }
    writer.advance(input.size());
    return writer.finish(clock.usedZone(), translated("no entry could be read"));
}

} // namespace SecondStory::Importing
