// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/context.h"
#include "cli/files.h"
#include "cli/interruption.h"
#include "cli/words.h"
#include "domain/zoneclock.h"
#include "services/analystname.h"
#include "services/importitems.h"
#include "services/importservice.h"
#include "services/reviewtemplates.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace SecondStory::Cli {

namespace {

struct ImportLine {
    QString review;
    QString newReview;
    QString format;
    QString zone;
    QString date;
    std::optional<StatedTime> start;
    QString mapping;
    QString lane;
    QString by;
    std::optional<Services::LaneRule> lanes;
    QStringList files;
};

constexpr qint64 kMappingBytes = 1024 * 1024;

QJsonValue timeOrNull(const std::optional<TimePoint> &time)
{
    return time ? QJsonValue(toRfc3339(*time)) : QJsonValue();
}

QJsonObject toJson(const QString &file, const Services::ImportOutcome &outcome)
{
    const EvidenceSource &source = outcome.source;
    QJsonArray problems;
    for (const ImportProblem &problem : source.problems)
        problems << QJsonObject{ { u"place"_s, problem.place }, { u"what"_s, problem.what } };
    return { { u"file"_s, file },
             { u"source"_s, source.id.toString() },
             { u"format"_s, source.importerId },
             { u"sha256"_s, QString::fromLatin1(source.sha256.toHex()) },
             { u"read"_s, source.read },
             { u"imported"_s, source.imported },
             { u"skipped"_s, source.skipped },
             { u"duplicates"_s, source.duplicates },
             { u"undated"_s, source.undated },
             { u"first"_s, timeOrNull(source.first) },
             { u"last"_s, timeOrNull(source.last) },
             { u"authors"_s, source.authors },
             { u"importedBy"_s, source.importedBy },
             { u"zone"_s, source.zone },
             { u"timeBasis"_s, toString(source.basis) },
             { u"wasThere"_s, outcome.wasThere },
             { u"problemCount"_s, source.problemCount },
             { u"problems"_s, problems } };
}

Result<Importing::ImportOptions> optionsFrom(const ImportLine &line)
{
    Importing::ImportOptions options;
    options.zone = line.zone;
    if (!line.zone.isEmpty() && !ZoneClock::isKnownZone(line.zone))
        return failure(ErrorCode::Usage, tr("the time zone \"%1\" is not known").arg(line.zone),
                       tr("name it like Europe/Paris or +01:00"));
    if (!line.date.isEmpty()) {
        const auto day = fromRfc3339(QString(line.date + u"T00:00:00Z"));
        if (!day)
            return failure(ErrorCode::Usage, tr("\"%1\" is not a date").arg(line.date),
                           tr("write it like 2026-03-12"));
        options.date = toUtc(*day);
    }
    if (line.start)
        options.start = line.start->time;
    if (!line.mapping.isEmpty()) {
        const auto json = readFile(line.mapping, kMappingBytes);
        if (!json)
            return failure(json.error());
        auto mapping = Importing::mappingFromJson(*json);
        if (!mapping) {
            Error error = mapping.error();
            error.file = line.mapping;
            return failure(std::move(error));
        }
        options.mapping = std::move(*mapping);
    }
    return options;
}

/// One call of `import`: file after file, each on its own.
class ImportRun {
public:
    ImportRun(Context &context, Store::Library &library, const ImportLine &line,
              Importing::ImportOptions options)
        : m_context(context)
        , m_library(library)
        , m_line(line)
        , m_service(library, m_registry)
    {
        m_request.importerId = line.format;
        m_request.laneRule = line.lanes.value_or(Services::LaneRule::Suggested);
        m_request.by = line.by.isEmpty() ? Services::analystName() : line.by;
        m_request.options = std::move(options);
    }

