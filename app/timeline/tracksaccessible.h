// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timeline/partsaccessible.h"
#include "timeline/timelinetracks.h"

namespace SecondStory::Ui {

/// The lanes of a timeline for screen readers: lanes, and in each the events in view and those
/// selected, at most 500 together. However many events a review has, no more are offered; how many
/// there are stands in the name of the lane.
class TracksAccessible final : public PartsAccessible {
public:
    explicit TracksAccessible(TimelineTracks &tracks);
    static constexpr int kMostEvents = 500;

    /// The part that stands for an event by its number, and for a row of the drawing.
    [[nodiscard]] static Part partOfEvent(qint64 seq) { return seq; }
    [[nodiscard]] static Part partOfLane(int row) { return -1 - Part(row); }
    /// And for an activity by its place among TimelineModel::activities().
    [[nodiscard]] static Part partOfActivity(size_t place) { return kFirstActivity - Part(place); }

    [[nodiscard]] QList<Part> parts() const override;
    [[nodiscard]] QList<Part> partsOf(Part part) const override;
    [[nodiscard]] std::optional<Part> ownerOf(Part part) const override;
    [[nodiscard]] bool holds(Part part) const override;
    [[nodiscard]] QAccessible::Role roleOf(Part part) const override;
    [[nodiscard]] QString textOf(Part part, QAccessible::Text text) const override;
    [[nodiscard]] QRect rectOf(Part part) const override;
    [[nodiscard]] QAccessible::State stateOf(Part part) const override;
    [[nodiscard]] std::optional<Part> partAt(QPoint place) const override;
    [[nodiscard]] std::optional<Part> focusPart() const override;
    [[nodiscard]] QStringList actionsOf(Part part) const override;
    [[nodiscard]] QString actionWords(const QString &name) const override;
    void act(Part part, const QString &name) override;

private:
    /// The events offered, lane by lane, each by time.
    [[nodiscard]] const std::vector<std::vector<quint32>> &shown() const;
    void gather() const;
    [[nodiscard]] std::optional<quint32> rowOf(qint64 seq) const;
    static constexpr Part kFirstActivity = -(Part(1) << 32);
    [[nodiscard]] static bool isLane(Part part) { return part < 0 && part > kFirstActivity; }
    /// The activity a part stands for; null for lanes and events.
    [[nodiscard]] const Figures::ActivityBar *activityOf(Part part) const;
    [[nodiscard]] QStringList activityActions(const Figures::ActivityBar &activity) const;
    void actOn(const Figures::ActivityBar &activity, const QString &name);
    [[nodiscard]] QString laneText(int row) const;
    [[nodiscard]] QRect laneRect(int row) const;

    TimelineTracks &m_tracks;
    mutable std::vector<std::vector<quint32>> m_shown;
    mutable QHash<qint64, quint32> m_rowOf;
    mutable bool m_isStale = true;
    QObject m_context; ///< ends the connections with this
};

} // namespace SecondStory::Ui
