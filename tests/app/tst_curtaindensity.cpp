// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The curtain where events stand too close to be told apart, and on the strip of the whole time.

#include "app/curtainscene.h"
#include "editing/knownedits.h"
#include "editing/reviewdocument.h"
#include "theme/theme.h"
#include "timeline/timelineminimap.h"
#include "timeline/timelineview.h"

#include <QApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QUndoStack>

using namespace SecondStory;
using namespace SecondStory::Ui;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;
using Analysis::Eyes;

namespace {

constexpr int kCrowd = 400;

/// The scene with a crowd of alerts by the program and, outside of any lane, a crowd of which Asha
/// said every tenth.
struct Crowd {
    CurtainLibrary library;
    std::unique_ptr<Editing::ReviewDocument> document;
    TimelineSelection selection;
    std::unique_ptr<TimelineView> view;
    QList<EventId> alerts;
    QList<EventId> loose;

    Crowd()
    {
        ChangeSet set;
        for (int i = 0; i < kCrowd; ++i) {
            alerts.append(add(set, i, library.hallway, library.monitor));
            loose.append(add(set, i, {}, i % 10 == 0 ? library.asha : library.monitor));
        }
        if (!library.t.library->edits().apply(set))
            qFatal("the crowd could not be stored");
        document = std::move(*Editing::ReviewDocument::open(*library.t.library, library.review));
        view = std::make_unique<TimelineView>(*document, selection);
        view->resize(1000, 600);
        view->show();
        QApplication::processEvents();
        // Far out: the crowds are bands.
        view->viewport().setScale(
            Figures::TimeScale({ minute(-5), minute(60) }, view->tracks().width()));
    }
    [[nodiscard]] static TimePoint at(int number)
    {
        return { kCurtainNoon.us + number * 6'000'000LL };
    }
    EventId add(ChangeSet &set, int number, LaneId lane, PersonId actor) const
    {
        Event event = ownEvent(library.review, u"alert %1"_s.arg(number), at(number));
        event.laneId = lane;
        event.actors = { actor };
        event.kind = EventKind::Alert;
        set.insert(event);
        return event.id;
    }
    [[nodiscard]] TimelineCurtain &curtain() const { return view->curtain(); }
    [[nodiscard]] TimelineMinimap &minimap() const { return *view->findChild<TimelineMinimap *>(); }
    void draw(PersonId person, int atMinute, bool hides = true) const
    {
        curtain().setHides(hides);
        curtain().setEyes({ Eyes::Kind::Person, person, {} });
        curtain().setTime(minute(atMinute));
        curtain().setOn(true);
        QTRY_VERIFY(curtain().isDrawn());
        QApplication::processEvents();
    }
    [[nodiscard]] int rowOf(LaneId lane) const { return view->model().layout().rowOf(lane); }
    /// Pixels of a row, in the middle of its band, from one event to another, that are not bare.
    [[nodiscard]] int inkOf(LaneId lane, int from, int to) const
    {
        TimelineTracks &tracks = view->tracks();
        const QImage image = tracks.grab().toImage().convertToFormat(QImage::Format_RGB32);
        const Figures::LaneRow &row = tracks.layout().rows()[static_cast<size_t>(rowOf(lane))];
        const auto y = static_cast<int>(row.middle()) + 1;
        const Figures::TimeScale &scale = view->viewport().scale();
        const Figures::Palette &palette = paletteFor(view.get());
        const QColor ground = Figures::blend(palette.surface, palette.window, 0.6);
        int ink = 0;
        for (int x = qRound(scale.x(at(from))); x <= qRound(scale.x(at(to))); ++x)
            ink += image.pixelColor(x, y).saturation() > ground.saturation() + 8 ? 1 : 0;
        return ink;
    }
};

} // namespace

class CurtainDensityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"secondstory-tests"_s);
        QCoreApplication::setApplicationName(u"tst_curtaindensity"_s);
    }
    void init() { QSettings().clear(); }
    void cleanupTestCase() { QSettings().clear(); }

    void whatIsStatedAsKnownShowsInABandThatIsNot()
    {
        const Crowd s;
        const int row = s.rowOf(s.library.hallway);
        QVERIFY(!s.view->tracks().geometry().lanes()[static_cast<size_t>(row)].runs.empty());
        QVERIFY(s.inkOf(s.library.hallway, 20, 380) > 20);
        s.draw(s.library.asha, 500);
        const int before = s.inkOf(s.library.hallway, 190, 210);
        VERIFY_RESULT(Editing::stateKnown(*s.document, { s.alerts[200] }, { s.library.asha },
                                          Editing::KnownSince::at(minute(30))));
        s.draw(s.library.asha, 500);
        QTRY_VERIFY(s.inkOf(s.library.hallway, 190, 210) > before);
        s.curtain().setTime(minute(29)); // a minute before she knew
        QCOMPARE(s.inkOf(s.library.hallway, 190, 210), before);
        s.document->undoStack()->undo();
        s.curtain().setTime(minute(500));
        QTRY_COMPARE(s.inkOf(s.library.hallway, 190, 210), before);
    }

    void whatIsStatedAsNotKnownGoesFromABandThatIs()
    {
        const Crowd s;
        ChangeSet set; // Asha has been in the lane of the alerts from the beginning
        (void)s.add(set, -1, s.library.hallway, s.library.asha);
        QVERIFY(s.library.t.library->edits().apply(set));
        VERIFY_RESULT(s.document->reload());
        s.draw(s.library.asha, 500);
        QTRY_VERIFY(s.inkOf(s.library.hallway, 100, 140) > 3);
        QList<EventId> some;
        for (int i = 100; i <= 140; ++i)
            some.append(s.alerts[i]);
        VERIFY_RESULT(Editing::stateKnown(*s.document, some, { s.library.asha },
                                          Editing::KnownSince::notDuring()));
        QTRY_COMPARE(s.inkOf(s.library.hallway, 105, 135), 0);
        QVERIFY(s.inkOf(s.library.hallway, 200, 300) > 3);
    }

    void whatSomebodySaidOutsideOfLanesShowsInItsBand()
    {
        const Crowd s;
        s.draw(s.library.asha, 500);
        const QImage hers = s.view->tracks().grab().toImage();
        s.draw(s.library.bo, 500); // he said none of it
        const QImage his = s.view->tracks().grab().toImage();
        const Figures::LaneRow &row =
            s.view->tracks().layout().rows()[static_cast<size_t>(s.rowOf({}))];
        int other = 0;
        for (int x = 0; x < hers.width(); ++x)
            other += hers.pixel(x, static_cast<int>(row.middle()) + 1)
                    != his.pixel(x, static_cast<int>(row.middle()) + 1)
                ? 1
                : 0;
        // Every tenth of the crowd, two pixels each; not the whole band.
        QVERIFY2(other >= 40 && other <= 160, qPrintable(QString::number(other)));
    }

    void theWorkIsThatOfTheColumns()
    {
        const Crowd s;
        s.draw(s.library.asha, 500);
        const qint64 before = s.curtain().asked();
        (void)s.view->tracks().grab();
        // No event of a band is asked about on its own.
        QVERIFY(s.curtain().asked() - before < kCrowd);
    }

    void theStripOfTheWholeTimeIsVeiledBeyondTheCurtain()
    {
        const Crowd s;
        const TimelineMinimap &map = s.minimap();
        QVERIFY(!map.veil());
        const QImage open = s.minimap().grab().toImage();
        s.draw(s.library.asha, 12);
        QVERIFY(map.veil());
        QCOMPARE(map.veil()->from, minute(12));
        const QImage veiled = s.minimap().grab().toImage();
        const auto later = static_cast<int>(map.scale().x(minute(30)));
        QVERIFY(open.copy(later, 0, 20, open.height())
                != veiled.copy(later, 0, 20, veiled.height()));
        s.curtain().setOn(false);
        QVERIFY(!map.veil());
        QCOMPARE(s.minimap().grab().toImage(), open);
    }

    void whoHidesWhatIsNotKnownFindsItOnTheStripNeither()
    {
        const Crowd s;
        s.draw(s.library.asha, 12, false);
        const QImage faded = s.minimap().grab().toImage();
        s.draw(s.library.asha, 12, true);
        QVERIFY(s.minimap().grab().toImage() != faded);
        QVERIFY(s.minimap().veil()->hides);
    }
};

QTEST_MAIN(CurtainDensityTest)
#include "tst_curtaindensity.moc"
