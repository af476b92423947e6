// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "importing/importerregistry.h"
#include "services/importservice.h"

#include <functional>

namespace SecondStory::Store {
class Library;
}

namespace SecondStory::Services {

/// A report that became a review.
struct DraftOutcome {
    QString path;
    ReviewId review;
    QString title;
    bool wasThere =
        false; ///< the very same file is evidence of a review already; nothing was added
    qint64 events = 0;
    int sections = 0;
    int statedTimes = 0;
    QList<ImportProblem> remarks; ///< lines that could not be taken, times that lack zone or day
};

/// The incident reports among files and folders: Markdown and text that state when something began,
/// was noticed or ended, or tell its course. Order: by path. Cost: looks at each file's beginning.
[[nodiscard]] QStringList reportFiles(const QStringList &paths,
                                      const Importing::ImporterRegistry &registry);

/// Makes a review draft of one incident report: title, summary, the times it states as the
/// incident's frame, its sections as narrative, what it lists as contributing factors, actions and
/// learnings, the durations it states, and the report itself as evidence with its entries.
/// `options.zone` is for times without their own. All in one transaction.
/// Errors: NotFound, BadInput with the place, Storage. On an error the library holds what it held.
[[nodiscard]] Result<DraftOutcome> makeReviewDraft(Store::Library &library,
                                                   const Importing::ImporterRegistry &registry,
                                                   const QString &path,
                                                   const Importing::ImportOptions &options);

} // namespace SecondStory::Services
