// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace SecondStory::Importing {

/// The unit that a metric's name states by Prometheus' naming rules: "seconds" for
/// "node_cpu_seconds_total", "bytes" for "process_resident_memory_bytes"; empty for a count
/// ("…_seconds_count", "…_seconds_bucket") and for any other name. Never guessed from values.
[[nodiscard]] QString unitOfMetric(const QString &name);

} // namespace SecondStory::Importing
