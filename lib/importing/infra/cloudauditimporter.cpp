// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/infra/cloudauditimporter.h"

#include "importing/jsonrun.h"
#include "importing/recordtext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kRequestShown = 4'000;
constexpr qsizetype kGuidLength = 36;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// Azure writes its keys as `eventTimestamp` (REST), `event_timestamp` (Python) or `time`
/// (diagnostic settings), and names as text or as { value, localizedValue }.
QString azureText(const JsonValue &record, std::initializer_list<QStringView> names)
{
    for (const QStringView name : names) {
        const JsonValue *value = record.find(name);
        if (value == nullptr)
            continue;
        const QString text = value->isObject()
            ? firstTextAt(*value, { u"localizedValue", u"localized_value", u"value" })
            : value->text.trimmed();
        if (!text.isEmpty())
            return text;
    }
    return {};
}

/// Applications call by their id; people by an address.
PersonKind kindOfCaller(const QString &caller)
{
    const bool isId = caller.size() == kGuidLength && caller.count(u'-') == 4;
    return isId || caller.endsWith(u".gserviceaccount.com"_s) ? PersonKind::Bot : PersonKind::Human;
}

void addCaller(ParsedEvent &event, const QString &caller)
{
    if (!caller.isEmpty())
        event.actors.append({ caller, caller, kindOfCaller(caller) });
}

EventKind azureKind(const QString &category, const QString &operation)
{
    const QString lower = category.toLower();
    if (lower == u"alert"_s || lower == u"servicehealth"_s || lower == u"resourcehealth"_s)
        return EventKind::Alert;
    const QString verb = operation.section(u'/', -1).toLower();
    const bool isChange = verb == u"write"_s || verb == u"delete"_s || verb == u"action"_s;
    return isChange ? EventKind::Change : EventKind::Log;
}

/// "Microsoft.Compute" of an operation or of a resource's address.
QString azureLane(const JsonValue &record, const QString &operation)
{
    const QString provider =
        azureText(record, { u"resource_provider_name", u"resourceProviderName" });
    if (!provider.isEmpty())
        return provider;
    const QString first = operation.section(u'/', 0, 0);
    return first.contains(u'.') ? first : QString();
}

Result<void> takeAzure(JsonRun &run)
{
    const JsonValue &record = run.record();
    const JsonValue *name = record.find(u"operationName");
    if (name == nullptr)
        name = record.find(u"operation_name");
    const QString operation = name == nullptr ? QString()
        : name->isObject()                    ? textAt(*name, u"value")
                                              : name->text.trimmed();
    if (operation.isEmpty()) {
        run.writer.skip(run.place(), translated("does not say what was called"));
        return {};
    }
    ParsedEvent event;
    event.place = run.place();
    event.time = run.times.readFirst(
        record, { u"eventTimestamp", u"event_timestamp", u"time", u"TimeGenerated" }, event.place);
    const QString status = azureText(record, { u"status", u"resultType" });
    const QString shown = azureText(record, { u"operationName", u"operation_name" });
    event.title = titleFrom(status.isEmpty() ? shown : QString(shown + u": "_s + status));
    QStringList lines;
    appendNamed(lines, u"operation"_s, shown == operation ? QString() : operation);
    appendNamed(lines, u"resource"_s,
                firstTextAt(record, { u"resourceId", u"resource_id", u"ResourceId" }));
    appendNamed(lines, u"level"_s, textAt(record, u"level"));
    appendNamed(lines, u"reason"_s, azureText(record, { u"subStatus", u"sub_status" }));
    appendNamed(lines, u"correlation"_s,
                firstTextAt(record, { u"correlationId", u"correlation_id" }));
    const QString description =
        readableText(firstTextAt(record, { u"description", u"resultDescription" }));
    event.text = paragraphs({ description, lines.join(u'\n') });
    event.kind = azureKind(azureText(record, { u"category" }), operation);
    event.lane = azureLane(record, operation);
    event.naturalKey = firstTextAt(record, { u"eventDataId", u"event_data_id" });
    addCaller(event, firstTextAt(record, { u"caller", u"identity.claims.name" }));
    return run.writer.event(std::move(event));
}

/// Google's status is there when the call was refused, with a code other than 0.
QString googleStatus(const JsonValue &payload)
{
    const QString code = textAt(payload, u"status.code");
    const QString message = readableText(textAt(payload, u"status.message"));
    if (code.isEmpty() || code == u"0"_s)
        return {};
    return message.isEmpty() ? QString(u"code "_s + code) : message;
}

EventKind googleKind(const JsonValue &record, const JsonValue &payload)
{
    const QString log = textAt(record, u"logName");
    const bool isActivity = log.endsWith(u"activity"_s) || log.endsWith(u"system_event"_s);
    return isActivity && googleStatus(payload).isEmpty() ? EventKind::Change : EventKind::Log;
}

