// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/clockphrase.h"
#include "importing/zoneabbreviations.h"

#include <QStringList>

#include <vector>

namespace SecondStory::Importing {

/// One thing a report's timeline says, in the order it says it.
struct TimelineItem {
    enum class Type : quint8 {
        Day, ///< a heading or line that names the day of what follows
        Entry,
        Unreadable, ///< a table's row whose time cell holds no time
    };

    Type type = Type::Entry;
    qint64 line = 0; ///< from 1
    ClockPhrase phrase;
    QString timeText; ///< the phrase as found
    QString rest; ///< what stands behind the time on its line, as written
    QStringList body; ///< the lines that belong to it, as written
    bool isHeading = false; ///< the rest is a heading of its own, the body a text under it
    QString zoneId; ///< of the table's header; empty: none
    QString zoneWord;
};

/// What a report says about time.
struct ReportTimeline {
    std::vector<TimelineItem> items;
    std::optional<WrittenDay> titleDay; ///< from the title, the front matter or the file's name
    std::optional<WrittenDay> statedDay; ///< "all events happened on 2019-10-21"
    std::optional<ZoneWord> statedZone; ///< "All times in CET (GMT+1)"
    bool hasSection = false; ///< a heading names it; else lines were found in the whole text
    bool isApproximate = false; ///< "all times are approximations"
};

/// Finds the timeline of a report: the sections under headings that name one, else the whole text.
/// Cost: linear.
[[nodiscard]] ReportTimeline findTimeline(const QStringList &lines, const QString &fileName);

} // namespace SecondStory::Importing
