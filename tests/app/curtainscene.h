// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/zoneclock.h"
#include "support/testlibrary.h"

namespace SecondStory::Testing {

inline constexpr TimePoint kCurtainNoon{
    1'519'128'000'000'000
}; ///< 2018-02-20T12:00Z, 13:00 Paris

[[nodiscard]] inline TimePoint minute(int minutes)
{
    return { kCurtainNoon.us + minutes * 60'000'000LL };
}

/// A review of five dated events and one without a time; two people, a program, three lanes.
struct CurtainLibrary {
    TestLibrary t;
    ReviewId review;
    PersonId asha;
    PersonId bo;
    PersonId monitor;
    LaneId incident;
    LaneId hallway;
    LaneId alerts;
    QHash<QString, EventId> events;

    CurtainLibrary()
    {
        review = t.addReview();
        ChangeSet set;
        asha = addPerson(set, QStringLiteral("Asha"), PersonKind::Human);
        bo = addPerson(set, QStringLiteral("Bo"), PersonKind::Human);
        monitor = addPerson(set, QStringLiteral("monitor"), PersonKind::Bot);
        incident = addLane(set, QStringLiteral("#incident"), 0);
        hallway = addLane(set, QStringLiteral("Hallway"), 1);
        alerts = addLane(set, QStringLiteral("Alerts"), 2);
        addEvent(set, QStringLiteral("CPU high"), 5, alerts, monitor, EventKind::Alert);
        addEvent(set, QStringLiteral("hello"), 10, incident, asha, EventKind::Message);
        addEvent(set, QStringLiteral("told somebody"), 15, hallway, bo, EventKind::Observation);
        addEvent(set, QStringLiteral("I see it"), 20, incident, bo, EventKind::Message);
        addEvent(set, QStringLiteral("rolling back"), 40, incident, asha, EventKind::Message);
        addEvent(set, QStringLiteral("some day"), {}, incident, bo, EventKind::Message);
        if (!t.library->edits().apply(set))
            qFatal("the scene could not be stored");
    }

private:
    PersonId addPerson(ChangeSet &set, const QString &name, PersonKind kind) const
    {
        Person person;
        person.id = PersonId::create();
        person.reviewId = review;
        person.name = name;
        person.kind = kind;
        set.insert(person);
        return person.id;
    }
    LaneId addLane(ChangeSet &set, const QString &name, int position) const
    {
        Lane lane;
        lane.id = LaneId::create();
        lane.reviewId = review;
        lane.name = name;
        lane.position = position;
        lane.hue = position;
        set.insert(lane);
        return lane.id;
    }
    void addEvent(ChangeSet &set, const QString &title, std::optional<int> at, LaneId lane,
                  PersonId actor, EventKind kind)
    {
        Event event = ownEvent(review, title, at ? std::optional(minute(*at)) : std::nullopt);
        event.laneId = lane;
        event.actors = { actor };
        event.kind = kind;
        events.insert(title, event.id);
        set.insert(event);
    }
};

} // namespace SecondStory::Testing
