// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/jsonrun.h"

#include "importing/importerrors.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr int kAdvanceEvery = 500;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

} // namespace

Result<void> eachJsonRecord(JsonRecordStream &stream, const TakeRecord &take)
{
    while (true) {
        const auto more = stream.next();
        if (!more)
            return tl::make_unexpected(more.error());
        if (!*more)
            return {};
        if (auto taken = take(); !taken)
            return taken;
    }
}

Result<void> eachJsonRecord(JsonRecordStream &stream, RecordWriter &writer, const TakeRecord &take)
{
    qint64 count = 0;
    auto taken = eachJsonRecord(stream, [&] {
        if (++count % kAdvanceEvery == 0)
            writer.advance(stream.bytesRead());
        return take();
    });
    if (taken)
        writer.advance(stream.bytesRead());
    return taken;
}

Result<void> eachJsonObject(JsonRecordStream &stream, RecordWriter &writer, const TakeRecord &take)
{
    return eachJsonRecord(stream, writer, [&]() -> Result<void> {
        if (stream.record().isObject())
            return take();
        writer.skip(stream.place(), translated("is not a JSON object"));
        return {};
    });
}

Result<ReadSummary> readJsonRecords(EvidenceInput &input, const ImportOptions &options,
                                    ImportSink &sink, const JsonLayout &layout,
                                    const TakeJsonRecord &take, const TakeJsonRecord &atEnd)
{
    if (input.isBundle())
        return badInput(input.path(), {}, translated("is not a single file"));
    if (input.size() == 0)
        return isEmptyError(input.path());
    auto device = input.stream();
    if (!device)
        return tl::make_unexpected(device.error());
    JsonRecordStream stream(**device, input.path(), layout.containers);
    stream.setMayEndOpen(layout.mayEndOpen);
    RecordWriter writer(sink, input.path());
    JsonTimes times(options, writer);
    JsonRun run{ stream, writer, times };
    if (const auto taken = eachJsonObject(stream, writer, [&] { return take(run); }); !taken)
        return tl::make_unexpected(taken.error());
    if (atEnd) {
        if (const auto ended = atEnd(run); !ended)
            return tl::make_unexpected(ended.error());
    }
    return writer.finish(times.usedZone(), layout.nothingRead);
}

} // namespace SecondStory::Importing
