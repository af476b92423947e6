// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/questionedits.h"

#include "editing/recordedits.h"

#include <QCoreApplication>

namespace SecondStory::Editing {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("SecondStory::Editing", text);
}

} // namespace

Result<QuestionId> addQuestion(ReviewDocument &document, const QString &text,
                               const TargetRef &about)
{
    Question question;
    question.id = QuestionId::create();
    question.reviewId = document.id();
    question.text = text.trimmed();
    question.about = about;
    ChangeSet set;
    set.insert(question);
    if (auto done =
            document.perform(set, words(QT_TRANSLATE_NOOP("SecondStory::Editing", "Add question")));
        !done)
        return failure(done.error());
    return question.id;
}

Result<void> editQuestion(ReviewDocument &document, const Question &after)
{
    return replaceRecord(document, after,
                         words(QT_TRANSLATE_NOOP("SecondStory::Editing", "Edit question")));
}

Result<void> removeQuestion(ReviewDocument &document, QuestionId id)
{
    return removeRecord<Question>(
        document, id, TargetKind::Question,
        words(QT_TRANSLATE_NOOP("SecondStory::Editing", "Remove question")));
}

} // namespace SecondStory::Editing
