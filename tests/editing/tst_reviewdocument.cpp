// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/eventedits.h"
#include "editing/reviewdocument.h"
#include "support/testlibrary.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Editing;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;

namespace {

/// Versions count edits and `updated` tells when; everything else has to come back.
ReviewContents withoutVersions(ReviewContents contents)
{
    const auto clear = [](auto &list) {
        for (auto &record : list)
            record.version = 0;
    };
    contents.review.version = 0;
    contents.review.updated = {};
    clear(contents.factors);
    clear(contents.influences);
    clear(contents.sections);
    clear(contents.marks);
    return contents;
}

Factor aFactor(ReviewId review, const QString &title)
{
    Factor factor;
    factor.id = FactorId::create();
    factor.reviewId = review;
    factor.title = title;
    return factor;
}

} // namespace

class ReviewDocumentTest : public QObject {
    Q_OBJECT

private slots:
    void anEditIsStoredAtOnceAndSurvivesReopening()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        {
            auto document = ReviewDocument::open(*t.library, review);
            VERIFY_RESULT(document);
            VERIFY_RESULT((*document)->perform(
                ChangeSet().insert(aFactor(review, u"Launch date"_s)), u"Add factor"_s));
        }
        auto again = ReviewDocument::open(*t.library, review);
        VERIFY_RESULT(again);
        QCOMPARE((*again)->contents().factors.size(), 1);
        QCOMPARE((*again)->contents().factors[0].title, u"Launch date"_s);
    }

    void undoAndRedoAreStoredToo()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        auto document = std::move(*ReviewDocument::open(*t.library, review));
        VERIFY_RESULT(
            document->perform(ChangeSet().insert(aFactor(review, u"A"_s)), u"Add factor"_s));
        Factor renamed = document->contents().factors[0];
        renamed.title = u"B"_s;
        VERIFY_RESULT(document->perform(
            ChangeSet().update(document->contents().factors[0], renamed), u"Rename factor"_s));
        document->undoStack()->undo();
        QCOMPARE(t.library->reviews().load(review)->factors[0].title, u"A"_s);
        document->undoStack()->undo();
        QCOMPARE(t.library->reviews().load(review)->factors.size(), 0);
        document->undoStack()->redo();
        document->undoStack()->redo();
        QCOMPARE(t.library->reviews().load(review)->factors[0].title, u"B"_s);
    }

    void anEventKeepsItsPlaceInTheTableThroughUndo()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        auto document = std::move(*ReviewDocument::open(*t.library, review));
        Event early = ownEvent(review, u"early"_s, TimePoint{ 1'000'000 });
        Event late = ownEvent(review, u"late"_s, TimePoint{ 2'000'000 });
        VERIFY_RESULT(document->perform(ChangeSet().insert(late).insert(early), u"Add events"_s));
        QCOMPARE(document->events().rows.size(), 2U);
        QCOMPARE(document->eventBySeq(document->events().rows[0].seq)->title, u"early"_s);
        early = *document->event(early.id);
        Event moved = early;
        moved.recorded.start = TimePoint{ 3'000'000 };
        VERIFY_RESULT(document->perform(ChangeSet().update(early, moved), u"Move event"_s));
        QCOMPARE(document->eventBySeq(document->events().rows[1].seq)->title, u"early"_s);
        VERIFY_RESULT(
            document->perform(ChangeSet().remove(*document->event(early.id)), u"Remove event"_s));
        QCOMPARE(document->events().rows.size(), 1U);
        document->undoStack()->undo();
        document->undoStack()->undo();
        QCOMPARE(document->events().rows.size(), 2U);
        QCOMPARE(document->eventBySeq(document->events().rows[0].seq)->title, u"early"_s);
    }

    void typingInOneGoIsOneStepOfUndo()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        auto document = std::move(*ReviewDocument::open(*t.library, review));
        Section section{ SectionId::create(), 0, review, u"What happened"_s, {}, 0 };
        VERIFY_RESULT(document->perform(ChangeSet().insert(section), u"Add section"_s));
        for (const QString &body : { u"O"_s, u"On"_s, u"One"_s }) {
            Section after = document->contents().sections[0];
            after.body = body;
            VERIFY_RESULT(
                document->perform(ChangeSet().update(document->contents().sections[0], after),
                                  u"Edit"_s, MergeId::Typing));
        }
        QCOMPARE(document->undoStack()->count(), 2);
        document->undoStack()->undo();
        QCOMPARE(document->contents().sections[0].body, QString());
    }

    void anEditOfAnotherProgramIsNotOverwritten()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        auto document = std::move(*ReviewDocument::open(*t.library, review));
        VERIFY_RESULT(
            document->perform(ChangeSet().insert(aFactor(review, u"A"_s)), u"Add factor"_s));
        const Factor mine = document->contents().factors[0];
        auto other = std::move(*Store::Library::open(t.path()));
        Factor theirs = mine;
        theirs.title = u"Theirs"_s;
        VERIFY_RESULT(other->edits().apply(ChangeSet().update(mine, theirs)));
        QSignalSpy refused(document.get(), &ReviewDocument::refused);
        Factor changed = mine;
        changed.title = u"Mine"_s;
        const auto done = document->perform(ChangeSet().update(mine, changed), u"Rename"_s);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Conflict);
        QCOMPARE(refused.count(), 1);
        QCOMPARE(t.library->reviews().load(review)->factors[0].title, u"Theirs"_s);
        QCOMPARE(document->contents().factors[0].title, u"A"_s);
    }

    void anEventThatGotAnotherNumberElsewhereStandsOnceAfterReadingAgain()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        auto mine = std::move(*ReviewDocument::open(*t.library, review));
        const EventId event = *addEvent(*mine, { TimePoint::fromSeconds(100), {}, {}, {}, u"a"_s });
        VERIFY_RESULT(setStarred(*mine, { event }, true)); // mine knows its number now
        const auto theirs = std::move(*ReviewDocument::open(*t.library, review));
        VERIFY_RESULT(addEvent(*theirs, { TimePoint::fromSeconds(200), {}, {}, {}, u"b"_s }));
        const qint64 before = theirs->seqOf(event);
        VERIFY_RESULT(removeOwnEvents(*theirs, { event }));
        theirs->undoStack()->undo();
        QVERIFY(theirs->seqOf(event) != before);
        VERIFY_RESULT(mine->reload());
        VERIFY_RESULT(setStarred(*mine, { event }, false));
        QCOMPARE(mine->events().rows.size(), size_t(2));
    }

    void readingAgainTellsThatAnythingMayHaveChanged()
    {
        TestLibrary t;
        const ReviewId review = t.addReview();
        const auto document = std::move(*ReviewDocument::open(*t.library, review));
        const auto theirs = std::move(*ReviewDocument::open(*t.library, review));
        VERIFY_RESULT(theirs->perform(ChangeSet().insert(aFactor(review, u"Launch date"_s)),
                                      u"Add factor"_s));
        qsizetype seen = -1;
        connect(document.get(), &ReviewDocument::changed, this,
                [&] { seen = document->contents().factors.size(); });
        VERIFY_RESULT(document->reload());
        QCOMPARE(seen, qsizetype(1));
    }

    void anyRowOfEditsUndoneGivesBackTheSameReview()
    {
        QRandomGenerator random(20'260'312);
        TestLibrary t;
        const ReviewId review = t.addReview();
        auto document = std::move(*ReviewDocument::open(*t.library, review));
        for (int i = 0; i < 6; ++i)
            VERIFY_RESULT(document->perform(ChangeSet().insert(aFactor(review, QString::number(i))),
                                            u"Add"_s));
        document->undoStack()->clear();
        const ReviewContents before = withoutVersions(document->contents());
        for (int i = 0; i < 200; ++i)
            randomEdit(*document, random);
        const ReviewContents after = withoutVersions(document->contents());
        while (document->undoStack()->canUndo())
            document->undoStack()->undo();
        QCOMPARE(withoutVersions(document->contents()), before);
        QCOMPARE(withoutVersions(*t.library->reviews().load(review)), before);
        while (document->undoStack()->canRedo())
            document->undoStack()->redo();
        QCOMPARE(withoutVersions(document->contents()), after);
        QCOMPARE(*t.library->check(), QStringList());
    }

