// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/alerts/pagerdutyimporter.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

struct WordKind {
    const char16_t *word; ///< as the type begins: "notify_log_entry", "incident.notify"
    EventKind kind;
};

constexpr std::array kKinds{
    WordKind{ u"trigger", EventKind::Alert },
    WordKind{ u"resolve", EventKind::Alert },
    WordKind{ u"reopen", EventKind::Alert },
    WordKind{ u"notify", EventKind::Page },
    WordKind{ u"escalate", EventKind::Page },
    WordKind{ u"assign", EventKind::Page },
    WordKind{ u"reassign", EventKind::Page },
    WordKind{ u"delegate", EventKind::Page },
    WordKind{ u"exhaust_escalation_path", EventKind::Page },
    WordKind{ u"repeat_escalation_path", EventKind::Page },
    WordKind{ u"responder", EventKind::Help },
    WordKind{ u"add_responder", EventKind::Help },
    WordKind{ u"acknowledge", EventKind::Action },
    WordKind{ u"unacknowledge", EventKind::Action },
    WordKind{ u"snooze", EventKind::Action },
    WordKind{ u"urgency", EventKind::Action },
    WordKind{ u"priority", EventKind::Action },
    WordKind{ u"annotate", EventKind::Message },
    WordKind{ u"status_update", EventKind::Message },
};

/// "trigger" of "trigger_log_entry_reference", "incident.triggered" and "incident.trigger".
QString bareType(QString type)
{
    type = type.toLower();
    type = type.mid(type.indexOf(u'.') + 1);
    const qsizetype tail = type.indexOf(u"_log_entry"_s);
    return tail > 0 ? type.left(tail) : type;
}

EventKind kindOf(const QString &bare)
{
    for (const WordKind &entry : kKinds) {
        if (bare.startsWith(QStringView(entry.word)))
            return entry.kind;
    }
    return EventKind::Log;
}

/// "Priority updated" for "priority_updated".
QString typeWords(const QString &bare)
{
    QString words = bare;
    words.replace(u'_', u' ').replace(u'.', u' ');
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

/// Adds who a reference names: a user, a team or schedule, else a program.
void addActor(ParsedEvent &event, const JsonValue *reference)
{
    if (reference == nullptr || !reference->isObject())
        return;
    ParsedActor actor;
    actor.name = firstTextAt(*reference, { u"summary", u"name", u"email" });
    actor.handle = textAt(*reference, u"id");
    const QString type = textAt(*reference, u"type");
    if (type.startsWith(u"team"_s) || type.startsWith(u"schedule"_s)
        || type.startsWith(u"escalation_policy"_s))
        actor.kind = PersonKind::Group;
    else if (!type.isEmpty() && !type.startsWith(u"user"_s))
        actor.kind = PersonKind::Bot;
    for (const ParsedActor &known : std::as_const(event.actors)) {
        if (known.name == actor.name && known.handle == actor.handle)
            return;
    }
    event.actors.append(actor);
}

void addActors(ParsedEvent &event, const JsonValue *references)
{
    if (references == nullptr)
        return;
    for (const JsonValue &reference : references->items)
        addActor(event, &reference);
}

QString laneOf(const JsonValue &record)
{
    return firstTextAt(record,
                       { u"service.summary", u"service.name", u"incident.service.summary" });
}

QString incidentTitle(const JsonValue *incident)
{
    return incident == nullptr ? QString()
                               : firstTextAt(*incident, { u"summary", u"title", u"description" });
}

/// What the entry itself says, for a trigger the alert's own words.
QString entryTitle(const JsonValue &entry, const QString &bare, const QString &incident)
{
    const QString details = firstTextAt(
        entry, { u"event_details.description", u"channel.subject", u"channel.description" });
    if (bare == u"trigger"_s && !(details.isEmpty() && incident.isEmpty()))
        return details.isEmpty() ? incident : details;
    const QString note = firstTextAt(entry, { u"channel.content", u"channel.summary", u"note" });
    if (bare == u"annotate"_s && !note.isEmpty())
        return note;
    const QString summary = textAt(entry, u"summary");
    return summary.isEmpty() ? typeWords(bare) : summary;
}

/// `incident`: the one that stands around the entry (webhooks), or none.
Result<void> takeLogEntry(JsonReading &reading, const JsonValue &entry, const JsonValue *incident,
                          const QString &place)
{
    if (entry.find(u"incident") != nullptr && entry.find(u"incident")->isObject())
        incident = entry.find(u"incident");
    const QString bare = bareType(textAt(entry, u"type"));
    const QString about = incidentTitle(incident);
    const QString incidentId = incident == nullptr ? QString() : textAt(*incident, u"id");
    ParsedEvent event;
    event.time = reading.timeOf(entry.find(u"created_at"), place);
    // Newest first: the resolution of an incident stands before its trigger.
    if (bare == u"resolve"_s)
        reading.keepEnd(incidentId, event.time);
    if (bare == u"trigger"_s)
        reading.setEnd(event.time, reading.takeEnd(incidentId), place);
    event.kind = kindOf(bare);
    event.place = place;
    event.naturalKey = textAt(entry, u"id");
    event.lane = laneOf(entry);
    if (event.lane.isEmpty() && incident != nullptr)
        event.lane = laneOf(*incident);
    addActor(event, entry.find(u"agent"));
    addActor(event, entry.find(u"user"));
    addActors(event, entry.find(u"assignees"));
    QStringList lines{ textAt(entry, u"summary"), namedLine(u"incident"_s, about) };
    lines += namedLines(entry.find(u"event_details"), { u"description"_s });
    lines += namedLine(u"channel"_s, textAt(entry, u"channel.type"));
    setWordsOf(event, entryTitle(entry, bare, about), lines);
    return reading.take(std::move(event));
}

/// Version 2: a message with the log entries that belong to it.
Result<void> takeMessage(JsonReading &reading, const JsonValue &message)
{
    const JsonValue *incident = message.find(u"incident");
    const JsonValue *entries = message.find(u"log_entries");
    if (entries != nullptr && !entries->items.empty()) {
        for (size_t i = 0; i < entries->items.size(); ++i) {
            const QString place =
                placeWithin(reading.place(), u"log_entries"_s, static_cast<qsizetype>(i));
            if (!entries->items[i].isObject())
                reading.skip(place, translated("is not a JSON object"));
            else if (auto taken = takeLogEntry(reading, entries->items[i], incident, place); !taken)
                return taken;
        }
        return {};
    }
    const QString bare = bareType(firstTextAt(message, { u"event", u"type" }));
    ParsedEvent event;
    event.time = reading.timeAt(message, { u"created_on", u"created_at" }, reading.place());
    event.kind = kindOf(bare);
    event.place = reading.place();
    event.naturalKey = textAt(message, u"id");
    const QString about = incidentTitle(incident);
    if (incident != nullptr) {
        event.lane = laneOf(*incident);
        addActor(event, incident->find(u"last_status_change_by"));
    }
    setWordsOf(event, about.isEmpty() ? QString() : QString(typeWords(bare) + u": "_s + about));
    return reading.take(std::move(event));
}

QString eventTitle(const QString &bare, const JsonValue *data)
{
    const QString note =
        data == nullptr ? QString() : firstTextAt(*data, { u"content", u"message" });
    if (!note.isEmpty())
        return note;
    const QString about = data == nullptr
        ? QString()
        : firstTextAt(*data, { u"title", u"incident.summary", u"summary", u"name" });
    return about.isEmpty() ? typeWords(bare) : QString(typeWords(bare) + u": "_s + about);
}

/// Version 3: one event with the thing it is about.
Result<void> takeEvent(JsonReading &reading, const JsonValue &sent)
{
    const QString place = reading.place();
    const QString type = textAt(sent, u"event_type");
    const QString bare = bareType(type);
    const JsonValue *data = sent.find(u"data");
    if (type.isEmpty()) {
        reading.skip(place, translated("states no kind of event"));
        return {};
    }
    ParsedEvent event;
    event.time = reading.timeOf(sent.find(u"occurred_at"), place);
    event.kind = kindOf(bare);
    event.place = place;
    event.naturalKey = textAt(sent, u"id");
    addActor(event, sent.find(u"agent"));
    QStringList lines;
    if (data != nullptr) {
        const QString incidentId = firstTextAt(*data, { u"incident.id", u"id" });
        if (bare == u"resolved"_s)
            reading.keepEnd(incidentId, event.time);
        if (bare == u"triggered"_s)
            reading.setEnd(event.time, reading.takeEnd(incidentId), place);
        event.lane = laneOf(*data);
        if (const EventKind kind = event.kind; kind == EventKind::Page || kind == EventKind::Alert)
            addActors(event, data->find(u"assignees"));
        addActor(event, data->find(u"user"));
        for (const auto *key : { u"status", u"priority.summary", u"urgency", u"resolve_reason",
                                 u"incident.summary", u"html_url" })
            lines += namedLine(QStringView(key).toString(), textAt(*data, QStringView(key)));
    }
    setWordsOf(event, eventTitle(bare, data), lines);
    return reading.take(std::move(event));
}

} // namespace

