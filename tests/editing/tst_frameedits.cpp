// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/frameedits.h"
#include "editing/reviewdocument.h"
#include "editing/reviewedits.h"
#include "support/testlibrary.h"

#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Editing;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;

class FrameEditsTest : public QObject {
    Q_OBJECT

    static TimePoint minute(int m) { return TimePoint::fromSeconds(1'773'324'000 + 60 * m); }

    struct Fixture {
        TestLibrary t;
        ReviewId review = t.addReview();
        Event dated = ownEvent(review, u"The alert"_s, minute(5));
        Event undated = ownEvent(review, u"A call"_s, std::nullopt);
        std::unique_ptr<ReviewDocument> document;

        Fixture()
        {
            if (!t.library->edits().apply(ChangeSet().insert(dated).insert(undated)))
                qFatal("the events could not be stored");
            document = std::move(*ReviewDocument::open(*t.library, review));
        }
        [[nodiscard]] const IncidentFrame &frame() const
        {
            return document->contents().review.frame;
        }
        [[nodiscard]] const QList<EvidenceLink> &links() const
        {
            return document->contents().evidenceLinks;
        }
    };

private slots:
    void anEventFramesTheIncidentAndIsItsEvidence()
    {
        Fixture f;
        VERIFY_RESULT(frameFromEvent(*f.document, FramePoint::Detected, f.dated.id));
        QCOMPARE(f.frame().detected, minute(5));
        QCOMPARE(f.links().size(), 1);
        QCOMPARE(f.links()[0].target, frameTarget(f.review, FramePoint::Detected));
        QCOMPARE(f.links()[0].eventId, f.dated.id);
        // Both are one step.
        f.document->undoStack()->undo();
        QVERIFY(!f.frame().detected);
        QVERIFY(f.links().isEmpty());
        f.document->undoStack()->redo();
        QCOMPARE(f.frame().detected, minute(5));
        QCOMPARE(f.links().size(), 1);
        // Said again it changes nothing, and undo has no empty step.
        const int steps = f.document->undoStack()->index();
        VERIFY_RESULT(frameFromEvent(*f.document, FramePoint::Detected, f.dated.id));
        QCOMPARE(f.document->undoStack()->index(), steps);
    }

    void anUndatedEventFramesNothing()
    {
        Fixture f;
        const auto done = frameFromEvent(*f.document, FramePoint::Began, f.undated.id);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::BadInput);
        QVERIFY(!f.document->undoStack()->canUndo());
        // It may still be evidence.
        VERIFY_RESULT(linkFrameEvidence(*f.document, FramePoint::Began, { f.undated.id }));
        QCOMPARE(f.links().size(), 1);
    }

    void evidenceIsTakenAndGivenBack()
    {
        Fixture f;
        VERIFY_RESULT(
            linkFrameEvidence(*f.document, FramePoint::Began, { f.dated.id, f.undated.id }));
        VERIFY_RESULT(linkFrameEvidence(*f.document, FramePoint::Resolved, { f.dated.id }));
        QCOMPARE(f.links().size(), 3);
        VERIFY_RESULT(linkFrameEvidence(*f.document, FramePoint::Began, { f.dated.id }));
        QCOMPARE(f.links().size(), 3);
        const EvidenceLinkId link = f.links()[0].id;
        VERIFY_RESULT(unlinkFrameEvidence(*f.document, link));
        QCOMPARE(f.links().size(), 2);
        const auto again = unlinkFrameEvidence(*f.document, link);
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::NotFound);
        f.document->undoStack()->undo();
        QCOMPARE(f.links().size(), 3);
    }

    void aStatedDurationIsKeptInItsWords()
    {
        Fixture f;
        const auto id = stateDuration(*f.document, FramePoint::Began, FramePoint::Resolved,
                                      u"  about 45  minutes "_s, f.dated.id);
        VERIFY_RESULT(id);
        const QList<StatedDuration> &all = f.document->contents().statedDurations;
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0].words, u"about 45 minutes"_s);
        QCOMPARE(all[0].lengthUs, 45LL * 60 * 1'000'000);
        QCOMPARE(all[0].eventId, f.dated.id);
        StatedDuration after = all[0];
        after.words = u"1h 12m"_s;
        VERIFY_RESULT(editStatedDuration(*f.document, after));
        QCOMPARE(all[0].lengthUs, 72LL * 60 * 1'000'000);
        VERIFY_RESULT(removeStatedDuration(*f.document, *id));
        QVERIFY(all.isEmpty());
        for (int i = 0; i < 3; ++i)
            f.document->undoStack()->undo();
        QVERIFY(all.isEmpty());
        f.document->undoStack()->redo();
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0].words, u"about 45 minutes"_s);
    }

    void wordsWithoutALengthAreNotTaken()
    {
        Fixture f;
        const auto vague =
            stateDuration(*f.document, FramePoint::Began, FramePoint::Resolved, u"a while"_s);
        QVERIFY(!vague);
        QCOMPARE(vague.error().code, ErrorCode::BadInput);
        QVERIFY(!stateDuration(*f.document, FramePoint::Began, FramePoint::Began, u"1 h"_s));
        QVERIFY(f.document->contents().statedDurations.isEmpty());
        QVERIFY(!f.document->undoStack()->canUndo());
    }
};

QTEST_GUILESS_MAIN(FrameEditsTest)
#include "tst_frameedits.moc"
