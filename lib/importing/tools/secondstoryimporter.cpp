// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/tools/secondstoryimporter.h"

#include "importing/importerrors.h"
#include "importing/tools/reviewfile.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr int kAdvanceEvery = 500;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// Goes through all records of the file. Errors: those of the file and of `take`.
Result<void> forEachRecord(JsonRecordStream &stream,
                           const std::function<Result<void>(JsonRecordStream &)> &take)
{
    while (true) {
        const auto more = stream.next();
        if (!more)
            return tl::make_unexpected(more.error());
        if (!*more)
            return {};
        if (const auto taken = take(stream); !taken)
            return taken;
    }
}

Result<ReviewNames> namesIn(EvidenceInput &input)
{
    auto device = input.stream();
    if (!device)
        return tl::make_unexpected(device.error());
    JsonRecordStream stream(**device, input.path(), reviewContainers());
    ReviewNames names;
    const auto looked = forEachRecord(
        stream, [&](JsonRecordStream &records) { return names.look(records, input.path()); });
    if (!looked)
        return tl::make_unexpected(looked.error());
    names.lookAtEnd(stream);
    return names;
}

} // namespace

QString SecondStoryImporter::displayName() const
{
    return translated("Review from Second Story");
}

Likelihood SecondStoryImporter::probe(const EvidenceInput &input) const
{
    if (input.isBundle() || !input.sketch().isJson())
        return 0;
    const JsonSketch &sketch = input.sketch();
    if (sketch.text(u"format"_s).startsWith(u"secondstory-review/"_s))
        return 100;
    return sketch.hasAll({ u"review.title"_s, u"events[].recorded"_s }) ? 80 : 0;
}

Result<ReadSummary> SecondStoryImporter::read(EvidenceInput &input, const ImportOptions &,
                                              ImportSink &sink) const
{
    if (input.size() == 0)
        return isEmptyError(input.path());
    const auto names = namesIn(input);
    if (!names)
        return tl::make_unexpected(names.error());
    auto device = input.stream();
    if (!device)
        return tl::make_unexpected(device.error());
    JsonRecordStream stream(**device, input.path(), reviewContainers());
    RecordWriter writer(sink, input.path());
    qint64 count = 0;
    const auto taken = forEachRecord(stream, [&](JsonRecordStream &records) -> Result<void> {
        if (++count % kAdvanceEvery == 0)
            writer.advance(records.bytesRead());
        if (records.container() != u"events"_s)
            return {};
        const QString place = records.place();
        return writeReviewEvent(records.record(), records.topCount(), *names, place, writer);
    });
    if (!taken)
        return tl::make_unexpected(taken.error());
    writer.advance(stream.bytesRead());
    return writer.finish({}, translated("holds no events of a review"));
}

} // namespace SecondStory::Importing
