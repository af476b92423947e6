// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sql/recordings.h"

#include "store/sql/sqlconnection.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Store {

namespace {

QString notNull(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QVariantList keyOf(const Recording &recording)
{
    return { notNull(recording.channel),
             notNull(recording.zone),
             static_cast<int>(recording.precision),
             static_cast<int>(recording.basis),
             recording.approximate ? 1 : 0,
             static_cast<int>(recording.reference) };
}

} // namespace

Recording Recording::of(const Event &event)
{
    return { event.reviewId,
             event.sourceId,
             event.channel,
             event.recorded.zone,
             event.recorded.precision,
             event.recorded.basis,
             event.recorded.approximate,
             event.recorded.reference };
}

size_t qHash(const Recording &recording, size_t seed)
{
    return qHashMulti(seed, recording.review, recording.source, recording.channel, recording.zone,
                      static_cast<int>(recording.precision), static_cast<int>(recording.basis),
                      recording.approximate, static_cast<int>(recording.reference));
}

Result<qint64> Recordings::numberOf(ReviewId review)
{
    if (const auto it = m_reviews.constFind(review); it != m_reviews.constEnd())
        return *it;
    const QVariantList id{ m_connection.dialect().idValue(review.value) };
    const QString select = u"SELECT number FROM review_number WHERE review_id = ?"_s;
    auto number = m_connection.scalar(select, id);
    if (number && !number->isValid()) {
        const auto added =
            m_connection.execute(u"INSERT INTO review_number (review_id) VALUES (?)"_s, id);
        if (!added)
            return failure(added.error());
        number = m_connection.scalar(select, id);
    }
    if (!number)
        return failure(number.error());
    m_reviews.insert(review, number->toLongLong());
    return number->toLongLong();
}

Result<qint64> Recordings::numberOf(const Recording &recording)
{
    if (const auto it = m_numbers.constFind(recording); it != m_numbers.constEnd())
        return *it;
    auto number = find(recording);
    if (number && *number == 0)
        number = add(recording);
    if (number)
        m_numbers.insert(recording, *number);
    return number;
}

Result<qint64> Recordings::find(const Recording &recording)
{
    const SqlDialect &dialect = m_connection.dialect();
    QVariantList values{ dialect.idValue(recording.review.value) };
    QString source = u"source IS NULL"_s;
    if (!recording.source.isNull()) {
        source = u"source = ?"_s;
        values << dialect.idValue(recording.source.value);
    }
    const auto number =
        m_connection.scalar(u"SELECT number FROM recording WHERE review_id = ? AND "_s + source
                                + u" AND channel = ? AND recorded_zone = ? AND recorded_precision "
                                  u"= ? AND recorded_basis = ? "
                                  "AND recorded_approximate = ? AND recorded_reference = ?"_s,
                            values + keyOf(recording));
    if (!number)
        return failure(number.error());
    return number->isValid() ? number->toLongLong() : 0;
}

Result<qint64> Recordings::add(const Recording &recording)
{
    const SqlDialect &dialect = m_connection.dialect();
    const QVariantList owners{ dialect.idValue(recording.review.value),
                               dialect.idValue(recording.source.value) };
    const auto added = m_connection.execute(
        u"INSERT INTO recording (review_id, source, channel, recorded_zone, recorded_precision, "
        u"recorded_basis, recorded_approximate, recorded_reference) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        owners + keyOf(recording));
    if (!added)
        return failure(added.error());
    return find(recording);
}

Result<Recording> Recordings::at(qint64 number)
{
    if (const auto it = m_recordings.constFind(number); it != m_recordings.constEnd())
        return *it;
    auto query = m_connection.run(
        u"SELECT review_id, source, channel, recorded_zone, recorded_precision, recorded_basis, "
        u"recorded_approximate, recorded_reference FROM recording WHERE number = ?"_s,
        { number });
    if (!query)
        return failure(query.error());
    Recording recording;
    if (query->next()) {
        const SqlDialect &dialect = m_connection.dialect();
        recording.review = { dialect.readId(query->value(0)) };
        if (!query->isNull(1))
            recording.source = { dialect.readId(query->value(1)) };
        recording.channel = query->value(2).toString();
        recording.zone = query->value(3).toString();
        recording.precision = static_cast<TimePrecision>(query->value(4).toInt());
        recording.basis = static_cast<TimeBasis>(query->value(5).toInt());
        recording.approximate = query->value(6).toInt() != 0;
        recording.reference = static_cast<ClockReference>(query->value(7).toInt());
    }
    m_recordings.insert(number, recording);
    return recording;
}

} // namespace SecondStory::Store
