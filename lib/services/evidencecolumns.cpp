// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/evidencecolumns.h"

#include "importing/csvreader.h"
#include "importing/jsonvalue.h"
#include "importing/textdecoding.h"

#include <QBuffer>

using namespace Qt::StringLiterals;

namespace SecondStory::Services {

namespace {

constexpr int kLinesLookedAt = 20;

QStringList csvColumns(const QString &head)
{
    const auto delimiter = Importing::sniffDelimiter(head);
    if (!delimiter)
        return {};
    QByteArray bytes = head.toUtf8();
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::ReadOnly))
        return {};
    Importing::LineReader lines(buffer, {});
    Importing::CsvReader reader(lines, *delimiter);
    const auto more = reader.next();
    if (!more || !*more)
        return {};
    QStringList columns;
    for (const QString &field : reader.fields()) {
        QString name = field.trimmed();
        // The importer's own name for a column without one.
        if (name.isEmpty())
            name = u"column "_s + QString::number(columns.size() + 1);
        columns << name;
    }
    return columns;
}

void collectKeys(const Importing::JsonValue &object, const QString &prefix, QStringList &keys)
{
    for (const auto &[key, value] : object.members) {
        const QString path = prefix + key;
        if (!keys.contains(path))
            keys << path;
        if (value.isObject() && prefix.isEmpty())
            collectKeys(value, QString(key + u'.'), keys);
    }
}

QStringList jsonKeys(const QString &head)
{
    QStringList keys;
    Importing::JsonReader reader;
    const auto lines = QStringView(head).split(u'\n', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < std::min<qsizetype>(lines.size(), kLinesLookedAt); ++i) {
        if (const auto value = reader.read(lines[i].toUtf8()))
            collectKeys(*value, {}, keys);
    }
    return keys;
}

} // namespace

QStringList evidenceColumns(const Importing::EvidenceInput &input, const QString &importerId)
{
    const QString head = Importing::probeText(input.head());
    if (importerId == "csv"_L1)
        return csvColumns(head);
    return importerId == "jsonl"_L1 ? jsonKeys(head) : QStringList();
}

} // namespace SecondStory::Services
