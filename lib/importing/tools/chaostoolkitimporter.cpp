// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/tools/chaostoolkitimporter.h"

#include "importing/jsonrun.h"
#include "importing/recordtext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kOutputShown = 2'000;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// "name (chaosk8s.pod.probes.pods_in_phase)" of a probe or an action.
QString activityLine(const JsonValue &activity)
{
    const QString module = textAt(activity, u"provider.module");
    const QString function = textAt(activity, u"provider.func");
    const QString how = module.isEmpty()
        ? firstTextAt(activity, { u"provider.url", u"provider.path" })
        : QString(module + u'.' + function);
    const QString name = firstTextAt(activity, { u"name", u"ref" });
    return how.isEmpty() ? name : QString(name + u" ("_s + how + u')');
}

void appendActivities(QStringList &lines, const QString &title, const JsonValue *activities)
{
    if (activities == nullptr || activities->items.empty())
        return;
    lines.append(QString(title + u':'));
    for (const JsonValue &activity : activities->items)
        lines.append(QString(u"- "_s + readableText(activityLine(activity))));
}

QString planText(const JsonValue &experiment)
{
    QStringList lines;
    appendNamed(lines, u"hypothesis"_s,
                readableText(textAt(experiment, u"steady-state-hypothesis.title")));
    appendActivities(lines, u"probes"_s, experiment.findPath(u"steady-state-hypothesis.probes"));
    appendActivities(lines, u"method"_s, experiment.find(u"method"));
    appendActivities(lines, u"rollbacks"_s, experiment.find(u"rollbacks"));
    return paragraphs({ readableText(experiment.textOf(u"description")), lines.join(u'\n') });
}

/// The last line of a traceback says what it was.
QString exceptionOf(const JsonValue &activity)
{
    const JsonValue *lines = activity.find(u"exception");
    if (lines == nullptr)
        return {};
    const QString whole =
        lines->isArray() && !lines->items.empty() ? lines->items.back().text : lines->text;
    return readableText(whole).section(u'\n', -1);
}

/// Reads one journal or one experiment.
class JournalReader {
public:
    explicit JournalReader(JsonRun &run)
        : m_run(run)
        , m_record(run.record())
    {
    }

    Result<void> take()
    {
        const JsonValue *experiment = m_record.find(u"experiment");
        if (experiment != nullptr && experiment->isObject())
            return takeJournal(*experiment);
        if (m_record.find(u"method") != nullptr && !textAt(m_record, u"title").isEmpty())
            return takePlan();
        m_run.writer.skip(m_run.place(), translated("is neither an experiment nor a journal"));
        return {};
    }

private:
    Result<void> takePlan()
    {
        ParsedEvent event;
        event.place = m_run.place();
        event.title = titleFrom(readableText(textAt(m_record, u"title")));
        event.text = planText(m_record);
        event.kind = EventKind::Milestone;
        m_run.writer.remark(event.place, translated("a plan states no times"));
        return m_run.writer.event(std::move(event));
    }

    Result<void> takeJournal(const JsonValue &experiment)
    {
        if (auto taken = takeWhole(experiment); !taken)
            return taken;
        for (const QString &path : { u"steady_states.before.probes"_s, u"steady_states.during"_s,
                                     u"run"_s, u"steady_states.after.probes"_s, u"rollbacks"_s }) {
            if (auto taken = takeActivities(path); !taken)
                return taken;
        }
        return {};
    }

    void fillTime(const JsonValue &record, ParsedEvent &event)
    {
        event.time = m_run.times.read(record.find(u"start"), event.place);
        m_run.times.setEnd(event.time, record.find(u"end"), event.place);
        if (event.time.reference != ClockReference::Wall || m_hasRemarked)
            return;
        m_hasRemarked = true;
        m_run.writer.remark(event.place,
                            translated("“%1” states no time zone; it is read as %2, and UTC is "
                                       "what the Chaos Toolkit writes")
                                .arg(event.time.text, event.time.zone));
    }

