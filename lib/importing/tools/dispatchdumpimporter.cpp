// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/tools/dispatchdumpimporter.h"

#include "importing/importerrors.h"
#include "importing/timeresolver.h"
#include "importing/tools/copyreader.h"

#include <QHash>

#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr int kAdvanceEvery = 1'000;
constexpr qsizetype kMostNames = 500'000;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// What the ids in the tables of incidents and events mean.
struct DispatchNames {
    QHash<QString, ParsedActor> people; ///< by schema and id
    QHash<QString, QString> incidents; ///< "incident 4" and "case 4", by schema
};

QString keyOf(const CopyReader &rows, const QString &kind, const QString &id)
{
    return rows.schema() + u'/' + kind + u' ' + id;
}

QString textOf(const CopyReader &rows, QStringView column)
{
    return rows.value(column).value_or(QString());
}

bool isIncidentTable(const QString &table)
{
    return table == u"incident"_s || table == u"case"_s;
}

QString incidentName(const CopyReader &rows)
{
    const QString title = textOf(rows, u"title").simplified();
    return (title.isEmpty() ? textOf(rows, u"name").simplified() : title).left(200);
}

Result<DispatchNames> namesIn(EvidenceInput &input)
{
    auto device = input.stream();
    if (!device)
        return tl::make_unexpected(device.error());
    LineReader lines(**device, input.path());
    CopyReader rows(lines);
    DispatchNames names;
    while (true) {
        const auto more = rows.next();
        if (!more)
            return tl::make_unexpected(more.error());
        if (!*more)
            return names;
        const QString id = textOf(rows, u"id");
        if (rows.table() == u"individual_contact"_s) {
            const QString email = textOf(rows, u"email").simplified().left(200);
            const QString name = textOf(rows, u"name").simplified().left(200);
            if (!name.isEmpty() || !email.isEmpty())
                names.people.insert(keyOf(rows, u"person"_s, id),
                                    { name.isEmpty() ? email : name, email, PersonKind::Human });
        } else if (isIncidentTable(rows.table())) {
            names.incidents.insert(keyOf(rows, rows.table(), id), incidentName(rows));
        }
        if (names.people.size() + names.incidents.size() > kMostNames)
            return badInput(input.path(), linePlace(rows.line()),
                            translated("names more than 500,000 people and incidents"));
    }
}

class DispatchRun {
public:
    DispatchRun(const DispatchNames &names, const ImportOptions &options, RecordWriter &writer)
        : m_names(names)
        , m_times(options)
        , m_isZoneChosen(!options.zone.isEmpty())
        , m_writer(writer)
    {
    }

    Result<void> take(const CopyReader &rows)
    {
        const bool isEvent = rows.table() == u"event"_s;
        if (!isEvent && !isIncidentTable(rows.table()))
            return {};
        const QString place = linePlace(rows.line());
        if (!rows.isWhole()) {
            m_writer.skip(place, translated("has more or fewer fields than its table"));
            return {};
        }
        if (rows.isRepaired())
            m_writer.remark(place, translated("bytes that are not UTF-8 were replaced"));
        return isEvent ? takeEvent(rows, place) : takeIncident(rows, place);
    }

    Result<ReadSummary> finish()
    {
        return m_writer.finish(m_times.usedZone(), translated("holds no incident of Dispatch"));
    }

private:
    /// Nothing when the text is no time; the row is skipped then.
    std::optional<RecordedTime> timeOf(const QString &text, const QString &place)
    {
        auto reading = readTimestamp(text);
        if (!reading || reading->isEpoch) {
            m_writer.skip(place, translated("“%1” is not a time").arg(text.left(60)));
            return {};
        }
        if (!reading->offset && !m_isZoneChosen) {
            if (!std::exchange(m_hasToldUtc, true))
                m_writer.remark(place, translated("times are read as UTC, as Dispatch keeps them"));
            reading->offset = 0;
        }
        return m_times.resolve(*reading, text, place, m_writer);
    }

    QString laneOf(const CopyReader &rows) const
    {
        for (const auto &[table, column] : { std::pair{ u"incident"_s, u"incident_id"_s },
                                             std::pair{ u"case"_s, u"case_id"_s } }) {
            if (const auto id = rows.value(column))
                return m_names.incidents.value(keyOf(rows, table, *id));
        }
        return {};
    }

