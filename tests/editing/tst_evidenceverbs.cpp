// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/codingedits.h"
#include "editing/factoredits.h"
#include "editing/personedits.h"
#include "editing/pressureedits.h"
#include "editing/questionedits.h"
#include "editing/reviewdocument.h"
#include "editing/reviewedits.h"
#include "editing/sourceedits.h"
#include "importing/importerregistry.h"
#include "services/importservice.h"
#include "support/testlibrary.h"

#include <QFile>
#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Editing;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kAlerts = "time,title,actor\n"
                           "2026-03-12T13:00:00Z,first,asha.k\n"
                           "2026-03-12T13:05:00Z,second,asha\n"
                           "2026-03-12T13:09:00Z,third,bo\n";

/// A review with one imported source of three events by three spellings.
struct Fixture {
    TestLibrary library;
    ReviewId review = library.addReview();
    std::unique_ptr<ReviewDocument> document;

    Fixture()
    {
        QFile file(library.file(u"alerts.csv"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(kAlerts) < 0)
            qFatal("no test file");
        file.close();
        const Importing::ImporterRegistry registry;
        Services::ImportRequest request;
        request.path = file.fileName();
        request.review = review;
        const auto outcome = Services::ImportService(*library.library, registry).run(request);
        if (!outcome)
            qFatal("%s", qPrintable(outcome.error().toString()));
        document = std::move(*ReviewDocument::open(*library.library, review));
    }
    [[nodiscard]] const Person *person(const QString &name) const
    {
        for (const Person &p : document->contents().people) {
            if (p.name == name)
                return &p;
        }
        return nullptr;
    }
    [[nodiscard]] QList<PersonId> actorsOf(size_t row) const
    {
        return document->eventBySeq(document->events().rows.at(row).seq)->actors;
    }
    [[nodiscard]] EventId firstEvent() const
    {
        return document->eventBySeq(document->events().rows.at(0).seq)->id;
    }
    [[nodiscard]] CodeId code(qsizetype i) const
    {
        return library.library->reviews().codes()->at(i).id;
    }
};

} // namespace

class EvidenceVerbsTest : public QObject {
    Q_OBJECT

private slots:
    void aRemovedSourceTakesItsEventsAlongAndComesBack()
    {
        const Fixture f;
        const SourceId source = f.document->contents().sources[0].id;
        VERIFY_RESULT(removeSource(*f.document, source));
        QVERIFY(f.document->contents().sources[0].removed);
        QCOMPARE(f.document->events().size(), 0);
        f.document->undoStack()->undo();
        QCOMPARE(f.document->events().size(), 3);
        VERIFY_RESULT(removeSource(*f.document, source));
        VERIFY_RESULT(putBackSource(*f.document, source));
        QCOMPARE(f.document->events().size(), 3);
        QCOMPARE(f.document->undoStack()->undoText(), u"Put back alerts.csv"_s);
        QVERIFY(!removeSource(*f.document, SourceId::create()));
    }

    void mergingTwoPeopleIsOneStepAndUndoBringsBothBack()
    {
        const Fixture f;
        const PersonId kept = f.person(u"asha.k"_s)->id;
        const PersonId gone = f.person(u"asha"_s)->id;
        Moment moment;
        moment.id = MomentId::create();
        moment.reviewId = f.review;
        moment.title = u"Is it the cache?"_s;
        moment.people = { gone };
        VERIFY_RESULT(f.document->perform(ChangeSet().insert(moment), u"Add moment"_s));
        const int steps = f.document->undoStack()->count();

        VERIFY_RESULT(mergePeople(*f.document, kept, gone));
        QCOMPARE(f.document->undoStack()->count(), steps + 1);
        QCOMPARE(f.document->contents().people.size(), 2);
        QCOMPARE(f.person(u"asha.k"_s)->handles, QStringList{ u"asha"_s });
        QCOMPARE(f.actorsOf(1), QList{ kept });
        QCOMPARE(f.document->contents().moments[0].people, QList{ kept });

        f.document->undoStack()->undo();
        QCOMPARE(f.document->contents().people.size(), 3);
        QCOMPARE(f.actorsOf(1), QList{ gone });
        QCOMPARE(f.document->contents().moments[0].people, QList{ gone });
        QVERIFY(f.person(u"asha.k"_s)->handles.isEmpty());
    }

    void mergingReachesTheEventsOfARemovedSourceWithoutShowingThem()
    {
        const Fixture f;
        const PersonId kept = f.person(u"asha.k"_s)->id;
        const SourceId source = f.document->contents().sources[0].id;
        // Somebody the analyst has worked on stays when the source goes.
        for (const QString &name : { u"asha.k"_s, u"asha"_s }) {
            Person known = *f.person(name);
            known.role = u"on call"_s;
            VERIFY_RESULT(editPerson(*f.document, known));
        }
        VERIFY_RESULT(removeSource(*f.document, source));
        VERIFY_RESULT(mergePeople(*f.document, kept, f.person(u"asha"_s)->id));
        QCOMPARE(f.document->events().size(), 0);
        VERIFY_RESULT(putBackSource(*f.document, source));
        QCOMPARE(f.actorsOf(1), QList{ kept });
    }

