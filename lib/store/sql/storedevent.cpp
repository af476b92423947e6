// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sql/storedevent.h"

#include "store/sql/recordings.h"
#include "store/sql/sqlarchive.h"
#include "store/sql/sqlconnection.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Store {

namespace {

Result<QVariantList> valuesFor(SqlConnection &connection, const Event &event)
{
    Recordings recordings(connection);
    const auto review = recordings.numberOf(event.reviewId);
    if (!review)
        return failure(review.error());
    const auto recording = recordings.numberOf(Recording::of(event));
    if (!recording)
        return failure(recording.error());
    Event record = event;
    StoredEvent stored{ record, *review, *recording };
    RowBinder binder(connection.dialect());
    describe(binder, stored);
    return binder.values;
}

} // namespace

const QStringList &storedEventColumns()
{
    static const QStringList s_columns = [] {
        Event event;
        StoredEvent stored{ event };
        ColumnCollector collector;
        describe(collector, stored);
        return collector.names;
    }();
    return s_columns;
}

Result<void> insertEvent(SqlConnection &connection, const Event &event)
{
    const auto values = valuesFor(connection, event);
    if (!values)
        return failure(values.error());
    QString marks = u"?"_s;
    for (qsizetype i = 1; i < values->size(); ++i)
        marks += u", ?";
    return connection.execute(u"INSERT INTO event_row ("_s + storedEventColumns().join(u", "_s)
                                  + u") VALUES ("_s + marks + u')',
                              *values);
}

Result<int> updateEvent(SqlConnection &connection, const Event &event, int expectedVersion)
{
    auto values = valuesFor(connection, event);
    if (!values)
        return failure(values.error());
    *values << connection.dialect().idValue(event.id.value) << expectedVersion;
    auto query = connection.run(u"UPDATE event_row SET "_s + storedEventColumns().join(u" = ?, "_s)
                                    + u" = ? WHERE id = ? AND version = ?"_s,
                                *values);
    if (!query)
        return failure(query.error());
    return query->numRowsAffected();
}

Result<int> removeEvent(SqlConnection &connection, const Event &event)
{
    auto query = connection.run(u"DELETE FROM event_row WHERE id = ? AND version = ?"_s,
                                { connection.dialect().idValue(event.id.value), event.version });
    if (!query)
        return failure(query.error());
    return query->numRowsAffected();
}

} // namespace SecondStory::Store
