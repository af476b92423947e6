// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace SecondStory::Editing {

/// Which edits in a row become one step of undo (when they touch the same records).
enum class MergeId : int {
    None = -1,
    Typing = 1,
    MoveFactors,
    MoveEvents,
    FrameTime,
    Nudge,
};

} // namespace SecondStory::Editing
