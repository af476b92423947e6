// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/event.h"
#include "domain/eventtable.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace SecondStory::Analysis {

/// The events of a review by their sources, or by the people in them, in the shape of lanes: so
/// that silences are found in them as in lanes.
/// Memory: two bytes an event, and eight for each person in one.
class SilenceGroups {
public:
    /// `people`: those whose silences are looked for; others in an event do not count.
    SilenceGroups(qsizetype events, const QSet<PersonId> &people);

    /// The next event, in the order of seqs.
    void take(const Event &event, qint64 seq);
    /// The dated rows of `table` under their sources; own events under a null id.
    [[nodiscard]] EventTable bySource(const EventTable &table) const;
    /// The dated rows of `table` under the people in them, once under each; those with nobody under
    /// a null id.
    [[nodiscard]] EventTable byPerson(const EventTable &table) const;
    [[nodiscard]] qsizetype sourceCount() const { return m_sources.size(); }

private:
    struct InEvent {
        quint32 event; ///< a place in m_seqs
        quint16 person;
    };
    [[nodiscard]] size_t placeOf(qint64 seq) const;

    QSet<PersonId> m_known;
    std::vector<qint64> m_seqs;
    std::vector<quint16> m_sourceOf;
    std::vector<InEvent> m_inEvents;
    QHash<SourceId, quint16> m_sources;
    QHash<PersonId, quint16> m_people;
};

} // namespace SecondStory::Analysis
