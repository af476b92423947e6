// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sql/sqleventrepository.h"

#include "store/sql/sqltable.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Store {

namespace {

/// Events of removed sources stay stored, so that a removal can be undone, but nobody sees them.
const QString kFrom = u" FROM event e LEFT JOIN source s ON s.id = e.source "_s;
const QString kVisible = kFrom + u"WHERE (e.source IS NULL OR s.removed = 0)"_s;
/// One placeholder, the review's id; by the number that the rows are indexed by.
const QString kOfReview = u"e.review = (SELECT number FROM review_number WHERE review_id = ?)"_s;

constexpr int kMostParameters = 500;

QString marks(qsizetype count)
{
    QString text;
    for (qsizetype i = 0; i < count; ++i)
        text += i == 0 ? u"?" : u",?";
    return text;
}

/// Kind and flags of a row as one number: every column read costs as much as all the rest.
QString packedColumn()
{
    const auto flag = [](EventRow::Flag value, const QString &condition) {
        return QString(u" + CASE WHEN "_s + condition + u" THEN "_s + QString::number(256 * value)
                       + u" ELSE 0 END"_s);
    };
    const auto is = [](const QString &column, auto value) {
        return QString(column + u" = "_s + QString::number(static_cast<int>(value)));
    };
    const QString isVague = u"asserted_start IS NOT NULL AND asserted_certainty <> "_s
        + QString::number(static_cast<int>(Certainty::Exact));
    return u"kind"_s + flag(EventRow::Own, u"own <> 0"_s)
        + flag(EventRow::Starred, u"starred <> 0"_s)
        + flag(EventRow::Asserted, u"asserted_start IS NOT NULL"_s)
        + flag(EventRow::Approximate, isVague)
        + flag(EventRow::Remembered, is(u"grounds"_s, Grounds::Remembered))
        + flag(EventRow::Inferred, is(u"grounds"_s, Grounds::Inferred));
}

/// What a recording says of the rows that belong to it.
struct RecordingFlags {
    bool isRemoved = false; ///< its source is: nobody sees the rows
    quint8 flags = 0; ///< of rows whose recorded time stands
};

Result<QHash<qint64, RecordingFlags>> recordingFlags(SqlConnection &connection, ReviewId review)
{
    auto query = connection.run(u"SELECT g.number, COALESCE(s.removed, 0), g.recorded_basis, "
                                u"g.recorded_approximate FROM recording g LEFT JOIN source s "
                                "ON s.id = g.source WHERE g.review_id = ?"_s,
                                { connection.dialect().idValue(review.value) });
    if (!query)
        return failure(query.error());
    QHash<qint64, RecordingFlags> all;
    while (query->next()) {
        const auto basis = static_cast<TimeBasis>(query->value(2).toInt());
        const bool isAssumed = basis == TimeBasis::ZoneAssumed || basis == TimeBasis::DateAssumed
            || basis == TimeBasis::Relative;
        RecordingFlags flags;
        flags.isRemoved = query->value(1).toInt() != 0;
        flags.flags =
            static_cast<quint8>((isAssumed ? EventRow::AssumedTime : 0)
                                | (query->value(3).toInt() != 0 ? EventRow::Approximate : 0));
        all.insert(query->value(0).toLongLong(), flags);
    }
    return all;
}

EventRow rowFrom(const QSqlQuery &query)
{
    EventRow row;
    row.seq = query.value(0).toLongLong();
    row.start = query.value(1).toLongLong();
    const QVariant end = query.value(2);
    row.end = end.isNull() ? row.start : std::max(row.start, end.toLongLong());
    const int packed = query.value(4).toInt();
    row.kind = static_cast<EventKind>(packed & 0xff);
    row.flags = static_cast<quint8>(packed >> 8);
    return row;
}

/// Number, effective start and lane, from the first columns of a query.
EventFact factFrom(const SqlDialect &dialect, const QSqlQuery &query)
{
    EventFact fact;
    fact.seq = query.value(0).toLongLong();
    if (!query.isNull(1))
        fact.start = TimePoint{ query.value(1).toLongLong() };
    if (!query.isNull(2))
        fact.lane = { dialect.readId(query.value(2)) };
    return fact;
}

} // namespace

Result<EventTable> SqlEventRepository::table(ReviewId review)
{
    const SqlDialect &dialect = m_connection.dialect();
    // Two queries: the index hands out dated events in order; undated ones come by age.
    const QString columns = u"SELECT seq, effective_start, effective_end, lane, "_s + packedColumn()
        + u", recording FROM event_row e WHERE "_s + kOfReview;
    const auto recordings = recordingFlags(m_connection, review);
    if (!recordings)
        return failure(recordings.error());
    EventTable table;
    QHash<QByteArray, quint16> laneIndex;
    const auto read = [&](const QString &tail, std::vector<EventRow> &rows) -> Result<void> {
        auto query = m_connection.run(columns + tail, { dialect.idValue(review.value) });
        if (!query)
            return failure(query.error());
        while (query->next()) {
            const RecordingFlags recording = recordings->value(query->value(5).toLongLong());
            if (recording.isRemoved)
                continue;
            EventRow row = rowFrom(*query);
            if ((row.flags & EventRow::Asserted) == 0)
                row.flags |= recording.flags;
            const QByteArray lane = query->value(3).toByteArray();
            auto it = laneIndex.constFind(lane);
            if (it == laneIndex.constEnd())
                it = laneIndex.insert(lane, table.laneIndex({ dialect.readId(lane) }));
            row.lane = *it;
            rows.push_back(row);
        }
        return {};
    };
    if (auto done = read(u" AND effective_start IS NOT NULL ORDER BY effective_start, seq"_s,
                         table.rows.edit());
        !done)
        return failure(done.error());
    if (auto done = read(u" AND effective_start IS NULL ORDER BY seq"_s, table.undated.edit());
        !done)
        return failure(done.error());
    return table;
}

