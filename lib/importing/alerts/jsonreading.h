// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/recordtext.h"
#include "importing/jsonrecordstream.h"
#include "importing/timeresolver.h"

#include <QHash>
#include <QSet>

#include <initializer_list>

namespace SecondStory::Importing {

/// "key: value" of the members with a value, without those left out; empty for a null pointer.
[[nodiscard]] QStringList namedLines(const JsonValue *object, const QStringList &without = {});
/// The place of an item within a record: "line 4, /alerts/2".
[[nodiscard]] QString placeWithin(const QString &place, const QString &path, qsizetype index = -1);

/// What one import of a file of JSON records keeps while it reads: the clock, the records already
/// known, and the ends that stood before their beginnings.
class JsonReading {
public:
    JsonReading(JsonRecordStream &stream, const ImportOptions &options, RecordWriter &writer);

    [[nodiscard]] JsonRecordStream &stream() { return m_stream; }
    [[nodiscard]] RecordWriter &writer() { return m_writer; }
    [[nodiscard]] const QString &place() const { return m_stream.place(); }
    [[nodiscard]] const QString &container() const { return m_stream.container(); }
    [[nodiscard]] const QString &usedZone() const { return m_times.usedZone(); }
    [[nodiscard]] TimeResolver &times() { return m_times; }

    /// The time a string or number states; undated for a null pointer and the zero times of
    /// programs. Remarks on what is no time.
    [[nodiscard]] RecordedTime timeOf(const JsonValue *value, const QString &place,
                                      EpochUnit unit = EpochUnit::Told);
    /// The time at the first of those paths that states one.
    [[nodiscard]] RecordedTime
    timeAt(const JsonValue &record, std::initializer_list<QStringView> paths, const QString &place);
    void setEnd(RecordedTime &time, const RecordedTime &end, const QString &place)
    {
        TimeResolver::setEnd(time, end, place, m_writer);
    }

    /// True when an event with that natural key was taken before.
    [[nodiscard]] bool isKnown(const QString &naturalKey) const;
    /// Gives the event on. One without words, or with a natural key that is known, is skipped.
    [[nodiscard]] Result<void> take(ParsedEvent event);
    void skip(const QString &place, const QString &why) { m_writer.skip(place, why); }
    /// Remarks once in the whole file.
    void remarkOnce(const QString &what);

    /// Keeps the end of something whose beginning stands further down (newest first). Memory: at
    /// most 100,000 ends.
    void keepEnd(const QString &key, const RecordedTime &end);
    [[nodiscard]] RecordedTime takeEnd(const QString &key) { return m_ends.take(key); }
    /// Names for ids, gathered before the records are read. Memory: at most 100,000 names.
    void keepName(const QString &id, const QString &name);
    [[nodiscard]] QString nameOf(const QString &id) const { return m_names.value(id); }

private:
    JsonRecordStream &m_stream;
    RecordWriter &m_writer;
    TimeResolver m_times;
    QSet<quint64> m_known;
    QSet<QString> m_remarked;
    QHash<QString, RecordedTime> m_ends;
    QHash<QString, QString> m_names;
};

} // namespace SecondStory::Importing
