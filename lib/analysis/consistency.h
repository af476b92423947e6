// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/checkfinding.h"
#include "domain/event.h"
#include "domain/incidentframe.h"
#include "domain/zoneclock.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <tuple>
#include <vector>

namespace SecondStory::Analysis {

/// What is known beside the events themselves.
struct CheckContext {
    ZoneClock clock; ///< of the review
    TimePoint now;
    IncidentFrame frame;
    QHash<SourceId, TimePoint> importedAt;
    QSet<QPair<EventId, EventId>> decided; ///< pairs somebody has spoken about
};

/// What is kept of each dated event. Units: microseconds.
struct CheckedTime {
    qint64 seq = 0;
    qint64 recorded = 0;
    qint64 start = 0; ///< effective
    int source = 0;
    bool isAssumed = false; ///< zone or date of the recorded time were assumed
    bool isStated = false; ///< the analyst asserted another time
    bool isSwappable = false; ///< written like 3/4/2026
};

/// Looks for entries that stand out: out of order, in the future, twice, hours or days off. Lists
/// them and mends nothing. Takes events in the order they stand in their sources.
/// Memory: about 100 bytes an event. Cost: linear, but for one sorting.
class ConsistencyCheck {
public:
    explicit ConsistencyCheck(CheckContext context);

    /// The next event. `seq` grows in the order of import, which is the order of the source.
    void take(const Event &event, qint64 seq);
    /// All findings but silences. Order: by source as first met, by kind, then as recorded.
    /// Titles and places are left to whoever has the events.
    [[nodiscard]] QList<CheckFinding> finish();

private:
    struct Step {
        qint64 seq;
        qint64 time;
        qint64 before;
    };
    struct Source {
        SourceId id;
        qint64 forward = 0, backward = 0, undated = 0, future = 0;
        std::vector<Step> forwardSteps, backwardSteps, futures, halfDays;
        qint64 halfDayCount = 0;
        QList<qint64> undatedSeqs;
        QString entry;
        std::vector<Step> last; ///< at most two, the last one at the end
    };
    struct Worded {
        size_t first, second; ///< two digests of lane, time and words
        qint64 seq;
        EventId id;
        int source;
        bool operator<(const Worded &other) const
        {
            return std::tie(first, second, seq) < std::tie(other.first, other.second, other.seq);
        }
    };

    int sourceIndex(SourceId id);
    void takeOrder(Source &source, const Event &event, qint64 seq);
    void takeHalfDay(Source &source, const Step &step);
    void takeWords(const Event &event, qint64 seq, int source);
    void tellOrder(const Source &source);
    void tellFuture(const Source &source);
    void tellUndated(const Source &source);
    void tellDuplicates();
    void tellClocks();
    void list(const Source &source, CheckKind kind, const std::vector<Step> &steps, qint64 count,
              const std::function<QString(const Step &)> &what, const QString &rule);
    [[nodiscard]] QString at(qint64 us) const;

    CheckContext m_context;
    QHash<SourceId, int> m_indexes;
    std::vector<Source> m_sources;
    std::vector<CheckedTime> m_times;
    std::vector<Worded> m_words;
    QList<CheckFinding> m_found;
};

} // namespace SecondStory::Analysis
