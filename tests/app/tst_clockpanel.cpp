// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/evidencefixture.h"
#include "evidence/clockpanel.h"
#include "evidence/evidencepage.h"
#include "evidence/evidenceviewer.h"

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
