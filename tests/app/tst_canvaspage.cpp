// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/canvascommands.h"
#include "canvas/canvasexporter.h"
#include "canvas/canvaspage.h"
#include "canvas/canvasview.h"
#include "canvas/connectionsmodel.h"
#include "canvas/eventdrop.h"
#include "canvas/factorform.h"
#include "canvas/factorinspector.h"
#include "canvas/factoroutline.h"
#include "canvas/factoroutlinemodel.h"
#include "canvas/factorpicker.h"
#include "canvas/factorscene.h"
#include "canvas/influenceitem.h"
#include "canvas/noteedit.h"
#include "canvas/titleeditor.h"
#include "support/canvasdocument.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QWheelEvent>
#include <QXmlStreamReader>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace SecondStory::Ui;
using namespace Qt::StringLiterals;

namespace {

/// The page as somebody sees it, with hands to use it.
struct Desk {
    CanvasDocument d;
    CanvasPage page;
    CanvasView &view;
    FactorScene &scene;

    explicit Desk(const Samples::Canvas *canvas = nullptr)
        : page(*filled(d, canvas))
        , view(page.view())
        , scene(view.factorScene())
    {
        page.resize(1400, 900);
        page.show();
        QCoreApplication::processEvents();
        view.setFocus();
    }

    static Editing::ReviewDocument *filled(CanvasDocument &d, const Samples::Canvas *canvas)
    {
        if (canvas)
            d.fill(*canvas);
        return d.document.get();
    }

    [[nodiscard]] const ReviewContents &contents() const { return d.document->contents(); }
    [[nodiscard]] QPoint onScreen(QPointF at) const { return view.mapFromScene(at); }
    [[nodiscard]] QWidget *surface() const { return view.viewport(); }
    [[nodiscard]] QPoint cardOf(int index) const
    {
        return onScreen(scene.factorItem(contents().factors[index].id)->pos());
    }
    [[nodiscard]] FactorId idOf(const QString &title) const
    {
        for (const Factor &factor : contents().factors) {
            if (factor.title == title)
                return factor.id;
        }
        return {};
    }

    void write(const QString &title)
    {
        QVERIFY(view.titleEditor().isOpen());
        QTest::keyClicks(&view.titleEditor(), title);
        QTest::keyClick(&view.titleEditor(), Qt::Key_Return);
    }
    void addAt(QPoint at, const QString &title)
    {
        QTest::mouseDClick(surface(), Qt::LeftButton, {}, at);
        write(title);
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseMove(surface(), from);
        QTest::mousePress(surface(), Qt::LeftButton, modifiers, from);
        for (int i = 1; i <= 4; ++i) {
            const QPoint at = from + (to - from) * i / 4;
            QMouseEvent move(QEvent::MouseMove, at, surface()->mapToGlobal(at), Qt::NoButton,
                             Qt::LeftButton, modifiers);
            QCoreApplication::sendEvent(surface(), &move);
        }
        QTest::mouseRelease(surface(), Qt::LeftButton, modifiers, to);
    }
    void hoverCard(FactorId id)
    {
        QTest::mouseMove(surface(), onScreen(scene.factorItem(id)->pos()));
    }
    void dragHandle(FactorId id, Handle handle, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        hoverCard(id);
        scene.setHovered(id);
        drag(onScreen(scene.factorItem(id)->handlePosition(handle)), to, modifiers);
    }
    void drop(QPoint at, const QMimeData &data)
    {
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(surface(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent dropped(at, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(surface(), &dropped);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&view, key, modifiers);
    }
    void undoAll()
    {
        while (d.document->undoStack()->canUndo())
            d.document->undoStack()->undo();
    }
};

Samples::Canvas threeInARow()
{
    Samples::Canvas canvas = Samples::denseCanvas(ReviewId(), 3, 0);
    for (int i = 0; i < 3; ++i) {
        Factor &factor = canvas.factors[i];
        factor.title = QString(QChar(u'A' + i));
        factor.level = Level::Teams;
        factor.phase = Phase::During;
        factor.x = 8 + i * 320;
        factor.y = 8;
    }
    canvas.evidence.clear();
    return canvas;
}

} // namespace

class CanvasPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fiveFactorsAreMadeByHandConnectedEditedAndTakenBack()
    {
        Desk desk;
        desk.addAt({ 150, 120 }, u"Alert came late"_s);
        desk.addAt({ 500, 120 }, u"Dashboard was trusted"_s);
        desk.addAt({ 150, 330 }, u"Queue had no owner"_s);
        QCOMPARE(desk.contents().factors.size(), 3);
        const FactorId first = desk.idOf(u"Alert came late"_s);
        // From a handle to an empty place: a new factor, joined.
        desk.dragHandle(first, Handle::Bottom, { 420, 600 });
        desk.write(u"Checkout stood still"_s);
        desk.dragHandle(desk.idOf(u"Queue had no owner"_s), Handle::Right, { 560, 440 },
                        Qt::ShiftModifier);
        desk.write(u"Two teams, one queue"_s);
        QCOMPARE(desk.contents().factors.size(), 5);
        QCOMPARE(desk.contents().influences.size(), 2);
        QVERIFY(desk.contents().influences[1].to == desk.idOf(u"Queue had no owner"_s)
                || desk.contents().influences[0].to == desk.idOf(u"Queue had no owner"_s));
        // From a handle to a card: an influence.
        const FactorId second = desk.idOf(u"Dashboard was trusted"_s);
        desk.dragHandle(first, Handle::Right, desk.onScreen(desk.scene.factorItem(second)->pos()));
        QCOMPARE(desk.contents().influences.size(), 3);
        // Edit in place.
        QTest::mouseDClick(desk.surface(), Qt::LeftButton, {},
                           desk.onScreen(desk.scene.factorItem(second)->pos()));
        desk.write(u"Dashboard was all there was"_s);
        QVERIFY(!desk.idOf(u"Dashboard was all there was"_s).isNull());
        // Remove, with its influence.
        desk.scene.selectFactor(second);
        desk.key(Qt::Key_Delete);
        QCOMPARE(desk.contents().factors.size(), 4);
        QCOMPARE(desk.contents().influences.size(), 2);
        desk.undoAll();
        QVERIFY(desk.contents().factors.isEmpty());
        QVERIFY(desk.contents().influences.isEmpty());
        QVERIFY(desk.scene.factorItems().isEmpty());
    }

