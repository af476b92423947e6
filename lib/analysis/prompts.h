// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/account.h"
#include "domain/event.h"

#include <QStringList>

namespace SecondStory::Analysis {

// Open questions that what is recorded or said calls for: how and what, never why. The kinds of cue
// follow the debriefing practice of cognitive interviews; the wording is our own.

/// A way of speaking that shows where there is more to be told.
enum class Cue : quint8 {
    Knew,
    Usually,
    Plain, ///< "obviously": what is plain to one has to be unfolded for others
    Seemed,
    Judged,
    Decided,
    CalledForHelp,
    Felt,
    HandedOver,
};

/// A cue and the words that gave it away, as they stand in the text.
struct HeardCue {
    Cue cue;
    QString words;

    bool operator==(const HeardCue &) const = default;
};

/// What can be asked about whatever a moment holds.
enum class PromptTopic : quint8 {
    Expertise,
    Goals,
    PressuresBefore,
    PressuresDuring,
    PressuresAfter
};
inline constexpr std::array kPromptTopics{ PromptTopic::Expertise, PromptTopic::Goals,
                                           PromptTopic::PressuresBefore,
                                           PromptTopic::PressuresDuring,
                                           PromptTopic::PressuresAfter };

/// The cues in a text, each kind once, with the first words that give it. Only English ways of
/// speaking are known. Cost: linear in the text, of which the first 4,000 characters are read.
[[nodiscard]] QList<HeardCue> cuesIn(const QString &text);

/// What an event of this kind suggests asking; never empty.
[[nodiscard]] QStringList promptsFor(EventKind kind);
[[nodiscard]] QStringList promptsFor(Cue cue);
[[nodiscard]] QStringList promptsAbout(PromptTopic topic);
/// "What was normal here", "Pressures before" …
[[nodiscard]] QString topicTitle(PromptTopic topic);
/// What an account's empty field asks for.
[[nodiscard]] QString promptFor(AccountAspect aspect);

/// Questions that one event calls for.
struct EventPrompts {
    EventId event;
    EventKind kind = EventKind::Other;
    QString heard; ///< the words of the event that called for the first of them; may be empty
    QStringList prompts;

    bool operator==(const EventPrompts &) const = default;
};

/// The questions that these events call for, at most `most` each: what was heard in their words
/// comes before what their kind suggests. No question comes twice, and none of those in `asked`.
/// Order: that of the events; those that call for nothing new are left out.
[[nodiscard]] QList<EventPrompts> promptsFor(const QList<Event> &events, const QStringList &asked,
                                             int most = 3);

} // namespace SecondStory::Analysis
