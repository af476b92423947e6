// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/recordedits.h"

#include <QCoreApplication>

namespace SecondStory::Editing {

tl::unexpected<Error> goneFailure()
{
    return failure(
        ErrorCode::NotFound,
        QCoreApplication::translate("SecondStory::Editing", "This is no longer in the review"),
        QCoreApplication::translate("SecondStory::Editing", "undo may bring it back"));
}

void releaseTarget(const ReviewContents &contents, TargetKind kind, const QUuid &id, ChangeSet &set)
{
    const TargetRef target{ kind, id };
    for (const EvidenceLink &link : contents.evidenceLinks) {
        if (link.target == target)
            set.remove(link);
    }
    for (const Coding &coding : contents.codings) {
        if (coding.target == target)
            set.remove(coding);
    }
    for (const Question &question : contents.questions) {
        if (question.about != target)
            continue;
        Question after = question;
        after.about = {};
        set.update(question, after);
    }
}

} // namespace SecondStory::Editing
