// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/chat/chatwords.h"

namespace SecondStory::Importing {

/// "alice" of "@alice:example.com"; the whole when it is no Matrix id.
[[nodiscard]] QString matrixLocalPart(const QString &id);

/// What one event of a Matrix room says, and whether a person said it.
struct MatrixWords {
    ChatWords words;
    bool isSpoken = false; ///< a message, not something the room or the client noted
    bool isFromProgram = false; ///< a notice: the specification keeps them for automatic clients
};

/// Reads the content of one event. `name` is what people call the sender.
[[nodiscard]] MatrixWords matrixWords(const JsonValue &event, const QString &name);

} // namespace SecondStory::Importing
