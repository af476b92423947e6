// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/enumnames.h"
#include "domain/ids.h"
#include "domain/targetref.h"

#include <QString>

namespace SecondStory {

enum class QuestionStatus : quint8 { Open, Answered, Parked };

template <>
struct EnumNames<QuestionStatus> {
    static constexpr std::array entries{
        std::pair{ QuestionStatus::Open, u"open" },
        std::pair{ QuestionStatus::Answered, u"answered" },
        std::pair{ QuestionStatus::Parked, u"parked" },
    };
};

/// An open question, kept beside what it is about.
struct Question {
    QuestionId id;
    int version = 0;
    ReviewId reviewId;
    QString text;
    QString answer;
    QuestionStatus status = QuestionStatus::Open;
    TargetRef about; ///< null: the review as a whole

    bool operator==(const Question &) const = default;
};

} // namespace SecondStory
