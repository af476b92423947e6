// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/clockphrase.h"

#include <QString>

#include <array>

namespace SecondStory::Importing {

/// In which order a chat writes its days; the phone's language decides it.
enum class DayOrder : quint8 { Unknown, DayFirst, MonthFirst, YearFirst };

/// The line a WhatsApp message begins with.
struct WhatsAppLine {
    std::array<int, 3> date{ 0, 0, 0 }; ///< in the order they stand
    bool isYearFirst = false;
    WrittenClock clock;
    QString timeText; ///< "12/9/20, 23:55"
    QString name; ///< empty: the program itself notes something
    QString words;
};

/// Reads "12/9/20, 23:55 - Name: words" and "[12/09/20, 11:55:03 PM] Name: words"; nothing when the
/// line goes on with the message before. Cost: linear in the line.
[[nodiscard]] std::optional<WhatsAppLine> readWhatsAppLine(QStringView line);
/// The day in that order; nothing when there is no such day.
[[nodiscard]] std::optional<CivilTime> whatsAppDay(const WhatsAppLine &line, DayOrder order);

/// Decides from line after line in which order the days are written.
class DayOrderGuess {
public:
    void take(const WhatsAppLine &line);
    /// True once a number above 12 has settled it.
    [[nodiscard]] bool isSettled() const { return m_settled != DayOrder::Unknown; }
    /// Settled, or the order in which the days go back least often; when that says nothing either,
    /// a 12-hour clock speaks for the month first and a 24-hour clock for the day first.
    [[nodiscard]] DayOrder order() const;

private:
    DayOrder m_settled = DayOrder::Unknown;
    std::array<int, 3> m_previous{ 0, 0, 0 };
    int m_backDayFirst = 0;
    int m_backMonthFirst = 0;
    bool m_hasMeridiem = false;
};

} // namespace SecondStory::Importing
