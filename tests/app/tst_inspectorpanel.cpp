// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/evidencefixture.h"
#include "coding/codepicker.h"
#include "editing/codingedits.h"
#include "editing/eventedits.h"
#include "editing/factoredits.h"
#include "editing/pressureedits.h"
#include "inspector/inspectorpanel.h"
#include "inspector/timestatement.h"
#include "widgets/smallwidgets.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QToolButton>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace SecondStory::Ui;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kAlerts = "time,title,actor\n"
                           "2026-03-12 14:00:00,<b>FIRING</b> checkout errors,monitor\n"
                           "2026-03-12 14:05:00,roll back?,asha\n";

template <class T>
T *named(const QWidget &within, const QString &name)
{
    for (T *each : within.findChildren<T *>()) {
        if (each->accessibleName() == name)
            return each;
    }
    return nullptr;
}

LinkButton *link(const QWidget &within, const QString &text)
{
    for (LinkButton *each : within.findChildren<LinkButton *>()) {
        if (each->text() == text && !each->isHidden())
            return each;
    }
    return nullptr;
}

TargetRef ref(EventId id)
{
    return { TargetKind::Event, id.value };
}

struct Shown {
    EvidenceFixture f;
    InspectorPanel panel;
    EventId event;

    Shown()
    {
        f.import(f.write(u"alerts.csv"_s, kAlerts));
        event = f.eventAt(0);
        panel.resize(300, 800);
        panel.showTargets(f.document.get(), { ref(event) });
        panel.show();
    }
    [[nodiscard]] Event now() const { return *f.document->event(event); }
};

} // namespace

class InspectorPanelTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QApplication::setStyle(new Style);
        QApplication::setPalette(toQPalette(Figures::Palette::light()));
    }

    void whatIsSaidOfAnEventIsStoredAndUndone()
    {
        const Shown s;
        auto *title = named<QLineEdit>(s.panel, u"Title"_s);
        QCOMPARE(title->text(), u"<b>FIRING</b> checkout errors"_s);
        title->setText(u"Checkout alert"_s);
        QTest::keyClick(title, Qt::Key_Return);
        QCOMPARE(s.now().caption, u"Checkout alert"_s);
        QCOMPARE(s.now().title, u"<b>FIRING</b> checkout errors"_s);
        auto *kind = named<QComboBox>(s.panel, u"Kind"_s);
        kind->setCurrentIndex(kind->findData(static_cast<int>(EventKind::Alert)));
        emit kind->activated(kind->currentIndex());
        QCOMPARE(s.now().kind, EventKind::Alert);
        QTest::mouseClick(named<QToolButton>(s.panel, u"Star"_s), Qt::LeftButton);
        QVERIFY(s.now().starred);
        s.f.document->undoStack()->undo();
        QVERIFY(!s.now().starred);
        QVERIFY(!named<QToolButton>(s.panel, u"Star"_s)->isChecked());
    }

    void anAssertedTimeStandsBesideTheRecordedOne()
    {
        const Shown s;
        const auto recorded = s.now().recorded;
        QTest::mouseClick(link(s.panel, u"State another time"_s), Qt::LeftButton);
        auto *time = named<QLineEdit>(s.panel, u"Time"_s);
        time->setText(u"half past two"_s);
        QTest::keyClick(time, Qt::Key_Return);
        QVERIFY(!s.now().asserted);
        time->setText(u"13:58"_s);
        named<QLineEdit>(s.panel, u"Reason"_s)->setText(u"clock was off"_s);
        QTest::keyClick(time, Qt::Key_Return);
        QVERIFY(s.now().asserted);
        QCOMPARE(s.now().asserted->start, fromRfc3339(u"2026-03-12T12:58:00Z"));
        QCOMPARE(s.now().asserted->reason, u"clock was off"_s);
        QCOMPARE(s.now().recorded, recorded);
        QTest::mouseClick(link(s.panel, u"Use the recorded time"_s), Qt::LeftButton);
        QVERIFY(!s.now().asserted);
    }

    void betweenTwoTimesBecomesAWhisker()
    {
        const Shown s;
        QTest::mouseClick(link(s.panel, u"State another time"_s), Qt::LeftButton);
        auto *certainty = named<QComboBox>(s.panel, u"How sure the time is"_s);
        certainty->setCurrentIndex(certainty->findData(static_cast<int>(Certainty::Between)));
        named<QLineEdit>(s.panel, u"Time"_s)->setText(u"2026-03-12 13:50"_s);
        named<QLineEdit>(s.panel, u"Until"_s)->setText(u"13:59"_s);
        QTest::keyClick(named<QLineEdit>(s.panel, u"Until"_s), Qt::Key_Return);
        QVERIFY(s.now().asserted);
        QCOMPARE(s.now().asserted->earliest, fromRfc3339(u"2026-03-12T12:50:00Z"));
        QCOMPARE(s.now().asserted->latest, fromRfc3339(u"2026-03-12T12:59:00Z"));
        QVERIFY(!s.now().asserted->end);
    }

    void aCodeIsFoundByTypingAndTakenOffByItsCross()
    {
        const Shown s;
        QTest::mouseClick(link(s.panel, u"Add code"_s), Qt::LeftButton);
        CodePicker *picker = nullptr;
        for (CodePicker *each : s.panel.findChildren<CodePicker *>())
            picker = each->isVisible() ? each : picker;
        QVERIFY(picker);
        QTest::keyClicks(picker->searchField(), u"noise signal"_s);
        QCOMPARE(picker->visibleCount(), 1);
        QTest::keyClick(picker->searchField(), Qt::Key_Return);
        QCOMPARE(s.f.document->contents().codings.size(), 1);
        QCOMPARE(s.f.document->contents().codings[0].target, ref(s.event));
        Chip *chip = nullptr;
        for (Chip *each : s.panel.findChildren<Chip *>()) {
            if (each->text() == "Signal lost in noise"_L1)
                chip = each;
        }
        QVERIFY(chip);
        emit chip->removeRequested();
        QVERIFY(s.f.document->contents().codings.isEmpty());
    }

    void whatAnEventSupportsIsListedAndLeadsThere()
    {
        const Shown s;
        Factor factor;
        factor.title = u"Retries pile up"_s;
        const auto id = Editing::FactorEdits(*s.f.document).addFactor(factor);
        VERIFY_RESULT(id);
        const TargetRef target{ TargetKind::Factor, id->value };
        VERIFY_RESULT(Editing::FactorEdits(*s.f.document).linkEvidence(target, { s.event }));
        QSignalSpy asked(&s.panel, &InspectorPanel::targetRequested);
        QTRY_VERIFY(link(s.panel, u"Retries pile up"_s));
        auto *go = link(s.panel, u"Retries pile up"_s);
        QTest::mouseClick(go, Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().value<TargetRef>(), target);
        QSignalSpy shown(&s.panel, &InspectorPanel::evidenceRequested);
        QTest::mouseClick(link(s.panel, u"Show in evidence"_s), Qt::LeftButton);
        QCOMPARE(shown.first().first().value<EventId>(), s.event);
    }

    void aNoteIsTakenUpWhenTheFieldIsLeft()
    {
        const Shown s;
        auto *note = named<QPlainTextEdit>(s.panel, u"Note"_s);
        note->setPlainText(u"who saw this?"_s);
        QFocusEvent leave(QEvent::FocusOut);
        QApplication::sendEvent(note, &leave);
        QCOMPARE(s.now().note, u"who saw this?"_s);
    }

    void anOwnEventsTimeIsEditedInPlace()
    {
        const Shown s;
        const auto own = Editing::addEvent(
            *s.f.document,
            { *fromRfc3339(u"2026-03-12T13:10:00Z"), {}, {}, EventKind::Decision, u"Roll back"_s });
        VERIFY_RESULT(own);
        InspectorPanel panel;
        panel.showTargets(s.f.document.get(), { ref(*own) });
        auto *start = named<QLineEdit>(panel, u"When it happened"_s);
        QVERIFY(!start->parentWidget()->isHidden());
        start->setText(u"14:12"_s);
        emit start->editingFinished();
        QCOMPARE(s.f.document->event(*own)->recorded.start, fromRfc3339(u"2026-03-12T13:12:00Z"));
        s.f.document->undoStack()->undo();
        s.f.document->undoStack()->undo();
        QVERIFY(!s.f.document->event(*own));
    }

    void severalEventsAreEditedTogether()
    {
        const Shown s;
        InspectorPanel panel;
        panel.showTargets(s.f.document.get(), { ref(s.event), ref(s.f.eventAt(1)) });
        auto *kind = named<QComboBox>(panel, u"Kind of all"_s);
        kind->setCurrentIndex(kind->findData(static_cast<int>(EventKind::Observation)));
        emit kind->activated(kind->currentIndex());
        QCOMPARE(s.now().kind, EventKind::Observation);
        QCOMPARE(s.f.document->event(s.f.eventAt(1))->kind, EventKind::Observation);
        QTest::mouseClick(link(panel, u"Star all"_s), Qt::LeftButton);
        QVERIFY(s.f.document->events().rows[0].isStarred());
        QVERIFY(s.f.document->events().rows[1].isStarred());
        s.f.document->undoStack()->undo();
        QVERIFY(!s.f.document->events().rows[0].isStarred());
    }

    void otherTargetsShowThePageGivenForThem()
    {
        const Shown s;
        InspectorPanel panel;
        auto *page = new QWidget;
        panel.setExtraPage(TargetKind::Factor, page);
        panel.show();
        panel.showTargets(s.f.document.get(), { { TargetKind::Factor, QUuid::createUuid() } });
        QVERIFY(page->isVisible());
        panel.showTargets(s.f.document.get(), {});
        QVERIFY(!page->isVisible());
    }

    void thePicturesOfTheInspectorShowSomething()
    {
        const SampleFixture sample;
        const auto &links = sample.document->contents().evidenceLinks;
        QVERIFY(!links.isEmpty());
        const EventId event = links.first().eventId;
        const auto codes = sample.library->reviews().codes();
        VERIFY_RESULT(Editing::applyCode(*sample.document, codes->at(0).id, { ref(event) }));
        VERIFY_RESULT(Editing::applyCode(*sample.document, codes->at(20).id, { ref(event) }));
        VERIFY_RESULT(Editing::setStarred(*sample.document, { event }, true));
        AssertedTime time;
        time.start = *sample.document->event(event)->recorded.start;
        time.certainty = Certainty::About;
        time.reason = u"the monitor's clock was two minutes slow"_s;
        for (const bool isDark : { false, true }) {
            QApplication::setPalette(
                toQPalette(isDark ? Figures::Palette::dark() : Figures::Palette::light()));
            InspectorPanel panel;
            panel.showTargets(sample.document.get(), { ref(event) });
            QVERIFY(hasContent(picture(panel, u"inspector-event"_s, { 300, 760 }, isDark)));
            VERIFY_RESULT(Editing::setAssertedTime(*sample.document, event, time));
            QVERIFY(hasContent(picture(panel, u"inspector-stated"_s, { 300, 760 }, isDark)));
            VERIFY_RESULT(Editing::clearAssertedTime(*sample.document, { event }));
            panel.showTargets(sample.document.get(), { ref(event), ref(links.last().eventId) });
            QVERIFY(hasContent(picture(panel, u"inspector-events"_s, { 300, 760 }, isDark)));
            panel.showTargets(sample.document.get(), {});
            QVERIFY(hasContent(picture(panel, u"inspector-review"_s, { 300, 760 }, isDark)));
            CodePicker picker;
            picker.setCodes(*codes);
            QVERIFY(hasContent(picture(picker, u"codepicker"_s, { 420, 360 }, isDark)));
        }
    }
};

QTEST_MAIN(InspectorPanelTest)
#include "tst_inspectorpanel.moc"
