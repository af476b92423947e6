// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/event.h"

namespace SecondStory {
class ZoneClock;
}

namespace SecondStory::Ui {

class TimelineModel;

/// An event in a sentence, for those who hear it: "14:07 to about 14:12, decision, Asha
/// (pseudonym), rolled back, remembered, 2 evidence".
[[nodiscard]] QString eventInWords(const Event &event, const TimelineModel &model);
/// Its time as finely and as surely as it is known, without the day where that is `day`.
[[nodiscard]] QString timeInWords(const Event &event, const ZoneClock &clock, const QString &day);

} // namespace SecondStory::Ui
