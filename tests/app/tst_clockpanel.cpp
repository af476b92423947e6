// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/evidencefixture.h"
#include "evidence/clockpanel.h"
#include "evidence/evidencepage.h"
#include "evidence/evidenceviewer.h"
#include "reports/eventpicker.h"
#include "widgets/smallwidgets.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace SecondStory::Ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 20'000;

const QByteArray kLog = "time,title\n"
                        "2026-03-12 14:00:00,Pages fire\n"
                        "2026-03-12T14:00:00Z,Deploy begins\n"
                        "2026-03-12 15:30:00,Pages stop\n"
                        ",Nobody knows when\n";

template <class T>
T *named(const QWidget &within, const QString &name)
{
    for (T *each : within.findChildren<T *>()) {
        if (each->accessibleName() == name)
            return each;
    }
    return nullptr;
}

/// A page with one imported source whose clock is open.
struct Desk {
    EvidenceFixture f;
    EvidencePage page;

    Desk()
    {
        f.import(f.write(u"log.csv"_s, kLog), u"Europe/Paris"_s);
        page.setDocument(f.document.get());
        page.resize(1'000, 700);
        page.show();
        page.findChild<QTabWidget *>()->setCurrentIndex(2);
    }
    [[nodiscard]] ClockPanel &panel() const { return *page.clockPanel(); }
    [[nodiscard]] QPushButton *apply() const
    {
        for (QPushButton *each : panel().findChildren<QPushButton *>()) {
            if (each->text() == u"Correct the clock"_s)
                return each;
        }
        return nullptr;
    }
    [[nodiscard]] QString sentence() const
    {
        return named<QLabel>(panel(), u"What would move"_s)->text();
    }
    void type(const QString &field, const QString &text) const
    {
        auto *edit = named<QLineEdit>(panel(), field);
        QVERIFY(edit && edit->isVisible());
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    /// A second source whose clock is held to be right, with the same happening three minutes
    /// later.
    void importAlerts()
    {
        f.import(f.write(u"alerts.csv"_s,
                         "time,title\n2026-03-12T13:03:00Z,Alert: pages\n,Alert: no time\n"));
        page.setDocument(f.document.get());
        page.showClock(eventOf(u"Pages fire"_s));
    }
    [[nodiscard]] EventId eventOf(const QString &title) const
    {
        for (const EventRow &row : f.document->events().rows) {
            if (const auto event = f.document->eventBySeq(row.seq); event->title == title)
                return event->id;
        }
        return {};
    }
    [[nodiscard]] LinkButton *other() const
    {
        for (LinkButton *each : panel().findChildren<LinkButton *>()) {
            if (each->text().contains(u"another event"_s))
                return each;
        }
        return nullptr;
    }
    [[nodiscard]] EventPicker *picker() const { return panel().findChild<EventPicker *>(); }
    [[nodiscard]] qint64 skewOf(const QString &file) const
    {
        for (const EvidenceSource &source : f.document->contents().sources) {
            if (source.fileName == file)
                return source.skewUs;
        }
        return -1;
    }
    [[nodiscard]] QStringList times() const
    {
        QStringList list;
        for (const EventRow &row : f.document->events().rows)
            list << toRfc3339({ row.start }).mid(11, 8);
        return list;
    }
};

const QString kSkew = u"Skew: how far it was behind"_s;

} // namespace

class ClockPanelTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QApplication::setStyle(new Style);
        QApplication::setPalette(toQPalette(Figures::Palette::light()));
    }

    void aSkewIsPreviewedAppliedTakenBackAndKept()
    {
        const Desk d;
        const QStringList before{ u"13:00:00"_s, u"14:00:00"_s, u"14:30:00"_s };
        QCOMPARE(d.times(), before);
        QVERIFY(!d.apply()->isEnabled());
        d.type(kSkew, u"+90 s"_s);
        QTRY_COMPARE_WITH_TIMEOUT(d.sentence(), u"3 of 4 events move by +1 min 30 s."_s, kPatience);
        auto *lines = named<QTableWidget>(d.panel(), u"The first events that move"_s);
        QVERIFY(lines->isVisible());
        QCOMPARE(lines->item(0, 1)->text(), u"2026-03-12 14:00:00"_s);
        QCOMPARE(lines->item(0, 2)->text(), u"2026-03-12 14:01:30"_s);
        QCOMPARE(d.times(), before); // nothing is stored before one says so
        QTest::mouseClick(d.apply(), Qt::LeftButton);
        const QStringList after{ u"13:01:30"_s, u"14:01:30"_s, u"14:31:30"_s };
        QCOMPARE(d.times(), after);
        QVERIFY(!d.apply()->isEnabled());
        QCOMPARE(d.f.open()->contents().sources.first().skewUs, 90'000'000);
        d.f.document->undoStack()->undo();
        QCOMPARE(d.times(), before);
        QCOMPARE(named<QLineEdit>(d.panel(), kSkew)->text(), QString());
        d.f.document->undoStack()->redo();
        QCOMPARE(d.times(), after);
    }

    void aZoneIsChosenWithKeysAndOnlyMovesWhatNeededIt()
    {
        const Desk d;
        auto *zone = named<QComboBox>(d.panel(), u"Time zone"_s);
        QCOMPARE(zone->currentText(), u"Europe/Paris"_s);
        zone->lineEdit()->setFocus();
        zone->lineEdit()->selectAll();
        QTest::keyClicks(zone->lineEdit(), u"America/New_York"_s);
        QTRY_COMPARE_WITH_TIMEOUT(d.sentence(), u"2 of 4 events move by +5 h."_s, kPatience);
        QTest::keyClick(zone->lineEdit(), Qt::Key_Escape);
        QTest::mouseClick(d.apply(), Qt::LeftButton);
        QCOMPARE(d.times(), (QStringList{ u"14:00:00"_s, u"18:00:00"_s, u"19:30:00"_s }));
        QCOMPARE(d.f.document->contents().sources.first().zone, u"America/New_York"_s);
    }

    void whatCannotBeReadIsSaidSoAndNotStored()
    {
        const Desk d;
        d.type(kSkew, u"soon"_s);
        QVERIFY(d.sentence().contains(u"no span of time"_s));
        QVERIFY(!d.apply()->isEnabled());
        QVERIFY(!d.panel().clock());
        d.type(kSkew, u"-1 h"_s);
        QVERIFY(d.apply()->isEnabled());
        for (QPushButton *each : d.panel().findChildren<QPushButton *>()) {
            if (each->text() == u"As it is stored"_s)
                QTest::mouseClick(each, Qt::LeftButton);
        }
        QVERIFY(!d.apply()->isEnabled());
    }

    void oneLineThatIsKnownMovesTheWholeSource()
    {
        Desk d;
        // From the line in the text: its event stands at 14:00 and really was at 13:58.
        d.page.EvidencePage::showEvent(d.f.eventAt(0));
        QTRY_VERIFY_WITH_TIMEOUT(d.page.viewer()->markedLine() > 0, kPatience);
        QCOMPARE(d.page.viewer()->eventAtCursor(), d.f.eventAt(0));
        emit d.page.viewer()->anchorRequested(d.page.viewer()->eventAtCursor());
        d.type(u"When it really was"_s, u"13:58"_s);
        QCOMPARE(named<QLineEdit>(d.panel(), kSkew)->text(), u"\u22122 min"_s);
        QTRY_COMPARE_WITH_TIMEOUT(d.sentence(), u"3 of 4 events move by \u22122 min."_s, kPatience);
        QTest::keyClick(named<QLineEdit>(d.panel(), u"When it really was"_s), Qt::Key_Return);
        QCOMPARE(d.times(), (QStringList{ u"12:58:00"_s, u"13:58:00"_s, u"14:28:00"_s }));
        // Once more from there: skews add up.
        d.page.showClock(d.f.eventAt(0));
        d.type(u"When it really was"_s, u"13:57"_s);
        QCOMPARE(named<QLineEdit>(d.panel(), kSkew)->text(), u"\u22123 min"_s);
    }

    void twoLinesAreTheSameInstantWithTheMouse()
    {
        Desk d;
        d.importAlerts();
        QVERIFY(d.other() && d.other()->isVisible());
        QTest::mouseClick(d.other(), Qt::LeftButton);
        QVERIFY(d.picker() && d.picker()->isVisible());
        QTest::keyClicks(d.picker()->search(), u"alert"_s);
        QListWidget *list = d.picker()->list();
        QTRY_COMPARE_WITH_TIMEOUT(list->count(), 2, kPatience);
        (void)picture(d.page, u"clock-same-instant"_s, { 1'280, 800 }, false);
        (void)picture(*d.picker(), u"clock-event-picker"_s, d.picker()->size(), false);
        (void)picture(*d.picker(), u"clock-event-picker"_s, d.picker()->size(), true);
        QListWidgetItem *dated = list->findItems(u"Alert: pages"_s, Qt::MatchContains).value(0);
        QVERIFY(dated);
        QVERIFY2(dated->text().contains(u"14:03"_s), qPrintable(dated->text()));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualItemRect(dated).center());
        QTRY_VERIFY_WITH_TIMEOUT(!d.picker(), kPatience);
        // The line stands at 14:00, the other one at 14:03: the clock was three minutes behind.
        QCOMPARE(named<QLineEdit>(d.panel(), kSkew)->text(), u"+3 min"_s);
        QTRY_COMPARE_WITH_TIMEOUT(d.sentence(), u"3 of 4 events move by +3 min."_s, kPatience);
        (void)picture(d.page, u"clock-same-instant"_s, { 1'280, 800 }, true);
        QVERIFY(d.apply()->isEnabled());
        QTest::mouseClick(d.apply(), Qt::LeftButton);
        QCOMPARE(d.skewOf(u"log.csv"_s), 180'000'000);
        QCOMPARE(d.skewOf(u"alerts.csv"_s), 0);
        QCOMPARE(d.f.document->event(d.eventOf(u"Pages fire"_s))->recorded.start,
                 d.f.document->event(d.eventOf(u"Alert: pages"_s))->recorded.start);
        d.f.document->undoStack()->undo();
        QCOMPARE(d.skewOf(u"log.csv"_s), 0);
    }

    void twoLinesAreTheSameInstantWithKeys()
    {
        Desk d;
        d.importAlerts();
        QApplication::setActiveWindow(&d.page);
        auto *at = named<QLineEdit>(d.panel(), u"When it really was"_s);
        QTRY_VERIFY_WITH_TIMEOUT(at->hasFocus(), kPatience);
        QTest::keyClick(at, Qt::Key_Tab);
        QVERIFY(d.other()->hasFocus());
        QTest::keyClick(d.other(), Qt::Key_Space);
        QVERIFY(d.picker() && d.picker()->isVisible());
        // Escape leaves everything as it was.
        QTest::keyClick(d.picker(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!d.picker(), kPatience);
        QCOMPARE(named<QLineEdit>(d.panel(), kSkew)->text(), QString());
        d.other()->setFocus();
        QTest::keyClick(d.other(), Qt::Key_Space);
        QVERIFY(d.picker());
        QTest::keyClicks(d.picker()->search(), u"alert pages"_s);
        QTest::keyClick(d.picker()->search(), Qt::Key_Return); // at once: what is typed counts
        QTRY_VERIFY_WITH_TIMEOUT(!d.picker(), kPatience);
        QCOMPARE(named<QLineEdit>(d.panel(), kSkew)->text(), u"+3 min"_s);
        // Without a desktop nothing makes the page the active window again; the focus is in its
        // place.
        QTRY_COMPARE_WITH_TIMEOUT(at->window()->focusWidget(), static_cast<QWidget *>(at),
                                  kPatience);
        QTest::keyClick(at, Qt::Key_Return);
        QCOMPARE(d.skewOf(u"log.csv"_s), 180'000'000);
    }

    void whatSaysNothingOfTheClockIsNotTaken()
    {
        Desk d;
        d.importAlerts();
        QStringList said;
        connect(&d.page, &EvidencePage::statusMessage, this,
                [&said](const QString &text) { said << text; });
        for (const QString &words : { u"no time"_s, u"pages stop"_s }) {
            QTest::mouseClick(d.other(), Qt::LeftButton);
            QVERIFY(d.picker());
            QTest::keyClicks(d.picker()->search(), words);
            QTest::keyClick(d.picker()->search(), Qt::Key_Return);
            QTRY_VERIFY_WITH_TIMEOUT(!d.picker(), kPatience);
            QCOMPARE(named<QLineEdit>(d.panel(), kSkew)->text(), QString());
        }
        QCOMPARE(said.size(), 2);
        QVERIFY(said[0].contains(u"no time"_s));
        QVERIFY(said[1].contains(u"same file"_s));
    }

    void anEventWithoutATimeCannotBeAnchored()
    {
        Desk d;
        const EventId undated =
            d.f.document->eventBySeq(d.f.document->events().undated.front().seq)->id;
        QString said;
        connect(&d.page, &EvidencePage::statusMessage, this,
                [&said](const QString &text) { said = text; });
        d.page.showClock(undated);
        QVERIFY(said.contains(u"no time"_s));
    }

    void whatIsTypedOutlivesEditsOfOtherThings()
    {
        Desk d;
        d.type(kSkew, u"+5 s"_s);
        d.f.import(d.f.write(u"other.csv"_s, "time,title\n2026-03-12T14:00:00Z,Other\n"));
        QCOMPARE(named<QLineEdit>(d.panel(), kSkew)->text(), u"+5 s"_s);
    }
};

QTEST_MAIN(ClockPanelTest)
#include "tst_clockpanel.moc"
