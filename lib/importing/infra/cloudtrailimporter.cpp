// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/infra/cloudtrailimporter.h"

#include "importing/jsonrun.h"
#include "importing/recordtext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kParametersShown = 4'000;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// "botocore-session" of "AROAX:botocore-session" and of
/// ".../assumed-role/deploy/botocore-session".
QString sessionName(const JsonValue &identity)
{
    const QString principal = textAt(identity, u"principalId");
    const qsizetype colon = principal.indexOf(u':');
    if (colon >= 0)
        return principal.mid(colon + 1);
    const QString arn = textAt(identity, u"arn");
    return arn.mid(arn.lastIndexOf(u'/') + 1);
}

/// A role that a machine or a service took on is nobody of the story.
bool isMachine(const JsonValue &identity, const QString &name)
{
    const QString type = textAt(identity, u"type");
    return type == u"AWSService"_s || name.endsWith(u".amazonaws.com"_s) || name.startsWith(u"i-"_s)
        || name.startsWith(u"AWSServiceRole"_s);
}

std::optional<ParsedActor> actorFrom(const JsonValue *identity)
{
    if (identity == nullptr || !identity->isObject())
        return {};
    const QString type = textAt(*identity, u"type");
    ParsedActor actor;
    actor.handle = firstTextAt(*identity, { u"arn", u"principalId", u"accountId" });
    if (type == u"AssumedRole"_s)
        actor.name = sessionName(*identity);
    else if (type == u"Root"_s)
        actor.name = u"root"_s;
    if (actor.name.isEmpty())
        actor.name = firstTextAt(
            *identity, { u"userName", u"invokedBy", u"principalId", u"arn", u"accountId" });
    if (actor.name.isEmpty())
        return {};
    if (type == u"AWSAccount"_s)
        actor.kind = PersonKind::Group;
    if (isMachine(*identity, actor.name))
        actor.kind = PersonKind::Bot;
    return actor;
}

/// "s3" of "s3.amazonaws.com".
QString serviceOf(QString source)
{
    const QString domain = u".amazonaws.com"_s;
    if (source.endsWith(domain))
        source.chop(domain.size());
    return source;
}

bool onlyReads(const JsonValue &record, const QString &name)
{
    const QString stated = firstTextAt(record, { u"readOnly", u"ReadOnly" });
    if (!stated.isEmpty())
        return stated == u"true"_s;
    // Older records do not say.
    static const QStringList kReading{ u"Describe"_s, u"Get"_s,  u"List"_s,
                                       u"Lookup"_s,   u"Head"_s, u"BatchGet"_s };
    return std::any_of(kReading.cbegin(), kReading.cend(),
                       [&](const QString &verb) { return name.startsWith(verb); });
}

EventKind kindOf(const JsonValue &record, const QString &name)
{
    const bool isSignIn = textAt(record, u"eventType") == u"AwsConsoleSignIn"_s
        || name.startsWith(u"AssumeRole"_s) || textAt(record, u"eventCategory") == u"Insight"_s;
    const bool isRefused = !textAt(record, u"errorCode").isEmpty();
    return isSignIn || isRefused || onlyReads(record, name) ? EventKind::Log : EventKind::Change;
}

void appendObject(QStringList &lines, const QString &name, const JsonValue *value)
{
    if (value != nullptr && value->isObject() && !value->members.empty())
        appendNamed(lines, name,
                    shortened(readableText(value->toReadableText()), kParametersShown));
}

void fillWords(const JsonValue &record, const QString &name, ParsedEvent &event)
{
    const QString error = textAt(record, u"errorCode");
    QString title = name + u" ("_s + serviceOf(textAt(record, u"eventSource")) + u')';
    if (!error.isEmpty())
        title += u": "_s + error;
    event.title = titleFrom(title);
    QStringList lines;
    appendNamed(lines, u"error"_s, readableText(textAt(record, u"errorMessage")));
    appendNamed(lines, u"region"_s, textAt(record, u"awsRegion"));
    appendNamed(lines, u"from"_s, textAt(record, u"sourceIPAddress"));
    appendNamed(lines, u"by way of"_s, textAt(record, u"userIdentity.invokedBy"));
    appendNamed(lines, u"role"_s,
                textAt(record, u"userIdentity.sessionContext.sessionIssuer.userName"));
    appendObject(lines, u"asked"_s, record.find(u"requestParameters"));
    appendObject(lines, u"answered"_s, record.find(u"responseElements"));
    event.text = lines.join(u'\n');
}

