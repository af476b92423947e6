// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/alerts/opsgenieimporter.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// Programs that stand where a person's name would.
bool isProgram(const QString &name)
{
    const QString lower = name.toLower();
    return lower == u"system"_s || lower == u"alert api"_s || lower == u"opsgenie"_s
        || lower.endsWith(u" integration"_s);
}

void addActor(ParsedEvent &event, const QString &name)
{
    if (!name.isEmpty())
        event.actors.append({ name, name, isProgram(name) ? PersonKind::Bot : PersonKind::Human });
}

QStringList linesOf(const JsonValue &alert)
{
    QStringList lines{ textAt(alert, u"description") };
    for (const auto *key : { u"priority", u"status", u"source", u"entity", u"alias", u"owner",
                             u"count", u"lastOccurredAt", u"snoozedUntil" })
        lines += namedLine(QStringView(key).toString(), textAt(alert, QStringView(key)));
    for (const auto *key : { u"tags", u"details" }) {
        const JsonValue *value = alert.find(QStringView(key));
        if (value != nullptr && value->isArray())
            lines += namedLine(QStringView(key).toString(), value->toReadableText());
        else
            lines += namedLines(value);
    }
    return lines;
}

QString keyOf(const JsonValue &alert)
{
    return firstTextAt(alert, { u"id", u"alertId" });
}

/// A moment that the report states as milliseconds since the alert was made.
RecordedTime afterCreation(const RecordedTime &created, const QString &milliseconds)
{
    bool isNumber = false;
    const qint64 after = milliseconds.toLongLong(&isNumber);
    constexpr qint64 kLongest = 100LL * 366 * 24 * 3600 * 1000;
    if (!created.isDated() || !isNumber || after < 0 || after > kLongest)
        return {};
    return TimeResolver::atInstant(TimePoint{ created.start->us + after * 1000 },
                                   TimePrecision::Millisecond,
                                   created.text + u" + "_s + milliseconds + u" ms"_s);
}

ParsedEvent alertEvent(const JsonValue &alert, RecordedTime time, const QString &place,
                       const QString &keyTail)
{
    ParsedEvent event;
    event.time = std::move(time);
    event.kind = EventKind::Alert;
    event.place = place;
    const QString key = keyOf(alert);
    event.naturalKey = key.isEmpty() ? QString() : QString(key + keyTail);
    event.lane = firstTextAt(alert, { u"entity", u"integration.name" });
    return event;
}

Result<void> takeAcknowledged(JsonReading &reading, const JsonValue &alert,
                              const RecordedTime &created)
{
    const RecordedTime time = afterCreation(created, textAt(alert, u"report.ackTime"));
    const QString by = textAt(alert, u"report.acknowledgedBy");
    if (!time.isDated() || (by.isEmpty() && textAt(alert, u"report.ackTime") == u"0"_s))
        return {};
    ParsedEvent event =
        alertEvent(alert, time, QString(reading.place() + u", ackTime"_s), u":acknowledged"_s);
    event.kind = EventKind::Action;
    addActor(event, by);
    setWordsOf(event, translated("Acknowledged: %1").arg(textAt(alert, u"message")));
    return reading.take(std::move(event));
}

Result<void> takeAlert(JsonReading &reading, const JsonValue &alert)
{
    const QString place = reading.place();
    const RecordedTime created = reading.timeOf(alert.find(u"createdAt"), place);
    const bool isClosed = textAt(alert, u"status").toLower() == u"closed"_s;
    const RecordedTime closed =
        isClosed ? afterCreation(created, textAt(alert, u"report.closeTime")) : RecordedTime();
    ParsedEvent event = alertEvent(alert, created, place, u":created"_s);
    reading.setEnd(event.time, closed, place);
    setWordsOf(event, textAt(alert, u"message"), linesOf(alert));
    if (event.title.isEmpty() || textAt(alert, u"message").isEmpty()) {
        reading.skip(place, translated("has no words"));
        return {};
    }
    if (const auto taken = reading.take(std::move(event)); !taken)
        return taken;
    if (const auto taken = takeAcknowledged(reading, alert, created); !taken || !closed.isDated())
        return taken;
    ParsedEvent end = alertEvent(alert, closed, QString(place + u", closeTime"_s), u":closed"_s);
    addActor(end, textAt(alert, u"report.closedBy"));
    setWordsOf(end, translated("Closed: %1").arg(textAt(alert, u"message")));
    return reading.take(std::move(end));
}

