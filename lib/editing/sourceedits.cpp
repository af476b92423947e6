// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/sourceedits.h"

#include "editing/reviewdocument.h"

#include <QCoreApplication>

namespace SecondStory::Editing {

namespace {

Result<void> setRemoved(ReviewDocument &document, SourceId id, bool isRemoved, const QString &text)
{
    const auto *source = findRecord<EvidenceSource>(document.contents(), id);
    if (!source)
        return failure(
            ErrorCode::NotFound,
            QCoreApplication::translate("SourceEdits", "the source is no longer in this review"));
    if (source->removed == isRemoved)
        return {};
    EvidenceSource after = *source;
    after.removed = isRemoved;
    ChangeSet set;
    set.update(*source, after);
    return document.perform(set, text.arg(source->fileName));
}

} // namespace

Result<void> removeSource(ReviewDocument &document, SourceId source)
{
    return setRemoved(document, source, true,
                      QCoreApplication::translate("SourceEdits", "Remove %1"));
}

Result<void> putBackSource(ReviewDocument &document, SourceId source)
{
    return setRemoved(document, source, false,
                      QCoreApplication::translate("SourceEdits", "Put back %1"));
}

} // namespace SecondStory::Editing
