// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/tablerows.h"

#include "importing/importerrors.h"

#include <QBuffer>

namespace SecondStory::Importing {

namespace {

constexpr int kAdvanceEvery = 1'000;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

} // namespace

QList<QStringList> headRows(const EvidenceInput &input, QChar delimiter, qsizetype most)
{
    QList<QStringList> rows;
    if (input.isBundle())
        return rows;
    QBuffer buffer;
    buffer.setData(input.headText().toUtf8());
    buffer.open(QIODevice::ReadOnly);
    LineReader lines(buffer, input.name());
    CsvReader reader(lines, delimiter);
    while (rows.size() < most) {
        const auto more = reader.next();
        if (!more || !*more)
            break;
        rows.append(reader.fields());
    }
    return rows;
}

Result<void> eachRow(CsvReader &rows, const LineReader &lines, RecordWriter &writer,
                     qsizetype columns, RowWidth width, const TakeRow &take)
{
    for (qint64 count = 1;; ++count) {
        const auto more = rows.next();
        if (!more)
            return tl::make_unexpected(more.error());
        if (!*more)
            break;
        if (count % kAdvanceEvery == 0)
            writer.advance(lines.bytesRead());
        const QString place = linePlace(rows.line());
        if (rows.isOversized()) {
            writer.skip(place, translated("a field is longer than 1 MiB"));
            continue;
        }
        const qsizetype fields = rows.columnCount();
        if (width == RowWidth::Exactly ? fields != columns : fields > columns) {
            writer.skip(
                place,
                translated("has %1 fields where the header has %2").arg(fields).arg(columns));
            continue;
        }
        if (rows.isRepaired())
            writer.remark(place, translated("bytes that are not UTF-8 were replaced"));
        if (auto taken = take(place); !taken)
            return taken;
    }
    writer.advance(lines.bytesRead());
    return {};
}

} // namespace SecondStory::Importing
