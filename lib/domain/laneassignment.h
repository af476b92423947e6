// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/lane.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <optional>
#include <vector>

namespace SecondStory {

/// The lane of each event of a source, in the order they are stored.
struct LanesOfEvents {
    QList<LaneId> lanes; ///< in order of first use
    std::vector<quint32> rows; ///< what each event has of them

    [[nodiscard]] LaneId at(size_t event) const { return lanes[rows[event]]; }
    /// Appends the lane of the next event. Cost: constant.
    void append(LaneId lane);

private:
    QHash<LaneId, quint32> m_known;
};

/// Which lane each event of a source stands in, as one value: so that moving a million events is
/// one change, and taking it back gives each the lane it had. Compressed; a byte or less for each
/// event.
struct LaneAssignment {
    SourceId id; ///< the source's
    int version = 0; ///< always 0: the lanes themselves are compared
    ReviewId reviewId;
    qint64 events = 0;
    QByteArray packed;
    QList<Lane> made; ///< lanes that are made where they are not there yet; undo leaves them empty

    bool operator==(const LaneAssignment &) const = default;
};

[[nodiscard]] QByteArray packLanes(const LanesOfEvents &lanes);
/// Nothing for bytes that packLanes() did not write.
[[nodiscard]] std::optional<LanesOfEvents> unpackLanes(const QByteArray &packed);

} // namespace SecondStory