    Result<void> takeWhole(const JsonValue &experiment)
    {
        ParsedEvent event;
        event.place = m_run.place();
        fillTime(m_record, event);
        QString title = readableText(textAt(experiment, u"title"));
        const QString status = textAt(m_record, u"status");
        if (!status.isEmpty())
            title += u": "_s + status;
        if (textAt(m_record, u"deviated") == u"true"_s)
            title += u", deviated"_s;
        event.title = titleFrom(title);
        event.text = planText(experiment);
        event.kind = EventKind::Action;
        return m_run.writer.event(std::move(event));
    }

    Result<void> takeActivities(const QString &path)
    {
        const JsonValue *activities = m_record.findPath(path);
        const size_t count = activities == nullptr ? 0 : activities->items.size();
        for (size_t i = 0; i < count; ++i) {
            const QString pointer = QString(path).replace(u'.', u'/');
            const QString place = m_run.place() + u", /"_s + pointer + u'/' + QString::number(i);
            if (auto taken = takeActivity(activities->items[i], place); !taken)
                return taken;
        }
        return {};
    }

    Result<void> takeActivity(const JsonValue &entry, const QString &place)
    {
        const JsonValue *activity = entry.find(u"activity");
        if (activity == nullptr || !activity->isObject()) {
            m_run.writer.skip(place, translated("names no activity"));
            return {};
        }
        ParsedEvent event;
        event.place = place;
        fillTime(entry, event);
        const QString status = textAt(entry, u"status");
        const QString name = readableText(firstTextAt(*activity, { u"name", u"ref", u"type" }));
        event.title = titleFrom(status.isEmpty() ? name : QString(name + u": "_s + status));
        QStringList lines;
        appendNamed(lines, u"tolerance met"_s, textAt(entry, u"tolerance_met"));
        appendNamed(lines, u"exception"_s, exceptionOf(entry));
        if (const JsonValue *output = entry.find(u"output"))
            appendNamed(lines, u"output"_s,
                        shortened(readableText(output->toReadableText()), kOutputShown));
        event.text = paragraphs({ readableText(activityLine(*activity)), lines.join(u'\n') });
        event.kind =
            textAt(*activity, u"type") == u"action"_s ? EventKind::Action : EventKind::Observation;
        return m_run.writer.event(std::move(event));
    }

    JsonRun &m_run;
    const JsonValue &m_record;
    bool m_hasRemarked = false;
};

} // namespace

QString ChaosToolkitImporter::displayName() const
{
    return translated("Chaos Toolkit");
}

Likelihood ChaosToolkitImporter::probe(const EvidenceInput &input) const
{
    const JsonSketch &sketch = input.sketch();
    if (input.isBundle() || !sketch.isJson())
        return 0;
    if (sketch.has(u"chaoslib-version"_s)
        || sketch.hasAll({ u"experiment.method"_s, u"steady_states"_s }))
        return 98;
    if (sketch.hasAll({ u"steady-state-hypothesis"_s, u"method"_s, u"title"_s }))
        return 97;
    const bool hasProviders = sketch.has(u"method[].provider"_s) && sketch.has(u"title"_s);
    return hasProviders ? 80 : 0;
}

Needs ChaosToolkitImporter::missing(EvidenceInput &, const ImportOptions &) const
{
    // Times without a zone are UTC: so the library writes them. A zone may be chosen all the same.
    return {};
}

Result<ReadSummary> ChaosToolkitImporter::read(EvidenceInput &input, const ImportOptions &options,
                                               ImportSink &sink) const
{
    ImportOptions own = options;
    if (own.zone.isEmpty())
        own.zone = u"UTC"_s;
    return readJsonRecords(
        input, own, sink,
        { {}, translated("no experiment and no journal of the Chaos Toolkit could be read") },
        [](JsonRun &run) { return JournalReader(run).take(); });
}

} // namespace SecondStory::Importing
