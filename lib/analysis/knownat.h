// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/personsigns.h"
#include "domain/enumnames.h"

#include <memory>

namespace SecondStory::Analysis {

/// What says that somebody could know of an event; the first that holds counts.
enum class KnownBasis : quint8 {
    Stated, ///< the analyst says so
    Author, ///< they took part in it
    Mentioned, ///< their name or handle stands in it
    Channel, ///< it is in a lane in which they had shown by then, or did later
    Unknown, ///< nothing says so
};

} // namespace SecondStory::Analysis

namespace SecondStory {

template <>
struct EnumNames<Analysis::KnownBasis> {
    static constexpr std::array entries{
        std::pair{ Analysis::KnownBasis::Stated, u"stated" },
        std::pair{ Analysis::KnownBasis::Author, u"author" },
        std::pair{ Analysis::KnownBasis::Mentioned, u"mentioned" },
        std::pair{ Analysis::KnownBasis::Channel, u"channel" },
        std::pair{ Analysis::KnownBasis::Unknown, u"unknown" },
    };
};

} // namespace SecondStory

namespace SecondStory::Analysis {

/// Since when an event was known to somebody, and what says so.
struct Known {
    KnownBasis basis = KnownBasis::Unknown;
    std::optional<TimePoint> since; ///< none: not during the incident (stated), or unknown
    PersonId person; ///< who knew it first, of several

    bool operator==(const Known &) const = default;
};

/// What the analyst states of an event and a person.
struct KnownStatement {
    EventFact event;
    std::optional<TimePoint> since; ///< none: not during the incident
};
using KnownStatements = QHash<qint64, KnownStatement>; ///< by the event's number

/// One person's knowledge, or that of several who see together: what one of them knows counts.
class Viewpoint {
public:
    void add(PersonId person, std::shared_ptr<const PersonSigns> signs,
             const KnownStatements &stated);
    [[nodiscard]] bool isEmpty() const { return m_people.empty(); }

    /// The earliest knowledge among the people. A derived one never lies before the event; a stated
    /// one may. Cost: linear in the people, logarithmic in their signs.
    [[nodiscard]] Known known(const EventFact &event) const;
    /// known().since alone. Cost: constant, but for events with a statement.
    [[nodiscard]] std::optional<TimePoint> since(const EventFact &event) const;
    /// What since() would be without any statement.
    [[nodiscard]] std::optional<TimePoint> derivedSince(const EventFact &event) const;

    /// The events with a statement about one of the people.
    [[nodiscard]] const KnownStatements &stated() const { return m_stated; }
    /// Since when one of the people has been in each lane.
    [[nodiscard]] const QHash<LaneId, TimePoint> &joined() const { return m_joined; }
    /// Signs outside of any lane, by time, each event once.
    [[nodiscard]] const std::vector<PersonSigns::Loose> &loose() const { return m_loose; }

private:
    struct Member {
        PersonId id;
        std::shared_ptr<const PersonSigns> signs;
        KnownStatements stated;
    };
    [[nodiscard]] static Known knownTo(const Member &member, const EventFact &event);

    std::vector<Member> m_people;
    KnownStatements m_stated;
    QHash<LaneId, TimePoint> m_joined;
    std::vector<PersonSigns::Loose> m_loose;
};

/// How an event looks from behind the curtain.
enum class Sight : quint8 {
    Known,
    NotYet, ///< later, or known to others only, or stated as not known
    Unsaid, ///< it had happened, and nothing says that anybody of the cast knew: never guessed
};

/// What `eyes` could see of an event at a time; `cast` is everybody. An event once known stays
/// known.
[[nodiscard]] Sight sightAt(const Viewpoint &eyes, const Viewpoint &cast, const EventFact &event,
                            TimePoint at);

} // namespace SecondStory::Analysis
