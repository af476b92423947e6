// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sql/sqlretiming.h"

#include "store/sql/recordings.h"
#include "store/sql/seriespieces.h"
#include "store/sql/sqltable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Store {

namespace {

constexpr int kChunk = 5'000;

struct TimedRow {
    qint64 seq = 0;
    RecordedTime time;
    bool isAsserted = false;
    qint64 recording = 0;
};

std::optional<TimePoint> timeAt(const QSqlQuery &query, int column)
{
    return query.isNull(column) ? std::optional<TimePoint>()
                                : TimePoint{ query.value(column).toLongLong() };
}

std::optional<qint64> numberAt(const QSqlQuery &query, int column)
{
    return query.isNull(column) ? std::optional<qint64>() : query.value(column).toLongLong();
}

QVariant valueOf(std::optional<TimePoint> time)
{
    return time ? QVariant(time->us) : QVariant(QMetaType::fromType<qint64>());
}

TimedRow rowFrom(const QSqlQuery &query)
{
    TimedRow row;
    row.seq = query.value(0).toLongLong();
    row.time.start = timeAt(query, 1);
    row.time.end = timeAt(query, 2);
    row.time.zone = query.value(3).toString();
    row.time.basis = static_cast<TimeBasis>(query.value(4).toInt());
    row.time.reference = static_cast<ClockReference>(query.value(5).toInt());
    row.time.reading = numberAt(query, 6);
    row.time.readingEnd = numberAt(query, 7);
    row.isAsserted = !query.isNull(8);
    row.recording = query.value(9).toLongLong();
    return row;
}

/// One source on its way to another clock.
class Retiming {
public:
    Retiming(SqlConnection &connection, const SourceClock &before, EvidenceSource &source)
        : m_connection(connection)
        , m_before(before)
        , m_source(source)
        , m_resolver(clockOf(source))
    {
    }

    Result<void> run()
    {
        m_source.undated = 0;
        m_source.first.reset();
        m_source.last.reset();
        m_source.basis = TimeBasis::Absolute;
        auto bounds = m_connection.run(u"SELECT first_seq, last_seq FROM source WHERE id = ?"_s,
                                       { sourceKey() });
        if (!bounds)
            return failure(bounds.error());
        if (!bounds->next())
            return {};
        qint64 from = bounds->value(0).toLongLong();
        const qint64 last = bounds->value(1).toLongLong();
        bounds->finish();
        while (true) {
            const auto rows = readChunk(from, last);
            if (!rows)
                return failure(rows.error());
            if (rows->empty())
                break;
            from = rows->back().seq + 1;
            if (auto done = writeChunk(*rows); !done)
                return done;
        }
        return shiftSeries();
    }

private:
    [[nodiscard]] QVariant sourceKey() const
    {
        return m_connection.dialect().idValue(m_source.id.value);
    }

    Result<std::vector<TimedRow>> readChunk(qint64 from, qint64 last)
    {
        auto query = m_connection.run(
            u"SELECT seq, recorded_start, recorded_end, recorded_zone, recorded_basis, "
            u"recorded_reference, recorded_reading, recorded_reading_end, asserted_start, "
            u"recording "
            u"FROM event WHERE seq >= ? AND seq <= ? AND source = ? ORDER BY seq LIMIT "_s
                + QString::number(kChunk),
            { from, last, sourceKey() });
        if (!query)
            return failure(query.error());
        std::vector<TimedRow> rows;
        while (query->next())
            rows.push_back(rowFrom(*query));
        return rows;
    }

