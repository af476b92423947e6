// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sql/sqlsourcerepository.h"

#include "store/sql/sqlitebulkinsert.h"
#include "store/sql/sqltable.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Store {

namespace {

constexpr qsizetype kPieceBytes = 1024 * 1024;

class SqlSourceWriter final : public SourceWriter {
public:
    static Result<std::unique_ptr<SourceWriter>> begin(SqlConnection &connection)
    {
        auto transaction = Transaction::begin(connection);
        if (!transaction)
            return failure(transaction.error());
        const auto lastSeq = connection.scalar(u"SELECT COALESCE(MAX(seq), 0) FROM event"_s);
        if (!lastSeq)
            return failure(lastSeq.error());
        auto insert = SqliteBulkInsert::prepare(connection, insertStatement<Event>());
        if (!insert)
            return failure(insert.error());
        return std::unique_ptr<SourceWriter>(new SqlSourceWriter(
            connection, std::move(*transaction), std::move(*insert), lastSeq->toLongLong()));
    }

    Result<void> add(const Event &event) override
    {
        // Events point at their source, so it has to be there first; finish() fills it in.
        if (!m_hasSource) {
            EvidenceSource source;
            source.id = event.sourceId;
            source.reviewId = event.reviewId;
            if (auto done = insertRow(m_connection, source); !done)
                return done;
            m_hasSource = true;
        }
        return m_insert->add(event);
    }
    Result<void> addPerson(const Person &person) override
    {
        return insertRow(m_connection, person);
    }
    Result<void> addLane(const Lane &lane) override { return insertRow(m_connection, lane); }

    Result<void> keepBytes(const QByteArray &bytes) override
    {
        m_bytes = bytes;
        return {};
    }

    Result<void> finish(const EvidenceSource &source) override
    {
        if (auto done = writeSource(source); !done)
            return done;
        if (auto done = writeBytes(source.id); !done)
            return done;
        const SqlDialect &dialect = m_connection.dialect();
        if (auto done = m_connection.execute(dialect.addSearchRowsAbove(u"event"_s), { m_lastSeq });
            !done)
            return done;
        const auto touched =
            m_connection.execute(u"UPDATE review SET updated = ? WHERE id = ?"_s,
                                 { TimePoint::now().us, dialect.idValue(source.reviewId.value) });
        if (!touched)
            return touched;
        m_insert.reset();
        return m_transaction->commit();
    }

private:
    SqlSourceWriter(SqlConnection &connection, std::unique_ptr<Transaction> transaction,
                    std::unique_ptr<SqliteBulkInsert> insert, qint64 lastSeq)
        : m_connection(connection)
        , m_transaction(std::move(transaction))
        , m_insert(std::move(insert))
        , m_lastSeq(lastSeq)
    {
    }

    Result<void> writeSource(const EvidenceSource &source)
    {
        if (!m_hasSource)
            return insertRow(m_connection, source);
        const auto changed = updateRow(m_connection, source, 0);
        if (!changed)
            return failure(changed.error());
        return {};
    }

    Result<void> writeBytes(SourceId id)
    {
        int number = 0;
        for (qsizetype from = 0; from < m_bytes.size(); from += kPieceBytes) {
            const QByteArray piece = qCompress(m_bytes.mid(from, kPieceBytes));
            const auto done = m_connection.execute(
                u"INSERT INTO source_piece(source_id, number, bytes) VALUES (?, ?, ?)"_s,
                { m_connection.dialect().idValue(id.value), number++, piece });
            if (!done)
                return done;
        }
        return {};
    }

    SqlConnection &m_connection;
    // Declared before the statement: a statement must be gone before its transaction rolls back.
    std::unique_ptr<Transaction> m_transaction;
    std::unique_ptr<SqliteBulkInsert> m_insert;
    qint64 m_lastSeq;
    QByteArray m_bytes;
    bool m_hasSource = false;
};

} // namespace

Result<std::unique_ptr<SourceWriter>> SqlSourceRepository::beginImport()
{
    return SqlSourceWriter::begin(m_connection);
}

Result<QByteArray> SqlSourceRepository::bytes(SourceId id)
{
    auto query =
        m_connection.run(u"SELECT bytes FROM source_piece WHERE source_id = ? ORDER BY number"_s,
                         { m_connection.dialect().idValue(id.value) });
    if (!query)
        return failure(query.error());
    QByteArray bytes;
    while (query->next())
        bytes += qUncompress(query->value(0).toByteArray());
    return bytes;
}

Result<SourceId> SqlSourceRepository::findByDigest(ReviewId review, const QByteArray &sha256)
{
    const auto id = m_connection.scalar(
        u"SELECT id FROM source WHERE review_id = ? AND sha256 = ? AND removed = 0"_s,
        { m_connection.dialect().idValue(review.value), sha256 });
    if (!id)
        return failure(id.error());
    return id->isValid() ? SourceId{ m_connection.dialect().readId(*id) } : SourceId{};
}

} // namespace SecondStory::Store
