// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/statistics.h"
#include "domain/ids.h"
#include "domain/scales.h"
#include "domain/timepoint.h"

#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace SecondStory::Analysis {

/// A review as the library-wide questions see it.
struct ReviewFact {
    ReviewId id;
    QString title;
    std::optional<TimePoint> when; ///< nothing: undated, and in no period
};

/// A code's names.
struct CodeFact {
    CodeId id;
    QString key;
    QString name;
};

/// One statement that a pressure (or anything coded) was there in a review. Several may say the
/// same.
struct PressureFact {
    ReviewId review;
    CodeId code;
    Phases phases; ///< none: not said
    Polarity polarity = Polarity::Present;
};

enum class PeriodLength : quint8 { Month, Quarter };

/// What is asked of the library.
struct RecurrenceQuery {
    std::optional<TimePoint> from; ///< belongs to it
    std::optional<TimePoint> to; ///< does not
    PeriodLength by = PeriodLength::Quarter;
    std::optional<Polarity> polarity; ///< only statements of this polarity count
    QString zone; ///< whose months they are; empty: UTC

    bool operator==(const RecurrenceQuery &) const = default;
};

/// How often one code recurs. Everything counts reviews, each once.
struct CodeRecurrence {
    CodeId code;
    QString key;
    QString name;
    int k = 0;
    int n = 0;
    double share = 0;
    Interval interval; ///< 95 % Wilson
    int before = 0;
    int during = 0;
    int after = 0;
    int hindered = 0;
    int helped = 0;
    QList<ReviewId> reviews; ///< in the order of the reviews given

    bool operator==(const CodeRecurrence &) const = default;
};

/// How two codes meet in the same reviews. `a` and `b` are indexes into the table's codes, a < b.
struct PairRecurrence {
    int a = 0;
    int b = 0;
    int both = 0;
    int onlyA = 0;
    int onlyB = 0;
    int neither = 0;
    std::optional<double> jaccard;
    std::optional<double> lift;
    std::optional<double> p; ///< Fisher, two-sided; absent with n < 5 or a margin < 2
    std::optional<double> q; ///< Benjamini–Hochberg over all pairs that have a p

    bool operator==(const PairRecurrence &) const = default;
};

/// One month or quarter.
struct PeriodRecurrence {
    TimeSpan span;
    int year = 0;
    int part = 0; ///< month 1..12 or quarter 1..4
    QList<ReviewId> reviews;
    QList<int> counts; ///< reviews with each code, by the table's codes
    std::array<int, 3>
        phases{}; ///< before, during, after: pairs of code and review with that phase
    std::array<QList<ReviewId>, 3> phaseReviews; ///< the reviews these come from

    bool operator==(const PeriodRecurrence &) const = default;
};

/// The answer: what `secondstory-cli pressures` prints and the pressures view shows.
struct RecurrenceTable {
    RecurrenceQuery query;
    int reviews = 0; ///< n: the reviews looked at
    int undated = 0; ///< of them, without a date
    int leftOut = 0; ///< undated reviews a period could not include
    QList<CodeRecurrence> codes; ///< by k, largest first, then by key
    QList<PairRecurrence>
        pairs; ///< pairs that met or could be tested; by `both`, then Jaccard, then keys
    QList<PeriodRecurrence> periods; ///< in time order, empty ones between included

    bool operator==(const RecurrenceTable &) const = default;
    [[nodiscard]] bool isEmpty() const { return codes.isEmpty(); }
};

/// Counts over the library. Statements about unknown reviews are left out; a code that is not in
/// `codes` goes by its id. Cost: linear in the facts, plus pairs of codes within each review.
[[nodiscard]] RecurrenceTable recurrence(const QList<ReviewFact> &reviews,
                                         const QList<CodeFact> &codes,
                                         const QList<PressureFact> &facts,
                                         const RecurrenceQuery &query = {});

/// The reviews of one period that carry the code. Cost: linear in both lists.
[[nodiscard]] QList<ReviewId> reviewsOf(const RecurrenceTable &table, int period, int code);

} // namespace SecondStory::Analysis
