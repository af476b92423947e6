// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/consistency.h"

#include "analysis/clocksuspects.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Analysis {

namespace {

constexpr qint64 kMinute = 60'000'000;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kClockLeeway = 5 * kMinute; ///< clocks of two computers differ
constexpr size_t kMostKept = static_cast<size_t>(kMostListed + kMostSeqs);

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("SecondStory::Checks", text, nullptr, n);
}

int clamped(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

template <class T>
void keep(std::vector<T> &list, T value)
{
    if (list.size() < kMostKept)
        list.push_back(std::move(value));
}

/// "3/4/2026", "04.03.26": days that could be read either way round.
bool isSwappable(const RecordedTime &time)
{
    if (time.reference == ClockReference::Instant)
        return false;
    const auto isMark = [](QChar c) { return c == u'/' || c == u'.' || c == u'-'; };
    qsizetype digits = 0;
    for (qsizetype i = 0; i < time.text.size(); ++i) {
        if (time.text[i].isDigit()) {
            ++digits;
            continue;
        }
        if (digits > 0)
            return digits <= 2 && isMark(time.text[i]) && i + 2 < time.text.size()
                && (isMark(time.text[i + 2])
                    || (i + 3 < time.text.size() && isMark(time.text[i + 3])));
    }
    return false;
}

} // namespace

ConsistencyCheck::ConsistencyCheck(CheckContext context)
    : m_context(std::move(context))
{
}

QString ConsistencyCheck::at(qint64 us) const
{
    return m_context.clock.isoText({ us });
}

int ConsistencyCheck::sourceIndex(SourceId id)
{
    const auto known = m_indexes.constFind(id);
    if (known != m_indexes.constEnd())
        return *known;
    const auto index = static_cast<int>(m_sources.size());
    m_sources.emplace_back();
    m_sources.back().id = id;
    m_indexes.insert(id, index);
    return index;
}

void ConsistencyCheck::take(const Event &event, qint64 seq)
{
    const int index = sourceIndex(event.sourceId);
    Source &source = m_sources[static_cast<size_t>(index)];
    const auto start = event.effectiveStart();
    if (!start) {
        if (source.undated++ < kMostSeqs)
            source.undatedSeqs << seq;
        return;
    }
    const TimePoint recorded = event.recorded.start.value_or(*start);
    m_times.push_back({ seq, recorded.us, start->us, index,
                        event.recorded.basis == TimeBasis::ZoneAssumed
                            || event.recorded.basis == TimeBasis::DateAssumed,
                        event.asserted.has_value(), isSwappable(event.recorded) });
    TimePoint imported = m_context.importedAt.value(event.sourceId);
    if (imported.us == 0)
        imported = m_context.now;
    if (start->us > imported.us + kClockLeeway) {
        ++source.future;
        keep(source.futures, { seq, start->us, imported.us });
    }
    if (event.isImported())
        takeOrder(source, event, seq);
    takeWords(event, seq, index);
}

void ConsistencyCheck::takeOrder(Source &source, const Event &event, qint64 seq)
{
    // A folder or an archive has an order within each entry only: "day.json, message 3".
    if (const QString entry = event.place.section(u',', 0, -2); entry != source.entry) {
        source.entry = entry;
        source.last.clear();
    }
    // A record that itself says "about" takes no part: it may stand a little out of place.
    if (!event.recorded.start || event.recorded.approximate)
        return;
    Step step{ seq, event.recorded.start->us, 0 };
    if (event.recorded.reference == ClockReference::Instant)
        step.before = 1; // states its offset: takes no part in looking for slips of AM and PM
    if (!source.last.empty()) {
        const qint64 before = source.last.back().time;
        if (step.time > before) {
            ++source.forward;
            keep(source.forwardSteps, { seq, step.time, before });
        } else if (step.time < before) {
            ++source.backward;
            keep(source.backwardSteps, { seq, step.time, before });
        }
        takeHalfDay(source, step);
    }
    source.last.push_back(step);
    if (source.last.size() > 2)
        source.last.erase(source.last.begin());
}

/// Of three in a row the middle one stands outside the two others, and would stand between them if
/// it were twelve hours earlier or later.
void ConsistencyCheck::takeHalfDay(Source &source, const Step &step)
{
    if (source.last.size() < 2 || source.last[1].before != 0)
        return;
    const auto [low, high] = std::minmax(source.last[0].time, step.time);
    const qint64 middle = source.last[1].time;
    if (high - low > 6 * kHour || (middle >= low && middle <= high))
        return;
    for (const qint64 shift : { -12 * kHour, 12 * kHour }) {
        if (middle + shift < low || middle + shift > high)
            continue;
        ++source.halfDayCount;
        keep(source.halfDays, { source.last[1].seq, middle, middle + shift });
    }
}

void ConsistencyCheck::takeWords(const Event &event, qint64 seq, int source)
{
    // What somebody writes down twice is theirs to see; the same line twice in a second is how logs
    // and measurements are.
    if (!event.isImported() || event.kind == EventKind::Log || event.kind == EventKind::Metric
        || (event.title.isEmpty() && event.text.isEmpty()))
        return;
    const qint64 start = event.effectiveStart()->us;
    m_words.push_back({ qHashMulti(0, event.laneId, start, event.title, event.text),
                        qHashMulti(0x5eed, event.text, event.title, start, event.laneId), seq,
                        event.id, source });
}

