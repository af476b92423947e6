// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/eventedits.h"

#include "editing/recordedits.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace SecondStory::Editing {

namespace {

Error errorOf(ErrorCode code, QString what, QString hint = {})
{
    Error error;
    error.code = code;
    error.what = std::move(what);
    error.hint = std::move(hint);
    return error;
}

QString say(const char *text, int count = -1)
{
    return QCoreApplication::translate("EventEdits", text, nullptr, count);
}

Error endsTooEarly()
{
    return errorOf(ErrorCode::BadInput,
                   say(QT_TRANSLATE_NOOP("EventEdits", "an event cannot end before it begins")));
}

/// One change set in which every event becomes what `change` makes of it.
Result<void> changeAll(ReviewDocument &document, const QList<EventId> &events, const QString &text,
                       const std::function<Result<void>(Event &)> &change,
                       MergeId merge = MergeId::None)
{
    ChangeSet set;
    for (const EventId id : events) {
        const auto before = document.event(id);
        if (!before)
            return goneFailure();
        Event after = *before;
        if (const auto done = change(after); !done)
            return failure(done.error());
        if (after != *before)
            set.update(*before, after);
    }
    return set.isEmpty() ? Result<void>{} : document.perform(set, text, merge);
}

void shift(std::optional<TimePoint> &time, qint64 by)
{
    if (time)
        time->us = std::clamp(time->us + by, kEarliestTime.us, kLatestTime.us);
}

void shiftEvent(Event &event, qint64 by)
{
    shift(event.recorded.start, by);
    shift(event.recorded.end, by);
    if (event.asserted) {
        std::optional<TimePoint> start = event.asserted->start;
        shift(start, by);
        event.asserted->start = *start;
        shift(event.asserted->end, by);
        shift(event.asserted->earliest, by);
        shift(event.asserted->latest, by);
    }
    event.recorded.text.clear();
}

/// Moments, activities and stated durations lose the removed events, which may be some of several;
/// what speaks of one event alone goes with it.
void leaveOthers(ChangeSet &set, const ReviewContents &contents, const QSet<EventId> &events)
{
    const auto isGone = [&](EventId id) { return events.contains(id); };
    for (const SameAs &same : contents.sameAs) {
        if (isGone(same.first) || isGone(same.second))
            set.remove(same);
    }
    for (const Moment &moment : contents.moments) {
        Moment after = moment;
        if (after.events.removeIf(isGone) > 0)
            set.update(moment, after);
    }
    for (const KnownTo &known : contents.knownTo) {
        if (isGone(known.eventId))
            set.remove(known);
    }
    for (const StatedDuration &stated : contents.statedDurations) {
        if (!isGone(stated.eventId))
            continue;
        StatedDuration after = stated;
        after.eventId = {};
        set.update(stated, after);
    }
    QSet<TargetRef> gone;
    for (const EventId id : events)
        gone.insert({ TargetKind::Event, id.value });
    QList<Activity> emptied;
    for (const Activity &activity : contents.activities) {
        Activity after = activity;
        if (after.events.removeIf(isGone) == 0)
            continue;
        if (after.events.isEmpty()) {
            emptied.append(activity);
            gone.insert({ TargetKind::Activity, activity.id.value });
        } else {
            set.update(activity, after);
        }
    }
    releaseTargets(contents, gone, set, events);
    for (const Activity &activity : std::as_const(emptied))
        set.remove(activity);
}

} // namespace

std::optional<Error> reasonNotToRetime(const Event &event)
{
    if (!event.isImported())
        return {};
    return errorOf(
        ErrorCode::Refused,
        say(QT_TRANSLATE_NOOP("EventEdits",
                              "this event is evidence, and evidence keeps the time it states")),
        say(QT_TRANSLATE_NOOP("EventEdits", "assert another time beside it")));
}

Result<EventId> addEvent(ReviewDocument &document, const NewEvent &wanted)
{
    if (wanted.title.trimmed().isEmpty())
        return failure(ErrorCode::BadInput,
                       say(QT_TRANSLATE_NOOP("EventEdits", "an event needs a few words")));
    if (wanted.end && *wanted.end < wanted.start)
        return failure(endsTooEarly());
    Event event;
    event.id = EventId::create();
    event.reviewId = document.id();
    event.recorded.start = wanted.start;
    event.recorded.end = wanted.end;
    event.recorded.zone = document.clock().zoneId();
    event.recorded.basis = TimeBasis::Absolute;
    event.title = wanted.title.simplified();
    event.kind = wanted.kind;
    event.laneId = wanted.lane;
    event.grounds = wanted.grounds;
    ChangeSet set;
    set.insert(event);
    const auto done = document.perform(set, say(QT_TRANSLATE_NOOP("EventEdits", "Add event")));
    if (!done)
        return failure(done.error());
    return event.id;
}

