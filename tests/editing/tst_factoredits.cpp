// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/factoredits.h"
#include "support/canvasdocument.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace SecondStory;
using namespace SecondStory::Editing;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;

namespace {

/// Versions count edits and lists have no order of their own; everything else has to come back.
ReviewContents comparable(ReviewContents contents)
{
    const auto tidy = [](auto &list) {
        for (auto &record : list)
            record.version = 0;
        std::sort(list.begin(), list.end(),
                  [](const auto &a, const auto &b) { return a.id < b.id; });
    };
    contents.review.version = 0;
    contents.review.updated = {};
    tidy(contents.factors);
    tidy(contents.influences);
    tidy(contents.evidenceLinks);
    tidy(contents.codings);
    tidy(contents.actions);
    tidy(contents.questions);
    return contents;
}

Factor factorNamed(const QString &title, double x = 8, double y = 8)
{
    Factor factor;
    factor.title = title;
    factor.x = x;
    factor.y = y;
    return factor;
}

template <class T>
T anyOf(const QList<T> &list, QRandomGenerator &random)
{
    return list[random.bounded(list.size())];
}

/// Does one random edit; refusals (a link that is there already) are part of the game.
void doSomething(CanvasDocument &d, FactorEdits &edits, QRandomGenerator &random)
{
    const ReviewContents contents = d.document->contents();
    const auto factor = [&] {
        return contents.factors.isEmpty() ? Factor() : anyOf(contents.factors, random);
    };
    const int chosen = random.bounded(15);
    if (chosen <= 1 || contents.factors.size() < 3) {
        std::ignore = edits.addFactor(factorNamed(u"F%1"_s.arg(random.bounded(1000)),
                                                  random.bounded(900), random.bounded(900)));
    } else if (chosen == 2) {
        std::ignore =
            edits.addConnectedFactor(factorNamed(u"C"_s), factor().id, random.bounded(2) == 1,
                                     InfluenceKind::Helped, { { factor().id, QPointF(16, 24) } });
    } else if (chosen == 3) {
        Factor after = factor();
        after.title += u'x';
        after.level = static_cast<Level>(1 + random.bounded(7));
        std::ignore = edits.editFactor(after, MergeId::Typing);
    } else if (chosen <= 5) {
        QList<Factor> moved{ factor() };
        moved[0].x += 8;
        std::ignore = edits.moveFactors(moved);
    } else if (chosen == 6) {
        std::ignore = edits.removeFactors({ factor().id, factor().id });
    } else if (chosen <= 9) {
        std::ignore = edits.addInfluence(factor().id, factor().id,
                                         static_cast<InfluenceKind>(random.bounded(6)));
    } else if (chosen == 10 && !contents.influences.isEmpty()) {
        Influence after = anyOf(contents.influences, random);
        after.status = static_cast<InfluenceStatus>(random.bounded(4));
        std::ignore = edits.editInfluence(after);
    } else if (chosen == 11 && !contents.influences.isEmpty()) {
        std::ignore = edits.removeTargets(
            { { TargetKind::Influence, anyOf(contents.influences, random).id.value },
              { TargetKind::Factor, factor().id.value } });
    } else if (chosen == 12) {
        std::ignore = edits.linkEvidence({ TargetKind::Factor, factor().id.value }, d.events);
    } else if (chosen == 13) {
        std::ignore = edits.factorFromEvents({ anyOf(d.events, random) }, Factor());
    } else {
        std::ignore = edits.pinFactors({ factor().id }, random.bounded(2) == 1);
        std::ignore = edits.alignFactors(
            { { factor().id, { 16, 32 } }, { factor().id, { 48, 64 } } }, Alignment::Top);
    }
}

} // namespace

class FactorEditsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoHundredRandomEditsUndoneLeaveNoTrace_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 4; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void twoHundredRandomEditsUndoneLeaveNoTrace()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        CanvasDocument d;
        d.fill(Samples::denseCanvas(d.document->id(), 12, 14, seed));
        FactorEdits edits(*d.document);
        const ReviewContents before = comparable(d.document->contents());
        for (int i = 0; i < 200; ++i)
            doSomething(d, edits, random);
        const ReviewContents after = comparable(d.document->contents());
        QVERIFY(!(after == before));
        while (d.document->undoStack()->canUndo())
            d.document->undoStack()->undo();
        QVERIFY(comparable(d.document->contents()) == before);
        QVERIFY(comparable(*d.library.library->reviews().load(d.document->id())) == before);
        while (d.document->undoStack()->canRedo())
            d.document->undoStack()->redo();
        QVERIFY(comparable(d.document->contents()) == after);
    }

    void aFactorCannotBeLinkedToItself()
    {
        CanvasDocument d;
        FactorEdits edits(*d.document);
        const FactorId id = *edits.addFactor(factorNamed(u"A"_s));
        const auto done = edits.addInfluence(id, id, InfluenceKind::ContributedTo);
        QVERIFY(!done);
        QVERIFY(done.error().code == ErrorCode::Usage);
        QVERIFY(d.document->contents().influences.isEmpty());
    }

    void twoFactorsAreLinkedOnceInEachDirection()
    {
        CanvasDocument d;
        FactorEdits edits(*d.document);
        const FactorId a = *edits.addFactor(factorNamed(u"A"_s));
        const FactorId b = *edits.addFactor(factorNamed(u"B"_s, 300));
        VERIFY_RESULT(edits.addInfluence(a, b, InfluenceKind::ContributedTo));
        QVERIFY(!edits.addInfluence(a, b, InfluenceKind::Masked));
        VERIFY_RESULT(edits.addInfluence(b, a, InfluenceKind::FedBack));
        QCOMPARE(d.document->contents().influences.size(), 2);
    }

    void removingAFactorTakesItsLinksEvidenceAndCodesAlongInOneStep()
    {
        CanvasDocument d;
        FactorEdits edits(*d.document);
        const FactorId a = *edits.addFactor(factorNamed(u"A"_s));
        const FactorId b = *edits.addFactor(factorNamed(u"B"_s, 300));
        const InfluenceId link = *edits.addInfluence(a, b, InfluenceKind::ContributedTo);
        VERIFY_RESULT(edits.linkEvidence({ TargetKind::Factor, a.value }, d.events));
        VERIFY_RESULT(edits.linkEvidence({ TargetKind::Influence, link.value }, { d.events[0] }));
        const auto codes = d.library.library->reviews().codes();
        VERIFY_RESULT(codes);
        VERIFY_RESULT(edits.addCode({ TargetKind::Factor, a.value }, codes->first().id));
        const ReviewContents before = comparable(d.document->contents());
        const int steps = d.document->undoStack()->count();
        VERIFY_RESULT(edits.removeFactors({ a }));
        QCOMPARE(d.document->undoStack()->count(), steps + 1);
        QCOMPARE(d.document->contents().factors.size(), 1);
        QVERIFY(d.document->contents().influences.isEmpty());
        QVERIFY(d.document->contents().evidenceLinks.isEmpty());
        QVERIFY(d.document->contents().codings.isEmpty());
        d.document->undoStack()->undo();
        QVERIFY(comparable(d.document->contents()) == before);
    }

    void removingAnInfluenceLeavesItsFactors()
    {
        CanvasDocument d;
        FactorEdits edits(*d.document);
        const FactorId a = *edits.addFactor(factorNamed(u"A"_s));
        const FactorId b =
            *edits.addConnectedFactor(factorNamed(u"B"_s), a, false, InfluenceKind::Helped);
        QVERIFY(!b.isNull());
        VERIFY_RESULT(edits.removeInfluence(d.document->contents().influences.first().id));
        QCOMPARE(d.document->contents().factors.size(), 2);
        QVERIFY(d.document->contents().influences.isEmpty());
    }

    void movesInARowAreOneStep()
    {
        CanvasDocument d;
        FactorEdits edits(*d.document);
        const FactorId a = *edits.addFactor(factorNamed(u"A"_s, 80, 80));
        const int steps = d.document->undoStack()->count();
        for (int i = 0; i < 5; ++i) {
            Factor moved = d.document->contents().factors.first();
            moved.x += 8;
            VERIFY_RESULT(edits.moveFactors({ moved }));
        }
        QCOMPARE(d.document->undoStack()->count(), steps + 1);
        d.document->undoStack()->undo();
        QCOMPARE(findRecord<Factor>(d.document->contents(), a)->x, 80.0);
    }

    void aFactorIsNeverPlacedOnTheOriginThatMeansNowhere()
    {
        CanvasDocument d;
        FactorEdits edits(*d.document);
        const FactorId a = *edits.addFactor(factorNamed(u"A"_s, 0, 0));
        const auto *factor = findRecord<Factor>(d.document->contents(), a);
        QVERIFY(factor->x != 0 || factor->y != 0);
    }

    void aFactorFromEventsIsWordedLikeTheFirstAndCitesThemAll()
    {
        CanvasDocument d;
        FactorEdits edits(*d.document);
        const FactorId id =
            *edits.factorFromEvents({ d.events[1], d.events[0], d.events[1] }, Factor());
        QCOMPARE(findRecord<Factor>(d.document->contents(), id)->title,
                 u"Event 2 <b>of</b> the day"_s);
        QCOMPARE(d.document->contents().evidenceLinks.size(), 2);
        d.document->undoStack()->undo();
        QVERIFY(d.document->contents().factors.isEmpty());
        QVERIFY(d.document->contents().evidenceLinks.isEmpty());
    }

    void evidenceIsLinkedOnceHoweverOftenItIsDropped()
    {
        CanvasDocument d;
        FactorEdits edits(*d.document);
        const TargetRef target{ TargetKind::Factor, edits.addFactor(factorNamed(u"A"_s))->value };
        VERIFY_RESULT(edits.linkEvidence(target, { d.events[0] }));
        VERIFY_RESULT(edits.linkEvidence(target, d.events));
        QCOMPARE(d.document->contents().evidenceLinks.size(), d.events.size());
        VERIFY_RESULT(edits.unlinkEvidence(d.document->contents().evidenceLinks.first().id));
        QCOMPARE(d.document->contents().evidenceLinks.size(), d.events.size() - 1);
    }

    void distributedFactorsStandAtEqualSteps()
    {
        CanvasDocument d;
        FactorEdits edits(*d.document);
        Placements drawn;
        for (const double x : { 10.0, 500.0, 40.0, 900.0 })
            drawn.insert(*edits.addFactor(factorNamed(u"F"_s, x, x)), QPointF(x, x));
        VERIFY_RESULT(edits.distributeFactors(drawn, Direction::Horizontally));
        QList<double> xs;
        for (const Factor &factor : d.document->contents().factors)
            xs.append(factor.x);
        std::sort(xs.begin(), xs.end());
        QCOMPARE(xs.first(), 10.0);
        QCOMPARE(xs.last(), 900.0);
        for (int i = 1; i + 1 < xs.size(); ++i)
            QVERIFY(qAbs((xs[i + 1] - xs[i]) - (xs[i] - xs[i - 1])) < 1e-6);
        VERIFY_RESULT(edits.alignFactors(drawn, Alignment::Bottom));
        for (const Factor &factor : d.document->contents().factors)
            QCOMPARE(factor.y, 900.0);
    }

    void editingWhatIsGoneIsRefusedAndChangesNothing()
    {
        CanvasDocument d;
        FactorEdits edits(*d.document);
        Factor gone = factorNamed(u"gone"_s);
        gone.id = FactorId::create();
        QVERIFY(!edits.editFactor(gone));
        QVERIFY(!edits.moveFactors({ gone }));
        QVERIFY(
            !edits.addConnectedFactor(factorNamed(u"x"_s), gone.id, true, InfluenceKind::Helped));
        QVERIFY(!edits.unlinkEvidence(EvidenceLinkId::create()));
        QCOMPARE(d.document->undoStack()->count(), 0);
    }
};

QTEST_MAIN(FactorEditsTest)
#include "tst_factoredits.moc"
