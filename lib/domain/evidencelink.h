// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"
#include "domain/targetref.h"

#include <QString>

namespace SecondStory {

/// Says that an event is evidence for something the analyst holds.
struct EvidenceLink {
    EvidenceLinkId id;
    int version = 0;
    ReviewId reviewId;
    TargetRef target; ///< factor, influence, claim, pressure, learning or section
    EventId eventId;
    QString note;

    bool operator==(const EvidenceLink &) const = default;
};

} // namespace SecondStory
