// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timeline/eventtablemodel.h"
#include "timeline/timelineselection.h"

#include <QTableView>

namespace SecondStory::Ui {

/// The events as a table, its selection in step with the timeline's.
class EventTableView : public QTableView {
    Q_OBJECT
public:
    EventTableView(EventTableModel &model, TimelineSelection &selection, QWidget *parent = nullptr);

Q_SIGNALS:
    void eventActivated(SecondStory::EventId event);

private:
    void showSelection();
    void takeSelection();

    EventTableModel &m_events;
    TimelineSelection &m_selection;
    bool m_isFollowing = false;
};

} // namespace SecondStory::Ui
