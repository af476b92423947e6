// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/recurrence.h"

#include "analysis/periods.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <limits>
#include <numeric>
#include <vector>

namespace SecondStory::Analysis {

namespace {

/// Below these a p-value says nothing that the counts do not say better.
constexpr int kFewestReviews = 5;
constexpr int kSmallestMargin = 2;

/// What all statements about one code in one review add up to.
struct Cell {
    int code = 0;
    Phases phases;
    bool isHindered = false;
    bool isHelped = false;
};

struct Selection {
    QList<ReviewFact> reviews;
    QHash<ReviewId, int> index;
    int undated = 0;
    int leftOut = 0;
};

Selection select(const QList<ReviewFact> &reviews, const RecurrenceQuery &query)
{
    Selection selection;
    for (const ReviewFact &review : reviews) {
        if (selection.index.contains(review.id))
            continue;
        const bool isBounded = query.from || query.to;
        if (isBounded && !review.when) {
            ++selection.leftOut;
            continue;
        }
        if ((query.from && *review.when < *query.from) || (query.to && *review.when >= *query.to))
            continue;
        selection.index.insert(review.id, static_cast<int>(selection.reviews.size()));
        selection.reviews.append(review);
        selection.undated += review.when ? 0 : 1;
    }
    return selection;
}

/// The statements, gathered by review and then by code; numbers the codes as they turn up.
class Gathering {
public:
    Gathering(const Selection &selection, const QList<PressureFact> &facts,
              const RecurrenceQuery &query)
        : m_cells(static_cast<size_t>(selection.reviews.size()))
    {
        std::vector<std::vector<const PressureFact *>> byReview(m_cells.size());
        for (const PressureFact &fact : facts) {
            const auto review = selection.index.constFind(fact.review);
            if (review != selection.index.constEnd()
                && (!query.polarity || fact.polarity == *query.polarity))
                byReview[static_cast<size_t>(*review)].push_back(&fact);
        }
        for (size_t review = 0; review < byReview.size(); ++review) {
            for (const PressureFact *fact : byReview[review])
                add(static_cast<int>(review), *fact);
        }
    }

    [[nodiscard]] const std::vector<Cell> &cells(qsizetype review) const
    {
        return m_cells[static_cast<size_t>(review)];
    }
    [[nodiscard]] const QList<CodeId> &codes() const { return m_codes; }

    /// Renumbers the codes: `newNumbers[old] = new`.
    void renumber(const QList<int> &newNumbers)
    {
        for (auto &cells : m_cells) {
            for (Cell &cell : cells)
                cell.code = newNumbers[cell.code];
        }
    }

private:
    /// Reviews come one after the other: each code remembers its cell in the last one it was in.
    struct LastCell {
        int review = -1;
        size_t place = 0;
    };

    void add(int review, const PressureFact &fact)
    {
        auto &cells = m_cells[static_cast<size_t>(review)];
        const int code = numberOf(fact.code);
        LastCell &last = m_last[static_cast<size_t>(code)];
        if (last.review != review) {
            last = { review, cells.size() };
            cells.push_back({ code, {}, false, false });
        }
        Cell &cell = cells[last.place];
        cell.phases |= fact.phases;
        cell.isHindered = cell.isHindered || fact.polarity == Polarity::Hindered;
        cell.isHelped = cell.isHelped || fact.polarity == Polarity::Helped;
    }

    int numberOf(CodeId code)
    {
        const auto known = m_numbers.constFind(code);
        if (known != m_numbers.constEnd())
            return *known;
        const auto number = static_cast<int>(m_codes.size());
        m_numbers.insert(code, number);
        m_codes.append(code);
        m_last.emplace_back();
        return number;
    }

