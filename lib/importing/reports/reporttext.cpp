// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/reports/reporttext.h"

#include "importing/importerrors.h"
#include "importing/limits.h"
#include "importing/linereader.h"

namespace SecondStory::Importing {

Result<ReportText> readReportText(EvidenceInput &input)
{
    if (input.size() == 0)
        return isEmptyError(input.path());
    if (input.size() > Limits::kReportBytes)
        return badInput(
            input.path(), {},
            QCoreApplication::translate("Importing", "is larger than 16 MiB, which no report is"));
    auto device = input.stream();
    if (!device)
        return tl::make_unexpected(device.error());
    LineReader reader(**device, input.path());
    ReportText text;
    while (true) {
        const auto more = reader.next();
        if (!more)
            return tl::make_unexpected(more.error());
        if (!*more)
            return text;
        const DecodedText decoded = reader.text();
        if (decoded.isRepaired && text.repairedLine == 0)
            text.repairedLine = reader.number();
        text.lines.append(decoded.text);
    }
}

} // namespace SecondStory::Importing
