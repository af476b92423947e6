// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/alerts/datadogeventsimporter.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// Datadog writes "undefined" where it knows nothing.
QString known(const QString &text)
{
    return text == u"undefined"_s || text == u"null"_s ? QString() : text;
}

/// The event's text without the marks that tell Datadog to render it ("%%% … %%%").
QString bodyOf(QString text)
{
    text.remove(u"%%%"_s);
    return text.trimmed();
}

QString tagsText(const JsonValue *tags)
{
    if (tags == nullptr)
        return {};
    if (!tags->isArray())
        return tags->toReadableText();
    QStringList texts;
    for (const JsonValue &tag : tags->items)
        texts.append(tag.toReadableText());
    texts.removeDuplicates();
    return texts.join(u", "_s);
}

/// "deployment" of a tag "source:deployment".
QString tagValue(const JsonValue *tags, const QString &key)
{
    if (tags == nullptr)
        return {};
    const QString prefix = key + u':';
    for (const JsonValue &tag : tags->items) {
        if (tag.text.startsWith(prefix))
            return tag.text.mid(prefix.size());
    }
    return {};
}

EventKind kindOf(bool isMonitor, const QString &status, const QString &source)
{
    if (isMonitor || status == u"error"_s || status == u"warn"_s || status == u"warning"_s
        || status == u"critical"_s)
        return EventKind::Alert;
    const EventKind kind = eventKindFromForeignWord(source);
    return kind == EventKind::Other ? EventKind::Log : kind;
}

/// Version 2: {id, type: "event", attributes: {timestamp, message, tags, attributes: {…}}}.
Result<void> takeVersion2(JsonReading &reading, const JsonValue &record)
{
    ParsedEvent event;
    event.place = reading.place();
    event.time = reading.timeAt(
        record, { u"attributes.timestamp", u"attributes.attributes.timestamp" }, event.place);
    const JsonValue *tags = record.findPath(u"attributes.tags");
    const QString status = textAt(record, u"attributes.attributes.status");
    const JsonValue *monitor = record.findPath(u"attributes.attributes.monitor");
    event.kind =
        kindOf(monitor != nullptr && monitor->isObject(), status, tagValue(tags, u"source"_s));
    event.naturalKey = textAt(record, u"id");
    event.lane = known(textAt(record, u"attributes.attributes.service"));
    if (event.lane.isEmpty())
        event.lane = known(textAt(record, u"attributes.attributes.hostname"));
    const QString title = textAt(record, u"attributes.attributes.title");
    const QString body = bodyOf(textAt(record, u"attributes.message"));
    setWordsOf(event, title.isEmpty() ? body : title,
               { body, namedLine(u"status"_s, status),
                 namedLine(u"host"_s, known(textAt(record, u"attributes.attributes.hostname"))),
                 namedLine(u"tags"_s, tagsText(tags)) });
    return reading.take(std::move(event));
}

/// Version 1: {id, date_happened, title, text, tags, source, host, alert_type}.
Result<void> takeVersion1(JsonReading &reading, const JsonValue &record)
{
    ParsedEvent event;
    event.place = reading.place();
    event.time = reading.timeOf(record.find(u"date_happened"), event.place);
    const QString status = textAt(record, u"alert_type");
    event.kind =
        kindOf(!textAt(record, u"monitor_id").isEmpty(), status, textAt(record, u"source"));
    event.naturalKey = textAt(record, u"id");
    event.lane = firstTextAt(record, { u"device_name", u"host" });
    const QString title = textAt(record, u"title");
    const QString body = bodyOf(textAt(record, u"text"));
    setWordsOf(event, title.isEmpty() ? body : title,
               { body, namedLine(u"status"_s, status),
                 namedLine(u"source"_s, textAt(record, u"source")),
                 namedLine(u"tags"_s, tagsText(record.find(u"tags"))) });
    return reading.take(std::move(event));
}

