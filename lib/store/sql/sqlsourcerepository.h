// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/sourcewriter.h"
#include "store/sql/sqlconnection.h"

namespace SecondStory::Store {

class SqlSourceRepository final : public SourceRepository {
public:
    explicit SqlSourceRepository(SqlConnection &connection)
        : m_connection(connection)
    {
    }
    [[nodiscard]] Result<std::unique_ptr<SourceWriter>> beginImport(ReviewId review,
                                                                    SourceId source) override;
    [[nodiscard]] Result<void> discardUnfinished(const std::function<bool()> &goOn) override;
    [[nodiscard]] Result<QByteArray> bytes(SourceId id) override;
    [[nodiscard]] Result<std::vector<SeriesSample>> samples(SeriesId id) override;
    [[nodiscard]] Result<SourceId> findByDigest(ReviewId review, const QByteArray &sha256) override;
    [[nodiscard]] Result<ReviewId> reviewOfDigest(const QByteArray &sha256) override;

private:
    SqlConnection &m_connection;
};

} // namespace SecondStory::Store
