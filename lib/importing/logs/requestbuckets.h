// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/logs/accessline.h"
#include "importing/timeresolver.h"

#include <array>
#include <map>

namespace SecondStory::Importing {

/// Sums requests up by the minute; lines may come in any order.
/// Memory: at most kMostMinutes minutes, whatever the length of the log.
class RequestBuckets {
public:
    static constexpr size_t kMostMinutes = 600'000; ///< more than a year of them

    explicit RequestBuckets(const ImportOptions &options)
        : m_times(options)
    {
    }

    /// Errors: BadInput when the log spans more minutes than are kept.
    [[nodiscard]] Result<void> take(const AccessLine &request, qint64 line,
                                    const RecordWriter &writer);
    /// Writes an event a minute, in order of time, and the two series. Errors: what the sink
    /// returned.
    [[nodiscard]] Result<void> write(RecordWriter &writer);
    [[nodiscard]] const QString &usedZone() const { return m_times.usedZone(); }

private:
    struct Bucket {
        QString text; ///< the first request's time
        CivilTime minute;
        std::optional<int> offset;
        qint64 firstLine = 0;
        qint64 lastLine = 0;
        qint64 firstFailure = 0; ///< line of the first 5xx
        std::array<qint64, 6> counts{}; ///< by the status' first digit; 0: none stated
    };

    [[nodiscard]] ParsedEvent eventFor(const Bucket &bucket, RecordWriter &writer);
    [[nodiscard]] Result<void> writeSeries(RecordWriter &writer);

    TimeResolver m_times;
    /// By what the time counts from (false: the instant is known) and its minute.
    std::map<std::pair<bool, qint64>, Bucket> m_minutes;
    std::map<qint64, std::pair<qint64, qint64>> m_dated; ///< minute: requests, 5xx
};

} // namespace SecondStory::Importing