    Result<int> run()
    {
        QElapsedTimer clock;
        clock.start();
        if (auto ready = chooseReview(); !ready)
            return failure(ready.error());
        const Services::ImportItems found = items();
        for (const Services::LeftOutItem &left : found.leftOut)
            m_context.out.note(tr("%1: left out, %2").arg(left.path, left.why));
        for (const Services::ImportItem &item : found.items) {
            if (isInterrupted()) {
                fail(Error{ ErrorCode::Cancelled,
                            tr("cancelled before this file was read"),
                            {},
                            item.label(),
                            {},
                            {} });
                break;
            }
            importOne(item);
        }
        if (m_context.out.isJson)
            m_context.out.object(
                { { u"review"_s,
                    m_hasReview ? QJsonValue(m_request.review.toString()) : QJsonValue() },
                  { u"elapsedSeconds"_s, static_cast<double>(clock.nsecsElapsed()) / 1e9 },
                  { u"sources"_s, m_sources } });
        return isInterrupted() && m_exitCode != 0 ? exitCode(ErrorCode::Cancelled) : m_exitCode;
    }

private:
    Result<void> chooseReview()
    {
        if (m_line.newReview.isEmpty()) {
            const auto id = m_context.review(m_line.review);
            if (!id)
                return failure(id.error());
            m_request.review = *id;
            m_hasReview = true;
            return {};
        }
        return {};
    }

    /// With a format named, everything is taken as it was given.
    Services::ImportItems items() const
    {
        if (m_line.format.isEmpty())
            return Services::importItems(m_line.files, m_registry, [] { return !isInterrupted(); });
        Services::ImportItems items;
        for (const QString &path : m_line.files)
            items.items << Services::ImportItem{ path, {}, {} };
        return items;
    }

    void importOne(const Services::ImportItem &item)
    {
        const QString file = item.label();
        m_request.path = item.path;
        m_request.entry = item.entry;
        m_request.lane = m_line.lane.isEmpty() ? item.lane : m_line.lane;
        const auto outcome = m_hasReview ? runService() : runWithNewReview();
        m_context.out.endProgress();
        if (!outcome) {
            Error error = outcome.error();
            if ((error.file.isEmpty() || error.file == item.path)
                && error.code != ErrorCode::Storage)
                error.file = file;
            return fail(error);
        }
        tell(file, *outcome);
        if (auto told = m_context.out.flush(); !told)
            fail(told.error());
    }

    [[nodiscard]] QString requested() const
    {
        return Services::ImportItem{ m_request.path, m_request.entry, {} }.label();
    }

    Result<Services::ImportOutcome> runService()
    {
        return m_service.run(m_request, [this](const Services::ImportProgress &progress) {
            const int percent = progress.totalBytes > 0
                ? static_cast<int>(progress.bytes * 100 / progress.totalBytes)
                : 0;
            m_context.out.progress(tr("%1: %2 %, %3 records")
                                       .arg(requested())
                                       .arg(percent)
                                       .arg(QLocale().toString(progress.records)));
            return !isInterrupted();
        });
    }

    /// The review and its first evidence come to be together, so that no empty review is left.
    Result<Services::ImportOutcome> runWithNewReview()
    {
        std::optional<Services::ImportOutcome> outcome;
        const auto done = m_library.inTransaction([&]() -> Result<void> {
            const auto id = Services::createReview(
                m_library, { .title = m_line.newReview, .zone = m_line.zone });
            if (!id)
                return failure(id.error());
            m_request.review = *id;
            auto imported = runService();
            if (!imported)
                return failure(imported.error());
            outcome = std::move(*imported);
            return {};
        });
        if (!done)
            return failure(done.error());
        m_hasReview = true;
        return *outcome;
    }

    void fail(const Error &error)
    {
        m_context.out.error(error);
        if (m_exitCode == 0)
            m_exitCode = exitCode(error.code);
    }

