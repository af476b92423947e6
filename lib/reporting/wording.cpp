// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/wording.h"

namespace SecondStory::Reporting {

QString Words::of(ReviewStatus status)
{
    switch (status) {
    case ReviewStatus::Draft:
        return tr("draft");
    case ReviewStatus::Interviewing:
        return tr("interviews under way");
    case ReviewStatus::Calibrating:
        return tr("being calibrated with those who were there");
    case ReviewStatus::Soaking:
        return tr("soaking before actions are agreed");
    case ReviewStatus::Published:
        return tr("published");
    case ReviewStatus::Archived:
        return tr("archived");
    }
    return {};
}

QString Words::of(EventKind kind)
{
    switch (kind) {
    case EventKind::Message:
        return tr("message");
    case EventKind::Statement:
        return tr("statement");
    case EventKind::Observation:
        return tr("observation");
    case EventKind::Assessment:
        return tr("assessment");
    case EventKind::Decision:
        return tr("decision");
    case EventKind::Action:
        return tr("action");
    case EventKind::Knowledge:
        return tr("knowledge");
    case EventKind::State:
        return tr("state of mind");
    case EventKind::MentalModel:
        return tr("how work usually goes");
    case EventKind::Help:
        return tr("call for help");
    case EventKind::Alert:
        return tr("alert");
    case EventKind::Page:
        return tr("page");
    case EventKind::Change:
        return tr("change");
    case EventKind::Log:
        return tr("log line");
    case EventKind::Metric:
        return tr("metric");
    case EventKind::Absence:
        return tr("absence");
    case EventKind::Milestone:
        return tr("milestone");
    case EventKind::Other:
        return tr("other");
    case EventKind::Away:
        return tr("away");
    case EventKind::OnCall:
        return tr("on call");
    }
    return {};
}

QString Words::of(Level level)
{
    switch (level) {
    case Level::Outside:
        return tr("outside world");
    case Level::Company:
        return tr("company direction");
    case Level::Planning:
        return tr("planning");
    case Level::Teams:
        return tr("teams");
    case Level::People:
        return tr("people in the event");
    case Level::Systems:
        return tr("systems and tools");
    case Level::Outcome:
        return tr("outcome");
    }
    return {};
}

QString Words::of(Phase phase)
{
    switch (phase) {
    case Phase::Before:
        return tr("before");
    case Phase::During:
        return tr("during");
    case Phase::After:
        return tr("after");
    }
    return {};
}

QString Words::of(Polarity polarity)
{
    switch (polarity) {
    case Polarity::Hindered:
        return tr("− hindered");
    case Polarity::Helped:
        return tr("+ helped");
    case Polarity::Present:
        return tr("present");
    }
    return {};
}

QString Words::of(Confidence confidence)
{
    switch (confidence) {
    case Confidence::Hypothesis:
        return tr("hypothesis");
    case Confidence::OneAccount:
        return tr("one account");
    case Confidence::Corroborated:
        return tr("corroborated");
    case Confidence::Documented:
        return tr("documented");
    }
    return {};
}

QString Words::of(ClaimStatus status)
{
    switch (status) {
    case ClaimStatus::Observed:
        return tr("observed");
    case ClaimStatus::Told:
        return tr("told");
    case ClaimStatus::Inferred:
        return tr("inferred");
    case ClaimStatus::Hypothesis:
        return tr("hypothesis");
    case ClaimStatus::Disputed:
        return tr("disputed");
    }
    return {};
}

QString Words::of(InfluenceKind kind)
{
    switch (kind) {
    case InfluenceKind::ContributedTo:
        return tr("contributed to");
    case InfluenceKind::MadeLikelier:
        return tr("made likelier");
    case InfluenceKind::MadeHarder:
        return tr("made harder");
    case InfluenceKind::FedBack:
        return tr("fed back into");
    case InfluenceKind::Masked:
        return tr("masked");
    case InfluenceKind::Helped:
        return tr("helped");
    }
    return {};
}

QString Words::of(InfluenceStatus status)
{
    switch (status) {
    case InfluenceStatus::Proposed:
        return tr("proposed");
    case InfluenceStatus::Supported:
        return tr("supported");
    case InfluenceStatus::Disputed:
        return tr("disputed");
    case InfluenceStatus::Withdrawn:
        return tr("withdrawn");
    }
    return {};
}

QString Words::of(ActionStatus status)
{
    switch (status) {
    case ActionStatus::Parked:
        return tr("parked");
    case ActionStatus::Agreed:
        return tr("agreed");
    case ActionStatus::Done:
        return tr("done");
    case ActionStatus::Dropped:
        return tr("dropped");
    }
    return {};
}

QString Words::of(QuestionStatus status)
{
    switch (status) {
    case QuestionStatus::Open:
        return tr("open");
    case QuestionStatus::Answered:
        return tr("answered");
    case QuestionStatus::Parked:
        return tr("parked");
    }
    return {};
}

QString Words::of(TimeBasis basis)
{
    switch (basis) {
    case TimeBasis::Absolute:
        return tr("times carry their own offset");
    case TimeBasis::ZoneAssumed:
        return tr("zone assumed");
    case TimeBasis::DateAssumed:
        return tr("date assumed");
    case TimeBasis::Relative:
        return tr("times counted from a given start");
    case TimeBasis::None:
        return tr("no times recorded");
    }
    return {};
}

} // namespace SecondStory::Reporting
