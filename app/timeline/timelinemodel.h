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
    [[nodiscard]] const QList<Lane> &lanes() const;
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
    /// Shows what `filter` lets through; a text in it is searched for here.
    void setFilter(Figures::EventFilter filter);

    /// Leaves out the events that collapsed activities stand for and draws a bar for each activity.
    void setActivities(const QSet<qint64> &folded, std::vector<Figures::ActivityBar> bars);
    [[nodiscard]] const std::vector<Figures::ActivityBar> &activities() const
    {
        return m_activities;
    }
    [[nodiscard]] const QSet<qint64> &foldedSeqs() const { return m_folded; }

    /// Where a dated event stands in EventTable::rows. Cost: linear.
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
    /// The rows of the table are other ones than before.
    void eventsReset();

private:
    void takeChange(const SecondStory::ChangeSet &applied);
    void rebuild();
    void rebuildInstants();
    void rebuildCurves();
    void search(Figures::EventFilter &filter) const;

    Editing::ReviewDocument *m_document = nullptr;
    TimelineContent m_content;
    ZoneClock m_contentClock;
    Figures::LaneLayout m_layout;
    Figures::EventIndex m_index;
    Figures::DensityPyramid m_pyramid;
    Figures::LaneCurves m_curves;
    QHash<SeriesId, std::shared_ptr<const Figures::SeriesCurve>> m_knownCurves;
    Figures::EventFilter m_filter;
    QSet<qint64> m_folded;
    std::vector<Figures::ActivityBar> m_activities;
    QList<Figures::RulerInstant> m_instants;
    QHash<qint64, Figures::EventLabel> m_labels;
    QFont m_labelFont;
};

} // namespace SecondStory::Ui
