// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/importer.h"

namespace SecondStory::Importing {

/// Stands between an importer and its sink: holds every record to the limits, counts, asks for
/// cancellation and keeps the weakest time basis.
class RecordWriter {
public:
    RecordWriter(ImportSink &sink, QString fileName);

    /// Gives the record on; one that is too large is skipped. Errors: what the sink returned,
    /// Cancelled, BadInput above the number of records.
    [[nodiscard]] Result<void> event(ParsedEvent event);
    [[nodiscard]] Result<void> series(ParsedSeries series);
    void skip(const QString &place, const QString &why);
    void remark(const QString &place, const QString &what);
    void advance(qint64 bytes) { m_sink.advance(bytes); }

    [[nodiscard]] qint64 taken() const { return m_taken; }
    [[nodiscard]] const QString &fileName() const { return m_fileName; }
    /// The summary. Errors: BadInput when not one record could be read; `what` says it in the
    /// format's words.
    [[nodiscard]] Result<ReadSummary> finish(const QString &zone, const QString &what) const;

private:
    [[nodiscard]] Result<void> check();

    ImportSink &m_sink;
    QString m_fileName;
    qint64 m_seen = 0;
    qint64 m_taken = 0;
    std::optional<TimeBasis> m_weakest;
    QString m_firstSkipPlace;
    QString m_firstSkipReason;
};

/// One line of at most Limits::kTitleCharacters from the beginning of a text, cut at a word; never
/// empty.
[[nodiscard]] QString titleFrom(QStringView text);
/// Sets title and text from a record's whole text: `text` stays empty when the title says it all.
void setWords(ParsedEvent &event, const QString &whole);

} // namespace SecondStory::Importing