private:
    static void randomEdit(ReviewDocument &document, QRandomGenerator &random)
    {
        const ReviewContents &c = document.contents();
        ChangeSet set;
        const auto pick = [&random](const auto &list) {
            return list[random.bounded(static_cast<int>(list.size()))];
        };
        switch (random.bounded(6)) {
        case 0:
            set.insert(aFactor(document.id(), u"New %1"_s.arg(random.generate())));
            break;
        case 1: {
            if (c.factors.isEmpty())
                return;
            const Factor gone = pick(c.factors);
            for (const Influence &influence : c.influences) {
                if (influence.from == gone.id || influence.to == gone.id)
                    set.remove(influence);
            }
            set.remove(gone);
            break;
        }
        case 2: {
            if (c.factors.isEmpty())
                return;
            const Factor was = pick(c.factors);
            Factor is = was;
            is.x = random.bounded(1000);
            is.title += u'*';
            set.update(was, is);
            break;
        }
        case 3: {
            if (c.factors.size() < 2)
                return;
            const Factor from = pick(c.factors);
            const Factor to = pick(c.factors);
            if (from.id == to.id)
                return;
            set.insert(Influence{
                InfluenceId::create(), 0, document.id(), from.id, to.id, {}, {}, {}, {} });
            break;
        }
        case 4:
            set.insert(Section{ SectionId::create(), 0, document.id(), u"S"_s, u"body"_s,
                                static_cast<int>(c.sections.size()) });
            break;
        default: {
            Review review = c.review;
            review.summary += u'.';
            set.update(c.review, review);
            break;
        }
        }
        const auto done = document.perform(
            set, u"Edit"_s, random.bounded(3) == 0 ? MergeId::MoveFactors : MergeId::None);
        QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().toString()));
    }
};

QTEST_GUILESS_MAIN(ReviewDocumentTest)
#include "tst_reviewdocument.moc"
