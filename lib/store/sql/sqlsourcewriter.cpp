// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sql/sqlsourcewriter.h"

#include "store/sql/seriespieces.h"
#include "store/sql/sqltable.h"

#include <QCoreApplication>

#include <limits>

using namespace Qt::StringLiterals;

namespace SecondStory::Store {

namespace {

/// Small enough that somebody else who wants to write hardly notices.
constexpr size_t kBatch = 8'000;
/// Fewer and larger segments for the search, fewer waits for the disk; still soon cancelled.
constexpr size_t kBatchAlone = 24'000;
/// The search knows every row of a batch that is stored.
constexpr qint64 kAllIndexed = std::numeric_limits<qint64>::max() - 1;

QString tr(const char *text)
{
    return QCoreApplication::translate("SecondStory::Store", text);
}

/// Rows are stored without their references being looked up, one by one, while this lives.
class TrustedReferences {
public:
    explicit TrustedReferences(SqlConnection &connection)
        : m_connection(connection)
        , m_state(connection.executeAll(connection.dialect().trustReferencesStatements()))
    {
    }
    ~TrustedReferences()
    {
        (void)m_connection.executeAll(m_connection.dialect().checkReferencesStatements());
    }
    Q_DISABLE_COPY_MOVE(TrustedReferences)
    [[nodiscard]] const Result<void> &state() const { return m_state; }

private:
    SqlConnection &m_connection;
    Result<void> m_state;
};

} // namespace

SqlSourceWriter::SqlSourceWriter(SqlConnection &connection, std::unique_ptr<ImportLock> lock,
                                 SourceId source)
    : m_connection(connection)
    , m_lock(std::move(lock))
    , m_source(source)
{
}

SqlSourceWriter::~SqlSourceWriter()
{
    // Whatever comes next on this connection has to reach the disk again at once.
    m_insert.reset();
    if (!m_lock)
        return;
    (void)m_connection.executeAll(m_connection.dialect().durableStatements());
    if (m_isAlone)
        (void)m_connection.executeAll(m_connection.dialect().writingStatements());
}

Result<std::unique_ptr<SourceWriter>> SqlSourceWriter::begin(SqlConnection &connection,
                                                             std::unique_ptr<ImportLock> lock,
                                                             ReviewId review, SourceId source)
{
    std::unique_ptr<SqlSourceWriter> writer(
        new SqlSourceWriter(connection, std::move(lock), source));
    if (auto done = writer->start(review); !done)
        return failure(done.error());
    return std::unique_ptr<SourceWriter>(std::move(writer));
}

Result<void> SqlSourceWriter::start(ReviewId review)
{
    // Until it is shown, nothing of the import counts: it need not reach the disk before.
    if (m_lock) {
        m_isAlone = m_connection.dialect().writeAlone(m_connection.database());
        if (auto done = m_connection.executeAll(m_connection.dialect().hastyStatements()); !done)
            return done;
    }
    auto insert = SqliteBulkInsert::prepare(m_connection, m_isAlone ? kBatchAlone : kBatch);
    if (!insert)
        return failure(insert.error());
    m_insert = std::move(*insert);
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    const auto last = m_connection.scalar(u"SELECT COALESCE(MAX(seq), 0) FROM event"_s);
    if (!last)
        return failure(last.error());
    EvidenceSource source;
    source.id = m_source;
    source.reviewId = review;
    source.removed = true;
    if (auto done = insertRow(m_connection, source); !done)
        return done;
    const auto marked = m_connection.execute(
        u"UPDATE source SET pending = 1, first_seq = ?, indexed_seq = ? WHERE id = ?"_s,
        { last->toLongLong() + 1, kAllIndexed, m_connection.dialect().idValue(m_source.value) });
    if (!marked)
        return marked;
    return (*transaction)->commit();
}

Result<void> SqlSourceWriter::add(const Event &event)
{
    if (!event.laneId.isNull() && !m_usedLanes.contains(event.laneId)) {
        m_usedLanes.insert(event.laneId);
        m_uncheckedLanes << event.laneId;
    }
    m_insert->add(event);
    return m_insert->isFull() ? flush() : Result<void>();
}

Result<void> SqlSourceWriter::addPerson(const Person &person)
{
    m_people << person;
    m_people.last().origin = m_source;
    return {};
}

Result<void> SqlSourceWriter::addLane(const Lane &lane)
{
    m_lanes << lane;
    m_lanes.last().origin = m_source;
    return {};
}

Result<void> SqlSourceWriter::flush()
{
    const TrustedReferences trusted(m_connection);
    if (!trusted.state())
        return trusted.state();
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    if (auto done = storeBatch(); !done)
        return done;
    if (auto done = (*transaction)->commit(); !done)
        return done;
    m_lanes.clear();
    m_people.clear();
    m_uncheckedLanes.clear();
    return {};
}

Result<void> SqlSourceWriter::storeBatch()
{
    for (const Lane &lane : std::as_const(m_lanes)) {
        if (auto done = insertRow(m_connection, lane); !done)
            return done;
    }
    for (const Person &person : std::as_const(m_people)) {
        if (auto done = insertRow(m_connection, person); !done)
            return done;
    }
    if (auto done = checkLanes(); !done)
        return done;
    return m_insert->store();
}

Result<void> SqlSourceWriter::checkLanes()
{
    // Once is enough for a lane: with a row that refers to it nobody can take it out any more.
    for (const LaneId &lane : std::as_const(m_uncheckedLanes)) {
        const auto found = m_connection.scalar(u"SELECT 1 FROM lane WHERE id = ?"_s,
                                               { m_connection.dialect().idValue(lane.value) });
        if (!found)
            return failure(found.error());
        if (!found->isValid())
            return failure(ErrorCode::BadInput, tr("the records do not fit together"));
    }
    return {};
}

Result<void> SqlSourceWriter::addSeries(const Series &series,
                                        const std::vector<SeriesSample> &samples)
{
    if (auto done = flush(); !done)
        return done;
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    if (auto done = insertRow(m_connection, series); !done)
        return done;
    int number = 0;
    for (const QByteArray &piece : packSamples(samples)) {
        const auto done = m_connection.execute(
            u"INSERT INTO series_piece(series_id, number, bytes) VALUES (?, ?, ?)"_s,
            { m_connection.dialect().idValue(series.id.value), number++, piece });
        if (!done)
            return done;
    }
    return (*transaction)->commit();
}

Result<void> SqlSourceWriter::keepBytes(const QByteArray &piece)
{
    return m_connection.execute(
        u"INSERT INTO source_piece(source_id, number, bytes) VALUES (?, ?, ?)"_s,
        { m_connection.dialect().idValue(m_source.value), m_piece++, qCompress(piece) });
}

Result<void> SqlSourceWriter::finish(const EvidenceSource &source,
                                     const std::function<bool()> &goOn)
{
    if (auto done = flush(); !done)
        return done;
    if (goOn && !goOn())
        return failure(ErrorCode::Cancelled,
                       tr("the import was cancelled; nothing of the file was kept"));
    m_insert.reset();
    return show(source);
}

Result<void> SqlSourceWriter::show(const EvidenceSource &source)
{
    if (m_lock) {
        if (auto done = m_connection.executeAll(m_connection.dialect().durableStatements()); !done)
            return done;
    }
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    const auto changed = updateRow(m_connection, source, 0);
    if (!changed)
        return failure(changed.error());
    const QVariant id = m_connection.dialect().idValue(source.id.value);
    const auto shown = m_connection.execute(
        u"UPDATE source SET pending = 0, last_seq = (SELECT COALESCE(MAX(seq), 0) FROM event) WHERE id = ?"_s,
        { id });
    if (!shown)
        return shown;
    const auto touched = m_connection.execute(
        u"UPDATE review SET updated = ? WHERE id = ?"_s,
        { TimePoint::now().us, m_connection.dialect().idValue(source.reviewId.value) });
    if (!touched)
        return touched;
    return (*transaction)->commit();
}

} // namespace SecondStory::Store
