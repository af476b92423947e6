// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/logs/requestbuckets.h"

#include "importing/importerrors.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qint64 kMinute = 60'000'000;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

qint64 minuteOf(TimePoint time)
{
    return time.us >= 0 ? time.us / kMinute : (time.us - kMinute + 1) / kMinute;
}

QString placeOf(qint64 first, qint64 last)
{
    return first == last
        ? linePlace(first)
        : QString(u"lines "_s + QString::number(first) + u" to "_s + QString::number(last));
}

} // namespace

Result<void> RequestBuckets::take(const AccessLine &request, qint64 line,
                                  const RecordWriter &writer)
{
    const auto instant = request.time.instant();
    const qint64 minute = minuteOf(instant ? *instant : fromUtc(request.time.civil));
    auto [position, isNew] = m_minutes.try_emplace({ !instant, minute });
    Bucket &bucket = position->second;
    if (isNew) {
        if (m_minutes.size() > kMostMinutes)
            return badInput(writer.fileName(), linePlace(line),
                            translated("has requests in more than 600,000 different minutes"),
                            translated("split the file"));
        bucket.text = request.timeText.left(64);
        bucket.minute = request.time.civil;
        bucket.minute.second = 0;
        bucket.minute.microsecond = 0;
        bucket.offset = request.time.offset;
        bucket.firstLine = line;
    }
    bucket.lastLine = line;
    ++bucket.counts[static_cast<size_t>(request.status / 100)];
    if (request.status >= 500 && bucket.firstFailure == 0)
        bucket.firstFailure = line;
    return {};
}

ParsedEvent RequestBuckets::eventFor(const Bucket &bucket, RecordWriter &writer)
{
    ParsedEvent event;
    event.kind = EventKind::Metric;
    event.place = placeOf(bucket.firstLine, bucket.lastLine);
    TimestampReading reading;
    reading.civil = bucket.minute;
    reading.offset = bucket.offset;
    reading.precision = TimePrecision::Minute;
    event.time = m_times.resolve(reading, bucket.text, event.place, writer);
    if (event.time.start && event.time.start->us + kMinute <= kLatestTime.us) {
        event.time.end = TimePoint{ event.time.start->us + kMinute };
        event.time.readingEnd = *event.time.reading + kMinute;
    }
    const qint64 total = std::accumulate(bucket.counts.begin(), bucket.counts.end(), qint64(0));
    QStringList title{ translated("Requests: %1").arg(total) };
    if (bucket.counts[5] > 0)
        title.append(translated("server errors (5xx): %1").arg(bucket.counts[5]));
    if (bucket.counts[4] > 0)
        title.append(translated("client errors (4xx): %1").arg(bucket.counts[4]));
    event.title = title.join(u", "_s);
    QStringList lines;
    for (size_t digit = 1; digit < bucket.counts.size(); ++digit) {
        if (digit > 1 || bucket.counts[digit] > 0)
            lines.append(QString::number(digit) + u"xx: "_s
                         + QString::number(bucket.counts[digit]));
    }
    if (bucket.counts[0] > 0)
        lines.append(translated("without a status: %1").arg(bucket.counts[0]));
    if (bucket.firstFailure > 0)
        lines.append(translated("first 5xx in line %1").arg(bucket.firstFailure));
    event.text = event.title + u"\n\n"_s + lines.join(u'\n');
    event.naturalKey = (bucket.offset ? QString() : u"local "_s)
        + QString::asprintf("%04d-%02d-%02dT%02d:%02d", bucket.minute.year, bucket.minute.month,
                            bucket.minute.day, bucket.minute.hour, bucket.minute.minute)
        + (bucket.offset ? QString::number(*bucket.offset) : QString());
    return event;
}

Result<void> RequestBuckets::write(RecordWriter &writer)
{
    for (const auto &[key, bucket] : m_minutes) {
        ParsedEvent event = eventFor(bucket, writer);
        if (event.time.start) {
            auto &[requests, failures] = m_dated[minuteOf(*event.time.start)];
            requests += std::accumulate(bucket.counts.begin(), bucket.counts.end(), qint64(0));
            failures += bucket.counts[5];
        }
        if (const auto taken = writer.event(std::move(event)); !taken)
            return taken;
    }
    return m_dated.empty() ? Result<void>() : writeSeries(writer);
}

/// A minute without lines is a minute without requests: the edges of such gaps are drawn at zero.
Result<void> RequestBuckets::writeSeries(RecordWriter &writer)
{
    ParsedSeries requests;
    requests.name = u"requests per minute"_s;
    requests.place = u"all lines, requests"_s;
    requests.naturalKey = requests.name;
    ParsedSeries failures;
    failures.name = u"5xx per minute"_s;
    failures.place = u"all lines, 5xx"_s;
    failures.naturalKey = failures.name;
    const auto add = [&](qint64 minute, qint64 total, qint64 failed) {
        requests.samples.push_back({ { minute * kMinute }, static_cast<double>(total) });
        failures.samples.push_back({ { minute * kMinute }, static_cast<double>(failed) });
    };
    std::optional<qint64> previous;
    for (const auto &[minute, counts] : m_dated) {
        if (previous && minute > *previous + 1) {
            add(*previous + 1, 0, 0);
            if (minute > *previous + 2)
                add(minute - 1, 0, 0);
        }
        add(minute, counts.first, counts.second);
        previous = minute;
    }
    if (const auto taken = writer.series(std::move(requests)); !taken)
        return taken;
    return writer.series(std::move(failures));
}

} // namespace SecondStory::Importing
