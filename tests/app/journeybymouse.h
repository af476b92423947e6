// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journeychecks.h"
#include "canvas/factorscene.h"
#include "coding/codepicker.h"
#include "inspector/eventinspector.h"
#include "reports/eventpicker.h"
#include "reports/narrativeedit.h"
#include "reports/reportpage.h"
#include "timeline/eventtableview.h"
#include "timeline/inlineeditor.h"
#include "timeline/timelineview.h"

#include <QCompleter>
#include <QFileInfo>
#include <QListView>
#include <QListWidget>
#include <QSignalSpy>
#include <QTableView>

namespace SecondStory::Testing {

inline void beginByMouse(const Desk &desk, const JourneyEvidence &evidence)
{
    for (const auto *words : { "Look around in the sample", "Bring in evidence" })
        QVERIFY2(desk.button(QString::fromLatin1(words)), words);
    STEP(Hands::click(desk.button(u"Begin a review"_s)));
    STEP(Hands::click(desk.named<QLineEdit>(u"Title"_s)));
    Hands::type(evidence.title);
    auto *zone = desk.named<QComboBox>(u"Time zone"_s);
    STEP(Hands::click(zone->lineEdit()));
    zone->lineEdit()->selectAll();
    Hands::type(evidence.zone);
    QAbstractItemView *offered = zone->completer()->popup();
    QTRY_VERIFY(offered->isVisible());
    STEP(Hands::clickRow(offered, offered->model()->index(0, 0)));
    STEP(Hands::click(desk.button(u"Begin the review"_s)));
    QVERIFY(desk.session->document());
    QCOMPARE(desk.contents().review.title, evidence.title);
    QCOMPARE(desk.contents().review.zone, evidence.zone);
    QCOMPARE(desk.window->place(), Place::Overview);
}

inline void importByMouse(const Desk &desk, const JourneyEvidence &evidence)
{
    STEP(desk.goByMouse(Place::Evidence));
    QMimeData files;
    QList<QUrl> urls;
    for (const QString &path : evidence.files)
        urls << QUrl::fromLocalFile(path);
    files.setUrls(urls);
    EvidencePage *page = desk.workspace().evidence();
    QVERIFY(Hands::dropOn(page, page->rect().center(), files));
    STEP(waitForFiles(desk, evidence));
    STEP(Hands::click(desk.button(u"Import %1 files"_s.arg(evidence.files.size()))));
    STEP(waitForEvents(desk, evidence));
}

/// Where an event can be clicked; looks closer into what stands close together.
inline void bringOut(const Desk &desk, const Event &event, QPoint &place)
{
    TimelineTracks &tracks = desk.workspace().timeline()->tracks();
    const qint64 seq = desk.document().seqOf(event.id);
    for (int look = 0; look < 12; ++look) {
        const int x = qRound(tracks.viewport().scale().x(*event.effectiveStart()));
        std::optional<QPoint> crowd;
        for (int y = 2; y < tracks.height(); y += 3) {
            for (const int dx : { 0, 3, -3 }) {
                const QPoint at(std::clamp(x + dx, 1, tracks.width() - 2), y);
                const Figures::TrackHit hit = tracks.hitAt(at);
                if (hit.row && !hit.isNearEnd
                    && tracks.model().events().rows[*hit.row].seq == seq) {
                    place = at;
                    return;
                }
                if (hit.cluster && hit.cluster->start <= *event.effectiveStart()
                    && *event.effectiveStart() <= hit.cluster->end)
                    crowd = at;
            }
        }
        QVERIFY2(crowd, qPrintable(u"not to be found on the line: "_s + event.displayTitle()));
        STEP(Hands::doubleClick(&tracks, *crowd));
        QTest::qWait(400);
    }
    QFAIL("the event never stands alone");
}

inline std::optional<QPoint> emptyPlaceOnLine(const Desk &desk)
{
    TimelineTracks &tracks = desk.workspace().timeline()->tracks();
    for (int y = 10; y < tracks.height() - 30; y += 5) {
        for (int x = tracks.width() / 4; x < tracks.width() / 2; x += 9) {
            const Figures::TrackHit hit = tracks.hitAt(QPointF(x, y));
            if (!hit.row && !hit.cluster && hit.lane >= 0)
                return QPoint(x, y);
        }
    }
    return {};
}

inline void lookAtTheLineByMouse(const Desk &desk, const JourneyEvidence &evidence)
{
    STEP(desk.goByMouse(Place::Timeline));
    QTest::qWait(50);
    TimelineTracks &tracks = desk.workspace().timeline()->tracks();
    const Event first = *desk.event(evidence.first);
    QPoint place;
    STEP(bringOut(desk, first, place));
    STEP(Hands::click(&tracks, place));
    auto *inspector = desk.find<EventInspector>([](const auto &) { return true; });
    QVERIFY(inspector);
    QCOMPARE(inspector->eventId(), first.id);
    QCOMPARE(desk.named<QLineEdit>(u"Title"_s)->text(), first.displayTitle());
    STEP(Hands::click(desk.named<QToolButton>(u"Star"_s)));
    QVERIFY(desk.document().event(first.id)->starred);

    const auto empty = emptyPlaceOnLine(desk);
    QVERIFY(empty);
    STEP(Hands::doubleClick(&tracks, *empty));
    QVERIFY(qobject_cast<InlineEditor *>(QApplication::focusWidget()));
    Hands::type(u"We met in the hallway"_s);
    Hands::key(Qt::Key_Return);
    const auto own = desk.event(u"hallway"_s);
    QVERIFY(own && !own->isImported());
    QPoint from;
    STEP(bringOut(desk, *own, from));
    STEP(Hands::drag(&tracks, from, from + QPoint(140, 0)));
    QVERIFY(*desk.event(u"hallway"_s)->effectiveStart() > *own->effectiveStart());
}

inline std::optional<QPoint> emptyPlaceOnCanvas(const Desk &desk)
{
    CanvasView &view = desk.workspace().canvas()->view();
    const QRect room = view.viewport()->rect().adjusted(150, 80, -150, -80);
    for (int y = room.top(); y < room.bottom(); y += 20) {
        for (int x = room.left(); x < room.right(); x += 20) {
            const QRect around(x - 130, y - 60, 260, 120);
            const auto items = view.items(around);
            const bool isFree = std::none_of(items.begin(), items.end(), [](auto *item) {
                return dynamic_cast<FactorItem *>(item) != nullptr;
            });
            if (isFree && Hands::receiver(view.viewport(), { x, y }))
                return QPoint(x, y);
        }
    }
    return {};
}

inline void addCardByMouse(const Desk &desk, const QString &title)
{
    CanvasView &view = desk.workspace().canvas()->view();
    auto at = emptyPlaceOnCanvas(desk);
    if (!at) {
        STEP(Hands::click(desk.button(u"Fit everything"_s)));
        at = emptyPlaceOnCanvas(desk);
    }
    QVERIFY(at);
    STEP(Hands::doubleClick(view.viewport(), *at));
    STEP(writeCard(desk, title));
}

inline QPoint cardOf(const Desk &desk, const QString &title)
{
    CanvasView &view = desk.workspace().canvas()->view();
    return view.mapFromScene(view.factorScene().factorItem(desk.factor(title))->pos());
}

inline void pullFromHandle(const Desk &desk, const QString &title, QPoint to)
{
    CanvasView &view = desk.workspace().canvas()->view();
    const FactorItem *item = view.factorScene().factorItem(desk.factor(title));
    const QPoint middle = cardOf(desk, title);
    const bool isRight = to.x() > middle.x();
    Hands::point(view.viewport(), middle);
    const QPointF handle = item->handlePosition(isRight ? Handle::Right : Handle::Left);
    STEP(Hands::drag(view.viewport(), view.mapFromScene(handle), to));
}

/// From the table below the line, over the rail, onto a card.
inline void carryEventToCard(const Desk &desk, const JourneyEvidence &evidence, const QString &card)
{
    STEP(desk.goByMouse(Place::Timeline));
    auto *table = desk.named<QTableView>(u"Events as a table"_s);
    QVERIFY(table);
    const Event first = *desk.event(evidence.first);
    QModelIndex row;
    for (int i = 0; i < table->model()->rowCount() && !row.isValid(); ++i) {
        const QModelIndex each = table->model()->index(i, EventTableModel::Title);
        if (each.data().toString() == first.displayTitle())
            row = each;
    }
    STEP(Hands::clickRow(table, row));
    QVERIFY(table->dragEnabled());
    const std::unique_ptr<QMimeData> carried(
        table->model()->mimeData(table->selectionModel()->selectedIndexes()));
    QWidget *rail = desk.railButton(Place::Factors);
    QDragEnterEvent over(rail->rect().center(), Qt::CopyAction | Qt::LinkAction, carried.get(),
                         Qt::LeftButton, {});
    QCoreApplication::sendEvent(rail, &over);
    QTRY_COMPARE(desk.window->place(), Place::Factors);
    QWidget *surface = desk.workspace().canvas()->view().viewport();
    QTest::qWait(50);
    QVERIFY(Hands::dropOn(surface, cardOf(desk, card), *carried));
    QCOMPARE(desk.contents().evidenceLinks.size(), 1);
    QCOMPARE(desk.contents().evidenceLinks[0].eventId, first.id);
    QCOMPARE(desk.contents().evidenceLinks[0].target.id, desk.factor(card).value);
}

inline void drawFactorsByMouse(const Desk &desk, const JourneyEvidence &evidence)
{
    STEP(desk.goByMouse(Place::Factors));
    QTest::qWait(50);
    CanvasView &view = desk.workspace().canvas()->view();
    STEP(Hands::click(desk.named<QAbstractButton>(u"Write it on a card"_s)));
    STEP(writeCard(desk, u"Launches failed for hours"_s));
    STEP(addCardByMouse(desk, u"A limit nobody expected to reach"_s));
    STEP(addCardByMouse(desk, u"Dashboards restarted with the rest"_s));
    STEP(addCardByMouse(desk, u"A known slow client library"_s));
    const auto free = emptyPlaceOnCanvas(desk);
    QVERIFY(free);
    STEP(pullFromHandle(desk, u"Launches failed for hours"_s, *free));
    STEP(writeCard(desk, u"People waited in front of a spinner"_s));
    QCOMPARE(desk.contents().factors.size(), 5);
    QCOMPARE(desk.contents().influences.size(), 1);
    STEP(pullFromHandle(desk, u"A known slow client library"_s,
                        cardOf(desk, u"Launches failed for hours"_s)));
    QCOMPARE(desk.contents().influences.size(), 2);

    const QString card = u"A limit nobody expected to reach"_s;
    STEP(Hands::click(view.viewport(), cardOf(desk, card)));
    auto *level = desk.named<QComboBox>(u"Level"_s);
    auto *polarity = desk.named<QComboBox>(u"Polarity"_s);
    QVERIFY(level && polarity);
    STEP(Hands::choose(level, level->itemText(1)));
    STEP(Hands::choose(polarity, polarity->itemText(2)));
    const Factor after = *findRecord<Factor>(desk.contents(), desk.factor(card));
    QCOMPARE(static_cast<int>(after.level), 2);
    QCOMPARE(static_cast<int>(after.polarity), 2);
    QTest::qWait(350);
    STEP(carryEventToCard(desk, evidence, card));
}

inline void namePressureByMouse(const Desk &desk, const QString &words)
{
    STEP(desk.goByMouse(Place::Pressures));
    const auto before = desk.contents().pressures.size();
    STEP(Hands::click(desk.button(u"Add pressure"_s)));
    auto *picker = desk.find<CodePicker>([](const auto &) { return true; });
    QVERIFY(picker);
    auto *list = picker->findChild<QListView *>();
    STEP(Hands::clickRow(list, list->model()->index(2, 0)));
    QCOMPARE(desk.contents().pressures.size(), before + 1);
    Hands::type(words);
    Hands::key(Qt::Key_Return);
    QCOMPARE(desk.contents().pressures.last().title, words);
}

inline void writeReportByMouse(const Desk &desk, const JourneyEvidence &evidence)
{
    STEP(desk.goByMouse(Place::Report));
    auto *sections = desk.named<QListWidget>(u"Sections of the narrative"_s);
    QVERIFY(sections && sections->count() > 0);
    STEP(Hands::clickRow(sections, sections->model()->index(0, 0)));
    auto *edit = desk.find<NarrativeEdit>([](const auto &) { return true; });
    QVERIFY(edit);
    STEP(Hands::click(edit->viewport()));
    Hands::type(u"It began with "_s);
    STEP(Hands::click(desk.button(u"Link to an event…"_s)));
    auto *picker = desk.find<EventPicker>([](const auto &) { return true; });
    QVERIFY(picker);
    Hands::type(evidence.first);
    const QString title = desk.event(evidence.first)->displayTitle();
    const auto row = [&] {
        for (int i = 0; i < picker->list()->count(); ++i) {
            if (picker->list()->item(i)->text().contains(title.simplified()))
                return i;
        }
        return -1;
    };
    QTRY_VERIFY(row() >= 0 && picker->list()->count() < 5);
    STEP(Hands::clickRow(picker->list(), picker->list()->model()->index(row(), 0)));
    QVERIFY(!picker->isVisible());
    Hands::type(u" and it held us for hours."_s);
}

inline void exportByMouse(const Desk &desk, const QString &path)
{
    STEP(Hands::click(desk.button(u"Export…"_s)));
    auto *target = desk.named<QLineEdit>(u"File to write"_s);
    STEP(Hands::click(target));
    target->selectAll();
    Hands::type(path);
    QSignalSpy exported(desk.workspace().report(), &ReportPage::exported);
    STEP(Hands::click(desk.button(u"Export"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, kPatience);
    QVERIFY(QFileInfo(path).size() > 10'000);
    QTRY_VERIFY(desk.window->statusLine()->message().contains(path));
}

} // namespace SecondStory::Testing
