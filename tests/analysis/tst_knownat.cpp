// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/castknowledge.h"
#include "analysis/knownorder.h"
#include "analysis/mentions.h"
#include "domain/zoneclock.h"

#include <QRandomGenerator>
#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Analysis;
using namespace Qt::StringLiterals;

namespace {

constexpr TimePoint kNoon{ 1'519'128'000'000'000 };
using Kind = PersonSigns::Kind;

TimePoint at(int minutes)
{
    return { kNoon.us + minutes * 60'000'000LL };
}

/// A small review: lanes A and B, events by number, three people of whom two share a role.
struct World {
    LaneId a = LaneId::create();
    LaneId b = LaneId::create();
    QList<Person> people;
    QHash<PersonId, std::shared_ptr<PersonSigns>> signs;
    QHash<PersonId, KnownStatements> stated;
    QList<EventFact> events;

    PersonId person(const QString &name, const QString &role, PersonKind kind = PersonKind::Human)
    {
        Person person;
        person.id = PersonId::create();
        person.name = name;
        person.role = role;
        person.kind = kind;
        people << person;
        signs.insert(person.id, std::make_shared<PersonSigns>());
        return person.id;
    }
    EventFact event(std::optional<int> minute, LaneId lane)
    {
        events << EventFact{ events.size() + 1, minute ? std::optional(at(*minute)) : std::nullopt,
                             lane };
        return events.last();
    }
    void state(PersonId person, const EventFact &event, std::optional<TimePoint> since)
    {
        stated[person].insert(event.seq, { event, since });
    }
    [[nodiscard]] CastKnowledge knowledge() const
    {
        CastSigns done;
        for (auto it = signs.cbegin(); it != signs.cend(); ++it) {
            auto copy = std::make_shared<PersonSigns>(**it);
            copy->finish();
            done.insert(it.key(), copy);
        }
        return { people, done, stated };
    }
    [[nodiscard]] EventTable table() const
    {
        EventTable table;
        for (const EventFact &event : events) {
            EventRow row;
            row.seq = event.seq;
            row.start = row.end = event.start.value_or(TimePoint{}).us;
            row.lane = table.laneIndex(event.lane);
            table.insert(row, event.start.has_value());
        }
        return table;
    }
};

Eyes eyesOf(PersonId person)
{
    return { Eyes::Kind::Person, person, {} };
}

/// Many events, signs and statements, whatever they may mean.
World randomWorld(quint32 seed)
{
    QRandomGenerator random(seed);
    World world;
    for (int i = 0; i < 4; ++i)
        world.person(u"p%1"_s.arg(i), i < 2 ? u"on-call"_s : u"lead"_s);
    for (int i = 0; i < 120; ++i) {
        const int lane = random.bounded(3);
        const auto minute =
            random.bounded(12) == 0 ? std::nullopt : std::optional(random.bounded(90));
        const EventFact event = world.event(minute,
                                            lane == 0       ? world.a
                                                : lane == 1 ? world.b
                                                            : LaneId());
        for (const Person &person : std::as_const(world.people)) {
            if (random.bounded(25) == 0)
                world.signs[person.id]->add(random.bounded(2) ? Kind::Author : Kind::Mention,
                                            event);
            if (random.bounded(30) == 0)
                world.state(person.id, event,
                            random.bounded(3) == 0 ? std::nullopt
                                                   : std::optional(at(random.bounded(100))));
        }
    }
    return world;
}

} // namespace

class KnownAtTest : public QObject {
    Q_OBJECT

