// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"

#include <QString>

namespace SecondStory {

/// Something people now understand that they did not before.
struct Learning {
    LearningId id;
    int version = 0;
    ReviewId reviewId;
    QString text;
    QString audience; ///< who would want to know
    int position = 0;

    bool operator==(const Learning &) const = default;
};

} // namespace SecondStory
