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
    /// An activity is to be expanded or collapsed.
    void foldRequested(SecondStory::ActivityId activity, bool isCollapsed);
    /// What was typed was not taken up, in a sentence.
    void refused(const QString &why);
    void starRequested();
    void copyRequested();
    /// What can be done to the selection is asked for.
    void menuRequested(QPoint globalPlace);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dataChanged(const QModelIndex &first, const QModelIndex &last,
                     const QList<int> &roles = {}) override;

private:
    void showSelection();
    void takeSelection();
    void foldCurrent(bool isCollapsed);

    EventTableModel &m_events;
    TimelineSelection &m_selection;
    bool m_isFollowing = false;
};

} // namespace SecondStory::Ui
