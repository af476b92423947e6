// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/evidencesource.h"
#include "domain/zoneclock.h"
#include "importing/importerregistry.h"

namespace SecondStory::Ui {

/// "Slack export"; the id itself when no importer of ours has it (any more).
[[nodiscard]] QString formatName(const QString &importerId);
/// "certainly", "likely", "perhaps", for how surely a file is of a format.
[[nodiscard]] QString likelihoodText(Importing::Likelihood likelihood);
/// "12.4 kB".
[[nodiscard]] QString sizeText(qint64 bytes);
/// "about", "to the minute" …
[[nodiscard]] QString precisionText(const RecordedTime &time);
/// "2026-05-20 13:16:00", with its end, as the review's zone shows it; "undated" without a time.
[[nodiscard]] QString timeText(const RecordedTime &time, const ZoneClock &clock);
/// What a record says of its time, a name and its words each: as understood, as written, zone and
/// basis, precision.
[[nodiscard]] QList<std::pair<QString, QString>> timeFacts(const RecordedTime &time,
                                                           const ZoneClock &clock);
/// "2026-05-19 – 2026-05-21", or one day.
[[nodiscard]] QString daysText(const EvidenceSource &source, const ZoneClock &clock);
/// "412 read = 404 imported + 3 skipped + 5 there already".
[[nodiscard]] QString countsText(const EvidenceSource &source);
/// The whole report of an import as plain text, for the clipboard.
[[nodiscard]] QString reportText(const EvidenceSource &source, const ZoneClock &clock);

/// Control and direction characters made visible; line ends and tabs stay.
[[nodiscard]] QString visibleText(const QString &text);

} // namespace SecondStory::Ui
