// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/infra/traceoutline.h"

#include "importing/jsonrun.h"
#include "importing/recordtext.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kMostNames = 10'000;
constexpr qint64 kMostMicroseconds = 300'000'000'000'000'000;

void noteName(TraceOutline &outline, const JsonValue &record)
{
    const QString what = textAt(record, u"name");
    const QString name = readableText(textAt(record, u"args.name")).simplified();
    const QString pid = textAt(record, u"pid");
    if (name.isEmpty() || outline.names.size() >= kMostNames)
        return;
    if (what == u"process_name"_s)
        outline.names.insert(pid, name);
    else if (what == u"thread_name"_s)
        outline.names.insert(QString(pid + u'/' + textAt(record, u"tid")), name);
}

} // namespace

QString TraceOutline::laneOf(const JsonValue &record) const
{
    const QString pid = textAt(record, u"pid");
    const QString tid = textAt(record, u"tid");
    const QString process = names.value(pid, pid);
    const QString thread = names.value(QString(pid + u'/' + tid), tid);
    if (process.isEmpty() || thread.isEmpty())
        return process + thread;
    return process + u" / "_s + thread;
}

std::optional<qint64> traceMicroseconds(const JsonValue *value)
{
    if (value == nullptr || value->isArray() || value->isObject())
        return {};
    bool isNumber = false;
    qint64 us = value->text.toLongLong(&isNumber);
    if (!isNumber) {
        const double parts = value->text.toDouble(&isNumber);
        if (!isNumber || !(std::abs(parts) < static_cast<double>(kMostMicroseconds)))
            return {};
        us = std::llround(parts);
    }
    return us > -kMostMicroseconds && us < kMostMicroseconds ? std::optional(us) : std::nullopt;
}

bool isTraceHappening(const QString &phase)
{
    return phase.size() == 1 && QStringView(u"BEXbneiIRSTpF").contains(phase);
}

Result<TraceOutline> readTraceOutline(EvidenceInput &input)
{
    TraceOutline outline;
    auto device = input.stream();
    if (!device)
        return tl::make_unexpected(device.error());
    JsonRecordStream stream(**device, input.path(), { u"traceEvents"_s });
    stream.setMayEndOpen(true);
    const auto looked = eachJsonRecord(stream, [&]() -> Result<void> {
        const JsonValue &record = stream.record();
        const QString phase = textAt(record, u"ph");
        if (phase == u"M"_s)
            noteName(outline, record);
        const auto us =
            isTraceHappening(phase) ? traceMicroseconds(record.find(u"ts")) : std::nullopt;
        if (us)
            outline.first = std::min(outline.first.value_or(*us), *us);
        return {};
    });
    return looked.map([&] { return outline; });
}

} // namespace SecondStory::Importing
