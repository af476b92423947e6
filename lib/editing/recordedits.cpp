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
    releaseTargets(contents, { TargetRef{ kind, id } }, set);
}

void releaseTargets(const ReviewContents &contents, const QSet<TargetRef> &gone, ChangeSet &set,
                    const QSet<EventId> &events)
{
    for (const EvidenceLink &link : contents.evidenceLinks) {
        if (gone.contains(link.target) || events.contains(link.eventId))
            set.remove(link);
    }
    for (const Coding &coding : contents.codings) {
        if (gone.contains(coding.target))
            set.remove(coding);
    }
    for (const Question &question : contents.questions) {
        if (!gone.contains(question.about))
            continue;
        Question after = question;
        after.about = {};
        set.update(question, after);
    }
}

} // namespace SecondStory::Editing
