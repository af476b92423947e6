// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sql/sqlretiming.h"

#include "store/sql/recordings.h"
#include "store/sql/seriespieces.h"
#include "store/sql/sqltable.h"

#include <QtNumeric>

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
        const auto isShifted = shiftAll(from, last);
        if (!isShifted)
            return failure(isShifted.error());
        if (*isShifted)
            return shiftSeries();
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

    /// Where the clock is off by another span and nothing else is new, all times move by the same:
    /// the store does that by itself, ten times as fast. False when each has to be looked at.
    Result<bool> shiftAll(qint64 from, qint64 last)
    {
        auto numbers =
            m_connection.run(u"SELECT number FROM recording WHERE source = ?"_s, { sourceKey() });
        if (!numbers)
            return failure(numbers.error());
        while (numbers->next()) {
            const auto recording = m_recordings.at(numbers->value(0).toLongLong());
            if (!recording)
                return failure(recording.error());
            RecordedTime time;
            time.zone = recording->zone;
            time.basis = recording->basis;
            time.reference = recording->reference;
            if (!m_resolver.onlyShifts(time, m_before))
                return false;
        }
        const qint64 shift = m_source.skewUs - m_before.skewUs;
        const QString rows =
            u" WHERE seq >= ? AND seq <= ? AND recording IN (SELECT number FROM recording WHERE "
            "source = ?)"_s;
        // A reading without a time may get one by another skew; times near the ends of the calendar
        // stay where they are.
        auto ends = m_connection.run(
            u"SELECT MIN(recorded_start), MAX(recorded_start), MAX(recorded_end), SUM(CASE WHEN "
            "recorded_start IS NULL AND recorded_reading IS NOT NULL THEN 1 ELSE 0 END) FROM "
            "event_row"_s
                + rows,
            { from, last, sourceKey() });
        if (!ends)
            return failure(ends.error());
        if (!ends->next() || ends->isNull(0))
            return false;
        const qint64 first = ends->value(0).toLongLong();
        const qint64 greatest = std::max(ends->value(1).toLongLong(),
                                         ends->isNull(2) ? first : ends->value(2).toLongLong());
        const bool isApart = ends->value(3).toLongLong() > 0;
        ends->finish();
        if (isApart || !isInCalendar(first, shift) || !isInCalendar(greatest, shift))
            return false;
        if (auto done = m_connection.execute(
                u"UPDATE event_row SET recorded_start = recorded_start + ?, recorded_end = "
                "recorded_end + ?, effective_start = CASE WHEN asserted_start IS NULL THEN "
                "effective_start + ? ELSE effective_start END, effective_end = CASE WHEN "
                "asserted_start IS NULL THEN effective_end + ? ELSE effective_end END"_s
                    + rows + u" AND recorded_start IS NOT NULL"_s,
                { shift, shift, shift, shift, from, last, sourceKey() });
            !done)
            return failure(done.error());
        if (auto done = countAll(from, last); !done)
            return failure(done.error());
        return true;
    }

    static bool isInCalendar(qint64 us, qint64 shift)
    {
        qint64 sum = 0;
        return !qAddOverflow(us, shift, &sum) && sum >= kEarliestTime.us && sum <= kLatestTime.us;
    }

    /// What count() finds, of all rows at once.
    Result<void> countAll(qint64 from, qint64 last)
    {
        auto query = m_connection.run(
            u"SELECT COUNT(*) - COUNT(e.recorded_start), MIN(e.recorded_start), "
            "MAX(e.recorded_start), MAX(CASE WHEN e.recorded_start IS NULL THEN 0 ELSE "
            "g.recorded_basis END) FROM event_row e CROSS JOIN recording g WHERE g.number = "
            "e.recording AND e.seq >= ? AND e.seq <= ? AND g.source = ?"_s,
            { from, last, sourceKey() });
        if (!query)
            return failure(query.error());
        if (!query->next())
            return {};
        m_source.undated = query->value(0).toLongLong();
        m_source.first = timeAt(*query, 1);
        m_source.last = timeAt(*query, 2);
        m_source.basis = std::max(m_source.basis, static_cast<TimeBasis>(query->value(3).toInt()));
        return {};
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
                u"UPDATE event_row SET recorded_start = ?, recorded_end = ?, recording = ?, "
                "effective_start = ?, effective_end = ? WHERE seq = ?"_s))
            return failure(m_connection.toError(recorded));
        for (const TimedRow &row : rows) {
            const RecordedTime after = m_resolver.retimed(row.time, m_before);
            count(after);
            if (after == row.time)
                continue;
            const auto recording = recordingFor(row.recording, after);
            if (!recording)
                return failure(recording.error());
            // An asserted time stays where it is drawn.
            QSqlQuery &query = row.isAsserted ? recorded : effective;
            int place = 0;
            query.bindValue(place++, valueOf(after.start));
            query.bindValue(place++, valueOf(after.end));
            query.bindValue(place++, *recording);
            if (!row.isAsserted) {
                query.bindValue(place++, valueOf(after.start));
                query.bindValue(place++, valueOf(after.end));
            }
            query.bindValue(place, row.seq);
            if (!query.exec())
                return failure(m_connection.toError(query));
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
