// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/importerregistry.h"
#include "support/recordingsink.h"

#include <QFileInfo>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <optional>

namespace SecondStory::Importing {

/// What is known of a sample file by other means than the importer.
struct SampleFacts {
    QString id; ///< of the importer that has to come first
    qsizetype events = 0;
    qsizetype skipped = 0;
    qsizetype undated = 0;
    QString first; ///< earliest start, RFC 3339
    QString last; ///< latest end or start
    qsizetype authors = 0;
};

/// Where a sample lies; empty when the samples are not here.
[[nodiscard]] inline QString samplePath(const QString &name)
{
    const QString path =
        qEnvironmentVariable("SECONDSTORY_SHARED") + QStringLiteral("/samples/") + name;
    return QFileInfo::exists(path) ? path : QString();
}

/// What a sink has taken, counted.
struct SinkCounts {
    qsizetype undated = 0;
    QSet<QString> people;
    QSet<QString> places;
    std::optional<TimePoint> earliest;
    std::optional<TimePoint> latestStart;
    std::optional<TimePoint> latest; ///< end, or start where there is none
};

[[nodiscard]] inline SinkCounts countsOf(const RecordingSink &sink)
{
    SinkCounts counts;
    for (const ParsedEvent &event : sink.events) {
        counts.places.insert(event.place);
        for (const ParsedActor &actor : event.actors)
            counts.people.insert(actor.name);
        if (!event.time.start) {
            ++counts.undated;
            continue;
        }
        const TimePoint start = *event.time.start;
        counts.earliest = std::min(counts.earliest.value_or(start), start);
        counts.latestStart = std::max(counts.latestStart.value_or(start), start);
        counts.latest = std::max(counts.latest.value_or(start), event.time.end.value_or(start));
    }
    return counts;
}

/// RFC 3339; empty for no time.
[[nodiscard]] inline QString timeText(std::optional<TimePoint> time)
{
    return time ? toRfc3339(*time) : QString();
}

/// Detects and reads a sample; the first difference fails the test.
inline void checkSample(const QString &path, const SampleFacts &facts,
                        const ImportOptions &options = {})
{
    const ImporterRegistry registry;
    const auto input = EvidenceInput::open(path);
    QVERIFY(input);
    const auto candidates = registry.detect(**input);
    QVERIFY(!candidates.empty());
    QCOMPARE(candidates.front().importer->id(), facts.id);
    RecordingSink sink;
    const auto summary = candidates.front().importer->read(**input, options, sink);
    QVERIFY2(summary, qPrintable(summary ? QString() : summary.error().toString()));
    const SinkCounts counts = countsOf(sink);
    QCOMPARE(sink.events.size(), facts.events);
    QCOMPARE(counts.places.size(), facts.events);
    QCOMPARE(sink.skipped.size(), facts.skipped);
    QCOMPARE(counts.undated, facts.undated);
    QCOMPARE(timeText(counts.earliest), facts.first);
    QCOMPARE(timeText(counts.latest), facts.last);
    QCOMPARE(counts.people.size(), facts.authors);
}

/// The columns of a test whose rows are samples, each named after its file.
inline void addSampleColumns()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("events");
    QTest::addColumn<int>("skipped");
    QTest::addColumn<int>("undated");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::addColumn<int>("authors");
}

inline void addSample(const char *name, const QString &id, int events, int skipped, int undated,
                      const QString &first, const QString &last, int authors)
{
    QTest::newRow(name) << id << events << skipped << undated << first << last << authors;
}

/// Checks the sample of the current row.
inline void checkCurrentSample(const ImportOptions &options)
{
    const QString path = samplePath(QString::fromUtf8(QTest::currentDataTag()));
    if (path.isEmpty())
        QSKIP("the samples are not here");
    QFETCH(QString, id);
    QFETCH(int, events);
    QFETCH(int, skipped);
    QFETCH(int, undated);
    QFETCH(QString, first);
    QFETCH(QString, last);
    QFETCH(int, authors);
    checkSample(path, { id, events, skipped, undated, first, last, authors }, options);
}

} // namespace SecondStory::Importing
