// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace SecondStory::Ui {

/// Lets screen readers see what timelines paint: lanes and their events, marks on the ruler, the
/// names of lanes, the part of time shown. May be called any number of times.
void installTimelineAccessibility();

} // namespace SecondStory::Ui
