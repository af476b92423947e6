// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"
#include "domain/scales.h"

#include <QString>

namespace SecondStory {

/// A pressure people were under, in one or more phases of the incident.
struct Pressure {
    PressureId id;
    int version = 0;
    ReviewId reviewId;
    CodeId codeId; ///< what it is called across the library; null while it is not coded
    QString title; ///< how it showed in this incident
    QString note;
    Phases phases = Phase::Before;
    Polarity polarity = Polarity::Hindered;
    Confidence confidence = Confidence::OneAccount;

    bool operator==(const Pressure &) const = default;
};

} // namespace SecondStory
