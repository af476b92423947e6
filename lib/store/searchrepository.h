// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"
#include "domain/result.h"
#include "domain/targetref.h"

#include <QList>
#include <QSet>

#include <optional>

namespace SecondStory::Store {

/// A place where a search found its words.
struct SearchHit {
    ReviewId review;
    TargetRef target;
    QString title;
    QString snippet; ///< plain text; hits stand between U+2068 and U+2069
    std::optional<qint64> time; ///< microseconds UTC, for events that have one
};

class SearchRepository {
public:
    virtual ~SearchRepository() = default;
    /// Finds events, narrative, factors and the rest by words; every word must occur, the last may
    /// be a beginning. Order: narrative and factors first, then events by time. Cost: grows with
    /// `limit`.
    [[nodiscard]] virtual Result<QList<SearchHit>> search(const QString &words, ReviewId onlyReview,
                                                          int limit) = 0;
    /// The numbers of all events of a review that contain the words, as search() reads them; those
    /// of removed sources may be among them. Cost: linear in the hits.
    [[nodiscard]] virtual Result<QSet<qint64>> eventsWith(const QString &words,
                                                          ReviewId review) = 0;
};

} // namespace SecondStory::Store
