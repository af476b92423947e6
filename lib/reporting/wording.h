// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/action.h"
#include "domain/claim.h"
#include "domain/eventkind.h"
#include "domain/eventtime.h"
#include "domain/influence.h"
#include "domain/question.h"
#include "domain/review.h"
#include "domain/scales.h"

#include <QCoreApplication>
#include <QString>

namespace SecondStory::Reporting {

/// The words of a report for what the domain keeps as values; translated, lower case, for use in
/// sentences and tables.
class Words {
    Q_DECLARE_TR_FUNCTIONS(SecondStory::Reporting)
public:
    [[nodiscard]] static QString of(ReviewStatus status);
    [[nodiscard]] static QString of(EventKind kind);
    [[nodiscard]] static QString of(Level level);
    [[nodiscard]] static QString of(Phase phase);
    [[nodiscard]] static QString of(Polarity polarity); ///< with its sign: "− hindered"
    [[nodiscard]] static QString of(Confidence confidence);
    [[nodiscard]] static QString of(ClaimStatus status);
    [[nodiscard]] static QString of(InfluenceKind kind);
    [[nodiscard]] static QString of(InfluenceStatus status);
    [[nodiscard]] static QString of(ActionStatus status);
    [[nodiscard]] static QString of(QuestionStatus status);
    [[nodiscard]] static QString of(TimeBasis basis); ///< a clause: how times came to be known
};

} // namespace SecondStory::Reporting
