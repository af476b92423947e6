// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/tables/csvimporter.h"

#include "importing/importerrors.h"
#include "importing/limits.h"
#include "importing/recordmapper.h"
#include "importing/tablerows.h"
#include "importing/textslice.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kHeadRows = 200;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// Which field of a row plays which part.
struct Columns {
    ColumnMapping mapping;
    QStringList header;

    [[nodiscard]] qsizetype index(const QString &name) const
    {
        return name.isEmpty() ? -1 : header.indexOf(name);
    }
};

struct Layout {
    Columns columns;
    qsizetype day = -1; ///< its column goes before the time's, when the mapping joins two
    qsizetype time = -1;
    qsizetype endTime = -1;
    qsizetype title = -1;
    qsizetype text = -1;
    qsizetype kind = -1;
    qsizetype actor = -1;
    qsizetype lane = -1;
    qsizetype key = -1;
    QList<qsizetype> others;
};

/// Names every column; columns without a name get one that cannot clash.
Result<QStringList> headerFrom(const CsvReader &reader, const QString &file)
{
    const QString place = linePlace(reader.line());
    if (reader.columnCount() > Limits::kColumns)
        return badInput(file, place, translated("has more than 1,000 columns"));
    QStringList header;
    QSet<QString> seen;
    for (const QString &field : reader.fields()) {
        QString name = field.trimmed();
        if (name.isEmpty())
            name = u"column "_s + QString::number(header.size() + 1);
        if (seen.contains(name.toLower()))
            return badInput(file, place,
                            translated("the column “%1” is there twice").arg(name.left(60)),
                            translated("give each column its own name"));
        seen.insert(name.toLower());
        header.append(name);
    }
    return header;
}

/// The columns of day and time; the day is empty when one column holds both.
std::pair<QString, QString> timeColumns(const ColumnMapping &mapping, const QStringList &header)
{
    const qsizetype plus = mapping.time.indexOf(u'+');
    if (plus <= 0 || header.contains(mapping.time))
        return { {}, mapping.time };
    return { mapping.time.left(plus), mapping.time.mid(plus + 1) };
}

Result<Layout> layoutFor(const QStringList &header, const ColumnMapping &chosen,
                         const QString &file)
{
    Layout layout;
    layout.columns = { chosen.isEmpty() ? guessMapping(header) : chosen, header };
    const ColumnMapping &m = layout.columns.mapping;
    if (!m.hasWords())
        return badInput(file, u"line 1"_s, translated("no column looks like what happened"),
                        translated("say which column is which"));
    const auto [dayColumn, timeColumn] = timeColumns(m, header);
    QSet<qsizetype> used;
    const std::pair<QString, qsizetype *> parts[]{
        { dayColumn, &layout.day }, { timeColumn, &layout.time }, { m.endTime, &layout.endTime },
        { m.title, &layout.title }, { m.text, &layout.text },     { m.kind, &layout.kind },
        { m.actor, &layout.actor }, { m.lane, &layout.lane },     { m.key, &layout.key }
    };
    for (const auto &[name, index] : parts) {
        *index = layout.columns.index(name);
        if (!name.isEmpty() && *index < 0)
            return badInput(file, u"line 1"_s,
                            translated("there is no column “%1”").arg(name.left(60)),
                            translated("say which column is which"));
        used.insert(*index);
    }
    for (qsizetype i = 0; i < header.size(); ++i) {
        if (!used.contains(i))
            layout.others.append(i);
    }
    return layout;
}

/// Sorts the fields of a row; `joined` holds day and time when two columns make one.
MappedRecord recordFrom(const std::vector<QByteArrayView> &cells, const Layout &layout,
                        QByteArray &joined)
{
    const auto cell = [&cells](qsizetype index) {
        return index >= 0 && index < static_cast<qsizetype>(cells.size())
            ? cells[static_cast<size_t>(index)]
            : QByteArrayView();
    };
    MappedRecord record{ cell(layout.time), cell(layout.endTime), cell(layout.title),
                         cell(layout.text), cell(layout.kind),    cell(layout.actor),
                         cell(layout.lane), cell(layout.key),     {} };
    if (layout.day >= 0) {
        joined = cell(layout.day).toByteArray() + ' ' + record.time.toByteArray();
        record.time = joined;
    }
    for (const qsizetype index : layout.others) {
        const QByteArrayView value = trimmedSlice(cell(index));
        if (!value.isEmpty())
            record.others.append(layout.columns.header[index] + u": "_s + QString::fromUtf8(value));
    }
    return record;
}

