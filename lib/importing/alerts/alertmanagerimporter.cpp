// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/alerts/alertmanagerimporter.h"

#include "importing/alerts/firingalert.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

QString AlertmanagerImporter::displayName() const
{
    return QCoreApplication::translate("Importing", "Alertmanager webhook");
}

Likelihood AlertmanagerImporter::probe(const EvidenceInput &input) const
{
    const JsonSketch &sketch = input.sketch();
    if (!sketch.hasAll({ u"alerts"_s, u"alerts[].labels"_s, u"alerts[].startsAt"_s }))
        return 0;
    // Grafana sends the same shape with its own members.
    const bool isGrafana = sketch.has(u"orgId"_s) || sketch.has(u"alerts[].silenceURL"_s)
        || sketch.has(u"alerts[].dashboardURL"_s);
    // So does the Alertmanager's own interface, where an alert's status is an object.
    if (isGrafana || sketch.has(u"alerts[].status.state"_s))
        return 40;
    return sketch.hasAll({ u"groupKey"_s, u"receiver"_s, u"groupLabels"_s }) ? 97 : 70;
}

QStringList AlertmanagerImporter::timePaths() const
{
    return { u"alerts[].startsAt"_s, u"alerts[].endsAt"_s };
}

QString AlertmanagerImporter::nothingRead() const
{
    return QCoreApplication::translate("Importing", "no alert could be read");
}

Result<void> AlertmanagerImporter::take(JsonReading &reading, const JsonValue &record) const
{
    return takeAlerts(reading, record);
}

} // namespace SecondStory::Importing
