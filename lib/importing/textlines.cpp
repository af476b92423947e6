// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/textlines.h"

#include "importing/importerrors.h"

namespace SecondStory::Importing {

namespace {

constexpr int kAdvanceEvery = 1'000;

} // namespace

Result<ReadSummary> readByLines(EvidenceInput &input, ImportSink &sink, const ReadLines &read)
{
    if (input.size() == 0)
        return isEmptyError(input.path());
    auto device = input.stream();
    if (!device)
        return tl::make_unexpected(device.error());
    LineReader lines(**device, input.path());
    RecordWriter writer(sink, input.path());
    return read(lines, writer);
}

Result<void> eachLine(LineReader &lines, RecordWriter &writer, const TakeLine &take)
{
    while (true) {
        const auto more = lines.next();
        if (!more)
            return tl::make_unexpected(more.error());
        if (!*more)
            break;
        if (lines.number() % kAdvanceEvery == 0)
            writer.advance(lines.bytesRead());
        if (auto taken = take(); !taken)
            return taken;
    }
    writer.advance(lines.bytesRead());
    return {};
}

Result<void> eachTextLine(LineReader &lines, RecordWriter &writer, const TakeText &take)
{
    return eachLine(lines, writer, [&]() -> Result<void> {
        const DecodedText line = lines.text();
        if (line.isRepaired)
            writer.remark(
                linePlace(lines.number()),
                QCoreApplication::translate("Importing", "bytes that are not UTF-8 were replaced"));
        return take(line.text, lines.number());
    });
}

} // namespace SecondStory::Importing
