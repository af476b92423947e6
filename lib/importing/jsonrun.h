// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/jsonrecordstream.h"
#include "importing/jsontimes.h"

#include <functional>

namespace SecondStory::Importing {

/// Takes the record that the stream stands at.
using TakeRecord = std::function<Result<void>()>;
/// Goes through the records of a JSON file. Errors: as JsonRecordStream::next(); what `take`
/// returned.
[[nodiscard]] Result<void> eachJsonRecord(JsonRecordStream &stream, const TakeRecord &take);
/// The same, and tells of progress.
[[nodiscard]] Result<void> eachJsonRecord(JsonRecordStream &stream, RecordWriter &writer,
                                          const TakeRecord &take);
/// The same; what is no object is skipped.
[[nodiscard]] Result<void> eachJsonObject(JsonRecordStream &stream, RecordWriter &writer,
                                          const TakeRecord &take);

/// What a format's reader works with while the records of a JSON file go by.
struct JsonRun {
    JsonRecordStream &stream;
    RecordWriter &writer;
    JsonTimes &times;

    [[nodiscard]] const JsonValue &record() const { return stream.record(); }
    [[nodiscard]] const QString &place() const { return stream.place(); }
};

/// How a format's records lie in its files.
struct JsonLayout {
    QStringList containers; ///< as JsonRecordStream takes them
    QString nothingRead; ///< what to say when not one record could be read
    bool mayEndOpen = false;
};

/// Takes one record that is an object; every one has to end as an event or as skipped.
using TakeJsonRecord = std::function<Result<void>(JsonRun &run)>;

/// Reads a JSON file record by record. Records that are no objects are skipped. `atEnd` may write
/// what is still held back. Errors: as Importer::read(). Memory: one record.
[[nodiscard]] Result<ReadSummary> readJsonRecords(EvidenceInput &input,
                                                  const ImportOptions &options, ImportSink &sink,
                                                  const JsonLayout &layout,
                                                  const TakeJsonRecord &take,
                                                  const TakeJsonRecord &atEnd = {});

} // namespace SecondStory::Importing
