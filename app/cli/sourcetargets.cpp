// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/sourcetargets.h"

namespace SecondStory::Cli {

namespace {

constexpr qsizetype kShortId = 8;

} // namespace

Result<EvidenceSource> findSource(const ReviewContents &contents, const QString &text)
{
    QList<EvidenceSource> found;
    for (const EvidenceSource &source : contents.sources) {
        if (source.id.toString() == text)
            return source;
        const bool isPart = text.size() >= kShortId
            && (source.id.toString().startsWith(text) || source.id.toString().endsWith(text));
        if (isPart || source.fileName == text)
            found << source;
    }
    if (found.size() == 1)
        return found.first();
    return found.isEmpty()
        ? failure(ErrorCode::NotFound, tr("the review has no source \"%1\"").arg(text),
                  tr("see `source list`"))
        : failure(ErrorCode::Usage, tr("\"%1\" names several sources").arg(text),
                  tr("give the whole id, see `source list`"));
}

} // namespace SecondStory::Cli
