// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/reviewcontents.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace SecondStory {
struct EventTable;
}

namespace SecondStory::Reporting {

/// In how many of the library's reviews a code was used.
struct SeenIn {
    int k = 0; ///< reviews with the code, this one included
    int n = 0; ///< reviews looked at

    bool operator==(const SeenIn &) const = default;
};

/// Everything a report is made of, as values. Confidential interviews are no part of
/// ReviewContents.
struct ReportInput {
    ReviewContents contents;
    QList<Event> events; ///< those cited anywhere, and those for the timeline table; any order
    qint64 datedTotal =
        0; ///< dated events of the review, listed or not; less than listed: as many as listed
    qint64 undatedTotal = 0; ///< the same for undated ones
    QList<Code> codes;
    QHash<CodeId, SeenIn> seenElsewhere;
};

enum class ReportFormat : quint8 { Pdf, Html, Markdown };
enum class Paper : quint8 { A4, Letter };
/// What stands for people. Pseudonyms: names and handles are also replaced inside texts.
enum class NamesPolicy : quint8 { Pseudonyms, Names };

struct ReportOptions {
    ReportFormat format = ReportFormat::Pdf;
    bool includeTimelineTable = true;
    Paper paper = Paper::A4;
    QString language = QStringLiteral("en"); ///< BCP 47, of the words we write
    NamesPolicy names = NamesPolicy::Pseudonyms;
    int timelineRows = 1000; ///< at most this many rows in the timeline table

    bool operator==(const ReportOptions &) const = default;
};

/// Every event that the review's own words rest on: links in sections, evidence, moments.
[[nodiscard]] QSet<EventId> citedEvents(const ReviewContents &contents);

/// Which rows of the event table a report lists.
struct EventSelection {
    QList<qint64> seqs; ///< at most the cap, plus the cited ones
    qint64 datedTotal = 0;
    qint64 undatedTotal = 0;
};

/// Chooses the events a report lists: the cited ones, then starred, decisions and milestones, the
/// analyst's own, then the rest in time order until `cap` is reached. Cost: linear.
[[nodiscard]] EventSelection selectEvents(const EventTable &table, const QSet<qint64> &cited,
                                          qsizetype cap);

} // namespace SecondStory::Reporting
