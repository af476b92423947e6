// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QComboBox>

namespace SecondStory::Ui {

/// An editable combo of IANA time zones that completes anywhere in the name; begins with the
/// system's zone.
[[nodiscard]] QComboBox *makeZoneCombo(const QString &current = {}, QWidget *parent = nullptr);

} // namespace SecondStory::Ui
