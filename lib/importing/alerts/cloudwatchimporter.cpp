// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/alerts/cloudwatchimporter.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

struct SourceKind {
    const char16_t *source;
    EventKind kind;
};

constexpr std::array kKinds{
    SourceKind{ u"aws.codedeploy", EventKind::Change },
    SourceKind{ u"aws.codepipeline", EventKind::Change },
    SourceKind{ u"aws.codebuild", EventKind::Change },
    SourceKind{ u"aws.cloudformation", EventKind::Change },
    SourceKind{ u"aws.autoscaling", EventKind::Change },
    SourceKind{ u"aws.ecs", EventKind::Change },
    SourceKind{ u"aws.ec2", EventKind::Change },
    SourceKind{ u"aws.rds", EventKind::Change },
    SourceKind{ u"aws.cloudwatch", EventKind::Alert },
    SourceKind{ u"aws.health", EventKind::Alert },
    SourceKind{ u"aws.guardduty", EventKind::Alert },
};

EventKind kindOf(const QString &source)
{
    for (const SourceKind &entry : kKinds) {
        if (source == QStringView(entry.source))
            return entry.kind;
    }
    return EventKind::Log;
}

QString metricText(const JsonValue &alarm)
{
    const QString space = textAt(alarm, u"Trigger.Namespace");
    const QString name = textAt(alarm, u"Trigger.MetricName");
    return space.isEmpty() ? name : QString(space + u' ' + name);
}

QString dimensionsText(const JsonValue &alarm)
{
    QStringList texts;
    if (const JsonValue *dimensions = alarm.findPath(u"Trigger.Dimensions")) {
        for (const JsonValue &one : dimensions->items)
            texts.append(textAt(one, u"name") + u'=' + textAt(one, u"value"));
    }
    return texts.join(u", "_s);
}

/// A change of an alarm's state, as SNS carries it.
Result<void> takeAlarm(JsonReading &reading, const JsonValue &alarm, const QString &place)
{
    const QString name = textAt(alarm, u"AlarmName");
    const QString state = textAt(alarm, u"NewStateValue");
    ParsedEvent event;
    event.place = place;
    event.time = reading.timeOf(alarm.find(u"StateChangeTime"), place);
    event.kind = EventKind::Alert;
    event.lane = textAt(alarm, u"Trigger.Namespace");
    const QString arn = firstTextAt(alarm, { u"AlarmArn", u"AlarmName" });
    if (!arn.isEmpty() && !event.time.text.isEmpty())
        event.naturalKey = arn + u':' + event.time.text + u':' + state;
    // Newest first: the return to OK stands before the alarm.
    if (state == u"OK"_s)
        reading.keepEnd(arn, event.time);
    if (state == u"ALARM"_s)
        reading.setEnd(event.time, reading.takeEnd(arn), place);
    setWordsOf(event, name.isEmpty() ? QString() : QString(name + u": "_s + state),
               { textAt(alarm, u"AlarmDescription"), textAt(alarm, u"NewStateReason"),
                 namedLine(u"before"_s, textAt(alarm, u"OldStateValue")),
                 namedLine(u"metric"_s, metricText(alarm)),
                 namedLine(u"dimensions"_s, dimensionsText(alarm)),
                 namedLine(u"region"_s, textAt(alarm, u"Region")) });
    return reading.take(std::move(event));
}

/// A return to OK tells when the alarm began; that event is made here unless the file has it.
Result<void> takeAlarmBeginning(JsonReading &reading, const JsonValue &record, const QString &arn,
                                const RecordedTime &end)
{
    const JsonValue *before = record.findPath(u"detail.previousState");
    if (before == nullptr || textAt(*before, u"value") != u"ALARM"_s)
        return {};
    const QString place = placeWithin(reading.place(), u"detail/previousState"_s);
    ParsedEvent event;
    event.place = place;
    event.time = reading.timeOf(before->find(u"timestamp"), place);
    event.naturalKey = arn + u':' + event.time.text + u":ALARM"_s;
    if (!event.time.isDated() || reading.isKnown(event.naturalKey))
        return {};
    reading.setEnd(event.time, end, place);
    event.kind = EventKind::Alert;
    event.lane = textAt(record, u"source");
    setWordsOf(event, textAt(record, u"detail.alarmName") + u": ALARM"_s,
               { textAt(*before, u"reason") });
    return reading.take(std::move(event));
}

/// "CloudWatch Alarm State Change" on the event bus.
Result<void> takeAlarmChange(JsonReading &reading, const JsonValue &record)
{
    const QString place = reading.place();
    const QString name = textAt(record, u"detail.alarmName");
    const QString state = textAt(record, u"detail.state.value");
    QString arn = name;
    if (const JsonValue *resources = record.find(u"resources");
        resources != nullptr && !resources->items.empty())
        arn = resources->items.front().text;
    ParsedEvent event;
    event.place = place;
    event.time = reading.timeOf(record.findPath(u"detail.state.timestamp"), place);
    if (!event.time.isDated())
        event.time = reading.timeOf(record.find(u"time"), place);
    event.kind = EventKind::Alert;
    event.lane = textAt(record, u"source");
    event.naturalKey = arn + u':' + event.time.text + u':' + state;
    if (state == u"OK"_s) {
        if (const auto taken = takeAlarmBeginning(reading, record, arn, event.time); !taken)
            return taken;
    }
    setWordsOf(event, QString(name + u": "_s + state),
               { textAt(record, u"detail.configuration.description"),
                 textAt(record, u"detail.state.reason"),
                 namedLine(u"before"_s, textAt(record, u"detail.previousState.value")),
                 namedLine(u"region"_s, textAt(record, u"region")) });
    return reading.take(std::move(event));
}

