// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/closingmodels.h"

#include "editing/actionedits.h"
#include "editing/learningedits.h"
#include "editing/questionedits.h"
#include "reporting/wording.h"

#include <QDate>

namespace SecondStory::Ui {

using Reporting::Words;

namespace {

bool isText(int role)
{
    return role == Qt::DisplayRole || role == Qt::EditRole;
}

template <class E>
QStringList wordsOfAll()
{
    QStringList words;
    for (const auto &[value, name] : EnumNames<E>::entries)
        words.append(Words::of(value));
    return words;
}

/// The value whose word was chosen; `otherwise` when none was.
template <class E>
E chosen(const QVariant &word, E otherwise)
{
    for (const auto &[value, name] : EnumNames<E>::entries) {
        if (Words::of(value) == word.toString())
            return value;
    }
    return otherwise;
}

} // namespace

QVariant LearningModel::data(const QModelIndex &index, int role) const
{
    if (!isText(role) || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return index.column() == Text ? at(index.row()).text : at(index.row()).audience;
}

QStringList LearningModel::headings() const
{
    return { tr("What we learned"), tr("Who would want to know") };
}

bool LearningModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid())
        return false;
    Learning after = at(index.row());
    (index.column() == Text ? after.text : after.audience) = value.toString().trimmed();
    const auto done = Editing::editLearning(document(), after);
    report(done);
    return done.has_value();
}

void LearningModel::add(const QString &words)
{
    report(Editing::addLearning(document(), words));
}

void LearningModel::removeRecord(int row)
{
    report(Editing::removeLearning(document(), at(row).id));
}

bool LearningModel::moveRecord(int row, int to)
{
    report(Editing::moveLearning(document(), at(row).id, to));
    return true;
}

QVariant QuestionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == kChoicesRole && index.column() == Status)
        return wordsOfAll<QuestionStatus>();
    if (!isText(role))
        return {};
    const Question &question = at(index.row());
    switch (index.column()) {
    case Text:
        return question.text;
    case Status:
        return Words::of(question.status);
    case Answer:
        return question.answer;
    default:
        return {};
    }
}

QStringList QuestionModel::headings() const
{
    return { tr("Question"), tr("Status"), tr("Answer") };
}

bool QuestionModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid())
        return false;
    Question after = at(index.row());
    if (index.column() == Text)
        after.text = value.toString().trimmed();
    else if (index.column() == Status)
        after.status = chosen(value, after.status);
    else
        after.answer = value.toString().trimmed();
    const auto done = Editing::editQuestion(document(), after);
    report(done);
    return done.has_value();
}

void QuestionModel::add(const QString &words)
{
    report(Editing::addQuestion(document(), words));
}

void QuestionModel::removeRecord(int row)
{
    report(Editing::removeQuestion(document(), at(row).id));
}

bool QuestionModel::moveRecord(int, int)
{
    return false;
}

QString ActionModel::factorTitle(FactorId id) const
{
    const Factor *factor = findRecord<Factor>(document().contents(), id);
    return factor ? factor->title : QString();
}

QVariant ActionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == kChoicesRole && index.column() == Status)
        return wordsOfAll<ActionStatus>();
    if (role == kChoicesRole && index.column() == AnswersFactor) {
        QStringList titles{ QString() };
        for (const Factor &factor : document().contents().factors)
            titles.append(factor.title);
        return titles;
    }
    if (!isText(role))
        return {};
    const Action &action = at(index.row());
    switch (index.column()) {
    case Title:
        return action.title;
    case Owner:
        return action.owner;
    case Due:
        return action.due;
    case AnswersFactor:
        return factorTitle(action.factorId);
    case Status:
        return Words::of(action.status);
    default:
        return {};
    }
}

QStringList ActionModel::headings() const
{
    return { tr("Action"), tr("Owner"), tr("Due"), tr("Answers the factor"), tr("Status") };
}

bool ActionModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid())
        return false;
    Action after = at(index.row());
    const QString words = value.toString().trimmed();
    switch (index.column()) {
    case Title:
        after.title = words;
        break;
    case Owner:
        after.owner = words;
        break;
    case Due:
        if (!words.isEmpty() && !QDate::fromString(words, Qt::ISODate).isValid()) {
            emit refused({ ErrorCode::BadInput,
                           tr("“%1” is no date").arg(words),
                           tr("write it as 2026-04-30"),
                           {},
                           {},
                           {} });
            return false;
        }
        after.due = words;
        break;
    case AnswersFactor:
        after.factorId = {};
        for (const Factor &factor : document().contents().factors) {
            if (!words.isEmpty() && factor.title == words)
                after.factorId = factor.id;
        }
        break;
    default:
        after.status = chosen(value, after.status);
        break;
    }
    const auto done = Editing::editAction(document(), after);
    report(done);
    return done.has_value();
}

void ActionModel::add(const QString &words)
{
    report(Editing::addAction(document(), words));
}

void ActionModel::removeRecord(int row)
{
    report(Editing::removeAction(document(), at(row).id));
}

bool ActionModel::moveRecord(int row, int to)
{
    report(Editing::moveAction(document(), at(row).id, to));
    return true;
}

} // namespace SecondStory::Ui