    Result<void> takeEvent(const CopyReader &rows, const QString &place)
    {
        const QString words = textOf(rows, u"description").trimmed();
        if (words.isEmpty()) {
            m_writer.skip(place, translated("has no words"));
            return {};
        }
        const auto time = timeOf(textOf(rows, u"started_at"), place);
        if (!time)
            return {};
        ParsedEvent event;
        event.place = place;
        event.time = *time;
        const QString end = textOf(rows, u"ended_at");
        if (!end.isEmpty() && end != textOf(rows, u"started_at")) {
            if (auto reading = readTimestamp(end); reading && !reading->isEpoch) {
                if (!reading->offset && !m_isZoneChosen)
                    reading->offset = 0;
                TimeResolver::setEnd(event.time, m_times.resolve(*reading, end, place, m_writer),
                                     place, m_writer);
            }
        }
        const bool isWritten = textOf(rows, u"type").startsWith(u"Custom"_s);
        event.kind = isWritten ? EventKind::Observation : EventKind::Log;
        event.lane = laneOf(rows);
        if (const auto person = rows.value(u"individual_id"))
            addPerson(event, keyOf(rows, u"person"_s, *person));
        event.naturalKey = textOf(rows, u"uuid");
        setWords(event, words);
        addFacts(event, rows);
        return m_writer.event(std::move(event));
    }

    void addPerson(ParsedEvent &event, const QString &key) const
    {
        const auto found = m_names.people.constFind(key);
        if (found != m_names.people.cend())
            event.actors.append(*found);
    }

    static void addFacts(ParsedEvent &event, const CopyReader &rows)
    {
        QStringList facts;
        for (const QStringView column : { u"source", u"type", u"owner", u"details" }) {
            const QString text = textOf(rows, column).trimmed();
            if (!text.isEmpty() && text != u"null"_s && text != u"{}"_s)
                facts.append(column + u": "_s + text);
        }
        if (!facts.isEmpty())
            event.text =
                (event.text.isEmpty() ? event.title : event.text) + u"\n\n"_s + facts.join(u'\n');
    }

    /// An incident's own times are the marks its responders set.
    Result<void> takeIncident(const CopyReader &rows, const QString &place)
    {
        static const std::array kMarks{
            std::pair{ u"reported_at"_s, QT_TRANSLATE_NOOP("Importing", "%1: reported") },
            std::pair{ u"triage_at"_s, QT_TRANSLATE_NOOP("Importing", "%1: triaged") },
            std::pair{ u"escalated_at"_s, QT_TRANSLATE_NOOP("Importing", "%1: escalated") },
            std::pair{ u"stable_at"_s, QT_TRANSLATE_NOOP("Importing", "%1: stable") },
            std::pair{ u"closed_at"_s, QT_TRANSLATE_NOOP("Importing", "%1: closed") },
        };
        bool hasMark = false;
        for (const auto &[column, words] : kMarks) {
            const auto text = rows.value(column);
            if (!text || text->isEmpty())
                continue;
            hasMark = true;
            ParsedEvent event;
            event.place = place + u", "_s + column;
            const auto time = timeOf(*text, event.place);
            if (!time)
                continue;
            event.time = *time;
            event.kind = EventKind::Milestone;
            event.lane = incidentName(rows);
            event.naturalKey =
                rows.schema() + u'/' + rows.table() + u' ' + textOf(rows, u"id") + u' ' + column;
            event.title = translated(words).arg(event.lane);
            if (column == u"reported_at"_s)
                event.text =
                    QString(event.title + u"\n\n"_s + textOf(rows, u"description")).trimmed();
            if (const auto taken = m_writer.event(std::move(event)); !taken)
                return taken;
        }
        if (!hasMark)
            m_writer.skip(place, translated("has no time"));
        return {};
    }

    const DispatchNames &m_names;
    TimeResolver m_times;
    bool m_isZoneChosen = false;
    bool m_hasToldUtc = false;
    RecordWriter &m_writer;
};

} // namespace

QString DispatchDumpImporter::displayName() const
{
    return translated("Dispatch database dump");
}

Likelihood DispatchDumpImporter::probe(const EvidenceInput &input) const
{
    if (input.isBundle())
        return 0;
    const QString &head = input.headText();
    const bool isDispatch =
        head.contains(u"dispatch_organization"_s) || head.contains(u"dispatch_core"_s);
    if (isDispatch && head.contains(u"PostgreSQL database dump"_s))
        return 98;
    return isDispatch && head.contains(u"\nCOPY "_s) ? 90 : 0;
}

Result<ReadSummary> DispatchDumpImporter::read(EvidenceInput &input, const ImportOptions &options,
                                               ImportSink &sink) const
{
    if (input.size() == 0)
        return isEmptyError(input.path());
    const auto names = namesIn(input);
    if (!names)
        return tl::make_unexpected(names.error());
    auto device = input.stream();
    if (!device)
        return tl::make_unexpected(device.error());
    LineReader lines(**device, input.path());
    CopyReader rows(lines);
    RecordWriter writer(sink, input.path());
    DispatchRun run(*names, options, writer);
    for (qint64 count = 1;; ++count) {
        const auto more = rows.next();
        if (!more)
            return tl::make_unexpected(more.error());
        if (!*more)
            break;
        if (count % kAdvanceEvery == 0)
            writer.advance(lines.bytesRead());
        if (const auto taken = run.take(rows); !taken)
            return tl::make_unexpected(taken.error());
    }
    writer.advance(lines.bytesRead());
    return run.finish();
}

} // namespace SecondStory::Importing
