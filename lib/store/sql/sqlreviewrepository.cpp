// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sql/sqlreviewrepository.h"

#include "store/sql/sqltable.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Store {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("SecondStory::Store", text);
}

Result<QHash<ReviewId, qint64>> countsByReview(SqlConnection &connection, const QString &sql)
{
    auto query = connection.run(sql);
    if (!query)
        return failure(query.error());
    QHash<ReviewId, qint64> counts;
    while (query->next())
        counts.insert({ connection.dialect().readId(query->value(0)) },
                      query->value(1).toLongLong());
    return counts;
}

Error noSuchReview(const QString &text)
{
    Error error;
    error.code = ErrorCode::NotFound;
    error.what = tr("there is no review \"%1\"").arg(text);
    error.hint = tr("name it by id, by the beginning of its id, or by its exact title");
    return error;
}

/// Tables whose rows belong to a review, in an order in which they can be emptied.
QStringList dependentTables()
{
    return { u"evidence_link"_s,   u"coding"_s,   u"pressure"_s,  u"influence"_s,
             u"action"_s,          u"factor"_s,   u"claim"_s,     u"section"_s,
             u"contradiction"_s,   u"account"_s,  u"moment"_s,    u"activity"_s,
             u"question"_s,        u"learning"_s, u"time_mark"_s, u"saved_view"_s,
             u"stated_duration"_s, u"known_to"_s, u"prose"_s,     u"same_as"_s };
}

} // namespace

Result<QList<ReviewListing>> SqlReviewRepository::list()
{
    auto reviews = selectRows<Review>(m_connection, u"ORDER BY updated DESC, id"_s);
    if (!reviews)
        return failure(reviews.error());
    // The sources know how many events they brought, so that nothing here counts millions of rows.
    const auto imported = countsByReview(
        m_connection,
        u"SELECT review_id, SUM(imported) FROM source WHERE removed = 0 GROUP BY review_id"_s);
    const auto own = countsByReview(m_connection,
                                    u"SELECT n.review_id, COUNT(*) FROM event_row e JOIN "
                                    u"review_number n ON n.number = e.review "
                                    "WHERE e.own <> 0 GROUP BY n.review_id"_s);
    const auto factors = countsByReview(
        m_connection, u"SELECT review_id, COUNT(*) FROM factor GROUP BY review_id"_s);
    const auto questions = countsByReview(
        m_connection,
        u"SELECT review_id, COUNT(*) FROM question WHERE status = 0 GROUP BY review_id"_s);
    auto named =
        m_connection.run(u"SELECT DISTINCT review_id, code FROM pressure WHERE code IS NOT NULL"_s);
    for (const auto *counts : { &imported, &own, &factors, &questions }) {
        if (!*counts)
            return failure(counts->error());
    }
    if (!named)
        return failure(named.error());
    QHash<ReviewId, QList<CodeId>> pressures;
    while (named->next())
        pressures[{ m_connection.dialect().readId(named->value(0)) }]
            << CodeId{ m_connection.dialect().readId(named->value(1)) };
    QList<ReviewListing> listings;
    listings.reserve(reviews->size());
    for (const Review &review : std::as_const(*reviews)) {
        listings << ReviewListing{ review, imported->value(review.id) + own->value(review.id),
                                   static_cast<int>(factors->value(review.id)),
                                   static_cast<int>(questions->value(review.id)),
                                   pressures.value(review.id) };
    }
    return listings;
}

Result<ReviewId> SqlReviewRepository::find(const QString &text)
{
    auto query = m_connection.run(u"SELECT id, title FROM review"_s);
    if (!query)
        return failure(query.error());
    QList<ReviewId> byTitle;
    QList<ReviewId> byPrefix;
    const QString wanted = text.trimmed().toLower();
    while (query->next()) {
        const ReviewId id{ m_connection.dialect().readId(query->value(0)) };
        if (id.toString() == wanted)
            return id;
        if (query->value(1).toString() == text)
            byTitle << id;
        if (wanted.size() >= 4 && id.toString().startsWith(wanted))
            byPrefix << id;
    }
    const QList<ReviewId> &found = byTitle.isEmpty() ? byPrefix : byTitle;
    if (found.isEmpty())
        return failure(noSuchReview(text));
    if (found.size() > 1)
        return failure(ErrorCode::Usage, tr("\"%1\" fits %2 reviews").arg(text).arg(found.size()),
                       tr("use the id"));
    return found.first();
}

