// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/knownat.h"

#include <algorithm>

namespace SecondStory::Analysis {

namespace {

/// True when `a` is knowledge before `b`; equally early, the firmer basis goes first.
bool isBefore(const Known &a, const Known &b)
{
    if (a.since && b.since && *a.since != *b.since)
        return *a.since < *b.since;
    if (a.since.has_value() != b.since.has_value())
        return a.since.has_value();
    return a.basis < b.basis;
}

bool isLoose(const std::vector<PersonSigns::Loose> &loose, const EventFact &event)
{
    return std::binary_search(loose.begin(), loose.end(),
                              PersonSigns::Loose{ event.start->us, event.seq });
}

} // namespace

void Viewpoint::add(PersonId person, std::shared_ptr<const PersonSigns> signs,
                    const KnownStatements &stated)
{
    for (auto it = signs->joined().cbegin(); it != signs->joined().cend(); ++it) {
        const auto known = m_joined.find(it.key());
        if (known == m_joined.end())
            m_joined.insert(it.key(), it.value());
        else
            *known = std::min(*known, it.value());
    }
    const auto middle = static_cast<std::ptrdiff_t>(m_loose.size());
    m_loose.insert(m_loose.end(), signs->loose().begin(), signs->loose().end());
    std::inplace_merge(m_loose.begin(), m_loose.begin() + middle, m_loose.end());
    m_loose.erase(std::unique(m_loose.begin(), m_loose.end()), m_loose.end());
    m_stated.insert(stated);
    m_people.push_back({ person, std::move(signs), stated });
}

Known Viewpoint::knownTo(const Member &member, const EventFact &event)
{
    if (const auto it = member.stated.constFind(event.seq); it != member.stated.cend())
        return { KnownBasis::Stated, it->since, member.id };
    if (!event.start)
        return { KnownBasis::Unknown, {}, member.id };
    if (member.signs->isAuthor(event.seq))
        return { KnownBasis::Author, event.start, member.id };
    if (member.signs->isNamed(event.seq))
        return { KnownBasis::Mentioned, event.start, member.id };
    const auto joined = member.signs->joined().constFind(event.lane);
    if (!event.lane.isNull() && joined != member.signs->joined().cend())
        return { KnownBasis::Channel, std::max(*event.start, *joined), member.id };
    return { KnownBasis::Unknown, {}, member.id };
}

Known Viewpoint::known(const EventFact &event) const
{
    std::optional<Known> first;
    for (const Member &member : m_people) {
        const Known known = knownTo(member, event);
        if (!first || isBefore(known, *first))
            first = known;
    }
    return first.value_or(Known{});
}

std::optional<TimePoint> Viewpoint::derivedSince(const EventFact &event) const
{
    if (!event.start)
        return {};
    if (event.lane.isNull())
        return isLoose(m_loose, event) ? event.start : std::nullopt;
    const auto joined = m_joined.constFind(event.lane);
    if (joined == m_joined.cend())
        return {};
    return std::max(*event.start, *joined);
}

std::optional<TimePoint> Viewpoint::since(const EventFact &event) const
{
    return m_stated.contains(event.seq) ? known(event).since : derivedSince(event);
}

Sight sightAt(const Viewpoint &eyes, const Viewpoint &cast, const EventFact &event, TimePoint at)
{
    if (const auto since = eyes.since(event))
        return *since <= at ? Sight::Known : Sight::NotYet;
    const bool isLater = event.start && *event.start > at;
    if (isLater || eyes.stated().contains(event.seq) || cast.since(event))
        return Sight::NotYet;
    return Sight::Unsaid;
}

} // namespace SecondStory::Analysis
