// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/linereader.h"
#include "importing/recordwriter.h"

#include <functional>

namespace SecondStory::Importing {

/// Reads a text file by its lines and writes what it finds in them.
using ReadLines = std::function<Result<ReadSummary>(LineReader &lines, RecordWriter &writer)>;
/// Opens a text file for `read`. Errors: BadInput for an empty file; as EvidenceInput::stream();
/// what `read` returned.
[[nodiscard]] Result<ReadSummary> readByLines(EvidenceInput &input, ImportSink &sink,
                                              const ReadLines &read);

/// Takes the line that the reader stands at.
using TakeLine = std::function<Result<void>()>;
/// Goes through the lines that are left and tells of progress. Errors: as LineReader::next(); what
/// `take` returned.
[[nodiscard]] Result<void> eachLine(LineReader &lines, RecordWriter &writer, const TakeLine &take);

/// Takes one line's text.
using TakeText = std::function<Result<void>(const QString &line, qint64 number)>;
/// The same by texts; remarks on bytes that are no UTF-8. Errors: as eachLine().
[[nodiscard]] Result<void> eachTextLine(LineReader &lines, RecordWriter &writer,
                                        const TakeText &take);

} // namespace SecondStory::Importing
