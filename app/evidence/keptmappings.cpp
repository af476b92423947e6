// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/keptmappings.h"

#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

using Importing::ColumnMapping;

void store(const QList<ColumnMapping> &mappings)
{
    QStringList list;
    for (const ColumnMapping &mapping : mappings)
        list << QString::fromUtf8(Importing::toJson(mapping));
    QSettings().setValue(u"import/mappings"_s, list);
}

} // namespace

QList<ColumnMapping> keptMappings()
{
    QList<ColumnMapping> mappings;
    for (const QString &json : QSettings().value(u"import/mappings"_s).toStringList()) {
        // Somebody may have edited the file: what cannot be read is not offered.
        if (const auto mapping = Importing::mappingFromJson(json.toUtf8());
            mapping && !mapping->name.isEmpty())
            mappings << *mapping;
    }
    std::sort(mappings.begin(), mappings.end(),
              [](const auto &a, const auto &b) { return a.name.localeAwareCompare(b.name) < 0; });
    return mappings;
}

void keepMapping(const ColumnMapping &mapping)
{
    QList<ColumnMapping> mappings = keptMappings();
    mappings.removeIf([&](const ColumnMapping &other) { return other.name == mapping.name; });
    mappings << mapping;
    store(mappings);
}

void forgetMapping(const QString &name)
{
    QList<ColumnMapping> mappings = keptMappings();
    mappings.removeIf([&](const ColumnMapping &other) { return other.name == name; });
    store(mappings);
}

} // namespace SecondStory::Ui
