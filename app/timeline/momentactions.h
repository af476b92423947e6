// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QMenu;

namespace SecondStory::Ui {

class TimelineView;

/// Adds to the menu of the lanes what can be made of the selected events: a moment of their own, or
/// part of one there is.
void addMomentActions(QMenu &menu, TimelineView &view);

} // namespace SecondStory::Ui
