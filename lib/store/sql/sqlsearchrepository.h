// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/searchrepository.h"
#include "store/sql/sqlconnection.h"

namespace SecondStory::Store {

class SqlSearchRepository final : public SearchRepository {
public:
    explicit SqlSearchRepository(SqlConnection &connection)
        : m_connection(connection)
    {
    }
    [[nodiscard]] Result<QList<SearchHit>> search(const QString &words, ReviewId onlyReview,
                                                  int limit) override;
    [[nodiscard]] Result<QSet<qint64>> eventsWith(const QString &words, ReviewId review) override;

private:
    SqlConnection &m_connection;
};

} // namespace SecondStory::Store