Result<ReviewContents> SqlReviewRepository::load(ReviewId id)
{
    ReviewContents contents;
    const auto review = selectOne<Review>(m_connection, id);
    if (!review)
        return failure(review.error());
    if (!*review)
        return failure(noSuchReview(id.toString()));
    contents.review = **review;

    const QVariantList key{ m_connection.dialect().idValue(id.value) };
    Result<void> status;
    const auto read = [&](auto &list, const QString &order, const QString &only = {}) {
        using T = typename std::decay_t<decltype(list)>::value_type;
        auto rows = selectRows<T>(m_connection,
                                  u"WHERE review_id = ? "_s + only + u"ORDER BY "_s + order, key);
        if (rows)
            list = std::move(*rows);
        else if (status)
            status = failure(rows.error());
    };
    // Ids are made in order of time, so that "by id" is the order in which people added things.
    // What an import that is not done has brought is not there yet.
    const QString done =
        u"AND NOT EXISTS (SELECT 1 FROM source s WHERE s.id = %1 AND s.pending <> 0) "_s;
    read(contents.people, u"id"_s, done.arg(u"origin"_s));
    read(contents.lanes, u"position, id"_s, done.arg(u"origin"_s));
    read(contents.sources, u"imported_at, id"_s, u"AND pending = 0 "_s);
    read(contents.laneGroups, u"position, id"_s);
    read(contents.moments, u"id"_s);
    read(contents.accounts, u"id"_s);
    read(contents.contradictions, u"id"_s);
    read(contents.activities, u"id"_s);
    read(contents.claims, u"id"_s);
    read(contents.factors, u"id"_s);
    read(contents.influences, u"id"_s);
    read(contents.pressures, u"id"_s);
    read(contents.codings, u"id"_s);
    read(contents.evidenceLinks, u"id"_s);
    read(contents.questions, u"id"_s);
    read(contents.learnings, u"position, id"_s);
    read(contents.actions, u"position, id"_s);
    read(contents.sections, u"position, id"_s);
    read(contents.marks, u"start, id"_s);
    read(contents.series, u"id"_s, done.arg(u"series.source"_s));
    read(contents.sameAs, u"id"_s);
    read(contents.knownTo, u"id"_s);
    read(contents.statedDurations, u"id"_s);
    read(contents.savedViews, u"position, id"_s);
    if (!status)
        return failure(status.error());
    return contents;
}

Result<void> SqlReviewRepository::remove(ReviewId id)
{
    auto transaction = Transaction::begin(m_connection);
    if (!transaction)
        return failure(transaction.error());
    const SqlDialect &dialect = m_connection.dialect();
    const QVariantList key{ dialect.idValue(id.value) };
    QStringList statements{ dialect.forgetSearchRowsOf(u"event"_s),
                            dialect.forgetSearchRowsOf(u"prose"_s) };
    for (const QString &table : dependentTables())
        statements << u"DELETE FROM %1 WHERE review_id = ?"_s.arg(table);
    statements
        << u"DELETE FROM event_row WHERE review = (SELECT number FROM review_number WHERE review_id = ?)"_s
        << u"DELETE FROM recording WHERE review_id = ?"_s
        << u"DELETE FROM review_number WHERE review_id = ?"_s
        << u"DELETE FROM series_piece WHERE series_id IN (SELECT id FROM series WHERE review_id = ?)"_s
        << u"DELETE FROM series WHERE review_id = ?"_s
        << u"DELETE FROM source_piece WHERE source_id IN (SELECT id FROM source WHERE review_id = ?)"_s
        << u"DELETE FROM source WHERE review_id = ?"_s << u"DELETE FROM lane WHERE review_id = ?"_s
        << u"DELETE FROM lane_group WHERE review_id = ?"_s
        << u"DELETE FROM person WHERE review_id = ?"_s;
    for (const QString &statement : std::as_const(statements)) {
        if (auto done = m_connection.execute(statement, key); !done)
            return done;
    }
    auto gone = m_connection.run(u"DELETE FROM review WHERE id = ?"_s, key);
    if (!gone)
        return failure(gone.error());
    if (gone->numRowsAffected() != 1)
        return failure(noSuchReview(id.toString()));
    for (const QString &statement : dialect.scrubSearch()) {
        if (auto done = m_connection.execute(statement); !done)
            return done;
    }
    return (*transaction)->commit();
}

Result<QList<PressureUse>> SqlReviewRepository::pressureUses()
{
    const QString archived = QString::number(static_cast<int>(ReviewStatus::Archived));
    auto query = m_connection.run(u"SELECT p.review_id, p.code, p.phases, p.polarity FROM pressure "
                                  u"p JOIN review r ON r.id = p.review_id "
                                  "WHERE p.code IS NOT NULL AND r.status <> %1 UNION ALL "
                                  "SELECT c.review_id, c.code, c.phases, c.polarity FROM coding c "
                                  "JOIN review r ON r.id = c.review_id "
                                  "WHERE r.status <> %1"_s.arg(archived));
    if (!query)
        return failure(query.error());
    QList<PressureUse> uses;
    const SqlDialect &dialect = m_connection.dialect();
    while (query->next()) {
        uses << PressureUse{ { dialect.readId(query->value(0)) },
                             { dialect.readId(query->value(1)) },
                             Phases::fromInt(query->value(2).toUInt()),
                             static_cast<Polarity>(query->value(3).toInt()) };
    }
    return uses;
}

Result<QList<Code>> SqlReviewRepository::codes()
{
    return selectRows<Code>(m_connection, u"ORDER BY position, key"_s);
}

} // namespace SecondStory::Store
