// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/curtainscene.h"
#include "editing/eventedits.h"
#include "editing/knownedits.h"
#include "editing/reviewdocument.h"
#include "services/translations.h"
#include "support/timelinescenes.h"
#include "timeline/curtainbar.h"
#include "timeline/curtainline.h"
#include "timeline/curtainplayer.h"
#include "timeline/eventtablemodel.h"
#include "timeline/timelineview.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QToolButton>

using namespace SecondStory;
using namespace SecondStory::Ui;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;
using Analysis::Eyes;
using Analysis::Sight;

namespace {

/// The timeline of the scene, with the curtain not yet drawn.
struct Stage {
    CurtainLibrary library;
    std::unique_ptr<Editing::ReviewDocument> document;
    TimelineSelection selection;
    std::unique_ptr<TimelineView> view;

    Stage() { open(); }
    void open()
    {
        view.reset();
        document = std::move(*Editing::ReviewDocument::open(*library.t.library, library.review));
        view = std::make_unique<TimelineView>(*document, selection);
        view->resize(1000, 500);
        view->show();
        view->activateWindow();
        (void)QTest::qWaitForWindowActive(view.get());
        view->viewport().setScale(
            Figures::TimeScale({ minute(-10), minute(60) }, view->tracks().width()));
        view->tracks().setFocus();
    }
    /// Draws it for a person at a minute.
    void draw(PersonId person, int at) const
    {
        curtain().setEyes(person.isNull() ? Eyes{} : Eyes{ Eyes::Kind::Person, person, {} });
        curtain().setTime(minute(at));
        curtain().setOn(true);
        QTRY_VERIFY(curtain().isDrawn());
        QApplication::processEvents();
    }
    [[nodiscard]] TimelineCurtain &curtain() const { return view->curtain(); }
    [[nodiscard]] qint64 seq(const QString &title) const
    {
        return document->seqOf(library.events.value(title));
    }
    [[nodiscard]] float share(const QString &title) const
    {
        const auto row = view->model().rowOf(seq(title));
        return row ? view->tracks().veil().share(view->model().events().rows[*row]) : -1;
    }
    template <class T>
    [[nodiscard]] T *child(const QString &name) const
    {
        for (T *each : view->findChildren<T *>()) {
            if (each->accessibleName() == name)
                return each;
        }
        return nullptr;
    }
    [[nodiscard]] CurtainBar *bar() const { return view->findChild<CurtainBar *>(); }
    [[nodiscard]] CurtainLine *line() const { return view->findChild<CurtainLine *>(); }
    void key(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(&view->tracks(), static_cast<Qt::Key>(key), modifiers);
    }
};

} // namespace

class CurtainTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"secondstory-tests"_s);
        QCoreApplication::setApplicationName(u"tst_curtain"_s);
        Services::installTranslations(*QCoreApplication::instance());
    }
    void init() { QSettings().clear(); }
    void cleanupTestCase() { QSettings().clear(); }

    void aKeyDrawsTheCurtainAndEscOpensItAgain()
    {
        const Stage s;
        QVERIFY(!s.bar()->isVisible());
        s.key(Qt::Key_H);
        QVERIFY(s.curtain().isOn());
        QVERIFY(s.bar()->isVisible() && s.line()->isVisible());
        QTRY_VERIFY(s.curtain().isDrawn());
        QVERIFY(s.bar()->sentence().startsWith(u"As anyone in the cast could see it at"));
        QVERIFY(s.selection.isEmpty());
        s.key(Qt::Key_Escape);
        QVERIFY(!s.curtain().isOn());
        QVERIFY(!s.bar()->isVisible() && !s.line()->isVisible());
        QCOMPARE(s.share(u"rolling back"_s), 0.0F);
        QCOMPARE(s.document->undoStack()->count(), 0);
    }

    void whatIsNotYetKnownFadesAndWhatNobodyKnewIsAnotherThing()
    {
        const Stage s;
        s.draw(s.library.asha, 16);
        QCOMPARE(s.share(u"hello"_s), 0.0F);
        QVERIFY(s.share(u"I see it"_s) > 0.5F); // later
        QVERIFY(s.share(u"told somebody"_s) > 0.5F); // Bo's alone
        QVERIFY(s.share(u"CPU high"_s) > 0 && s.share(u"CPU high"_s) < s.share(u"I see it"_s));
        QCOMPARE(s.curtain().words(),
                 u"As Asha could see it at 13:16:00: 1 of 6 events; 1 happened that "
                 "nobody is known to have seen"_s);
        s.curtain().setEyes({});
        QCOMPARE(s.share(u"told somebody"_s), 0.0F);
        s.curtain().setHides(true);
        QCOMPARE(s.share(u"I see it"_s), 1.0F);
        QVERIFY(s.share(u"CPU high"_s) < 1.0F); // never left out: nobody said so
        s.curtain().setTime(minute(20));
        QCOMPARE(s.share(u"I see it"_s), 0.0F);
    }

    void theTableSaysItInWords()
    {
        const Stage s;
        EventTableModel table(s.view->model());
        table.setSightWords([&s](const EventFact &event) { return s.curtain().sightWords(event); });
        const auto text = [&](const QString &title) {
            return table.index(table.rowOf(s.seq(title)), EventTableModel::Title).data().toString();
        };
        QCOMPARE(text(u"I see it"_s), u"I see it"_s);
        s.draw(s.library.asha, 16);
        QCOMPARE(text(u"hello"_s), u"hello"_s);
        QCOMPARE(text(u"I see it"_s), u"(not yet known) I see it"_s);
        QCOMPARE(text(u"CPU high"_s), u"(not known to whom) CPU high"_s);
        QCOMPARE(text(u"some day"_s), u"(not known to whom) some day"_s);
        const QModelIndex index =
            table.index(table.rowOf(s.seq(u"I see it"_s)), EventTableModel::Title);
        QVERIFY(index.data(Qt::ForegroundRole).isValid());
        QCOMPARE(index.data(Qt::EditRole).toString(), u"I see it"_s);
        s.curtain().setOn(false);
        QCOMPARE(index.data().toString(), u"I see it"_s);
    }

    void theEdgeIsDraggedAndSnaps()
    {
        const Stage s;
        s.draw(s.library.asha, 0);
        const QPoint from = s.line()->mapTo(&s.view->tracks(), s.line()->grip().center());
        const auto x = [&](int at) {
            return static_cast<int>(s.view->viewport().scale().x(minute(at)));
        };
        const QPoint to(x(20) + 2 + from.x() - x(0), from.y());
        const auto send = [&](QEvent::Type type, QPoint at, Qt::MouseButton button,
                              Qt::MouseButtons buttons) {
            const QPoint place = s.line()->mapFrom(&s.view->tracks(), at);
            QMouseEvent event(type, place, s.line()->mapToGlobal(place), button, buttons, {});
            QApplication::sendEvent(s.line(), &event);
        };
        QCOMPARE(s.view->tracks().childAt(from), s.line()); // nothing lies over it
        send(QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton);
        for (int i = 1; i <= 4; ++i)
            send(QEvent::MouseMove, from + (to - from) * i / 4, Qt::NoButton, Qt::LeftButton);
        send(QEvent::MouseButtonRelease, to, Qt::LeftButton, Qt::NoButton);
        QCOMPARE(s.curtain().time(), minute(20));
        QVERIFY(s.view->tracks().childAt(QPoint(x(50), 60)) != s.line());
    }

    void keysStepFromOneThingLearnedToTheNext()
    {
        const Stage s;
        s.draw(s.library.bo, 0);
        s.key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(s.curtain().time(), minute(15));
        QCOMPARE(s.selection.seqs(), QList<qint64>{ s.seq(u"told somebody"_s) });
        s.key(Qt::Key_Space);
        QCOMPARE(s.curtain().time(), minute(20)); // comes into the channel and reads what is there
        QCOMPARE(QSet<qint64>(s.selection.seqs().begin(), s.selection.seqs().end()),
                 (QSet<qint64>{ s.seq(u"hello"_s), s.seq(u"I see it"_s) }));
        s.line()->setFocus();
        QTest::keyClick(s.line(), Qt::Key_Right);
        QCOMPARE(s.curtain().time(), minute(40));
        QTest::keyClick(s.line(), Qt::Key_Right); // there is nothing more
        QCOMPARE(s.curtain().time(), minute(40));
        QTest::keyClick(s.line(), Qt::Key_Left);
        QCOMPARE(s.curtain().time(), minute(20));
        QTest::keyClick(s.line(), Qt::Key_Escape);
        QVERIFY(!s.curtain().isOn());
        QCOMPARE(QApplication::focusWidget(), &s.view->tracks());
    }

    void aTimeIsTypedAndEyesAreChosenByHand()
    {
        const Stage s;
        s.draw({}, 0);
        auto *time = s.child<QLineEdit>(u"At what time"_s);
        auto *eyes = s.child<QComboBox>(u"Whose eyes"_s);
        QVERIFY(time && eyes);
        QCOMPARE(eyes->findText(u"monitor"_s), -1); // a program sees nothing
        eyes->setCurrentIndex(eyes->findText(u"Bo"_s));
        Q_EMIT eyes->activated(eyes->currentIndex());
        QCOMPARE(s.curtain().eyes().person, s.library.bo);
        time->setFocus();
        time->selectAll();
        QTest::keyClicks(time, u"13:25"_s);
        QTest::keyClick(time, Qt::Key_Return);
        QCOMPARE(s.curtain().time(), minute(25));
        time->selectAll();
        QTest::keyClicks(time, u"+5m"_s);
        QTest::keyClick(time, Qt::Key_Return);
        QCOMPARE(s.curtain().time(), minute(30));
        QTest::keyClick(time, Qt::Key_Down);
        QCOMPARE(s.curtain().time(), minute(40));
        QSignalSpy refused(s.view.get(), &TimelineView::refused);
        time->selectAll();
        QTest::keyClicks(time, u"whenever"_s);
        QTest::keyClick(time, Qt::Key_Return);
        QCOMPARE(refused.size(), 1);
        QCOMPARE(s.curtain().time(), minute(40));
    }

    void playingRunsAtItsPaceAndPassesOverSilences()
    {
        const Stage s;
        s.draw(s.library.asha, 9);
        CurtainPlayer &player = s.view->curtainPlayer();
        player.setPace(60);
        player.setSkipsSilences(false);
        player.advance(500); // half a minute
        QCOMPARE(s.curtain().time().us, minute(9).us + 30'000'000);
        player.advance(1'000);
        QCOMPARE(s.curtain().time().us, minute(10).us + 30'000'000);
        player.setSkipsSilences(true);
        player.advance(40); // ten minutes of nothing
        QCOMPARE(s.curtain().time(), minute(20));
        s.key(Qt::Key_Space);
        QVERIFY(player.isPlaying());
        QTRY_COMPARE(s.curtain().time(), minute(40));
        QTRY_VERIFY(!player.isPlaying()); // nothing is left to be learned
        s.curtain().setTime(minute(0));
        player.play();
        s.key(Qt::Key_H);
        QVERIFY(!player.isPlaying());
    }

    void eventsStandWhereTheyBecameKnown()
    {
        Stage s;
        s.draw(s.library.bo, 60);
        const auto x = [&](const QString &title) {
            return s.view->tracks().rectOf(s.seq(title)).center().x();
        };
        const double before = x(u"hello"_s);
        s.curtain().setByKnowledge(true);
        QApplication::processEvents();
        QVERIFY(std::abs(x(u"hello"_s) - s.view->viewport().scale().x(minute(20))) < 1);
        QVERIFY(std::abs(before - s.view->viewport().scale().x(minute(10))) < 1);
        QCOMPARE(s.document->event(s.library.events[u"hello"_s])->effectiveStart(), minute(10));
        QSignalSpy refused(s.view.get(), &TimelineView::refused);
        s.selection.selectOnly(s.seq(u"hello"_s));
        s.selection.setCursor(minute(30));
        s.key(Qt::Key_T);
        QCOMPARE(refused.size(), 1);
        QCOMPARE(s.document->undoStack()->count(), 0);
        s.curtain().setOn(false);
        QApplication::processEvents();
        QVERIFY(std::abs(x(u"hello"_s) - before) < 1);
        s.key(Qt::Key_T);
        QCOMPARE(s.document->event(s.library.events[u"hello"_s])->effectiveStart(), minute(30));
    }

    void anEditChangesWhatCouldBeSeen()
    {
        const Stage s;
        s.draw(s.library.asha, 16);
        VERIFY_RESULT(Editing::stateKnown(*s.document, { s.library.events[u"CPU high"_s] },
                                          { s.library.asha }, Editing::KnownSince::at(minute(12))));
        QCOMPARE(s.share(u"CPU high"_s), 0.0F);
        QVERIFY(s.curtain().words().contains(u"2 of 6"));
        VERIFY_RESULT(Editing::stateKnown(*s.document, { s.library.events[u"hello"_s] },
                                          { s.library.asha }, Editing::KnownSince::notDuring()));
        QVERIFY(s.share(u"hello"_s) > 0.5F);
        s.document->undoStack()->undo();
        s.document->undoStack()->undo();
        QVERIFY(s.curtain().words().contains(u"1 of 6"));
        // A lane of its own is no longer a channel: found in the evidence once the edits pause.
        VERIFY_RESULT(Editing::setLane(*s.document, { s.library.events[u"told somebody"_s] },
                                       s.library.incident));
        QTRY_VERIFY(s.curtain().words().contains(u"2 of 6"));
    }

    void howOneLookedIsThereAgainAndNeverPartOfTheReview()
    {
        Stage s;
        s.draw(s.library.bo, 22);
        s.curtain().setHides(true);
        const ReviewContents before = s.document->contents();
        s.open();
        QVERIFY(s.curtain().isOn());
        QCOMPARE(s.curtain().time(), minute(22));
        QVERIFY(s.curtain().hides());
        QCOMPARE(s.curtain().eyes().person, s.library.bo);
        QTRY_VERIFY(s.curtain().isDrawn());
        QVERIFY(s.document->contents() == before);
        s.curtain().setOn(false);
        s.open();
        QVERIFY(!s.curtain().isOn());
    }

    void aMillionEventsCostOnlyWhatIsOnScreen()
    {
        TimelineContent content = sceneContent(1'000'000, 12);
        Person person;
        person.id = PersonId::create();
        person.name = u"Asha"_s;
        auto signs = std::make_shared<Analysis::PersonSigns>();
        for (size_t i = 0; i < content.events.rows.size(); i += 50'000) {
            const EventRow &row = content.events.rows[i];
            signs->add(Analysis::PersonSigns::Kind::Author,
                       { row.seq, TimePoint{ row.start }, content.events.lanes[row.lane] });
        }
        signs->finish();
        const TimePoint middle{ content.events.rows[500'000].start };
        TimelineSelection selection;
        TimelineView view(std::move(content), selection);
        view.resize(1280, 800);
        view.show();
        QApplication::processEvents();
        TimelineCurtain &curtain = view.curtain();
        curtain.setKnowledge(Analysis::CastKnowledge({ person }, { { person.id, signs } }, {}));
        curtain.setOn(true);
        QApplication::processEvents();
        for (const TimeSpan &span :
             { *view.model().span(),
               TimeSpan{ { middle.us - 600'000'000 }, { middle.us + 600'000'000 } } }) {
            view.navigation().fit(span);
            QApplication::processEvents();
            size_t items = 0;
            for (const Figures::LaneTracks &lane : view.tracks().geometry().lanes())
                items += lane.items.size();
            const qint64 before = curtain.asked();
            for (int i = 0; i < 10; ++i) {
                curtain.setTime({ middle.us + i * 1'000'000 });
                view.grab();
            }
            // Twice a drawing for each that stands on its own: held back, and hatched.
            const auto most = static_cast<qint64>(10 * 4 * (items + 1));
            QVERIFY2(curtain.asked() - before <= most,
                     qPrintable(u"%1 asked, %2 drawn"_s.arg(curtain.asked() - before).arg(items)));
            QVERIFY(items < 20'000);
        }
        QVERIFY(!curtain.words().isEmpty());
        QVERIFY(curtain.step(1));
        QVERIFY(curtain.step(-1));
    }
};

QTEST_MAIN(CurtainTest)
#include "tst_curtain.moc"
