// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/event.h"
#include "domain/result.h"

#include <QHash>

namespace SecondStory::Store {

class SqlConnection;

/// What many events of a source have in common, stored once for all of them.
struct Recording {
    ReviewId review;
    SourceId source; ///< null for the analyst's own events
    QString channel;
    QString zone;
    TimePrecision precision = TimePrecision::Second;
    TimeBasis basis = TimeBasis::None;
    bool approximate = false;
    ClockReference reference = ClockReference::Unknown;

    bool operator==(const Recording &) const = default;
    [[nodiscard]] static Recording of(const Event &event);
};

[[nodiscard]] size_t qHash(const Recording &recording, size_t seed = 0);

/// Finds the numbers that rows have for reviews and recordings; gives new ones. To be used inside
/// one transaction: it remembers what it found.
class Recordings {
public:
    explicit Recordings(SqlConnection &connection)
        : m_connection(connection)
    {
    }

    /// Errors: Storage. Cost: a few statements the first time.
    [[nodiscard]] Result<qint64> numberOf(ReviewId review);
    [[nodiscard]] Result<qint64> numberOf(const Recording &recording);
    /// The recording with a number. Errors: Storage.
    [[nodiscard]] Result<Recording> at(qint64 number);

private:
    [[nodiscard]] Result<qint64> find(const Recording &recording);
    [[nodiscard]] Result<qint64> add(const Recording &recording);

    SqlConnection &m_connection;
    QHash<ReviewId, qint64> m_reviews;
    QHash<Recording, qint64> m_numbers;
    QHash<qint64, Recording> m_recordings;
};

} // namespace SecondStory::Store
