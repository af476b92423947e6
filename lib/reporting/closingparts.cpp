// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/reportparts.h"
#include "reporting/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Reporting {

namespace {

template <class T>
QList<T> byPosition(QList<T> records)
{
    std::stable_sort(records.begin(), records.end(),
                     [](const T &a, const T &b) { return a.position < b.position; });
    return records;
}

ListBlock questionsWith(const ReportContext &context, QuestionStatus status)
{
    ListBlock list;
    for (const Question &question : context.review().questions) {
        if (question.status != status)
            continue;
        Runs runs{ { context.line(question.text) } };
        if (const QString answer = context.line(question.answer); !answer.isEmpty())
            runs.append({ u" "_s + answer, RunStyle::Emphasis });
        list.items.append(runs);
    }
    return list;
}

Runs orMissing(const QString &value, const QString &missing)
{
    return value.isEmpty() ? Runs{ { missing, RunStyle::Muted } } : Runs{ { value } };
}

} // namespace

void addQuestions(ReportContext &context, QList<Block> &blocks)
{
    const ListBlock open = questionsWith(context, QuestionStatus::Open);
    const ListBlock answered = questionsWith(context, QuestionStatus::Answered);
    const ListBlock parked = questionsWith(context, QuestionStatus::Parked);
    if (!open.items.isEmpty()) {
        blocks.append(HeadingBlock{ 1, Words::tr("Open questions") });
        blocks.append(open);
    }
    if (!parked.items.isEmpty()) {
        blocks.append(
            HeadingBlock{ open.items.isEmpty() ? 1 : 2, Words::tr("Questions parked for later") });
        blocks.append(parked);
    }
    if (!answered.items.isEmpty()) {
        blocks.append(
            HeadingBlock{ open.items.isEmpty() ? 1 : 2, Words::tr("Questions answered") });
        blocks.append(answered);
    }
}

void addLearnings(ReportContext &context, QList<Block> &blocks)
{
    if (context.review().learnings.isEmpty())
        return;
    blocks.append(HeadingBlock{ 1, Words::tr("What we learned") });
    ListBlock list;
    for (const Learning &learning : byPosition(context.review().learnings)) {
        Runs runs{ { context.line(learning.text) } };
        if (const QString audience = context.line(learning.audience); !audience.isEmpty())
            runs.append({ Words::tr(" For: %1.").arg(audience), RunStyle::Muted });
        for (const Run &run : context.evidenceRuns(TargetKind::Learning, learning.id.value)) {
            if (run.note > 0)
                runs.append(run);
        }
        list.items.append(runs);
    }
    blocks.append(list);
}

void addActions(ReportContext &context, QList<Block> &blocks)
{
    if (context.review().actions.isEmpty())
        return;
    blocks.append(HeadingBlock{ 1, Words::tr("Actions") });
    TableBlock table;
    table.columns = { { Words::tr("Action"), ColumnAlign::Start, 2.1 },
                      { Words::tr("Owner"), ColumnAlign::Start, 0.9 },
                      { Words::tr("Due"), ColumnAlign::Start, 0.72 },
                      { Words::tr("Answers the factor"), ColumnAlign::Start, 1.4 },
                      { Words::tr("Status"), ColumnAlign::Start, 0.6 } };
    for (const Action &action : byPosition(context.review().actions)) {
        Runs title{ { context.line(action.title), RunStyle::Strong } };
        if (const QString note = context.line(action.note); !note.isEmpty())
            title.append({ u" – "_s + note });
        const Factor *factor = findRecord<Factor>(context.review(), action.factorId);
        table.rows.append({ title,
                            orMissing(context.line(action.owner), Words::tr("not set")),
                            orMissing(context.line(action.due), Words::tr("not set")),
                            orMissing(factor ? context.line(factor->title) : QString(),
                                      Words::tr("not linked yet")),
                            { { Words::of(action.status) } } });
    }
    blocks.append(table);
}

} // namespace SecondStory::Reporting
