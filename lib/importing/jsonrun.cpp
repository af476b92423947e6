// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/jsonrun.h"

#include "importing/importerrors.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr int kAdvanceEvery = 1'000;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

Result<void> takeAll(JsonRun &run, const TakeJsonRecord &take)
{
    for (qint64 count = 1;; ++count) {
        const auto more = run.stream.next();
        if (!more)
            return tl::make_unexpected(more.error());
        if (!*more)
            return {};
        if (count % kAdvanceEvery == 0)
            run.writer.advance(run.stream.bytesRead());
        if (!run.record().isObject()) {
            run.writer.skip(run.place(), translated("is not a JSON object"));
            continue;
        }
        if (auto taken = take(run); !taken)
            return taken;
    }
}

} // namespace

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
    if (const auto taken = takeAll(run, take); !taken)
        return tl::make_unexpected(taken.error());
    if (atEnd) {
        if (const auto ended = atEnd(run); !ended)
            return tl::make_unexpected(ended.error());
    }
    writer.advance(stream.bytesRead());
    return writer.finish(times.usedZone(), layout.nothingRead);
}

} // namespace SecondStory::Importing
