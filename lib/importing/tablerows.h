// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/csvreader.h"
#include "importing/recordwriter.h"

#include <functional>

namespace SecondStory::Importing {

/// The rows of a table's beginning, the header first; empty when it is no table.
[[nodiscard]] QList<QStringList> headRows(const EvidenceInput &input, QChar delimiter,
                                          qsizetype most);

/// How many fields a row may have beside its header.
enum class RowWidth : quint8 {
    AtMost, ///< as many as the header or fewer
    Exactly ///< as many as the header
};

/// Takes the row that the reader stands at.
using TakeRow = std::function<Result<void>(const QString &place)>;

/// Goes through the rows below a header of that many columns, and tells of progress. Rows with a
/// field above the limit or of another width are skipped; bytes that are no UTF-8 are remarked on.
/// Errors: as CsvReader::next(); what `take` returned.
[[nodiscard]] Result<void> eachRow(CsvReader &rows, const LineReader &lines, RecordWriter &writer,
                                   qsizetype columns, RowWidth width, const TakeRow &take);

} // namespace SecondStory::Importing
