// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/clockphrase.h"

#include <QString>

namespace SecondStory::Importing {

/// What a line of a Slack paste is, seen by itself.
struct SlackPasteLine {
    enum class Kind : quint8 {
        Words, ///< goes on with a message
        Header, ///< a name and a clock: a message begins
        Clock, ///< a clock alone: the same person goes on, or the line above was the name
        Heading, ///< "### #channel": another conversation
        Day, ///< a day alone, between dashes or not
    };

    Kind kind = Kind::Words;
    QString name; ///< of a header; of a heading its words
    WrittenClock clock;
    QString timeText;
    WrittenDay day;
    QString words; ///< behind "[4:06 PM]"
    bool isQuoted = false; ///< the line began with ">"
    bool isBracketed = false; ///< the clock stands in brackets
    bool isProgram = false; ///< the name carries Slack's badge APP
};

/// Reads one line. Cost: linear in the line.
[[nodiscard]] SlackPasteLine readSlackPasteLine(QStringView line);

} // namespace SecondStory::Importing
