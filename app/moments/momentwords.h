// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/reviewcontents.h"
#include "domain/zoneclock.h"

namespace SecondStory::Ui {

/// "Goals", "Knew", "Cues noticed" …: what an account speaks of.
[[nodiscard]] QString aspectWord(AccountAspect aspect);
/// "Asha, Rafael" from the cast; those who are not in it are left out.
[[nodiscard]] QString namesOf(const ReviewContents &contents, const QList<PersonId> &people);
/// Whose account it is: names, or, where nobody is recorded, "Account 2" by its place.
[[nodiscard]] QString accountName(const ReviewContents &contents, const Account &account);
/// "14:24:41 – 14:25:31", with the date in front where it is `withDate`; "undated" without a time.
[[nodiscard]] QString spanText(const Moment &moment, const ZoneClock &clock, bool withDate);
/// The accounts of a moment in the order they were written down.
[[nodiscard]] QList<Account> accountsOf(const ReviewContents &contents, MomentId moment);
/// What is said of their differences.
[[nodiscard]] QList<Contradiction> differencesOf(const ReviewContents &contents, MomentId moment);
/// "2 accounts, 1 difference".
[[nodiscard]] QString accountsText(int accounts, int differences);
/// An open question about two accounts that do not agree.
[[nodiscard]] QString questionAbout(const ReviewContents &contents,
                                    const Contradiction &difference);

} // namespace SecondStory::Ui
