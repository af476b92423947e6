// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sql/sqllaneassignment.h"

#include "store/sql/recordings.h"
#include "store/sql/sqltable.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Store {

namespace {

constexpr int kChunk = 20'000;

struct StoredLane {
    qint64 seq = 0;
    QVariant lane;
};

tl::unexpected<Error> conflict(const LaneAssignment &assignment)
{
    Error error;
    error.code = ErrorCode::Conflict;
    error.place = assignment.id.toString();
    error.what = QCoreApplication::translate(
        "SecondStory::Store", "events of this source were put into other lanes since it was read");
    error.hint = QCoreApplication::translate("SecondStory::Store", "read it again and repeat");
    return failure(std::move(error));
}

/// One source on its way into other lanes.
class Assigning {
public:
    Assigning(SqlConnection &connection, const LaneAssignment &after, const LanesOfEvents &from,
              const LanesOfEvents &to)
        : m_connection(connection)
        , m_after(after)
        , m_from(from)
        , m_to(to)
        , m_update(connection.database())
    {
    }

    Result<void> run()
    {
        for (const auto step :
             { &Assigning::findBounds, &Assigning::keepChannels, &Assigning::makeLanes }) {
            if (auto done = (this->*step)(); !done)
                return done;
        }
        if (!m_update.prepare(u"UPDATE event_row SET lane = ? WHERE seq = ?"_s))
            return failure(m_connection.toError(m_update));
        for (const LaneId &lane : m_from.lanes)
            m_fromKeys << keyOf(lane.value);
        for (const LaneId &lane : m_to.lanes)
            m_toKeys << keyOf(lane.value);
        while (true) {
            const auto rows = readChunk();
            if (!rows)
                return failure(rows.error());
            if (rows->empty())
                break;
            m_first = rows->back().seq + 1;
            if (auto done = writeChunk(*rows); !done)
                return done;
        }
        return m_done == m_from.rows.size() ? Result<void>() : conflict(m_after);
    }

private:
    [[nodiscard]] QVariant keyOf(const QUuid &id) const
    {
        return m_connection.dialect().idValue(id);
    }

    Result<void> findBounds()
    {
        auto bounds = m_connection.run(
            u"SELECT first_seq, last_seq, own_lane FROM source WHERE id = ? AND removed = 0"_s,
            { keyOf(m_after.id.value) });
        if (!bounds)
            return failure(bounds.error());
        if (!bounds->next())
            return conflict(m_after);
        m_first = bounds->value(0).toLongLong();
        m_last = bounds->value(1).toLongLong();
        m_knowsChannels = !bounds->value(2).toString().isEmpty();
        return {};
    }

    Result<void> keepChannels()
    {
        if (m_knowsChannels)
            return {};
        const QVariant source = keyOf(m_after.id.value);
        auto query = m_connection.run(u"SELECT DISTINCT e.recording, e.lane, l.name FROM event e "
                                      u"JOIN lane l ON l.id = e.lane WHERE e.seq >= ? AND "
                                      "e.seq <= ? AND e.source = ? AND e.channel = ''"_s,
                                      { m_first, m_last, source });
        if (!query)
            return failure(query.error());
        struct Place {
            qint64 recording = 0;
            QVariant lane;
            QString name;
        };
        QList<Place> places;
        while (query->next())
            places << Place{ query->value(0).toLongLong(), query->value(1),
                             query->value(2).toString() };
        query->finish();
        Recordings recordings(m_connection);
        for (const Place &place : std::as_const(places)) {
            auto recording = recordings.at(place.recording);
            if (!recording)
                return failure(recording.error());
            recording->channel = place.name;
            const auto number = recordings.numberOf(*recording);
            if (!number)
                return failure(number.error());
            const auto kept = m_connection.execute(
                u"UPDATE event_row SET recording = ? WHERE seq >= ? AND seq <= ? AND recording = ? "
                "AND lane = ?"_s,
                { *number, m_first, m_last, place.recording, place.lane });
            if (!kept)
                return kept;
        }
        return {};
    }

    Result<void> makeLanes()
    {
        for (Lane lane : m_after.made) {
            const auto known = m_connection.scalar(u"SELECT COUNT(*) FROM lane WHERE id = ?"_s,
                                                   { keyOf(lane.id.value) });
            if (!known)
                return failure(known.error());
            if (known->toInt() > 0)
                continue;
            if (auto done = insertRow(m_connection, lane); !done)
                return done;
        }
        return {};
    }

    Result<std::vector<StoredLane>> readChunk()
    {
        auto query = m_connection.run(u"SELECT seq, lane FROM event WHERE seq >= ? AND seq <= ? "
                                      u"AND source = ? ORDER BY seq LIMIT "_s
                                          + QString::number(kChunk),
                                      { m_first, m_last, keyOf(m_after.id.value) });
        if (!query)
            return failure(query.error());
        std::vector<StoredLane> rows;
        rows.reserve(kChunk);
        while (query->next())
            rows.push_back({ query->value(0).toLongLong(), query->value(1) });
        return rows;
    }

    Result<void> writeChunk(const std::vector<StoredLane> &rows)
    {
        for (const StoredLane &row : rows) {
            if (m_done >= m_from.rows.size())
                return conflict(m_after);
            const QVariant &from = m_fromKeys[m_from.rows[m_done]];
            const QVariant &to = m_toKeys[m_to.rows[m_done]];
            ++m_done;
            if (row.lane.toByteArray() != from.toByteArray())
                return conflict(m_after);
            if (from == to)
                continue;
            m_update.bindValue(0, to);
            m_update.bindValue(1, row.seq);
            if (!m_update.exec())
                return failure(m_connection.toError(m_update));
        }
        return {};
    }

    SqlConnection &m_connection;
    const LaneAssignment &m_after;
    const LanesOfEvents &m_from;
    const LanesOfEvents &m_to;
    QSqlQuery m_update;
    QVariantList m_fromKeys;
    QVariantList m_toKeys;
    qint64 m_first = 0;
    qint64 m_last = 0;
    bool m_knowsChannels = false;
    size_t m_done = 0;
};

} // namespace

Result<void> assignLanes(SqlConnection &connection, const RecordChange<LaneAssignment> &change)
{
    const auto from = change.before ? unpackLanes(change.before->packed) : std::nullopt;
    const auto to = change.after ? unpackLanes(change.after->packed) : std::nullopt;
    if (!from || !to || from->rows.size() != to->rows.size())
        return failure(ErrorCode::BadInput,
                       QCoreApplication::translate("SecondStory::Store",
                                                   "this is no whole assignment of lanes"));
    return Assigning(connection, *change.after, *from, *to).run();
}

} // namespace SecondStory::Store
