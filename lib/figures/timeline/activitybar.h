// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"
#include "domain/timepoint.h"

#include <QList>
#include <QString>

namespace SecondStory::Figures {

/// An activity as it is drawn: one bar in the place of its events, or a bracket over them.
struct ActivityBar {
    ActivityId id;
    LaneId lane; ///< null: with the events of no lane
    TimePoint start; ///< of its first event
    TimePoint end; ///< of its last event
    QString title;
    int count = 0; ///< how many events it stands for
    bool isExpanded = false; ///< its events are drawn, under a bracket

    bool operator==(const ActivityBar &) const = default;
};

/// An activity as a still picture needs it: its bar while collapsed, a bracket below its events
/// while not.
struct FigureActivity {
    ActivityBar bar;
    QList<qint64> seqs; ///< of its events
    bool isCollapsed = true;
};

} // namespace SecondStory::Figures