Result<QList<Event>> SqlEventRepository::bySeq(const QList<qint64> &seqs)
{
    QHash<qint64, Event> found;
    for (qsizetype from = 0; from < seqs.size(); from += kMostParameters) {
        const QList<qint64> part = seqs.mid(from, kMostParameters);
        QVariantList values;
        for (const qint64 seq : part)
            values << seq;
        auto query =
            m_connection.run(u"SELECT seq, "_s + quotedList(columnsOf<Event>())
                                 + u" FROM event WHERE seq IN ("_s + marks(part.size()) + u')',
                             values);
        if (!query)
            return failure(query.error());
        while (query->next())
            found.insert(query->value(0).toLongLong(),
                         readRow<Event>(m_connection.dialect(), *query, 1));
    }
    QList<Event> events;
    for (const qint64 seq : seqs) {
        if (const auto it = found.constFind(seq); it != found.constEnd())
            events << *it;
    }
    return events;
}

Result<QList<Event>> SqlEventRepository::byId(const QList<EventId> &ids)
{
    QList<Event> events;
    for (qsizetype from = 0; from < ids.size(); from += kMostParameters) {
        const QList<EventId> part = ids.mid(from, kMostParameters);
        QVariantList values;
        for (const EventId &id : part)
            values << m_connection.dialect().idValue(id.value);
        auto rows =
            selectRows<Event>(m_connection, u"WHERE id IN ("_s + marks(part.size()) + u')', values);
        if (!rows)
            return failure(rows.error());
        QHash<EventId, Event> found;
        for (const Event &event : std::as_const(*rows))
            found.insert(event.id, event);
        for (const EventId &id : part) {
            if (found.contains(id))
                events << found.value(id);
        }
    }
    return events;
}

Result<qint64> SqlEventRepository::seqOf(EventId id)
{
    const auto seq = m_connection.scalar(u"SELECT seq FROM event WHERE id = ?"_s,
                                         { m_connection.dialect().idValue(id.value) });
    if (!seq)
        return failure(seq.error());
    if (!seq->isValid())
        return failure(ErrorCode::NotFound,
                       QCoreApplication::translate("SecondStory::Store", "there is no event %1")
                           .arg(id.toString()));
    return seq->toLongLong();
}

Result<void> SqlEventRepository::visit(const EventQuery &filter,
                                       const std::function<bool(const Event &)> &visit)
{
    return visitNumbered(filter, [&visit](const Event &event, qint64) { return visit(event); });
}

Result<void>
SqlEventRepository::visitNumbered(const EventQuery &filter,
                                  const std::function<bool(const Event &, qint64 seq)> &visit)
{
    const SqlDialect &dialect = m_connection.dialect();
    QString where;
    QVariantList values;
    const auto also = [&](const QString &condition, const QVariant &value) {
        where += u" AND "_s + condition;
        values << value;
    };
    if (!filter.review.isNull())
        also(kOfReview, dialect.idValue(filter.review.value));
    if (filter.from)
        also(u"COALESCE(e.effective_end, e.effective_start) >= ?"_s, filter.from->us);
    if (filter.to)
        also(u"e.effective_start < ?"_s, filter.to->us);
    if (filter.kind)
        also(u"e.kind = ?"_s, static_cast<int>(*filter.kind));
    if (!filter.lane.isNull())
        also(u"e.lane = ?"_s, dialect.idValue(filter.lane.value));
    if (!filter.source.isNull())
        also(u"e.source = ?"_s, dialect.idValue(filter.source.value));
    if (!filter.actor.isNull())
        also(u"e.actors LIKE ?"_s, QVariant(u'%' + filter.actor.toString() + u'%'));
    if (!filter.code.isNull())
        also(u"e.id IN (SELECT target_id FROM coding WHERE code = ?)"_s,
             dialect.idValue(filter.code.value));
    if (filter.onlyUndated)
        where += u" AND e.effective_start IS NULL"_s;
    if (filter.onlyStarred)
        where += u" AND e.starred <> 0"_s;
    auto query = m_connection.run(
        u"SELECT e.seq, "_s + quotedList(columnsOf<Event>(), u"e."_s)
            + (filter.withRemovedSources ? QString(kFrom + u"WHERE 1 = 1"_s) : kVisible) + where
            + u" ORDER BY CASE WHEN e.effective_start IS NULL THEN 1 ELSE 0 END, e.effective_start, e.seq"_s,
        values);
    if (!query)
        return failure(query.error());
    while (query->next()) {
        if (!visit(readRow<Event>(dialect, *query, 1), query->value(0).toLongLong()))
            break;
    }
    return {};
}

