// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/alerts/grafanaimporter.h"

#include "importing/alerts/firingalert.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

bool isAnnotation(const JsonValue &record)
{
    return record.find(u"time") != nullptr && record.find(u"text") != nullptr;
}

ParsedActor personOf(const JsonValue &annotation)
{
    const QString login = firstTextAt(annotation, { u"login", u"email" });
    const QString id = firstTextAt(annotation, { u"userId", u"login" });
    return { login, id == u"0"_s ? QString() : id, PersonKind::Human };
}

/// A mark somebody or a program put on a graph; `timeEnd` makes it a range.
Result<void> takeAnnotation(JsonReading &reading, const JsonValue &record)
{
    const QString place = reading.place();
    ParsedEvent event;
    event.time = reading.timeOf(record.find(u"time"), place);
    if (textAt(record, u"timeEnd") != u"0"_s
        && textAt(record, u"timeEnd") != textAt(record, u"time"))
        reading.setEnd(event.time, reading.timeOf(record.find(u"timeEnd"), place), place);
    const QString state = textAt(record, u"newState");
    const bool isAlert = !state.isEmpty() || textAt(record, u"alertId").toLongLong() > 0;
    const JsonValue *tags = record.find(u"tags");
    event.kind = isAlert ? EventKind::Alert : EventKind::Other;
    if (!isAlert && tags != nullptr) {
        for (const JsonValue &tag : tags->items) {
            if (event.kind == EventKind::Other)
                event.kind = eventKindFromForeignWord(tag.text);
        }
    }
    event.place = place;
    event.naturalKey = textAt(record, u"id");
    if (const ParsedActor person = personOf(record); !person.name.isEmpty())
        event.actors.append(person);
    const QString name = textAt(record, u"alertName");
    const QString text = textAt(record, u"text");
    const QString alertTitle = name.isEmpty() ? text : name;
    setWordsOf(
        event, isAlert && !state.isEmpty() ? QString(alertTitle + u": "_s + state) : text,
        { text, namedLine(u"tags"_s, tags == nullptr ? QString() : tags->toReadableText()),
          namedLine(u"dashboard"_s, firstTextAt(record, { u"dashboardUID", u"dashboardId" })) });
    return reading.take(std::move(event));
}

/// Legacy alerting sends no time at all.
Result<void> takeLegacy(JsonReading &reading, const JsonValue &record)
{
    ParsedEvent event;
    reading.remarkOnce(translated("the alerts state no time"));
    event.kind = EventKind::Alert;
    event.place = reading.place();
    const QString title = firstTextAt(record, { u"title", u"ruleName" });
    QStringList lines{ textAt(record, u"message"),
                       namedLine(u"state"_s, textAt(record, u"state")) };
    if (const JsonValue *matches = record.find(u"evalMatches")) {
        for (const JsonValue &match : matches->items)
            lines += namedLine(textAt(match, u"metric"), textAt(match, u"value"));
    }
    lines += namedLine(u"ruleUrl"_s, textAt(record, u"ruleUrl"));
    setWordsOf(event, title, lines);
    return reading.take(std::move(event));
}

/// An alert rule kept by name: it tells what is watched, not when something happened.
Result<void> takeRule(JsonReading &reading, const NamedPayload &named)
{
    const JsonValue &rule = *named.payload;
    ParsedEvent event;
    reading.remarkOnce(translated("the alerts state no time"));
    event.kind = EventKind::Alert;
    event.place = placeWithin(reading.place(), named.name);
    event.lane = textAt(*named.holder, u"service");
    const QString summary =
        firstTextAt(rule, { u"annotations.summary", u"annotations.description" });
    QString title = firstTextAt(rule, { u"title", u"name" });
    if (title.isEmpty())
        title = named.name;
    QStringList lines{ namedLine(u"for"_s, firstTextAt(rule, { u"for_", u"for" })) };
    lines += namedLines(rule.find(u"labels"));
    setWordsOf(event, summary.isEmpty() ? title : QString(title + u": "_s + summary), lines);
    return reading.take(std::move(event));
}

} // namespace

QString GrafanaImporter::displayName() const
{
    return translated("Grafana alerts and annotations");
}

Likelihood GrafanaImporter::probe(const EvidenceInput &input) const
{
    const JsonSketch &sketch = input.sketch();
    const bool isWebhook = sketch.hasAll({ u"alerts[].startsAt"_s, u"alerts[].labels"_s })
        && (sketch.has(u"orgId"_s) || sketch.has(u"alerts[].silenceURL"_s)
            || sketch.has(u"alerts[].dashboardURL"_s));
    const bool isLegacy = sketch.hasAll({ u"ruleId"_s, u"ruleName"_s, u"state"_s });
    if (isWebhook || isLegacy)
        return 97;
    if (hasPayloadWith(sketch, { u"condition"_s, u"ruleGroup"_s, u"title"_s }))
        return 92;
    const bool isMark = sketch.hasAll({ u"id"_s, u"time"_s, u"text"_s, u"tags"_s });
    const bool isOwn =
        sketch.has(u"dashboardUID"_s) || sketch.has(u"panelId"_s) || sketch.has(u"dashboardId"_s);
    if (isMark && isOwn)
        return 95;
    return isMark && sketch.has(u"timeEnd"_s) ? 85 : 0;
}

QStringList GrafanaImporter::timePaths() const
{
    return { u"alerts[].startsAt"_s, u"alerts[].endsAt"_s };
}

QString GrafanaImporter::nothingRead() const
{
    return translated("no alert and no annotation could be read");
}

Result<void> GrafanaImporter::take(JsonReading &reading, const JsonValue &record) const
{
    if (record.find(u"alerts") != nullptr)
        return takeAlerts(reading, record);
    if (record.find(u"ruleName") != nullptr)
        return takeLegacy(reading, record);
    if (isAnnotation(record))
        return takeAnnotation(reading, record);
    const auto payloads = namedPayloads(record);
    if (payloads.empty())
        reading.skip(reading.place(), translated("is neither an alert nor an annotation"));
    for (const NamedPayload &named : payloads) {
        if (auto taken = takeRule(reading, named); !taken)
            return taken;
    }
    return {};
}

} // namespace SecondStory::Importing
