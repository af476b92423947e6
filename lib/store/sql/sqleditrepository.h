// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/editrepository.h"
#include "store/sql/sqlconnection.h"

namespace SecondStory::Store {

class SqlEditRepository final : public EditRepository {
public:
    explicit SqlEditRepository(SqlConnection &connection)
        : m_connection(connection)
    {
    }
    [[nodiscard]] Result<ChangeSet> apply(const ChangeSet &set) override;

private:
    SqlConnection &m_connection;
};

} // namespace SecondStory::Store
