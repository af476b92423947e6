// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/clockphrase.h"
#include "importing/timetext.h"

#include <QString>

namespace SecondStory::Importing {

/// The time in front of a line.
struct IrcStamp {
    enum class Kind : quint8 {
        None,
        Clock, ///< "[12:18]", "12:18:05"
        Full, ///< "2014-12-01 12:18:05"
        Yearless, ///< "dec 31 21:11:58"
        Epoch, ///< "T 1232315916"
        Unreadable, ///< "dec 31 39:95:90"
    };

    Kind kind = Kind::None;
    WrittenClock clock;
    int month = 0;
    int day = 0;
    TimestampReading reading; ///< of Full
    qint64 seconds = 0; ///< of Epoch
    QString text; ///< as found
};

/// One line of an IRC log, in the spelling of whatever client.
struct IrcLine {
    enum class Kind : quint8 {
        Blank,
        Day, ///< "--- Day changed …", "**** BEGIN LOGGING AT …": the day of what follows
        Message,
        Action, ///< "* nick does something"
        Note, ///< joins, parts, modes, topics: what the network or the client noted
        Rename, ///< "a is now known as b"
        Unknown,
    };

    Kind kind = Kind::Unknown;
    IrcStamp stamp;
    CivilTime day; ///< of Day
    QString nick; ///< without marks of rank; empty when nobody is named
    QString newNick; ///< of Rename
    QString words;
    bool isSurelyIrc = false; ///< written as no other kind of text is
};

/// Reads one line. Cost: linear in the line.
[[nodiscard]] IrcLine readIrcLine(QStringView line);
/// Takes out colours, bold and the other marks of mIRC. Source: modern.ircdocs.horse/formatting.
[[nodiscard]] QString withoutIrcMarks(QStringView text);
/// The day that a log's file name states ("2014-12-01", "20141201"); nothing when it states none.
[[nodiscard]] std::optional<CivilTime> ircDayInName(const QString &name);

} // namespace SecondStory::Importing
