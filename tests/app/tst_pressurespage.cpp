// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/evidencefixture.h"
#include "canvas/eventdrop.h"
#include "coding/codepicker.h"
#include "editing/personedits.h"
#include "editing/pressureedits.h"
#include "pressures/castmodel.h"
#include "pressures/castpage.h"
#include "pressures/pressureprompts.h"
#include "pressures/pressuresmodel.h"
#include "pressures/reviewpressurespage.h"
#include "widgets/smallwidgets.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace SecondStory::Ui;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kAlerts = "time,title,actor\n"
                           "2026-03-12T13:00:00Z,first,asha.k\n"
                           "2026-03-12T13:05:00Z,second,asha\n"
                           "2026-03-12T13:09:00Z,third,asha.k\n";

CodeId codeOf(const EvidenceFixture &f, const QString &key)
{
    const auto codes = f.library.library->reviews().codes();
    for (const Code &code : *codes) {
        if (code.key == key)
            return code.id;
    }
    return {};
}

PersonId personOf(const EvidenceFixture &f, const QString &name)
{
    for (const Person &person : f.document->contents().people) {
        if (person.name == name)
            return person.id;
    }
    return {};
}

} // namespace

class PressuresPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QApplication::setStyle(new Style);
        QApplication::setPalette(toQPalette(Figures::Palette::light()));
    }

    void aPressureIsAddedFromTheCodebookByKeyboard()
    {
        const EvidenceFixture f;
        ReviewPressuresPage page;
        page.setDocument(f.document.get());
        page.resize(1'000, 700);
        page.show();
        page.add();
        QTest::keyClicks(page.picker()->searchField(), u"key people"_s);
        QTest::keyClick(page.picker()->searchField(), Qt::Key_Return);
        QCOMPARE(f.document->contents().pressures.size(), 1);
        QCOMPARE(f.document->contents().pressures[0].codeId, codeOf(f, u"P03"_s));
        auto *editor = page.table()->findChild<QLineEdit *>();
        QVERIFY(editor);
        QTest::keyClicks(editor, u"The database lead was on leave"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(f.document->contents().pressures[0].title,
                     u"The database lead was on leave"_s);
    }

    void phasesAreToggledByMouseAndKeyboardAndUndone()
    {
        const EvidenceFixture f;
        Pressure pressure;
        pressure.codeId = codeOf(f, u"P01"_s);
        VERIFY_RESULT(Editing::addPressure(*f.document, pressure));
        ReviewPressuresPage page;
        page.setDocument(f.document.get());
        page.resize(1'000, 700);
        page.show();
        const auto index = page.table()->model()->index(0, PressuresModel::DuringColumn);
        const QPoint at = page.table()->visualRect(index).center();
        QTest::mouseClick(page.table()->viewport(), Qt::LeftButton, Qt::NoModifier, at);
        QCOMPARE(f.document->contents().pressures[0].phases, Phase::Before | Phase::During);
        page.table()->setCurrentIndex(index);
        QTest::keyClick(page.table(), Qt::Key_Space);
        QCOMPARE(f.document->contents().pressures[0].phases, Phases(Phase::Before));
        f.document->undoStack()->undo();
        QCOMPARE(f.document->contents().pressures[0].phases, Phase::Before | Phase::During);
    }

    void eventsDroppedOnARowBecomeItsEvidence()
    {
        EvidenceFixture f;
        f.import(f.write(u"alerts.csv"_s, kAlerts));
        Pressure pressure;
        pressure.codeId = codeOf(f, u"P01"_s);
        const auto id = Editing::addPressure(*f.document, pressure);
        PressuresModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setDocument(f.document.get());
        QMimeData mime;
        mime.setData(kEventsMimeType,
                     QString(f.eventAt(0).toString() + u'\n' + f.eventAt(1).toString()).toLatin1());
        QVERIFY(model.dropMimeData(&mime, Qt::CopyAction, -1, -1, model.index(0, 1)));
        QCOMPARE(f.document->contents().evidenceLinks.size(), 2);
        QCOMPARE(model.index(0, PressuresModel::EvidenceColumn).data().toString(), u"2"_s);
        QVERIFY(model.dropMimeData(&mime, Qt::CopyAction, -1, -1, {}));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(f.document->contents().evidenceLinks.size(), 4);
        f.document->undoStack()->undo();
        QCOMPARE(model.rowCount(), 1);
        VERIFY_RESULT(Editing::removePressures(*f.document, { *id }));
        QCOMPARE(model.rowCount(), 0);
    }

    void readingAgainShowsThePressuresOfOthers()
    {
        EvidenceFixture f;
        PressuresModel model;
        model.setDocument(f.document.get());
        QCOMPARE(model.rowCount(), 0);
        auto theirs =
            std::move(*Editing::ReviewDocument::open(*f.library.library, f.document->id()));
        Pressure pressure;
        pressure.codeId = codeOf(f, u"P01"_s);
        VERIFY_RESULT(Editing::addPressure(*theirs, pressure));
        VERIFY_RESULT(f.document->reload());
        QCOMPARE(model.rowCount(), 1);
    }

    void otherReviewsAreCounted()
    {
        EvidenceFixture f;
        const ReviewId second = f.library.addReview(u"Search outage"_s);
        (void)f.library.addReview(u"Login outage"_s);
        auto other = std::move(*Editing::ReviewDocument::open(*f.library.library, second));
        Pressure pressure;
        pressure.codeId = codeOf(f, u"P01"_s);
        VERIFY_RESULT(Editing::addPressure(*other, pressure));
        VERIFY_RESULT(Editing::addPressure(*f.document, pressure));
        PressuresModel model;
        model.setDocument(f.document.get());
        QCOMPARE(model.index(0, PressuresModel::SeenColumn).data().toString(), u"1 of 2"_s);
    }

    void aPromptAddsItsPressureOnceAndThenItsPhase()
    {
        const EvidenceFixture f;
        ReviewPressuresPage page;
        page.setDocument(f.document.get());
        page.resize(1'000, 700);
        page.show();
        page.addOrMark(codeOf(f, u"P10"_s), Phase::During);
        page.addOrMark(codeOf(f, u"P10"_s), Phase::After);
        QCOMPARE(f.document->contents().pressures.size(), 1);
        QCOMPARE(f.document->contents().pressures[0].phases, Phase::During | Phase::After);
        const auto answered = [&page] {
            int count = 0;
            for (const LinkButton *link : page.findChildren<LinkButton *>())
                count += link->isVisible() && !link->isEnabled() ? 1 : 0;
            return count;
        };
        QTRY_COMPARE(answered(), 2);
    }

    void everyPromptNamesACodeOfTheStarterCodebook()
    {
        const EvidenceFixture f;
        for (const PressurePrompt &prompt : pressurePrompts()) {
            QVERIFY2(!codeOf(f, prompt.codeKey).isNull(), qPrintable(prompt.codeKey));
            QVERIFY(prompt.text.endsWith(u'?'));
        }
    }

    void selectedPressuresAreRemovedTogether()
    {
        const EvidenceFixture f;
        ReviewPressuresPage page;
        page.setDocument(f.document.get());
        page.addOrMark(codeOf(f, u"P01"_s), Phase::Before);
        page.addOrMark(codeOf(f, u"P02"_s), Phase::Before);
        QSignalSpy chosen(&page, &ReviewPressuresPage::targetsSelected);
        page.table()->selectAll();
        QCOMPARE(chosen.last().first().value<QList<TargetRef>>().size(), 2);
        page.removeSelected();
        QVERIFY(f.document->contents().pressures.isEmpty());
        f.document->undoStack()->undo();
        QCOMPARE(f.document->contents().pressures.size(), 2);
    }

    void theCastIsEditedInPlace()
    {
        EvidenceFixture f;
        f.import(f.write(u"alerts.csv"_s, kAlerts));
        CastModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setDocument(f.document.get());
        QCOMPARE(model.rowCount(), 2);
        const int row = model.rowOf(personOf(f, u"asha"_s));
        QVERIFY(model.setData(model.index(row, CastModel::RoleColumn), u"on-call"_s, Qt::EditRole));
        QVERIFY(model.index(row, CastModel::RoleColumn).data(CastModel::UniqueRole).toBool());
        const int otherRow = 1 - row;
        QVERIFY(model.setData(model.index(otherRow, CastModel::RoleColumn), u"On-Call"_s,
                              Qt::EditRole));
        QVERIFY(!model.index(row, CastModel::RoleColumn).data(CastModel::UniqueRole).toBool());
        QSignalSpy refused(&model, &CastModel::refused);
        QVERIFY(!model.setData(model.index(row, CastModel::NameColumn), u" "_s, Qt::EditRole));
        QCOMPARE(refused.count(), 1);
        f.document->undoStack()->undo();
        QVERIFY(model.index(row, CastModel::RoleColumn).data(CastModel::UniqueRole).toBool());
    }

    void twoSpellingsBecomeOnePersonTheBusierOneStays()
    {
        EvidenceFixture f;
        f.import(f.write(u"alerts.csv"_s, kAlerts));
        CastPage page;
        page.setDocument(f.document.get());
        page.show(); // events are counted for who looks
        const int busy = page.model()->rowOf(personOf(f, u"asha.k"_s));
        QTRY_COMPARE_WITH_TIMEOUT(
            page.model()->index(busy, CastModel::EventsColumn).data().toString(), u"2"_s, 20'000);
        page.table()->selectAll();
        page.mergeSelected();
        QCOMPARE(f.document->contents().people.size(), 1);
        QCOMPARE(f.document->contents().people[0].name, u"asha.k"_s);
        QTRY_COMPARE_WITH_TIMEOUT(page.model()->index(0, CastModel::EventsColumn).data().toString(),
                                  u"3"_s, 20'000);
        f.document->undoStack()->undo();
        QCOMPARE(page.model()->rowCount(), 2);
    }

    void thePicturesOfTheTablesShowSomething()
    {
        const SampleFixture sample;
        const EvidenceFixture empty;
        for (const bool isDark : { false, true }) {
            QApplication::setPalette(
                toQPalette(isDark ? Figures::Palette::dark() : Figures::Palette::light()));
            ReviewPressuresPage page;
            page.setDocument(sample.document.get());
            QVERIFY(hasContent(picture(page, u"pressures"_s, { 1'000, 700 }, isDark)));
            QVERIFY(hasContent(picture(page, u"pressures"_s, { 1'640, 960 }, isDark)));
            ReviewPressuresPage none;
            none.setDocument(empty.document.get());
            QVERIFY(hasContent(picture(none, u"pressures-empty"_s, { 1'000, 700 }, isDark)));
            CastPage cast;
            cast.setDocument(sample.document.get());
            QTest::qWait(300);
            QVERIFY(hasContent(picture(cast, u"cast"_s, { 1'000, 700 }, isDark)));
            CastPage nobody;
            nobody.setDocument(empty.document.get());
            QVERIFY(hasContent(picture(nobody, u"cast-empty"_s, { 1'000, 700 }, isDark)));
        }
    }
};

QTEST_MAIN(PressuresPageTest)
#include "tst_pressurespage.moc"