    void escapeWhileWritingANewFactorLeavesNothing()
    {
        Desk desk;
        QTest::mouseDClick(desk.surface(), Qt::LeftButton, {}, QPoint(300, 300));
        QTest::keyClicks(&desk.view.titleEditor(), u"never mind"_s);
        QTest::keyClick(&desk.view.titleEditor(), Qt::Key_Escape);
        QVERIFY(desk.contents().factors.isEmpty());
        QCOMPARE(desk.d.document->undoStack()->count(), 0);
    }

    void aWholeCanvasIsMadeByKeysAlone()
    {
        Desk desk;
        desk.key(Qt::Key_N);
        desk.write(u"first"_s);
        desk.key(Qt::Key_Down, Qt::ControlModifier);
        desk.write(u"effect"_s);
        QCOMPARE(desk.contents().influences.size(), 1);
        QVERIFY(desk.contents().influences.first().to == desk.idOf(u"effect"_s));
        desk.key(Qt::Key_Up);
        QVERIFY(desk.scene.selectedFactors() == QList{ desk.idOf(u"first"_s) });
        desk.key(Qt::Key_Left, Qt::ControlModifier);
        desk.write(u"contributor"_s);
        QCOMPARE(desk.contents().influences.size(), 2);
        desk.key(Qt::Key_Backtab, Qt::ShiftModifier);
        desk.write(u"sibling"_s);
        QCOMPARE(desk.contents().factors.size(), 4);
        const FactorId sibling = desk.idOf(u"sibling"_s);
        desk.key(Qt::Key_Tab);
        desk.write(u"child"_s);
        QCOMPARE(desk.contents().factors.size(), 5);
        desk.scene.selectFactor(sibling);
        desk.key(Qt::Key_2);
        desk.key(Qt::Key_4, Qt::ShiftModifier);
        desk.key(Qt::Key_V);
        const auto *factor = findRecord<Factor>(desk.contents(), sibling);
        QVERIFY(factor->kind == FactorKind::Pressure);
        QVERIFY(factor->confidence == Confidence::Documented);
        QVERIFY(factor->pinned);
        desk.key(Qt::Key_F2);
        desk.write(u"renamed"_s);
        QCOMPARE(findRecord<Factor>(desk.contents(), sibling)->title, u"renamed"_s);
        desk.key(Qt::Key_E);
        QVERIFY(desk.page.picker().isVisible());
        QTest::keyClicks(&desk.page.picker().search(), u"effect"_s);
        QTest::keyClick(&desk.page.picker().search(), Qt::Key_3, Qt::AltModifier);
        QTest::keyClick(&desk.page.picker().search(), Qt::Key_Return);
        QVERIFY(!desk.page.picker().isVisible());
        const Influence added = findInfluence(desk, sibling, desk.idOf(u"effect"_s));
        QVERIFY(added.kind == InfluenceKind::MadeHarder);
        desk.undoAll();
        QVERIFY(desk.contents().factors.isEmpty());
    }

