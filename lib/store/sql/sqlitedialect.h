// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/sql/sqldialect.h"

namespace SecondStory::Store {

/// SQLite 3.40 with FTS5.
class SqliteDialect final : public SqlDialect {
public:
    /// "SSTL" in the file header: a library of ours.
    static constexpr quint32 kApplicationId = 0x5353544C;

    SqliteDialect();

    [[nodiscard]] QString engineName() const override;
    [[nodiscard]] QString withTypes(const QString &sql) const override;
    [[nodiscard]] QVariant idValue(const QUuid &id) const override;
    [[nodiscard]] QUuid readId(const QVariant &value) const override;
    [[nodiscard]] QStringList connectionStatements() const override;
    void setPatience(QSqlDatabase &db) const override;
    [[nodiscard]] QStringList writingStatements() const override;
    [[nodiscard]] QString beginStatement() const override;
    [[nodiscard]] bool writeAlone(QSqlDatabase &db) const override;
    [[nodiscard]] QStringList hastyStatements() const override;
    [[nodiscard]] QStringList durableStatements() const override;
    [[nodiscard]] QStringList trustReferencesStatements() const override;
    [[nodiscard]] QStringList checkReferencesStatements() const override;
    [[nodiscard]] Result<int> schemaVersion(QSqlDatabase &db) const override;
    [[nodiscard]] QStringList setSchemaVersion(int version) const override;
    [[nodiscard]] QStringList createSearch() const override;
    [[nodiscard]] QString forgetSearchRow(const QString &table) const override;
    [[nodiscard]] QString addSearchRow(const QString &table) const override;
    [[nodiscard]] QString addSearchRowsFrom(const QString &rows, EventWords words) const override;
    [[nodiscard]] QString forgetSearchRowsOfSource() const override;
    [[nodiscard]] QString forgetSearchRowsOf(const QString &table) const override;
    [[nodiscard]] QStringList scrubSearch() const override;
    [[nodiscard]] QString searchQuery(const QString &words, LastWord last) const override;
    [[nodiscard]] QString searchNumbers(const QString &table) const override;
    [[nodiscard]] QString searchSelect(const QString &table, const QString &columns) const override;
    [[nodiscard]] QString searchRows(const QString &table) const override;
    [[nodiscard]] QString integrityQuery() const override;
    [[nodiscard]] QString referenceQuery() const override;
    [[nodiscard]] QString searchCheck(const QString &table) const override;
    [[nodiscard]] Error toError(const QSqlError &error, const QString &file) const override;
};

} // namespace SecondStory::Store