Result<void> takeGoogleAudit(JsonRun &run, const JsonValue &payload)
{
    const JsonValue &record = run.record();
    const QString method = textAt(payload, u"methodName");
    if (method.isEmpty()) {
        run.writer.skip(run.place(), translated("does not say what was called"));
        return {};
    }
    ParsedEvent event;
    event.place = run.place();
    event.time = run.times.readFirst(record, { u"timestamp", u"receiveTimestamp" }, event.place);
    const QString status = googleStatus(payload);
    event.title = titleFrom(status.isEmpty() ? method : QString(method + u": "_s + status));
    QStringList lines;
    appendNamed(lines, u"resource"_s, textAt(payload, u"resourceName"));
    appendNamed(lines, u"severity"_s, textAt(record, u"severity"));
    appendNamed(lines, u"from"_s, textAt(payload, u"requestMetadata.callerIp"));
    appendNamed(lines, u"operation"_s, textAt(record, u"operation.id"));
    if (const JsonValue *request = payload.find(u"request"); request != nullptr)
        appendNamed(lines, u"asked"_s,
                    shortened(readableText(request->toReadableText()), kRequestShown));
    event.text = lines.join(u'\n');
    event.kind = googleKind(record, payload);
    event.lane = textAt(payload, u"serviceName");
    event.naturalKey = textAt(record, u"insertId");
    addCaller(event,
              firstTextAt(payload,
                          { u"authenticationInfo.principalEmail",
                            u"authenticationInfo.principalSubject" }));
    return run.writer.event(std::move(event));
}

/// Other entries of the same log service stand among the audit records of an export.
Result<void> takeGoogleLog(JsonRun &run)
{
    const JsonValue &record = run.record();
    const QString words =
        readableText(firstTextAt(record, { u"textPayload", u"jsonPayload.message" }));
    if (words.isEmpty()) {
        run.writer.skip(run.place(), translated("has no words"));
        return {};
    }
    ParsedEvent event;
    event.place = run.place();
    event.time = run.times.readFirst(record, { u"timestamp", u"receiveTimestamp" }, event.place);
    setWords(event, words);
    event.kind = EventKind::Log;
    event.lane = textAt(record, u"resource.type");
    event.naturalKey = textAt(record, u"insertId");
    return run.writer.event(std::move(event));
}

Result<void> take(JsonRun &run)
{
    const JsonValue &record = run.record();
    const JsonValue *payload = record.find(u"protoPayload");
    if (payload != nullptr && payload->isObject())
        return takeGoogleAudit(run, *payload);
    if (record.find(u"logName") != nullptr && record.find(u"insertId") != nullptr)
        return takeGoogleLog(run);
    return takeAzure(run);
}

} // namespace

QString CloudAuditImporter::displayName() const
{
    return translated("Cloud audit log (Azure, Google Cloud)");
}

Likelihood CloudAuditImporter::probe(const EvidenceInput &input) const
{
    const JsonSketch &sketch = input.sketch();
    if (input.isBundle() || !sketch.isJson())
        return 0;
    if (sketch.hasAll({ u"protoPayload"_s, u"logName"_s })
        || sketch.hasAll({ u"protoPayload.methodName"_s, u"timestamp"_s }))
        return 97;
    for (const QString &prefix : { QString(), u"value[]."_s, u"records[]."_s }) {
        const bool hasOperation =
            sketch.has(prefix + u"operationName"_s) || sketch.has(prefix + u"operation_name"_s);
        const bool hasResource =
            sketch.has(prefix + u"resourceId"_s) || sketch.has(prefix + u"resource_id"_s);
        const bool hasTime =
            sketch.has(prefix + u"eventTimestamp"_s) || sketch.has(prefix + u"event_timestamp"_s);
        if (hasOperation && hasResource && hasTime)
            return 97;
        if (hasOperation && hasResource && sketch.has(prefix + u"time"_s))
            return 92;
    }
    return 0;
}

Needs CloudAuditImporter::missing(EvidenceInput &input, const ImportOptions &options) const
{
    return zoneNeed(input.sketch(),
                    { u"eventTimestamp"_s, u"event_timestamp"_s, u"time"_s, u"timestamp"_s,
                      u"value[].eventTimestamp"_s, u"records[].time"_s },
                    options);
}

Result<ReadSummary> CloudAuditImporter::read(EvidenceInput &input, const ImportOptions &options,
                                             ImportSink &sink) const
{
    return readJsonRecords(
        input, options, sink,
        { { u"value"_s, u"records"_s }, translated("no audit record could be read") }, take);
}

} // namespace SecondStory::Importing
