// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timeline/timelinetracks.h"

#include <QObject>

namespace SecondStory::Ui {

/// Where to look and what to stand on: every way through a timeline that edits nothing.
class TimelineNavigation : public QObject {
    Q_OBJECT
public:
    explicit TimelineNavigation(TimelineTracks &tracks);

    /// Zooms about the time cursor, or the middle when the cursor is out of view.
    void zoom(double factor);
    /// Units: widths of the view.
    void pan(double screens);
    void panPixels(double pixels);
    void fitSelection();
    void fitAll();
    /// From the beginning to the end of the incident, with some time around; all of it without a
    /// frame.
    void fitFrame();
    void fit(TimeSpan span);
    /// Brings an instant into view without changing the zoom.
    void show(TimePoint time);

    /// Goes to the next (1) or previous (-1) event; in the lane of the current one, or in the whole
    /// drawing.
    void step(int direction, bool isInLane);
    /// Goes to the nearest event of the lane below (1) or above (-1).
    void stepLane(int direction);
    void first();
    void last();
    void selectAllIn(TimeSpan span);
    /// Selects an event, by its position in EventTable::rows, and brings it into view.
    void standOn(quint32 row);

private:
    [[nodiscard]] std::optional<quint32> currentRow() const;
    [[nodiscard]] TimePoint origin() const;

    TimelineTracks &m_tracks;
    TimelineModel &m_model;
    TimelineViewport &m_viewport;
    TimelineSelection &m_selection;
};

} // namespace SecondStory::Ui