Result<void> SqlEventRepository::visitActors(
    ReviewId review, const std::function<bool(const EventFact &, const QList<PersonId> &)> &visit)
{
    const SqlDialect &dialect = m_connection.dialect();
    auto query = m_connection.run(u"SELECT e.seq, e.effective_start, e.lane, e.actors"_s + kVisible
                                      + u" AND e.actors <> '' AND "_s + kOfReview,
                                  { dialect.idValue(review.value) });
    if (!query)
        return failure(query.error());
    // The same few people stand in row after row.
    QHash<QString, QList<PersonId>> known;
    while (query->next()) {
        const QString text = query->value(3).toString();
        auto people = known.constFind(text);
        if (people == known.constEnd())
            people = known.insert(text, idListFrom<PersonTag>(text));
        if (!visit(factFrom(dialect, *query), *people))
            break;
    }
    return {};
}

Result<void> SqlEventRepository::visitWords(
    ReviewId review, const QString &words,
    const std::function<bool(const EventFact &, const QString &title, const QString &text)> &visit)
{
    const SqlDialect &dialect = m_connection.dialect();
    const QString match = dialect.searchQuery(words, SqlDialect::LastWord::Whole);
    if (match.isEmpty())
        return {};
    // The words first, then their rows, one by one as they are asked for; the snippet this offers
    // is not, and then not made.
    const QString found = dialect.searchSelect(
        u"event"_s, u"t.effective_start, t.lane, t.title, t.text, t.review, t.source"_s);
    auto query = m_connection.run(
        u"SELECT e.seq, e.effective_start, e.lane, e.title, e.text FROM ("_s + found
            + u") e LEFT JOIN source s ON s.id = e.source"
              " WHERE (e.source IS NULL OR s.removed = 0) AND "_s
            + kOfReview,
        { match, dialect.idValue(review.value) });
    if (!query)
        return failure(query.error());
    while (query->next()) {
        if (!visit(factFrom(dialect, *query), query->value(3).toString(),
                   query->value(4).toString()))
            break;
    }
    return {};
}

Result<void> SqlEventRepository::visitLanes(SourceId source,
                                            const std::function<bool(const LaneFacts &)> &visit)
{
    const SqlDialect &dialect = m_connection.dialect();
    auto query =
        m_connection.run(u"SELECT e.lane, e.kind, e.actors, e.channel FROM source s JOIN event e "
                         "ON e.seq >= s.first_seq AND e.seq <= s.last_seq AND e.source = s.id "
                         "WHERE s.id = ? ORDER BY e.seq"_s,
                         { dialect.idValue(source.value) });
    if (!query)
        return failure(query.error());
    constexpr qsizetype kIdLength = 36;
    while (query->next()) {
        LaneFacts facts;
        facts.lane = { dialect.readId(query->value(0)) };
        facts.kind = static_cast<EventKind>(query->value(1).toInt());
        const QString actors = query->value(2).toString();
        if (!actors.isEmpty())
            facts.actor = { QUuid::fromString(QStringView(actors).left(kIdLength)) };
        facts.channel = query->value(3).toString();
        if (!visit(facts))
            break;
    }
    return {};
}

Result<QHash<QString, LaneId>> SqlEventRepository::lanesOfChannels(ReviewId review)
{
    const SqlDialect &dialect = m_connection.dialect();
    auto query = m_connection.run(u"SELECT g.channel, (SELECT e.lane FROM event_row e "
                                  u"WHERE e.seq >= s.first_seq AND e.seq <= s.last_seq AND "
                                  "e.recording = g.number ORDER BY e.seq LIMIT 1) "
                                  "FROM recording g JOIN source s ON s.id = g.source "
                                  "WHERE g.review_id = ? AND s.removed = 0 AND g.channel <> '' "
                                  "ORDER BY s.imported_at, g.number"_s,
                                  { dialect.idValue(review.value) });
    if (!query)
        return failure(query.error());
    QHash<QString, LaneId> lanes;
    while (query->next()) {
        if (!query->isNull(1))
            lanes.insert(query->value(0).toString(), { dialect.readId(query->value(1)) });
    }
    return lanes;
}

Result<KeySet> SqlEventRepository::naturalKeys(ReviewId review, const QString &importerId)
{
    auto query = m_connection.run(u"SELECT e.natural_key FROM source s JOIN event e "
                                  u"ON e.seq >= s.first_seq AND e.seq <= s.last_seq "
                                  "AND e.source = s.id WHERE s.review_id = ? AND "
                                  "s.importer = ? AND s.removed = 0 AND e.natural_key <> ''"_s,
                                  { m_connection.dialect().idValue(review.value), importerId });
    if (!query)
        return failure(query.error());
    KeySet keys;
    while (query->next())
        keys.add(query->value(0).toString().toUtf8());
    return keys;
}

} // namespace SecondStory::Store
