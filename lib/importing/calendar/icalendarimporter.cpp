// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/calendar/icalendarimporter.h"

#include "importing/calendar/calendarseries.h"
#include "importing/calendar/calendarwords.h"
#include "importing/importerrors.h"
#include "importing/timeresolver.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qint64 kDay = 86'400'000'000;
constexpr qsizetype kLongestInSeries = 2'000;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// A zone chosen by a person goes first, then the calendar's own, then the review's.
ImportOptions withCalendarZone(ImportOptions options, const QString &calendarZone)
{
    if (!calendarZone.isEmpty())
        options.fallbackZone = calendarZone;
    return options;
}

class ICalendarRun {
public:
    ICalendarRun(LineReader &lines, const CalendarSurvey &survey, const ImportOptions &options,
                 RecordWriter &writer)
        : m_lines(lines)
        , m_survey(survey)
        , m_series(survey, options.date)
        , m_times(withCalendarZone(options, survey.calendarZone()))
        , m_writer(writer)
    {
    }

    Result<ReadSummary> run()
    {
        CalendarScanner scanner(m_lines);
        while (true) {
            const auto more = scanner.next();
            if (!more)
                return tl::make_unexpected(more.error());
            if (!*more)
                break;
            m_writer.advance(m_lines.bytesRead());
            if (const auto taken = takeEntry(scanner.entry()); !taken)
                return tl::make_unexpected(taken.error());
        }
        return m_writer.finish(m_times.usedZone(), translated("no event could be read"));
    }

private:
    /// Why an entry cannot be taken; empty when it can.
    static QString obstacle(const CalendarEntry &entry)
    {
        if (entry.component != u"VEVENT"_s)
            return translated("is no event, but a %1").arg(entry.component);
        if (entry.isCut)
            return translated("the event has no end in the file");
        if (entry.status == u"CANCELLED"_s)
            return translated("was cancelled: “%1”").arg(entry.summary.left(60));
        if (!entry.start)
            return translated("“%1” is not a time").arg(entry.startText);
        return {};
    }

    Result<void> takeEntry(const CalendarEntry &entry)
    {
        const QString place = linePlace(entry.line);
        if (const QString why = obstacle(entry); !why.isEmpty()) {
            m_writer.skip(place, why);
            return {};
        }
        if (entry.isRepaired)
            m_writer.remark(place, translated("bytes that are not UTF-8 were replaced"));
        if (entry.isForAllFollowing)
            m_writer.remark(place,
                            translated("changes all following times of its series, too; "
                                       "only the one it names is changed"));
        const CalendarTime &start = *entry.start;
        if (!start.isUtc && !start.zone.isEmpty() && !m_survey.zones().isKnown(start.zone))
            m_writer.remark(place,
                            translated("the zone “%1” is not known; the file's zone is taken")
                                .arg(start.zone.left(60)));
        const EntryTimes times = m_series.timesOf(entry);
        if (!times.remark.isEmpty())
            m_writer.remark(place, times.remark);
        if (times.times.isEmpty())
            m_writer.skip(place,
                          translated("none of its times lies within five years of the "
                                     "review, or all were taken out"));
        // The same for all times of a series, so made once.
        ParsedEvent words = eventWithoutTime(entry);
        // A long text a hundred thousand times over would fill the disk.
        if (times.times.size() > 1 && words.text.size() > kLongestInSeries) {
            words.text = words.text.left(kLongestInSeries) + u'…';
            m_writer.remark(place, translated("the text is cut, because it repeats"));
        }
        for (const CivilTime &time : times.times) {
            if (const auto taken = writeOne(entry, time, words); !taken)
                return taken;
        }
        return {};
    }

    ParsedEvent eventWithoutTime(const CalendarEntry &entry) const
    {
        ParsedEvent event;
        event.place = linePlace(entry.line);
        event.naturalKey = entry.uid;
        event.kind = kindOfEntry(entry, m_survey.head());
        event.actors = peopleOfEntry(entry, event.kind);
        if (event.kind == EventKind::Away)
            event.lane = translated("Away");
        else if (event.kind == EventKind::OnCall)
            event.lane = translated("On call");
        setWords(event, wordsOf(entry));
        return event;
    }

    Result<void> writeOne(const CalendarEntry &entry, const CivilTime &time, ParsedEvent event)
    {
        const bool isSeries =
            !entry.recurrenceId && !(entry.rule.isEmpty() && entry.with.isEmpty());
        const QString stamp = calendarText(time);
        if (isSeries)
            event.place += u", "_s + stamp;
        if (!entry.uid.isEmpty() && (isSeries || entry.recurrenceId))
            event.naturalKey += u':' + (isSeries ? stamp : calendarText(entry.recurrenceId->civil));
        event.time = timeOf(entry, time, event.place);
        return m_writer.event(std::move(event));
    }

