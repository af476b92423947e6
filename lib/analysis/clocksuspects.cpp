// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/clocksuspects.h"

#include "domain/labels.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory::Analysis {

namespace {

constexpr qint64 kMinute = 60'000'000;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;
constexpr qint64 kNear = 5 * kMinute;
constexpr int kMostHours = 14;
constexpr size_t kMostLooked = 400;
constexpr size_t kFewest = 5;
constexpr int kMostNeighbours = 32;

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("SecondStory::Checks", text, nullptr, n);
}

int clamped(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

/// The recorded times the others can be held against: those nothing was assumed about, where there
/// are any.
class Others {
public:
    explicit Others(const std::vector<CheckedTime> &times)
    {
        for (const bool alsoAssumed : { false, true }) {
            for (const CheckedTime &time : times) {
                if (alsoAssumed || !time.isAssumed)
                    m_marks.push_back({ time.recorded, time.source });
            }
            if (m_marks.size() >= kFewest)
                break;
            m_marks.clear();
        }
        std::sort(m_marks.begin(), m_marks.end());
    }
    /// Whether another source has an entry within five minutes.
    [[nodiscard]] bool isNear(qint64 time, int source) const
    {
        const auto from =
            std::lower_bound(m_marks.begin(), m_marks.end(),
                             std::pair(time - kNear, std::numeric_limits<int>::min()));
        int looked = 0;
        for (auto it = from; it != m_marks.end() && it->first <= time + kNear; ++it) {
            if (it->second != source)
                return true;
            if (++looked > kMostNeighbours)
                break;
        }
        return false;
    }

private:
    std::vector<std::pair<qint64, int>> m_marks;
};

class ClockSuspects {
public:
    ClockSuspects(std::vector<CheckedTime> times, const QList<SourceId> &ids,
                  const CheckContext &context)
        : m_times(std::move(times))
        , m_ids(ids)
        , m_context(context)
        , m_others(m_times)
    {
        std::stable_sort(
            m_times.begin(), m_times.end(),
            [](const CheckedTime &a, const CheckedTime &b) { return a.source < b.source; });
        setRest();
    }

    QList<CheckFinding> run()
    {
        for (auto from = m_times.begin(); from != m_times.end();) {
            const auto to = std::find_if(from, m_times.end(), [from](const CheckedTime &time) {
                return time.source != from->source;
            });
            const std::vector<CheckedTime> own(from, to);
            if (!m_ids.at(from->source).isNull()) {
                tellZone(own);
                tellDays(own);
            }
            tellFar(own);
            from = to;
        }
        return std::move(m_found);
    }

private:
    /// Where most of the evidence lies: the frame, or nine tenths of the events.
    void setRest()
    {
        const IncidentFrame &frame = m_context.frame;
        if (frame.began && frame.resolved && *frame.resolved >= *frame.began) {
            m_rest = TimeSpan{ { frame.began->us - 2 * kDay }, { frame.resolved->us + 2 * kDay } };
            m_isFramed = true;
            return;
        }
        if (m_times.size() < 2 * kFewest)
            return;
        std::vector<qint64> starts;
        starts.reserve(m_times.size());
        for (const CheckedTime &time : m_times)
            starts.push_back(time.start);
        std::sort(starts.begin(), starts.end());
        m_rest = TimeSpan{ { starts[starts.size() / 20] - kDay },
                           { starts[starts.size() - 1 - starts.size() / 20] + kDay } };
    }

    CheckFinding &add(CheckKind kind, const CheckedTime &first)
    {
        CheckFinding finding;
        finding.kind = kind;
        finding.source = m_ids.at(first.source);
        m_found << finding;
        return m_found.last();
    }

    static void addSeq(CheckFinding &finding, qint64 seq)
    {
        if (finding.seqs.size() < kMostSeqs)
            finding.seqs << seq;
    }

    void tellZone(const std::vector<CheckedTime> &own)
    {
        std::vector<const CheckedTime *> assumed;
        for (const CheckedTime &time : own) {
            if (time.isAssumed)
                assumed.push_back(&time);
        }
        if (assumed.size() < kFewest)
            return;
        const size_t step = (assumed.size() + kMostLooked - 1) / kMostLooked;
        const auto countNear = [&](int hours) {
            qint64 count = 0;
            for (size_t i = 0; i < assumed.size(); i += step)
                count += m_others.isNear(assumed[i]->recorded + hours * kHour, assumed[i]->source);
            return count;
        };
        const auto looked = static_cast<qint64>((assumed.size() + step - 1) / step);
        const qint64 asItStands = countNear(0);
        if (asItStands * 5 > looked)
            return;
        QList<std::pair<qint64, int>> counts;
        for (int hours = -kMostHours; hours <= kMostHours; ++hours)
            counts << std::pair(countNear(hours), hours);
        const qint64 best = std::max_element(counts.cbegin(), counts.cend())->first;
        if (best * 5 < looked * 3)
            return;
        QList<int> fitting;
        for (const auto &[count, hours] : std::as_const(counts)) {
            if (count * 10 >= best * 9)
                fitting << hours;
        }
        if (fitting.size() > 2 || fitting.last() - fitting.first() > 1)
            return;
        sayZone(assumed, fitting, { asItStands, best, looked });
    }

    struct NearCounts {
        qint64 asItStands, best, looked;
    };

    void sayZone(const std::vector<const CheckedTime *> &assumed, const QList<int> &fitting,
                 const NearCounts &counts)
    {
        CheckFinding &finding = add(CheckKind::ZoneSuspect, *assumed.front());
        for (const CheckedTime *time : assumed)
            addSeq(finding, time->seq);
        finding.count = static_cast<qint64>(assumed.size());
        QStringList hours;
        for (const int each : fitting)
            hours << (each > 0 ? u"+%1"_s : u"−%1"_s).arg(std::abs(each));
        finding.what = tr("As it stands %1 of %2 entries have one of another source within five "
                          "minutes; moved by %3 hours it would be %4")
                           .arg(counts.asItStands)
                           .arg(counts.looked)
                           .arg(hours.join(tr(" or ")))
                           .arg(counts.best);
        finding.rule = std::abs(fitting.first()) == 12 && fitting.size() == 1
            ? tr("Listed because its zone was assumed, and twelve hours away it would lie beside "
                 "the others: perhaps AM and PM")
            : tr("Listed because its zone was assumed, and a whole number of hours away it would "
                 "lie beside the others");
    }

    [[nodiscard]] bool isAway(qint64 start, qint64 by) const
    {
        return m_rest && (start < m_rest->start.us - by || start > m_rest->end.us + by);
    }

    void tellDays(const std::vector<CheckedTime> &own)
    {
        CheckFinding *finding = nullptr;
        for (const CheckedTime &time : own) {
            if (!time.isSwappable || time.isStated || !isAway(time.start, 19 * kDay))
                continue;
            CivilTime civil = m_context.clock.toLocal({ time.start });
            if (civil.day > 12 || civil.day == civil.month)
                continue;
            std::swap(civil.day, civil.month);
            if (isAway(m_context.clock.fromLocal(civil).time.us, 0))
                continue;
            if (!finding) {
                finding = &add(CheckKind::DaySuspect, time);
                finding->count = 0;
                finding->rule = tr("Listed because it lies three weeks or more away from the rest "
                                   "and would lie within it if day and month were exchanged");
            }
            addSeq(*finding, time.seq);
            m_swapped.insert(time.seq);
            ++finding->count;
        }
        if (finding)
            finding->what =
                tr("%n date(s) would lie with the rest if the day were read as the month",
                   clamped(finding->count));
    }

    void tellFar(const std::vector<CheckedTime> &own)
    {
        if (!m_isFramed)
            return;
        CheckFinding far;
        qint64 farthest = 0;
        far.count = 0;
        for (const CheckedTime &time : own) {
            if (!isAway(time.start, 0) || m_swapped.contains(time.seq))
                continue;
            addSeq(far, time.seq);
            ++far.count;
            const qint64 by = time.start < m_rest->start.us
                ? time.start - m_rest->start.us - 2 * kDay
                : time.start - m_rest->end.us + 2 * kDay;
            if (std::abs(by) > std::abs(farthest))
                farthest = by;
        }
        if (far.count == 0)
            return;
        CheckFinding &finding = add(CheckKind::FarAway, own.front());
        finding.seqs = far.seqs;
        finding.count = far.count;
        const QString distance = durationText(std::abs(farthest));
        finding.what = tr("%n event(s) lie outside the incident", clamped(far.count))
            + (farthest < 0 ? tr("; the farthest %1 before it began").arg(distance)
                            : tr("; the farthest %1 after it was resolved").arg(distance));
        finding.rule =
            tr("Listed because it is more than two days before the incident began or after it was "
               "resolved");
    }

    std::vector<CheckedTime> m_times;
    const QList<SourceId> &m_ids;
    const CheckContext &m_context;
    Others m_others;
    std::optional<TimeSpan> m_rest;
    bool m_isFramed = false;
    QSet<qint64> m_swapped;
    QList<CheckFinding> m_found;
};

} // namespace

QList<CheckFinding> clockSuspects(std::vector<CheckedTime> times, const QList<SourceId> &ids,
                                  const CheckContext &context)
{
    return ClockSuspects(std::move(times), ids, context).run();
}

} // namespace SecondStory::Analysis
