// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/timepoint.h"

#include <QPoint>

namespace SecondStory::Ui {

class TimelineView;

/// Opens a small menu at a place of the screen: the evidence keeps its time, another one may be
/// asserted beside it. Does nothing for events that are no evidence.
void offerAssertedTime(TimelineView &view, qint64 seq, TimePoint time, QPoint globalPlace);

} // namespace SecondStory::Ui
