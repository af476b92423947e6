// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/logs/logstamp.h"

namespace SecondStory::Importing {

/// Gives stamps their instants, in the order of the file, and tells where the order goes back.
class StampClock {
public:
    explicit StampClock(const ImportOptions &options)
        : m_times(options)
        , m_days(m_times)
    {
    }

    [[nodiscard]] RecordedTime read(const LogStamp &stamp, const QString &place,
                                    RecordWriter &writer);
    [[nodiscard]] const QString &usedZone() const { return m_times.usedZone(); }

private:
    TimeResolver m_times;
    DayClock m_days;
    std::optional<TimePoint> m_previous;
};

/// What the stamps of a file's first lines lack and `options` does not give.
class StampNeeds {
public:
    void look(const LogStamp &stamp);
    [[nodiscard]] Needs missing(const ImportOptions &options) const;

private:
    bool m_lacksZone = false;
    bool m_lacksDate = false;
};

} // namespace SecondStory::Importing