Result<void> takeRecord(JsonRun &run, const JsonValue &record)
{
    const QString name = textAt(record, u"eventName");
    if (name.isEmpty()) {
        run.writer.skip(run.place(), translated("does not say what was called"));
        return {};
    }
    ParsedEvent event;
    event.place = run.place();
    event.time = run.times.read(record.find(u"eventTime"), event.place);
    fillWords(record, name, event);
    event.kind = kindOf(record, name);
    event.lane = serviceOf(textAt(record, u"eventSource"));
    event.naturalKey = textAt(record, u"eventID");
    if (const auto actor = actorFrom(record.find(u"userIdentity")))
        event.actors.append(*actor);
    return run.writer.event(std::move(event));
}

/// What lookup-events says around a record that it gives as text.
Result<void> takeOutline(JsonRun &run)
{
    const JsonValue &record = run.record();
    const QString name = textAt(record, u"EventName");
    if (name.isEmpty()) {
        run.writer.skip(run.place(), translated("does not say what was called"));
        return {};
    }
    ParsedEvent event;
    event.place = run.place();
    event.time = run.times.read(record.find(u"EventTime"), event.place);
    event.lane = serviceOf(textAt(record, u"EventSource"));
    event.title = titleFrom(QString(name + u" ("_s + event.lane + u')'));
    event.kind = onlyReads(record, name) ? EventKind::Log : EventKind::Change;
    event.naturalKey = textAt(record, u"EventId");
    const QString user = textAt(record, u"Username");
    if (!user.isEmpty())
        event.actors.append({ user, {}, PersonKind::Human });
    return run.writer.event(std::move(event));
}

Result<void> take(JsonRun &run, JsonReader &reader)
{
    const JsonValue *wrapped = run.record().find(u"CloudTrailEvent");
    if (wrapped == nullptr)
        return run.record().find(u"EventName") != nullptr ? takeOutline(run)
                                                          : takeRecord(run, run.record());
    const auto inner = reader.read(wrapped->text.toUtf8());
    if (inner && inner->isObject())
        return takeRecord(run, *inner);
    run.writer.remark(run.place(),
                      translated("the record within could not be read; what stands around it is "
                                 "taken"));
    return takeOutline(run);
}

} // namespace

QString CloudtrailImporter::displayName() const
{
    return translated("AWS CloudTrail");
}

Likelihood CloudtrailImporter::probe(const EvidenceInput &input) const
{
    const JsonSketch &sketch = input.sketch();
    if (input.isBundle() || !sketch.isJson())
        return 0;
    for (const QString &prefix : { u"Records[]."_s, QString(), u"Events[]."_s }) {
        if (sketch.hasAll({ prefix + u"eventName"_s, prefix + u"eventSource"_s })
            && (sketch.has(prefix + u"userIdentity"_s) || sketch.has(prefix + u"eventVersion"_s)))
            return 97;
        if (sketch.hasAll({ prefix + u"EventName"_s, prefix + u"EventId"_s }))
            return 95;
        if (sketch.has(prefix + u"CloudTrailEvent"_s))
            return 95;
    }
    return 0;
}

Needs CloudtrailImporter::missing(EvidenceInput &, const ImportOptions &) const
{
    return {};
}

Result<ReadSummary> CloudtrailImporter::read(EvidenceInput &input, const ImportOptions &options,
                                             ImportSink &sink) const
{
    JsonReader reader;
    return readJsonRecords(
        input, options, sink,
        { { u"Records"_s, u"Events"_s }, translated("no CloudTrail record could be read") },
        [&reader](JsonRun &run) { return take(run, reader); });
}

} // namespace SecondStory::Importing