EventKind actionKind(const QString &action)
{
    if (action == u"create"_s || action == u"close"_s)
        return EventKind::Alert;
    if (action.startsWith(u"escalate"_s) || action == u"addteam"_s || action == u"addrecipient"_s
        || action == u"addresponder"_s)
        return EventKind::Page;
    return action == u"addnote"_s ? EventKind::Message : EventKind::Action;
}

/// A webhook tells what was done to an alert. One that tells of the closing knows the beginning
/// too.
Result<void> takeWebhook(JsonReading &reading, const JsonValue &record, const JsonValue &alert)
{
    const QString place = reading.place();
    const QString name = textAt(record, u"action");
    const QString action = name.toLower();
    const RecordedTime created = reading.timeOf(alert.find(u"createdAt"), place);
    const RecordedTime updated = reading.timeOf(alert.find(u"updatedAt"), place);
    const QString createdKey =
        keyOf(alert).isEmpty() ? QString() : QString(keyOf(alert) + u":created"_s);
    const bool isCreate = action == u"create"_s;
    const QString message = textAt(alert, u"message");
    if (!isCreate && action == u"close"_s && created.isDated() && !reading.isKnown(createdKey)) {
        ParsedEvent began =
            alertEvent(alert, created, QString(place + u", createdAt"_s), u":created"_s);
        reading.setEnd(began.time, updated, place);
        setWordsOf(began, message, linesOf(alert));
        if (const auto taken = reading.take(std::move(began)); !taken)
            return taken;
    }
    const RecordedTime time = isCreate || !updated.isDated() ? created : updated;
    const QString tail = isCreate ? u":created"_s : QString(u':' + action + u':' + time.text);
    ParsedEvent event = alertEvent(alert, time, place, tail);
    event.kind = actionKind(action);
    addActor(event, textAt(alert, u"username"));
    const QString note = textAt(alert, u"note");
    const QString title = isCreate                  ? message
        : action == u"addnote"_s && !note.isEmpty() ? note
                                                    : translated("%1: %2").arg(name, message);
    QStringList lines{ note, message };
    lines += linesOf(alert);
    setWordsOf(event, title, lines);
    return reading.take(std::move(event));
}

/// Entries of an alert's log and its notes.
Result<void> takeEntry(JsonReading &reading, const JsonValue &record)
{
    ParsedEvent event;
    event.place = reading.place();
    event.time = reading.timeOf(record.find(u"createdAt"), event.place);
    const bool isNote = record.find(u"note") != nullptr;
    event.kind = isNote ? EventKind::Message : EventKind::Log;
    addActor(event, textAt(record, u"owner"));
    setWordsOf(event, firstTextAt(record, { u"note", u"log" }));
    return reading.take(std::move(event));
}

} // namespace

QString OpsgenieImporter::displayName() const
{
    return translated("Opsgenie alerts");
}

Likelihood OpsgenieImporter::probe(const EvidenceInput &input) const
{
    const JsonSketch &sketch = input.sketch();
    if (sketch.hasAll({ u"action"_s, u"alert.alertId"_s, u"alert.message"_s }))
        return 97;
    for (const QString &prefix : { u"data[]."_s, u"data."_s, u""_s }) {
        const auto has = [&](const QString &key) { return sketch.has(prefix + key); };
        if (has(u"tinyId"_s) && has(u"message"_s) && has(u"createdAt"_s))
            return 97;
        const bool isLog = has(u"log"_s) || has(u"note"_s);
        if (isLog && has(u"owner"_s) && has(u"createdAt"_s) && has(u"offset"_s))
            return 85;
    }
    return 0;
}

QStringList OpsgenieImporter::containers() const
{
    return { u"data"_s };
}

QStringList OpsgenieImporter::timePaths() const
{
    return { u"createdAt"_s, u"updatedAt"_s };
}

QString OpsgenieImporter::nothingRead() const
{
    return translated("no alert could be read");
}

Result<void> OpsgenieImporter::take(JsonReading &reading, const JsonValue &record) const
{
    if (const JsonValue *alert = record.find(u"alert"); alert != nullptr && alert->isObject())
        return takeWebhook(reading, record, *alert);
    if (const JsonValue *data = record.find(u"data"); data != nullptr && data->isObject())
        return takeAlert(reading, *data);
    if (record.find(u"log") != nullptr || record.find(u"note") != nullptr)
        return takeEntry(reading, record);
    return takeAlert(reading, record);
}

} // namespace SecondStory::Importing