/// What a monitor sends to a webhook unless somebody changed it, and monitors kept by name. The
/// latter state no time.
Result<void> takeMonitor(JsonReading &reading, const JsonValue &record, const QString &place,
                         const QString &name)
{
    ParsedEvent event;
    event.place = place;
    event.time = reading.timeAt(record, { u"date", u"last_updated" }, place);
    event.kind = EventKind::Alert;
    event.naturalKey = event.time.isDated() ? textAt(record, u"id") : QString();
    if (event.time.text.isEmpty())
        reading.remarkOnce(translated("the alerts state no time"));
    const QString title = firstTextAt(record, { u"title", u"name", u"event_title" });
    setWordsOf(event, title.isEmpty() ? name : title,
               { bodyOf(firstTextAt(record, { u"body", u"message", u"text_only_message" })),
                 namedLine(u"type"_s, firstTextAt(record, { u"event_type", u"type" })),
                 namedLine(u"query"_s, textAt(record, u"query")),
                 namedLine(u"priority"_s, textAt(record, u"priority")),
                 namedLine(u"monitor"_s, textAt(record, u"monitor_id")),
                 namedLine(u"tags"_s, tagsText(record.find(u"tags"))) });
    return reading.take(std::move(event));
}

bool isMonitorWebhook(const JsonValue &record)
{
    return record.find(u"last_updated") != nullptr || record.find(u"event_type") != nullptr
        || record.find(u"query") != nullptr;
}

} // namespace

QString DatadogEventsImporter::displayName() const
{
    return translated("Datadog events");
}

Likelihood DatadogEventsImporter::probe(const EvidenceInput &input) const
{
    const JsonSketch &sketch = input.sketch();
    for (const QString &prefix : { u"data[]."_s, u"data."_s, u""_s }) {
        const auto has = [&](const QString &key) { return sketch.has(prefix + key); };
        if (has(u"attributes.timestamp"_s) && has(u"attributes.attributes"_s)
            && (has(u"attributes.message"_s) || has(u"attributes.attributes.title"_s)))
            return sketch.text(prefix + u"type"_s) == u"event"_s ? 97 : 60;
    }
    for (const QString &prefix : { u"events[]."_s, u"event."_s, u""_s }) {
        const auto has = [&](const QString &key) { return sketch.has(prefix + key); };
        if (has(u"date_happened"_s) && has(u"title"_s) && has(u"alert_type"_s))
            return 95;
    }
    if (hasPayloadWith(sketch, { u"monitor_id"_s, u"query"_s }))
        return 92;
    const bool isWebhook = sketch.hasAll(
        { u"body"_s, u"last_updated"_s, u"event_type"_s, u"title"_s, u"date"_s, u"org.id"_s });
    return isWebhook ? 95 : 0;
}

QStringList DatadogEventsImporter::containers() const
{
    return { u"data"_s, u"events"_s };
}

QStringList DatadogEventsImporter::timePaths() const
{
    return { u"attributes.timestamp"_s };
}

QString DatadogEventsImporter::nothingRead() const
{
    return translated("no event could be read");
}

Result<void> DatadogEventsImporter::take(JsonReading &reading, const JsonValue &record) const
{
    for (const auto *key : { u"data", u"event" }) {
        const JsonValue *inner = record.find(QStringView(key));
        if (inner != nullptr && inner->isObject())
            return take(reading, *inner);
    }
    if (record.find(u"attributes") != nullptr)
        return takeVersion2(reading, record);
    if (record.find(u"date_happened") != nullptr)
        return takeVersion1(reading, record);
    const auto payloads = namedPayloads(record);
    for (const NamedPayload &named : payloads) {
        const QString place = placeWithin(reading.place(), named.name);
        if (auto taken = takeMonitor(reading, *named.payload, place, named.name); !taken)
            return taken;
    }
    if (!payloads.empty())
        return {};
    if (isMonitorWebhook(record))
        return takeMonitor(reading, record, reading.place(), {});
    reading.skip(reading.place(), translated("is not an event of Datadog"));
    return {};
}

} // namespace SecondStory::Importing
