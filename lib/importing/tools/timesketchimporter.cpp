// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/tools/timesketchimporter.h"

#include "importing/importerrors.h"
#include "importing/jsonrun.h"
#include "importing/limits.h"
#include "importing/tablerows.h"
#include "importing/tools/timesketchrecord.h"

#include <QBuffer>
#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kHeadRows = 100;
constexpr qsizetype kHeadObjects = 50;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

bool isJson(const EvidenceInput &input)
{
    const QStringView text = QStringView(input.headText()).trimmed();
    return text.startsWith(u'{') || text.startsWith(u'[');
}

TimesketchPairs pairsFrom(const QStringList &header, const QStringList &fields)
{
    TimesketchPairs pairs;
    for (qsizetype i = 0; i < std::min(header.size(), fields.size()); ++i)
        pairs.append({ header[i], fields[i] });
    return pairs;
}

TimesketchPairs pairsFrom(const JsonValue &object)
{
    TimesketchPairs pairs;
    for (const auto &[key, value] : object.members)
        pairs.append({ key, value.toReadableText() });
    return pairs;
}

QChar delimiterOf(const EvidenceInput &input)
{
    return sniffDelimiter(input.headText()).value_or(u',');
}

/// The records of a file's beginning; empty when it is neither table nor JSON.
QList<TimesketchPairs> headRecords(const EvidenceInput &input)
{
    QList<TimesketchPairs> records;
    if (input.isBundle())
        return records;
    if (!isJson(input)) {
        const auto rows = headRows(input, delimiterOf(input), kHeadRows + 1);
        for (const QStringList &row : rows.mid(1))
            records.append(pairsFrom(rows.first(), row));
        return records;
    }
    QBuffer buffer;
    buffer.setData(input.headText().toUtf8());
    buffer.open(QIODevice::ReadOnly);
    JsonRecordStream stream(buffer, input.name());
    while (records.size() < kHeadObjects) {
        const auto more = stream.next();
        if (!more || !*more)
            break;
        records.append(pairsFrom(stream.record()));
    }
    return records;
}

QStringList namesIn(const QList<TimesketchPairs> &records)
{
    QStringList names;
    for (const TimesketchPairs &pairs : records) {
        for (const auto &[name, value] : pairs) {
            if (!names.contains(name))
                names.append(name);
        }
    }
    return names;
}

/// Columns without a name, and names that come twice, get names of their own.
QStringList ownNames(const QStringList &fields, const QString &place, RecordWriter &writer)
{
    QStringList header;
    QSet<QString> taken;
    QHash<QString, int> times;
    for (const QString &field : fields) {
        const QString base = field.trimmed().isEmpty()
            ? QString(u"column "_s + QString::number(header.size() + 1))
            : field.trimmed();
        QString name = base;
        while (taken.contains(name)) {
            const int number = times.value(base, 1) + 1;
            times.insert(base, number);
            name = base + u" ("_s + QString::number(number) + u')';
        }
        if (name != base)
            writer.remark(place,
                          translated("the column “%1” is there twice; the first is taken")
                              .arg(base.left(60)));
        taken.insert(name);
        header.append(name);
    }
    return header;
}

tl::unexpected<Error> lacksColumns(const QString &file)
{
    return badInput(file, linePlace(1),
                    translated("has no columns message and datetime, as Timesketch demands"),
                    translated("say which column is which"));
}

Result<ReadSummary> readRows(QIODevice &device, QChar delimiter, const ImportOptions &options,
                             RecordWriter &writer)
{
    LineReader lines(device, writer.fileName());
    CsvReader reader(lines, delimiter);
    const auto more = reader.next();
    if (!more)
        return tl::make_unexpected(more.error());
    if (!*more || reader.columnCount() > Limits::kColumns)
        return lacksColumns(writer.fileName());
    const QStringList header = ownNames(reader.fields(), linePlace(reader.line()), writer);
    const auto columns = timesketchColumns(header, options.mapping);
    if (!columns)
        return lacksColumns(writer.fileName());
    TimesketchMapper mapper(*columns, options, writer);
    const auto take = [&](const QString &place) {
        return mapper.take(pairsFrom(header, reader.fields()), place);
    };
    const auto taken = eachRow(reader, lines, writer, header.size(), RowWidth::AtMost, take);
    if (!taken)
        return tl::make_unexpected(taken.error());
    return writer.finish(mapper.usedZone(), translated("no row could be read"));
}

Result<ReadSummary> readObjects(QIODevice &device, const TimesketchColumns &columns,
                                const ImportOptions &options, RecordWriter &writer)
{
    JsonRecordStream stream(device, writer.fileName());
    TimesketchMapper mapper(columns, options, writer);
    const auto taken = eachJsonRecord(
        stream, writer, [&] { return mapper.take(pairsFrom(stream.record()), stream.place()); });
    if (!taken)
        return tl::make_unexpected(taken.error());
    return writer.finish(mapper.usedZone(), translated("no record could be read"));
}

} // namespace

QString TimesketchImporter::displayName() const
{
    return translated("Timesketch timeline");
}

Likelihood TimesketchImporter::probe(const EvidenceInput &input) const
{
    return likelihoodOfTimesketch(namesIn(headRecords(input)));
}

Needs TimesketchImporter::missing(EvidenceInput &input, const ImportOptions &options) const
{
    const auto records = headRecords(input);
    const auto columns = timesketchColumns(namesIn(records), options.mapping);
    if (!columns)
        return Need::Mapping;
    if (options.hasZone())
        return {};
    for (const TimesketchPairs &pairs : records) {
        if (lacksZone(timeOf(pairs, *columns)))
            return Need::Zone;
    }
    return {};
}

Result<ReadSummary> TimesketchImporter::read(EvidenceInput &input, const ImportOptions &options,
                                             ImportSink &sink) const
{
    if (input.size() == 0)
        return isEmptyError(input.path());
    auto device = input.stream();
    if (!device)
        return tl::make_unexpected(device.error());
    RecordWriter writer(sink, input.path());
    if (!isJson(input))
        return readRows(**device, delimiterOf(input), options, writer);
    auto columns = timesketchColumns(namesIn(headRecords(input)), options.mapping);
    // A first record longer than the head shows no whole object: the usual names are expected.
    if (!columns)
        columns = timesketchColumns({ u"message"_s, u"datetime"_s }, options.mapping);
    if (!columns)
        return lacksColumns(input.path());
    return readObjects(**device, *columns, options, writer);
}

} // namespace SecondStory::Importing
