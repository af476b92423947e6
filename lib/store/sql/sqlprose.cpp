// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sql/sqlprose.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Store {

Result<void> updateProse(SqlConnection &connection, const QUuid &ref,
                         const std::optional<Prose> &after)
{
    const SqlDialect &dialect = connection.dialect();
    const auto seq =
        connection.scalar(u"SELECT seq FROM prose WHERE ref = ?"_s, { dialect.idValue(ref) });
    if (!seq)
        return failure(seq.error());
    if (seq->isValid()) {
        if (auto done = connection.execute(dialect.forgetSearchRow(u"prose"_s), { *seq }); !done)
            return done;
    }
    if (!after)
        return seq->isValid() ? connection.execute(u"DELETE FROM prose WHERE seq = ?"_s, { *seq })
                              : Result<void>();
    const auto text = [](const QString &t) {
        return t.isNull() ? QVariant(QStringLiteral("")) : QVariant(t);
    };
    const auto written = seq->isValid()
        ? connection.execute(u"UPDATE prose SET title = ?, body = ? WHERE seq = ?"_s,
                             { text(after->title), text(after->body), *seq })
        : connection.execute(
            u"INSERT INTO prose(ref, review_id, kind, title, body) VALUES (?, ?, ?, ?, ?)"_s,
            { dialect.idValue(ref), dialect.idValue(after->review.value),
              static_cast<int>(after->kind), text(after->title), text(after->body) });
    if (!written)
        return written;
    const auto current =
        connection.scalar(u"SELECT seq FROM prose WHERE ref = ?"_s, { dialect.idValue(ref) });
    if (!current)
        return failure(current.error());
    return connection.execute(dialect.addSearchRow(u"prose"_s), { *current });
}

} // namespace SecondStory::Store