/// Any other event of the bus: its kind, its state, and its details as they are.
Result<void> takeBusEvent(JsonReading &reading, const JsonValue &record, const QString &place)
{
    if (textAt(record, u"detail-type") == u"CloudWatch Alarm State Change"_s)
        return takeAlarmChange(reading, record);
    ParsedEvent event;
    event.place = place;
    event.time = reading.timeAt(record, { u"detail.StartTime", u"time" }, place);
    if (record.findPath(u"detail.StartTime") != nullptr)
        reading.setEnd(event.time, reading.timeOf(record.findPath(u"detail.EndTime"), place),
                       place);
    const QString source = textAt(record, u"source");
    event.kind = kindOf(source);
    event.naturalKey = textAt(record, u"id");
    event.lane = firstTextAt(record,
                             { u"detail.AutoScalingGroupName", u"detail.application",
                               u"detail.pipeline", u"detail.project-name", u"source" });
    const QString about =
        firstTextAt(record,
                    { u"detail.state", u"detail.status", u"detail.Description",
                      u"detail.lastStatus", u"detail.Message", u"detail.eventTypeCode" });
    const QString type = textAt(record, u"detail-type");
    QStringList lines = namedLines(record.find(u"detail"));
    lines += namedLine(u"region"_s, textAt(record, u"region"));
    setWordsOf(event, about.isEmpty() ? type : QString(type + u": "_s + about), lines);
    return reading.take(std::move(event));
}

/// One entry of describe-alarm-history.
Result<void> takeHistory(JsonReading &reading, const JsonValue &record)
{
    const QString name = textAt(record, u"AlarmName");
    const QString type = textAt(record, u"HistoryItemType");
    const QString summary = textAt(record, u"HistorySummary");
    ParsedEvent event;
    event.place = reading.place();
    event.time = reading.timeOf(record.find(u"Timestamp"), event.place);
    event.kind = type == u"ConfigurationUpdate"_s ? EventKind::Change
        : type == u"Action"_s                     ? EventKind::Page
                                                  : EventKind::Alert;
    event.naturalKey = name + u':' + event.time.text + u':' + summary;
    setWordsOf(event, summary.isEmpty() ? name : QString(name + u": "_s + summary),
               { namedLine(u"type"_s, type) });
    return reading.take(std::move(event));
}

/// What SNS carries: an alarm or an event as JSON in a text, or words.
Result<void> takeNotification(JsonReading &reading, const JsonValue &sns, const QString &place)
{
    const QString message = textAt(sns, u"Message");
    JsonReader reader;
    const auto inner = reader.read(message.toUtf8());
    if (inner && inner->find(u"AlarmName") != nullptr)
        return takeAlarm(reading, *inner, place);
    if (inner && inner->find(u"detail-type") != nullptr)
        return takeBusEvent(reading, *inner, place);
    ParsedEvent event;
    event.place = place;
    event.time = reading.timeOf(sns.find(u"Timestamp"), place);
    event.kind = EventKind::Message;
    event.naturalKey = textAt(sns, u"MessageId");
    const QString subject = textAt(sns, u"Subject");
    setWordsOf(event, subject.isEmpty() ? message : subject,
               { message, namedLine(u"topic"_s, textAt(sns, u"TopicArn")) });
    return reading.take(std::move(event));
}

} // namespace

QString CloudWatchImporter::displayName() const
{
    return translated("CloudWatch alarms and Amazon events");
}

Likelihood CloudWatchImporter::probe(const EvidenceInput &input) const
{
    const JsonSketch &sketch = input.sketch();
    const bool isBus =
        sketch.hasAll({ u"detail-type"_s, u"detail"_s, u"source"_s, u"time"_s, u"region"_s });
    const bool isSns = sketch.hasAll({ u"Records[].Sns.Message"_s, u"Records[].Sns.MessageId"_s })
        || sketch.hasAll({ u"Message"_s, u"MessageId"_s, u"TopicArn"_s, u"Timestamp"_s });
    const bool isAlarm =
        sketch.hasAll({ u"AlarmName"_s, u"NewStateValue"_s, u"StateChangeTime"_s });
    const bool isHistory =
        sketch.hasAll({ u"AlarmHistoryItems[].AlarmName"_s, u"AlarmHistoryItems[].Timestamp"_s });
    return isBus || isSns || isAlarm || isHistory ? 97 : 0;
}

QStringList CloudWatchImporter::containers() const
{
    return { u"Records"_s, u"AlarmHistoryItems"_s };
}

QStringList CloudWatchImporter::timePaths() const
{
    return { u"Timestamp"_s, u"StateChangeTime"_s, u"time"_s };
}

QString CloudWatchImporter::nothingRead() const
{
    return translated("no alarm and no event could be read");
}

Result<void> CloudWatchImporter::take(JsonReading &reading, const JsonValue &record) const
{
    const JsonValue *sns = record.find(u"Sns");
    if (sns != nullptr && sns->isObject())
        return takeNotification(reading, *sns, reading.place());
    if (record.find(u"TopicArn") != nullptr && record.find(u"Message") != nullptr)
        return takeNotification(reading, record, reading.place());
    if (record.find(u"HistoryItemType") != nullptr)
        return takeHistory(reading, record);
    if (record.find(u"AlarmName") != nullptr)
        return takeAlarm(reading, record, reading.place());
    if (record.find(u"detail-type") != nullptr)
        return takeBusEvent(reading, record, reading.place());
    reading.skip(reading.place(), translated("is neither an alarm nor an event"));
    return {};
}

} // namespace SecondStory::Importing
