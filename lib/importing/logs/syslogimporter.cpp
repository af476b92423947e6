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

Result<void> takePart(LogRecords &records, QStringView part, const QString &place)
{
    SyslogLine read = readSyslogLine(part);
    if (read.verdict == SyslogLine::Verdict::Record)
        return records.begin(std::move(read.line), place);
    if (read.verdict == SyslogLine::Verdict::Broken)
        return records.refuse(place, read.why);
    records.follow(part.toString(), place);
    return {};
}

Result<void> takeLine(LogRecords &records, const QString &line, const QString &place)
{
    const QList<QStringView> parts = splitSyslogLine(line);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QString tail = i == 0 ? QString() : QString(u", record "_s + QString::number(i + 1));
        if (const auto taken = takePart(records, parts[i], place + tail); !taken)
            return taken;
    }
    return {};
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
    return readLogRecords(input, options, sink, translated("no line could be read"), takeLine);
}

} // namespace SecondStory::Importing
