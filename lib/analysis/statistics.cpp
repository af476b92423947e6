// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/statistics.h"

// Slow to compile: this is the only file that may include Boost.Math.
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace SecondStory::Analysis {

namespace {

namespace policies = boost::math::policies;

/// No exception leaves a function of ours, and quantiles of discrete distributions are rounded up
/// as R does: Boost's default rounds outwards, which gives 3 for qbinom(0.025, 15, 0.5) instead
/// of 4.
using Policy = policies::policy<policies::domain_error<policies::ignore_error>,
                                policies::overflow_error<policies::ignore_error>,
                                policies::evaluation_error<policies::ignore_error>,
                                policies::pole_error<policies::ignore_error>,
                                policies::discrete_quantile<policies::integer_round_up>>;
using Normal = boost::math::normal_distribution<double, Policy>;
using Beta = boost::math::beta_distribution<double, Policy>;
using ChiSquared = boost::math::chi_squared_distribution<double, Policy>;
using Binomial = boost::math::binomial_distribution<double, Policy>;

bool isLevel(double level)
{
    return level > 0 && level < 1;
}

bool isShare(int k, int n)
{
    return n >= 1 && k >= 0 && k <= n;
}

double upperQuantile(const auto &distribution, double tail)
{
    return boost::math::quantile(boost::math::complement(distribution, tail));
}

} // namespace

std::optional<Interval> wilsonInterval(int k, int n, double level)
{
    if (!isShare(k, n) || !isLevel(level))
        return {};
    const double z = upperQuantile(Normal(), (1 - level) / 2);
    const double count = n;
    const double share = k / count;
    const double spread = z * z / count;
    const double centre = (share + spread / 2) / (1 + spread);
    const double half =
        z / (1 + spread) * std::sqrt(share * (1 - share) / count + spread / (4 * count));
    // At the ends the formula gives the end itself; rounding must not move it by an epsilon.
    return Interval{ k == 0 ? 0.0 : std::max(0.0, centre - half),
                     k == n ? 1.0 : std::min(1.0, centre + half) };
}

std::optional<Interval> clopperPearsonInterval(int k, int n, double level)
{
    if (!isShare(k, n) || !isLevel(level))
        return {};
    const double tail = (1 - level) / 2;
    const double low = k == 0 ? 0.0 : boost::math::quantile(Beta(k, n - k + 1.0), tail);
    const double high = k == n ? 1.0 : upperQuantile(Beta(k + 1.0, n - k), tail);
    return Interval{ low, high };
}

std::optional<Interval> poissonInterval(int k, double exposure, double level)
{
    if (k < 0 || !(exposure > 0) || !std::isfinite(exposure) || !isLevel(level))
        return {};
    const double tail = (1 - level) / 2;
    const double low = k == 0 ? 0.0 : boost::math::quantile(ChiSquared(2.0 * k), tail) / 2;
    const double high = upperQuantile(ChiSquared(2.0 * k + 2), tail) / 2;
    return Interval{ low / exposure, high / exposure };
}

std::optional<double> fisherExact(int both, int onlyA, int onlyB, int neither)
{
    if (std::min({ both, onlyA, onlyB, neither }) < 0)
        return {};
    const double row = double(both) + onlyA;
    const double column = double(both) + onlyB;
    const double n = row + onlyB + neither;
    if (n < 1)
        return {};
    const double first = std::max(0.0, column - (n - row));
    const double last = std::min(row, column);
    const double mode = std::clamp(std::floor((row + 1) * (column + 1) / (n + 2)), first, last);
    // Weights relative to the most probable table, so that they underflow but never overflow.
    const auto next = [&](double x) {
        return (row - x) * (column - x) / ((x + 1) * (n - row - column + x + 1));
    };
    const auto previous = [&](double x) {
        return x * (n - row - column + x) / ((row - x + 1) * (column - x + 1));
    };
    double observed = 1;
    for (double x = mode; x < both; ++x)
        observed *= next(x);
    for (double x = mode; x > both; --x)
        observed *= previous(x);
    const double limit = observed * (1 + 1e-7);
    // What lies further out cannot change the result's digits any more.
    const double negligible = observed * 1e-20;
    double total = 0;
    double extreme = 0;
    const auto add = [&](double weight) {
        total += weight;
        extreme += weight <= limit ? weight : 0;
    };
    double weight = 1;
    for (double x = mode; x <= last && weight >= negligible; weight *= next(x), ++x)
        add(weight);
    weight = mode > first ? previous(mode) : 0;
    for (double x = mode - 1; x >= first && weight >= negligible; weight *= previous(x), --x)
        add(weight);
    return std::min(1.0, extreme / total);
}

QList<double> benjaminiHochberg(const QList<double> &pValues)
{
    const qsizetype count = pValues.size();
    QList<qsizetype> order(count);
    std::iota(order.begin(), order.end(), qsizetype(0));
    std::stable_sort(order.begin(), order.end(),
                     [&](qsizetype a, qsizetype b) { return pValues[a] < pValues[b]; });
    QList<double> result(count);
    double smallest = 1;
    for (qsizetype rank = count; rank > 0; --rank) {
        const qsizetype index = order[rank - 1];
        smallest = std::min(smallest, pValues[index] * double(count) / double(rank));
        result[index] = smallest;
    }
    return result;
}

std::optional<double> jaccard(int both, int onlyA, int onlyB)
{
    const double either = double(both) + onlyA + onlyB;
    if (std::min({ both, onlyA, onlyB }) < 0 || either < 1)
        return {};
    return both / either;
}

std::optional<double> lift(int both, int onlyA, int onlyB, int neither)
{
    const double a = double(both) + onlyA;
    const double b = double(both) + onlyB;
    if (std::min({ both, onlyA, onlyB, neither }) < 0 || a < 1 || b < 1)
        return {};
    return both * (a + onlyB + neither) / (a * b);
}

std::optional<MedianEstimate> medianEstimate(QList<double> values, double level)
{
    values.removeIf([](double value) { return !std::isfinite(value); });
    if (values.isEmpty() || !isLevel(level))
        return {};
    std::sort(values.begin(), values.end());
    const qsizetype n = values.size();
    MedianEstimate estimate;
    estimate.count = static_cast<int>(n);
    // Halved before adding, so that two huge values do not overflow.
    estimate.median = n % 2 ? values[n / 2] : values[n / 2 - 1] / 2 + values[n / 2] / 2;
    const double rank =
        boost::math::quantile(Binomial(static_cast<double>(n), 0.5), (1 - level) / 2);
    const auto l = static_cast<qsizetype>(rank);
    if (l >= 1)
        estimate.interval = Interval{ values[l - 1], values[n - l] };
    return estimate;
}

} // namespace SecondStory::Analysis
