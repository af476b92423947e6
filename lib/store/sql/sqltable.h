// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/sql/sqlarchive.h"
#include "store/sql/sqlconnection.h"
#include "store/sql/storedevent.h"

/// Insert, update, remove and select for every kind of record, written once over describe(). Events
/// are read from a view; what they are stored in is in storedevent.h.
namespace SecondStory::Store {

template <class T>
[[nodiscard]] QString tableOf()
{
    using namespace Qt::StringLiterals;
    if constexpr (std::is_same_v<T, Review>)
        return u"review"_s;
    else if constexpr (std::is_same_v<T, Person>)
        return u"person"_s;
    else if constexpr (std::is_same_v<T, Lane>)
        return u"lane"_s;
    else if constexpr (std::is_same_v<T, EvidenceSource>)
        return u"source"_s;
    else if constexpr (std::is_same_v<T, Event>)
        return u"event"_s;
    else if constexpr (std::is_same_v<T, Moment>)
        return u"moment"_s;
    else if constexpr (std::is_same_v<T, Claim>)
        return u"claim"_s;
    else if constexpr (std::is_same_v<T, Factor>)
        return u"factor"_s;
    else if constexpr (std::is_same_v<T, Influence>)
        return u"influence"_s;
    else if constexpr (std::is_same_v<T, Pressure>)
        return u"pressure"_s;
    else if constexpr (std::is_same_v<T, Code>)
        return u"code"_s;
    else if constexpr (std::is_same_v<T, Coding>)
        return u"coding"_s;
    else if constexpr (std::is_same_v<T, EvidenceLink>)
        return u"evidence_link"_s;
    else if constexpr (std::is_same_v<T, Question>)
        return u"question"_s;
    else if constexpr (std::is_same_v<T, Learning>)
        return u"learning"_s;
    else if constexpr (std::is_same_v<T, Action>)
        return u"action"_s;
    else if constexpr (std::is_same_v<T, Section>)
        return u"section"_s;
    else if constexpr (std::is_same_v<T, TimeMark>)
        return u"time_mark"_s;
    else if constexpr (std::is_same_v<T, Series>)
        return u"series"_s;
    else if constexpr (std::is_same_v<T, SameAs>)
        return u"same_as"_s;
    else if constexpr (std::is_same_v<T, Account>)
        return u"account"_s;
    else if constexpr (std::is_same_v<T, Contradiction>)
        return u"contradiction"_s;
    else if constexpr (std::is_same_v<T, Activity>)
        return u"activity"_s;
    else if constexpr (std::is_same_v<T, SavedView>)
        return u"saved_view"_s;
    else if constexpr (std::is_same_v<T, LaneGroup>)
        return u"lane_group"_s;
    else if constexpr (std::is_same_v<T, KnownTo>)
        return u"known_to"_s;
    else {
        static_assert(std::is_same_v<T, StatedDuration>);
        return u"stated_duration"_s;
    }
}

template <class T>
inline constexpr bool kBelongsToReview = requires(T record)
{
    record.reviewId;
};

/// Column names of a record's table: id, version, review_id where it has one, then the described
/// fields.
template <class T>
[[nodiscard]] const QStringList &columnsOf()
{
    static const QStringList columns = [] {
        ColumnCollector collector;
        collector.names = { QStringLiteral("id"), QStringLiteral("version") };
        if constexpr (kBelongsToReview<T>)
            collector.names << QStringLiteral("review_id");
        T record;
        describe(collector, record);
        return collector.names;
    }();
    return columns;
}

[[nodiscard]] inline QString quotedList(const QStringList &columns, const QString &prefix = {})
{
    QString text;
    for (const QString &column : columns) {
        if (!text.isEmpty())
            text += u", ";
        text += prefix + u'"' + column + u'"';
    }
    return text;
}

template <class T>
[[nodiscard]] QVariantList valuesOf(const SqlDialect &dialect, T record)
{
    RowBinder binder(dialect);
    binder(u"id", record.id);
    binder(u"version", record.version);
    if constexpr (kBelongsToReview<T>)
        binder(u"reviewId", record.reviewId);
    describe(binder, record);
    return binder.values;
}

/// Reads a row selected with columnsOf<T>() from `firstColumn` on.
template <class T>
[[nodiscard]] T readRow(const SqlDialect &dialect, const QSqlQuery &query, int firstColumn = 0)
{
    T record;
    RowReader reader(dialect, query, firstColumn);
    reader(u"id", record.id);
    reader(u"version", record.version);
    if constexpr (kBelongsToReview<T>)
        reader(u"reviewId", record.reviewId);
    describe(reader, record);
    return record;
}

template <class T>
[[nodiscard]] QString insertStatement()
{
    const QStringList &columns = columnsOf<T>();
    QString marks;
    for (qsizetype i = 0; i < columns.size(); ++i)
        marks += i == 0 ? u"?" : u", ?";
    return u"INSERT INTO " + tableOf<T>() + u'(' + quotedList(columns) + u") VALUES (" + marks
        + u')';
}

template <class T>
[[nodiscard]] Result<void> insertRow(SqlConnection &connection, const T &record)
{
    if constexpr (std::is_same_v<T, Event>)
        return insertEvent(connection, record);
    else
        return connection.execute(insertStatement<T>(), valuesOf(connection.dialect(), record));
}

/// Number of rows changed: 0 when the stored version is another.
template <class T>
[[nodiscard]] Result<int> updateRow(SqlConnection &connection, const T &record, int expectedVersion)
{
    if constexpr (std::is_same_v<T, Event>) {
        return updateEvent(connection, record, expectedVersion);
    } else {
        QString sets;
        for (const QString &column : columnsOf<T>())
            sets += (sets.isEmpty() ? u"\"" : u", \"") + column + u"\" = ?";
        QVariantList values = valuesOf(connection.dialect(), record);
        values << connection.dialect().idValue(record.id.value) << expectedVersion;
        auto query = connection.run(
            u"UPDATE " + tableOf<T>() + u" SET " + sets + u" WHERE id = ? AND version = ?", values);
        if (!query)
            return failure(query.error());
        return query->numRowsAffected();
    }
}

template <class T>
[[nodiscard]] Result<int> removeRow(SqlConnection &connection, const T &record)
{
    if constexpr (std::is_same_v<T, Event>) {
        return removeEvent(connection, record);
    } else {
        auto query =
            connection.run(u"DELETE FROM " + tableOf<T>() + u" WHERE id = ? AND version = ?",
                           { connection.dialect().idValue(record.id.value), record.version });
        if (!query)
            return failure(query.error());
        return query->numRowsAffected();
    }
}

/// Rows of a table; `tail` is the WHERE and ORDER BY.
template <class T>
[[nodiscard]] Result<QList<T>> selectRows(SqlConnection &connection, const QString &tail,
                                          const QVariantList &values = {})
{
    auto query = connection.run(
        u"SELECT " + quotedList(columnsOf<T>()) + u" FROM " + tableOf<T>() + u' ' + tail, values);
    if (!query)
        return failure(query.error());
    QList<T> rows;
    while (query->next())
        rows << readRow<T>(connection.dialect(), *query);
    return rows;
}

template <class T, class IdType>
[[nodiscard]] Result<std::optional<T>> selectOne(SqlConnection &connection, IdType id)
{
    auto rows = selectRows<T>(connection, QStringLiteral("WHERE id = ?"),
                              { connection.dialect().idValue(id.value) });
    if (!rows)
        return failure(rows.error());
    return rows->isEmpty() ? std::optional<T>() : rows->first();
}

} // namespace SecondStory::Store
