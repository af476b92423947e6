// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/timeline/activitybar.h"

#include <QString>

namespace SecondStory {
class ZoneClock;
}

namespace SecondStory::Ui {

/// "2026-03-12 14:07:00 – 14:20:00", from the first event of an activity to its last.
[[nodiscard]] QString spanInWords(const Figures::ActivityBar &activity, const ZoneClock &clock);
/// "Roll back (3 events)".
[[nodiscard]] QString titleInWords(const Figures::ActivityBar &activity);
/// All that is seen of an activity, for screen readers and tool tips: "Roll back (3 events),
/// activity, 2026-03-12 14:07:00 – 14:20:00, collapsed".
[[nodiscard]] QString activityInWords(const Figures::ActivityBar &activity, const ZoneClock &clock);

} // namespace SecondStory::Ui
