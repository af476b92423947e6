// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/infra/chrometraceimporter.h"

#include "importing/importerrors.h"
#include "importing/infra/traceoutline.h"
#include "importing/recordtext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kArgumentsShown = 4'000;
constexpr int kMostOpen = 100'000;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// A slice that has begun and not ended yet.
struct OpenSlice {
    ParsedEvent event;
    qint64 order = 0; ///< of the beginnings
};

/// Reads one trace; pairs beginnings with ends.
class TraceRun {
public:
    explicit TraceRun(TraceOutline outline)
        : m_outline(std::move(outline))
    {
    }

    Result<void> take(JsonRun &run)
    {
        const JsonValue &record = run.record();
        const QString phase = textAt(record, u"ph");
        // Names and clocks are no happenings.
        if (phase == u"M"_s || phase == u"c"_s)
            return {};
        if (!isTraceHappening(phase)) {
            run.writer.skip(run.place(), whyNot(phase));
            return {};
        }
        if (phase == u"B"_s || phase == u"b"_s || phase == u"S"_s)
            return begin(run, keyOf(record, phase));
        if (phase == u"E"_s || phase == u"e"_s || phase == u"F"_s)
            return end(run, keyOf(record, phase));
        ParsedEvent event = eventOf(run);
        if (phase == u"X"_s)
            setDuration(run, event);
        return run.writer.event(std::move(event));
    }

    /// What never ended, in the order in which it began.
    Result<void> takeOpen(JsonRun &run)
    {
        std::vector<OpenSlice> open;
        for (auto &slices : m_open)
            std::move(slices.begin(), slices.end(), std::back_inserter(open));
        std::sort(open.begin(), open.end(),
                  [](const OpenSlice &a, const OpenSlice &b) { return a.order < b.order; });
        for (OpenSlice &slice : open) {
            run.writer.remark(slice.event.place, translated("never ended in this trace"));
            if (auto taken = run.writer.event(std::move(slice.event)); !taken)
                return taken;
        }
        return {};
    }

private:
    static QString whyNot(const QString &phase)
    {
        if (phase.isEmpty())
            return translated("has no phase");
        if (phase == u"C"_s)
            return translated("a counter is not read");
        if (phase == u"s"_s || phase == u"t"_s || phase == u"f"_s)
            return translated("an arrow between events is not read");
        return translated("the phase “%1” is not read").arg(phase.left(20));
    }

    /// Slices nest on their thread; asynchronous ones belong together by their id.
    static QString keyOf(const JsonValue &record, const QString &phase)
    {
        if (phase == u"B"_s || phase == u"E"_s)
            return QString(u"thread\n"_s + textAt(record, u"pid") + u'\n' + textAt(record, u"tid"));
        QString id = firstTextAt(record, { u"id", u"id2.global" });
        if (id.isEmpty())
            id = textAt(record, u"pid") + u'/' + textAt(record, u"id2.local");
        const bool isOld = phase == u"S"_s || phase == u"F"_s;
        const QString name = isOld ? textAt(record, u"name") : textAt(record, u"scope");
        return QString((isOld ? u"old\n"_s : u"async\n"_s) + textAt(record, u"cat") + u'\n' + name
                       + u'\n' + id);
    }

    RecordedTime timeAt(JsonRun &run, qint64 us, const QString &text)
    {
        return run.times.resolver().sinceStart(us - m_outline.first.value_or(us),
                                               TimePrecision::Microsecond, text, run.place(),
                                               run.writer);
    }

