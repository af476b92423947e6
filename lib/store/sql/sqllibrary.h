// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/library.h"
#include "store/sql/sqlconnection.h"
#include "store/sql/sqleditrepository.h"
#include "store/sql/sqleventrepository.h"
#include "store/sql/sqlreviewrepository.h"
#include "store/sql/sqlsearchrepository.h"
#include "store/sql/sqlsourcerepository.h"

namespace SecondStory::Store {

class SqlLibrary final : public Library {
public:
    explicit SqlLibrary(std::unique_ptr<SqlConnection> connection);

    [[nodiscard]] QString path() const override { return m_connection->path(); }
    [[nodiscard]] bool isReadOnly() const override { return m_connection->isReadOnly(); }
    [[nodiscard]] ReviewRepository &reviews() override { return m_reviews; }
    [[nodiscard]] EventRepository &events() override { return m_events; }
    [[nodiscard]] EditRepository &edits() override { return m_edits; }
    [[nodiscard]] SourceRepository &sources() override { return m_sources; }
    [[nodiscard]] SearchRepository &search() override { return m_search; }
    [[nodiscard]] Result<LibraryInfo> info() override;
    [[nodiscard]] Result<QStringList> check() override;
    [[nodiscard]] Result<void> backup(const QString &path,
                                      const std::function<bool(int percent)> &progress) override;
    [[nodiscard]] Result<void> inTransaction(const std::function<Result<void>()> &work) override;

private:
    std::unique_ptr<SqlConnection> m_connection;
    SqlReviewRepository m_reviews;
    SqlEventRepository m_events;
    SqlEditRepository m_edits;
    SqlSourceRepository m_sources;
    SqlSearchRepository m_search;
};

} // namespace SecondStory::Store
