// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/jsonrun.h"

#include <QHash>

namespace SecondStory::Importing {

/// What has to be known of a trace before its events can be told: when it begins, and what its
/// processes and threads are called, which often stands at its end.
struct TraceOutline {
    std::optional<qint64> first; ///< the earliest time, in the trace's own microseconds
    QHash<QString, QString> names; ///< of "pid" and of "pid/tid"

    /// "Browser / IO thread", or numbers where nobody gave names.
    [[nodiscard]] QString laneOf(const JsonValue &record) const;
};

/// The number of microseconds in a member; nothing when it holds none that can be counted with.
[[nodiscard]] std::optional<qint64> traceMicroseconds(const JsonValue *value);
/// True when the phase is one of those that become events.
[[nodiscard]] bool isTraceHappening(const QString &phase);
/// Reads a whole trace once, keeping the outline only. Errors: as JsonRecordStream.
[[nodiscard]] Result<TraceOutline> readTraceOutline(EvidenceInput &input);

} // namespace SecondStory::Importing