    std::vector<std::vector<Cell>> m_cells;
    std::vector<LastCell> m_last; ///< by code
    QHash<CodeId, int> m_numbers;
    QList<CodeId> m_codes;
};

void countReview(ReviewId review, const std::vector<Cell> &cells, QList<CodeRecurrence> &codes)
{
    for (const Cell &cell : cells) {
        CodeRecurrence &code = codes[cell.code];
        ++code.k;
        code.before += cell.phases.testFlag(Phase::Before) ? 1 : 0;
        code.during += cell.phases.testFlag(Phase::During) ? 1 : 0;
        code.after += cell.phases.testFlag(Phase::After) ? 1 : 0;
        code.hindered += cell.isHindered ? 1 : 0;
        code.helped += cell.isHelped ? 1 : 0;
        code.reviews.append(review);
    }
}

QList<CodeRecurrence> countCodes(const Selection &selection, const QList<CodeFact> &names,
                                 Gathering &gathering)
{
    QHash<CodeId, const CodeFact *> byId;
    for (const CodeFact &name : names)
        byId.insert(name.id, &name);
    QList<CodeRecurrence> codes;
    for (const CodeId id : gathering.codes()) {
        CodeRecurrence code;
        code.code = id;
        const CodeFact *name = byId.value(id);
        code.key = name ? name->key : id.toString();
        code.name = name ? name->name : QString();
        code.n = static_cast<int>(selection.reviews.size());
        codes.append(code);
    }
    for (qsizetype i = 0; i < selection.reviews.size(); ++i)
        countReview(selection.reviews[i].id, gathering.cells(i), codes);
    for (CodeRecurrence &code : codes) {
        code.share = double(code.k) / code.n;
        code.interval = wilsonInterval(code.k, code.n).value_or(Interval{ 0, 1 });
    }
    QList<int> order(codes.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](int a, int b) {
        if (codes[a].k != codes[b].k)
            return codes[a].k > codes[b].k;
        return std::tie(codes[a].key, codes[a].code.value)
            < std::tie(codes[b].key, codes[b].code.value);
    });
    QList<CodeRecurrence> sorted;
    QList<int> newNumbers(codes.size());
    for (qsizetype i = 0; i < order.size(); ++i) {
        newNumbers[order[i]] = static_cast<int>(i);
        sorted.append(std::move(codes[order[i]]));
    }
    gathering.renumber(newNumbers);
    return sorted;
}

PairRecurrence pairOf(const QList<CodeRecurrence> &codes, int a, int b, int both, int reviews)
{
    PairRecurrence pair;
    pair.a = a;
    pair.b = b;
    pair.both = both;
    pair.onlyA = codes[a].k - both;
    pair.onlyB = codes[b].k - both;
    pair.neither = reviews - both - pair.onlyA - pair.onlyB;
    pair.jaccard = jaccard(both, pair.onlyA, pair.onlyB);
    pair.lift = lift(both, pair.onlyA, pair.onlyB, pair.neither);
    const int smallest =
        std::min({ codes[a].k, codes[b].k, reviews - codes[a].k, reviews - codes[b].k });
    if (reviews >= kFewestReviews && smallest >= kSmallestMargin)
        pair.p = fisherExact(both, pair.onlyA, pair.onlyB, pair.neither);
    return pair;
}

void adjust(QList<PairRecurrence> &pairs)
{
    QList<double> pValues;
    for (const PairRecurrence &pair : std::as_const(pairs)) {
        if (pair.p)
            pValues.append(*pair.p);
    }
    const QList<double> qValues = benjaminiHochberg(pValues);
    qsizetype next = 0;
    for (PairRecurrence &pair : pairs) {
        if (pair.p)
            pair.q = qValues[next++];
    }
}

QList<PairRecurrence> countPairs(const QList<CodeRecurrence> &codes, const Gathering &gathering,
                                 int reviews)
{
    const auto count = static_cast<size_t>(codes.size());
    std::vector<int> together(count * count);
    for (int review = 0; review < reviews; ++review) {
        const auto &cells = gathering.cells(review);
        for (const Cell &one : cells) {
            for (const Cell &other : cells)
                ++together[static_cast<size_t>(one.code) * count + static_cast<size_t>(other.code)];
        }
    }
    QList<PairRecurrence> pairs;
    for (int a = 0; a < codes.size(); ++a) {
        for (int b = a + 1; b < codes.size(); ++b) {
            const int both = together[static_cast<size_t>(a) * count + static_cast<size_t>(b)];
            const PairRecurrence pair = pairOf(codes, a, b, both, reviews);
            if (pair.both > 0 || pair.p)
                pairs.append(pair);
        }
    }
    adjust(pairs);
    // Codes are sorted by k and key, so that the stable sort leaves ties in that order.
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const PairRecurrence &x, const PairRecurrence &y) {
                         return std::pair(x.both, x.jaccard) > std::pair(y.both, y.jaccard);
                     });
    return pairs;
}

QList<PeriodRecurrence> countPeriods(const Selection &selection, const Gathering &gathering,
                                     qsizetype codeCount, const RecurrenceQuery &query)
{
    Calendar calendar(query.by, query.zone);
    QList<int> numbers;
    for (const ReviewFact &review : selection.reviews)
        numbers.append(review.when ? calendar.numberOf(*review.when)
                                   : std::numeric_limits<int>::min());
    QHash<int, qsizetype> places;
    QList<PeriodRecurrence> periods;
    for (const int number : calendar.cover(numbers)) {
        places.insert(number, periods.size());
        periods.append(calendar.period(number));
        periods.last().counts.fill(0, codeCount);
    }
    for (qsizetype i = 0; i < selection.reviews.size(); ++i) {
        if (!selection.reviews[i].when)
            continue;
        PeriodRecurrence &period = periods[places.value(numbers[i])];
        const ReviewId review = selection.reviews[i].id;
        period.reviews.append(review);
        Phases seen;
        for (const Cell &cell : gathering.cells(i)) {
            ++period.counts[cell.code];
            seen |= cell.phases;
            for (size_t phase = 0; phase < 3; ++phase)
                period.phases[phase] += cell.phases.testFlag(Phase(1 << phase)) ? 1 : 0;
        }
        for (size_t phase = 0; phase < 3; ++phase) {
            if (seen.testFlag(Phase(1 << phase)))
                period.phaseReviews[phase].append(review);
        }
    }
    return periods;
}

} // namespace

RecurrenceTable recurrence(const QList<ReviewFact> &reviews, const QList<CodeFact> &codes,
                           const QList<PressureFact> &facts, const RecurrenceQuery &query)
{
    const Selection selection = select(reviews, query);
    Gathering gathering(selection, facts, query);
    RecurrenceTable table;
    table.query = query;
    table.reviews = static_cast<int>(selection.reviews.size());
    table.undated = selection.undated;
    table.leftOut = selection.leftOut;
    table.codes = countCodes(selection, codes, gathering);
    table.pairs = countPairs(table.codes, gathering, table.reviews);
    table.periods = countPeriods(selection, gathering, table.codes.size(), query);
    return table;
}

QList<ReviewId> reviewsOf(const RecurrenceTable &table, int period, int code)
{
    const QList<ReviewId> &carriers = table.codes[code].reviews;
    const QSet<ReviewId> wanted(carriers.begin(), carriers.end());
    QList<ReviewId> result;
    for (const ReviewId review : table.periods[period].reviews) {
        if (wanted.contains(review))
            result.append(review);
    }
    return result;
}

} // namespace SecondStory::Analysis
