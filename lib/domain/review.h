// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/enumnames.h"
#include "domain/ids.h"
#include "domain/incidentframe.h"
#include "domain/timepoint.h"

#include <QStringList>

#include <optional>

namespace SecondStory {

/// Where a review stands on its way from notes to a report people read.
enum class ReviewStatus : quint8 { Draft, Interviewing, Calibrating, Soaking, Published, Archived };

template <>
struct EnumNames<ReviewStatus> {
    static constexpr std::array entries{
        std::pair{ ReviewStatus::Draft, u"draft" },
        std::pair{ ReviewStatus::Interviewing, u"interviewing" },
        std::pair{ ReviewStatus::Calibrating, u"calibrating" },
        std::pair{ ReviewStatus::Soaking, u"soaking" },
        std::pair{ ReviewStatus::Published, u"published" },
        std::pair{ ReviewStatus::Archived, u"archived" },
    };
};

/// How deep the review means to go; suggested by the triage questions, chosen by the analyst.
enum class ReviewDepth : quint8 { Light, Standard, Deep };

template <>
struct EnumNames<ReviewDepth> {
    static constexpr std::array entries{
        std::pair{ ReviewDepth::Light, u"light" },
        std::pair{ ReviewDepth::Standard, u"standard" },
        std::pair{ ReviewDepth::Deep, u"deep" },
    };
};

/// The head of a review. Everything else refers to it by id.
struct Review {
    ReviewId id;
    int version = 0;
    QString title;
    QString summary; ///< one or two sentences: what it was
    ReviewStatus status = ReviewStatus::Draft;
    ReviewDepth depth = ReviewDepth::Standard;
    QString zone; ///< IANA id; times are shown in it. Empty: UTC
    QString templateId; ///< the template it was begun from
    QStringList triage; ///< ids of the triage questions answered with yes
    IncidentFrame frame;
    TimePoint created;
    TimePoint updated;

    bool operator==(const Review &) const = default;
};

} // namespace SecondStory
