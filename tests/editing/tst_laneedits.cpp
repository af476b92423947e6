// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/laneorder.h"
#include "editing/eventcopies.h"
#include "editing/eventedits.h"
#include "editing/laneedits.h"
#include "editing/reviewdocument.h"
#include "editing/viewedits.h"
#include "support/testlibrary.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace SecondStory;
using namespace SecondStory::Editing;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr TimePoint kNoon{ 1'519'128'000'000'000 };

struct Scene {
    TestLibrary t;
    ReviewId review = t.addReview();
    std::unique_ptr<ReviewDocument> document = std::move(*ReviewDocument::open(*t.library, review));
    QList<LaneId> lanes;

    explicit Scene(int count = 4)
    {
        for (int i = 0; i < count; ++i)
            lanes.append(*addLane(*document, QString(u"lane "_s + QString::number(i))));
    }
    [[nodiscard]] const Lane &lane(int number) const
    {
        return *findRecord<Lane>(document->contents(), lanes[number]);
    }
    /// The order in letters: "a(bc)d" for a group of the second and third lane.
    [[nodiscard]] QString order() const
    {
        QString text;
        for (const LaneSlot &slot :
             laneOrder(document->contents().lanes, document->contents().laneGroups)) {
            QString inside;
            for (const LaneId id : slot.lanes)
                inside += QChar(u'a' + static_cast<char16_t>(lanes.indexOf(id)));
            text += slot.group.isNull() ? inside : QString(u'(' + inside + u')');
        }
        return text;
    }
};

/// What can be compared of lanes, groups and views: versions count edits and are left out.
QStringList contentOf(const ReviewDocument &document)
{
    QStringList lines;
    for (const Lane &lane : document.contents().lanes)
        lines.append(QStringList{
            lane.id.toString(), lane.name, QString::number(lane.position),
            QString::number(lane.hue), QString::number(lane.stretch), lane.groupId.toString(),
            QString::number(lane.collapsed + 2 * lane.hidden + 4 * lane.pinned) }
                         .join(u'|'));
    for (const LaneGroup &group : document.contents().laneGroups)
        lines.append(QStringList{ group.id.toString(), group.name, QString::number(group.position),
                                  QString::number(group.collapsed) }
                         .join(u'|'));
    for (const SavedView &view : document.contents().savedViews)
        lines.append(QStringList{ view.id.toString(), view.name, QString::number(view.position),
                                  QString::number(view.start.us), view.text }
                         .join(u'|'));
    for (const TimeMark &mark : document.contents().marks)
        lines.append(QStringList{ mark.id.toString(), mark.name }.join(u'|'));
    lines.sort();
    return lines;
}

template <class T>
auto anyId(QRandomGenerator &random, const QList<T> &records)
{
    return records.isEmpty() ? decltype(records.first().id){}
                             : records[random.bounded(records.size())].id;
}

SavedView viewOf(const QString &name)
{
    SavedView view;
    view.name = name;
    view.start = kNoon;
    view.end = { kNoon.us + 1'000'000 };
    return view;
}

void randomEdit(ReviewDocument &document, QRandomGenerator &random)
{
    const ReviewContents &contents = document.contents();
    const LaneId lane = anyId(random, contents.lanes);
    const LaneGroupId group = anyId(random, contents.laneGroups);
    const SavedViewId view = anyId(random, contents.savedViews);
    const int place = random.bounded(7) - 1;
    const bool isOn = random.bounded(2);
    switch (random.bounded(19)) {
    case 0:
        (void)addLane(document, u"new"_s);
        break;
    case 1:
        (void)renameLane(document, lane, isOn ? u"other"_s : u" "_s);
        break;
    case 2:
        (void)moveLane(document, lane, place);
        break;
    case 3:
        (void)placeLane(document, lane, isOn ? group : LaneGroupId{}, place);
        break;
    case 4:
        (void)setLaneCollapsed(document, lane, isOn);
        break;
    case 5:
        (void)setLaneHidden(document, lane, isOn);
        break;
    case 6:
        (void)setLanePinned(document, lane, isOn);
        break;
    case 7:
        (void)setLaneStretch(document, lane, random.generateDouble() * 10);
        break;
    case 8:
        (void)setLaneHue(document, lane, place);
        break;
    case 9:
        (void)showAllLanes(document);
        break;
    case 10:
        (void)addLaneGroup(document, u"group"_s, { lane });
        break;
    case 11:
        (void)moveLaneGroup(document, group, place);
        break;
    case 12:
        (void)setLaneGroupCollapsed(document, group, isOn);
        break;
    case 13:
        (void)removeLaneGroup(document, group);
        break;
    case 14:
        (void)saveView(document, viewOf(u"view"_s));
        break;
    case 15:
        (void)moveView(document, view, place);
        break;
    case 16:
        (void)renameView(document, view, isOn ? u"again"_s : QString());
        break;
    case 17:
        (void)removeView(document, view);
        break;
    default:
        (void)replaceView(document, view, viewOf(u"x"_s));
        break;
    }
}

} // namespace

class LaneEditsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLaneMovesAndTheOthersMakeRoom()
    {
        Scene s;
        VERIFY_RESULT(moveLane(*s.document, s.lanes[3], 1));
        QCOMPARE(s.order(), u"adbc"_s);
        VERIFY_RESULT(moveLane(*s.document, s.lanes[0], 99));
        QCOMPARE(s.order(), u"dbca"_s);
        s.document->undoStack()->undo();
        QCOMPARE(s.order(), u"adbc"_s);
        QVERIFY(!moveLane(*s.document, LaneId::create(), 0));
    }

    void aGroupStandsWhereItsFirstLaneStood()
    {
        Scene s;
        const auto group =
            addLaneGroup(*s.document, u" The  databases "_s, { s.lanes[1], s.lanes[3] });
        VERIFY_RESULT(group);
        QCOMPARE(s.order(), u"a(bd)c"_s);
        QCOMPARE(s.document->contents().laneGroups[0].name, u"The databases"_s);
        VERIFY_RESULT(moveLane(*s.document, s.lanes[3], 0)); // inside its group
        QCOMPARE(s.order(), u"a(db)c"_s);
        VERIFY_RESULT(placeLane(*s.document, s.lanes[0], *group, 1));
        QCOMPARE(s.order(), u"(dab)c"_s);
        VERIFY_RESULT(moveLaneGroup(*s.document, *group, 5));
        QCOMPARE(s.order(), u"c(dab)"_s);
        VERIFY_RESULT(placeLane(*s.document, s.lanes[3], {}, 0));
        QCOMPARE(s.order(), u"dc(ab)"_s);
        VERIFY_RESULT(removeLaneGroup(*s.document, *group));
        QCOMPARE(s.order(), u"dcab"_s);
        s.document->undoStack()->undo();
        QCOMPARE(s.order(), u"dc(ab)"_s);
        QVERIFY(!addLaneGroup(*s.document, u" "_s, {}));
        QVERIFY(!moveLaneGroup(*s.document, {}, 0));
    }

    void pinningHeightHidingAndFoldingAreStepsOfUndo()
    {
        Scene s;
        const QStringList before = contentOf(*s.document);
        VERIFY_RESULT(setLanePinned(*s.document, s.lanes[0], true));
        VERIFY_RESULT(setLaneStretch(*s.document, s.lanes[0], 100));
        QCOMPARE(s.lane(0).stretch, kHighestStretch);
        VERIFY_RESULT(setLaneStretch(*s.document, s.lanes[0], std::nan("")));
        QCOMPARE(s.lane(0).stretch, 1.0);
        VERIFY_RESULT(setLaneHidden(*s.document, s.lanes[1], true));
        VERIFY_RESULT(setLaneHidden(*s.document, s.lanes[2], true));
        VERIFY_RESULT(showAllLanes(*s.document));
        QVERIFY(!s.lane(1).hidden && !s.lane(2).hidden);
        QCOMPARE(s.document->undoStack()->undoText(), u"Show all lanes"_s);
        while (s.document->undoStack()->index() > 4)
            s.document->undoStack()->undo();
        QCOMPARE(contentOf(*s.document), before);
    }

    void aKeptViewSurvivesClosingAndUndo()
    {
        Scene s;
        SavedView view = viewOf(u" The first  hour "_s);
        view.kinds = { u"decision"_s };
        view.lanes = { s.lanes[1] };
        view.starred = true;
        view.text = u"cache"_s;
        const auto id = saveView(*s.document, view);
        VERIFY_RESULT(id);
        VERIFY_RESULT(saveView(*s.document, viewOf(u"Second"_s)));
        VERIFY_RESULT(moveView(*s.document, *id, 1));
        QVERIFY(!saveView(*s.document, viewOf(u"  "_s)));
        SavedView backwards = viewOf(u"no"_s);
        std::swap(backwards.start, backwards.end);
        QVERIFY(!saveView(*s.document, backwards));
        const auto again = ReviewDocument::open(*s.t.library, s.review);
        VERIFY_RESULT(again);
        const SavedView kept = *findRecord<SavedView>((*again)->contents(), *id);
        QCOMPARE(kept.name, u"The first hour"_s);
        QCOMPARE(kept.kinds, view.kinds);
        QCOMPARE(kept.lanes, view.lanes);
        QCOMPARE(kept.text, view.text);
        QCOMPARE(kept.position, 1);
        QVERIFY(kept.starred);
        VERIFY_RESULT(removeView(*s.document, *id));
        QCOMPARE(s.document->contents().savedViews.size(), 1);
        s.document->undoStack()->undo();
        QCOMPARE(s.document->contents().savedViews.size(), 2);
        QVERIFY(!removeView(*s.document, SavedViewId::create()));
    }

    void aDuplicateIsAnOwnEventBesideTheFirst()
    {
        Scene s;
        const EventId first =
            *addEvent(*s.document, { kNoon, {}, s.lanes[2], EventKind::Decision, u"Roll back"_s });
        const auto copies = duplicateEvents(*s.document, { first });
        VERIFY_RESULT(copies);
        const Event copy = *s.document->event(copies->first());
        QCOMPARE(copy.title, u"Roll back"_s);
        QCOMPARE(copy.laneId, s.lanes[2]);
        QCOMPARE(copy.kind, EventKind::Decision);
        QCOMPARE(copy.effectiveStart(), std::optional(kNoon));
        s.document->undoStack()->undo();
        QVERIFY(!s.document->event(copies->first()));
        QVERIFY(!duplicateEvents(*s.document, { EventId::create() }));
    }

    void anyRunOfEditsUndoneIsTheReviewAsItWas()
    {
        for (quint32 seed = 1; seed <= 12; ++seed) {
            Scene s;
            QRandomGenerator random(seed);
            const QStringList before = contentOf(*s.document);
            const int start = s.document->undoStack()->index();
            for (int i = 0; i < 60; ++i)
                randomEdit(*s.document, random);
            const QStringList after = contentOf(*s.document);
            QVERIFY(after != before);
            while (s.document->undoStack()->index() > start)
                s.document->undoStack()->undo();
            QCOMPARE(contentOf(*s.document), before);
            while (s.document->undoStack()->canRedo())
                s.document->undoStack()->redo();
            QCOMPARE(contentOf(*s.document), after);
            const auto stored = ReviewDocument::open(*s.t.library, s.review);
            VERIFY_RESULT(stored);
            QCOMPARE(contentOf(**stored), after);
        }
    }
};

QTEST_GUILESS_MAIN(LaneEditsTest)
#include "tst_laneedits.moc"
