// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/changeset.h"

namespace SecondStory {

/// Says what is wrong with a record, in a translated clause; empty when nothing is.
[[nodiscard]] QString problemWith(const Review &review);
[[nodiscard]] QString problemWith(const Event &event);
[[nodiscard]] QString problemWith(const Influence &influence);
[[nodiscard]] QString problemWith(const Factor &factor);
[[nodiscard]] QString problemWith(const Code &code);
template <class T>
[[nodiscard]] QString problemWith(const T &)
{
    return {};
}

} // namespace SecondStory
