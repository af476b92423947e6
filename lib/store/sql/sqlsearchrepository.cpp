// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sql/sqlsearchrepository.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Store {

Result<QList<SearchHit>> SqlSearchRepository::search(const QString &words, ReviewId onlyReview,
                                                     int limit)
{
    const SqlDialect &dialect = m_connection.dialect();
    const QString beginning = dialect.searchQuery(words, SqlDialect::LastWord::Beginning);
    QList<SearchHit> hits;
    if (beginning.isEmpty())
        return hits;

    const auto collect = [&](const QString &select, const QString &match, const QString &tail,
                             auto &&read) -> Result<void> {
        QVariantList values{ match };
        QString sql = select;
        if (!onlyReview.isNull()) {
            sql += u" AND t.review_id = ?"_s;
            values << dialect.idValue(onlyReview.value);
        }
        auto query = m_connection.run(
            sql + tail + u" LIMIT "_s + QString::number(limit - hits.size()), values);
        if (!query)
            return failure(query.error());
        while (query->next())
            hits << read(*query);
        return {};
    };
    const auto prose =
        collect(dialect.searchSelect(u"prose"_s, u"t.review_id, t.kind, t.ref, t.title"_s),
                beginning, QString(), [&](const QSqlQuery &q) {
                    return SearchHit{ { dialect.readId(q.value(2)) },
                                      { static_cast<TargetKind>(q.value(3).toInt()),
                                        dialect.readId(q.value(4)) },
                                      q.value(5).toString(),
                                      q.value(1).toString(),
                                      std::nullopt };
                });
    if (!prose)
        return failure(prose.error());
    if (hits.size() >= limit)
        return hits;
    const QString select = dialect.searchSelect(
        u"event"_s,
        u"t.review_id, t.id, CASE WHEN t.caption = '' THEN t.title ELSE t.caption END, t.effective_start"_s);
    const QString visible =
        u" AND NOT EXISTS (SELECT 1 FROM source s WHERE s.id = t.source AND s.removed <> 0)"_s;
    const auto read = [&](const QSqlQuery &q) {
        SearchHit hit{ { dialect.readId(q.value(2)) },
                       { TargetKind::Event, dialect.readId(q.value(3)) },
                       q.value(4).toString(),
                       q.value(1).toString(),
                       std::nullopt };
        if (!q.isNull(5))
            hit.time = q.value(5).toLongLong();
        return hit;
    };
    // Every row with one of the words that begin so is gathered before the first hit comes; a word
    // that stands as it is, is found at once. Mostly there are enough of those.
    const QString whole = dialect.searchQuery(words, SqlDialect::LastWord::Whole);
    const qsizetype before = hits.size();
    if (auto done = collect(select, whole, visible, read); !done)
        return failure(done.error());
    if (hits.size() < limit && beginning != whole) {
        hits.erase(hits.begin() + before, hits.end());
        if (auto done = collect(select, beginning, visible, read); !done)
            return failure(done.error());
    }
    // Within the hits kept, events read best in time order.
    std::stable_sort(hits.begin(), hits.end(), [](const SearchHit &a, const SearchHit &b) {
        const bool aIsEvent = a.target.kind == TargetKind::Event;
        const bool bIsEvent = b.target.kind == TargetKind::Event;
        if (aIsEvent != bIsEvent)
            return bIsEvent;
        return aIsEvent && a.time.value_or(INT64_MAX) < b.time.value_or(INT64_MAX);
    });
    return hits;
}

Result<QSet<qint64>> SqlSearchRepository::eventsWith(const QString &words, ReviewId review)
{
    const SqlDialect &dialect = m_connection.dialect();
    const QString match = dialect.searchQuery(words, SqlDialect::LastWord::Beginning);
    QSet<qint64> seqs;
    if (match.isEmpty())
        return seqs;
    auto query = m_connection.run(dialect.searchNumbers(u"event"_s) + u" AND t.review_id = ?"_s,
                                  { match, dialect.idValue(review.value) });
    if (!query)
        return failure(query.error());
    while (query->next())
        seqs.insert(query->value(0).toLongLong());
    return seqs;
}

} // namespace SecondStory::Store
