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

Result<QSet<qint64>> SqlSearchRepository::eventsThat(const EventMatch &match)
{
    const SqlDialect &dialect = m_connection.dialect();
    QVariantList values;
    QString from = u"event"_s;
    if (!match.words.isEmpty()) {
        const QString words = dialect.searchQuery(match.words, SqlDialect::LastWord::Beginning);
        if (words.isEmpty())
            return QSet<qint64>();
        // The snippet this offers is not asked for, and then not made.
        from = u'(' + dialect.searchSelect(u"event"_s, u"t.review, t.source, t.actors"_s) + u')';
        values << words;
    }
    QString sql = u"SELECT e.seq FROM "_s + from
        + u" e LEFT JOIN source s ON s.id = e.source"
          " WHERE (e.source IS NULL OR s.removed = 0) AND "
          "e.review = (SELECT number FROM review_number WHERE review_id = ?)"_s;
    values << dialect.idValue(match.review.value);
    const auto anyOf = [&](const QString &condition, qsizetype count) {
        if (count > 0)
            sql += u" AND ("_s + QStringList(count, condition).join(u" OR "_s) + u')';
    };
    anyOf(u"e.actors LIKE ?"_s, match.people.size());
    for (const PersonId person : match.people)
        values << QString(u'%' + person.toString() + u'%');
    anyOf(u"e.source = ?"_s, match.sources.size());
    for (const SourceId source : match.sources)
        values << dialect.idValue(source.value);
    auto query = m_connection.run(sql, values);
    if (!query)
        return failure(query.error());
    QSet<qint64> found;
    while (query->next())
        found.insert(query->value(0).toLongLong());
    return found;
}

} // namespace SecondStory::Store
