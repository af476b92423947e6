// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"

#include <QPointF>

class QMenu;

namespace SecondStory::Ui {

class TimelineView;

/// Fills the menu of a place on the lanes: what can be done there with the range, the selection or
/// the place itself.
void fillTimelineMenu(QMenu &menu, TimelineView &view, QPointF place);
/// Adds what can be looked at of one lane.
void addLaneActions(QMenu &menu, TimelineView &view, LaneId lane);
/// Adds the way to the clock of the source that a lane's evidence came from, which moves all of it
/// at once.
void addClockAction(QMenu &menu, TimelineView &view, LaneId lane);

} // namespace SecondStory::Ui
