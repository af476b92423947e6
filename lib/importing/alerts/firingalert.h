// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/alerts/jsonreading.h"

namespace SecondStory::Importing {

/// What stands around an alert in its file.
struct AlertSetting {
    QString place; ///< of the alert
    QString status; ///< of the payload, for an alert that states none of its own
};

/// Makes events of one alert as Prometheus' Alertmanager and Grafana write it: one where it began
/// to fire, one where it was resolved. The first carries the interval when the end is known. An
/// alert sent again is skipped; of one sent again because it was resolved only the end is taken.
/// Errors: as RecordWriter::event().
[[nodiscard]] Result<void> takeAlert(JsonReading &reading, const JsonValue &alert,
                                     const AlertSetting &setting);
/// Every item of the payload's `alerts`; skips a payload without any.
[[nodiscard]] Result<void> takeAlerts(JsonReading &reading, const JsonValue &payload);

} // namespace SecondStory::Importing
