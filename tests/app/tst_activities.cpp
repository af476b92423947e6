// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journeyfixture.h"
#include "app/timelinedesk.h"
#include "editing/activityedits.h"
#include "inspector/activityinspector.h"
#include "inspector/eventinspector.h"
#include "services/translations.h"
#include "theme/theme.h"
#include "timeline/eventtablemodel.h"
#include "timeline/eventtableview.h"
#include "timeline/timelineaccessible.h"
#include "timeline/timelineactivities.h"
#include "timeline/tracksaccessible.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QListWidget>
#include <QSignalSpy>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace SecondStory::Ui;
using C = EventTableModel;

/// Activities on the line, in the table and in the inspector, by mouse and by keyboard.
class ActivitiesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_settings;

    /// "look", "roll back" and "wait" of lane A, grouped and expanded.
    struct Scene : TimelineDesk {
        ActivityId id;

        explicit Scene(bool isCollapsed = false)
        {
            selection.select({ seq(u"look"_s), seq(u"roll back"_s), seq(u"wait"_s) });
            view->activities().group(u"Put it right"_s);
            id = document->contents().activities.first().id;
            view->activities().setCollapsed(id, isCollapsed);
            selection.clear();
            QApplication::processEvents();
        }
        [[nodiscard]] const Activity *activity() const
        {
            return findRecord<Activity>(document->contents(), id);
        }
        /// On the bar or bracket, where no event lies below it.
        [[nodiscard]] QPoint drawnAt() const
        {
            const QRectF at = tracks().rectOf(id);
            return QPointF(view->viewport().scale().x({ kDeskNoon.us + 10 * kDeskMinute }),
                           at.center().y())
                .toPoint();
        }
    };

    /// The main window over a review with three own events, grouped.
    struct Window {
        std::unique_ptr<TestLibrary> library = std::make_unique<TestLibrary>();
        std::unique_ptr<Desk> desk;
        QList<EventId> events;
        ActivityId id;
        LaneId other;

        Window()
        {
            const ReviewId review = library->addReview(u"Rollback"_s, u"UTC"_s);
            desk = std::make_unique<Desk>(library->path());
            if (!desk->window->openReview(review))
                qFatal("the review cannot be opened");
            Editing::ReviewDocument &document = desk->document();
            const LaneId lane = *Editing::addLane(document, u"Work"_s);
            other = *Editing::addLane(document, u"Other"_s);
            for (int i = 0; i < 3; ++i)
                events << *Editing::addEvent(document,
                                             { TimePoint{ kDeskNoon.us + i * 10 * kDeskMinute },
                                               {},
                                               lane,
                                               EventKind::Action,
                                               u"step %1"_s.arg(i) });
            desk->window->go(Place::Timeline);
            view().tracks().setFocus();
            view().navigation().fitAll();
        }
        [[nodiscard]] TimelineView &view() const { return *desk->workspace().timeline(); }
        [[nodiscard]] const QList<Activity> &all() const { return desk->contents().activities; }
        [[nodiscard]] ActivityInspector *inspector() const
        {
            return desk->find<ActivityInspector>([](const auto &) { return true; });
        }
        /// Selects all and groups them, by keyboard.
        void group()
        {
            Hands::key(Qt::Key_A, Qt::ControlModifier);
            Hands::key(Qt::Key_G);
            Hands::type(u"Roll back"_s);
            Hands::key(Qt::Key_Return);
            id = all().isEmpty() ? ActivityId() : all().first().id;
            QVERIFY(!id.isNull());
        }
    };

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setStyle(new Style);
        installTimelineAccessibility();
        Services::installTranslations(*QCoreApplication::instance());
        QApplication::setPalette(toQPalette(Figures::Palette::light()));
    }
    void init() { isolateSettings(m_settings.path()); }

    void aBracketSpansTheEventsOfAnExpandedActivity()
    {
        Scene s;
        const QRectF bracket = s.tracks().rectOf(s.id);
        QVERIFY(bracket.isValid());
        for (const QString &title : { u"look"_s, u"roll back"_s, u"wait"_s }) {
            const QRectF event = s.tracks().rectOf(s.seq(title));
            QVERIFY(event.isValid());
            QVERIFY(bracket.left() < event.center().x() && bracket.right() > event.center().x());
            QVERIFY(bracket.center().y() < event.center().y());
        }
        QCOMPARE(s.view->model().index().shown(), s.view->model().events().rows.size());
        const QImage open = s.tracks().grab().toImage();
        QVERIFY(Editing::ungroup(*s.document, s.id));
        QVERIFY(!s.tracks().rectOf(s.id).isValid());
        QVERIFY(s.tracks().grab().toImage() != open);
    }

    void aClickOnABracketSelectsAndTwoCollapse()
    {
        Scene s;
        QTest::mouseClick(&s.tracks(), Qt::LeftButton, {}, s.drawnAt());
        QCOMPARE(s.selection.seqs().size(), 3);
        QCOMPARE(s.selection.activity(), s.id);
        QTest::mouseDClick(&s.tracks(), Qt::LeftButton, {}, s.drawnAt());
        QVERIFY(s.activity()->collapsed);
        QTest::mouseDClick(&s.tracks(), Qt::LeftButton, {}, s.drawnAt());
        QVERIFY(!s.activity()->collapsed);
        s.document->undoStack()->undo();
        QVERIFY(s.activity()->collapsed);
        s.document->undoStack()->undo();
        QVERIFY(!s.activity()->collapsed);
        // An event under it is taken by itself.
        QTest::mouseClick(&s.tracks(), Qt::LeftButton, {}, s.placeOf(u"roll back"_s));
        QCOMPARE(s.selection.seqs(), QList<qint64>{ s.seq(u"roll back"_s) });
        QVERIFY(s.selection.activity().isNull());
    }

    void aKeyCollapsesTheActivityOfTheSelection()
    {
        Scene s;
        s.selection.selectOnly(s.seq(u"wait"_s));
        QTest::keyClick(&s.tracks(), Qt::Key_G, Qt::ShiftModifier);
        QVERIFY(s.activity()->collapsed);
        QTest::keyClick(&s.tracks(), Qt::Key_G, Qt::ShiftModifier);
        QVERIFY(!s.activity()->collapsed);
        s.selection.selectOnly(s.seq(u"say so"_s));
        QTest::keyClick(&s.tracks(), Qt::Key_G, Qt::ShiftModifier);
        QVERIFY(!s.activity()->collapsed);
    }

    void screenReadersFindTheBracketAndItsActions()
    {
        Scene s;
        QAccessibleInterface *tracks = QAccessible::queryAccessibleInterface(&s.tracks());
        QVERIFY(dynamic_cast<TracksAccessible *>(tracks));
        QAccessibleInterface *bracket = tracks->child(0)->child(0);
        QVERIFY(bracket);
        const QString name = bracket->text(QAccessible::Name);
        QVERIFY2(name.startsWith(u"Put it right (3 events), activity, "_s), qPrintable(name));
        QVERIFY2(name.endsWith(u", expanded"_s), qPrintable(name));
        QCOMPARE(bracket->parent(), tracks->child(0));
        QVERIFY(bracket->state().expanded && !bracket->state().collapsed);
        const QPoint at = s.tracks().mapToGlobal(s.drawnAt());
        QCOMPARE(tracks->childAt(at.x(), at.y()), bracket);
        QAccessibleActionInterface *actions = bracket->actionInterface();
        QVERIFY(actions);
        QVERIFY(actions->actionNames().contains(u"collapse"_s));
        actions->doAction(u"select"_s);
        QCOMPARE(s.selection.activity(), s.id);
        actions->doAction(u"collapse"_s);
        QVERIFY(s.activity()->collapsed);
        QAccessibleInterface *bar = tracks->child(0)->child(0);
        QVERIFY(bar->text(QAccessible::Name).endsWith(u", collapsed"_s));
        bar->actionInterface()->doAction(u"expand"_s);
        QVERIFY(!s.activity()->collapsed);
    }

    void aCollapsedActivityIsOneRowOfTheTable()
    {
        Scene s(true);
        EventTableModel table(s.view->model());
        const QAbstractItemModelTester tester(
            &table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto events = static_cast<int>(s.document->events().rows.size());
        QCOMPARE(table.rowCount(), events - 2);
        QCOMPARE(table.activityAt(0), s.id);
        QCOMPARE(table.index(0, C::Title).data().toString(), u"▸ Put it right (3 events)"_s);
        QCOMPARE(table.index(0, C::Time).data().toString(), u"2018-02-20 13:00:00 – 13:55:00"_s);
        QCOMPARE(table.index(0, C::LaneName).data().toString(), u"Lane A"_s);
        QCOMPARE(table.rowOf(s.seq(u"wait"_s)), 0);
        QCOMPARE(table.rowOf(s.seq(u"say so"_s)), 1);
        QCOMPARE(table.eventsAt(0).size(), 3);
        QVERIFY(!(table.flags(table.index(0, C::Time)) & Qt::ItemIsEditable));
        QVERIFY(table.setData(table.index(0, C::Title), u"Put it back"_s));
        QCOMPARE(s.activity()->title, u"Put it back"_s);
        QVERIFY(!table.setData(table.index(0, C::Title), u"  "_s));
        s.view->activities().setCollapsed(s.id, false);
        QCOMPARE(table.rowCount(), events);
        QVERIFY(table.activityAt(0).isNull());
        s.document->undoStack()->undo();
        QCOMPARE(table.rowCount(), events - 2);
        s.document->undoStack()->undo();
        s.document->undoStack()->undo();
        QCOMPARE(table.index(0, C::Title).data().toString(), u"look"_s);
    }

    void whatAFilterFindsIsShownEventByEvent()
    {
        Scene s(true);
        EventTableModel table(s.view->model());
        const QAbstractItemModelTester tester(
            &table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Figures::EventFilter filter;
        filter.text = u"roll"_s;
        s.view->model().setFilter(filter);
        s.view->model().finishCounting();
        QCOMPARE(table.rowCount(), 2);
        QVERIFY(table.rowOf(s.seq(u"roll back"_s)) >= 0);
        QVERIFY(table.activityAt(0).isNull());
        s.view->model().setFilter({});
        QCOMPARE(table.activityAt(0), s.id);
    }

    void theTableExpandsAndCollapsesByKeyboard()
    {
        Window w;
        STEP(w.group());
        QVERIFY(w.all().first().collapsed);
        auto *table = w.desk->named<EventTableView>(u"Events as a table"_s);
        QVERIFY(table);
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, C::Title));
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(w.desk->workspace().selection().activity(), w.id);
        QVERIFY(w.inspector());
        Hands::key(Qt::Key_Return);
        QVERIFY(!w.all().first().collapsed);
        QCOMPARE(table->model()->rowCount(), 3);
        QCOMPARE(table->selectionModel()->selectedRows().size(), 3);
        Hands::key(Qt::Key_Minus);
        QVERIFY(w.all().first().collapsed);
        QCOMPARE(table->model()->rowCount(), 1);
        Hands::key(Qt::Key_Plus);
        QVERIFY(!w.all().first().collapsed);
        QVERIFY(table->hasFocus());
    }

    void theInspectorShowsAnActivityAndEditsIt()
    {
        Window w;
        STEP(w.group());
        QVERIFY(w.inspector());
        QCOMPARE(w.inspector()->activityId(), w.id);
        auto *title = w.desk->named<QLineEdit>(u"Title of the activity"_s);
        QCOMPARE(title->text(), u"Roll back"_s);
        auto *list = w.desk->named<QListWidget>(u"Events of the activity"_s);
        QCOMPARE(list->count(), 3);
        QVERIFY(list->item(1)->text().endsWith(u"step 1"_s));
        STEP(Hands::click(title));
        title->selectAll();
        Hands::type(u"Back to the old one"_s);
        Hands::key(Qt::Key_Return);
        QCOMPARE(w.all().first().title, u"Back to the old one"_s);
        STEP(Hands::choose(w.desk->named<QComboBox>(u"Lane of the activity"_s), u"Other"_s));
        QCOMPARE(w.all().first().laneId, w.other);
        STEP(Hands::click(w.desk->button(u"Expand: show its events"_s)));
        QVERIFY(!w.all().first().collapsed);
        STEP(Hands::click(w.desk->button(u"Collapse into one bar"_s)));
        QVERIFY(w.all().first().collapsed);
        // An event is taken out with Delete and stays on the timeline.
        list->setFocus();
        list->setCurrentRow(0);
        Hands::key(Qt::Key_Delete);
        QCOMPARE(list->count(), 2);
        QCOMPARE(w.all().first().events, w.events.mid(1));
        QVERIFY(w.desk->document().event(w.events.first()));
        for (int i = 0; i < 5; ++i)
            Hands::key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(w.all().first().title, u"Roll back"_s);
        QCOMPARE(w.all().first().events.size(), 3);
        QCOMPARE(title->text(), u"Roll back"_s);
    }

    void theInspectorGoesToAnEventAndUngroups()
    {
        Window w;
        STEP(w.group());
        auto *list = w.desk->named<QListWidget>(u"Events of the activity"_s);
        list->setFocus();
        list->setCurrentRow(2);
        Hands::key(Qt::Key_Return);
        auto *event = w.desk->find<EventInspector>([](const auto &) { return true; });
        QVERIFY(event);
        QCOMPARE(event->eventId(), w.events.last());
        QVERIFY(!w.inspector());
        w.desk->workspace().reveal({ TargetKind::Activity, w.id.value });
        QVERIFY(w.inspector());
        STEP(Hands::click(w.desk->button(u"Ungroup"_s)));
        QVERIFY(w.all().isEmpty());
        QVERIFY(!w.inspector());
        QCOMPARE(w.desk->document().events().size(), 3);
        w.desk->document().undoStack()->undo();
        QVERIFY(w.inspector());
    }

    void bracketsAreDrawn_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("isDark");
        for (const QSize size : { QSize(1280, 800), QSize(1920, 1080) }) {
            for (const bool isDark : { false, true })
                QTest::addRow("%d-%s", size.width(), isDark ? "dark" : "light") << size << isDark;
        }
    }
    void bracketsAreDrawn()
    {
        QFETCH(QSize, size);
        QFETCH(bool, isDark);
        Window w;
        const auto &palette = isDark ? Figures::Palette::dark() : Figures::Palette::light();
        QApplication::setPalette(toQPalette(palette));
        w.desk->window->resize(size);
        STEP(w.group());
        const QImage folded = shot(w, u"activity-collapsed"_s);
        Hands::key(Qt::Key_G, Qt::ShiftModifier);
        const QImage open = shot(w, u"activity-expanded"_s);
        QVERIFY(folded != open);
        QApplication::setPalette(toQPalette(Figures::Palette::light()));
    }

private:
    static QImage shot(const Window &w, const QString &name)
    {
        QTest::qWait(120);
        const QImage image = w.desk->window->grab().toImage();
        const QString folder = qEnvironmentVariable("SECONDSTORY_GALLERY");
        if (!folder.isEmpty() && QDir().mkpath(folder))
            image.save(QDir(folder).filePath(
                name + u'-' + QString::fromLatin1(QTest::currentDataTag()) + u".png"_s));
        return image;
    }
};

QTEST_MAIN(ActivitiesTest)
#include "tst_activities.moc"
