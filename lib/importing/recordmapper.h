// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/timeresolver.h"
#include "importing/wordcache.h"

namespace SecondStory::Importing {

/// The values of one row or object as UTF-8, sorted by what the mapping says they are. The bytes
/// belong to the reader they come from.
struct MappedRecord {
    QByteArrayView time;
    QByteArrayView endTime;
    QByteArrayView title;
    QByteArrayView text;
    QByteArrayView kind;
    QByteArrayView actor;
    QByteArrayView lane;
    QByteArrayView key;
    QStringList others; ///< "column: value" of what the mapping does not name
};

/// Makes events of mapped records: the same rules for CSV and JSON Lines.
class RecordMapper {
public:
    RecordMapper(const ColumnMapping &mapping, const ImportOptions &options, RecordWriter &writer);

    /// Gives the record on as an event, or as skipped with the reason. A record without a time is
    /// undated.
    [[nodiscard]] Result<void> take(const MappedRecord &record, const QString &place);
    [[nodiscard]] const QString &usedZone() const { return m_times.usedZone(); }

private:
    [[nodiscard]] std::optional<RecordedTime> readTime(QByteArrayView bytes, const QString &place);
    [[nodiscard]] bool fillTime(const MappedRecord &record, const QString &place,
                                RecordedTime &time);
    void fillWords(const MappedRecord &record, ParsedEvent &event) const;

    ColumnMapping m_mapping;
    RecordWriter &m_writer;
    TimeResolver m_times;
    EpochUnit m_unit;
    EventKind m_fixedKind;
    WordCache<EventKind> m_kinds;
    WordCache<QString> m_lanes;
    WordCache<QList<ParsedActor>> m_actors;
};

/// True when the value is a time that states no zone of its own.
[[nodiscard]] bool lacksZone(QStringView time);
/// True when the value stands for "no time": empty, "null", "-", or the zero time of Go and .NET.
[[nodiscard]] bool isNoTime(QStringView time);
[[nodiscard]] bool isNoTime(QByteArrayView time);

} // namespace SecondStory::Importing
