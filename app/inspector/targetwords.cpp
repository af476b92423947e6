// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inspector/targetwords.h"

#include "figures/canvas/factorwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("TargetWords", text);
}

template <class T, class IdType>
QString textOf(const ReviewContents &contents, const QUuid &id, QString T::*member)
{
    const T *record = findRecord<T>(contents, IdType{ id });
    return record ? record->*member : QString();
}

QString influenceText(const ReviewContents &contents, InfluenceId id)
{
    const auto *influence = findRecord<Influence>(contents, id);
    if (!influence)
        return {};
    const auto *from = findRecord<Factor>(contents, influence->from);
    const auto *to = findRecord<Factor>(contents, influence->to);
    return QString((from ? from->title : QString()) + u' ' + Figures::wordFor(influence->kind)
                   + u' ' + (to ? to->title : QString()));
}

} // namespace

QString targetKindWord(TargetKind kind)
{
    switch (kind) {
    case TargetKind::Review:
        return tr("Review");
    case TargetKind::Event:
        return tr("Event");
    case TargetKind::Moment:
        return tr("Moment");
    case TargetKind::Claim:
        return tr("Claim");
    case TargetKind::Factor:
        return tr("Contributing factor");
    case TargetKind::Influence:
        return tr("Influence");
    case TargetKind::Pressure:
        return tr("Pressure");
    case TargetKind::Question:
        return tr("Question");
    case TargetKind::Learning:
        return tr("Learning");
    case TargetKind::Action:
        return tr("Action");
    case TargetKind::Section:
        return tr("Narrative");
    case TargetKind::Account:
        return tr("Account");
    case TargetKind::Activity:
        return tr("Activity");
    case TargetKind::Began:
        return tr("Began");
    case TargetKind::Detected:
        return tr("Detected");
    case TargetKind::Declared:
        return tr("Declared");
    case TargetKind::Mitigated:
        return tr("Mitigated");
    case TargetKind::Resolved:
        return tr("Resolved");
    }
    return {};
}

QString targetTitle(const ReviewContents &contents, const TargetRef &target)
{
    switch (target.kind) {
    case TargetKind::Review:
        return contents.review.title;
    case TargetKind::Moment:
        return textOf<Moment, MomentId>(contents, target.id, &Moment::title);
    case TargetKind::Claim:
        return textOf<Claim, ClaimId>(contents, target.id, &Claim::text);
    case TargetKind::Factor:
        return textOf<Factor, FactorId>(contents, target.id, &Factor::title);
    case TargetKind::Influence:
        return influenceText(contents, InfluenceId{ target.id });
    case TargetKind::Pressure:
        return textOf<Pressure, PressureId>(contents, target.id, &Pressure::title);
    case TargetKind::Question:
        return textOf<Question, QuestionId>(contents, target.id, &Question::text);
    case TargetKind::Learning:
        return textOf<Learning, LearningId>(contents, target.id, &Learning::text);
    case TargetKind::Action:
        return textOf<Action, ActionId>(contents, target.id, &Action::title);
    case TargetKind::Section:
        return textOf<Section, SectionId>(contents, target.id, &Section::heading);
    case TargetKind::Activity:
        return textOf<Activity, ActivityId>(contents, target.id, &Activity::title);
    case TargetKind::Account: {
        const auto *account = findRecord<Account>(contents, AccountId{ target.id });
        const auto *moment = account ? findRecord<Moment>(contents, account->momentId) : nullptr;
        return moment ? moment->title : QString();
    }
    case TargetKind::Began:
    case TargetKind::Detected:
    case TargetKind::Declared:
    case TargetKind::Mitigated:
    case TargetKind::Resolved: // the word for its kind says all of it
    case TargetKind::Event:
        break;
    }
    return {};
}

} // namespace SecondStory::Ui
