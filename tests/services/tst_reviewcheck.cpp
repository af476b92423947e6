// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/evidencechecks.h"
#include "services/pressuresurvey.h"
#include "services/reviewcheck.h"
#include "support/fullreview.h"

#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;
using Services::Finding;
using Services::FindingKind;

class ReviewCheckTest : public QObject {
    Q_OBJECT

    static TimePoint minute(int m) { return TimePoint::fromSeconds(1'519'132'620 + 60 * m); }
    static TimePoint now() { return minute(10'000); }

    static QList<FindingKind> kinds(TestLibrary &t, ReviewId review)
    {
        QList<FindingKind> result;
        const auto findings = Services::checkReview(*t.library, review, now());
        if (!findings)
            return { FindingKind::Damage };
        for (const Finding &finding : *findings)
            result << finding.kind;
        return result;
    }

    /// Imported events at these minutes, in the order of the file.
    static void import(TestLibrary &t, ReviewId review, const QList<std::optional<int>> &minutes)
    {
        EvidenceSource source;
        source.id = SourceId::create();
        source.version = 1;
        source.reviewId = review;
        source.fileName = u"notes.md"_s;
        source.sha256 = QByteArray(32, 'x');
        auto writer = t.library->sources().beginImport(source.reviewId, source.id);
        int line = 0;
        for (const auto &m : minutes) {
            Event event = ownEvent(review, u"row %1"_s.arg(line + 1),
                                   m ? std::optional(minute(*m)) : std::optional<TimePoint>());
            event.version = 1;
            event.sourceId = source.id;
            event.place = u"line %1"_s.arg(++line);
            if (!(*writer)->add(event))
                qFatal("the event could not be stored");
        }
        if (!(*writer)->finish(source))
            qFatal("the source could not be stored");
    }

    static void frame(TestLibrary &t, ReviewId review, const IncidentFrame &frame)
    {
        const auto contents = t.library->reviews().load(review);
        Review after = contents->review;
        after.frame = frame;
        if (!t.library->edits().apply(ChangeSet().update(contents->review, after)))
            qFatal("the frame could not be stored");
    }

private slots:
    void aReviewInGoodOrderHasNoFindings()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        import(t, review, { 1, 2, 2, 5 });
        QCOMPARE(kinds(t, review), QList<FindingKind>());
    }

    void aFileThatBeginsWithTheNewestIsInGoodOrder()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        import(t, review, { 9, 7, 3, 1 });
        QCOMPARE(kinds(t, review), QList<FindingKind>());
    }

    void aTimeAgainstTheOrderOfItsFileIsToldWithItsLine()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        import(t, review, { 1, 2, 700, 3, 4 });
        const auto findings = Services::checkReview(*t.library, review, now());
        VERIFY_RESULT(findings);
        QCOMPARE(findings->size(), 1);
        QCOMPARE(findings->first().kind, FindingKind::Order);
        QCOMPARE(findings->first().place, u"notes.md:line 4"_s);
    }

    void undatedAndFutureEventsAreTold()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        import(t, review, { 1, std::nullopt, 900'000 });
        QCOMPARE(kinds(t, review), (QList{ FindingKind::Undated, FindingKind::Future }));
    }

    void aLongSilenceInTheIncidentIsTold()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        import(t, review, { 0, 10, 70, 100 });
        frame(t, review, { .began = minute(0), .resolved = minute(110) });
        const auto findings = Services::checkReview(*t.library, review, now());
        VERIFY_RESULT(findings);
        QCOMPARE(findings->size(), 2);
        QCOMPARE(findings->first().kind, FindingKind::Gap);
        QCOMPARE(findings->first().place, toRfc3339(minute(10)));
        QCOMPARE(findings->last().place, toRfc3339(minute(70)));
    }

    void aStatedDurationThatDiffersIsTold()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        frame(t, review, { .began = minute(0), .resolved = minute(20) });
        StatedDuration stated;
        stated.id = StatedDurationId::create();
        stated.reviewId = review;
        stated.words = u"21 minutes"_s;
        stated.lengthUs = 21LL * 60 * 1'000'000;
        VERIFY_RESULT(t.library->edits().apply(ChangeSet().insert(stated)));
        QCOMPARE(kinds(t, review), QList<FindingKind>());
        StatedDuration longer = stated;
        longer.id = StatedDurationId::create();
        longer.lengthUs *= 2;
        VERIFY_RESULT(t.library->edits().apply(ChangeSet().insert(longer)));
        QCOMPARE(kinds(t, review), QList{ FindingKind::Stated });
    }

    void theChecksStopWhenAsked()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        import(t, review, { 1, 2, 3 });
        const auto stopped =
            Services::checkEvidence(*t.library, review, now(), [] { return false; });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    }

    void aFindingNamesItsEvent()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        import(t, review, { 1, 2, 700, 3, 4 });
        const auto found = Services::checkEvidence(*t.library, review, now());
        VERIFY_RESULT(found);
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().title, u"row 4"_s);
        QCOMPARE(found->first().place, u"line 4"_s);
    }

    void aFrameOutOfOrderIsTold()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        frame(t, review, { .began = minute(10), .detected = minute(5) });
        QCOMPARE(kinds(t, review), QList{ FindingKind::Order });
    }

    void anUnsupportedClaimIsToldAndASupportedOneIsNot()
    {
        TestLibrary t;
        const FullReview full(*t.library);
        QVERIFY(kinds(t, full.id).contains(FindingKind::Unsupported));
        const EvidenceLink link{ EvidenceLinkId::create(),
                                 0,
                                 full.id,
                                 { TargetKind::Claim, full.claim.value },
                                 full.imported,
                                 {} };
        VERIFY_RESULT(t.library->edits().apply(ChangeSet().insert(link)));
        QVERIFY(!kinds(t, full.id).contains(FindingKind::Unsupported));
    }

    void aReviewIsDatedByItsFrameOrNotAtAll()
    {
        Review review;
        review.created = minute(1);
        QVERIFY(!Services::dateOf(review));
        review.frame.mitigated = minute(9);
        QCOMPARE(Services::dateOf(review), minute(9));
        review.frame.detected = minute(4);
        QCOMPARE(Services::dateOf(review), minute(4));
    }

    void pressuresAreCountedOncePerReview()
    {
        TestLibrary t;
        const FullReview full(*t.library); // one pressure and one coding of the same code
        t.addReview(u"Another"_s);
        const auto table = Services::surveyPressures(*t.library, {});
        VERIFY_RESULT(table);
        QCOMPARE(table->reviews, 2);
        QCOMPARE(table->codes.size(), 1);
        QCOMPARE(table->codes[0].k, 1);
        QCOMPARE(table->codes[0].n, 2);
        QCOMPARE(table->undated, 1);
    }
};

QTEST_GUILESS_MAIN(ReviewCheckTest)
#include "tst_reviewcheck.moc"
