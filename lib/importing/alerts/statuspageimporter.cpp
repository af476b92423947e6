// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/alerts/statuspageimporter.h"

#include "importing/alerts/statusupdates.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// Names of components, written as objects or as bare texts.
QString componentNames(const JsonValue &incident)
{
    QStringList names;
    if (const JsonValue *components = incident.find(u"components")) {
        for (const JsonValue &component : components->items)
            names.append(component.isObject() ? textAt(component, u"name") : component.text);
    }
    names.removeAll(QString());
    return names.join(u", "_s);
}

QString titleOf(const JsonValue &incident)
{
    return firstTextAt(incident, { u"name", u"title" });
}

/// When it was over: stated, never taken from an update alone.
RecordedTime endOf(JsonReading &reading, const JsonValue &incident, const QString &place)
{
    return reading.timeAt(incident, { u"resolved_at" }, place);
}

Result<void> takeIncidentItself(JsonReading &reading, const JsonValue &incident)
{
    const QString place = reading.place();
    ParsedEvent event;
    event.place = place;
    event.time = reading.timeAt(
        incident, { u"started_at", u"scheduled_for", u"created_at", u"published_at" }, place);
    reading.setEnd(event.time, endOf(reading, incident, place), place);
    event.kind = EventKind::Milestone;
    event.naturalKey = textAt(incident, u"id");
    if (const QString page = textAt(reading.stream().head(u"page"_s), u"name"); !page.isEmpty())
        event.actors.append({ page, {}, PersonKind::Group });
    setWordsOf(event, titleOf(incident),
               { namedLine(u"impact"_s, textAt(incident, u"impact")),
                 namedLine(u"status"_s, textAt(incident, u"status")),
                 namedLine(u"components"_s, componentNames(incident)),
                 namedLine(u"scheduled for"_s, textAt(incident, u"scheduled_for")),
                 namedLine(u"scheduled until"_s, textAt(incident, u"scheduled_until")),
                 namedLine(u"address"_s, firstTextAt(incident, { u"shortlink", u"url" })) });
    return reading.take(std::move(event));
}

Result<void> takeUpdate(JsonReading &reading, const JsonValue &incident, const JsonValue &update,
                        const QString &place)
{
    StatusUpdate one;
    one.place = place;
    one.incident = titleOf(incident);
    one.status = textAt(update, u"status");
    one.words = firstTextAt(update, { u"body", u"message" });
    one.time = reading.timeAt(update, { u"display_at", u"at", u"created_at" }, place);
    const QString id = textAt(update, u"id");
    const QString incidentId = textAt(incident, u"id");
    if (!id.isEmpty())
        one.naturalKey = id;
    else if (!incidentId.isEmpty())
        one.naturalKey = statusUpdateKey(incidentId, one);
    if (const QString page = textAt(reading.stream().head(u"page"_s), u"name"); !page.isEmpty())
        one.author = page;
    return reading.take(eventOf(one));
}

} // namespace

QString StatuspageImporter::displayName() const
{
    return translated("Statuspage incidents");
}

Likelihood StatuspageImporter::probe(const EvidenceInput &input) const
{
    const JsonSketch &sketch = input.sketch();
    for (const QString &prefix :
         { u"incidents[]."_s, u"scheduled_maintenances[]."_s, u""_s, u"incident."_s }) {
        const auto has = [&](const QString &key) { return sketch.has(prefix + key); };
        if (has(u"incident_updates"_s) && has(u"name"_s) && has(u"impact"_s))
            return 98;
    }
    const bool isLine = sketch.hasAll(
        { u"title"_s, u"updates[].at"_s, u"updates[].status"_s, u"updates[].message"_s });
    return isLine && (sketch.has(u"impact"_s) || sketch.has(u"resolved_at"_s)) ? 96 : 0;
}

QStringList StatuspageImporter::containers() const
{
    return { u"incidents"_s, u"scheduled_maintenances"_s };
}

QStringList StatuspageImporter::timePaths() const
{
    return { u"created_at"_s, u"started_at"_s, u"resolved_at"_s, u"display_at"_s,
             u"updates[].at"_s };
}

QString StatuspageImporter::nothingRead() const
{
    return translated("no incident could be read");
}

Result<void> StatuspageImporter::take(JsonReading &reading, const JsonValue &record) const
{
    // A webhook carries the incident within; a whole page has other members that are no incident.
    if (const JsonValue *inner = record.find(u"incident"); inner != nullptr && inner->isObject())
        return take(reading, *inner);
    if (titleOf(record).isEmpty()) {
        reading.skip(reading.place(), translated("is not an incident: it has no name"));
        return {};
    }
    if (const auto taken = takeIncidentItself(reading, record); !taken)
        return taken;
    for (const QString &key : { u"incident_updates"_s, u"updates"_s }) {
        const JsonValue *updates = record.find(key);
        for (size_t i = 0; updates != nullptr && i < updates->items.size(); ++i) {
            const QString place = placeWithin(reading.place(), key, static_cast<qsizetype>(i));
            if (auto taken = takeUpdate(reading, record, updates->items[i], place); !taken)
                return taken;
        }
    }
    return {};
}

} // namespace SecondStory::Importing
