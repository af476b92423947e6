// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/alerts/prometheusimporter.h"

#include "importing/importerrors.h"
#include "importing/alerts/metricunit.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kLongestQuery = 200;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// "{mode="idle", node="a"}" without the metric's own name; empty when there is no label.
QString labelsText(const JsonValue &metric)
{
    QStringList texts;
    for (const auto &[key, value] : metric.members) {
        if (key != u"__name__"_s)
            texts.append(key + u"=\""_s + withoutControls(value.text) + u'"');
    }
    return texts.isEmpty() ? QString() : QString(u'{' + texts.join(u", "_s) + u'}');
}

/// The result of an expression has no name of its own: tools that keep the query name it.
QString nameOf(JsonReading &reading, const JsonValue &metric)
{
    QString name = textAt(metric, u"__name__");
    for (const QString &key : { u"query"_s, u"data.query"_s }) {
        if (name.isEmpty())
            name = reading.stream().head(key).text.simplified().left(kLongestQuery);
    }
    const QString labels = labelsText(metric);
    if (name.isEmpty())
        return labels.isEmpty() ? translated("unnamed series") : labels;
    return withoutControls(labels.isEmpty() ? name : QString(name + u' ' + labels));
}

/// What becomes of the values that are no plain numbers.
struct Oddities {
    int unread = 0;
    int infinite = 0;
};

std::optional<SeriesSample> sampleFrom(const JsonValue &pair, Oddities &odd)
{
    const auto fail = [&odd]() -> std::optional<SeriesSample> {
        ++odd.unread;
        return {};
    };
    if (!pair.isArray() || pair.items.size() != 2 || pair.items[0].type != JsonValue::Type::Number)
        return fail();
    const auto time = readTimestamp(pair.items[0].text, EpochUnit::Seconds);
    if (!time)
        return fail();
    SeriesSample sample{ *time->instant(), std::numeric_limits<double>::quiet_NaN() };
    const QString &text = pair.items[1].text;
    if (text == u"NaN"_s)
        return sample;
    if (text == u"+Inf"_s || text == u"-Inf"_s || text == u"Inf"_s) {
        ++odd.infinite;
        return sample;
    }
    bool isNumber = false;
    sample.value = text.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(sample.value))
        return fail();
    return sample;
}

void remarkOn(const Oddities &odd, const QString &place, RecordWriter &writer)
{
    if (odd.unread > 0)
        writer.remark(place,
                      QCoreApplication::translate("Importing",
                                                  "%n value(s) could not be read and were left out",
                                                  nullptr, odd.unread));
    if (odd.infinite > 0)
        writer.remark(place,
                      QCoreApplication::translate("Importing",
                                                  "%n infinite value(s) are kept as gaps", nullptr,
                                                  odd.infinite));
}

/// In order of time, no time twice.
void putInOrder(std::vector<SeriesSample> &samples, const QString &place, RecordWriter &writer)
{
    const auto isEarlier = [](const SeriesSample &a, const SeriesSample &b) {
        return a.time < b.time;
    };
    if (!std::is_sorted(samples.begin(), samples.end(), isEarlier)) {
        writer.remark(place, translated("the values were not in the order of time"));
        std::stable_sort(samples.begin(), samples.end(), isEarlier);
    }
    const auto isSameTime = [](const SeriesSample &a, const SeriesSample &b) {
        return a.time == b.time;
    };
    const auto end = std::unique(samples.begin(), samples.end(), isSameTime);
    if (end == samples.end())
        return;
    writer.remark(place, translated("several values of one moment: the first was taken"));
    samples.erase(end, samples.end());
}

ParsedSeries seriesFrom(JsonReading &reading, const JsonValue &metric,
                        std::vector<SeriesSample> samples)
{
    ParsedSeries series;
    series.name = nameOf(reading, metric);
    series.unit = unitOfMetric(textAt(metric, u"__name__"));
    series.lane = firstTextAt(metric, { u"job" });
    series.place = reading.place();
    series.naturalKey = series.name + u':' + toRfc3339(samples.front().time) + u'/'
        + toRfc3339(samples.back().time);
    series.samples = std::move(samples);
    return series;
}

} // namespace

QString PrometheusImporter::displayName() const
{
    return translated("Prometheus query");
}

Likelihood PrometheusImporter::probe(const EvidenceInput &input) const
{
    const JsonSketch &sketch = input.sketch();
    for (const QString &prefix : { u"data."_s, u""_s, u"data.data."_s, u"result.data."_s,
                                   u"response.data."_s, u"body.data."_s }) {
        const bool isResult = sketch.has(prefix + u"result[].metric"_s);
        const bool hasValues =
            sketch.has(prefix + u"result[].values"_s) || sketch.has(prefix + u"result[].value"_s);
        if (isResult && hasValues)
            return sketch.has(prefix + u"resultType"_s) ? 98 : 80;
    }
    return 0;
}

QStringList PrometheusImporter::containers() const
{
    return { u"data.result"_s,          u"result"_s,
             u"data.data.result"_s,     u"result.data.result"_s,
             u"response.data.result"_s, u"body.data.result"_s };
}

QStringList PrometheusImporter::timePaths() const
{
    return {};
}

QString PrometheusImporter::nothingRead() const
{
    return translated("no series could be read");
}

Result<void> PrometheusImporter::take(JsonReading &reading, const JsonValue &record) const
{
    const QString place = reading.place();
    const JsonValue *metric = record.find(u"metric");
    if (metric == nullptr || !metric->isObject()) {
        reading.skip(place, translated("is not a series: it has no metric"));
        return {};
    }
    std::vector<SeriesSample> samples;
    Oddities odd;
    const auto add = [&](const JsonValue &pair) {
        if (const auto sample = sampleFrom(pair, odd))
            samples.push_back(*sample);
    };
    if (const JsonValue *values = record.find(u"values")) {
        samples.reserve(values->items.size());
        std::for_each(values->items.begin(), values->items.end(), add);
    } else if (const JsonValue *value = record.find(u"value")) {
        add(*value);
    }
    if (samples.empty()) {
        reading.skip(place, translated("holds no value that could be read"));
        return {};
    }
    remarkOn(odd, place, reading.writer());
    putInOrder(samples, place, reading.writer());
    return reading.writer().series(seriesFrom(reading, *metric, std::move(samples)));
}

} // namespace SecondStory::Importing
