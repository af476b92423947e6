// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/alerts/jsonevidenceimporter.h"

#include "importing/importerrors.h"
#include "importing/jsonrun.h"
#include "importing/recordmapper.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

Needs JsonEvidenceImporter::missing(EvidenceInput &input, const ImportOptions &options) const
{
    if (options.hasZone())
        return {};
    const JsonSketch &sketch = input.sketch();
    const QStringList ends = timePaths();
    for (auto it = sketch.texts.cbegin(); it != sketch.texts.cend(); ++it) {
        const bool isTime = std::any_of(ends.begin(), ends.end(), [&it](const QString &end) {
            return it.key() == end || it.key().endsWith(u'.' + end);
        });
        if (isTime && lacksZone(it.value()))
            return Need::Zone;
    }
    return {};
}

Result<void> JsonEvidenceImporter::prepare(EvidenceInput &, JsonReading &) const
{
    return {};
}

Result<ReadSummary> JsonEvidenceImporter::read(EvidenceInput &input, const ImportOptions &options,
                                               ImportSink &sink) const
{
    if (input.size() == 0)
        return isEmptyError(input.path());
    auto device = input.stream();
    if (!device)
        return tl::make_unexpected(device.error());
    JsonRecordStream stream(**device, input.path(), containers());
    RecordWriter writer(sink, input.path());
    JsonReading reading(stream, options, writer);
    if (const auto prepared = prepare(input, reading); !prepared)
        return tl::make_unexpected(prepared.error());
    const auto taken =
        eachJsonObject(stream, writer, [&] { return take(reading, stream.record()); });
    if (!taken)
        return tl::make_unexpected(taken.error());
    return writer.finish(reading.usedZone(), nothingRead());
}

bool hasPayloadWith(const JsonSketch &sketch, std::initializer_list<QString> members)
{
    return std::any_of(sketch.paths.begin(), sketch.paths.end(), [&](const QString &path) {
        if (!path.endsWith(u".payload"_s) || path.count(u'.') != 1)
            return false;
        return std::all_of(members.begin(), members.end(), [&](const QString &member) {
            return sketch.paths.contains(path + u'.' + member);
        });
    });
}

std::vector<NamedPayload> namedPayloads(const JsonValue &record)
{
    std::vector<NamedPayload> payloads;
    for (const auto &[name, value] : record.members) {
        const JsonValue *payload = value.isObject() ? value.find(u"payload") : nullptr;
        if (payload != nullptr && payload->isObject())
            payloads.push_back({ payload, &value, name });
    }
    return payloads;
}

} // namespace SecondStory::Importing
