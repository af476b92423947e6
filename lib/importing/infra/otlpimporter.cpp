// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/infra/otlpimporter.h"

#include "importing/infra/otlpvalues.h"
#include "importing/jsonrun.h"
#include "importing/recordtext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// The word of a span's kind; both the number and the name are legal.
QString kindWord(const QString &kind)
{
    static const QStringList kKinds{ {},          u"internal"_s, u"server"_s,
                                     u"client"_s, u"producer"_s, u"consumer"_s };
    bool isNumber = false;
    const int number = kind.toInt(&isNumber);
    if (isNumber)
        return kKinds.value(number);
    return kind.section(u'_', -1).toLower();
}

bool isError(const JsonValue &span)
{
    const QString code = textAt(span, u"status.code");
    return code == u"2"_s || code == u"STATUS_CODE_ERROR"_s;
}

/// Reads what one resource sent: its spans and its log records.
class ResourceRun {
public:
    explicit ResourceRun(JsonRun &run)
        : m_run(run)
        , m_resource(run.record())
    {
        if (const JsonValue *resource = m_resource.find(u"resource"))
            m_lane = otlpAttribute(*resource, u"service.name");
    }

    Result<void> take()
    {
        bool hasScope = false;
        for (const QString &name : { u"scopeSpans"_s, u"instrumentationLibrarySpans"_s,
                                     u"scopeLogs"_s, u"instrumentationLibraryLogs"_s }) {
            const JsonValue *scopes = m_resource.find(name);
            if (scopes == nullptr)
                continue;
            hasScope = true;
            for (size_t i = 0; i < scopes->items.size(); ++i) {
                const QString place = m_run.place() + u'/' + name + u'/' + QString::number(i);
                if (auto taken = takeScope(scopes->items[i], place); !taken)
                    return taken;
            }
        }
        if (!hasScope)
            m_run.writer.skip(m_run.place(), translated("holds neither spans nor log records"));
        return {};
    }

private:
    Result<void> takeScope(const JsonValue &scope, const QString &place)
    {
        for (const QString &name : { u"spans"_s, u"logRecords"_s, u"logs"_s }) {
            const JsonValue *items = scope.find(name);
            const size_t count = items == nullptr ? 0 : items->items.size();
            for (size_t i = 0; i < count; ++i) {
                const QString at = place + u'/' + name + u'/' + QString::number(i);
                const JsonValue &item = items->items[i];
                auto taken = name == u"spans"_s ? takeSpan(item, at) : takeLog(item, at);
                if (!taken)
                    return taken;
            }
        }
        return {};
    }

    ParsedEvent eventAt(const QString &place) const
    {
        ParsedEvent event;
        event.place = place;
        event.lane = m_lane;
        event.kind = EventKind::Log;
        return event;
    }

    Result<void> takeSpan(const JsonValue &span, const QString &place)
    {
        const QString name = readableText(textAt(span, u"name"));
        if (name.isEmpty()) {
            m_run.writer.skip(place, translated("has no name"));
            return {};
        }
        ParsedEvent event = eventAt(place);
        event.time =
            m_run.times.read(span.find(u"startTimeUnixNano"), place, EpochUnit::Nanoseconds);
        m_run.times.setEnd(event.time, span.find(u"endTimeUnixNano"), place,
                           EpochUnit::Nanoseconds);
        event.title = titleFrom(isError(span) ? QString(name + u": error"_s) : name);
        const QString trace = otlpId(textAt(span, u"traceId"));
        const QString id = otlpId(textAt(span, u"spanId"));
        QStringList lines;
        appendNamed(lines, u"kind"_s, kindWord(textAt(span, u"kind")));
        lines += otlpAttributes(span);
        appendNamed(lines, u"trace"_s, trace);
        appendNamed(lines, u"within"_s, otlpId(textAt(span, u"parentSpanId")));
        event.text =
            paragraphs({ readableText(textAt(span, u"status.message")), lines.join(u'\n') });
        if (!id.isEmpty())
            event.naturalKey = QString(trace + u':' + id);
        const QString key = event.naturalKey;
        if (auto taken = m_run.writer.event(std::move(event)); !taken)
            return taken;
        return takeSpanEvents(span, place, key);
    }

