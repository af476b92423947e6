// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/eventfact.h"

#include <QHash>

#include <vector>

namespace SecondStory::Analysis {

/// Where one person shows in the evidence: what they took part in, where they are named, and since
/// when they have been in each lane. Small beside the events themselves.
class PersonSigns {
public:
    enum class Kind { Author, Mention };

    /// A sign outside of any lane.
    struct Loose {
        qint64 time = 0;
        qint64 seq = 0;
        auto operator<=>(const Loose &) const = default;
    };

    /// Takes a sign up, in any order.
    void add(Kind kind, const EventFact &event);
    /// To be called once after the last sign. Cost: sorts them.
    void finish();

    /// Cost: logarithmic.
    [[nodiscard]] bool isAuthor(qint64 seq) const;
    [[nodiscard]] bool isNamed(qint64 seq) const;
    /// The first dated sign in each lane.
    [[nodiscard]] const QHash<LaneId, TimePoint> &joined() const { return m_joined; }
    /// Dated signs outside of any lane, by time, each event once.
    [[nodiscard]] const std::vector<Loose> &loose() const { return m_loose; }
    [[nodiscard]] size_t size() const { return m_authored.size() + m_named.size(); }

private:
    std::vector<qint64> m_authored; ///< ascending
    std::vector<qint64> m_named; ///< ascending
    std::vector<Loose> m_loose;
    QHash<LaneId, TimePoint> m_joined;
};

} // namespace SecondStory::Analysis