    void draggingIntoAnotherLaneSetsTheLevelAndStaysOnTheGrid()
    {
        const Samples::Canvas canvas = threeInARow();
        Desk desk(&canvas);
        const FactorId id = desk.contents().factors[0].id;
        const Figures::Stripe lane = desk.scene.lanes().of(Level::People);
        const QPointF from = desk.scene.factorItem(id)->pos();
        desk.drag(desk.onScreen(from), desk.onScreen({ from.x() + 3, lane.centre() }));
        const auto *factor = findRecord<Factor>(desk.contents(), id);
        QVERIFY(factor->level == Level::People);
        QCOMPARE(std::fmod(factor->x, 8), 0.0);
        QCOMPARE(std::fmod(factor->y, 8), 0.0);
        desk.d.document->undoStack()->undo();
        QVERIFY(findRecord<Factor>(desk.contents(), id)->level == Level::Teams);
        QCOMPARE(desk.scene.factorItem(id)->pos(), from);
    }

    void draggingAcrossAColumnSetsThePhase()
    {
        const Samples::Canvas canvas = threeInARow();
        Desk desk(&canvas);
        const FactorId id = desk.contents().factors[0].id;
        const QPointF from = desk.scene.factorItem(id)->pos();
        const QPointF to(desk.scene.lanes().of(Phase::Before).centre(), from.y());
        desk.drag(desk.onScreen(from), desk.onScreen(to));
        QVERIFY(findRecord<Factor>(desk.contents(), id)->phase == Phase::Before);
    }

    void escapeDuringADragPutsTheCardBack()
    {
        const Samples::Canvas canvas = threeInARow();
        Desk desk(&canvas);
        const QPointF before = desk.scene.factorItem(desk.contents().factors[0].id)->pos();
        const QPoint at = desk.cardOf(0);
        QTest::mousePress(desk.surface(), Qt::LeftButton, {}, at);
        QMouseEvent move(QEvent::MouseMove, at + QPoint(90, 90), at, Qt::NoButton, Qt::LeftButton,
                         {});
        QCoreApplication::sendEvent(desk.surface(), &move);
        QVERIFY(desk.scene.factorItem(desk.contents().factors[0].id)->pos() != before);
        desk.key(Qt::Key_Escape);
        QTest::mouseRelease(desk.surface(), Qt::LeftButton, {}, at + QPoint(90, 90));
        QCOMPARE(desk.scene.factorItem(desk.contents().factors[0].id)->pos(), before);
        QCOMPARE(desk.d.document->undoStack()->count(), 0);
    }

    void aRubberBandSelectsAndShiftClickToggles()
    {
        const Samples::Canvas canvas = threeInARow();
        Desk desk(&canvas);
        const QPointF corner = desk.scene.contentRect().topLeft() - QPointF(40, 30);
        const QPointF end =
            desk.scene.factorItem(desk.contents().factors[1].id)->pos() + QPointF(10, 60);
        desk.drag(desk.onScreen(corner), desk.onScreen(end));
        QCOMPARE(desk.scene.selectedFactors().size(), 2);
        QTest::mouseClick(desk.surface(), Qt::LeftButton, Qt::ShiftModifier, desk.cardOf(2));
        QCOMPARE(desk.scene.selectedFactors().size(), 3);
        QTest::mouseClick(desk.surface(), Qt::LeftButton, Qt::ShiftModifier, desk.cardOf(0));
        QCOMPARE(desk.scene.selectedFactors().size(), 2);
        desk.key(Qt::Key_Escape);
        QVERIFY(desk.scene.selection().isEmpty());
    }

