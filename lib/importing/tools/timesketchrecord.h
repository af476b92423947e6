// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/recordmapper.h"

#include <QList>

namespace SecondStory::Importing {

/// The columns or keys of one record with their values, in the order of the file.
using TimesketchPairs = QList<std::pair<QString, QString>>;

/// Which columns play the parts that Timesketch knows.
struct TimesketchColumns {
    ColumnMapping mapping; ///< time: the column "datetime", or what a person said
    QString timestamp; ///< the number beside it, empty when there is none
};

/// Finds the columns; nothing when a mandatory one is missing and no mapping was given.
/// Source: Timesketch's user guide, "Import from JSON or CSV".
[[nodiscard]] std::optional<TimesketchColumns> timesketchColumns(const QStringList &names,
                                                                 const ColumnMapping &chosen);
/// How surely a file with these columns is Timesketch's.
[[nodiscard]] Likelihood likelihoodOfTimesketch(const QStringList &names);
/// The time that counts for a record, as found: the number only where the other is no time.
[[nodiscard]] QString timeOf(const TimesketchPairs &pairs, const TimesketchColumns &columns);

/// Makes events of the records.
class TimesketchMapper {
public:
    TimesketchMapper(const TimesketchColumns &columns, const ImportOptions &options,
                     RecordWriter &writer)
        : m_columns(columns)
        , m_writer(writer)
        , m_mapper(columns.mapping, options, writer)
    {
    }

    /// Errors: what the sink returned.
    [[nodiscard]] Result<void> take(const TimesketchPairs &pairs, const QString &place);
    [[nodiscard]] const QString &usedZone() const { return m_mapper.usedZone(); }

private:
    void remarkOnTimes(const TimesketchPairs &pairs, const QString &place);

    TimesketchColumns m_columns;
    RecordWriter &m_writer;
    RecordMapper m_mapper;
};

} // namespace SecondStory::Importing
