// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace SecondStory::Ui {

/// What the plain wheel and a plain drag over empty ground do. Trace: the wheel zooms, a drag
/// selects a range. Map: the wheel scrolls (Ctrl: zooms), a drag moves the view (Ctrl: selects a
/// range).
enum class TimelineProfile { Trace, Map };

/// The one this person has chosen; kept in the settings.
[[nodiscard]] TimelineProfile timelineProfile();
void setTimelineProfile(TimelineProfile profile);

} // namespace SecondStory::Ui
