// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/jsonvalue.h"
#include "importing/timeresolver.h"

#include <QStringList>

namespace SecondStory::Importing {

enum class PlasoFormat : quint8 { None, L2tCsv, Dynamic, Tln, JsonLines };

/// One record of a Plaso timeline, whatever its format.
struct PlasoRecord {
    QString time; ///< as found; empty: the record has none
    QString message;
    QString description; ///< what the time is of: "Content Modification Time"
    QString user;
    QString host;
    QString source; ///< "Log File", for records without a host
    QStringList others; ///< "name: value" of what else is worth keeping
    std::optional<TimestampReading> reading; ///< none: undated, or `why` says what is wrong
    QString why;
};

/// Which format a header row is of; None when it is another's.
[[nodiscard]] PlasoFormat plasoFormatOf(const QStringList &header);
/// Reads one row of l2tcsv, dynamic or TLN; `header` names its columns.
/// Source: Plaso's user documentation, "Output and formatting".
[[nodiscard]] PlasoRecord readPlasoRow(PlasoFormat format, const QStringList &header,
                                       const QStringList &fields);
/// Reads one object of JSON Lines.
[[nodiscard]] PlasoRecord readPlasoObject(const JsonValue &object);

/// Gives a record on as an event, or as skipped with the reason.
[[nodiscard]] Result<void> writePlasoRecord(const PlasoRecord &record, const QString &place,
                                            TimeResolver &times, RecordWriter &writer);

} // namespace SecondStory::Importing