/// The header and rows of a file's beginning; empty when it is no table.
QList<QStringList> tableIn(const EvidenceInput &input)
{
    const auto delimiter = sniffDelimiter(input.headText());
    return delimiter ? headRows(input, *delimiter, kHeadRows) : QList<QStringList>();
}

} // namespace

QString CsvImporter::displayName() const
{
    return translated("Table (CSV)");
}

Likelihood CsvImporter::probe(const EvidenceInput &input) const
{
    if (input.isBundle())
        return 0;
    const QList<QStringList> rows = tableIn(input);
    if (rows.size() < 2)
        return 0;
    const auto width = rows.first().size();
    const auto alike = std::count_if(rows.begin(), rows.end(),
                                     [width](const auto &row) { return row.size() == width; });
    if (alike * 10 < rows.size() * 8)
        return 0;
    const ColumnMapping mapping = guessMapping(rows.first());
    if (!mapping.name.isEmpty())
        return 90;
    const QString name = input.name().toLower();
    const bool isNamedTable = name.endsWith(u".csv"_s) || name.endsWith(u".tsv"_s);
    if (!mapping.time.isEmpty() && mapping.hasWords())
        return isNamedTable ? 80 : 70;
    return isNamedTable ? 20 : 0;
}

Needs CsvImporter::missing(EvidenceInput &input, const ImportOptions &options) const
{
    Needs needs;
    const QList<QStringList> rows = tableIn(input);
    if (rows.isEmpty())
        return needs;
    const ColumnMapping mapping =
        options.mapping.isEmpty() ? guessMapping(rows.first()) : options.mapping;
    if (!mapping.hasWords())
        needs |= Need::Mapping;
    const auto [dayColumn, timeColumn] = timeColumns(mapping, rows.first());
    const qsizetype day = rows.first().indexOf(dayColumn);
    const qsizetype time = rows.first().indexOf(timeColumn);
    if (options.hasZone() || time < 0 || !mapping.timeFormat.isEmpty())
        return needs;
    for (const QStringList &row : rows.mid(1)) {
        const QString text =
            day >= 0 ? QString(row.value(day) + u' ' + row.value(time)) : row.value(time);
        if (lacksZone(text))
            return needs | Need::Zone;
    }
    return needs;
}

Result<ReadSummary> CsvImporter::read(EvidenceInput &input, const ImportOptions &options,
                                      ImportSink &sink) const
{
    const QString file = input.path();
    if (input.size() == 0)
        return isEmptyError(file);
    auto device = input.stream();
    if (!device)
        return tl::make_unexpected(device.error());
    LineReader lines(**device, file);
    CsvReader reader(lines, sniffDelimiter(input.headText()).value_or(u','));
    const auto more = reader.next();
    if (!more)
        return tl::make_unexpected(more.error());
    if (!*more)
        return isEmptyError(file);
    const auto header = headerFrom(reader, file);
    if (!header)
        return tl::make_unexpected(header.error());
    const auto layout = layoutFor(*header, options.mapping, file);
    if (!layout)
        return tl::make_unexpected(layout.error());

    RecordWriter writer(sink, file);
    RecordMapper mapper(layout->columns.mapping, options, writer);
    QByteArray joined;
    const auto taken =
        eachRow(reader, lines, writer, header->size(), RowWidth::AtMost, [&](const QString &place) {
            return mapper.take(recordFrom(reader.cells(), *layout, joined), place);
        });
    if (!taken)
        return tl::make_unexpected(taken.error());
    return writer.finish(mapper.usedZone(), translated("no row could be read"));
}

} // namespace SecondStory::Importing