Result<void> retimeEvents(ReviewDocument &document, const QList<EventId> &events,
                          qint64 byMicroseconds, MergeId merge)
{
    return changeAll(
        document, events,
        say(QT_TRANSLATE_N_NOOP("EventEdits", "Move %n event(s)"), static_cast<int>(events.size())),
        [&](Event &event) -> Result<void> {
            if (const auto reason = reasonNotToRetime(event))
                return failure(*reason);
            shiftEvent(event, byMicroseconds);
            return {};
        },
        merge);
}

Result<void> setDuration(ReviewDocument &document, EventId id, TimePoint start,
                         std::optional<TimePoint> end)
{
    if (end && *end < start)
        return failure(endsTooEarly());
    const std::optional<TimePoint> last = end && *end > start ? end : std::nullopt;
    return changeAll(document, { id }, say(QT_TRANSLATE_NOOP("EventEdits", "Change duration")),
                     [&](Event &event) -> Result<void> {
                         if (const auto reason = reasonNotToRetime(event))
                             return failure(*reason);
                         event.recorded.start = start;
                         event.recorded.end = last;
                         event.recorded.text.clear();
                         if (event.recorded.basis == TimeBasis::None)
                             event.recorded.basis = TimeBasis::Absolute;
                         if (event.asserted) {
                             event.asserted->start = start;
                             event.asserted->end = last;
                         }
                         return {};
                     });
}

Result<void> setAssertedTime(ReviewDocument &document, EventId event, const AssertedTime &time)
{
    return setAssertedTime(document, QList<EventId>{ event }, time);
}

Result<void> setAssertedTime(ReviewDocument &document, const QList<EventId> &events,
                             const AssertedTime &time)
{
    if (time.end && *time.end < time.start)
        return failure(endsTooEarly());
    return changeAll(document, events, say(QT_TRANSLATE_NOOP("EventEdits", "Assert a time")),
                     [&](Event &event) -> Result<void> {
                         event.asserted = time;
                         return {};
                     });
}

Result<void> clearAssertedTime(ReviewDocument &document, const QList<EventId> &events)
{
    return changeAll(document, events,
                     say(QT_TRANSLATE_N_NOOP("EventEdits", "Use the recorded time of %n event(s)"),
                         static_cast<int>(events.size())),
                     [](Event &event) -> Result<void> {
                         event.asserted.reset();
                         return {};
                     });
}

Result<void> setKind(ReviewDocument &document, const QList<EventId> &events, EventKind kind)
{
    return changeAll(document, events,
                     say(QT_TRANSLATE_N_NOOP("EventEdits", "Change the kind of %n event(s)"),
                         static_cast<int>(events.size())),
                     [kind](Event &event) -> Result<void> {
                         event.kind = kind;
                         return {};
                     });
}

Result<void> setLane(ReviewDocument &document, const QList<EventId> &events, LaneId lane)
{
    return changeAll(document, events,
                     say(QT_TRANSLATE_N_NOOP("EventEdits", "Put %n event(s) in another lane"),
                         static_cast<int>(events.size())),
                     [lane](Event &event) -> Result<void> {
                         event.laneId = lane;
                         return {};
                     });
}

Result<void> setCaption(ReviewDocument &document, EventId id, const QString &caption)
{
    const QString words = caption.simplified();
    return changeAll(
        document, { id }, say(QT_TRANSLATE_NOOP("EventEdits", "Word an event")),
        [&](Event &event) -> Result<void> {
            // Words of evidence may hold more than one blank in a row: to leave them is no edit.
            if (words == event.displayTitle().simplified())
                return {};
            if (event.isImported()) {
                event.caption = words == event.title.simplified() ? QString() : words;
                return {};
            }
            if (words.isEmpty())
                return failure(ErrorCode::BadInput,
                               say(QT_TRANSLATE_NOOP("EventEdits", "an event needs a few words")));
            event.title = words;
            event.caption.clear();
            return {};
        });
}

Result<void> setStarred(ReviewDocument &document, const QList<EventId> &events, bool isStarred)
{
    const QString text = isStarred
        ? say(QT_TRANSLATE_N_NOOP("EventEdits", "Star %n event(s)"),
              static_cast<int>(events.size()))
        : say(QT_TRANSLATE_N_NOOP("EventEdits", "Take the star from %n event(s)"),
              static_cast<int>(events.size()));
    return changeAll(document, events, text, [isStarred](Event &event) -> Result<void> {
        event.starred = isStarred;
        return {};
    });
}

Result<void> removeOwnEvents(ReviewDocument &document, const QList<EventId> &events)
{
    ChangeSet set;
    const QSet<EventId> gone(events.begin(), events.end());
    leaveOthers(set, document.contents(), gone);
    for (const EventId id : gone) {
        const auto event = document.event(id);
        if (!event)
            return goneFailure();
        if (event->isImported())
            return failure(
                ErrorCode::Refused,
                say(QT_TRANSLATE_NOOP("EventEdits",
                                      "imported evidence stays; remove its source instead")));
        set.remove(*event);
    }
    if (events.isEmpty())
        return {};
    return document.perform(set,
                            say(QT_TRANSLATE_N_NOOP("EventEdits", "Remove %n event(s)"),
                                static_cast<int>(events.size())));
}

} // namespace SecondStory::Editing
