// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/changeset.h"
#include "domain/eventtable.h"
#include "domain/zoneclock.h"
#include "figures/timeline/densitypyramid.h"
#include "figures/timeline/lanelayout.h"
#include "figures/timeline/rulerpainter.h"
#include "figures/timeline/seriescurve.h"
#include "figures/timeline/trackgeometry.h"
#include "timeline/timelinecounting.h"

#include <QObject>

#include <functional>

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

/// What a timeline shows when no review stands behind it: a picture to look at, nothing to edit.
struct TimelineContent {
    EventTable events;
    QList<Lane> lanes;
    IncidentFrame frame;
    QList<TimeMark> marks;
    QString zone;
    std::function<QList<Event>(const QList<qint64> &seqs)> fetch;
    Figures::LaneCurves curves;
    QList<LaneGroup> laneGroups;
};

/// The events of a review as the timeline's parts see them: filtered, indexed, counted, with words
/// on demand.
class TimelineModel : public QObject {
    Q_OBJECT
public:
    explicit TimelineModel(Editing::ReviewDocument &document, QObject *parent = nullptr);
    explicit TimelineModel(TimelineContent content, QObject *parent = nullptr);

    /// The review behind it; null when there is none.
    [[nodiscard]] Editing::ReviewDocument *document() const { return m_document; }
    [[nodiscard]] const EventTable &events() const;
    /// The events where they happened, however events() arranges them.
    [[nodiscard]] const EventTable &happened() const;
    /// Shows the events at other times, as `arrange` puts them; none: where they happened. Nothing
    /// is stored. Cost: linear, now and whenever events change.
    void setArrangement(std::function<EventTable(const EventTable &)> arrange);
    [[nodiscard]] bool isArranged() const { return m_arrangement != nullptr; }
    [[nodiscard]] const QList<Lane> &lanes() const;
    [[nodiscard]] const QList<LaneGroup> &laneGroups() const;
    [[nodiscard]] const IncidentFrame &frame() const;
    [[nodiscard]] const QList<Figures::RulerInstant> &instants() const { return m_instants; }
    [[nodiscard]] const ZoneClock &clock() const;
    [[nodiscard]] const Figures::LaneLayout &layout() const { return m_layout; }
    [[nodiscard]] const Figures::EventIndex &index() const { return m_index; }
    [[nodiscard]] const Figures::DensityPyramid &pyramid() const { return m_pyramid; }
    [[nodiscard]] const Figures::LaneCurves &curves() const { return m_curves; }
    /// From the first event or sample to the last; nothing when nothing is dated.
    [[nodiscard]] std::optional<TimeSpan> span() const;

    [[nodiscard]] const Figures::EventFilter &filter() const { return m_filter; }
    /// Shows what `filter` lets through; a text, person or source in it is looked for here. In a
    /// large review this happens in another thread: filter() is the new one at once, the picture
    /// follows.
    void setFilter(Figures::EventFilter filter);
    /// A large review is being indexed; what is shown is what was shown before.
    [[nodiscard]] bool isCounting() const { return m_counting.isRunning(); }
    /// Waits until what is shown is what was asked for.
    void finishCounting() { m_counting.wait(); }
    /// The numbers of the events that hold all the words, shown or not.
    [[nodiscard]] QSet<qint64> eventsWith(const QString &words) const;

    /// Where what was searched for occurs among the events shown: for the ruler and the minimap.
    /// Order: by time.
    [[nodiscard]] const QList<TimePoint> &searchHits() const { return m_searchHits; }
    void setSearchHits(QList<TimePoint> hits);

    /// Leaves out the events that collapsed activities stand for and draws a bar or bracket for
    /// each activity.
    void setActivities(const QSet<qint64> &folded, std::vector<Figures::ActivityBar> bars);
    [[nodiscard]] const std::vector<Figures::ActivityBar> &activities() const
    {
        return m_activities;
    }
    /// An activity as it is drawn; null when there is none of this id.
    [[nodiscard]] const Figures::ActivityBar *activity(ActivityId id) const;
    [[nodiscard]] const QSet<qint64> &foldedSeqs() const { return m_folded; }

