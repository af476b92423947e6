// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/enumnames.h"
#include "domain/ids.h"

#include <QString>

namespace SecondStory {

/// What the analyst decided about two records that look alike.
enum class SameAsVerdict : quint8 { Same, Different };

template <>
struct EnumNames<SameAsVerdict> {
    static constexpr std::array entries{
        std::pair{ SameAsVerdict::Same, u"same" },
        std::pair{ SameAsVerdict::Different, u"different" },
    };
};

/// The statement that two events record one and the same happening (or do not). Both stay as they
/// are: nothing is merged.
struct SameAs {
    SameAsId id;
    int version = 0;
    ReviewId reviewId;
    EventId first;
    EventId second;
    SameAsVerdict verdict = SameAsVerdict::Same;
    QString note;

    bool operator==(const SameAs &) const = default;
};

} // namespace SecondStory