    Result<void> writeChunk(const std::vector<TimedRow> &rows)
    {
        QSqlQuery recorded(m_connection.database());
        QSqlQuery effective(m_connection.database());
        if (!recorded.prepare(
                u"UPDATE event_row SET recorded_start = ?, recorded_end = ?, recording = ? "
                "WHERE seq = ?"_s)
            || !effective.prepare(
                u"UPDATE event_row SET effective_start = ?, effective_end = ? WHERE seq = ?"_s))
            return failure(m_connection.toError(recorded));
        for (const TimedRow &row : rows) {
            const RecordedTime after = m_resolver.retimed(row.time, m_before);
            count(after);
            if (after == row.time)
                continue;
            recorded.bindValue(0, valueOf(after.start));
            recorded.bindValue(1, valueOf(after.end));
            const auto recording = recordingFor(row.recording, after);
            if (!recording)
                return failure(recording.error());
            recorded.bindValue(2, *recording);
            recorded.bindValue(3, row.seq);
            if (!recorded.exec())
                return failure(m_connection.toError(recorded));
            if (row.isAsserted)
                continue;
            effective.bindValue(0, valueOf(after.start));
            effective.bindValue(1, valueOf(after.end));
            effective.bindValue(2, row.seq);
            if (!effective.exec())
                return failure(m_connection.toError(effective));
        }
        return {};
    }

    /// The recording that differs from another in what the clock decides.
    Result<qint64> recordingFor(qint64 number, const RecordedTime &time)
    {
        auto recording = m_recordings.at(number);
        if (!recording)
            return failure(recording.error());
        if (recording->zone == time.zone && recording->basis == time.basis)
            return number;
        recording->zone = time.zone;
        recording->basis = time.basis;
        return m_recordings.numberOf(*recording);
    }

    void count(const RecordedTime &time)
    {
        if (!time.start) {
            ++m_source.undated;
            return;
        }
        m_source.first = m_source.first ? std::min(*m_source.first, *time.start) : *time.start;
        m_source.last = m_source.last ? std::max(*m_source.last, *time.start) : *time.start;
        m_source.basis = std::max(m_source.basis, time.basis);
    }

    /// Samples are instants: only the skew moves them.
    Result<void> shiftSeries()
    {
        const qint64 shift = m_source.skewUs - m_before.skewUs;
        auto all = selectRows<Series>(m_connection, u"WHERE source = ?"_s, { sourceKey() });
        if (!all)
            return failure(all.error());
        for (Series &series : *all) {
            if (series.first)
                m_source.first = m_source.first
                    ? std::min(*m_source.first, TimePoint{ series.first->us + shift })
                    : TimePoint{ series.first->us + shift };
            if (series.last)
                m_source.last = m_source.last
                    ? std::max(*m_source.last, TimePoint{ series.last->us + shift })
                    : TimePoint{ series.last->us + shift };
            if (shift == 0)
                continue;
            if (auto done = shiftSamples(series, shift); !done)
                return done;
        }
        return {};
    }

    Result<void> shiftSamples(const Series &series, qint64 shift)
    {
        const QVariant id = m_connection.dialect().idValue(series.id.value);
        auto query = m_connection.run(
            u"SELECT number, bytes FROM series_piece WHERE series_id = ? ORDER BY number"_s,
            { id });
        if (!query)
            return failure(query.error());
        QList<std::pair<int, QByteArray>> moved;
        while (query->next()) {
            std::vector<SeriesSample> samples;
            if (!unpackSamples(query->value(1).toByteArray(), samples))
                continue;
            for (SeriesSample &sample : samples)
                sample.time.us += shift;
            moved << std::pair{ query->value(0).toInt(), packSamples(samples).value(0) };
        }
        query->finish();
        for (const auto &[number, bytes] : std::as_const(moved)) {
            const auto done = m_connection.execute(
                u"UPDATE series_piece SET bytes = ? WHERE series_id = ? AND number = ?"_s,
                { bytes, id, number });
            if (!done)
                return done;
        }
        return m_connection.execute(
            u"UPDATE series SET first = first + ?, last = last + ? WHERE id = ?"_s,
            { shift, shift, id });
    }

    SqlConnection &m_connection;
    Recordings m_recordings{ m_connection };
    SourceClock m_before;
    EvidenceSource &m_source;
    ReadingResolver m_resolver;
};

} // namespace

Result<void> retimeEvents(SqlConnection &connection, const SourceClock &before,
                          EvidenceSource &source)
{
    return Retiming(connection, before, source).run();
}

} // namespace SecondStory::Store
