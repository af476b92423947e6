// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/eventedits.h"
#include "editing/knownedits.h"
#include "editing/personedits.h"
#include "editing/reviewdocument.h"
#include "support/testlibrary.h"

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace SecondStory::Editing;
using namespace Qt::StringLiterals;

/// What the analyst states of who knew what, and how it is taken back.
class KnownEditsTest : public QObject {
    Q_OBJECT

    struct Bench {
        TestLibrary t;
        std::unique_ptr<ReviewDocument> document;
        EventId first;
        EventId second;
        EventId undated;
        PersonId asha;
        PersonId bo;

        Bench()
        {
            const ReviewId review = t.addReview();
            ChangeSet set;
            for (EventId *id : { &first, &second, &undated }) {
                Event event =
                    ownEvent(review, u"something"_s,
                             id == &undated
                                 ? std::nullopt
                                 : std::optional(TimePoint::fromSeconds(id == &first ? 100 : 200)));
                *id = event.id;
                set.insert(event);
            }
            if (!t.library->edits().apply(set))
                qFatal("the scene could not be stored");
            document = std::move(*ReviewDocument::open(*t.library, review));
            Person person;
            person.name = u"Asha"_s;
            asha = *addPerson(*document, person);
            person.name = u"Bo"_s;
            bo = *addPerson(*document, person);
            document->undoStack()->clear();
        }
        [[nodiscard]] const QList<KnownTo> &known() const { return document->contents().knownTo; }
        [[nodiscard]] std::optional<KnownTo> of(EventId event, PersonId person) const
        {
            for (const KnownTo &each : known()) {
                if (each.eventId == event && each.personId == person)
                    return each;
            }
            return {};
        }
    };

private slots:
    void severalEventsAreStatedForSeveralPeopleInOneStep()
    {
        const Bench b;
        VERIFY_RESULT(
            stateKnown(*b.document, { b.first, b.second }, { b.asha, b.bo }, {}, u"told"_s));
        QCOMPARE(b.known().size(), 4);
        QCOMPARE(b.of(b.first, b.asha)->since, TimePoint::fromSeconds(100));
        QCOMPARE(b.of(b.second, b.bo)->since, TimePoint::fromSeconds(200));
        QCOMPARE(b.of(b.second, b.bo)->note, u"told"_s);
        QCOMPARE(b.document->undoStack()->count(), 1);
        b.document->undoStack()->undo();
        QVERIFY(b.known().isEmpty());
        b.document->undoStack()->redo();
        QCOMPARE(b.known().size(), 4);
    }

    void aLaterStatementTakesTheEarlierOnesPlace()
    {
        const Bench b;
        VERIFY_RESULT(stateKnown(*b.document, { b.first }, { b.asha }, {}));
        const KnownToId id = b.known().first().id;
        VERIFY_RESULT(stateKnown(*b.document, { b.first }, { b.asha },
                                 KnownSince::at(TimePoint::fromSeconds(150)), u"heard"_s));
        QCOMPARE(b.known().size(), 1);
        QCOMPARE(b.known().first().id, id);
        QCOMPARE(b.known().first().since, TimePoint::fromSeconds(150));
        VERIFY_RESULT(stateKnown(*b.document, { b.first }, { b.asha }, KnownSince::notDuring()));
        QVERIFY(!b.known().first().since);
        QCOMPARE(b.document->undoStack()->count(), 3);
        VERIFY_RESULT(stateKnown(*b.document, { b.first }, { b.asha }, KnownSince::notDuring()));
        QCOMPARE(b.document->undoStack()->count(), 3); // it says so already
        b.document->undoStack()->undo();
        QCOMPARE(b.known().first().since, TimePoint::fromSeconds(150));
        QCOMPARE(b.known().first().note, u"heard"_s);
    }

    void itIsChangedAndTakenBack()
    {
        const Bench b;
        VERIFY_RESULT(stateKnown(*b.document, { b.first }, { b.asha, b.bo }, {}));
        const KnownToId id = b.of(b.first, b.asha)->id;
        VERIFY_RESULT(changeKnown(*b.document, id, std::nullopt, u"on a plane"_s));
        QVERIFY(!b.of(b.first, b.asha)->since);
        QCOMPARE(b.of(b.first, b.asha)->note, u"on a plane"_s);
        VERIFY_RESULT(withdrawKnown(*b.document, { id }));
        QVERIFY(!b.of(b.first, b.asha));
        QVERIFY(b.of(b.first, b.bo));
        const auto again = withdrawKnown(*b.document, { id });
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::NotFound);
        b.document->undoStack()->undo();
        QCOMPARE(b.of(b.first, b.asha)->note, u"on a plane"_s);
    }

    void anUndatedEventNeedsATimeOfItsOwn()
    {
        const Bench b;
        const auto refused = stateKnown(*b.document, { b.first, b.undated }, { b.asha }, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::BadInput);
        QVERIFY(b.known().isEmpty());
        VERIFY_RESULT(stateKnown(*b.document, { b.undated }, { b.asha }, KnownSince::notDuring()));
        VERIFY_RESULT(stateKnown(*b.document, { b.undated }, { b.bo },
                                 KnownSince::at(TimePoint::fromSeconds(7))));
        QCOMPARE(b.known().size(), 2);
        QVERIFY(!stateKnown(*b.document, {}, { b.asha }, {}));
        QVERIFY(!stateKnown(*b.document, { b.first }, {}, {}));
        QVERIFY(!stateKnown(*b.document, { b.first }, { PersonId::create() }, {}));
    }

    void itGoesWithItsEventAndComesBackWithIt()
    {
        const Bench b;
        VERIFY_RESULT(stateKnown(*b.document, { b.first }, { b.asha }, {}));
        VERIFY_RESULT(removeOwnEvents(*b.document, { b.first }));
        QVERIFY(b.known().isEmpty());
        b.document->undoStack()->undo();
        QCOMPARE(b.known().size(), 1);
    }

    void itIsThereAfterTheReviewIsOpenedAgain()
    {
        Bench b;
        VERIFY_RESULT(stateKnown(*b.document, { b.first }, { b.asha },
                                 KnownSince::at(TimePoint::fromSeconds(130)), u"paged"_s));
        const ReviewId id = b.document->id();
        b.document = std::move(*ReviewDocument::open(*b.t.library, id));
        QCOMPARE(b.of(b.first, b.asha)->since, TimePoint::fromSeconds(130));
        QCOMPARE(b.of(b.first, b.asha)->note, u"paged"_s);
    }
};

QTEST_GUILESS_MAIN(KnownEditsTest)
#include "tst_knownedits.moc"