    static QString wordsOf(const Known &known)
    {
        return toString(known.basis)
            + (known.since ? u" %1"_s.arg((known.since->us - kNoon.us) / 60'000'000) : u" -"_s);
    }

private slots:
    void aNameIsFoundAsAWholeWord_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isNamed");
        QTest::newRow("name") << u"could Asha Rao look"_s << true;
        QTest::newRow("any case") << u"thanks ASHA RAO!"_s << true;
        QTest::newRow("handle") << u"paging @asha.rao now"_s << true;
        QTest::newRow("id of a chat") << u"<U0554401D2> joined"_s << true;
        QTest::newRow("inside a word") << u"xasha.rao"_s << false;
        QTest::newRow("longer word") << u"asha.raoul"_s << false;
        QTest::newRow("part of the name") << u"asha said so"_s << false;
        QTest::newRow("short handle called") << u"ask @jo about it"_s << true;
        QTest::newRow("short handle as a word") << u"jo wrote"_s << false;
        QTest::newRow("second place counts") << u"xasha.rao, asha.rao"_s << true;
        QTest::newRow("nothing") << QString() << false;
    }
    void aNameIsFoundAsAWholeWord()
    {
        QFETCH(QString, text);
        Person person;
        person.name = u"Asha Rao"_s;
        person.handles = { u"@asha.rao"_s, u"U0554401D2"_s, u"jo"_s, u"  "_s, u"!"_s };
        const Mentions mentions(person);
        QCOMPARE(mentions.names().size(), 4);
        QTEST(mentions.isIn(text), "isNamed");
    }

