// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/sameproposals.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace SecondStory::Analysis {

namespace {

constexpr int kMostFollowed = 40; ///< a word in more facts than this leads nowhere
constexpr qsizetype kWordsCompared = 60;
constexpr qsizetype kSharedShown = 5;
/// One common word can be chance, unless it is an identifier.
constexpr size_t kLeastShared = 2;
constexpr qsizetype kIdentifierLength = 7;

using WordId = quint32;

struct Compared {
    std::vector<WordId> words; ///< sorted, each once
    double weight = 0;
};

struct Candidate {
    size_t other = 0;
    double likeness = 0;
    std::vector<WordId> shared;
};

bool hasDigit(const QString &word)
{
    return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

bool isIdentifier(const QString &word)
{
    return hasDigit(word) && word.size() >= kIdentifierLength;
}

/// Everything that holds for one set of facts.
class Comparison {
public:
    Comparison(const std::vector<RecordedFact> &facts, const QSet<QPair<EventId, EventId>> &decided,
               const SameProposalLimits &limits)
        : m_facts(facts)
        , m_decided(decided)
        , m_limits(limits)
    {
        readWords();
        weigh();
    }

    std::vector<SameProposal> run()
    {
        std::vector<Candidate> best(m_facts.size());
        for (size_t i = 0; i < m_facts.size(); ++i)
            best[i] = bestFor(i);
        std::vector<SameProposal> proposals;
        for (size_t i = 0; i < m_facts.size(); ++i) {
            const Candidate &candidate = best[i];
            // Each pair once: from its first member when they chose each other, else from the one
            // that chose.
            const bool isMutual = candidate.likeness > 0 && best[candidate.other].likeness > 0
                && best[candidate.other].other == i;
            if (candidate.likeness <= 0 || (isMutual && candidate.other < i))
                continue;
            if (isMutual || !isTaken(best, candidate.other, i))
                proposals.push_back(proposal(i, candidate));
        }
        std::stable_sort(
            proposals.begin(), proposals.end(),
            [](const SameProposal &a, const SameProposal &b) { return a.likeness > b.likeness; });
        if (static_cast<qsizetype>(proposals.size()) > m_limits.most)
            proposals.resize(static_cast<size_t>(m_limits.most));
        return proposals;
    }

private:
    void readWords()
    {
        m_compared.resize(m_facts.size());
        for (size_t i = 0; i < m_facts.size(); ++i) {
            auto &words = m_compared[i].words;
            for (const QString &word : comparedWords(m_facts[i].words)) {
                auto it = m_ids.constFind(word);
                if (it == m_ids.constEnd()) {
                    it = m_ids.insert(word, static_cast<WordId>(m_names.size()));
                    m_names.push_back(word);
                    m_where.emplace_back();
                }
                words.push_back(*it);
            }
            std::sort(words.begin(), words.end());
            words.erase(std::unique(words.begin(), words.end()), words.end());
            for (const WordId word : words)
                m_where[word].push_back(i);
        }
    }

    void weigh()
    {
        const auto total = static_cast<double>(m_facts.size());
        for (size_t i = 0; i < m_where.size(); ++i) {
            const auto count = static_cast<double>(m_where[i].size());
            // The number of a ticket or a host says more than any word as rare.
            const double factor = hasDigit(m_names[i]) ? 2.5 : 1;
            m_weights.push_back(factor * std::log((total + 1) / (count + 0.5)));
        }
        for (Compared &compared : m_compared) {
            for (const WordId word : compared.words)
                compared.weight += m_weights[word];
        }
    }

    Candidate bestFor(size_t i) const
    {
        Candidate best;
        std::vector<size_t> seen;
        for (const WordId word : m_compared[i].words) {
            if (m_where[word].size() > kMostFollowed)
                continue;
            for (const size_t other : m_where[word]) {
                if (mayBeSame(i, other) && std::find(seen.begin(), seen.end(), other) == seen.end())
                    seen.push_back(other);
            }
        }
        for (const size_t other : seen) {
            Candidate candidate = compare(i, other);
            const bool isNearer = candidate.likeness == best.likeness && best.likeness > 0
                && apart(i, other) < apart(i, best.other);
            if (candidate.likeness > best.likeness || isNearer)
                best = std::move(candidate);
        }
        return best;
    }

    [[nodiscard]] qint64 apart(size_t a, size_t b) const
    {
        return std::abs(m_facts[a].start - m_facts[b].start);
    }

    [[nodiscard]] bool mayBeSame(size_t a, size_t b) const
    {
        if (m_facts[a].source == m_facts[b].source || apart(a, b) > m_limits.withinUs)
            return false;
        return !m_decided.contains({ m_facts[a].id, m_facts[b].id })
            && !m_decided.contains({ m_facts[b].id, m_facts[a].id });
    }

    Candidate compare(size_t a, size_t b) const
    {
        Candidate candidate;
        candidate.other = b;
        const auto &first = m_compared[a];
        const auto &second = m_compared[b];
        std::set_intersection(first.words.begin(), first.words.end(), second.words.begin(),
                              second.words.end(), std::back_inserter(candidate.shared));
        double shared = 0;
        bool hasIdentifier = false;
        for (const WordId word : candidate.shared) {
            shared += m_weights[word];
            hasIdentifier = hasIdentifier || isIdentifier(m_names[word]);
        }
        // Measured against the shorter text: a report's paragraph quotes a line of chat whole.
        const double weight = std::min(first.weight, second.weight);
        const bool isEnough = candidate.shared.size() >= kLeastShared || hasIdentifier;
        const double likeness = weight > 0 && isEnough ? shared / weight : 0;
        candidate.likeness = likeness >= m_limits.leastLikeness ? likeness : 0;
        return candidate;
    }

    /// True when `fact` found something more like it than `asking`.
    [[nodiscard]] static bool isTaken(const std::vector<Candidate> &best, size_t fact,
                                      size_t asking)
    {
        return best[fact].likeness > best[asking].likeness;
    }

    SameProposal proposal(size_t i, const Candidate &candidate) const
    {
        const bool isFirst = m_facts[i].start <= m_facts[candidate.other].start;
        SameProposal result;
        result.first = m_facts[isFirst ? i : candidate.other].id;
        result.second = m_facts[isFirst ? candidate.other : i].id;
        result.likeness = candidate.likeness;
        result.apartUs = apart(i, candidate.other);
        std::vector<WordId> shared = candidate.shared;
        std::stable_sort(shared.begin(), shared.end(),
                         [this](WordId a, WordId b) { return m_weights[a] > m_weights[b]; });
        for (const WordId word : shared) {
            if (result.shared.size() < kSharedShown)
                result.shared << m_names[word];
        }
        return result;
    }

    const std::vector<RecordedFact> &m_facts;
    const QSet<QPair<EventId, EventId>> &m_decided;
    SameProposalLimits m_limits;
    QHash<QString, WordId> m_ids;
    std::vector<QString> m_names;
    std::vector<std::vector<size_t>> m_where;
    std::vector<double> m_weights;
    std::vector<Compared> m_compared;
};

} // namespace

QStringList comparedWords(QStringView text)
{
    QStringList words;
    qsizetype from = -1;
    const auto isPart = [&](qsizetype i) {
        const QChar c = text[i];
        if (c.isLetterOrNumber() || c == u'_')
            return true;
        // "binder-hub", "10.0.3.7", "v1.2": joined inside, not at the edges.
        const bool isJoint = c == u'-' || c == u'.';
        return isJoint && i > 0 && i + 1 < text.size() && text[i - 1].isLetterOrNumber()
            && text[i + 1].isLetterOrNumber();
    };
    for (qsizetype i = 0; i <= text.size() && words.size() < kWordsCompared; ++i) {
        if (i < text.size() && isPart(i)) {
            if (from < 0)
                from = i;
        } else if (from >= 0) {
            if (i - from > 1)
                words << text.mid(from, i - from).toString().toLower();
            from = -1;
        }
    }
    return words;
}

std::vector<SameProposal> proposeSame(std::vector<RecordedFact> facts,
                                      const QSet<QPair<EventId, EventId>> &decided,
                                      const SameProposalLimits &limits)
{
    std::stable_sort(facts.begin(), facts.end(), [](const RecordedFact &a, const RecordedFact &b) {
        return a.start < b.start;
    });
    return Comparison(facts, decided, limits).run();
}

} // namespace SecondStory::Analysis
