// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QMenu;

namespace SecondStory::Ui {

class LaneHeaders;

/// Fills the menu of a lane's name, or of the ground below the names when `row` is -1.
void fillLaneMenu(QMenu &menu, LaneHeaders &headers, int row);

} // namespace SecondStory::Ui
