// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"
#include "domain/scales.h"
#include "domain/targetref.h"

#include <QString>

namespace SecondStory {

/// One entry of the library's codebook.
struct Code {
    CodeId id;
    int version = 0;
    CodeId parentId; ///< null at the top
    QString key; ///< short and stable, e.g. "P01"; unique in a library
    QString name;
    QString definition;
    QString whenToUse;
    QString whenNot;
    QString example;
    QString category; ///< "pressure", "staffing", "workload" …
    Level level = Level::Teams;
    int position = 0;

    bool operator==(const Code &) const = default;
};

/// A code applied to something in a review.
struct Coding {
    CodingId id;
    int version = 0;
    ReviewId reviewId;
    CodeId codeId;
    TargetRef target;
    Phases phases; ///< none: not said
    Polarity polarity = Polarity::Present;

    bool operator==(const Coding &) const = default;
};

} // namespace SecondStory
