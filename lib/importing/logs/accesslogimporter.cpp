// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/logs/accesslogimporter.h"

#include "importing/importerrors.h"
#include "importing/logs/logrecords.h"
#include "importing/logs/requestbuckets.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// Reads the file's lines in whichever of the two formats each of them is.
class AccessLogRun {
public:
    AccessLogRun(const ImportOptions &options, RecordWriter &writer)
        : m_buckets(options)
        , m_writer(writer)
    {
    }

    Result<void> takeLine(const QString &line, const QString &place, qint64 number)
    {
        if (line.startsWith(u'#')) {
            m_extended.takeDirective(line);
            return {};
        }
        auto request = readCommonLine(line);
        if (!request && m_extended.hasFields())
            request = m_extended.readLine(line);
        if (request)
            return m_buckets.take(*request, number, m_writer);
        m_writer.skip(place,
                      m_extended.hasFields()
                          ? translated("does not fit the columns that the line #Fields names")
                          : translated("is no request in the common log format"));
        return {};
    }

    Result<ReadSummary> finish()
    {
        if (const auto written = m_buckets.write(m_writer); !written)
            return tl::make_unexpected(written.error());
        return m_writer.finish(m_buckets.usedZone(), translated("no request could be read"));
    }

private:
    ExtendedLog m_extended;
    RequestBuckets m_buckets;
    RecordWriter &m_writer;
};

} // namespace

QString AccessLogImporter::displayName() const
{
    return translated("Web server access log");
}

Needs AccessLogImporter::needs() const
{
    return Need::Zone;
}

Likelihood AccessLogImporter::probe(const EvidenceInput &input) const
{
    if (input.isBundle() || input.sketch().isJson())
        return 0;
    const QStringList lines = headLogLines(input);
    ExtendedLog extended;
    qsizetype requests = 0;
    for (const QString &line : lines) {
        if (line.startsWith(u'#'))
            extended.takeDirective(line);
        else
            requests += readCommonLine(line) ? 1 : 0;
    }
    if (extended.isOfRequests())
        return 97;
    if (requests == 0)
        return 0;
    return requests * 2 >= lines.size() ? 95 : requests * 5 >= lines.size() ? 60 : 0;
}

Needs AccessLogImporter::missing(EvidenceInput &input, const ImportOptions &options) const
{
    if (options.hasZone())
        return {};
    const QStringList lines = headLogLines(input);
    for (const QString &line : lines) {
        const auto request = readCommonLine(line);
        if (request && !request->time.offset)
            return Need::Zone;
    }
    return {};
}

Result<ReadSummary> AccessLogImporter::read(EvidenceInput &input, const ImportOptions &options,
                                            ImportSink &sink) const
{
    return readByLines(
        input, sink, [&](LineReader &lines, RecordWriter &writer) -> Result<ReadSummary> {
            AccessLogRun run(options, writer);
            const auto taken =
                forEachLogLine(lines, writer, [&](const QString &line, const QString &place) {
                    return run.takeLine(line, place, lines.number());
                });
            if (!taken)
                return tl::make_unexpected(taken.error());
            return run.finish();
        });
}

} // namespace SecondStory::Importing
