// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/alerts/alertmanagergroupsimporter.h"

#include "importing/alerts/firingalert.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

QString AlertmanagerGroupsImporter::displayName() const
{
    return QCoreApplication::translate("Importing", "Alertmanager alerts");
}

Likelihood AlertmanagerGroupsImporter::probe(const EvidenceInput &input) const
{
    const JsonSketch &sketch = input.sketch();
    for (const QString &prefix : { u"alerts[]."_s, u""_s, u"data[]."_s }) {
        const auto has = [&](const QString &key) { return sketch.has(prefix + key); };
        if (has(u"fingerprint"_s) && has(u"startsAt"_s) && has(u"labels"_s)
            && has(u"status.state"_s))
            return 97;
    }
    return 0;
}

QStringList AlertmanagerGroupsImporter::containers() const
{
    return { u"data"_s };
}

QStringList AlertmanagerGroupsImporter::timePaths() const
{
    return { u"startsAt"_s };
}

QString AlertmanagerGroupsImporter::nothingRead() const
{
    return QCoreApplication::translate("Importing", "no alert could be read");
}

Result<void> AlertmanagerGroupsImporter::take(JsonReading &reading, const JsonValue &record) const
{
    if (record.find(u"startsAt") != nullptr)
        return takeAlert(reading, record, { reading.place(), {} });
    return takeAlerts(reading, record);
}

} // namespace SecondStory::Importing
