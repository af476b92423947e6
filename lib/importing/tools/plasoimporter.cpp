// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/tools/plasoimporter.h"

#include "importing/importerrors.h"
#include "importing/jsonrun.h"
#include "importing/tablerows.h"
#include "importing/tools/plasorecord.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kHeadRows = 100;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

QChar delimiterOf(const QString &head)
{
    // The header of TLN is the only one with bars; commas stand in its descriptions.
    const QStringView text(head);
    const qsizetype lineEnd = text.indexOf(u'\n');
    const QStringView header = lineEnd < 0 ? text : text.left(lineEnd);
    return header.contains(u'|') ? u'|' : u',';
}

QStringList named(const QStringList &fields)
{
    QStringList header;
    for (const QString &field : fields)
        header.append(field.trimmed().toLower());
    return header;
}

bool isPlasoJson(const JsonSketch &sketch)
{
    return sketch.isJson() && sketch.has(u"timestamp_desc"_s)
        && (sketch.text(u"__container_type__"_s) == u"event"_s
            || sketch.has(u"date_time.__class_name__"_s));
}

Result<ReadSummary> readObjects(QIODevice &device, TimeResolver &times, RecordWriter &writer)
{
    JsonRecordStream stream(device, writer.fileName());
    const auto taken = eachJsonObject(stream, writer, [&] {
        return writePlasoRecord(readPlasoObject(stream.record()), stream.place(), times, writer);
    });
    if (!taken)
        return tl::make_unexpected(taken.error());
    return writer.finish(times.usedZone(), translated("no record could be read"));
}

Result<ReadSummary> readRows(QIODevice &device, QChar delimiter, TimeResolver &times,
                             RecordWriter &writer)
{
    LineReader lines(device, writer.fileName());
    CsvReader reader(lines, delimiter);
    const auto more = reader.next();
    if (!more)
        return tl::make_unexpected(more.error());
    const QStringList header = *more ? named(reader.fields()) : QStringList();
    const PlasoFormat format = plasoFormatOf(header);
    if (format == PlasoFormat::None)
        return badInput(writer.fileName(), linePlace(1),
                        translated("has not the columns of Plaso"));
    const auto take = [&](const QString &place) {
        return writePlasoRecord(readPlasoRow(format, header, reader.fields()), place, times,
                                writer);
    };
    const auto taken = eachRow(reader, lines, writer, header.size(), RowWidth::Exactly, take);
    if (!taken)
        return tl::make_unexpected(taken.error());
    return writer.finish(times.usedZone(), translated("no row could be read"));
}

} // namespace

QString PlasoImporter::displayName() const
{
    return translated("Plaso timeline");
}

Likelihood PlasoImporter::probe(const EvidenceInput &input) const
{
    if (input.isBundle())
        return 0;
    if (input.sketch().isJson())
        return isPlasoJson(input.sketch()) ? 96 : 0;
    const auto rows = headRows(input, delimiterOf(input.headText()), kHeadRows);
    return !rows.isEmpty() && plasoFormatOf(rows.first()) != PlasoFormat::None ? 97 : 0;
}

Needs PlasoImporter::missing(EvidenceInput &input, const ImportOptions &options) const
{
    const bool hasZone = options.hasZone();
    if (hasZone || input.sketch().isJson())
        return {};
    const auto rows = headRows(input, delimiterOf(input.headText()), kHeadRows);
    if (rows.isEmpty())
        return {};
    const QStringList header = named(rows.first());
    const PlasoFormat format = plasoFormatOf(header);
    for (qsizetype i = 1; i < rows.size() && format != PlasoFormat::None; ++i) {
        const PlasoRecord record = readPlasoRow(format, header, rows[i]);
        if (record.reading && !record.reading->offset)
            return Need::Zone;
    }
    return {};
}

Result<ReadSummary> PlasoImporter::read(EvidenceInput &input, const ImportOptions &options,
                                        ImportSink &sink) const
{
    if (input.size() == 0)
        return isEmptyError(input.path());
    auto device = input.stream();
    if (!device)
        return tl::make_unexpected(device.error());
    RecordWriter writer(sink, input.path());
    TimeResolver times(options);
    if (input.headText().trimmed().startsWith(u'{'))
        return readObjects(**device, times, writer);
    return readRows(**device, delimiterOf(input.headText()), times, writer);
}

} // namespace SecondStory::Importing
