// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "domain/reviewcontents.h"

namespace SecondStory::Store {

/// What the library view shows of a review, without loading it.
struct ReviewListing {
    Review review;
    qint64 events = 0;
    int factors = 0;
    int questions = 0; ///< open ones
    QList<CodeId> pressures; ///< codes of its pressures, each once

    bool operator==(const ReviewListing &) const = default;
};

/// One use of a pressure code in a review, as a pressure or as a coding.
struct PressureUse {
    ReviewId review;
    CodeId code;
    Phases phases;
    Polarity polarity = Polarity::Present;
};

class ReviewRepository {
public:
    virtual ~ReviewRepository() = default;
    /// Every review, last touched first. Cost: a few queries, whatever the number of reviews.
    [[nodiscard]] virtual Result<QList<ReviewListing>> list() = 0;
    /// Finds by id, unique id prefix (at least 4 characters) or exact title.
    /// Errors: NotFound; Usage when several fit.
    [[nodiscard]] virtual Result<ReviewId> find(const QString &text) = 0;
    /// Everything of a review but its events. Errors: NotFound, Storage.
    [[nodiscard]] virtual Result<ReviewContents> load(ReviewId id) = 0;
    /// Removes a review and all that belongs to it, for good. Errors: NotFound, Storage.
    [[nodiscard]] virtual Result<void> remove(ReviewId id) = 0;
    /// Every use of a code in every review that is not archived. Cost: one pass over pressures and
    /// codings.
    [[nodiscard]] virtual Result<QList<PressureUse>> pressureUses() = 0;
    /// The library's codebook, by position.
    [[nodiscard]] virtual Result<QList<Code>> codes() = 0;
};

} // namespace SecondStory::Store
