// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/jsonrun.h"

namespace SecondStory::Importing {

/// What a message says, and what stands around it: files, reactions, "(edited)", the thread.
struct ChatWords {
    QString said;
    QStringList around;

    [[nodiscard]] bool isEmpty() const;
};

/// Sets an event's title and text. Without words of its own the first line around a message is what
/// it says.
void setChatWords(ParsedEvent &event, ChatWords words);
/// Gives a message on as an event; one without a time and without words is skipped.
[[nodiscard]] Result<void> giveMessage(RecordWriter &writer, ParsedEvent event, ChatWords words);

/// "[file: plan.pdf]" from a name that may carry folders of either slash; empty for no name.
[[nodiscard]] QString fileWords(const QString &name);
/// "Reactions: tada: 2, eyes: 1" of names in the order they came; empty for none.
[[nodiscard]] QString reactionWords(const QList<std::pair<QString, qint64>> &reactions);
/// Counts one more of `name`.
void countReaction(QList<std::pair<QString, qint64>> &reactions, const QString &name);
/// The items of a member that is a list; none when it is null or missing.
[[nodiscard]] const std::vector<JsonValue> &itemsOf(const JsonValue &record, QStringView key);

} // namespace SecondStory::Importing
