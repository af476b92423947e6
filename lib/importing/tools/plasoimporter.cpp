// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/tools/plasoimporter.h"

#include "importing/csvreader.h"
#include "importing/importerrors.h"
#include "importing/jsonrecordstream.h"
#include "importing/tools/plasorecord.h"

#include <QBuffer>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr int kAdvanceEvery = 1'000;
constexpr int kHeadRows = 100;

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

/// The rows of a file's beginning, the header first; empty when it is no table.
QList<QStringList> headRows(const EvidenceInput &input)
{
    QList<QStringList> rows;
    if (input.isBundle())
        return rows;
    QBuffer buffer;
    buffer.setData(input.headText().toUtf8());
    buffer.open(QIODevice::ReadOnly);
    LineReader lines(buffer, input.name());
    CsvReader reader(lines, delimiterOf(input.headText()));
    while (rows.size() < kHeadRows) {
        const auto more = reader.next();
        if (!more || !*more)
            break;
        rows.append(reader.fields());
    }
    return rows;
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
    for (qint64 count = 1;; ++count) {
        const auto more = stream.next();
        if (!more)
            return tl::make_unexpected(more.error());
        if (!*more)
            break;
        if (count % kAdvanceEvery == 0)
            writer.advance(stream.bytesRead());
        if (!stream.record().isObject()) {
            writer.skip(stream.place(), translated("is no object"));
            continue;
        }
        const auto taken =
            writePlasoRecord(readPlasoObject(stream.record()), stream.place(), times, writer);
        if (!taken)
            return tl::make_unexpected(taken.error());
    }
    writer.advance(stream.bytesRead());
    return writer.finish(times.usedZone(), translated("no record could be read"));
}

Result<ReadSummary> readRows(QIODevice &device, QChar delimiter, TimeResolver &times,
                             RecordWriter &writer)
{
    LineReader lines(device, writer.fileName());
    CsvReader reader(lines, delimiter);
    auto more = reader.next();
    if (!more)
        return tl::make_unexpected(more.error());
    const QStringList header = *more ? named(reader.fields()) : QStringList();
    const PlasoFormat format = plasoFormatOf(header);
    if (format == PlasoFormat::None)
        return badInput(writer.fileName(), linePlace(1),
                        translated("has not the columns of Plaso"));
    for (qint64 count = 1;; ++count) {
        more = reader.next();
        if (!more)
            return tl::make_unexpected(more.error());
        if (!*more)
            break;
        if (count % kAdvanceEvery == 0)
            writer.advance(lines.bytesRead());
        const QString place = linePlace(reader.line());
        if (reader.isOversized() || reader.columnCount() != header.size()) {
            writer.skip(place,
                        reader.isOversized() ? translated("a field is longer than 1 MiB")
                                             : translated("has %1 fields where the header has %2")
                                                   .arg(reader.columnCount())
                                                   .arg(header.size()));
            continue;
        }
        if (reader.isRepaired())
            writer.remark(place, translated("bytes that are not UTF-8 were replaced"));
        const auto taken =
            writePlasoRecord(readPlasoRow(format, header, reader.fields()), place, times, writer);
        if (!taken)
            return tl::make_unexpected(taken.error());
    }
    writer.advance(lines.bytesRead());
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
    const auto rows = headRows(input);
    return !rows.isEmpty() && plasoFormatOf(rows.first()) != PlasoFormat::None ? 97 : 0;
}

Needs PlasoImporter::missing(EvidenceInput &input, const ImportOptions &options) const
{
    const bool hasZone = !options.zone.isEmpty() || !options.fallbackZone.isEmpty();
    if (hasZone || input.sketch().isJson())
        return {};
    const auto rows = headRows(input);
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
