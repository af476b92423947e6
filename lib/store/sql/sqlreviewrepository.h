// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/reviewrepository.h"
#include "store/sql/sqlconnection.h"

namespace SecondStory::Store {

class SqlReviewRepository final : public ReviewRepository {
public:
    explicit SqlReviewRepository(SqlConnection &connection)
        : m_connection(connection)
    {
    }
    [[nodiscard]] Result<QList<ReviewListing>> list() override;
    [[nodiscard]] Result<ReviewId> find(const QString &text) override;
    [[nodiscard]] Result<ReviewContents> load(ReviewId id) override;
    [[nodiscard]] Result<void> remove(ReviewId id) override;
    [[nodiscard]] Result<QList<PressureUse>> pressureUses() override;
    [[nodiscard]] Result<QList<Code>> codes() override;

private:
    SqlConnection &m_connection;
};

} // namespace SecondStory::Store
