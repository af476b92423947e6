// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/reports/texttimelineimporter.h"

#include "importing/importerrors.h"
#include "importing/limits.h"
#include "importing/linereader.h"
#include "importing/plainwords.h"
#include "importing/recordwriter.h"
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

struct ReportText {
    QStringList lines;
    qint64 repairedLine = 0; ///< the first with bytes that are no text; 0: none
};

/// The lines of a report. A report is text that people wrote, so all of it fits into memory.
Result<ReportText> readLines(EvidenceInput &input)
{
    if (input.size() == 0)
        return isEmptyError(input.path());
    if (input.size() > Limits::kReportBytes)
        return badInput(input.path(), {}, translated("is larger than 16 MiB, which no report is"));
    auto device = input.stream();
    if (!device)
        return tl::make_unexpected(device.error());
    LineReader reader(**device, input.path());
    ReportText text;
    while (true) {
        const auto more = reader.next();
        if (!more)
            return tl::make_unexpected(more.error());
        if (!*more)
            return text;
        const DecodedText decoded = reader.text();
        if (decoded.isRepaired && text.repairedLine == 0)
            text.repairedLine = reader.number();
        text.lines.append(decoded.text);
    }
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

/// Leading and trailing blank lines away, inner ones as they are.
QString joined(QStringList lines)
{
    while (!lines.isEmpty() && lines.first().trimmed().isEmpty())
        lines.removeFirst();
    while (!lines.isEmpty() && lines.last().trimmed().isEmpty())
        lines.removeLast();
    return lines.join(u'\n');
}

/// Fills title and text; false when the entry says nothing.
bool fillWords(const TimelineItem &item, ParsedEvent &event)
{
    const QString body = joined(item.body);
    const bool isTitled = item.isHeading && !item.rest.trimmed().isEmpty();
    const QString whole = isTitled || item.rest.trimmed().isEmpty() ? body
        : body.isEmpty()                                            ? item.rest.trimmed()
                         : QString(item.rest.trimmed() + u'\n' + body);
    const QString lead = isTitled ? item.rest : firstParagraph(whole.split(u'\n'));
    QString title = isTitled ? withoutMarkdown(lead) : firstSentence(withoutMarkdown(lead));
    if (title.isEmpty())
        title = withoutMarkdown(whole);
    if (title.isEmpty() && whole.isEmpty())
        return false;
    event.title = titleFrom(title.isEmpty() ? whole : title);
    if (isTitled && title.size() > Limits::kTitleCharacters)
        event.text = item.rest + u"\n\n"_s + body;
    else if (whole != event.title)
        event.text = whole;
    event.text = event.text.trimmed();
    return true;
}

/// "@cblecker reports …" names who acted.
void fillActor(ParsedEvent &event)
{
    if (!event.title.startsWith(u'@'))
        return;
    qsizetype n = 1;
    while (
        n < event.title.size()
        && (event.title[n].isLetterOrNumber() || event.title[n] == u'-' || event.title[n] == u'_'))
        ++n;
    if (n > 1)
        event.actors.append({ event.title.mid(1, n - 1), event.title.left(n), PersonKind::Human });
}

Result<void> writeEntry(const TimelineItem &item, TimelineClock &clock, RecordWriter &writer)
{
    const QString place = linePlace(item.line);
    ParsedEvent event;
    event.place = place;
    const auto reading = clock.read(item);
    if (reading.lacksDay || reading.lacksZone) {
        writer.skip(place, translated("“%1” is not a real day").arg(item.timeText));
        return {};
    }
    if (!fillWords(item, event)) {
        writer.skip(place, translated("has a time but no words"));
        return {};
    }
    event.time = reading.time;
    event.kind = kindFromWords(event.title);
    fillActor(event);
    for (const QString &remark : reading.remarks)
        writer.remark(place, remark);
    return writer.event(std::move(event));
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
    const QString head = probeText(input.head());
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
    const auto text = readLines(input);
    return text ? lacking(findTimeline(text->lines, input.name()), options) : Needs();
}

Result<ReadSummary> TextTimelineImporter::read(EvidenceInput &input, const ImportOptions &options,
                                               ImportSink &sink) const
{
    const auto text = readLines(input);
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
