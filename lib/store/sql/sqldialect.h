// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

#include <QSqlDatabase>
#include <QStringList>
#include <QUuid>
#include <QVariant>

namespace SecondStory::Store {

/// Everything in which one database engine differs from another. No SQL of a single engine stands
/// elsewhere.
class SqlDialect {
public:
    virtual ~SqlDialect() = default;

    [[nodiscard]] virtual QString engineName() const = 0;
    /// Replaces {id}, {int}, {real}, {bytes} and {serial} in a migration.
    [[nodiscard]] virtual QString withTypes(const QString &sql) const = 0;
    [[nodiscard]] virtual QVariant idValue(const QUuid &id) const = 0;
    [[nodiscard]] virtual QUuid readId(const QVariant &value) const = 0;

    /// Statements that make a fresh connection safe (SAFETY.md: one connection class), in order.
    [[nodiscard]] virtual QStringList connectionStatements() const = 0;
    /// Makes the connection wait for its turn to write, a few seconds at most, looking often enough
    /// to get in between two short transactions of an import.
    virtual void setPatience(QSqlDatabase &db) const = 0;
    /// Statements for a connection that will write to a library whose schema is in place.
    [[nodiscard]] virtual QStringList writingStatements() const = 0;
    [[nodiscard]] virtual QString beginStatement() const = 0;
    /// Makes the connection write into the library's file itself instead of a log beside it, which
    /// spares two of three copies of each page; false when others have the library open. Whoever
    /// opens it meanwhile is let in, and from then on the log serves again.
    [[nodiscard]] virtual bool writeAlone(QSqlDatabase &db) const = 0;
    /// From here on a commit need not wait for the disk; nothing committed so may count yet.
    [[nodiscard]] virtual QStringList hastyStatements() const = 0;
    /// From here on a commit is on the disk, and everything before it too.
    [[nodiscard]] virtual QStringList durableStatements() const = 0;
    /// From here on nobody looks whether what a row refers to is there; the writer has to. Changes
    /// nothing inside a transaction.
    [[nodiscard]] virtual QStringList trustReferencesStatements() const = 0;
    /// From here on every row's references are looked up again.
    [[nodiscard]] virtual QStringList checkReferencesStatements() const = 0;

    [[nodiscard]] virtual Result<int> schemaVersion(QSqlDatabase &db) const = 0;
    [[nodiscard]] virtual QStringList setSchemaVersion(int version) const = 0;

    // Full-text search. `table` is "event" or "prose"; the search columns of each are fixed.
    [[nodiscard]] virtual QStringList createSearch() const = 0;
    /// Statement with one placeholder, the row's seq; to run before the row changes or goes.
    [[nodiscard]] virtual QString forgetSearchRow(const QString &table) const = 0;
    /// Statement with one placeholder, the row's seq; to run after the row came or changed.
    [[nodiscard]] virtual QString addSearchRow(const QString &table) const = 0;
    enum class EventWords {
        Recorded, ///< caption and note of all the events are empty
        All
    };
    /// Statement that adds the events which `rows` lists, with seq, title, text, caption, note.
    [[nodiscard]] virtual QString addSearchRowsFrom(const QString &rows,
                                                    EventWords words) const = 0;
    /// Statement with three placeholders: forgets the events with a seq from the first, below the
    /// second, of the source that is the third.
    [[nodiscard]] virtual QString forgetSearchRowsOfSource() const = 0;
    /// Statement with one placeholder, a review's id: forgets all its rows the search knows.
    [[nodiscard]] virtual QString forgetSearchRowsOf(const QString &table) const = 0;
    /// Statements that leave no deleted word behind in the search tables.
    [[nodiscard]] virtual QStringList scrubSearch() const = 0;
    enum class LastWord { Whole, Beginning };
    /// The user's words as this engine's query: every word must occur, the last as it stands or as
    /// a beginning.
    [[nodiscard]] virtual QString searchQuery(const QString &words, LastWord last) const = 0;
    /// The numbers alone of the rows of `table` (as t) that searchQuery() finds; one placeholder.
    [[nodiscard]] virtual QString searchNumbers(const QString &table) const = 0;
    /// `SELECT t.seq, snippet FROM …` joined to `table` as t, with one placeholder for
    /// searchQuery().
    [[nodiscard]] virtual QString searchSelect(const QString &table,
                                               const QString &columns) const = 0;

    /// `SELECT` of the seqs found, with one placeholder for searchQuery().
    [[nodiscard]] virtual QString searchRows(const QString &table) const = 0;

    // Looking for damage. An empty statement: this engine looks after it itself.
    /// A query whose rows say what is wrong with the stored pages; one row "ok" when nothing is.
    [[nodiscard]] virtual QString integrityQuery() const = 0;
    /// A query with a row for each broken reference, the table's name first.
    [[nodiscard]] virtual QString referenceQuery() const = 0;
    /// A statement that fails when the search of `table` does not match its rows.
    [[nodiscard]] virtual QString searchCheck(const QString &table) const = 0;

    /// Says in our terms what a database error means.
    [[nodiscard]] virtual Error toError(const QSqlError &error, const QString &file) const = 0;
};

} // namespace SecondStory::Store