    /// The numbers of the events that the filter lets through, in order of time; without a filter
    /// the undated ones follow. Those that a collapsed activity stands for are among them: only the
    /// drawing leaves them out. Cost: linear in all events.
    [[nodiscard]] std::vector<qint64> shownSeqs() const;
    /// Every event of the review is shown, at its own time and by itself.
    [[nodiscard]] bool showsAll() const
    {
        return m_document && !m_shownFilter.isActive() && !m_standing && !m_arrangement
            && m_folded.isEmpty() && m_shownFolded.isEmpty();
    }
    /// Decides which of events() are drawn just now. Holds references: not to be kept.
    [[nodiscard]] Figures::EventSieve sieve() const;
    /// Where a dated event stands in EventTable::rows. Cost: logarithmic with a review behind it.
    [[nodiscard]] std::optional<quint32> rowOf(qint64 seq) const;
    [[nodiscard]] QList<Event> eventsBySeq(const QList<qint64> &seqs) const;
    [[nodiscard]] std::optional<Event> eventBySeq(qint64 seq) const;
    /// The lane a row of the drawing stands for; null for the row of events without one.
    [[nodiscard]] LaneId laneAt(int row) const;

    /// Reads the words of the events at these positions that are not known yet.
    void fetchLabels(const std::vector<quint32> &rows, const QFont &font);
    /// The words of an event fetched before; null otherwise.
    [[nodiscard]] const Figures::EventLabel *label(quint32 row) const;

Q_SIGNALS:
    /// Events, lanes, marks or the filter changed: everything has to be drawn anew.
    void contentChanged();
    /// Counting has begun or ended.
    void countingChanged();
    /// The rows of the table are other ones than before.
    void eventsReset();
    void searchHitsChanged();

private:
    void takeChange(const SecondStory::ChangeSet &applied);
    void rebuild();
    void install(TimelineCount &count);
    void follow(const std::vector<EventRowEdit> &edits);
    [[nodiscard]] bool relayout();
    [[nodiscard]] Figures::LaneLayout currentLayout() const;
    void forgetLabels();
    void rebuildInstants();
    void rebuildCurves();
    [[nodiscard]] QSet<qint64> find(const Figures::EventFilter &filter) const;

    Editing::ReviewDocument *m_document = nullptr;
    TimelineContent m_content;
    ZoneClock m_contentClock;
    Figures::LaneLayout m_layout;
    Figures::EventIndex m_index;
    Figures::DensityPyramid m_pyramid;
    Figures::LaneCurves m_curves;
    QHash<SeriesId, std::shared_ptr<const Figures::SeriesCurve>> m_knownCurves;
    Figures::EventFilter m_filter; ///< what was asked for
    Figures::EventFilter m_shownFilter; ///< what the index goes by
    QSet<qint64> m_folded;
    QSet<qint64> m_shownFolded;
    std::optional<EventTable> m_standing; ///< shown until the review's new rows are counted
    std::vector<EventRowEdit> m_edits; ///< made while counting
    TimelineCounting m_counting;
    std::vector<Figures::ActivityBar> m_activities;
    QList<TimePoint> m_searchHits;
    QList<Figures::RulerInstant> m_instants;
    static constexpr size_t kLabelBits = 1U << 18;
    QHash<qint64, Figures::EventLabel> m_labels;
    /// True for the last bits of every number that m_labels holds.
    std::vector<bool> m_mayHaveLabel = std::vector<bool>(kLabelBits);
    QFont m_labelFont;
    std::function<EventTable(const EventTable &)> m_arrangement;
    EventTable m_arranged;
    EventTable m_arranging; ///< to stand once it is counted
};

} // namespace SecondStory::Ui
