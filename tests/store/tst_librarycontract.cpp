// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testlibrary.h"

#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;

/// What every engine's library has to do. Runs on SQLite; the other engine gets the same suite.
class LibraryContractTest : public QObject {
    Q_OBJECT

private slots:
    void aNewLibraryIsEmptyAndSound()
    {
        TestLibrary t;
        const auto info = t.library->info();
        VERIFY_RESULT(info);
        QCOMPARE(info->reviews, 0);
        QCOMPARE(info->events, 0);
        QCOMPARE_GT(info->schemaVersion, 0);
        const auto findings = t.library->check();
        VERIFY_RESULT(findings);
        QCOMPARE(*findings, QStringList());
    }

    void creatingNeverReplacesAFile()
    {
        TestLibrary t;
        const auto again = Store::Library::create(t.path());
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Refused);
    }

    void everyRecordComesBackAsItWasStored()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        Factor factor{ FactorId::create(),
                       0,
                       review,
                       u"Alerts arrive in hundreds"_s,
                       u"note"_s,
                       FactorKind::Signal,
                       Level::Systems,
                       Phase::During,
                       Polarity::Hindered,
                       Confidence::Corroborated,
                       u"on-call"_s,
                       -12.5,
                       40.0,
                       true };
        Factor other = factor;
        other.id = FactorId::create();
        other.polarity = Polarity::Helped;
        Influence influence{
            InfluenceId::create(),     0,      review, factor.id, other.id, InfluenceKind::Masked,
            InfluenceStatus::Disputed, u"n"_s, u"c"_s
        };
        Person person{ PersonId::create(),
                       0,
                       review,
                       u"asha.k"_s,
                       u"on-call"_s,
                       u"Asha"_s,
                       PersonKind::Bot,
                       { u"U1"_s, u"a \"b\""_s },
                       u"x"_s };
        Lane lane{ LaneId::create(), 0, review, u"#incident"_s, 3, 2, true, false };
        Event event = ownEvent(review, u"Rolled back"_s);
        event.recorded.end = TimePoint{ event.recorded.start->us + 5 };
        event.recorded.text = u"~14:17"_s;
        event.recorded.approximate = true;
        event.asserted = AssertedTime{ TimePoint{ 7 },  TimePoint{ 9 },     TimePoint{ 1 },
                                       TimePoint{ 12 }, Certainty::Between, u"because"_s };
        event.laneId = lane.id;
        event.actors = { person.id };
        event.starred = true;
        Moment moment;
        moment.id = MomentId::create();
        moment.reviewId = review;
        moment.title = u"Is it the cache?"_s;
        moment.start = TimePoint{ 99 };
        moment.people = { person.id };
        moment.events = { event.id };
        Section section{ SectionId::create(), 0, review, u"What happened"_s, u"First para."_s, 1 };
        Claim claim{
            ClaimId::create(), 0, review, section.id, u"It was slow"_s, ClaimStatus::Told
        };
        Question question{ QuestionId::create(),
                           0,
                           review,
                           u"How was it noticed?"_s,
                           {},
                           QuestionStatus::Open,
                           { TargetKind::Event, event.id.value } };
        Question general{ QuestionId::create(),   0, review, u"What is normal?"_s, {},
                          QuestionStatus::Parked, {} };
        Learning learning{ LearningId::create(), 0, review, u"Hand-offs"_s, u"everyone"_s, 4 };
        Action action{ ActionId::create(),   0,  review,        factor.id,
                       u"Group alerts"_s,    {}, u"platform"_s, u"2026-05-01"_s,
                       ActionStatus::Agreed, 2 };
        TimeMark mark{ TimeMarkId::create(), 0, review, u"hand-off"_s, TimePoint{ 5 },
                       TimePoint{ 8 } };
        EvidenceLink link{ EvidenceLinkId::create(),
                           0,
                           review,
                           { TargetKind::Factor, factor.id.value },
                           event.id,
                           u"shows"_s };
        Code code;
        code.id = CodeId::create();
        code.key = u"X99"_s;
        code.name = u"Test code"_s;
        Pressure pressure{ PressureId::create(),
                           0,
                           review,
                           code.id,
                           u"Launch"_s,
                           {},
                           Phase::Before | Phase::During,
                           Polarity::Helped,
                           Confidence::Documented };
        Coding coding{ CodingId::create(),
                       0,
                       review,
                       code.id,
                       { TargetKind::Factor, factor.id.value },
                       Phase::After,
                       Polarity::Hindered };
        ChangeSet set;
        set.insert(code)
            .insert(person)
            .insert(lane)
            .insert(factor)
            .insert(other)
            .insert(influence)
            .insert(event)
            .insert(moment);
        set.insert(section)
            .insert(claim)
            .insert(question)
            .insert(general)
            .insert(learning)
            .insert(action)
            .insert(mark)
            .insert(link);
        set.insert(pressure).insert(coding);
        const auto applied = t.library->edits().apply(set);
        VERIFY_RESULT(applied);

        const auto contents = t.library->reviews().load(review);
        VERIFY_RESULT(contents);
        const auto stored = [](auto record) {
            record.version = 1;
            return record;
        };
        QCOMPARE(contents->people, QList{ stored(person) });
        QCOMPARE(contents->lanes, QList{ stored(lane) });
        QCOMPARE(contents->factors, (QList{ stored(factor), stored(other) }));
        QCOMPARE(contents->influences, QList{ stored(influence) });
        QCOMPARE(contents->moments, QList{ stored(moment) });
        QCOMPARE(contents->sections, QList{ stored(section) });
        QCOMPARE(contents->claims, QList{ stored(claim) });
        QCOMPARE(contents->questions, (QList{ stored(question), stored(general) }));
        QCOMPARE(contents->learnings, QList{ stored(learning) });
        QCOMPARE(contents->actions, QList{ stored(action) });
        QCOMPARE(contents->marks, QList{ stored(mark) });
        QCOMPARE(contents->evidenceLinks, QList{ stored(link) });
        QCOMPARE(contents->pressures, QList{ stored(pressure) });
        QCOMPARE(contents->codings, QList{ stored(coding) });
        const auto events = t.library->events().byId({ event.id });
        VERIFY_RESULT(events);
        QCOMPARE(*events, QList{ stored(event) });
    }

    void whatTheTimelineKeepsComesBackAsItWasStored()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        Person person;
        person.id = PersonId::create();
        person.reviewId = review;
        person.name = u"Jo"_s;
        LaneGroup group{ LaneGroupId::create(), 0, review, u"Chat"_s, 3, true };
        Lane lane{ LaneId::create(), 0, review, u"#incident"_s, 3, 2, false, false };
        lane.pinned = true;
        lane.stretch = 1.75;
        lane.groupId = group.id;
        Event event = ownEvent(review, u"Rolled back"_s);
        event.grounds = Grounds::Inferred;
        Moment moment;
        moment.id = MomentId::create();
        moment.reviewId = review;
        moment.title = u"Is it the cache?"_s;
        Account account;
        account.id = AccountId::create();
        account.reviewId = review;
        account.momentId = moment.id;
        account.people = { person.id };
        for (const AccountField &field : kAccountFields)
            account.*field.text = toString(field.aspect);
        Account other = account;
        other.id = AccountId::create();
        other.people.clear();
        Contradiction differ{ ContradictionId::create(), 0,        review, account.id, other.id,
                              AccountAspect::Options,    u"how?"_s };
        Activity activity{ ActivityId::create(), 0,    review, u"Searching"_s, lane.id,
                           { event.id },         false };
        SavedView view{ SavedViewId::create(),
                        0,
                        review,
                        u"First hour"_s,
                        1,
                        TimePoint{ -5 },
                        TimePoint{ 5 },
                        { u"decision"_s },
                        { lane.id },
                        true,
                        u"pool"_s };
        KnownTo known{ KnownToId::create(), 0,        review, event.id, person.id,
                       TimePoint{ 9 },      u"read"_s };
        KnownTo never = known;
        never.id = KnownToId::create();
        never.since.reset();
        StatedDuration duration{
            StatedDurationId::create(), 0,         review,        FramePoint::Detected,
            FramePoint::Mitigated,      1'000'000, u"a second"_s, event.id
        };
        ChangeSet set;
        set.insert(person).insert(group).insert(lane).insert(event).insert(moment);
        set.insert(account).insert(other).insert(differ).insert(activity).insert(view);
        set.insert(known).insert(never).insert(duration);
        VERIFY_RESULT(t.library->edits().apply(set));

        const auto contents = t.library->reviews().load(review);
        VERIFY_RESULT(contents);
        const auto stored = [](auto record) {
            record.version = 1;
            return record;
        };
        QCOMPARE(contents->laneGroups, QList{ stored(group) });
        QCOMPARE(contents->lanes, QList{ stored(lane) });
        QCOMPARE(contents->moments, QList{ stored(moment) });
        QCOMPARE(contents->accounts, (QList{ stored(account), stored(other) }));
        QCOMPARE(contents->contradictions, QList{ stored(differ) });
        QCOMPARE(contents->activities, QList{ stored(activity) });
        QCOMPARE(contents->savedViews, QList{ stored(view) });
        QCOMPARE(contents->knownTo, (QList{ stored(known), stored(never) }));
        QCOMPARE(contents->statedDurations, QList{ stored(duration) });
        const auto table = t.library->events().table(review);
        VERIFY_RESULT(table);
        QCOMPARE(table->rows.size(), size_t(1));
        QVERIFY(table->rows[0].flags & EventRow::Inferred);
        VERIFY_RESULT(t.library->reviews().remove(review));
        QVERIFY(!t.library->reviews().load(review));
    }

    void aStaleWriteIsRefusedWithBothTexts()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        const Event event = ownEvent(review, u"First wording"_s);
        ChangeSet set;
        set.insert(event);
        auto applied = t.library->edits().apply(set);
        VERIFY_RESULT(applied);
        Event stored = *std::get<RecordChange<Event>>(applied->changes[0]).after;
        Event theirs = stored;
        theirs.title = u"Their wording"_s;
        VERIFY_RESULT(t.library->edits().apply(ChangeSet().update(stored, theirs)));
        Event mine = stored;
        mine.title = u"My wording"_s;
        const auto refused = t.library->edits().apply(ChangeSet().update(stored, mine));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY(refused.error().detail.contains(u"Their wording"));
        QVERIFY(refused.error().detail.contains(u"My wording"));
        QCOMPARE(t.library->events().byId({ event.id })->first().title, u"Their wording"_s);
    }

    void aFailingChangeLeavesNothingOfItsSet()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        Factor factor;
        factor.id = FactorId::create();
        factor.reviewId = review;
        factor.title = u"A"_s;
        Influence toItself{
            InfluenceId::create(),     0,  review, factor.id, factor.id, InfluenceKind::FedBack,
            InfluenceStatus::Proposed, {}, {}
        };
        const auto applied = t.library->edits().apply(ChangeSet().insert(factor).insert(toItself));
        QVERIFY(!applied);
        QCOMPARE(applied.error().code, ErrorCode::BadInput);
        QCOMPARE(t.library->reviews().load(review)->factors.size(), 0);
    }

    void whatEvidenceStatesCannotBeChanged()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        const Event event = importOne(t, review, u"Disk full on db-1"_s);
        Event rewritten = event;
        rewritten.title = u"Nothing happened"_s;
        const auto refused = t.library->edits().apply(ChangeSet().update(event, rewritten));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Refused);
        QVERIFY(!t.library->edits().apply(ChangeSet().remove(event)));
        Event annotated = event;
        annotated.caption = u"The disk of the first database"_s;
        annotated.starred = true;
        VERIFY_RESULT(t.library->edits().apply(ChangeSet().update(event, annotated)));
    }

    void searchFindsWhatWasAddedAndForgetsWhatWentAway()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        importOne(t, review, u"Disk full on db-1"_s);
        Factor factor;
        factor.id = FactorId::create();
        factor.reviewId = review;
        factor.title = u"Nobody watches the disk"_s;
        auto applied = t.library->edits().apply(ChangeSet().insert(factor));
        VERIFY_RESULT(applied);
        QCOMPARE(t.library->search().search(u"disk"_s, {}, 10)->size(), 2);
        QCOMPARE(t.library->search().search(u"dis"_s, review, 10)->size(), 2);
        QCOMPARE(t.library->search().search(u"disk \" OR *"_s, {}, 10)->size(), 0);
        factor = *std::get<RecordChange<Factor>>(applied->changes[0]).after;
        VERIFY_RESULT(t.library->edits().apply(ChangeSet().remove(factor)));
        QCOMPARE(t.library->search().search(u"disk"_s, {}, 10)->size(), 1);
        QCOMPARE(*t.library->check(), QStringList());
    }

    void anImportThatIsNotFinishedLeavesNothing()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        {
            const SourceId source = SourceId::create();
            auto writer = t.library->sources().beginImport(review, source);
            VERIFY_RESULT(writer);
            Lane lane;
            lane.id = LaneId::create();
            lane.reviewId = review;
            lane.name = u"half"_s;
            VERIFY_RESULT((*writer)->addLane(lane));
            for (int i = 0; i < 30'000; ++i) {
                Event event = ownEvent(review, u"half %1"_s.arg(i));
                event.sourceId = source;
                event.laneId = lane.id;
                VERIFY_RESULT((*writer)->add(event));
            }
            // Half of it is stored already, and nobody sees it; somebody else can write.
            QVERIFY(t.library->reviews().load(review)->lanes.isEmpty());
            QVERIFY(t.library->reviews().load(review)->sources.isEmpty());
            QVERIFY(t.library->events().table(review)->rows.empty());
            VERIFY_RESULT(
                t.library->edits().apply(ChangeSet().insert(ownEvent(review, u"meanwhile"_s))));
            // While it runs, nothing is taken for left behind.
            VERIFY_RESULT(t.library->sources().discardUnfinished());
            VERIFY_RESULT((*writer)->add([&] {
                Event event = ownEvent(review, u"one more"_s);
                event.sourceId = source;
                return event;
            }()));
        }
        QCOMPARE(t.library->info()->events, 1);
        QCOMPARE(t.library->search().search(u"half"_s, {}, 10)->size(), 0);
        VERIFY_RESULT(t.library->sources().discardUnfinished());
        QCOMPARE(t.library->search().search(u"meanwhile"_s, {}, 10)->size(), 1);
        QCOMPARE(*t.library->check(), QStringList());
        VERIFY_RESULT(t.library->reviews().remove(review));
        QCOMPARE(t.library->info()->events, 0);
        QCOMPARE(t.library->info()->sources, 0);
        QCOMPARE(*t.library->check(), QStringList());
    }

    void anEventOfALaneThatIsNotThereIsRefused()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        Event event = ownEvent(review, u"nowhere"_s);
        event.laneId = LaneId::create();
        {
            EvidenceSource source;
            source.id = event.sourceId = SourceId::create();
            source.reviewId = review;
            auto writer = t.library->sources().beginImport(review, source.id);
            VERIFY_RESULT(writer);
            VERIFY_RESULT((*writer)->add(event));
            const auto done = (*writer)->finish(source);
            QVERIFY(!done);
            QCOMPARE(done.error().code, ErrorCode::BadInput);
        }
        QCOMPARE(t.library->info()->events, 0);
        // An import looks at its lanes itself; afterwards the library looks at every row again.
        event.sourceId = {};
        QVERIFY(!t.library->edits().apply(ChangeSet().insert(event)));
    }

    void removingAReviewRemovesEverythingOfIt()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        importOne(t, review, u"Disk full on db-1"_s);
        VERIFY_RESULT(t.library->reviews().remove(review));
        QCOMPARE(t.library->info()->reviews, 0);
        QCOMPARE(t.library->info()->events, 0);
        QCOMPARE(t.library->search().search(u"disk"_s, {}, 10)->size(), 0);
        QCOMPARE(*t.library->check(), QStringList());
    }

    void undatedEventsStayUndatedAndComeLast()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        VERIFY_RESULT(t.library->edits().apply(ChangeSet()
                                                   .insert(ownEvent(review, u"no time"_s, {}))
                                                   .insert(ownEvent(review, u"timed"_s))));
        const auto table = t.library->events().table(review);
        VERIFY_RESULT(table);
        QCOMPARE(table->rows.size(), 1U);
        QCOMPARE(table->undated.size(), 1U);
        QStringList order;
        VERIFY_RESULT(t.library->events().visit({ .review = review }, [&](const Event &event) {
            order << event.title;
            return true;
        }));
        QCOMPARE(order, (QStringList{ u"timed"_s, u"no time"_s }));
    }

    void aBackupIsAWholeLibrary()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        importOne(t, review, u"Disk full"_s);
        const QString copy = t.file(u"copy.sslib"_s);
        VERIFY_RESULT(t.library->backup(copy, {}));
        QVERIFY(!t.library->backup(copy, {}));
        auto opened = Store::Library::open(copy);
        VERIFY_RESULT(opened);
        QCOMPARE((*opened)->info()->events, 1);
        QCOMPARE(*(*opened)->check(), QStringList());
    }

    void aForeignOrNewerFileIsRefusedAndLeftAsItIs()
    {
        TestLibrary t;
        const QString foreign = t.file(u"letter.txt"_s);
        QFile file(foreign);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Dear all,");
        file.close();
        const auto opened = Store::Library::open(foreign);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::BadInput);
        QVERIFY(!QFile::exists(foreign + u"-wal"_s));

        const QString newer = t.file(u"newer.sslib"_s);
        VERIFY_RESULT(t.library->backup(newer, {}));
        QFile patched(newer);
        QVERIFY(patched.open(QIODevice::ReadWrite));
        patched.seek(60);
        patched.write(QByteArray::fromHex("00000fff"));
        patched.seek(0);
        const QByteArray before = patched.readAll();
        patched.close();
        QVERIFY(!Store::Library::open(newer));
        QVERIFY(patched.open(QIODevice::ReadOnly));
        QCOMPARE(patched.readAll(), before);
    }

    void aReviewIsFoundByIdPrefixOrTitle()
    {
        TestLibrary t;
        const ReviewId review = t.addReview(u"One"_s);
        QCOMPARE(*t.library->reviews().find(u"One"_s), review);
        QCOMPARE(*t.library->reviews().find(review.toString()), review);
        QCOMPARE(t.library->reviews().find(u"Two"_s).error().code, ErrorCode::NotFound);
        t.addReview(u"One"_s);
        QCOMPARE(t.library->reviews().find(u"One"_s).error().code, ErrorCode::Usage);
    }

private:
    static Event importOne(TestLibrary &t, ReviewId review, const QString &title)
    {
        Event event = ownEvent(review, title);
        event.sourceId = SourceId::create();
        event.version = 1;
        EvidenceSource source;
        source.id = event.sourceId;
        source.version = 1;
        source.reviewId = review;
        source.fileName = u"alerts.csv"_s;
        source.imported = source.read = 1;
        auto writer = t.library->sources().beginImport(review, source.id);
        if (!writer || !(*writer)->add(event) || !(*writer)->keepBytes("bytes")
            || !(*writer)->finish(source))
            qFatal("import failed");
        return event;
    }
};

QTEST_GUILESS_MAIN(LibraryContractTest)
#include "tst_librarycontract.moc"
