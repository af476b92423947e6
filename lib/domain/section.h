// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"

#include <QString>

namespace SecondStory {

/// A part of the narrative. The body is plain text: paragraphs are parted by blank lines, lines
/// that begin with "- " are list items, and `[[event:UUID]]`, `[[event:UUID|words]]` link to an
/// event.
struct Section {
    SectionId id;
    int version = 0;
    ReviewId reviewId;
    QString heading;
    QString body;
    int position = 0;

    bool operator==(const Section &) const = default;
};

} // namespace SecondStory
