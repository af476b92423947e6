// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/timeline/trackveil.h"

namespace SecondStory::Ui {

class TimelineCurtain;

/// The events whose knowledge does not follow from their lane: what the analyst states of one, and
/// what somebody said outside of any lane. Inside a band of density they are found one by one.
class CurtainExceptions {
public:
    explicit CurtainExceptions(const TimelineCurtain &curtain);

    /// To be called when the events, the filter or whose eyes it is have changed.
    void forget() { m_isKnown = false; }
    /// What is to be said beside the stretches of the lanes at the curtain's time. Cost: that of
    /// the statements; the first time after forget() also of the signs outside of lanes.
    [[nodiscard]] std::vector<Figures::TrackVeil::Exceptions> at(float share);

private:
    struct Stated {
        int row = 0;
        qint64 start = 0; ///< where it is drawn
        std::optional<TimePoint> since;
    };
    void take();
    void takeStated();
    void takeLoose();

    const TimelineCurtain &m_curtain;
    std::vector<Stated> m_stated; ///< by start
    std::shared_ptr<const std::vector<qint64>> m_loose;
    int m_looseRow = -1;
    bool m_isKnown = false;
};

} // namespace SecondStory::Ui
