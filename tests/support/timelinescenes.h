// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timeline/timelinemodel.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <cmath>

namespace SecondStory::Testing {

inline constexpr qint64 kSceneStart = 1'519'110'000'000'000; ///< 2018-02-20T07:00:00Z
inline constexpr qint64 kSceneMinute = 60'000'000;

inline QList<Lane> sceneLanes(int count)
{
    static constexpr std::array names{ u"Deploys",     u"#incident",   u"Alerts",
                                       u"On-call",     u"People away", u"Support desk",
                                       u"Status page", u"Database",    u"Checkout",
                                       u"Search",      u"Payments",    u"Change board",
                                       u"Vendor",      u"#general",    u"Metrics" };
    QList<Lane> lanes;
    for (int i = 0; i < count; ++i) {
        Lane lane;
        lane.id = LaneId::create();
        lane.name = QString::fromUtf16(names[static_cast<size_t>(i) % names.size()]);
        lane.position = i;
        lane.hue = i % 8;
        lanes.append(lane);
    }
    return lanes;
}

inline QString sceneTitle(qint64 seq)
{
    static constexpr std::array words{ u"Roll back to 0.9",
                                       u"Is it the cache?",
                                       u"p99 latency above 2 s",
                                       u"checkout 5xx rate 12 %",
                                       u"Paging the database on-call",
                                       u"Deploy 0.9.1 to canary",
                                       u"Anyone else seeing timeouts?",
                                       u"Connection pool exhausted",
                                       u"Let us try draining one node first",
                                       u"Support: customers cannot pay",
                                       u"Replica lag 340 s",
                                       u"Config change reviewed" };
    return QString::fromUtf16(words[static_cast<size_t>(seq) % words.size()]);
}

inline QList<Event> sceneEvents(const QList<qint64> &seqs)
{
    QList<Event> events;
    for (const qint64 seq : seqs) {
        Event event;
        event.id = EventId{ QUuid(static_cast<uint>(seq), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1) };
        event.title = sceneTitle(seq);
        if (seq % 9 == 4) {
            event.asserted = AssertedTime{};
            event.asserted->start = { 0 };
        }
        events.append(event);
    }
    return events;
}

/// A day with quiet hours and two bursts, or three days when there are very many.
inline Ui::TimelineContent sceneContent(int count, int laneCount, quint32 seed = 4)
{
    QRandomGenerator random(seed);
    Ui::TimelineContent content;
    content.lanes = sceneLanes(laneCount);
    content.zone = QStringLiteral("Europe/Paris");
    content.fetch = sceneEvents;
    for (const Lane &lane : std::as_const(content.lanes))
        content.events.lanes.append(lane.id);
    const double minutes = count > 1'000 ? 3 * 1440 : 5 * 60;
    static constexpr std::array kinds{
        EventKind::Change,    EventKind::Message, EventKind::Alert,    EventKind::Decision,
        EventKind::Absence,   EventKind::Action,  EventKind::Page,     EventKind::Observation,
        EventKind::Statement, EventKind::Log,     EventKind::Milestone
    };
    for (int i = 0; i < count; ++i) {
        const double burst = random.generateDouble();
        const double spread = (random.generateDouble() + random.generateDouble() - 1) * 0.08;
        const double at = burst < 0.25 ? 0.42 + spread
            : burst < 0.4              ? 0.63 + spread / 2
                                       : random.generateDouble();
        EventRow row;
        row.seq = i + 1;
        row.start = kSceneStart
            + static_cast<qint64>(std::clamp(at, 0.0, 1.0) * minutes) * kSceneMinute
            + random.bounded(60'000'000);
        row.lane = static_cast<quint16>(random.bounded(laneCount));
        row.kind = count > 1'000
            ? kinds[static_cast<size_t>(random.bounded(static_cast<int>(kinds.size())))]
            : kinds[static_cast<size_t>(row.lane) % kinds.size()];
        row.end = row.start;
        if (row.kind == EventKind::Absence && (count < 1'000 || random.bounded(20) == 0))
            row.end += random.bounded(40, 140) * kSceneMinute;
        row.flags = random.bounded(6) == 0 ? EventRow::Own : 0;
        if (random.bounded(count > 1'000 ? 400 : 8) == 0)
            row.flags |= EventRow::Starred;
        if (random.bounded(7) == 0)
            row.flags |= EventRow::Approximate;
        if (random.bounded(7) == 0)
            row.flags |= EventRow::AssumedTime;
        content.events.rows.push_back(row);
    }
    std::sort(content.events.rows.begin(), content.events.rows.end(),
              [](const EventRow &a, const EventRow &b) {
                  return a.start != b.start ? a.start < b.start : a.seq < b.seq;
              });
    const auto at = [&](double share) {
        return TimePoint{ kSceneStart + static_cast<qint64>(share * minutes) * kSceneMinute };
    };
    content.frame.began = at(0.38);
    content.frame.detected = at(0.42);
    content.frame.declared = at(0.47);
    content.frame.resolved = at(0.71);
    TimeMark mark;
    mark.id = TimeMarkId::create();
    mark.name = QStringLiteral("“Is it the cache?”");
    mark.start = at(0.52);
    mark.end = at(0.58);
    content.marks.append(mark);
    return content;
}

/// One event of every certainty and of all grounds, in two lanes, and some without a time.
inline Ui::TimelineContent uncertainContent()
{
    Ui::TimelineContent content = sceneContent(0, 3);
    QList<Event> events;
    const auto at = [](int minutes) { return TimePoint{ kSceneStart + minutes * kSceneMinute }; };
    const auto add = [&](int lane, int start, int lasting, Certainty certainty, int spread,
                         Grounds grounds, EventKind kind, const QString &title) {
        Event event;
        event.id = EventId::create();
        event.title = title;
        event.kind = kind;
        event.grounds = grounds;
        event.asserted = AssertedTime{};
        event.asserted->start = at(start);
        event.asserted->certainty = certainty;
        if (lasting > 0)
            event.asserted->end = at(start + lasting);
        if (spread > 0 && certainty != Certainty::After)
            event.asserted->earliest = at(start - spread);
        if (spread > 0 && certainty != Certainty::Before)
            event.asserted->latest = at(start + lasting + spread);
        content.events.rows.push_back(rowOf(event, events.size() + 1, static_cast<quint16>(lane)));
        events.append(event);
    };
    using C = Certainty;
    using G = Grounds;
    using K = EventKind;
    add(0, 70, 0, C::Exact, 0, G::Documented, K::Change, QStringLiteral("Deploy 0.9.1"));
    add(0, 110, 0, C::About, 8, G::Remembered, K::Decision, QStringLiteral("About: roll back"));
    add(0, 160, 0, C::Between, 14, G::Inferred, K::Action, QStringLiteral("Between two looks"));
    add(0, 215, 0, C::Before, 16, G::Remembered, K::Alert, QStringLiteral("Before the page"));
    add(0, 255, 0, C::After, 16, G::Inferred, K::Observation, QStringLiteral("After the call"));
    add(1, 60, 45, C::Exact, 0, G::Documented, K::Absence, QStringLiteral("Database lead away"));
    add(1, 125, 40, C::About, 12, G::Remembered, K::Absence, QStringLiteral("Lunch, about"));
    add(1, 190, 50, C::Between, 20, G::Inferred, K::Absence, QStringLiteral("Queue was full"));
    add(2, 90, 0, C::Exact, 0, G::Documented, K::Statement, QStringLiteral("“Is it the cache?”"));
    add(2, 150, 0, C::About, 10, G::Remembered, K::Message, QStringLiteral("“I think so”"));
    for (int i = 0; i < 3; ++i) {
        EventRow row;
        row.seq = 500 + i;
        content.events.undated.push_back(row);
    }
    std::sort(content.events.rows.begin(), content.events.rows.end(),
              [](const EventRow &a, const EventRow &b) { return a.start < b.start; });
    content.frame.began = at(65);
    content.frame.resolved = at(270);
    content.marks.clear();
    content.fetch = [events](const QList<qint64> &seqs) {
        QList<Event> found;
        for (const qint64 seq : seqs)
            found.append(seq <= events.size() ? events[seq - 1] : Event());
        return found;
    };
    return content;
}

/// Names nobody thinks of when drawing: very long, right to left, stacked marks, no spaces.
inline Ui::TimelineContent unusualNames()
{
    Ui::TimelineContent content = sceneContent(24, 5);
    static const QStringList names{
        QStringLiteral("A lane whose name goes on for longer than anybody would ever want to read"),
        QStringLiteral("\u05ea\u05e7\u05dc\u05d4 \u05d1\u05e7\u05d5\u05e4\u05d4"),
        QStringLiteral("Z\u0351\u0327\u0310a\u0334\u0301lg\u0328o\u0321"),
        QStringLiteral("\u6545\u969c\u306e\u8a18\u9332"),
        QStringLiteral("Rechtsschutzversicherungsgesellschaftenverzeichnisdienst"),
    };
    for (qsizetype i = 0; i < content.lanes.size(); ++i)
        content.lanes[i].name = names[i];
    content.fetch = [](const QList<qint64> &seqs) {
        QList<Event> events = sceneEvents(seqs);
        for (qsizetype i = 0; i < events.size(); ++i)
            events[i].title = names[static_cast<qsizetype>(seqs[i]) % names.size()];
        return events;
    };
    return content;
}

} // namespace SecondStory::Testing
