// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/enumnames.h"

namespace SecondStory {

/// What an event is, in the words of the debriefing practice; decides its mark and its prompts.
/// Values are stored as numbers: append, never reorder.
enum class EventKind : quint8 {
    Message,
    Statement,
    Observation,
    Assessment,
    Decision,
    Action,
    Knowledge,
    State,
    MentalModel,
    Help,
    Alert,
    Page,
    Change,
    Log,
    Metric,
    Absence,
    Milestone,
    Other,
    Away,
    OnCall,
};

template <>
struct EnumNames<EventKind> {
    static constexpr std::array entries{
        std::pair{ EventKind::Message, u"message" },
        std::pair{ EventKind::Statement, u"statement" },
        std::pair{ EventKind::Observation, u"observation" },
        std::pair{ EventKind::Assessment, u"assessment" },
        std::pair{ EventKind::Decision, u"decision" },
        std::pair{ EventKind::Action, u"action" },
        std::pair{ EventKind::Knowledge, u"knowledge" },
        std::pair{ EventKind::State, u"state" },
        std::pair{ EventKind::MentalModel, u"mental-model" },
        std::pair{ EventKind::Help, u"help" },
        std::pair{ EventKind::Alert, u"alert" },
        std::pair{ EventKind::Page, u"page" },
        std::pair{ EventKind::Change, u"change" },
        std::pair{ EventKind::Log, u"log" },
        std::pair{ EventKind::Metric, u"metric" },
        std::pair{ EventKind::Absence, u"absence" },
        std::pair{ EventKind::Milestone, u"milestone" },
        std::pair{ EventKind::Other, u"other" },
        std::pair{ EventKind::Away, u"away" },
        std::pair{ EventKind::OnCall, u"on-call" },
    };
};

/// Understands the words other tools use ("deploy", "chat", "commit" …); Other when none fits.
[[nodiscard]] EventKind eventKindFromForeignWord(QStringView word);

} // namespace SecondStory
