// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/silences.h"

#include "domain/labels.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Analysis {

namespace {

constexpr size_t kMostNamed = 5'000; ///< rows looked at to name the lanes that go on

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("SecondStory::Checks", text, nullptr, n);
}

int clamped(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

struct Gap {
    qint64 from = 0;
    qint64 to = 0;
    qint64 seqBefore = 0;
    qint64 seqAfter = 0;
};

/// One lane's rows as they go by.
struct LaneTrack {
    std::vector<qint64> intervals;
    std::vector<Gap> gaps; ///< of at least the least length
    qint64 lastStart = 0;
    qint64 busyUntil = 0;
    qint64 lastSeq = 0;
    bool hasBegun = false;

    void take(const EventRow &row, qint64 least)
    {
        if (hasBegun) {
            intervals.push_back(row.start - lastStart);
            if (row.start - busyUntil > least)
                gaps.push_back({ busyUntil, row.start, lastSeq, row.seq });
        }
        busyUntil = hasBegun ? std::max(busyUntil, row.end) : row.end;
        hasBegun = true;
        lastStart = row.start;
        lastSeq = row.seq;
    }
    [[nodiscard]] qint64 median()
    {
        const auto middle = intervals.begin() + static_cast<qsizetype>(intervals.size() / 2);
        std::nth_element(intervals.begin(), middle, intervals.end());
        return *middle;
    }
};

class SilenceFinder {
public:
    SilenceFinder(const EventTable &events, const IncidentFrame &frame, const SilenceRules &rules,
                  const std::function<bool()> &goOn)
        : m_events(events)
        , m_rules(rules)
        , m_goOn(goOn)
    {
        if (frame.began && frame.resolved && *frame.resolved > *frame.began)
            m_incident = TimeSpan{ *frame.began, *frame.resolved };
    }

    std::vector<Silence> run()
    {
        std::vector<LaneTrack> lanes(static_cast<size_t>(m_events.lanes.size()) + 1);
        size_t seen = 0;
        for (const EventRow &row : m_events.rows) {
            if (++seen % 65'536 == 0 && m_goOn && !m_goOn())
                return {};
            lanes[std::min<size_t>(row.lane, lanes.size() - 1)].take(row, m_rules.leastUs);
        }
        for (size_t i = 0; i < lanes.size(); ++i)
            tellLane(lanes[i], i);
        if (m_rules.of == SilenceOf::Lane)
            tellWhole();
        std::stable_sort(m_found.begin(), m_found.end(), [](const Silence &a, const Silence &b) {
            return a.span.start < b.span.start;
        });
        return std::move(m_found);
    }

private:
    [[nodiscard]] bool touchesIncident(const Gap &gap) const
    {
        return !m_incident || (gap.from < m_incident->end.us && gap.to > m_incident->start.us);
    }

    void tellLane(LaneTrack &lane, size_t index)
    {
        if (static_cast<qsizetype>(lane.intervals.size()) < m_rules.leastIntervals
            || lane.gaps.empty())
            return;
        // What is of no source or person is nobody's silence.
        if (m_rules.of != SilenceOf::Lane && index == 0)
            return;
        const qint64 median = lane.median();
        std::vector<Silence> found;
        for (const Gap &gap : lane.gaps) {
            if ((gap.to - gap.from) / m_rules.medians <= median || !touchesIncident(gap))
                continue;
            Silence silence;
            if (static_cast<qsizetype>(index) < m_events.lanes.size())
                silence.lane = m_events.lanes.at(static_cast<qsizetype>(index));
            silence.span = { { gap.from }, { gap.to } };
            silence.medianUs = median;
            silence.intervals = static_cast<qsizetype>(lane.intervals.size());
            silence.around = { gap.seqBefore, gap.seqAfter };
            if (lookElsewhere(silence, index))
                found.push_back(std::move(silence));
        }
        keepLongest(found);
        std::move(found.begin(), found.end(), std::back_inserter(m_found));
    }

    void keepLongest(std::vector<Silence> &found) const
    {
        const auto most = static_cast<size_t>(m_rules.mostOfLane);
        if (found.size() <= most)
            return;
        std::nth_element(
            found.begin(), found.begin() + m_rules.mostOfLane, found.end(),
            [](const Silence &a, const Silence &b) { return a.span.length() > b.span.length(); });
        found.resize(most);
    }

    /// Counts what other lanes have meanwhile; false when it is too little to speak of a silence.
    bool lookElsewhere(Silence &silence, size_t own) const
    {
        size_t first = m_events.lowerBound({ silence.span.start.us + 1 });
        const size_t last = m_events.lowerBound(silence.span.end);
        QHash<quint16, qint64> counts;
        qint64 ofOwn = 0;
        for (size_t i = first; i < std::min(last, first + kMostNamed); ++i) {
            const quint16 lane = m_events.rows[i].lane;
            // Of the lane itself there is nothing, but where several share one number.
            if (lane == own)
                ++ofOwn;
            else
                ++counts[lane];
        }
        silence.elsewhere = static_cast<qint64>(last) - static_cast<qint64>(first) - ofOwn;
        QList<quint16> lanes = counts.keys();
        std::sort(lanes.begin(), lanes.end(), [&counts](quint16 a, quint16 b) {
            return std::pair(-counts.value(a), a) < std::pair(-counts.value(b), b);
        });
        for (const quint16 lane : lanes.mid(0, 2))
            silence.lanesElsewhere << m_events.lanes.value(lane);
        return silence.elsewhere >= m_rules.leastElsewhere;
    }

    void tellWhole()
    {
        if (!m_incident)
            return;
        const qint64 least =
            std::max(m_rules.leastWholeUs, m_incident->length() / m_rules.wholeShare);
        qint64 from = m_incident->start.us;
        qint64 seqBefore = 0;
        const auto tell = [&](qint64 to, qint64 seqAfter) {
            if (to - from < least)
                return;
            Silence silence;
            silence.isWhole = true;
            silence.span = { { from }, { to } };
            for (const qint64 seq : { seqBefore, seqAfter }) {
                if (seq != 0)
                    silence.around << seq;
            }
            m_found.push_back(std::move(silence));
        };
        for (const EventRow &row : m_events.rows) {
            if (row.start >= m_incident->end.us)
                break;
            if (row.start > from)
                tell(row.start, row.seq);
            if (row.end >= from) {
                from = std::max(from, row.end);
                seqBefore = row.seq;
            }
        }
        tell(m_incident->end.us, 0);
    }

    const EventTable &m_events;
    const SilenceRules &m_rules;
    const std::function<bool()> &m_goOn;
    std::optional<TimeSpan> m_incident;
    std::vector<Silence> m_found;
};

} // namespace

SilenceRules SilenceRules::ofSources()
{
    SilenceRules rules;
    rules.of = SilenceOf::Source;
    rules.mostOfLane = 20;
    return rules;
}

SilenceRules SilenceRules::ofPeople()
{
    SilenceRules rules;
    rules.of = SilenceOf::Person;
    rules.leastUs = 30LL * 60'000'000;
    rules.mostOfLane = 3;
    return rules;
}

std::vector<Silence> findSilences(const EventTable &events, const IncidentFrame &frame,
                                  const SilenceRules &rules, const std::function<bool()> &goOn)
{
    return SilenceFinder(events, frame, rules, goOn).run();
}

CheckFinding toFinding(const Silence &silence, const ZoneClock &clock,
                       const std::function<QString(LaneId)> &nameOf, const SilenceRules &rules)
{
    CheckFinding finding;
    finding.kind = CheckKind::Silence;
    if (rules.of == SilenceOf::Lane)
        finding.lane = silence.lane;
    else if (rules.of == SilenceOf::Source)
        finding.source = { silence.lane.value };
    else
        finding.person = { silence.lane.value };
    finding.isWhole = silence.isWhole;
    finding.span = silence.span;
    finding.seqs = silence.around;
    finding.count = silence.elsewhere;
    const QString length = durationText(silence.span.length());
    // A silence over a night needs its day.
    const bool isOneDay = clock.isoDate(silence.span.start) == clock.isoDate(silence.span.end);
    const QString clockTime = clock.clockText(silence.span.start, ZoneClock::Detail::Minutes);
    const QString from =
        isOneDay ? clockTime : QString(clock.isoDate(silence.span.start) + u' ' + clockTime);
    const QString least = durationText(rules.leastUs);
    if (silence.isWhole) {
        finding.what =
            tr("Nothing at all is recorded for %1 of the incident, from %2").arg(length, from);
        finding.rule =
            tr("Listed because it is at least %1 and a fifth of the incident as it is framed")
                .arg(durationText(rules.leastWholeUs));
        return finding;
    }
    QStringList others;
    for (const LaneId lane : silence.lanesElsewhere)
        others << nameOf(lane);
    const QString what = rules.of == SilenceOf::Person
        ? tr("Nothing of %1 is recorded for %2 from %3 while others go on: %4")
        : rules.of == SilenceOf::Source
        ? tr("Nothing comes from %1 for %2 from %3 while others go on: %4")
        : tr("%1 is silent for %2 from %3 while others go on: %4");
    finding.what = what.arg(nameOf(silence.lane), length, from, others.join(tr(", ")));
    const QString rhythm =
        silence.medianUs > 0 ? durationText(silence.medianUs) : tr("less than a second");
    finding.rule = tr("Listed because it is longer than %1 and than %2 times what usually lies "
                      "between two events here (%3, the median of %4)")
                       .arg(least)
                       .arg(rules.medians)
                       .arg(rhythm)
                       .arg(silence.intervals)
        + (rules.of == SilenceOf::Lane
               ? tr("; other lanes have %n event(s) meanwhile", clamped(silence.elsewhere))
               : tr("; others have %n event(s) meanwhile", clamped(silence.elsewhere)));
    return finding;
}

} // namespace SecondStory::Analysis