    void peopleAndLanesOfARemovedSourceAreOutOfSightUntilItIsBack()
    {
        const Fixture f;
        const SourceId source = f.document->contents().sources[0].id;
        const auto people = f.document->contents().people;
        const auto lanes = f.document->contents().lanes;
        QVERIFY(f.person(u"asha"_s));
        VERIFY_RESULT(removeSource(*f.document, source));
        QVERIFY(!f.person(u"asha"_s));
        QVERIFY(f.document->contents().lanes.size() < lanes.size());
        f.document->undoStack()->undo();
        QCOMPARE(f.document->contents().people, people);
        QCOMPARE(f.document->contents().lanes, lanes);
    }

    void aPersonIsAddedAndReworded()
    {
        const Fixture f;
        Person person;
        person.name = u"  Chen "_s;
        const auto id = addPerson(*f.document, person);
        VERIFY_RESULT(id);
        Person after = *f.person(u"Chen"_s);
        after.role = u"database lead"_s;
        after.kind = PersonKind::Group;
        VERIFY_RESULT(editPerson(*f.document, after));
        QCOMPARE(f.person(u"Chen"_s)->displayName(), u"database lead"_s);
        f.document->undoStack()->undo();
        QVERIFY(f.person(u"Chen"_s)->role.isEmpty());
        f.document->undoStack()->undo();
        QVERIFY(!f.person(u"Chen"_s));
        QCOMPARE(addPerson(*f.document, Person{}).error().code, ErrorCode::BadInput);
    }

    void aPressureGoesWithItsEvidenceAndComesBackWithIt()
    {
        const Fixture f;
        Pressure pressure;
        pressure.codeId = f.code(0);
        pressure.title = u"Launch on Monday"_s;
        const auto id = addPressure(*f.document, pressure, { f.firstEvent() });
        VERIFY_RESULT(id);
        VERIFY_RESULT(applyCode(*f.document, f.code(1), { { TargetKind::Pressure, id->value } }));
        Pressure after = f.document->contents().pressures[0];
        after.phases = Phase::Before | Phase::During;
        VERIFY_RESULT(editPressure(*f.document, after));
        QCOMPARE(f.document->contents().pressures[0].phases, Phase::Before | Phase::During);

        const TargetRef target{ TargetKind::Pressure, id->value };
        VERIFY_RESULT(addQuestion(*f.document, u"Who set the date?"_s, target));
        VERIFY_RESULT(removePressures(*f.document, { *id }));
        QVERIFY(f.document->contents().questions.first().about.isNull());
        QVERIFY(f.document->contents().pressures.isEmpty());
        QVERIFY(f.document->contents().evidenceLinks.isEmpty());
        QVERIFY(f.document->contents().codings.isEmpty());
        f.document->undoStack()->undo();
        QCOMPARE(f.document->contents().pressures.size(), 1);
        QCOMPARE(f.document->contents().evidenceLinks.size(), 1);
        QCOMPARE(f.document->contents().codings.size(), 1);
        QCOMPARE(addPressure(*f.document, Pressure{}).error().code, ErrorCode::BadInput);
    }

    void aCodeIsPutOnATargetOnceAndTakenOff()
    {
        const Fixture f;
        const QList<TargetRef> targets{ { TargetKind::Event, f.firstEvent().value } };
        VERIFY_RESULT(applyCode(*f.document, f.code(2), targets, Phase::During));
        VERIFY_RESULT(applyCode(*f.document, f.code(2), targets));
        QCOMPARE(f.document->contents().codings.size(), 1);
        QCOMPARE(f.document->undoStack()->count(), 1);
        VERIFY_RESULT(removeCoding(*f.document, f.document->contents().codings[0].id));
        QVERIFY(f.document->contents().codings.isEmpty());
        f.document->undoStack()->undo();
        QCOMPARE(f.document->contents().codings[0].phases, Phases(Phase::During));
    }

    void theHeadOfAReviewIsEditedAndUndone()
    {
        const Fixture f;
        ReviewDocument &d = *f.document;
        VERIFY_RESULT(setStatus(d, ReviewStatus::Soaking));
        VERIFY_RESULT(setDepth(d, ReviewDepth::Deep));
        VERIFY_RESULT(setZone(d, u"Europe/Lisbon"_s));
        QCOMPARE(d.clock().zoneId(), u"Europe/Lisbon"_s);
        QCOMPARE(setZone(d, u"Europe/Atlantis"_s).error().code, ErrorCode::BadInput);
        QCOMPARE(setTitle(d, u" "_s).error().code, ErrorCode::BadInput);
        VERIFY_RESULT(setFrameTime(d, FramePoint::Detected, TimePoint::fromSeconds(1'000)));
        VERIFY_RESULT(setFrameTime(d, FramePoint::Detected, TimePoint::fromSeconds(1'001)));
        QCOMPARE(d.undoStack()->count(), 4);
        QCOMPARE(timeOf(d.contents().review.frame, FramePoint::Detected),
                 TimePoint::fromSeconds(1'001));
        d.undoStack()->undo();
        QVERIFY(!d.contents().review.frame.detected);
        d.undoStack()->undo();
        QCOMPARE(d.contents().review.zone, u"Europe/Paris"_s);
        VERIFY_RESULT(setTitle(d, u"Another name"_s));
        VERIFY_RESULT(setSummary(d, u"Carts came back empty."_s));
        QCOMPARE(f.library.library->reviews().load(f.review)->review.summary,
                 u"Carts came back empty."_s);
    }
};

QTEST_GUILESS_MAIN(EvidenceVerbsTest)
#include "tst_evidenceverbs.moc"
