// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/importerregistry.h"
#include "support/recordingsink.h"

#include <QFileInfo>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <vector>

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
    std::vector<TimePoint> starts;
    std::vector<TimePoint> ends;
    QSet<QString> authors;
    QSet<QString> places;
    for (const ParsedEvent &event : std::as_const(sink.events)) {
        places.insert(event.place);
        for (const ParsedActor &actor : event.actors)
            authors.insert(actor.name);
        if (!event.time.start)
            continue;
        starts.push_back(*event.time.start);
        ends.push_back(event.time.end.value_or(*event.time.start));
    }
    QCOMPARE(sink.events.size(), facts.events);
    QCOMPARE(places.size(), facts.events);
    QCOMPARE(sink.skipped.size(), facts.skipped);
    QCOMPARE(sink.events.size() - static_cast<qsizetype>(starts.size()), facts.undated);
    if (!starts.empty()) {
        QCOMPARE(toRfc3339(*std::min_element(starts.cbegin(), starts.cend())), facts.first);
        QCOMPARE(toRfc3339(*std::max_element(ends.cbegin(), ends.cend())), facts.last);
    }
    QCOMPARE(authors.size(), facts.authors);
}

} // namespace SecondStory::Importing
