// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sql/sqlsourcerepository.h"

#include "store/sql/seriespieces.h"
#include "store/sql/sqlsourcewriter.h"
#include "store/sql/sqltable.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Store {

namespace {

constexpr int kLockMs = 2'000;
constexpr qint64 kDiscardRows = 4'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("SecondStory::Store", text);
}

struct Unfinished {
    QVariant id;
    qint64 firstSeq = 0;
    qint64 indexedSeq = 0;
};

/// Takes out one step of what an unfinished import left; the lowest number that is left, 0 at the
/// end.
Result<qint64> discardStep(SqlConnection &connection, const Unfinished &source, qint64 from)
{
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return failure(transaction.error());
    const auto next = connection.scalar(
        u"SELECT seq FROM event WHERE seq >= ? AND source = ? ORDER BY seq LIMIT 1"_s,
        { from, source.id });
    if (!next)
        return failure(next.error());
    if (!next->isValid())
        return 0;
    const qint64 first = next->toLongLong();
    const qint64 last = first + kDiscardRows;
    // The search knows the rows up to a number only; it must not forget what it never knew.
    if (auto done = connection.execute(connection.dialect().forgetSearchRowsOfSource(),
                                       { first, std::min(last, source.indexedSeq + 1), source.id });
        !done)
        return failure(done.error());
    const auto gone =
        connection.execute(u"DELETE FROM event_row WHERE seq >= ? AND seq < ? AND recording IN "
                           "(SELECT number FROM recording WHERE source = ?)"_s,
                           { first, last, source.id });
    if (!gone)
        return failure(gone.error());
    if (auto done = (*transaction)->commit(); !done)
        return failure(done.error());
    return last;
}

Result<void> discardRest(SqlConnection &connection, const Unfinished &source)
{
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return failure(transaction.error());
    for (const char16_t *sql :
         { u"DELETE FROM series_piece WHERE series_id IN (SELECT id FROM series WHERE source = ?)",
           u"DELETE FROM series WHERE source = ?", u"DELETE FROM source_piece WHERE source_id = ?",
           u"DELETE FROM recording WHERE source = ?", u"DELETE FROM lane WHERE origin = ?",
           u"DELETE FROM person WHERE origin = ?", u"DELETE FROM source WHERE id = ?" }) {
        if (auto done = connection.execute(QString::fromUtf16(sql), { source.id }); !done)
            return done;
    }
    return (*transaction)->commit();
}

} // namespace

Result<std::unique_ptr<SourceWriter>> SqlSourceRepository::beginImport(ReviewId review,
                                                                       SourceId source)
{
    std::unique_ptr<ImportLock> lock;
    if (!m_connection.isInTransaction()) {
        if (auto done = discardUnfinished({}); !done)
            return failure(done.error());
        lock = std::make_unique<ImportLock>(m_connection.path());
        if (!lock->tryLock(kLockMs)) {
            Error error;
            error.code = ErrorCode::Storage;
            error.file = m_connection.path();
            error.what = tr("another import into this library is running");
            error.hint = tr("wait until it is done, then import again");
            return failure(std::move(error));
        }
    }
    return SqlSourceWriter::begin(m_connection, std::move(lock), review, source);
}

Result<void> SqlSourceRepository::discardUnfinished(const std::function<bool()> &goOn)
{
    auto query =
        m_connection.run(u"SELECT id, first_seq, indexed_seq FROM source WHERE pending <> 0"_s);
    if (!query)
        return failure(query.error());
    QList<Unfinished> left;
    while (query->next())
        left << Unfinished{ query->value(0), query->value(1).toLongLong(),
                            query->value(2).toLongLong() };
    query->finish();
    if (left.isEmpty())
        return {};
    ImportLock lock(m_connection.path());
    if (!lock.tryLock(0))
        return {};
    for (const Unfinished &source : std::as_const(left)) {
        qint64 from = source.firstSeq;
        while (from > 0) {
            if (goOn && !goOn())
                return {};
            const auto next = discardStep(m_connection, source, from);
            if (!next)
                return failure(next.error());
            from = *next;
        }
        if (auto done = discardRest(m_connection, source); !done)
            return done;
    }
    return {};
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

Result<std::vector<SeriesSample>> SqlSourceRepository::samples(SeriesId id)
{
    auto query =
        m_connection.run(u"SELECT bytes FROM series_piece WHERE series_id = ? ORDER BY number"_s,
                         { m_connection.dialect().idValue(id.value) });
    if (!query)
        return failure(query.error());
    std::vector<SeriesSample> samples;
    while (query->next()) {
        if (!unpackSamples(query->value(0).toByteArray(), samples))
            return failure(ErrorCode::Storage, tr("the samples of a series are damaged"));
    }
    return samples;
}

Result<SourceId> SqlSourceRepository::findByDigest(ReviewId review, const QByteArray &sha256)
{
    const auto id =
        m_connection.scalar(u"SELECT id FROM source WHERE review_id = ? AND removed = 0 "
                            "AND (sha256 = ? OR content_sha256 = ?) ORDER BY imported_at"_s,
                            { m_connection.dialect().idValue(review.value), sha256, sha256 });
    if (!id)
        return failure(id.error());
    return id->isValid() ? SourceId{ m_connection.dialect().readId(*id) } : SourceId{};
}

Result<ReviewId> SqlSourceRepository::reviewOfDigest(const QByteArray &sha256)
{
    const auto id =
        m_connection.scalar(u"SELECT review_id FROM source WHERE removed = 0 "
                            "AND (sha256 = ? OR content_sha256 = ?) ORDER BY imported_at"_s,
                            { sha256, sha256 });
    if (!id)
        return failure(id.error());
    return id->isValid() ? ReviewId{ m_connection.dialect().readId(*id) } : ReviewId{};
}

} // namespace SecondStory::Store
