// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/castsigns.h"
#include "support/testlibrary.h"

using namespace SecondStory;
using namespace SecondStory::Analysis;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;

/// Who shows where is found in the store, without holding its events.
class CastSignsTest : public QObject {
    Q_OBJECT

    TestLibrary t;
    ReviewId m_review;
    LaneId m_chat;
    LaneId m_alerts;
    QList<Person> m_people;
    QHash<QString, EventFact> m_events;

    void addPerson(const QString &name, const QStringList &handles, PersonKind kind, ChangeSet &set)
    {
        Person person;
        person.id = PersonId::create();
        person.reviewId = m_review;
        person.name = name;
        person.handles = handles;
        person.kind = kind;
        m_people << person;
        set.insert(person);
    }
    void addEvent(const QString &title, std::optional<int> second, LaneId lane, int actor,
                  const QString &text, ChangeSet &set)
    {
        Event event =
            ownEvent(m_review, title,
                     second ? std::optional(TimePoint::fromSeconds(*second)) : std::nullopt);
        event.laneId = lane;
        event.text = text;
        if (actor >= 0)
            event.actors << m_people[actor].id;
        m_events.insert(title, { 0, event.effectiveStart(), lane });
        set.insert(event);
    }
    [[nodiscard]] const PersonSigns &signsOf(const CastSigns &signs, int person) const
    {
        return *signs.value(m_people[person].id);
    }

private slots:
    void initTestCase()
    {
        m_review = t.addReview();
        const ReviewId other = t.addReview(u"another"_s);
        ChangeSet set;
        for (LaneId *id : { &m_chat, &m_alerts }) {
            Lane lane;
            lane.id = *id = LaneId::create();
            lane.reviewId = m_review;
            lane.name = u"lane"_s;
            set.insert(lane);
        }
        addPerson(u"Asha Rao"_s, { u"asha.rao"_s }, PersonKind::Human, set);
        addPerson(u"Bo"_s, { u"bo"_s, u"bo-the-builder"_s }, PersonKind::Human, set);
        addPerson(u"monitor"_s, {}, PersonKind::Bot, set);
        addEvent(u"hello"_s, 100, m_chat, 0, {}, set);
        addEvent(u"ping"_s, 120, m_chat, 0, u"could @bo look, or bo-the-builder"_s, set);
        addEvent(u"pages Asha Rao"_s, 90, m_alerts, 2, {}, set);
        addEvent(u"Rao and Asha are not together"_s, 80, m_alerts, 2, {}, set);
        addEvent(u"hallway"_s, 110, {}, 1, {}, set);
        addEvent(u"some day"_s, {}, m_chat, 1, {}, set);
        Event foreign = ownEvent(other, u"asha.rao elsewhere"_s);
        set.insert(foreign);
        VERIFY_RESULT(t.library->edits().apply(set));
        VERIFY_RESULT(t.library->events().visitNumbered({ .review = m_review },
                                                        [this](const Event &event, qint64 seq) {
                                                            m_events[event.title].seq = seq;
                                                            return true;
                                                        }));
    }

    void signsAreFoundByActorAndByName()
    {
        const auto signs =
            Services::gatherSigns(*t.library, m_review, m_people, [] { return false; });
        VERIFY_RESULT(signs);
        QCOMPARE(signs->size(), 2); // a program knows nothing
        const PersonSigns &asha = signsOf(*signs, 0);
        QVERIFY(asha.isAuthor(m_events[u"hello"_s].seq));
        QVERIFY(asha.isNamed(m_events[u"pages Asha Rao"_s].seq));
        QVERIFY(!asha.isNamed(m_events[u"Rao and Asha are not together"_s].seq));
        QCOMPARE(asha.joined().value(m_chat), TimePoint::fromSeconds(100));
        QCOMPARE(asha.joined().value(m_alerts), TimePoint::fromSeconds(90));
        QCOMPARE(asha.size(), size_t(3));
        const PersonSigns &bo = signsOf(*signs, 1);
        QVERIFY(bo.isNamed(m_events[u"ping"_s].seq));
        QVERIFY(bo.isAuthor(m_events[u"some day"_s].seq));
        QCOMPARE(bo.joined().value(m_chat), TimePoint::fromSeconds(120)); // undated says no time
        QCOMPARE(bo.joined().size(), 1);
        QCOMPARE(bo.loose().size(), size_t(1));
        QCOMPARE(bo.loose().front().seq, m_events[u"hallway"_s].seq);
    }

    void itStopsWhenItIsNoLongerWanted()
    {
        int asked = 0;
        const auto signs = Services::gatherSigns(*t.library, m_review, m_people, [&asked] {
            ++asked;
            return true;
        });
        QVERIFY(!signs);
        QCOMPARE(signs.error().code, ErrorCode::Cancelled);
        QVERIFY2(asked <= 4, qPrintable(QString::number(asked))); // not once for each event
    }

    void theEarlierOfTwoStatementsCounts()
    {
        QList<Event> found;
        VERIFY_RESULT(t.library->events().visit({ .review = m_review }, [&](const Event &event) {
            found << event;
            return found.isEmpty();
        }));
        const Event &event = found.first();
        const auto statement = [&](std::optional<TimePoint> since) {
            return KnownTo{ KnownToId::create(), 0, m_review, event.id, m_people[0].id, since, {} };
        };
        const auto stated = Services::gatherStatements(
            *t.library,
            { statement(std::nullopt), statement(TimePoint::fromSeconds(9)),
              statement(TimePoint::fromSeconds(5)), statement(std::nullopt) });
        VERIFY_RESULT(stated);
        const KnownStatements &own = (*stated)[m_people[0].id];
        QCOMPARE(own.size(), 1);
        QCOMPARE(own.cbegin()->since, TimePoint::fromSeconds(5));
        QCOMPARE(own.cbegin()->event.seq, m_events[event.title].seq);
    }
};

QTEST_GUILESS_MAIN(CastSignsTest)
#include "tst_castsigns.moc"
