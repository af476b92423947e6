// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"
#include "domain/timepoint.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace SecondStory {

/// A stretch of the timeline and a filter to come back to, by name.
struct SavedView {
    SavedViewId id;
    int version = 0;
    ReviewId reviewId;
    QString name;
    int position = 0;
    TimePoint start;
    TimePoint end;
    QStringList kinds; ///< stable names of the kinds shown; empty: all
    QList<LaneId> lanes; ///< the lanes shown; empty: all
    bool starred = false; ///< only starred events
    QString text; ///< what was searched for

    bool operator==(const SavedView &) const = default;
};

} // namespace SecondStory