QString PagerDutyImporter::displayName() const
{
    return translated("PagerDuty log entries and webhooks");
}

Likelihood PagerDutyImporter::probe(const EvidenceInput &input) const
{
    const JsonSketch &sketch = input.sketch();
    const bool isVersion3 =
        sketch.hasAll({ u"event.event_type"_s, u"event.occurred_at"_s, u"event.data"_s });
    const bool isVersion2 = sketch.hasAll({ u"messages[].event"_s, u"messages[].incident"_s });
    const bool isRest = sketch.hasAll({ u"log_entries[].created_at"_s, u"log_entries[].type"_s });
    if (isVersion3 || isVersion2 || isRest)
        return 97;
    const bool isEntries = sketch.hasAll({ u"type"_s, u"created_at"_s, u"channel"_s, u"agent"_s })
        && sketch.text(u"type"_s).contains(u"_log_entry"_s);
    return isEntries ? 95 : 0;
}

QStringList PagerDutyImporter::containers() const
{
    return { u"log_entries"_s, u"messages"_s };
}

QStringList PagerDutyImporter::timePaths() const
{
    return { u"created_at"_s, u"created_on"_s, u"event.occurred_at"_s };
}

QString PagerDutyImporter::nothingRead() const
{
    return translated("no log entry and no event could be read");
}

Result<void> PagerDutyImporter::take(JsonReading &reading, const JsonValue &record) const
{
    if (const JsonValue *event = record.find(u"event"); event != nullptr && event->isObject())
        return takeEvent(reading, *event);
    if (reading.container() == u"messages"_s)
        return takeMessage(reading, record);
    if (const JsonValue *entry = record.find(u"log_entry"); entry != nullptr && entry->isObject())
        return takeLogEntry(reading, *entry, nullptr, reading.place());
    if (textAt(record, u"type").contains(u"_log_entry"_s)
        || reading.container() == u"log_entries"_s)
        return takeLogEntry(reading, record, nullptr, reading.place());
    reading.skip(reading.place(), translated("is neither a log entry nor an event"));
    return {};
}

} // namespace SecondStory::Importing
