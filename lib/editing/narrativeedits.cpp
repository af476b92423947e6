// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/narrativeedits.h"

#include "editing/recordedits.h"

#include <QCoreApplication>

namespace SecondStory::Editing {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("SecondStory::Editing", text);
}

} // namespace

Result<SectionId> addSection(ReviewDocument &document, const QString &heading)
{
    Section section;
    section.id = SectionId::create();
    section.reviewId = document.id();
    section.heading = heading.simplified();
    section.position = nextPosition<Section>(document.contents());
    ChangeSet set;
    set.insert(section);
    if (auto done =
            document.perform(set, words(QT_TRANSLATE_NOOP("SecondStory::Editing", "Add section")));
        !done)
        return failure(done.error());
    return section.id;
}

Result<void> renameSection(ReviewDocument &document, SectionId id, const QString &heading)
{
    const Section *section = findRecord<Section>(document.contents(), id);
    if (!section)
        return goneFailure();
    Section after = *section;
    after.heading = heading.simplified();
    return replaceRecord(document, after,
                         words(QT_TRANSLATE_NOOP("SecondStory::Editing", "Rename section")));
}

Result<void> writeSection(ReviewDocument &document, SectionId id, const QString &body)
{
    const Section *section = findRecord<Section>(document.contents(), id);
    if (!section)
        return goneFailure();
    Section after = *section;
    after.body = body;
    return replaceRecord(document, after,
                         words(QT_TRANSLATE_NOOP("SecondStory::Editing", "Write in the narrative")),
                         MergeId::Typing);
}

Result<void> moveSection(ReviewDocument &document, SectionId id, int to)
{
    return moveRecord<Section>(document, id, to,
                               words(QT_TRANSLATE_NOOP("SecondStory::Editing", "Move section")));
}

Result<void> removeSection(ReviewDocument &document, SectionId id)
{
    const Section *section = findRecord<Section>(document.contents(), id);
    if (!section)
        return goneFailure();
    ChangeSet set;
    releaseTarget(document.contents(), TargetKind::Section, id.value, set);
    for (const Claim &claim : document.contents().claims) {
        if (claim.sectionId != id)
            continue;
        Claim after = claim;
        after.sectionId = {};
        set.update(claim, after);
    }
    set.remove(*section);
    return document.perform(set,
                            words(QT_TRANSLATE_NOOP("SecondStory::Editing", "Remove section")));
}

} // namespace SecondStory::Editing
