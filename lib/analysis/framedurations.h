// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/reviewcontents.h"

namespace SecondStory::Analysis {

/// A stated duration beside what the frame comes to. Nothing is ever averaged.
struct FrameDuration {
    StatedDuration stated;
    std::optional<qint64> computedUs; ///< nothing: one of the two points has no time
    bool differs = false; ///< by more than the words allow

    bool operator==(const FrameDuration &) const = default;
};

/// By how much the frame may differ from a stated duration before it is told: one minute or a
/// twentieth of it; with "about" five minutes or a fifth. Units: microseconds.
[[nodiscard]] qint64 toleranceOf(const StatedDuration &stated);

/// Each stated duration with what the frame's times come to. Order: as stated.
[[nodiscard]] QList<FrameDuration> frameDurations(const ReviewContents &contents);

/// "stated “about 45 minutes” from began to resolved; the frame comes to 1 h 12 min".
[[nodiscard]] QString sentenceOf(const FrameDuration &duration);

/// "began", "detected" … as they stand inside a sentence.
[[nodiscard]] QString wordFor(FramePoint point);

} // namespace SecondStory::Analysis
