// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/codingedits.h"

#include "editing/reviewdocument.h"

#include <QCoreApplication>

#include <algorithm>

namespace SecondStory::Editing {

namespace {

QString say(const char *text, int count = -1)
{
    return QCoreApplication::translate("CodingEdits", text, nullptr, count);
}

bool isCoded(const ReviewContents &contents, CodeId code, const TargetRef &target)
{
    return std::any_of(
        contents.codings.cbegin(), contents.codings.cend(),
        [&](const Coding &coding) { return coding.codeId == code && coding.target == target; });
}

} // namespace

Result<void> applyCode(ReviewDocument &document, CodeId code, const QList<TargetRef> &targets,
                       Phases phases, Polarity polarity)
{
    ChangeSet set;
    for (const TargetRef &target : targets) {
        if (isCoded(document.contents(), code, target))
            continue;
        Coding coding;
        coding.id = CodingId::create();
        coding.reviewId = document.id();
        coding.codeId = code;
        coding.target = target;
        coding.phases = phases;
        coding.polarity = polarity;
        set.insert(coding);
    }
    return document.perform(set,
                            say(QT_TRANSLATE_N_NOOP("CodingEdits", "Code %n item(s)"),
                                static_cast<int>(set.changes.size())));
}

Result<void> removeCoding(ReviewDocument &document, CodingId id)
{
    const auto *coding = findRecord<Coding>(document.contents(), id);
    if (!coding)
        return failure(ErrorCode::NotFound,
                       say(QT_TRANSLATE_NOOP("CodingEdits", "the code is no longer there")));
    ChangeSet set;
    set.remove(*coding);
    return document.perform(set, say(QT_TRANSLATE_NOOP("CodingEdits", "Remove a code")));
}

} // namespace SecondStory::Editing
