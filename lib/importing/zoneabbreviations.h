// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

#include <optional>
#include <span>

namespace SecondStory::Importing {

/// One line of the table by which zone abbreviations are understood; shown to people in the
/// handbook.
struct ZoneAbbreviation {
    const char16_t *word;
    const char *offset; ///< "+01:00"
    const char
        *usualZone; ///< the region that mostly writes it; tells a summer slip ("PST" in July)
    bool isAmbiguous; ///< other regions use the same letters for another offset
};

[[nodiscard]] std::span<const ZoneAbbreviation> zoneAbbreviations();
/// Finds an abbreviation written in capitals.
[[nodiscard]] const ZoneAbbreviation *findZoneAbbreviation(QStringView word);

/// A zone as words in a file name it.
struct ZoneWord {
    QString id; ///< what ZoneClock takes: "+01:00", "UTC", "Europe/Paris"
    QString word; ///< as found: "CET", "GMT+1"
    bool isUtc = false; ///< UTC, GMT, Z or a numeric offset: nothing to be mistaken about
    qsizetype length = 0; ///< characters read
};

/// Reads a zone at the very beginning of `text`: "UTC", "CET", "GMT+1", "UTC+05:30", "+0100",
/// "Europe/Paris"; nothing when something else stands there.
[[nodiscard]] std::optional<ZoneWord> readZone(QStringView text);
/// Finds the first zone anywhere in `text`, for sentences like "All times in CET (GMT+1)".
[[nodiscard]] std::optional<ZoneWord> findZone(QStringView text);
/// "+01:00" for 3600.
[[nodiscard]] QString offsetId(int seconds);

} // namespace SecondStory::Importing
