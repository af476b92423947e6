// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/alerts/jsonreading.h"
#include "importing/importer.h"

namespace SecondStory::Importing {

/// What the importers of JSON formats share: the stream of records, the question for a zone, the
/// end. A format says where its records and times stand and makes events of one record.
class JsonEvidenceImporter : public Importer {
public:
    [[nodiscard]] Needs needs() const override { return Need::Zone; }
    [[nodiscard]] Needs missing(EvidenceInput &input, const ImportOptions &options) const override;
    [[nodiscard]] Result<ReadSummary> read(EvidenceInput &input, const ImportOptions &options,
                                           ImportSink &sink) const override;

protected:
    /// Dotted paths of the arrays whose items are the records; an object without any is a record.
    [[nodiscard]] virtual QStringList containers() const { return {}; }
    /// Ends of the paths, as JsonSketch spells them, at which times stand: "alerts[].startsAt".
    [[nodiscard]] virtual QStringList timePaths() const = 0;
    /// "no alert could be read", translated.
    [[nodiscard]] virtual QString nothingRead() const = 0;
    /// Reads the file once beforehand, to gather names; does nothing unless a format needs it.
    [[nodiscard]] virtual Result<void> prepare(EvidenceInput &input, JsonReading &reading) const;
    /// Makes events of one object. Errors: as RecordWriter::event().
    [[nodiscard]] virtual Result<void> take(JsonReading &reading,
                                            const JsonValue &record) const = 0;
};

/// True when the beginning of the file holds an object `payload` within a named object, with all of
/// those members: alerts that a tool keeps by name ({"disk": {"payload": {…}}}).
[[nodiscard]] bool hasPayloadWith(const JsonSketch &sketch, std::initializer_list<QString> members);

/// One payload kept by name.
struct NamedPayload {
    const JsonValue *payload = nullptr;
    const JsonValue *holder = nullptr;
    QString name;
};
/// The payloads within an object of named objects, in their order; empty when it is none.
[[nodiscard]] std::vector<NamedPayload> namedPayloads(const JsonValue &record);

} // namespace SecondStory::Importing
