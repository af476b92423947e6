// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/momentrows.h"

#include <algorithm>
#include <array>

namespace SecondStory::Figures {

namespace {

constexpr double kNarrowest = 9; ///< of a bracket, so that it can be seen and hit
constexpr double kApart = 4; ///< brackets nearer than this are one
constexpr double kGap = 6; ///< between words and the next bracket

} // namespace

MomentRows::MomentRows(QList<MomentSpan> moments, int undated)
    : m_moments(std::move(moments))
    , m_undated(undated)
{
    std::stable_sort(m_moments.begin(), m_moments.end(),
                     [](const MomentSpan &a, const MomentSpan &b) { return a.start < b.start; });
    TimePoint latest = kEarliestTime;
    m_maxEnds.reserve(m_moments.size());
    for (const MomentSpan &moment : std::as_const(m_moments)) {
        latest = std::max(latest, moment.end);
        m_maxEnds << latest;
    }
}

MomentRows::MomentRows(const ReviewContents &contents)
{
    QHash<MomentId, int> accounts;
    QHash<AccountId, MomentId> momentOf;
    for (const Account &account : contents.accounts) {
        ++accounts[account.momentId];
        momentOf.insert(account.id, account.momentId);
    }
    QHash<MomentId, int> differences;
    for (const Contradiction &difference : contents.contradictions)
        ++differences[momentOf.value(difference.first)];
    QList<MomentSpan> moments;
    int undated = 0;
    for (const Moment &moment : contents.moments) {
        if (!moment.start) {
            ++undated;
            continue;
        }
        moments.append({ moment.id, *moment.start,
                         std::max(*moment.start, moment.end.value_or(*moment.start)), moment.title,
                         accounts.value(moment.id), differences.value(moment.id) });
    }
    *this = MomentRows(std::move(moments), undated);
}

int MomentRows::rows() const
{
    return static_cast<int>(std::min<qsizetype>(2, m_moments.size()));
}

qsizetype MomentRows::indexOf(MomentId id) const
{
    for (qsizetype i = 0; i < m_moments.size(); ++i) {
        if (m_moments[i].id == id)
            return i;
    }
    return -1;
}

std::pair<qsizetype, qsizetype> MomentRows::reachingInto(TimeSpan span) const
{
    const auto begin = std::lower_bound(m_maxEnds.cbegin(), m_maxEnds.cend(), span.start);
    const auto end = std::upper_bound(
        m_moments.cbegin(), m_moments.cend(), span.end,
        [](TimePoint time, const MomentSpan &moment) { return time < moment.start; });
    const qsizetype first = begin - m_maxEnds.cbegin();
    return { first, std::max<qsizetype>(first, end - m_moments.cbegin()) };
}

QList<MomentBracket> MomentRows::brackets(const TimeScale &scale, double rowHeight) const
{
    // One that lies just outside may still show its words, or half of its sign.
    const auto margin = static_cast<qint64>(scale.perPixel() * kNarrowest);
    const auto [first, end] =
        reachingInto({ { scale.start().us - margin }, { scale.end().us + margin } });
    const int count = rows();
    std::array<QList<MomentBracket>, 2> lines;
    for (qsizetype i = first; i < end; ++i) {
        const MomentSpan &moment = m_moments[i];
        const double left = scale.x(moment.start);
        const double right = std::max(left + kNarrowest, scale.x(moment.end));
        if (right < 0)
            continue;
        const auto row = static_cast<size_t>(i % count);
        QList<MomentBracket> &line = lines[row];
        const QRectF place(left, static_cast<double>(row) * rowHeight, right - left, rowHeight);
        const bool joins = !line.isEmpty() && left - line.last().bracket.left() < kApart
            && right - line.last().bracket.right() < kApart;
        if (joins)
            line.last().last = i;
        else
            line.append({ place, {}, i, i });
    }
    QList<MomentBracket> all;
    for (QList<MomentBracket> &line : lines) {
        for (qsizetype i = 0; i < line.size(); ++i) {
            MomentBracket &one = line[i];
            // Inside where the time is long, else behind it; what has scrolled past keeps its words
            // at the edge for as long as any of it is in view.
            const bool isWide = one.bracket.width() > 90;
            const double from =
                isWide ? std::max(one.bracket.left() + kGap, kGap) : one.bracket.right() + kGap / 2;
            const double next = i + 1 < line.size() ? line[i + 1].bracket.left() : scale.width();
            const double until = (isWide ? std::min(one.bracket.right(), next) : next) - kGap;
            if (until > from)
                one.words = QRectF(from, one.bracket.top(), until - from, rowHeight);
        }
        all += line;
    }
    return all;
}

} // namespace SecondStory::Figures