    void zoomKeepsThePlaceUnderThePointer()
    {
        const Samples::Canvas canvas = threeInARow();
        Desk desk(&canvas);
        desk.view.setZoom(1);
        const QPoint at(400, 300);
        const QPointF before = desk.view.mapToScene(at);
        QWheelEvent wheel(at, desk.surface()->mapToGlobal(at), {}, { 0, 360 }, Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(desk.surface(), &wheel);
        QCOMPARE_GT(desk.view.zoom(), 1.4);
        const QPointF d = desk.view.mapToScene(at) - before;
        QCOMPARE_LT(std::hypot(d.x(), d.y()), 2.0);
        for (int i = 0; i < 40; ++i)
            desk.view.zoomBy(1.2);
        QCOMPARE(desk.view.zoom(), CanvasView::kMostZoom);
        for (int i = 0; i < 60; ++i)
            desk.view.zoomBy(0.8);
        QCOMPARE(desk.view.zoom(), CanvasView::kLeastZoom);
    }

    void eventsDroppedOnACardBecomeItsEvidenceAndOnTheGroundAFactor()
    {
        const Samples::Canvas canvas = threeInARow();
        Desk desk(&canvas);
        QMimeData data;
        const QString lines =
            u"%1\nnot an id\n%2\n"_s.arg(desk.d.events[0].toString(), desk.d.events[1].toString());
        data.setData(kEventsMimeType, lines.toLatin1());
        desk.drop(desk.cardOf(0), data);
        QCOMPARE(desk.contents().evidenceLinks.size(), 2);
        QCOMPARE(desk.scene.factorItem(desk.contents().factors[0].id)->evidence(), 2);
        const QPointF empty = desk.scene.contentRect().bottomLeft() + QPointF(200, 120);
        desk.drop(desk.onScreen(empty), data);
        QCOMPARE(desk.contents().factors.size(), 4);
        QCOMPARE(desk.contents().evidenceLinks.size(), 4);
    }

    void factorsNeverPlacedAreStoredWithTheFirstMoveAndComeBackUnplaced()
    {
        const Samples::Canvas canvas = Samples::checkoutCanvas(ReviewId());
        Desk desk(&canvas);
        QHash<FactorId, QPointF> drawn;
        for (const FactorItem *item : desk.scene.factorItems())
            drawn.insert(item->id(), item->pos());
        QCOMPARE(desk.contents().factors[3].x, 0.0);
        const FactorId moved = desk.contents().factors[0].id;
        desk.scene.selectFactor(moved);
        desk.key(Qt::Key_Right, Qt::ShiftModifier);
        for (const Factor &factor : desk.contents().factors) {
            const QPointF expected =
                drawn.value(factor.id) + (factor.id == moved ? QPointF(8, 0) : QPointF());
            QCOMPARE(QPointF(factor.x, factor.y), expected);
        }
        desk.d.document->undoStack()->undo();
        QCOMPARE(desk.contents().factors[3].x, 0.0);
        for (const FactorItem *item : desk.scene.factorItems())
            QCOMPARE(item->pos(), drawn.value(item->id()));
    }

    void tidyingIsOneStepAndLeavesPinnedFactorsAlone()
    {
        Samples::Canvas canvas = Samples::checkoutCanvas(ReviewId());
        for (int i = 0; i < canvas.factors.size(); ++i) {
            canvas.factors[i].x = 8 + 240 * (i % 4);
            canvas.factors[i].y = 8 + 1000 - 130 * i;
        }
        canvas.factors[2].pinned = true;
        Desk desk(&canvas);
        const auto pinned = desk.contents().factors[2];
        QVERIFY(pinned.pinned);
        desk.key(Qt::Key_L, Qt::ShiftModifier);
        QCOMPARE(desk.d.document->undoStack()->count(), 1);
        QCOMPARE(desk.contents().factors[2].x, pinned.x);
        QCOMPARE(desk.contents().factors[2].y, pinned.y);
        desk.d.document->undoStack()->undo();
        QCOMPARE(desk.contents().factors[5].y, canvas.factors[5].y);
    }

    void theInspectorEditsWhatIsSelected()
    {
        const Samples::Canvas canvas = threeInARow();
        Desk desk(&canvas);
        const FactorId id = desk.contents().factors[0].id;
        desk.scene.selectFactor(id);
        FactorForm &form = desk.page.inspector().factorForm();
        QVERIFY(form.factor() == id);
        form.title().setPlainText(u"Said better"_s);
        form.title().flush();
        QCOMPARE(findRecord<Factor>(desk.contents(), id)->title, u"Said better"_s);
        form.confidence().setCurrentIndex(2);
        Q_EMIT form.confidence().activated(2);
        QVERIFY(findRecord<Factor>(desk.contents(), id)->confidence == Confidence::Corroborated);
        desk.view.commands().changeLevel(*findRecord<Factor>(desk.contents(), id), Level::Company);
        const auto *factor = findRecord<Factor>(desk.contents(), id);
        QVERIFY(factor->level == Level::Company);
        QVERIFY(desk.scene.lanes().levelAt(factor->y) == Level::Company);
    }

    void outlineAndCanvasFollowEachOther()
    {
        const Samples::Canvas canvas = Samples::checkoutCanvas(ReviewId());
        Desk desk(&canvas);
        desk.page.setOutlineVisible(true);
        FactorOutline &outline = desk.page.outline();
        const FactorId id = desk.contents().factors[7].id;
        desk.scene.selectFactor(id);
        QVERIFY(outline.model().factorAt(outline.tree().currentIndex()) == id);
        QCOMPARE(outline.connections().model()->rowCount(), 3);
        const FactorId other = desk.contents().factors[1].id;
        outline.tree().setCurrentIndex(outline.model().indexOf(other));
        QVERIFY(desk.scene.selectedFactors() == QList{ other });
        const QModelIndex title = outline.model().indexOf(other);
        QVERIFY(outline.model().setData(title, u"From the outline"_s));
        QCOMPARE(desk.scene.factorItem(other)->factor().title, u"From the outline"_s);
        const QModelIndex kind =
            outline.connections().model()->index(0, ConnectionsModel::KindColumn);
        QVERIFY(
            outline.connections().model()->setData(kind, static_cast<int>(InfluenceKind::Masked)));
        desk.d.document->undoStack()->undo();
        desk.d.document->undoStack()->undo();
        QCOMPARE(desk.scene.factorItem(other)->factor().title,
                 canvas.factors[1].title.isEmpty() ? QString() : desk.contents().factors[1].title);
        QVERIFY(desk.idOf(u"From the outline"_s).isNull());
    }

    void theOutlineModelsHoldUpUnderEveryEdit()
    {
        CanvasDocument d;
        FactorOutlineModel model(*d.document);
        ConnectionsModel connections(*d.document);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester tableTester(
            &connections, QAbstractItemModelTester::FailureReportingMode::QtTest);
        d.fill(Samples::denseCanvas(d.document->id(), 20, 30));
        connections.setFactor(d.document->contents().factors[0].id);
        Editing::FactorEdits edits(*d.document);
        QRandomGenerator random(5);
        for (int i = 0; i < 60; ++i) {
            const auto &factors = d.document->contents().factors;
            Factor after = factors[random.bounded(factors.size())];
            after.level = static_cast<Level>(1 + random.bounded(7));
            after.x = random.bounded(500);
            after.y = 8;
            VERIFY_RESULT(edits.editFactor(after));
            if (i % 6 == 0)
                VERIFY_RESULT(edits.removeFactors({ after.id }));
            if (i % 5 == 0)
                d.document->undoStack()->undo();
            int shown = 0;
            for (int row = 0; row < model.rowCount(); ++row)
                shown += model.rowCount(model.index(row, 0));
            QCOMPARE(shown, d.document->contents().factors.size());
        }
    }

    void focusModeFadesWhatIsFar()
    {
        const Samples::Canvas canvas = Samples::checkoutCanvas(ReviewId());
        Desk desk(&canvas);
        const FactorId id = desk.contents().factors[1].id;
        desk.scene.selectFactor(id);
        desk.key(Qt::Key_F);
        QVERIFY(!desk.scene.factorItem(id)->isFaded());
        const auto faded = [&] {
            return std::count_if(desk.scene.factorItems().begin(), desk.scene.factorItems().end(),
                                 [](const FactorItem *item) { return item->isFaded(); });
        };
        const auto far = faded();
        QCOMPARE_GT(far, 8);
        desk.key(Qt::Key_F);
        QCOMPARE_LT(faded(), far);
        desk.key(Qt::Key_Escape);
        QCOMPARE(faded(), 0);
        QCOMPARE(desk.scene.selectedFactors().size(), 1);
    }

    void copyingPutsTextDrawingAndPictureOnTheClipboard()
    {
        const Samples::Canvas canvas = Samples::checkoutCanvas(ReviewId());
        Desk desk(&canvas);
        desk.key(Qt::Key_C, Qt::ControlModifier);
        const QMimeData *data = QApplication::clipboard()->mimeData();
        QVERIFY(data->text().contains(desk.contents().factors[0].title));
        QVERIFY(data->data(u"image/svg+xml"_s).contains("<title>"));
        QVERIFY(data->hasImage());
    }

    void findingSelectsAFactor()
    {
        const Samples::Canvas canvas = Samples::checkoutCanvas(ReviewId());
        Desk desk(&canvas);
        desk.key(Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(&desk.page.picker().search(), u"newcomer green"_s);
        QTest::keyClick(&desk.page.picker().search(), Qt::Key_Return);
        QCOMPARE(desk.scene.selectedFactors().size(), 1);
        QVERIFY(desk.scene.factorItem(desk.scene.selectedFactors().first())
                    ->factor()
                    .title.contains(u"newcomer"));
    }

    void alignmentKeysLineTheSelectionUp()
    {
        const Samples::Canvas canvas = threeInARow();
        Desk desk(&canvas);
        desk.key(Qt::Key_A, Qt::ControlModifier);
        desk.key(Qt::Key_A, Qt::AltModifier);
        desk.key(Qt::Key_C);
        for (const Factor &factor : desk.contents().factors)
            QCOMPARE(factor.x, 8.0 + 320);
    }

    void startingFromStarredEventsIsOneStep()
    {
        Desk desk;
        QCOMPARE(desk.view.commands().starredEvents(), 2);
        desk.view.commands().startFromStarred();
        QCOMPARE(desk.contents().factors.size(), 2);
        QCOMPARE(desk.contents().evidenceLinks.size(), 2);
        QCOMPARE(desk.d.document->undoStack()->count(), 1);
        desk.undoAll();
        QVERIFY(desk.contents().factors.isEmpty());
    }

    void everyExportIsWritten()
    {
        const Samples::Canvas canvas = Samples::checkoutCanvas(ReviewId());
        Desk desk(&canvas);
        const CanvasExporter exporter(desk.scene);
        const QTemporaryDir folder;
        using Format = CanvasExporter::Format;
        for (const Format format : { Format::Svg, Format::Png, Format::Dot, Format::GraphMl,
                                     Format::FactorsCsv, Format::InfluencesCsv }) {
            const QString path = folder.filePath(QString::number(static_cast<int>(format)));
            VERIFY_RESULT(exporter.write(path, format, 2));
            QCOMPARE_GT(QFileInfo(path).size(), 500);
        }
        const auto refused =
            exporter.write(folder.filePath(u"no/such/folder/x.svg"_s), Format::Svg);
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::Storage);
    }

    void assistiveTechnologySeesTheCardsInReadingOrder()
    {
        const Samples::Canvas canvas = Samples::checkoutCanvas(ReviewId());
        Desk desk(&canvas);
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&desk.view);
        QVERIFY(face);
        QCOMPARE(face->childCount(), 16);
        for (int i = 0; i < face->childCount(); ++i) {
            QVERIFY(face->child(i)->isValid());
            QCOMPARE(face->indexOfChild(face->child(i)), i);
        }
        const QString first = face->child(0)->text(QAccessible::Name);
        QVERIFY2(first.contains(u"Payment provider"_s) && first.contains(u"outside"_s),
                 qPrintable(first));
        QVERIFY2(first.endsWith(u"contributes to 1, influenced by 0"_s), qPrintable(first));
        face->child(2)->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
        QVERIFY(face->child(2)->state().selected);
        QVERIFY(face->focusChild() == face->child(2));
        desk.key(Qt::Key_Delete);
        QCOMPARE(face->childCount(), 15);
    }

    void theEvidenceKeyAsksForTheEvent()
    {
        const Samples::Canvas canvas = Samples::checkoutCanvas(ReviewId());
        Desk desk(&canvas);
        QSignalSpy asked(&desk.page, &CanvasPage::eventRequested);
        desk.scene.selectFactor(desk.contents().factors[0].id);
        desk.key(Qt::Key_K);
        QCOMPARE(asked.count(), 1);
    }

    void tabLeavesTheCanvasWhenNothingIsSelected()
    {
        const Samples::Canvas canvas = threeInARow();
        Desk desk(&canvas);
        QVERIFY(desk.view.hasFocus());
        desk.key(Qt::Key_Tab);
        QVERIFY(!desk.view.titleEditor().isOpen());
        QVERIFY(!desk.view.hasFocus());
    }

private:
    static Influence findInfluence(const Desk &desk, FactorId from, FactorId to)
    {
        for (const Influence &influence : desk.contents().influences) {
            if (influence.from == from && influence.to == to)
                return influence;
        }
        return {};
    }
};

QTEST_MAIN(CanvasPageTest)
#include "tst_canvaspage.moc"
