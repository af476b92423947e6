// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/tools/secondstoryimporter.h"

#include "importing/importerrors.h"
#include "importing/jsonrun.h"
#include "importing/tools/reviewfile.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

Result<ReviewNames> namesIn(EvidenceInput &input)
{
    auto device = input.stream();
    if (!device)
        return tl::make_unexpected(device.error());
    JsonRecordStream stream(**device, input.path(), reviewContainers());
    ReviewNames names;
    const auto looked = eachJsonRecord(stream, [&] { return names.look(stream, input.path()); });
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
    const auto taken = eachJsonRecord(stream, writer, [&]() -> Result<void> {
        if (stream.container() != u"events"_s)
            return {};
        return writeReviewEvent(stream.record(), stream.topCount(), *names, stream.place(), writer);
    });
    if (!taken)
        return tl::make_unexpected(taken.error());
    return writer.finish({}, translated("holds no events of a review"));
}

} // namespace SecondStory::Importing
