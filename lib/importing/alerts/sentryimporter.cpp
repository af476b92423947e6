// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/alerts/sentryimporter.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

const JsonValue *objectAt(const JsonValue &record, QStringView path)
{
    const JsonValue *value = record.findPath(path);
    return value != nullptr && value->isObject() ? value : nullptr;
}

/// Who did it: a person, or the application itself.
void addActor(ParsedEvent &event, const JsonValue &record)
{
    const QString name = textAt(record, u"actor.name");
    if (name.isEmpty())
        return;
    const bool isPerson = textAt(record, u"actor.type") == u"user"_s;
    event.actors.append(
        { name, textAt(record, u"actor.id"), isPerson ? PersonKind::Human : PersonKind::Bot });
}

QString projectOf(const JsonValue &value)
{
    return firstTextAt(
        value,
        { u"project.name", u"project.slug", u"project_name", u"project_slug", u"projectName" });
}

/// `tags`: [["level", "error"], …] or [{"key": "level", "value": "error"}, …].
QString tagsText(const JsonValue *tags)
{
    QStringList texts;
    if (tags == nullptr)
        return {};
    for (const JsonValue &tag : tags->items) {
        if (tag.isArray() && tag.items.size() == 2)
            texts.append(tag.items[0].text + u'=' + tag.items[1].text);
        else if (tag.isObject())
            texts.append(textAt(tag, u"key") + u'=' + textAt(tag, u"value"));
    }
    return texts.join(u", "_s);
}

/// An issue lives from the first to the last event seen of it.
Result<void> takeIssue(JsonReading &reading, const JsonValue &issue, const JsonValue &record)
{
    const QString action = textAt(record, u"action");
    const QString id = textAt(issue, u"id");
    const QString title = firstTextAt(issue, { u"title", u"metadata.title", u"metadata.value" });
    ParsedEvent event;
    event.place = reading.place();
    event.lane = projectOf(issue);
    const bool isBeginning =
        action.isEmpty() || action == u"created"_s || action == u"unresolved"_s;
    if (isBeginning) {
        event.kind = EventKind::Alert;
        event.time = reading.timeOf(issue.find(u"firstSeen"), event.place);
        reading.setEnd(event.time, reading.timeOf(issue.find(u"lastSeen"), event.place),
                       event.place);
        event.naturalKey = id;
    } else {
        // What was done to the issue; the moment stands in a header that the payload lacks.
        event.kind = EventKind::Action;
        event.naturalKey = id.isEmpty() ? QString() : QString(id + u':' + action);
        reading.writer().remark(event.place,
                                translated("the webhook does not say when this was done"));
        addActor(event, record);
    }
    const QString words =
        isBeginning || title.isEmpty() ? title : QString(action + u": "_s + title);
    QStringList lines{ textAt(issue, u"metadata.value") };
    for (const auto *key :
         { u"shortId", u"level", u"status", u"count", u"userCount", u"permalink" })
        lines += namedLine(QStringView(key).toString(), textAt(issue, QStringView(key)));
    setWordsOf(event, words, lines);
    return reading.take(std::move(event));
}

/// One event: an error, or what set an alert rule off.
Result<void> takeEvent(JsonReading &reading, const JsonValue &seen, const JsonValue &record)
{
    ParsedEvent event;
    event.place = reading.place();
    event.time = reading.timeAt(
        seen, { u"datetime", u"dateCreated", u"timestamp", u"dateReceived", u"received" },
        event.place);
    event.kind = EventKind::Alert;
    event.naturalKey = firstTextAt(seen, { u"event_id", u"eventID", u"id" });
    event.lane = projectOf(seen);
    if (event.lane.isEmpty())
        event.lane = projectOf(record);
    QString title = firstTextAt(seen, { u"title", u"metadata.title", u"logentry.formatted" });
    if (title.isEmpty())
        title = firstTextAt(seen, { u"message", u"metadata.value" });
    setWordsOf(
        event, title,
        { textAt(seen, u"message"), textAt(seen, u"metadata.value"),
          namedLine(u"rule"_s, firstTextAt(record, { u"data.triggered_rule", u"triggered_rule" })),
          namedLine(u"level"_s, firstTextAt(seen, { u"level" })),
          namedLine(u"platform"_s, textAt(seen, u"platform")),
          namedLine(u"environment"_s, textAt(seen, u"environment")),
          namedLine(u"release"_s, firstTextAt(seen, { u"release.version", u"release" })),
          namedLine(u"tags"_s, tagsText(seen.find(u"tags"))),
          namedLine(u"url"_s, firstTextAt(seen, { u"web_url", u"url" })) });
    return reading.take(std::move(event));
}

