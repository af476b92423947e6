// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/eventfact.h"
#include "domain/eventkind.h"
#include "domain/eventtable.h"
#include "domain/keyset.h"
#include "domain/result.h"

#include <functional>

namespace SecondStory::Store {

/// Which events of a review; an empty member does not filter.
struct EventQuery {
    ReviewId review;
    std::optional<TimePoint> from;
    std::optional<TimePoint> to; ///< half open
    std::optional<EventKind> kind;
    LaneId lane;
    PersonId actor;
    SourceId source;
    CodeId code;
    bool onlyUndated = false;
    bool onlyStarred = false;
    bool withRemovedSources = false; ///< events of removed sources as well
};

/// What decides which lane an event goes to.
struct LaneFacts {
    LaneId lane; ///< where it stands now
    EventKind kind = EventKind::Other;
    PersonId actor; ///< the first; null when nobody is named
    QString channel;
};

class EventRepository {
public:
    virtual ~EventRepository() = default;
    /// The small rows of a review's events, those of removed sources left out.
    /// Cost: linear; about 0.5 s of CPU for a million.
    [[nodiscard]] virtual Result<EventTable> table(ReviewId review) = 0;
    /// Whole events by their store numbers, in the order asked; unknown numbers are left out.
    [[nodiscard]] virtual Result<QList<Event>> bySeq(const QList<qint64> &seqs) = 0;
    /// Whole events by id; unknown ids are left out.
    [[nodiscard]] virtual Result<QList<Event>> byId(const QList<EventId> &ids) = 0;
    /// The store's number of an event. Errors: NotFound.
    [[nodiscard]] virtual Result<qint64> seqOf(EventId id) = 0;
    /// Visits events in time order, undated last, until `visit` returns false.
    [[nodiscard]] virtual Result<void> visit(const EventQuery &query,
                                             const std::function<bool(const Event &)> &visit) = 0;
    /// As visit(), with the store's number of each event.
    [[nodiscard]] virtual Result<void>
    visitNumbered(const EventQuery &query,
                  const std::function<bool(const Event &, qint64 seq)> &visit) = 0;
    /// Visits the events somebody took part in, with who, until `visit` returns false.
    [[nodiscard]] virtual Result<void>
    visitActors(ReviewId review,
                const std::function<bool(const EventFact &, const QList<PersonId> &)> &visit) = 0;
    /// Visits the events in which all the words stand somewhere, with title and text as recorded,
    /// until `visit` returns false. Nothing is visited for a text without words.
    [[nodiscard]] virtual Result<void> visitWords(
        ReviewId review, const QString &words,
        const std::function<bool(const EventFact &, const QString &title, const QString &text)>
            &visit) = 0;
    /// Visits the events of a source in the order they are stored, until `visit` returns false.
    [[nodiscard]] virtual Result<void>
    visitLanes(SourceId source, const std::function<bool(const LaneFacts &)> &visit) = 0;
    /// The lane in which the first event of each channel stands that the evidence of a review names:
    /// it is found there though somebody renamed the lane. Cost: some rows for each channel.
    [[nodiscard]] virtual Result<QHash<QString, LaneId>> lanesOfChannels(ReviewId review) = 0;
    /// The natural keys of a review's events from sources not removed, for telling duplicates.
    [[nodiscard]] virtual Result<KeySet> naturalKeys(ReviewId review,
                                                     const QString &importerId) = 0;
};

} // namespace SecondStory::Store
