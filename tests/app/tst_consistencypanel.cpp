// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/frameedits.h"
#include "editing/reviewdocument.h"
#include "overview/frameevidence.h"
#include "overview/framepanel.h"
#include "overview/stateddurationspanel.h"
#include "reports/eventpicker.h"
#include "services/importservice.h"
#include "support/testlibrary.h"
#include "theme/theme.h"
#include "timeline/consistencypanel.h"
#include "timeline/framemenu.h"
#include "timeline/timelineruler.h"
#include "timeline/timelineview.h"
#include "widgets/smallwidgets.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QStyleFactory>
#include <QTest>
#include <QTreeWidget>

using namespace SecondStory;
using namespace SecondStory::Ui;
using namespace Qt::StringLiterals;
using SecondStory::Testing::TestLibrary;

/// What stands out in the evidence, and the points and durations of the incident, by mouse and
/// keys.
class ConsistencyPanelTest : public QObject {
    Q_OBJECT

    static QByteArray evidence(bool isCalm)
    {
        QByteArray csv = "time,kind,channel,event\n";
        const auto add = [&csv](int minute, const char *channel, const QByteArray &words) {
            csv += "2026-03-12T" + QByteArray::number(14 + minute / 60) + ':'
                + QByteArray::number(minute % 60).rightJustified(2, '0') + ":00Z,message," + channel
                + ',' + words + '\n';
        };
        for (int minute = 0; minute <= 60; ++minute) {
            if (isCalm || minute <= 15 || minute >= 40)
                add(minute, "incident", "word " + QByteArray::number(minute));
            if (minute % 5 == 0)
                add(minute, "deploys", "deploy " + QByteArray::number(minute));
        }
        if (!isCalm)
            add(3, "incident", "late entry");
        return csv;
    }

    struct Scene {
        TestLibrary t;
        ReviewId review = t.addReview(u"Deploy"_s, u"UTC"_s);
        std::unique_ptr<Editing::ReviewDocument> document;