/// A metric alert begins and, with the action "resolved", ends.
Result<void> takeMetricAlert(JsonReading &reading, const JsonValue &alert, const JsonValue &record)
{
    const QString place = reading.place();
    const QString id = textAt(alert, u"id");
    const RecordedTime start = reading.timeAt(alert, { u"date_started", u"date_detected" }, place);
    const RecordedTime end = reading.timeOf(alert.find(u"date_closed"), place);
    QString title = firstTextAt(record, { u"data.description_title", u"description_title" });
    if (title.isEmpty())
        title = firstTextAt(alert, { u"title", u"alert_rule.name" });
    const QString key = id.isEmpty() ? QString() : QString(id + u":started"_s);
    if (key.isEmpty() || !reading.isKnown(key)) {
        ParsedEvent event;
        event.place = place;
        event.time = start;
        reading.setEnd(event.time, end, place);
        event.kind = EventKind::Alert;
        event.naturalKey = key;
        event.lane = textAt(alert, u"alert_rule.name");
        setWordsOf(event, title,
                   { firstTextAt(record, { u"data.description_text", u"description_text" }),
                     namedLine(u"action"_s, textAt(record, u"action")),
                     namedLine(u"query"_s, textAt(alert, u"alert_rule.query")) });
        if (const auto taken = reading.take(std::move(event)); !taken || !end.isDated())
            return taken;
    } else if (!end.isDated()) {
        reading.skip(place, translated("repeats an alert that stands further up"));
        return {};
    }
    ParsedEvent over;
    over.place = place + u", date_closed"_s;
    over.time = end;
    over.kind = EventKind::Alert;
    over.naturalKey = id.isEmpty() ? QString() : QString(id + u":closed"_s);
    over.lane = textAt(alert, u"alert_rule.name");
    const QString rule = firstTextAt(alert, { u"title", u"alert_rule.name" });
    setWordsOf(over, translated("Resolved: %1").arg(rule.isEmpty() ? title : rule));
    return reading.take(std::move(over));
}

Result<void> takeComment(JsonReading &reading, const JsonValue &record)
{
    ParsedEvent event;
    event.place = reading.place();
    event.time = reading.timeOf(record.findPath(u"data.timestamp"), event.place);
    event.kind = EventKind::Message;
    const QString id = textAt(record, u"data.comment_id");
    if (!id.isEmpty())
        event.naturalKey = id + u':' + textAt(record, u"action");
    event.lane = textAt(record, u"data.project_slug");
    addActor(event, record);
    setWordsOf(event, textAt(record, u"data.comment"));
    return reading.take(std::move(event));
}

} // namespace

QString SentryImporter::displayName() const
{
    return translated("Sentry issues and alerts");
}

Likelihood SentryImporter::probe(const EvidenceInput &input) const
{
    const JsonSketch &sketch = input.sketch();
    const bool isHook = sketch.hasAll({ u"action"_s, u"data"_s });
    const bool isIssue = sketch.hasAll({ u"data.issue.firstSeen"_s, u"data.issue.title"_s });
    const bool isError =
        sketch.has(u"data.event.event_id"_s) || sketch.has(u"data.error.event_id"_s);
    const bool isMetric = sketch.has(u"data.metric_alert.date_started"_s);
    const bool isComment = sketch.hasAll({ u"data.comment"_s, u"data.comment_id"_s });
    if (isHook && (isIssue || isError || isMetric || isComment))
        return 97;
    if (sketch.hasAll({ u"event.event_id"_s, u"project"_s, u"url"_s, u"level"_s }))
        return 92;
    if (sketch.hasAll({ u"shortId"_s, u"firstSeen"_s, u"lastSeen"_s, u"permalink"_s }))
        return 95;
    return sketch.hasAll({ u"eventID"_s, u"dateCreated"_s, u"groupID"_s }) ? 92 : 0;
}

QStringList SentryImporter::timePaths() const
{
    return { u"firstSeen"_s, u"dateCreated"_s, u"date_started"_s, u"date_closed"_s,
             u"data.timestamp"_s };
}

QString SentryImporter::nothingRead() const
{
    return translated("no issue and no event could be read");
}

Result<void> SentryImporter::take(JsonReading &reading, const JsonValue &record) const
{
    if (const JsonValue *issue = objectAt(record, u"data.issue"))
        return takeIssue(reading, *issue, record);
    for (const auto *path : { u"data.event", u"data.error", u"event" }) {
        if (const JsonValue *event = objectAt(record, path))
            return takeEvent(reading, *event, record);
    }
    if (const JsonValue *alert = objectAt(record, u"data.metric_alert"))
        return takeMetricAlert(reading, *alert, record);
    if (record.findPath(u"data.comment") != nullptr)
        return takeComment(reading, record);
    if (record.find(u"firstSeen") != nullptr)
        return takeIssue(reading, record, record);
    if (record.find(u"eventID") != nullptr || record.find(u"event_id") != nullptr)
        return takeEvent(reading, record, record);
    reading.skip(reading.place(), translated("is neither an issue nor an event of Sentry"));
    return {};
}

} // namespace SecondStory::Importing