    ParsedEvent eventOf(JsonRun &run)
    {
        const JsonValue &record = run.record();
        ParsedEvent event;
        event.place = run.place();
        if (const auto us = traceMicroseconds(record.find(u"ts")))
            event.time = timeAt(run, *us, textAt(record, u"ts"));
        else
            run.writer.remark(event.place, translated("states no time; the event is undated"));
        const QString name = readableText(firstTextAt(record, { u"name", u"cat" }));
        const QString step = textAt(record, u"args.step");
        event.title = titleFrom(step.isEmpty() ? name : QString(name + u": "_s + step));
        QStringList lines;
        appendNamed(lines, u"category"_s, textAt(record, u"cat"));
        const JsonValue *args = record.find(u"args");
        if (args != nullptr && args->isObject() && !args->members.empty())
            appendNamed(lines, u"arguments"_s,
                        shortened(readableText(args->toReadableText()), kArgumentsShown));
        event.text = lines.join(u'\n');
        event.kind = EventKind::Log;
        event.lane = m_outline.laneOf(record);
        return event;
    }

    void setDuration(JsonRun &run, ParsedEvent &event)
    {
        const auto start = traceMicroseconds(run.record().find(u"ts"));
        const auto duration = traceMicroseconds(run.record().find(u"dur"));
        if (!start || !duration)
            return;
        TimeResolver::setEnd(event.time,
                             timeAt(run, *start + *duration, textAt(run.record(), u"dur")),
                             event.place, run.writer);
    }

    Result<void> begin(JsonRun &run, const QString &key)
    {
        ParsedEvent event = eventOf(run);
        if (m_openCount >= kMostOpen) {
            run.writer.remark(event.place,
                              translated("more than 100,000 events are open; its end is not kept"));
            return run.writer.event(std::move(event));
        }
        ++m_openCount;
        m_open[key].push_back({ std::move(event), m_begun++ });
        return {};
    }

    Result<void> end(JsonRun &run, const QString &key)
    {
        const auto open = m_open.find(key);
        if (open == m_open.end()) {
            run.writer.skip(run.place(), translated("ends what never began in this trace"));
            return {};
        }
        ParsedEvent event = std::move(open->back().event);
        open->pop_back();
        if (open->empty())
            m_open.erase(open);
        --m_openCount;
        if (const auto us = traceMicroseconds(run.record().find(u"ts")))
            TimeResolver::setEnd(event.time, timeAt(run, *us, textAt(run.record(), u"ts")),
                                 event.place, run.writer);
        return run.writer.event(std::move(event));
    }

    TraceOutline m_outline;
    QHash<QString, std::vector<OpenSlice>> m_open;
    int m_openCount = 0;
    qint64 m_begun = 0;
};

} // namespace

QString ChromeTraceImporter::displayName() const
{
    return translated("Chrome trace");
}

Likelihood ChromeTraceImporter::probe(const EvidenceInput &input) const
{
    const JsonSketch &sketch = input.sketch();
    if (input.isBundle() || !sketch.isJson())
        return 0;
    for (const QString &prefix : { u"traceEvents[]."_s, QString() }) {
        if (sketch.hasAll({ prefix + u"ph"_s, prefix + u"ts"_s })
            && (sketch.has(prefix + u"pid"_s) || !prefix.isEmpty()))
            return 97;
    }
    return sketch.has(u"traceEvents"_s) ? 80 : 0;
}

Needs ChromeTraceImporter::missing(EvidenceInput &, const ImportOptions &options) const
{
    return options.start ? Needs() : Needs(Need::Start);
}

Result<ReadSummary> ChromeTraceImporter::read(EvidenceInput &input, const ImportOptions &options,
                                              ImportSink &sink) const
{
    if (input.size() == 0)
        return isEmptyError(input.path());
    if (!options.start)
        return needed(input.path(), translated("its times count from a clock of its own"),
                      translated("say when the first event of the trace happened"));
    auto outline = readTraceOutline(input);
    if (!outline)
        return tl::make_unexpected(outline.error());
    TraceRun trace(std::move(*outline));
    return readJsonRecords(
        input, options, sink,
        { { u"traceEvents"_s }, translated("no event of a trace could be read"), true },
        [&trace](JsonRun &run) { return trace.take(run); },
        [&trace](JsonRun &run) { return trace.takeOpen(run); });
}

} // namespace SecondStory::Importing
