// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One program for each importer: SECONDSTORY_IMPORTER is its id. Whatever the bytes are, the
// importer answers, keeps to its contract and leaves the memory as it was.

#include "importing/importerregistry.h"
#include "importing/limits.h"
#include "support/bundletext.h"

#include <QSet>

#include <cstdio>
#include <cstdlib>

using namespace SecondStory;
using namespace SecondStory::Importing;

namespace {

void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken contract: %s\n", what);
    std::abort();
}

/// Counts instead of keeping: the importers' memory is what is watched.
class ContractSink : public ImportSink {
public:
    Result<void> event(ParsedEvent event) override
    {
        require(!event.title.isEmpty(), "a title is empty");
        require(event.title.size() <= Limits::kTitleCharacters, "a title is too long");
        require(!event.title.contains(u'\n'), "a title has two lines");
        require(event.time.isDated() == (event.time.basis != TimeBasis::None),
                "a basis without a time, or a time without a basis");
        require(!event.time.end || (event.time.start && *event.time.end >= *event.time.start),
                "an end without or before its start");
        for (const ParsedActor &actor : event.actors)
            require(!actor.name.isEmpty(), "an actor has no name");
        takePlace(event.place);
        return {};
    }
    Result<void> series(ParsedSeries series) override
    {
        require(!series.name.isEmpty(), "a series has no name");
        for (size_t i = 1; i < series.samples.size(); ++i)
            require(series.samples[i - 1].time < series.samples[i].time,
                    "samples are not in order of time");
        takePlace(series.place);
        return {};
    }
    void skip(const QString &, const QString &) override { ++records; }
    void remark(const QString &, const QString &) override { }
    void advance(qint64) override { }
    bool isCancelled() const override { return false; }

    qint64 records = 0;

private:
    void takePlace(const QString &place)
    {
        require(!place.isEmpty(), "a record has no place");
        require(!m_places.contains(place), "two records have one place");
        m_places.insert(place);
        ++records;
    }

    QSet<QString> m_places;
};

ImportOptions everythingGiven()
{
    ImportOptions options;
    options.fallbackZone = QStringLiteral("Europe/Paris");
    options.date = CivilTime{ 2018, 2, 20 };
    options.start = TimePoint::fromSeconds(1'519'130'000);
    return options;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const ImporterRegistry registry;
    static const Importer *importer = registry.find(QStringLiteral(SECONDSTORY_IMPORTER));
    require(importer != nullptr, "there is no such importer");
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    for (const ImportOptions &options : { everythingGiven(), ImportOptions() }) {
        const auto input = inputFromBytes(QStringLiteral("evidence"), bytes);
        const Likelihood likelihood = importer->probe(*input);
        require(likelihood >= 0 && likelihood <= 100, "a likelihood out of range");
        (void)importer->missing(*input, options);
        ContractSink sink;
        const auto summary = importer->read(*input, options, sink);
        require(summary.has_value() || !summary.error().what.isEmpty(), "an error without words");
        require(!summary || sink.records > 0, "a success without a record");
        require(sink.records <= static_cast<qint64>(size), "more records than bytes");
    }
    return 0;
}