void ConsistencyCheck::list(const Source &source, CheckKind kind, const std::vector<Step> &steps,
                            qint64 count, const std::function<QString(const Step &)> &what,
                            const QString &rule)
{
    qsizetype listed = 0;
    CheckFinding rest;
    rest.kind = kind;
    rest.source = source.id;
    rest.rule = rule;
    for (const Step &step : steps) {
        if (++listed > kMostListed) {
            rest.seqs << step.seq;
            continue;
        }
        CheckFinding one = rest;
        one.seqs = { step.seq };
        one.what = what(step);
        m_found << one;
    }
    if (count <= kMostListed)
        return;
    rest.count = count - kMostListed;
    rest.what = tr("and %n more of this source", clamped(rest.count));
    m_found << rest;
}

void ConsistencyCheck::tellOrder(const Source &source)
{
    const bool isNewestFirst = source.backward > source.forward;
    std::vector<Step> steps = isNewestFirst ? source.forwardSteps : source.backwardSteps;
    qint64 count = isNewestFirst ? source.forward : source.backward;
    // A slip of twelve hours is told once, not again by the step it makes.
    QSet<qint64> slips;
    for (const Step &step : source.halfDays)
        slips << step.seq;
    if (!slips.isEmpty()) {
        QSet<qint64> slipTimes;
        for (const Step &step : source.halfDays)
            slipTimes << step.time;
        const size_t before = steps.size();
        std::erase_if(steps, [&](const Step &step) {
            return slips.contains(step.seq) || slipTimes.contains(step.before);
        });
        count -= static_cast<qint64>(before - steps.size());
    }
    const QString rule = isNewestFirst
        ? tr("Listed because most of this source goes from the newest to the oldest")
        : tr("Listed because most of this source goes from the oldest to the newest");
    list(
        source, CheckKind::OutOfOrder, steps, count,
        [this](const Step &step) {
            return tr("Says %1 and stands after an entry that says %2")
                .arg(at(step.time), at(step.before));
        },
        rule);
    list(
        source, CheckKind::HalfDay, source.halfDays, source.halfDayCount,
        [this](const Step &step) {
            return tr("Says %1; at %2 it would stand in the order of its neighbours")
                .arg(at(step.time), at(step.before));
        },
        tr("Listed because the entries before and after it agree, and it is twelve hours off: "
           "perhaps AM and PM"));
}

void ConsistencyCheck::tellFuture(const Source &source)
{
    list(
        source, CheckKind::Future, source.futures, source.future,
        [this, &source](const Step &step) {
            return source.id.isNull() ? tr("Says %1, which is still to come").arg(at(step.time))
                                      : tr("Says %1, and its source was brought in at %2")
                                            .arg(at(step.time), at(step.before));
        },
        tr("Listed because it is later than the import by more than five minutes"));
}

void ConsistencyCheck::tellUndated(const Source &source)
{
    if (source.undated == 0)
        return;
    CheckFinding finding;
    finding.kind = CheckKind::Undated;
    finding.source = source.id;
    finding.seqs = source.undatedSeqs;
    finding.count = source.undated;
    finding.what = source.id.isNull()
        ? tr("%n event(s) of your own have no time", clamped(source.undated))
        : tr("%n event(s) of this source have no time", clamped(source.undated));
    finding.rule = tr("Listed because neither the record nor you say when it was");
    m_found << finding;
}

void ConsistencyCheck::tellDuplicates()
{
    std::sort(m_words.begin(), m_words.end());
    QHash<int, std::vector<Step>> twice;
    QHash<int, qint64> counts;
    for (auto from = m_words.begin(); from != m_words.end();) {
        const auto to = std::find_if(from, m_words.end(), [from](const Worded &other) {
            return other.first != from->first || other.second != from->second;
        });
        for (auto it = from + 1; it < to; ++it) {
            if (m_context.decided.contains({ from->id, it->id })
                || m_context.decided.contains({ it->id, from->id }))
                continue;
            ++counts[it->source];
            keep(twice[it->source], { it->seq, 0, from->seq });
        }
        from = to;
    }
    for (size_t i = 0; i < m_sources.size(); ++i) {
        std::vector<Step> steps = twice.value(static_cast<int>(i));
        std::sort(steps.begin(), steps.end(),
                  [](const Step &a, const Step &b) { return a.seq < b.seq; });
        const qsizetype begin = m_found.size();
        list(
            m_sources[i], CheckKind::Duplicate, steps, counts.value(static_cast<int>(i)),
            [](const Step &) { return tr("Stands twice in its lane at the same time"); },
            tr("Listed because lane, time and every word are the same; log lines and measurements "
               "are left out"));
        for (qsizetype at = begin; at < m_found.size(); ++at) {
            const auto step = static_cast<size_t>(at - begin);
            if (m_found[at].seqs.size() == 1 && m_found[at].seqs[0] == steps[step].seq)
                m_found[at].seqs.prepend(steps[step].before);
        }
    }
}

void ConsistencyCheck::tellClocks()
{
    QList<SourceId> ids;
    for (const Source &source : m_sources)
        ids << source.id;
    m_found += clockSuspects(std::move(m_times), ids, m_context);
}

QList<CheckFinding> ConsistencyCheck::finish()
{
    for (const Source &source : m_sources) {
        tellOrder(source);
        tellUndated(source);
        tellFuture(source);
    }
    tellDuplicates();
    tellClocks();
    return std::move(m_found);
}

} // namespace SecondStory::Analysis