    static QString wordsOf(const CalendarEntry &entry)
    {
        QStringList paragraphs;
        if (!entry.summary.isEmpty())
            paragraphs.append(entry.summary);
        if (!entry.description.isEmpty())
            paragraphs.append(entry.description);
        QStringList facts;
        if (!entry.location.isEmpty())
            facts.append(translated("Location: %1").arg(entry.location));
        if (entry.status == u"TENTATIVE"_s)
            facts.append(translated("Not confirmed"));
        if (!entry.declined.isEmpty())
            facts.append(translated("Declined: %1").arg(entry.declined.join(u", "_s)));
        if (!facts.isEmpty())
            paragraphs.append(facts.join(u'\n'));
        // A stretch of time that is taken counts, even where nobody says by what.
        return paragraphs.isEmpty() ? translated("(no title)") : paragraphs.join(u"\n\n"_s);
    }

    RecordedTime timeOf(const CalendarEntry &entry, const CivilTime &time, const QString &place)
    {
        const CalendarTime &first = *entry.start;
        RecordedTime start = placed(first, time, place);
        const auto length = lengthOf(entry);
        if (!length || *length == 0 || fromUtc(time).us + *length > kLatestTime.us)
            return start;
        const CivilTime endCivil = toUtc({ fromUtc(time).us + *length });
        CalendarTime endClock = first;
        const bool isOtherClock =
            entry.end && (entry.end->isUtc != first.isUtc || entry.end->zone != first.zone);
        // An end on another clock: as it stands for the first time, by its length for the others.
        const bool isAsItStands = isOtherClock && time == first.civil;
        if (isAsItStands)
            endClock = *entry.end;
        const RecordedTime end =
            placed(endClock, isAsItStands ? entry.end->civil : endCivil, place);
        const QString text = start.text + u" – "_s + end.text;
        TimeResolver::setEnd(start, end, place, m_writer);
        start.text = text;
        return start;
    }

    /// How long an entry lasts on its clock; a day alone lasts until the next. Units: microseconds.
    static std::optional<qint64> lengthOf(const CalendarEntry &entry)
    {
        if (entry.duration)
            return entry.duration;
        if (!entry.end)
            return entry.start->isDay ? std::optional(kDay) : std::nullopt;
        const qint64 length = fromUtc(entry.end->civil).us - fromUtc(entry.start->civil).us;
        return entry.start->isDay && length <= 0 ? kDay : length;
    }

    RecordedTime placed(const CalendarTime &clock, const CivilTime &civil, const QString &place)
    {
        const bool isAsFound = civil == clock.civil;
        const QString text = isAsFound
            ? clock.text
            : calendarText(civil).left(clock.isDay ? 8 : 15) + (clock.isUtc ? u"Z"_s : QString());
        const auto precision = clock.isDay ? TimePrecision::Day : TimePrecision::Second;
        if (clock.isUtc)
            return TimeResolver::atInstant(fromUtc(civil), precision, text);
        if (clock.isDay || !m_survey.zones().isKnown(clock.zone))
            return m_times.resolveWall(civil, precision, text, place, m_writer);
        const ZoneClock::Reading reading = m_survey.zones().place(clock.zone, civil);
        remarkOnClockChange(reading, text, place, m_writer);
        RecordedTime time = TimeResolver::atInstant(reading.time, precision, text);
        time.zone = clock.zone;
        return time;
    }

    LineReader &m_lines;
    const CalendarSurvey &m_survey;
    CalendarSeries m_series;
    TimeResolver m_times;
    RecordWriter &m_writer;
};

} // namespace

QString ICalendarImporter::displayName() const
{
    return translated("Calendar (iCalendar)");
}

Likelihood ICalendarImporter::probe(const EvidenceInput &input) const
{
    if (input.isBundle())
        return 0;
    const QStringView text = QStringView(input.headText()).trimmed();
    if (text.startsWith(u"BEGIN:VCALENDAR", Qt::CaseInsensitive))
        return 100;
    return text.left(4'000).contains(u"\nBEGIN:VCALENDAR") ? 80 : 0;
}

Needs ICalendarImporter::missing(EvidenceInput &input, const ImportOptions &options) const
{
    if (options.hasZone())
        return {};
    const auto survey = CalendarSurvey::of(input);
    return survey && survey->lacksZone() ? Needs(Need::Zone) : Needs();
}

Result<ReadSummary> ICalendarImporter::read(EvidenceInput &input, const ImportOptions &options,
                                            ImportSink &sink) const
{
    if (input.size() == 0)
        return isEmptyError(input.path());
    const auto survey = CalendarSurvey::of(input);
    if (!survey)
        return tl::make_unexpected(survey.error());
    auto device = input.stream();
    if (!device)
        return tl::make_unexpected(device.error());
    LineReader lines(**device, input.path());
    RecordWriter writer(sink, input.path());
    return ICalendarRun(lines, *survey, options, writer).run();
}

} // namespace SecondStory::Importing
