// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/eventfields.h"

#include "cli/removals.h"
#include "cli/words.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Cli {

namespace {

LaneId laneNamed(const ReviewContents &contents, const QString &name, ChangeSet &set)
{
    if (name.isEmpty())
        return {};
    int position = 0;
    for (const Lane &lane : contents.lanes) {
        if (lane.name == name)
            return lane.id;
        position = std::max(position, lane.position + 1);
    }
    Lane lane;
    lane.id = LaneId::create();
    lane.reviewId = contents.review.id;
    lane.name = name;
    lane.position = position;
    lane.hue = position % 8;
    set.insert(lane);
    return lane.id;
}

PersonId personNamed(const ReviewContents &contents, const QString &name, ChangeSet &set)
{
    for (const Person &person : contents.people) {
        if (person.name == name || person.pseudonym == name || person.handles.contains(name))
            return person.id;
    }
    Person person;
    person.id = PersonId::create();
    person.reviewId = contents.review.id;
    person.name = name;
    set.insert(person);
    return person.id;
}

Result<void> checkTimes(const EventFields &fields)
{
    if (fields.end && !fields.start)
        return failure(ErrorCode::Usage, tr("an end needs a start"), tr("give --from as well"));
    if (fields.end && fields.end->time < fields.start->time)
        return failure(ErrorCode::Usage, tr("the event ends before it starts"));
    if (fields.withoutTime && fields.start)
        return failure(ErrorCode::Usage, tr("a time is given and taken back at once"));
    if (fields.title && fields.title->trimmed().isEmpty())
        return failure(ErrorCode::Usage, tr("an event needs a title"));
    return {};
}

AssertedTime assertedFrom(const EventFields &fields)
{
    AssertedTime asserted;
    asserted.start = fields.start->time;
    if (fields.end)
        asserted.end = fields.end->time;
    asserted.certainty = fields.certainty.value_or(Certainty::Exact);
    if (asserted.certainty == Certainty::Between) {
        asserted.earliest = asserted.start;
        asserted.latest = asserted.end;
    }
    asserted.reason = fields.reason.value_or(QString());
    return asserted;
}

/// An own event keeps its time as recorded, unless it is stated with less than certainty.
void setOwnTime(Event &event, const EventFields &fields)
{
    const bool isCertain = fields.certainty.value_or(Certainty::Exact) == Certainty::Exact;
    event.recorded = recordedFrom(*fields.start, fields.end);
    event.asserted.reset();
    if (!isCertain)
        event.asserted = assertedFrom(fields);
}

void applyOwn(Event &event, const EventFields &fields)
{
    if (fields.title) {
        event.title = fields.title->simplified();
        event.caption.clear();
    }
    if (fields.text)
        event.text = *fields.text;
    if (fields.start)
        setOwnTime(event, fields);
    if (fields.withoutTime) {
        event.recorded = {};
        event.asserted.reset();
    }
}

void applyBesideEvidence(Event &event, const EventFields &fields, QStringList &remarks)
{
    if (fields.title) {
        const QString words = fields.title->simplified();
        event.caption = words == event.title ? QString() : words;
        remarks << tr("the evidence keeps its own title; yours stands beside it as a caption");
    }
    if (fields.start) {
        event.asserted = assertedFrom(fields);
        remarks << tr("the evidence keeps its recorded time; yours stands beside it");
    }
    if (fields.withoutTime)
        event.asserted.reset();
}

void applyShared(Event &event, const ReviewContents &contents, const EventFields &fields,
                 ChangeSet &set)
{
    if (fields.kind)
        event.kind = *fields.kind;
    if (fields.note)
        event.note = *fields.note;
    if (fields.starred)
        event.starred = *fields.starred;
    if (fields.grounds)
        event.grounds = *fields.grounds;
    if (fields.lane)
        event.laneId = laneNamed(contents, *fields.lane, set);
    if (fields.actors) {
        event.actors.clear();
        for (const QString &name : *fields.actors)
            event.actors << personNamed(contents, name, set);
    }
}

} // namespace

bool EventFields::isEmpty() const
{
    return !title && !text && !note && !lane && !actors && !kind && !start && !end && !certainty
        && !reason && !starred && !grounds && !withoutTime;
}

Result<EventEdit> newEvent(const ReviewContents &contents, const EventFields &fields, EventId id)
{
    if (!fields.title)
        return failure(ErrorCode::Usage, tr("an event needs a title"));
    if (auto sound = checkTimes(fields); !sound)
        return failure(sound.error());
    EventEdit edit;
    Event event;
    event.id = id;
    event.reviewId = contents.review.id;
    event.kind = EventKind::Observation;
    event.grounds = Grounds::Remembered;
    applyOwn(event, fields);
    applyShared(event, contents, fields, edit.set);
    edit.set.insert(event);
    return edit;
}

Result<EventEdit> editOf(const ReviewContents &contents, const Event &event,
                         const EventFields &fields)
{
    if (auto sound = checkTimes(fields); !sound)
        return failure(sound.error());
    if (event.isImported() && fields.text)
        return failure(ErrorCode::Refused, tr("what the evidence states cannot be changed"),
                       tr("write a note beside it with --note"));
    EventEdit edit;
    Event after = event;
    if (event.isImported())
        applyBesideEvidence(after, fields, edit.remarks);
    else
        applyOwn(after, fields);
    applyShared(after, contents, fields, edit.set);
    edit.set.update(event, after);
    return edit;
}

Result<EventEdit> removalOf(const ReviewContents &contents, const Event &event)
{
    if (event.isImported())
        return failure(ErrorCode::Refused, tr("imported evidence is not removed event by event"),
                       tr("take the whole source out instead"));
    EventEdit edit;
    removePointers(contents, event.id.value, edit.set);
    edit.set.remove(event);
    return edit;
}

} // namespace SecondStory::Cli