        explicit Scene(bool isCalm = false)
        {
            QFile file(t.file(u"chat.csv"_s));
            const QByteArray csv = evidence(isCalm);
            if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size())
                qFatal("the evidence could not be written");
            file.close();
            const Importing::ImporterRegistry registry;
            Services::ImportRequest request;
            request.path = file.fileName();
            request.review = review;
            const auto done = Services::ImportService(*t.library, registry).run(request);
            if (!done)
                qFatal("%s", qPrintable(done.error().toString()));
            document = std::move(*Editing::ReviewDocument::open(*t.library, review));
        }
        [[nodiscard]] EventId eventAt(size_t row)
        {
            return document->eventBySeq(document->events().rows.at(row).seq)->id;
        }
    };

    static void look(ConsistencyPanel &panel)
    {
        panel.resize(1000, 260);
        panel.show();
        QTRY_VERIFY_WITH_TIMEOUT(!panel.isLooking(), 20'000);
    }

    static QStringList listed(const ConsistencyPanel &panel)
    {
        QStringList lines;
        const auto *list = panel.findChild<QTreeWidget *>(u"checks"_s);
        for (int i = 0; i < list->topLevelItemCount(); ++i)
            lines << list->topLevelItem(i)->text(0);
        return lines;
    }

    static QTreeWidgetItem *first(const ConsistencyPanel &panel, const QString &group)
    {
        const auto *list = panel.findChild<QTreeWidget *>(u"checks"_s);
        for (int i = 0; i < list->topLevelItemCount(); ++i) {
            if (list->topLevelItem(i)->text(0).startsWith(group))
                return list->topLevelItem(i)->child(0);
        }
        return nullptr;
    }

    static void save(QWidget &widget, const QString &folder, const QString &name)
    {
        QTest::qWait(300);
        QVERIFY(widget.grab().save(QDir(folder).filePath(name + u".png"_s)));
    }

    static void drawPanel(Scene &s, const QString &folder, const QString &state)
    {
        for (const QSize size : { QSize(1280, 260), QSize(1920, 320) }) {
            ConsistencyPanel panel(*s.document);
            look(panel);
            panel.resize(size);
            save(panel, folder, u"checks-%1-%2"_s.arg(state).arg(size.width()));
        }
    }

    static void drawFrame(Scene &s, const QString &folder, const QString &theme)
    {
        const auto last = static_cast<size_t>(s.document->events().size()) - 1;
        QVERIFY(Editing::frameFromEvent(*s.document, FramePoint::Began, s.eventAt(3)));
        QVERIFY(
            Editing::linkFrameEvidence(*s.document, FramePoint::Began,
                                       { s.eventAt(4), s.eventAt(5), s.eventAt(6), s.eventAt(7) }));
        QVERIFY(Editing::frameFromEvent(*s.document, FramePoint::Detected, s.eventAt(15)));
        QVERIFY(Editing::frameFromEvent(*s.document, FramePoint::Resolved, s.eventAt(last)));
        QVERIFY(Editing::stateDuration(*s.document, FramePoint::Began, FramePoint::Resolved,
                                       u"about 20 minutes"_s, s.eventAt(last)));
        QVERIFY(Editing::stateDuration(*s.document, FramePoint::Began, FramePoint::Detected,
                                       u"10 minutes"_s));
        FramePanel frame(*s.document);
        frame.resize(860, frame.sizeHint().height());
        frame.show();
        save(frame, folder, u"framepanel-%1"_s.arg(theme));
        TimelineSelection selection;
        TimelineView timeline(*s.document, selection);
        ConsistencyPanel panel(*s.document);
        connect(&panel, &ConsistencyPanel::silencesChanged, &timeline.tracks(),
                &TimelineTracks::setSilences);
        look(panel);
        panel.setShowsSilences(true);
        for (const QSize size : { QSize(1280, 800), QSize(1920, 1080) }) {
            timeline.resize(size);
            timeline.show();
            timeline.navigation().fitAll();
            save(timeline, folder, u"silences-%1-%2"_s.arg(theme).arg(size.width()));
        }
        panel.setShowsSilences(false);
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"secondstory-tests"_s);
        QCoreApplication::setApplicationName(u"consistencypanel"_s);
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    }
    void init() { QSettings().clear(); }

    void whatStandsOutIsListedByKind()
    {
        Scene s;
        ConsistencyPanel panel(*s.document);
        QSignalSpy counts(&panel, &ConsistencyPanel::countChanged);
        look(panel);
        QCOMPARE(listed(panel), (QStringList{ u"Silences (1)"_s, u"Out of order (1)"_s }));
        QCOMPARE(panel.openCount(), 2);
        QCOMPARE(counts.last().first().toInt(), 2);
    }

    void aCalmReviewSaysThatNothingStandsOut()
    {
        Scene s(true);
        ConsistencyPanel panel(*s.document);
        look(panel);
        QCOMPARE(panel.openCount(), 0);
        QVERIFY(!panel.findChild<QTreeWidget *>(u"checks"_s)->isVisible());
    }

    void aClickOrReturnLeadsToThePlace()
    {
        Scene s;
        ConsistencyPanel panel(*s.document);
        look(panel);
        QList<Analysis::CheckFinding> asked;
        connect(&panel, &ConsistencyPanel::findingRequested, &panel,
                [&asked](const Analysis::CheckFinding &finding) { asked << finding; });
        auto *list = panel.findChild<QTreeWidget *>(u"checks"_s);
        QTreeWidgetItem *item = first(panel, u"Out of order"_s);
        QVERIFY(item);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualItemRect(item).center());
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0].seqs.size(), 1);
        QCOMPARE(s.document->eventBySeq(asked[0].seqs[0])->displayTitle(), u"late entry"_s);
        list->setCurrentItem(first(panel, u"Silences"_s));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked[1].span->length(), 25LL * 60 * 1'000'000);
    }

    void aFindingBecomesAnOpenQuestion()
    {
        Scene s;
        ConsistencyPanel panel(*s.document);
        look(panel);
        auto *list = panel.findChild<QTreeWidget *>(u"checks"_s);
        list->setCurrentItem(first(panel, u"Out of order"_s));
        QTest::mouseClick(panel.findChild<QPushButton *>(u"askAboutIt"_s), Qt::LeftButton);
        QCOMPARE(s.document->contents().questions.size(), 1);
        const Question question = s.document->contents().questions.first();
        QVERIFY2(question.text.startsWith(u"“late entry”"_s), qPrintable(question.text));
        QCOMPARE(question.about.kind, TargetKind::Event);
        s.document->undoStack()->undo();
        QVERIFY(s.document->contents().questions.isEmpty());
        list->setCurrentItem(first(panel, u"Silences"_s));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(s.document->contents().questions.size(), 1);
        QVERIFY(s.document->contents().questions.first().about.isNull());
    }

    void whatIsLeftStaysAsideAfterARestart()
    {
        Scene s;
        {
            ConsistencyPanel panel(*s.document);
            look(panel);
            auto *list = panel.findChild<QTreeWidget *>(u"checks"_s);
            list->setCurrentItem(first(panel, u"Silences"_s));
            list->setFocus();
            QTest::keyClick(list, Qt::Key_Delete);
            QCOMPARE(panel.openCount(), 1);
            QCOMPARE(listed(panel), (QStringList{ u"Out of order (1)"_s, u"Set aside (1)"_s }));
        }
        ConsistencyPanel panel(*s.document);
        look(panel);
        QCOMPARE(panel.openCount(), 1);
        auto *list = panel.findChild<QTreeWidget *>(u"checks"_s);
        list->setCurrentItem(first(panel, u"Set aside"_s));
        QTest::mouseClick(panel.findChild<QPushButton *>(u"leaveIt"_s), Qt::LeftButton);
        QCOMPARE(panel.openCount(), 2);
        QVERIFY(!first(panel, u"Set aside"_s));
    }

    void silencesAreHatchedOnTheTimeline()
    {
        Scene s;
        TimelineSelection selection;
        TimelineView timeline(*s.document, selection);
        ConsistencyPanel panel(*s.document);
        connect(&panel, &ConsistencyPanel::silencesChanged, &timeline.tracks(),
                &TimelineTracks::setSilences);
        timeline.resize(900, 500);
        timeline.show();
        look(panel);
        QVERIFY(timeline.tracks().silences().isEmpty());
        const QImage before = timeline.tracks().grab().toImage();
        panel.findChild<QCheckBox *>(u"showSilences"_s)->click();
        QCOMPARE(timeline.tracks().silences().size(), 1);
        QVERIFY(timeline.tracks().grab().toImage() != before);
        panel.setShowsSilences(false);
        QVERIFY(timeline.tracks().silences().isEmpty());
        QCOMPARE(timeline.tracks().grab().toImage(), before);
    }

    void anEventBecomesAPointOfTheIncidentByItsMenu()
    {
        Scene s;
        QMenu menu;
        QStringList refusals;
        addFrameMenus(menu, *s.document, { s.eventAt(4) },
                      [&refusals](const QString &why) { refusals << why; });
        QCOMPARE(menu.actions().size(), 2);
        menu.actions()[0]->menu()->actions()[1]->trigger();
        QVERIFY(s.document->contents().review.frame.detected);
        QCOMPARE(s.document->contents().evidenceLinks.size(), 1);
        menu.actions()[1]->menu()->actions()[4]->trigger();
        QCOMPARE(s.document->contents().evidenceLinks.size(), 2);
        QVERIFY(!s.document->contents().review.frame.resolved);
        QVERIFY(refusals.isEmpty());
        QMenu several;
        addFrameMenus(several, *s.document, { s.eventAt(4), s.eventAt(5) }, {});
        QCOMPARE(several.actions().size(), 1);
    }

    void theFramePanelShowsWhatEachPointRestsOn()
    {
        Scene s;
        QVERIFY(Editing::frameFromEvent(*s.document, FramePoint::Began, s.eventAt(0)));
        FramePanel panel(*s.document);
        panel.resize(1000, 200);
        panel.show();
        QSignalSpy asked(&panel, &FramePanel::eventRequested);
        const QList<FrameEvidence *> points = panel.findChildren<FrameEvidence *>();
        QCOMPARE(points.size(), 5);
        QCOMPARE(points[0]->count(), 1);
        auto *link = points[0]->findChild<LinkButton *>();
        QTest::mouseClick(link, Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        link->setFocus();
        link->actions().first()->trigger();
        QCOMPARE(points[0]->count(), 0);
        s.document->undoStack()->undo();
        QCOMPARE(points[0]->count(), 1);
    }

    void aStatedDurationIsTypedAndHeldAgainstTheFrame()
    {
        Scene s;
        QVERIFY(Editing::frameFromEvent(*s.document, FramePoint::Began, s.eventAt(0)));
        QVERIFY(Editing::frameFromEvent(
            *s.document, FramePoint::Resolved,
            s.eventAt(static_cast<size_t>(s.document->events().size()) - 1)));
        StatedDurationsPanel panel(*s.document);
        panel.resize(900, 120);
        panel.show();
        QSignalSpy refused(&panel, &StatedDurationsPanel::refused);
        auto *words = panel.findChild<QLineEdit *>(u"statedWords"_s);
        words->setFocus();
        QTest::keyClicks(words, u"a while"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(refused.size(), 1);
        words->clear();
        QTest::keyClicks(words, u"about 20 minutes"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(s.document->contents().statedDurations.size(), 1);
        QVERIFY(words->text().isEmpty());
        const auto *line = panel.findChild<ElidedLabel *>();
        QVERIFY(line);
        QVERIFY2(line->accessibleName().contains(u"the frame comes to 1 h, which differs"_s),
                 qPrintable(line->accessibleName()));
        s.document->undoStack()->undo();
        QVERIFY(s.document->contents().statedDurations.isEmpty());
    }

    void aStatedDurationIsGivenItsPlaceFromThePanel()
    {
        Scene s;
        QVERIFY(Editing::frameFromEvent(*s.document, FramePoint::Began, s.eventAt(0)));
        QVERIFY(Editing::frameFromEvent(
            *s.document, FramePoint::Resolved,
            s.eventAt(static_cast<size_t>(s.document->events().size()) - 1)));
        QVERIFY(Editing::stateDuration(*s.document, FramePoint::Began, FramePoint::Resolved,
                                       u"20 minutes"_s));
        ConsistencyPanel panel(*s.document);
        look(panel);
        auto *list = panel.findChild<QTreeWidget *>(u"checks"_s);
        auto *place = panel.findChild<QPushButton *>(u"placeOfIt"_s);
        list->setCurrentItem(first(panel, u"Silences"_s));
        QVERIFY(!place->isVisible());
        QTreeWidgetItem *said = first(panel, u"Said to have taken another time"_s);
        QVERIFY(said);
        QCOMPARE(said->text(2), u"nobody has said where"_s);
        list->setCurrentItem(said);
        QVERIFY(place->isVisible());
        place->setFocus();
        QTest::keyClick(place, Qt::Key_Space);
        auto *picker = panel.findChild<EventPicker *>();
        QVERIFY(picker && picker->isVisible());
        QTest::keyClicks(picker->search(), u"late entry"_s);
        QTRY_COMPARE(picker->list()->count(), 1);
        QTest::keyClick(picker->search(), Qt::Key_Return);
        const StatedDuration stated = s.document->contents().statedDurations.first();
        QCOMPARE(s.document->event(stated.eventId)->displayTitle(), u"late entry"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!panel.isLooking() && first(panel, u"Said"_s)
                                     && first(panel, u"Said"_s)->text(1) == u"late entry"_s,
                                 20'000);
        s.document->undoStack()->undo();
        QVERIFY(s.document->contents().statedDurations.first().eventId.isNull());
    }

    void aPointOfTheFrameIsDraggedOnTheRuler()
    {
        Scene s;
        QVERIFY(Editing::frameFromEvent(*s.document, FramePoint::Began, s.eventAt(20)));
        TimelineSelection selection;
        TimelineView timeline(*s.document, selection);
        timeline.resize(1000, 500);
        timeline.show();
        QVERIFY(QTest::qWaitForWindowExposed(&timeline));
        timeline.navigation().fitAll();
        auto *ruler = timeline.findChild<TimelineRuler *>();
        QTest::qWait(400);
        ruler->grab();
        const TimePoint before = *s.document->contents().review.frame.began;
        const auto x = static_cast<int>(timeline.viewport().scale().x(before));
        const QPoint name(x + 8, ruler->height() - 6);
        const int steps = s.document->undoStack()->index();
        // Given up: nothing has happened.
        QTest::mousePress(ruler, Qt::LeftButton, {}, name);
        QTest::mouseMove(ruler, name + QPoint(60, 0));
        QTest::keyClick(ruler, Qt::Key_Escape);
        QTest::mouseRelease(ruler, Qt::LeftButton, {}, name + QPoint(60, 0));
        QCOMPARE(s.document->contents().review.frame.began, before);
        ruler->grab();
        QTest::mousePress(ruler, Qt::LeftButton, {}, name);
        QTest::mouseMove(ruler, name + QPoint(60, 0));
        QTest::mouseMove(ruler, name + QPoint(120, 0));
        QTest::mouseRelease(ruler, Qt::LeftButton, Qt::AltModifier, name + QPoint(120, 0));
        const TimePoint expected = timeline.viewport().scale().time(name.x() + 120);
        QCOMPARE(s.document->contents().review.frame.began, expected);
        QCOMPARE(s.document->undoStack()->index(), steps + 1);
        s.document->undoStack()->undo();
        QCOMPARE(s.document->contents().review.frame.began, before);
    }

    void picturesForTheGallery()
    {
        const QString folder = qEnvironmentVariable("SECONDSTORY_GALLERY");
        if (folder.isEmpty())
            QSKIP("no gallery wanted");
        QDir().mkpath(folder);
        for (const bool isDark : { false, true }) {
            QApplication::setPalette(
                toQPalette(isDark ? Figures::Palette::dark() : Figures::Palette::light()));
            for (const bool isCalm : { false, true }) {
                Scene s(isCalm);
                drawPanel(s, folder,
                          u"%1-%2"_s.arg(isCalm ? u"empty"_s : u"filled"_s,
                                         isDark ? u"dark"_s : u"light"_s));
                if (!isCalm)
                    drawFrame(s, folder, isDark ? u"dark"_s : u"light"_s);
            }
        }
        QApplication::setPalette(toQPalette(Figures::Palette::light()));
    }
};

QTEST_MAIN(ConsistencyPanelTest)
#include "tst_consistencypanel.moc"
