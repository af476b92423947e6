// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/infra/kuberneteseventsimporter.h"

#include "importing/jsonrun.h"
#include "importing/recordtext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

const JsonValue *firstTime(const JsonValue &record, std::initializer_list<QStringView> paths)
{
    for (const QStringView path : paths) {
        const JsonValue *value = record.findPath(path);
        if (holdsTime(value))
            return value;
    }
    return nullptr;
}

/// New-style events have an event time and, once they repeat, a series; old ones a first and a last
/// time. Either of them may be null.
void fillTime(JsonRun &run, const JsonValue &record, ParsedEvent &event)
{
    const JsonValue *start =
        firstTime(record,
                  { u"firstTimestamp", u"deprecatedFirstTimestamp", u"eventTime", u"lastTimestamp",
                    u"deprecatedLastTimestamp", u"metadata.creationTimestamp" });
    event.time = run.times.read(start, event.place);
    const JsonValue *end = firstTime(
        record, { u"series.lastObservedTime", u"lastTimestamp", u"deprecatedLastTimestamp" });
    run.times.setEnd(event.time, end, event.place);
}

qint64 countOf(const JsonValue &record)
{
    return firstTextAt(record, { u"series.count", u"count", u"deprecatedCount" }).toLongLong();
}

void fillWords(const JsonValue &record, const JsonValue &object, ParsedEvent &event)
{
    const QString message = readableText(firstTextAt(record, { u"message", u"note" }));
    const QString name =
        QString(textAt(object, u"kind") + u' ' + textAt(object, u"name")).trimmed();
    const qint64 count = countOf(record);
    QString title = textAt(record, u"reason");
    if (!name.isEmpty())
        title += u" ("_s + name + u')';
    if (count > 1)
        title += u" ×"_s + QString::number(count);
    if (!message.isEmpty())
        title += u": "_s + message;
    event.title = titleFrom(title);
    QStringList lines;
    appendNamed(lines, u"type"_s, textAt(record, u"type"));
    appendNamed(lines, u"namespace"_s, textAt(object, u"namespace"));
    appendNamed(lines, u"part"_s, textAt(object, u"fieldPath"));
    appendNamed(lines, u"reported by"_s,
                firstTextAt(record,
                            { u"source.component", u"deprecatedSource.component",
                              u"reportingComponent", u"reportingController" }));
    appendNamed(lines, u"host"_s,
                firstTextAt(record, { u"source.host", u"deprecatedSource.host" }));
    event.text =
        paragraphs({ event.title.endsWith(message) ? QString() : message, lines.join(u'\n') });
}

Result<void> take(JsonRun &run)
{
    // `kubectl get -w -o json --output-watch-events` wraps each event.
    const JsonValue *wrapped = run.record().find(u"object");
    const JsonValue &record = wrapped != nullptr && wrapped->isObject() ? *wrapped : run.record();
    const JsonValue *object = record.find(u"involvedObject");
    if (object == nullptr)
        object = record.find(u"regarding");
    const QString kind = textAt(record, u"kind");
    if (object == nullptr || !object->isObject() || (!kind.isEmpty() && kind != u"Event"_s)) {
        run.writer.skip(run.place(), translated("is not a Kubernetes event"));
        return {};
    }
    ParsedEvent event;
    event.place = run.place();
    fillTime(run, record, event);
    fillWords(record, *object, event);
    event.kind = EventKind::Log;
    event.naturalKey = textAt(record, u"metadata.uid");
    event.lane = firstTextAt(*object, { u"namespace" });
    if (event.lane.isEmpty())
        event.lane = textAt(record, u"metadata.namespace");
    if (countOf(record) > 1 && event.time.isDated() && !event.time.end)
        run.writer.remark(
            event.place,
            translated("counts %1 repeats but states one time only").arg(countOf(record)));
    return run.writer.event(std::move(event));
}

} // namespace

QString KubernetesEventsImporter::displayName() const
{
    return translated("Kubernetes events");
}

Likelihood KubernetesEventsImporter::probe(const EvidenceInput &input) const
{
    const JsonSketch &sketch = input.sketch();
    if (input.isBundle() || !sketch.isJson())
        return 0;
    for (const QString &prefix : { u"items[]."_s, QString(), u"object."_s }) {
        const bool hasObject =
            sketch.has(prefix + u"involvedObject"_s) || sketch.has(prefix + u"regarding"_s);
        if (hasObject && sketch.has(prefix + u"reason"_s) && sketch.has(prefix + u"metadata"_s))
            return 97;
    }
    return 0;
}

Needs KubernetesEventsImporter::missing(EvidenceInput &, const ImportOptions &) const
{
    return {};
}

Result<ReadSummary> KubernetesEventsImporter::read(EvidenceInput &input,
                                                   const ImportOptions &options,
                                                   ImportSink &sink) const
{
    return readJsonRecords(input, options, sink,
                           { { u"items"_s }, translated("no Kubernetes event could be read") },
                           take);
}

} // namespace SecondStory::Importing