    Result<void> takeSpanEvents(const JsonValue &span, const QString &place, const QString &key)
    {
        const JsonValue *events = span.find(u"events");
        const size_t count = events == nullptr ? 0 : events->items.size();
        for (size_t i = 0; i < count; ++i) {
            const QString tail = u"/events/"_s + QString::number(i);
            ParsedEvent event = eventAt(QString(place + tail));
            const JsonValue &one = events->items[i];
            const QString message = otlpAttribute(one, u"exception.message");
            const QString name = readableText(textAt(one, u"name"));
            if (name.isEmpty()) {
                m_run.writer.skip(event.place, translated("has no name"));
                continue;
            }
            event.time =
                m_run.times.read(one.find(u"timeUnixNano"), event.place, EpochUnit::Nanoseconds);
            event.title = titleFrom(message.isEmpty() ? name : QString(name + u": "_s + message));
            event.text = otlpAttributes(one).join(u'\n');
            if (!key.isEmpty())
                event.naturalKey = key + tail;
            if (auto taken = m_run.writer.event(std::move(event)); !taken)
                return taken;
        }
        return {};
    }

    Result<void> takeLog(const JsonValue &log, const QString &place)
    {
        const QString body = otlpText(log.find(u"body"));
        const QString words = body.isEmpty() ? textAt(log, u"eventName") : body;
        if (words.isEmpty()) {
            m_run.writer.skip(place, translated("has no words"));
            return {};
        }
        ParsedEvent event = eventAt(place);
        const JsonValue *own = log.find(u"timeUnixNano");
        const bool isObserved = !holdsTime(own);
        const JsonValue *time = isObserved ? log.find(u"observedTimeUnixNano") : own;
        event.time = m_run.times.read(time, place, EpochUnit::Nanoseconds);
        if (isObserved && event.time.isDated())
            m_run.writer.remark(place,
                                translated("states no time of its own; when it was collected is "
                                           "taken"));
        event.title = titleFrom(words);
        QStringList lines;
        appendNamed(lines, u"severity"_s, textAt(log, u"severityText"));
        lines += otlpAttributes(log);
        appendNamed(lines, u"trace"_s, otlpId(textAt(log, u"traceId")));
        appendNamed(lines, u"span"_s, otlpId(textAt(log, u"spanId")));
        event.text = paragraphs({ words == event.title ? QString() : words, lines.join(u'\n') });
        return m_run.writer.event(std::move(event));
    }

    JsonRun &m_run;
    const JsonValue &m_resource;
    QString m_lane;
};

} // namespace

QString OtlpImporter::displayName() const
{
    return translated("OpenTelemetry traces and logs (OTLP)");
}

Likelihood OtlpImporter::probe(const EvidenceInput &input) const
{
    const JsonSketch &sketch = input.sketch();
    if (input.isBundle() || !sketch.isJson())
        return 0;
    static const QStringList kNames{ u"resourceSpans"_s, u"resourceLogs"_s,
                                     u"result.resourceSpans"_s, u"result.resourceLogs"_s,
                                     u"batches"_s };
    for (const QString &name : kNames) {
        const QString item = name + u"[]."_s;
        const bool hasScope = sketch.has(item + u"scopeSpans"_s)
            || sketch.has(item + u"scopeLogs"_s)
            || sketch.has(item + u"instrumentationLibrarySpans"_s)
            || sketch.has(item + u"instrumentationLibraryLogs"_s);
        if (hasScope)
            return 98;
        if (sketch.has(name) && name != u"batches"_s)
            return 80;
    }
    return 0;
}

Needs OtlpImporter::missing(EvidenceInput &, const ImportOptions &) const
{
    return {};
}

Result<ReadSummary> OtlpImporter::read(EvidenceInput &input, const ImportOptions &options,
                                       ImportSink &sink) const
{
    return readJsonRecords(input, options, sink,
                           { { u"resourceSpans"_s, u"resourceLogs"_s, u"result.resourceSpans"_s,
                               u"result.resourceLogs"_s, u"batches"_s },
                             translated("no span and no log record could be read") },
                           [](JsonRun &run) { return ResourceRun(run).take(); });
}

} // namespace SecondStory::Importing