    void theFirstBasisThatHoldsCounts_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("asha");
        QTest::addColumn<QString>("bo");
        QTest::addColumn<QString>("role");
        QTest::newRow("before one came")
            << 0 << u"channel 10"_s << u"unknown -"_s << u"channel 10"_s;
        QTest::newRow("wrote it") << 1 << u"author 10"_s << u"unknown -"_s << u"author 10"_s;
        QTest::newRow("named in it")
            << 2 << u"channel 20"_s << u"mentioned 20"_s << u"mentioned 20"_s;
        QTest::newRow("after one came")
            << 3 << u"channel 30"_s << u"channel 30"_s << u"channel 30"_s;
        QTest::newRow("elsewhere") << 4 << u"unknown -"_s << u"unknown -"_s << u"unknown -"_s;
        QTest::newRow("wrote it in no lane")
            << 5 << u"unknown -"_s << u"author 25"_s << u"author 25"_s;
        QTest::newRow("no lane is no channel")
            << 6 << u"unknown -"_s << u"unknown -"_s << u"unknown -"_s;
        QTest::newRow("undated") << 7 << u"unknown -"_s << u"unknown -"_s << u"unknown -"_s;
        QTest::newRow("undated, stated") << 8 << u"stated 40"_s << u"unknown -"_s << u"stated 40"_s;
        QTest::newRow("wrote it, stated later")
            << 9 << u"stated 50"_s << u"channel 35"_s << u"channel 35"_s;
        QTest::newRow("stated: not during")
            << 10 << u"stated -"_s << u"channel 36"_s << u"channel 36"_s;
        QTest::newRow("known before it happened")
            << 11 << u"stated 1"_s << u"unknown -"_s << u"stated 1"_s;
        QTest::newRow("not during, and nobody else")
            << 12 << u"stated -"_s << u"unknown -"_s << u"stated -"_s;
    }
    void theFirstBasisThatHoldsCounts()
    {
        QFETCH(int, which);
        World w;
        const PersonId asha = w.person(u"Asha"_s, u"On-call"_s);
        const PersonId bo = w.person(u"Bo"_s, u" on-call"_s);
        w.event(5, w.a);
        w.signs[asha]->add(Kind::Author, w.event(10, w.a));
        w.signs[bo]->add(Kind::Mention, w.event(20, w.a));
        w.event(30, w.a);
        w.event(15, w.b);
        w.signs[bo]->add(Kind::Author, w.event(25, {}));
        w.event(26, {});
        w.signs[asha]->add(Kind::Author, w.event({}, w.a));
        w.state(asha, w.event({}, w.b), at(40));
        const EventFact late = w.event(35, w.a);
        w.signs[asha]->add(Kind::Author, late);
        w.state(asha, late, at(50));
        w.state(asha, w.event(36, w.a), std::nullopt);
        w.state(asha, w.event(45, w.b), at(1));
        w.state(asha, w.event(46, w.b), std::nullopt);
        const CastKnowledge knowledge = w.knowledge();
        const EventFact event = w.events.at(which);
        QTEST(wordsOf(knowledge.viewpoint(eyesOf(asha)).known(event)), "asha");
        // Before Bo is named at 20 the lane says nothing yet, but then it does of what stands
        // there.
        const Known bos = knowledge.viewpoint(eyesOf(bo)).known(event);
        if (which <= 1)
            QCOMPARE(wordsOf(bos), u"channel 20"_s);
        else
            QTEST(wordsOf(bos), "bo");
        QCOMPARE(knowledge.roles(), QStringList{ u"On-call"_s });
        QTEST(wordsOf(knowledge.viewpoint({ Eyes::Kind::Role, {}, u"ON-CALL"_s }).known(event)),
              "role");
    }

    void aProgramKnowsNothing()
    {
        World w;
        const PersonId bot = w.person(u"monitor"_s, u"alerting"_s, PersonKind::Bot);
        const PersonId asha = w.person(u"Asha"_s, u"lead"_s);
        const EventFact alert = w.event(5, w.a);
        w.signs[bot]->add(Kind::Author, alert);
        const CastKnowledge knowledge = w.knowledge();
        QCOMPARE(knowledge.people().size(), 1);
        QCOMPARE(knowledge.roles(), QStringList{ u"lead"_s });
        QVERIFY(!knowledge.has(eyesOf(bot)));
        const Viewpoint cast = knowledge.viewpoint(Eyes{});
        QVERIFY(!cast.since(alert));
        QCOMPARE(sightAt(knowledge.viewpoint(eyesOf(asha)), cast, alert, at(60)), Sight::Unsaid);
        QCOMPARE(sightAt(knowledge.viewpoint(eyesOf(asha)), cast, alert, at(1)), Sight::NotYet);
    }

    void whatOnlyOthersKnewIsNotYetKnownAndWhatNobodyKnewIsUnsaid()
    {
        World w;
        const PersonId asha = w.person(u"Asha"_s, {});
        const PersonId bo = w.person(u"Bo"_s, {});
        const EventFact his = w.event(5, w.a);
        w.signs[bo]->add(Kind::Author, his);
        const EventFact nobodys = w.event(6, w.b);
        const EventFact kept = w.event(7, w.b);
        w.state(asha, kept, std::nullopt);
        const EventFact undated = w.event({}, w.a);
        const CastKnowledge knowledge = w.knowledge();
        const Viewpoint eyes = knowledge.viewpoint(eyesOf(asha));
        const Viewpoint cast = knowledge.viewpoint(Eyes{});
        QCOMPARE(sightAt(eyes, cast, his, at(60)), Sight::NotYet);
        QCOMPARE(sightAt(eyes, cast, nobodys, at(60)), Sight::Unsaid);
        QCOMPARE(sightAt(eyes, cast, kept, at(60)), Sight::NotYet);
        QCOMPARE(sightAt(eyes, cast, undated, at(60)), Sight::Unsaid);
        QCOMPARE(sightAt(cast, cast, his, at(5)), Sight::Known);
        QCOMPARE(sightAt(cast, cast, kept, at(60)), Sight::NotYet);
    }

    void anHourThatComesTwiceIsTwoHours()
    {
        // 2026-10-25 in Paris: 02:30 at summer time, then 02:30 again at winter time.
        const ZoneClock paris(u"Europe/Paris"_s);
        const auto reading = paris.fromLocal({ 2026, 10, 25, 2, 30 });
        QVERIFY(reading.inFold);
        World w;
        const PersonId asha = w.person(u"Asha"_s, {});
        w.events << EventFact{ 1, reading.time, w.a }
                 << EventFact{ 2, TimePoint{ reading.time.us + 3'600'000'000 }, w.a };
        QCOMPARE(paris.clockText(*w.events[0].start), paris.clockText(*w.events[1].start));
        w.signs[asha]->add(Kind::Author, w.events[0]);
        const CastKnowledge knowledge = w.knowledge();
        const Viewpoint eyes = knowledge.viewpoint(eyesOf(asha));
        QCOMPARE(sightAt(eyes, eyes, w.events[0], reading.time), Sight::Known);
        QCOMPARE(sightAt(eyes, eyes, w.events[1], reading.time), Sight::NotYet);
        const KnownOrder order(w.table());
        QCOMPARE(order.countKnown(eyes, reading.time), 1);
        QCOMPARE(order.next(eyes, reading.time), w.events[1].start);
    }

    void advancingTheTimeNeverMakesAKnownEventUnknown()
    {
        for (quint32 seed = 1; seed <= 12; ++seed) {
            const World world = randomWorld(seed);
            const CastKnowledge knowledge = world.knowledge();
            const Viewpoint cast = knowledge.viewpoint(Eyes{});
            const Viewpoint eyes = knowledge.viewpoint(eyesOf(world.people[0].id));
            QSet<qint64> known;
            for (int minute = -1; minute <= 101; ++minute) {
                for (const EventFact &event : world.events) {
                    const bool isKnown = sightAt(eyes, cast, event, at(minute)) == Sight::Known;
                    QVERIFY(isKnown || !known.contains(event.seq));
                    if (isKnown)
                        known.insert(event.seq);
                }
            }
            QVERIFY(!known.isEmpty() && known.size() < world.events.size());
        }
    }

    void theQuickAnswersAgreeWithTheWholeOnes()
    {
        for (quint32 seed = 1; seed <= 12; ++seed) {
            const World world = randomWorld(seed);
            const CastKnowledge knowledge = world.knowledge();
            const Viewpoint cast = knowledge.viewpoint(Eyes{});
            const KnownOrder order(world.table());
            QCOMPARE(order.size(), world.events.size());
            for (const Eyes &eyes : { Eyes{}, eyesOf(world.people[2].id),
                                      Eyes{ Eyes::Kind::Role, {}, u"on-call"_s } }) {
                const Viewpoint view = knowledge.viewpoint(eyes);
                std::map<qint64, QSet<qint64>> learned;
                for (const EventFact &event : world.events) {
                    QCOMPARE(view.since(event), view.known(event).since);
                    if (const auto since = view.since(event))
                        learned[since->us].insert(event.seq);
                }
                checkOrder(order, view, learned);
                for (int minute = 0; minute <= 100; minute += 9)
                    checkCounts(world, order, view, cast, at(minute));
            }
        }
    }

private:
    static void checkOrder(const KnownOrder &order, const Viewpoint &view,
                           const std::map<qint64, QSet<qint64>> &learned)
    {
        std::optional<TimePoint> time = kEarliestTime;
        for (const auto &[us, seqs] : learned) {
            time = order.next(view, *time);
            QCOMPARE(time, std::optional(TimePoint{ us }));
            const QList<qint64> told = order.learnedAt(view, *time, 1'000);
            QCOMPARE(QSet<qint64>(told.begin(), told.end()), seqs);
        }
        QVERIFY(!order.next(view, *time));
        time = kLatestTime;
        for (auto it = learned.rbegin(); it != learned.rend(); ++it) {
            time = order.previous(view, *time);
            QCOMPARE(time, std::optional(TimePoint{ it->first }));
        }
        QVERIFY(!order.previous(view, *time));
    }
    static void checkCounts(const World &world, const KnownOrder &order, const Viewpoint &view,
                            const Viewpoint &cast, TimePoint time)
    {
        qsizetype known = 0;
        qsizetype unsaid = 0;
        for (const EventFact &event : world.events) {
            const Sight sight = sightAt(view, cast, event, time);
            known += sight == Sight::Known ? 1 : 0;
            unsaid += sight == Sight::Unsaid && event.start ? 1 : 0;
        }
        QCOMPARE(order.countKnown(view, time), known);
        QCOMPARE(order.countUnsaid(view, cast, time), unsaid);
    }
};

QTEST_GUILESS_MAIN(KnownAtTest)
#include "tst_knownat.moc"
