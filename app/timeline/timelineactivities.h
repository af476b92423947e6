// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/activity.h"
#include "domain/result.h"
#include "timeline/timelineselection.h"
#include "timeline/timelinetracks.h"

#include <QObject>

class QMenu;

namespace SecondStory::Ui {

/// The activities of a review on its timeline: one bar for a collapsed one, a bracket over the
/// events of an expanded one. A click on either selects the activity with its events; a double
/// click expands or collapses it.
class TimelineActivities : public QObject {
    Q_OBJECT
public:
    TimelineActivities(TimelineTracks &tracks, TimelineModel &model, TimelineSelection &selection,
                       QObject *parent);

    /// The activities that hold some of the selected events.
    [[nodiscard]] QList<ActivityId> selected() const;
    void select(ActivityId activity);
    void group(const QString &title);
    void setCollapsed(ActivityId activity, bool isCollapsed);
    /// Expands a collapsed activity and collapses another.
    void toggle(ActivityId activity);
    /// The same for all that hold some of the selected events.
    void toggleSelected();
    /// Adds what can be done to the selection and its activities. `ask` opens a line for a title.
    using Ask = std::function<void(const QString &label, const QString &text,
                                   std::function<void(const QString &)> take)>;
    void fillMenu(QMenu &menu, const Ask &ask);

Q_SIGNALS:
    /// Something was not done, in a sentence.
    void refused(const QString &why);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeChange(const SecondStory::ChangeSet &applied);
    void refresh();
    [[nodiscard]] QList<EventId> selectedEvents() const;
    void fillActivityMenu(QMenu &menu, const Activity &activity, const Ask &ask);
    template <class T>
    void report(const Result<T> &result);

    TimelineTracks &m_tracks;
    TimelineModel &m_model;
    TimelineSelection &m_selection;
    QSet<EventId> m_grouped; ///< the events of all activities
};

} // namespace SecondStory::Ui
