// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/samefinder.h"

#include "store/eventrepository.h"
#include "store/library.h"
#include "store/reviewrepository.h"

#include <cmath>

namespace SecondStory::Services {

namespace {

/// Above this many the likeness of texts is no longer something a person would go through.
constexpr size_t kMostFacts = 200'000;

bool isCompared(EventKind kind)
{
    return kind != EventKind::Log && kind != EventKind::Metric;
}

Result<std::vector<Analysis::RecordedFact>> readFacts(Store::Library &library, ReviewId review)
{
    std::vector<Analysis::RecordedFact> facts;
    const auto visited = library.events().visit({ .review = review }, [&facts](const Event &event) {
        const auto start = event.effectiveStart();
        if (start && isCompared(event.kind))
            facts.push_back(
                { event.id, event.sourceId, start->us, QString(event.title + u' ' + event.text) });
        return facts.size() < kMostFacts;
    });
    if (!visited)
        return failure(visited.error());
    return facts;
}

/// Makes pairs of ids into pairs of events; those that are gone are left out.
class PairReader {
public:
    Result<void> read(Store::Library &library, const QList<EventId> &ids)
    {
        const auto events = library.events().byId(ids);
        if (!events)
            return failure(events.error());
        for (const Event &event : *events)
            m_events.insert(event.id, event);
        return {};
    }
    [[nodiscard]] std::optional<SamePair> pair(EventId first, EventId second) const
    {
        if (!m_events.contains(first) || !m_events.contains(second))
            return {};
        SamePair pair;
        pair.first = m_events.value(first);
        pair.second = m_events.value(second);
        return pair;
    }

private:
    QHash<EventId, Event> m_events;
};

bool isSeen(const ReviewContents &contents, const Event &event)
{
    const auto *source = findRecord<EvidenceSource>(contents, event.sourceId);
    return !source || !source->removed;
}

} // namespace

qint64 SamePair::apartUs() const
{
    const auto a = first.effectiveStart();
    const auto b = second.effectiveStart();
    return a && b ? std::abs(a->us - b->us) : 0;
}

Result<QList<SamePair>> findSamePairs(Store::Library &library, ReviewId review)
{
    const auto contents = library.reviews().load(review);
    if (!contents)
        return failure(contents.error());
    auto facts = readFacts(library, review);
    if (!facts)
        return failure(facts.error());
    QSet<QPair<EventId, EventId>> decided;
    QList<EventId> ids;
    for (const SameAs &same : contents->sameAs) {
        decided << QPair(same.first, same.second);
        ids << same.first << same.second;
    }
    const auto proposals = Analysis::proposeSame(std::move(*facts), decided);
    for (const Analysis::SameProposal &proposal : proposals)
        ids << proposal.first << proposal.second;
    PairReader reader;
    if (auto done = reader.read(library, ids); !done)
        return failure(done.error());
    QList<SamePair> pairs;
    for (const SameAs &same : contents->sameAs) {
        auto pair = reader.pair(same.first, same.second);
        if (!pair || !isSeen(*contents, pair->first) || !isSeen(*contents, pair->second))
            continue;
        pair->said = same;
        pairs << *pair;
    }
    for (const Analysis::SameProposal &proposal : proposals) {
        auto pair = reader.pair(proposal.first, proposal.second);
        if (!pair)
            continue;
        pair->likeness = proposal.likeness;
        pair->shared = proposal.shared;
        pairs << *pair;
    }
    return pairs;
}

} // namespace SecondStory::Services
