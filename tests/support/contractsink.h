// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/importer.h"
#include "importing/limits.h"

#include <QSet>
#include <QString>

#include <algorithm>

namespace SecondStory::Importing {

/// Holds every record to what the contract promises, and counts instead of keeping.
class ContractSink : public ImportSink {
public:
    [[nodiscard]] Result<void> event(ParsedEvent event) override
    {
        require(!event.title.isEmpty(), "a title is empty");
        require(event.title.size() <= Limits::kTitleCharacters, "a title is too long");
        require(!event.title.contains(u'\n'), "a title has two lines");
        require(event.time.isDated() == (event.time.basis != TimeBasis::None),
                "a basis without a time, or a time without a basis");
        require(!event.time.start || isInCalendar(*event.time.start), "a start out of range");
        require(!event.time.end || isInCalendar(*event.time.end), "an end out of range");
        require(!event.time.end || (event.time.start && *event.time.end >= *event.time.start),
                "an end without a start or before it");
        for (const ParsedActor &actor : event.actors)
            require(!actor.name.isEmpty(), "an actor has no name");
        takePlace(event.place);
        return {};
    }
    [[nodiscard]] Result<void> series(ParsedSeries series) override
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
    [[nodiscard]] bool isCancelled() const override { return false; }

    /// Holds an answer to the contract, too: `bytes` is the size of what was read.
    void close(const Result<ReadSummary> &summary, qint64 bytes)
    {
        require(summary.has_value() || !summary.error().what.isEmpty(), "an error without words");
        require(!summary || taken > 0, "a success without a record");
        // A calendar's rule stands for many dates, up to a limit of its own.
        constexpr qint64 kRecurrences = 10'000;
        require(records <= std::max(bytes, kRecurrences), "more records than bytes");
    }

    QString fault; ///< the first broken promise; empty: none
    qint64 records = 0;
    qint64 taken = 0;

private:
    static bool isInCalendar(TimePoint time)
    {
        return time >= kEarliestTime && time <= kLatestTime;
    }
    void require(bool holds, const char *what)
    {
        if (!holds && fault.isEmpty())
            fault = QString::fromUtf8(what);
    }
    void takePlace(const QString &place)
    {
        require(!place.isEmpty(), "a record has no place");
        if (m_places.contains(place) && fault.isEmpty())
            fault = QString(QStringLiteral("two records have one place: ") + place);
        m_places.insert(place);
        ++records;
        ++taken;
    }

    QSet<QString> m_places;
};

/// All that a format may lack.
[[nodiscard]] inline ImportOptions everythingGiven()
{
    ImportOptions options;
    options.fallbackZone = QStringLiteral("UTC");
    options.date = CivilTime{ 2018, 2, 20 };
    options.start = TimePoint::fromSeconds(1'519'130'000);
    return options;
}

} // namespace SecondStory::Importing
