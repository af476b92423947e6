// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QCoreApplication;

namespace SecondStory::Services {

/// Makes the program speak the system's language where it can; English gets its plurals.
/// Call it once, before anything is shown.
void installTranslations(QCoreApplication &application);

} // namespace SecondStory::Services
