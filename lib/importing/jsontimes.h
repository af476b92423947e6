// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/jsonvalue.h"
#include "importing/timeresolver.h"

namespace SecondStory::Importing {

/// Reads the times that stand in a record's members. What is no time never stops a record: it stays
/// undated, keeps the characters as found, and is remarked on.
class JsonTimes {
public:
    /// `writer` takes the remarks and has to outlive this.
    JsonTimes(const ImportOptions &options, RecordWriter &writer);

    /// The time in a member; undated when there is no member, or it stands for "no time" (null,
    /// empty, zero, the zero time of Go).
    [[nodiscard]] RecordedTime read(const JsonValue *value, const QString &place,
                                    EpochUnit unit = EpochUnit::Told);
    [[nodiscard]] RecordedTime read(const QString &text, const QString &place,
                                    EpochUnit unit = EpochUnit::Told);
    /// The first of the members at these dotted paths that holds a time.
    [[nodiscard]] RecordedTime readFirst(const JsonValue &record,
                                         std::initializer_list<QStringView> paths,
                                         const QString &place, EpochUnit unit = EpochUnit::Told);
    /// Makes a range when the member holds a time other than the start.
    void setEnd(RecordedTime &time, const JsonValue *end, const QString &place,
                EpochUnit unit = EpochUnit::Told);

    [[nodiscard]] const QString &usedZone() const { return m_times.usedZone(); }
    [[nodiscard]] TimeResolver &resolver() { return m_times; }

private:
    RecordWriter &m_writer;
    TimeResolver m_times;
};

/// True when the member holds a time and not one of the ways to say there is none.
[[nodiscard]] bool holdsTime(const JsonValue *value);
/// Zone, when a time at one of these paths of the sketch states none and the options give none.
[[nodiscard]] Needs zoneNeed(const JsonSketch &sketch, std::initializer_list<QString> paths,
                             const ImportOptions &options);

} // namespace SecondStory::Importing
