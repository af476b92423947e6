// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timelinebench.h"

#include "../support/timelinescenes.h"
#include "domain/changeset.h"
#include "services/importservice.h"
#include "store/editrepository.h"
#include "store/sourcewriter.h"

#include <QCommandLineParser>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <malloc.h>

using namespace Qt::StringLiterals;

namespace SecondStory::Bench {

namespace {

constexpr int kLanes = 15;

double milliseconds(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

[[noreturn]] void fail(const Error &error)
{
    std::fprintf(stderr, "%s %s\n", qPrintable(error.toString()), qPrintable(error.detail));
    std::exit(1);
}

/// The lanes of the file, and empty ones up to fifteen: every row costs, whether it is full or not.
void addLanes(Store::Library &library, ReviewId review, QList<Lane> lanes)
{
    ChangeSet set;
    for (Lane &lane : lanes) {
        lane.reviewId = review;
        set.insert(lane);
    }
    if (const auto done = library.edits().apply(set); !done)
        fail(done.error());
}

void storeScene(Store::Library &library, ReviewId review, int count)
{
    const Ui::TimelineContent scene = Testing::sceneContent(count, kLanes);
    addLanes(library, review, scene.lanes);
    EvidenceSource source;
    source.id = SourceId::create();
    source.reviewId = review;
    source.fileName = u"scene.jsonl"_s;
    source.sha256 = QByteArray(32, 's');
    source.importerId = u"jsonl"_s;
    source.importedAt = TimePoint::now();
    auto writer = library.sources().beginImport(review, source.id);
    if (!writer)
        fail(writer.error());
    for (const EventRow &row : scene.events.rows) {
        Event event;
        event.id = EventId::create();
        event.reviewId = review;
        event.sourceId = source.id;
        event.title = Testing::sceneTitle(row.seq);
        event.kind = row.kind;
        event.laneId = scene.events.lanes[row.lane];
        event.recorded.start = TimePoint{ row.start };
        event.recorded.basis = TimeBasis::Absolute;
        if (row.end > row.start)
            event.recorded.end = TimePoint{ row.end };
        if (const auto done = (*writer)->add(event); !done)
            fail(done.error());
    }
    if (const auto done = (*writer)->finish(source); !done)
        fail(done.error());
}

void importFile(Store::Library &library, ReviewId review, const QString &path)
{
    const Importing::ImporterRegistry registry;
    Services::ImportService service(library, registry);
    if (const auto outcome = service.run({ path, {}, review }); !outcome)
        fail(outcome.error());
    const auto document = Editing::ReviewDocument::open(library, review);
    if (!document)
        fail(document.error());
    const auto known = static_cast<int>((*document)->contents().lanes.size());
    if (known < kLanes)
        addLanes(library, review, Testing::sceneLanes(kLanes - known));
}

} // namespace

StoredReview::StoredReview(const TimelineRun &run)
{
    auto created = Store::Library::create(folder.filePath(u"bench.sslib"_s));
    if (!created)
        fail(created.error());
    library = std::move(*created);
    Review record;
    record.id = review = ReviewId::create();
    record.title = u"Bench"_s;
    record.zone = u"UTC"_s;
    ChangeSet set;
    set.insert(record);
    if (const auto done = library->edits().apply(set); !done)
        fail(done.error());
    if (run.input.isEmpty())
        storeScene(*library, review, run.events);
    else
        importFile(*library, review, run.input);
}

double cpuMilliseconds()
{
    return milliseconds(CLOCK_PROCESS_CPUTIME_ID);
}

double wallMilliseconds()
{
    return milliseconds(CLOCK_MONOTONIC);
}

void forgetPeak()
{
    malloc_trim(0);
    QFile references(u"/proc/self/clear_refs"_s);
    if (references.open(QIODevice::WriteOnly))
        references.write("5");
}

double peakMiB()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

double rounded(double value)
{
    return std::round(value * 100) / 100;
}

QJsonObject quantiles(std::vector<double> values)
{
    if (values.empty())
        return {};
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
        const auto place = static_cast<size_t>(share * static_cast<double>(values.size()));
        return rounded(values[std::min(values.size() - 1, place)]);
    };
    return { { u"median"_s, at(0.5) }, { u"p95"_s, at(0.95) } };
}

int timeline(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Measures the timeline's real widget, drawn by the processor at 1920×1080."_s);
    parser.addHelpOption();
    parser.addOptions(
        { { u"input"_s, u"The file to import first."_s, u"FILE"_s },
          { u"events"_s, u"How many events to make up."_s, u"N"_s, u"100000"_s },
          { u"scenario"_s, u"overview, zoom, hour or edit."_s, u"NAME"_s, u"overview"_s },
          { u"frames"_s, u"How many frames (or edits)."_s, u"N"_s, u"100"_s },
          { u"labels"_s, u"Draws the events' words."_s },
          { u"json"_s, u"Prints one JSON object on one line."_s } });
    parser.process(arguments);
    const TimelineRun run{ parser.value(u"input"_s), std::max(0, parser.value(u"events"_s).toInt()),
                           parser.value(u"scenario"_s), parser.isSet(u"labels"_s),
                           std::max(1, parser.value(u"frames"_s).toInt()) };
    static const QStringList known{ u"overview"_s, u"zoom"_s, u"hour"_s, u"edit"_s };
    if (!known.contains(run.scenario)) {
        std::fputs("the scenario is one of overview, zoom, hour and edit\n", stderr);
        return 2;
    }
    const QJsonObject result = run.scenario == u"edit" ? measureEdits(run) : measureFrames(run);
    if (result.isEmpty())
        return 1;
    const auto form = parser.isSet(u"json"_s) ? QJsonDocument::Compact : QJsonDocument::Indented;
    std::puts(QJsonDocument(result).toJson(form).constData());
    return 0;
}

} // namespace SecondStory::Bench