    void tell(const QString &file, const Services::ImportOutcome &outcome)
    {
        const EvidenceSource &source = outcome.source;
        if (m_context.out.isJson) {
            m_sources << toJson(file, outcome);
            return;
        }
        Output &out = m_context.out;
        if (outcome.wasThere)
            return out.line(tr("%1: imported before, nothing was added").arg(file));
        QStringList parts{ tr("%n event(s)", static_cast<int>(source.imported)) };
        if (source.skipped > 0)
            parts << tr("%n skipped", static_cast<int>(source.skipped));
        if (source.duplicates > 0)
            parts << tr("%n there already", static_cast<int>(source.duplicates));
        if (source.undated > 0)
            parts << tr("%n without a time", static_cast<int>(source.undated));
        if (source.authors > 0)
            parts << tr("%n author(s)", source.authors);
        out.line(tr("%1: %2 (%3)").arg(file, parts.join(u", "_s), source.importerId));
        if (source.first && source.last)
            out.line(
                tr("  from %1 to %2%3")
                    .arg(toRfc3339(*source.first), toRfc3339(*source.last),
                         source.zone.isEmpty() ? QString() : tr(", zone %1").arg(source.zone)));
        for (const ImportProblem &problem : source.problems)
            out.note(u"  %1:%2: %3"_s.arg(file, problem.place, problem.what));
        if (source.problemCount > source.problems.size())
            out.note(tr("  and %n more",
                        static_cast<int>(source.problemCount - source.problems.size())));
    }

    Context &m_context;
    Store::Library &m_library;
    const ImportLine &m_line;
    Importing::ImporterRegistry m_registry;
    Services::ImportService m_service;
    Services::ImportRequest m_request;
    QJsonArray m_sources;
    bool m_hasReview = false;
    int m_exitCode = 0;
};

Result<int> import(Context &context, const ImportLine &line)
{
    auto options = optionsFrom(line);
    if (!options)
        return failure(options.error());
    watchForInterruption();
    const auto library = context.library();
    if (!library)
        return failure(library.error());
    return ImportRun(context, **library, line, std::move(*options)).run();
}

QStringList needWords(Importing::Needs needs)
{
    QStringList words;
    const std::pair<Importing::Need, QString> names[] = { { Importing::Need::Zone, u"zone"_s },
                                                          { Importing::Need::Date, u"date"_s },
                                                          { Importing::Need::Start, u"start"_s },
                                                          { Importing::Need::Mapping,
                                                            u"mapping"_s } };
    for (const auto &[need, word] : names) {
        if (needs.testFlag(need))
            words << word;
    }
    return words;
}

Result<int> formats(Context &context)
{
    const Importing::ImporterRegistry registry;
    QJsonArray array;
    QList<TextRow> rows;
    for (const auto &importer : registry.all()) {
        const QStringList needs = needWords(importer->needs());
        array << QJsonObject{ { u"id"_s, importer->id() },
                              { u"name"_s, importer->displayName() },
                              { u"needs"_s, QJsonArray::fromStringList(needs) } };
        rows << TextRow{ importer->id(), importer->displayName(), needs.join(u", "_s) };
    }
    if (context.out.isJson)
        context.out.object({ { u"formats"_s, array } });
    else
        context.out.table({ tr("id"), tr("name"), tr("may need") }, rows);
    return 0;
}

} // namespace

void addImportCommand(Command &line, Context &context)
{
    line.add("formats", tr("what can be imported, and what each needs")).runs(context, [&context] {
        return formats(context);
    });

    Command command = line.add("import", tr("bring evidence files into a review"));
    const auto given = std::make_shared<ImportLine>();
    CLI::Option *review = command.review(given->review);
    command
        .text("--new-review", given->newReview,
              tr("begin a review of this title; nothing of it remains if every file fails"))
        ->excludes(review);
    command.text("--format", given->format,
                 tr("importer id, see `formats`; else told from the file"));
    command.text("--zone", given->zone,
                 tr("time zone of these files, and of a new review, e.g. Europe/Paris"));
    command.text("--date", given->date, tr("day of bare clock times, e.g. 2026-03-12"));
    command.time("--start", given->start, tr("when relative times began, RFC 3339"));
    command.text("--mapping", given->mapping, tr("JSON file that says which column holds what"));
    command.text("--lane", given->lane, tr("lane for events whose record names none"));
    command.text("--by", given->by,
                 tr("who brings it in; else the name you gave in the window, or your account"));
    command.choice("--lanes", given->lanes,
                   tr("which lane an event goes to: the one its record suggests, one for each "
                      "source, person or kind"));
    command.texts("FILE", given->files, tr("files, folders and archives"))->required();
    command.runs(context, [&context, given] { return import(context, *given); });
}

} // namespace SecondStory::Cli
