// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

#include <optional>

namespace SecondStory::Analysis {

/// The level of every interval the product shows unless it says otherwise.
inline constexpr double kUsualLevel = 0.95;

/// A closed interval.
struct Interval {
    double low = 0;
    double high = 0;

    bool operator==(const Interval &) const = default;
    [[nodiscard]] bool contains(double value) const { return value >= low && value <= high; }
};

/// The score interval of a share of `k` in `n`, the one we draw.
/// Errors: nothing when n < 1, k is outside 0..n or the level outside 0..1 (exclusive).
/// Source: Wilson 1927; R `prop.test(correct = FALSE)`.
[[nodiscard]] std::optional<Interval> wilsonInterval(int k, int n, double level = kUsualLevel);

/// The exact interval of a share of `k` in `n`: never covers less than the level says.
/// Errors: as `wilsonInterval`.
/// Source: Clopper & Pearson 1934; R `binom.test`.
[[nodiscard]] std::optional<Interval> clopperPearsonInterval(int k, int n,
                                                             double level = kUsualLevel);

/// The exact interval of a rate when `k` things happened during `exposure`.
/// Units: per unit of exposure. Errors: nothing when k < 0 or the exposure is not positive and
/// finite. Source: Garwood 1936; R `poisson.test`.
[[nodiscard]] std::optional<Interval> poissonInterval(int k, double exposure,
                                                      double level = kUsualLevel);

/// The two-sided exact p-value of a two by two table: the sum of all tables with the same margins
/// that are no more probable than this one. A table with an empty margin gives 1. Errors: nothing
/// when a cell is negative or all are zero. Cost: linear in the smallest margin at most. Source: R
/// `fisher.test`, with its relative tolerance of 1e-7.
[[nodiscard]] std::optional<double> fisherExact(int both, int onlyA, int onlyB, int neither);

/// Adjusts p-values for having looked at all of them (false discovery rate), in the order given.
/// Source: Benjamini & Hochberg 1995; R `p.adjust(method = "BH")`.
[[nodiscard]] QList<double> benjaminiHochberg(const QList<double> &pValues);

/// The share of the reviews with either that have both. Errors: nothing when no review has either.
[[nodiscard]] std::optional<double> jaccard(int both, int onlyA, int onlyB);

/// How many times likelier the two meet than if they knew nothing of each other; 1 is no
/// connection. Errors: nothing when one of them never occurs.
[[nodiscard]] std::optional<double> lift(int both, int onlyA, int onlyB, int neither);

struct MedianEstimate {
    double median = 0;
    std::optional<Interval> interval; ///< nothing: too few values for the level (below 6 at 95 %)
    int count = 0; ///< finite values used

    bool operator==(const MedianEstimate &) const = default;
};

/// The median with its exact order-statistic interval [x(l), x(n-l+1)], l = qbinom(alpha/2, n,
/// 1/2). Values that are not finite are left out. Errors: nothing when none is left. Cost: O(n log
/// n).
[[nodiscard]] std::optional<MedianEstimate> medianEstimate(QList<double> values,
                                                           double level = kUsualLevel);

} // namespace SecondStory::Analysis
