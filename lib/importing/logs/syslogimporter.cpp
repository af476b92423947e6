// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/logs/syslogimporter.h"

#include "importing/importerrors.h"
#include "importing/logs/syslogline.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

} // namespace

QString SyslogImporter::displayName() const
{
    return translated("System log (syslog)");
}

Needs SyslogImporter::needs() const
{
    return Need::Zone | Need::Date;
}

Likelihood SyslogImporter::probe(const EvidenceInput &input) const
{
    if (input.isBundle() || input.sketch().isJson())
        return 0;
    const QStringList lines = headLogLines(input);
    qsizetype typical = 0;
    for (const QString &line : lines) {
        const SyslogLine read = readSyslogLine(line);
        typical += read.verdict == SyslogLine::Verdict::Record && read.isTypical ? 1 : 0;
    }
    if (typical == 0)
        return 0;
    if (typical * 10 >= lines.size() * 6)
        return 92;
    return typical * 10 >= lines.size() * 3 || readSyslogLine(lines.first()).isTypical ? 70 : 0;
}

Needs SyslogImporter::missing(EvidenceInput &input, const ImportOptions &options) const
{
    StampNeeds needs;
    const QStringList lines = headLogLines(input);
    for (const QString &line : lines) {
        const SyslogLine read = readSyslogLine(line);
        if (read.line.stamp)
            needs.look(*read.line.stamp);
    }
    return needs.missing(options);
}

Result<ReadSummary> SyslogImporter::read(EvidenceInput &input, const ImportOptions &options,
                                         ImportSink &sink) const
{
    if (input.size() == 0)
        return isEmptyError(input.path());
    auto device = input.stream();
    if (!device)
        return tl::make_unexpected(device.error());
    LineReader lines(**device, input.path());
    RecordWriter writer(sink, input.path());
    LogRecords records(options, writer);
    const auto takePart = [&](QStringView part, const QString &place) -> Result<void> {
        SyslogLine read = readSyslogLine(part);
        if (read.verdict == SyslogLine::Verdict::Record)
            return records.begin(std::move(read.line), place);
        if (read.verdict == SyslogLine::Verdict::Broken)
            return records.refuse(place, read.why);
        records.follow(part.toString(), place);
        return {};
    };
    const auto takeLine = [&](const QString &line, const QString &place) -> Result<void> {
        const QList<QStringView> parts = splitSyslogLine(line);
        for (qsizetype i = 0; i < parts.size(); ++i) {
            const QString tail =
                i == 0 ? QString() : QString(u", record "_s + QString::number(i + 1));
            if (const auto taken = takePart(parts[i], place + tail); !taken)
                return taken;
        }
        return {};
    };
    if (const auto taken = forEachLogLine(lines, writer, takeLine); !taken)
        return tl::make_unexpected(taken.error());
    if (const auto closed = records.close(); !closed)
        return tl::make_unexpected(closed.error());
    return writer.finish(records.usedZone(), translated("no line could be read"));
}

} // namespace SecondStory::Importing
