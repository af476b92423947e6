// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/activityedits.h"

#include "editing/recordedits.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace SecondStory::Editing {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("ActivityEdits", text);
}

tl::unexpected<Error> untitled()
{
    return failure(ErrorCode::BadInput,
                   say(QT_TRANSLATE_NOOP("ActivityEdits", "an activity needs a title")));
}

/// The events of the review among `events`, each once, in order; an error when one is gone.
Result<QList<Event>> known(ReviewDocument &document, const QList<EventId> &events)
{
    QList<Event> found;
    QSet<EventId> seen;
    for (const EventId id : events) {
        if (seen.contains(id))
            continue;
        seen.insert(id);
        const auto event = document.event(id);
        if (!event)
            return goneFailure();
        found.append(*event);
    }
    return found;
}

QList<EventId> idsOf(const QList<Event> &events)
{
    QList<EventId> ids;
    for (const Event &event : events)
        ids.append(event.id);
    return ids;
}

LaneId commonLane(const QList<Event> &events)
{
    QHash<LaneId, int> counts;
    LaneId best;
    for (const Event &event : events) {
        if (++counts[event.laneId] > counts.value(best))
            best = event.laneId;
    }
    return counts.value(best) > 0 ? best : events.first().laneId;
}

/// Takes `events` out of all activities but `except`.
void leaveInto(ChangeSet &set, const ReviewContents &contents, const QList<EventId> &events,
               ActivityId except = {})
{
    const QSet<EventId> leaving(events.begin(), events.end());
    for (const Activity &activity : contents.activities) {
        if (activity.id == except)
            continue;
        Activity after = activity;
        after.events.removeIf([&](EventId id) { return leaving.contains(id); });
        if (after.events.size() == activity.events.size())
            continue;
        if (after.events.isEmpty()) {
            releaseTarget(contents, TargetKind::Activity, activity.id.value, set);
            set.remove(activity);
        } else {
            set.update(activity, after);
        }
    }
}

} // namespace

Result<ActivityId> groupEvents(ReviewDocument &document, const QList<EventId> &events,
                               const QString &title)
{
    if (title.simplified().isEmpty())
        return untitled();
    const auto members = known(document, events);
    if (!members)
        return failure(members.error());
    if (members->isEmpty())
        return failure(ErrorCode::BadInput,
                       say(QT_TRANSLATE_NOOP("ActivityEdits", "choose the events first")));
    Activity activity;
    activity.id = ActivityId::create();
    activity.reviewId = document.id();
    activity.title = title.simplified();
    activity.laneId = commonLane(*members);
    activity.events = idsOf(*members);
    ChangeSet set;
    leaveInto(set, document.contents(), activity.events);
    set.insert(activity);
    const auto done = document.perform(
        set, say(QT_TRANSLATE_NOOP("ActivityEdits", "Group events into an activity")));
    if (!done)
        return failure(done.error());
    return activity.id;
}

Result<void> ungroup(ReviewDocument &document, ActivityId activity)
{
    return removeRecord<Activity>(document, activity, TargetKind::Activity,
                                  say(QT_TRANSLATE_NOOP("ActivityEdits", "Ungroup an activity")));
}

Result<void> renameActivity(ReviewDocument &document, ActivityId activity, const QString &title)
{
    if (title.simplified().isEmpty())
        return untitled();
    const auto *before = findRecord<Activity>(document.contents(), activity);
    if (!before)
        return goneFailure();
    Activity after = *before;
    after.title = title.simplified();
    return replaceRecord(document, after,
                         say(QT_TRANSLATE_NOOP("ActivityEdits", "Rename an activity")));
}

Result<void> addToActivity(ReviewDocument &document, ActivityId activity,
                           const QList<EventId> &events)
{
    const auto *before = findRecord<Activity>(document.contents(), activity);
    const auto members = known(document, events);
    if (!before || !members)
        return goneFailure();
    Activity after = *before;
    for (const Event &event : *members) {
        if (!after.events.contains(event.id))
            after.events.append(event.id);
    }
    if (after == *before)
        return {};
    ChangeSet set;
    leaveInto(set, document.contents(), idsOf(*members), activity);
    set.update(*before, after);
    return document.perform(set,
                            say(QT_TRANSLATE_NOOP("ActivityEdits", "Add events to an activity")));
}

Result<void> removeFromActivities(ReviewDocument &document, const QList<EventId> &events)
{
    ChangeSet set;
    leaveInto(set, document.contents(), events);
    if (set.isEmpty())
        return {};
    return document.perform(
        set, say(QT_TRANSLATE_NOOP("ActivityEdits", "Take events out of an activity")));
}

Result<void> setActivityLane(ReviewDocument &document, ActivityId activity, LaneId lane)
{
    const auto *before = findRecord<Activity>(document.contents(), activity);
    if (!before || (!lane.isNull() && !findRecord<Lane>(document.contents(), lane)))
        return goneFailure();
    Activity after = *before;
    after.laneId = lane;
    return replaceRecord(
        document, after,
        say(QT_TRANSLATE_NOOP("ActivityEdits", "Put an activity in another lane")));
}

Result<void> setActivityCollapsed(ReviewDocument &document, ActivityId activity, bool isCollapsed)
{
    const auto *before = findRecord<Activity>(document.contents(), activity);
    if (!before)
        return goneFailure();
    Activity after = *before;
    after.collapsed = isCollapsed;
    return replaceRecord(document, after,
                         isCollapsed
                             ? say(QT_TRANSLATE_NOOP("ActivityEdits", "Collapse an activity"))
                             : say(QT_TRANSLATE_NOOP("ActivityEdits", "Expand an activity")));
}

} // namespace SecondStory::Editing
