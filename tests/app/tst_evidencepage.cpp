// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/evidencefixture.h"
#include "evidence/evidencepage.h"
#include "evidence/evidenceviewer.h"
#include "evidence/evidencewords.h"
#include "evidence/importassistant.h"
#include "evidence/importjob.h"
#include "evidence/sourcelistmodel.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTimer>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace SecondStory::Ui;
using namespace Qt::StringLiterals;

namespace {

const QByteArray kAlerts = "time,title,actor\n"
                           "2026-03-12 14:00:00,FIRING checkout errors,monitor\n"
                           "2026-03-12 14:05:00,\"two\nlines\",asha\n"
                           "not a time,odd one,asha\n"
                           "2026-03-12 14:20:00,RESOLVED checkout errors,monitor\n";

QByteArray manyRows(int count)
{
    QByteArray rows = "time,title\n";
    for (int i = 0; i < count; ++i)
        rows += QByteArray("2026-03-12T13:00:00.") + QByteArray::number(100'000 + i % 800'000)
            + "Z,record " + QByteArray::number(i) + '\n';
    return rows;
}

QPushButton *button(const QWidget &within, const QString &text)
{
    for (QPushButton *each : within.findChildren<QPushButton *>()) {
        if (each->text() == text)
            return each;
    }
    return nullptr;
}

void waitUntilLooked(EvidencePage &page)
{
    QTRY_VERIFY_WITH_TIMEOUT(!page.assistant()->isLooking(), 20'000);
}

} // namespace

class EvidencePageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QApplication::setStyle(new Style);
        QApplication::setPalette(toQPalette(Figures::Palette::light()));
    }

    void aDroppedFileIsPreviewedImportedReportedAndShown()
    {
        const EvidenceFixture f;
        EvidencePage page;
        page.setDocument(f.document.get());
        page.show();
        QMimeData mime;
        mime.setUrls({ QUrl::fromLocalFile(f.write(u"alerts.csv"_s, kAlerts)) });
        QDragEnterEvent enter({ 20, 20 }, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&page, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&page, &drop);
        waitUntilLooked(page);
        QTableView *preview = nullptr;
        for (QTableView *table : page.assistant()->findChildren<QTableView *>()) {
            if (table->accessibleName() == "First events of the file"_L1)
                preview = table;
        }
        QVERIFY(preview);
        QTRY_COMPARE(preview->model()->rowCount(), 3);
        QVERIFY(preview->model()->index(0, 0).data().toString().startsWith(u"2026-03-12 14:00"_s));
        auto *go = button(page, u"Import"_s);
        QVERIFY(go && go->isEnabled());
        QTest::mouseClick(go, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(f.document->contents().sources.size(), 1, 20'000);
        const EvidenceSource source = f.document->contents().sources[0];
        QCOMPARE(source.read, 4);
        QCOMPARE(source.imported + source.skipped + source.duplicates, source.read);
        QTRY_COMPARE(page.currentSource(), source.id);
        QTRY_COMPARE_WITH_TIMEOUT(page.viewer()->sourceId(), source.id, 20'000);

        page.EvidencePage::showEvent(f.eventAt(1));
        QTRY_COMPARE(page.viewer()->markedLine(), 3);
        QVERIFY(page.viewer()->markedText().contains(u"two"_s));
        QSignalSpy asked(&page, &EvidencePage::eventRequested);
        QCOMPARE(page.viewer()->eventAtCursor(), f.eventAt(1));
        emit page.viewer()->eventRequested(page.viewer()->eventAtCursor());
        QCOMPARE(asked.count(), 1);
        f.document->undoStack()->undo();
        QVERIFY(f.document->contents().sources[0].removed);
        QCOMPARE(f.document->events().size(), 0);
    }

    void aChosenZoneIsUsedForTimesWithoutOne()
    {
        const EvidenceFixture f;
        EvidencePage page;
        page.setDocument(f.document.get());
        page.importPaths({ f.write(u"alerts.csv"_s, kAlerts) });
        waitUntilLooked(page);
        QComboBox *zone = nullptr;
        for (QComboBox *combo : page.findChildren<QComboBox *>()) {
            if (combo->accessibleName() == "Time zone of times without one"_L1)
                zone = combo;
        }
        QVERIFY(zone);
        zone->lineEdit()->setText(u"Europe/Atlantis"_s);
        emit zone->lineEdit()->editingFinished();
        QVERIFY(!page.assistant()->isLooking());
        zone->lineEdit()->setText(u"America/New_York"_s);
        emit zone->lineEdit()->editingFinished();
        waitUntilLooked(page);
        page.assistant()->startImport();
        QTRY_COMPARE_WITH_TIMEOUT(f.document->contents().sources.size(), 1, 20'000);
        QCOMPARE(f.document->contents().sources[0].zone, u"America/New_York"_s);
        QCOMPARE(f.document->event(f.eventAt(0))->recorded.start,
                 fromRfc3339(u"2026-03-12T18:00:00Z"));
    }

    void aFileThatLacksItsStartAsksForIt()
    {
        const EvidenceFixture f;
        EvidencePage page;
        page.setDocument(f.document.get());
        page.importPaths(
            { f.write(u"call.vtt"_s, "WEBVTT\n\n00:00:05.000 --> 00:00:08.000\nHello all\n") });
        waitUntilLooked(page);
        QVERIFY(!button(page, u"Import"_s)->isEnabled());
        QLineEdit *start = nullptr;
        for (QLineEdit *edit : page.findChildren<QLineEdit *>()) {
            if (edit->accessibleName() == "When it started"_L1)
                start = edit;
        }
        QVERIFY(start && !start->isHidden());
        start->setText(u"2026-03-12 14:16"_s);
        emit start->editingFinished();
        waitUntilLooked(page);
        QVERIFY(button(page, u"Import"_s)->isEnabled());
        page.assistant()->startImport();
        QTRY_COMPARE_WITH_TIMEOUT(f.document->events().rows.size(), 1U, 20'000);
        QCOMPARE(f.document->event(f.eventAt(0))->recorded.start,
                 fromRfc3339(u"2026-03-12T13:16:05Z"));
    }

    void aFileNobodyKnowsIsSaidSoAndTheOthersGoIn()
    {
        const EvidenceFixture f;
        EvidencePage page;
        page.setDocument(f.document.get());
        page.importPaths({ f.write(u"noise.bin"_s, QByteArray(300, '\x01')),
                           f.write(u"alerts.csv"_s, kAlerts) });
        waitUntilLooked(page);
        QCOMPARE(page.assistant()->fileCount(), 2);
        QSignalSpy told(&page, &EvidencePage::statusMessage);
        page.assistant()->startImport();
        QTRY_COMPARE_WITH_TIMEOUT(f.document->contents().sources.size(), 1, 20'000);
        QTRY_VERIFY(!page.assistant()->isImporting());
        QTRY_VERIFY(told.count() >= 2);
        QCOMPARE(page.assistant()->fileCount(), 2);
    }

    void theSameFileTwiceAddsNothing()
    {
        EvidenceFixture f;
        const QString path = f.write(u"alerts.csv"_s, kAlerts);
        f.import(path);
        EvidencePage page;
        page.setDocument(f.document.get());
        page.importPaths({ path });
        waitUntilLooked(page);
        QSignalSpy told(&page, &EvidencePage::statusMessage);
        page.assistant()->startImport();
        QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty(), 20'000);
        QCOMPARE(f.document->contents().sources.size(), 1);
        QVERIFY(told.first().first().toString().contains(u"already"_s));
    }

    void aCancelledImportLeavesNothing()
    {
        const EvidenceFixture f;
        const QString path = f.write(u"many.csv"_s, manyRows(80'000));
        ImportJob job(f.library.path());
        QSignalSpy finished(&job, &ImportJob::finished);
        QSignalSpy failed(&job, &ImportJob::failed);
        // The first progress with records cancels, so the job is in the middle of the file.
        connect(&job, &ImportJob::progressed, &job, [&job](const ImportJob::Progress &progress) {
            if (progress.records > 0)
                job.cancel();
        });
        Services::ImportRequest request;
        request.path = path;
        request.review = f.review;
        job.start({ request });
        QVERIFY(job.isRunning());
        QVERIFY(finished.wait(60'000));
        QCOMPARE(failed.count(), 1);
        QCOMPARE(failed.first().at(1).value<Error>().code, ErrorCode::Cancelled);
        const auto contents = f.library.library->reviews().load(f.review);
        QVERIFY(contents->sources.isEmpty());
        QVERIFY(contents->people.isEmpty());
        QVERIFY(contents->lanes.isEmpty());
        QCOMPARE(f.library.library->info()->events, 0);
    }

    void theWindowLivesOnWhileAnImportRuns()
    {
        const EvidenceFixture f;
        ImportJob job(f.library.path());
        QSignalSpy finished(&job, &ImportJob::finished);
        QSignalSpy progressed(&job, &ImportJob::progressed);
        int ticks = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&ticks] { ++ticks; });
        timer.start(1);
        Services::ImportRequest request;
        request.path = f.write(u"many.csv"_s, manyRows(30'000));
        request.review = f.review;
        job.start({ request });
        QVERIFY(finished.wait(60'000));
        QVERIFY(ticks > 3);
        QVERIFY(progressed.count() > 1);
        QCOMPARE(f.library.library->info()->events, 30'000);
    }

    void aRemovedSourceIsGreyAndPutBackFromTheList()
    {
        EvidenceFixture f;
        f.import(f.write(u"alerts.csv"_s, kAlerts));
        EvidencePage page;
        page.setDocument(f.document.get());
        page.resize(1'000, 700);
        page.show();
        page.removeCurrentSource();
        QListView *list = nullptr;
        for (QListView *each : page.findChildren<QListView *>()) {
            if (each->accessibleName() == "Evidence sources"_L1)
                list = each;
        }
        QVERIFY(list);
        QVERIFY(list->model()->index(0, 0).data(SourceListModel::RemovedRole).toBool());
        QCOMPARE(f.document->events().size(), 0);
        QTest::mouseClick(button(page, u"Put back"_s), Qt::LeftButton);
        QVERIFY(f.document->events().size() > 0);
        f.document->undoStack()->undo();
        QVERIFY(f.document->contents().sources[0].removed);
    }

    void sourcesKeepTheModelContract()
    {
        EvidenceFixture f;
        SourceListModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        f.import(f.write(u"alerts.csv"_s, kAlerts));
        model.setSources(f.document->contents().sources, u"UTC"_s);
        QCOMPARE(model.rowCount(), 1);
        model.setSources({}, u"UTC"_s);
        QCOMPARE(model.rowCount(), 0);
    }

    void hiddenCharactersAreShown()
    {
        QCOMPARE(visibleText(u"a\u202Eb\x1b[0m\tc\n"_s), u"a⟦U+202E⟧b␛[0m\tc\n"_s);
    }

    void aLongFileIsShownInWindowsAndTheJumpFindsItsLine()
    {
        EvidenceFixture f;
        f.import(f.write(u"many.csv"_s, manyRows(12'000)));
        EvidencePage page;
        page.setDocument(f.document.get());
        page.show();
        const auto event = *f.document->event(f.eventAt(11'000));
        page.EvidencePage::showEvent(event.id);
        QTRY_COMPARE_WITH_TIMEOUT(page.viewer()->markedLine(), 11'002, 20'000);
        QVERIFY(page.viewer()->markedText().endsWith(event.title));
    }

    void thePicturesOfThePageShowSomething()
    {
        const SampleFixture sample;
        const EvidenceFixture empty;
        for (const bool isDark : { false, true }) {
            QApplication::setPalette(
                toQPalette(isDark ? Figures::Palette::dark() : Figures::Palette::light()));
            EvidencePage page;
            page.setDocument(sample.document.get());
            page.show();
            const auto &sources = sample.document->contents().sources;
            EventId event;
            for (const auto &row : sample.document->events().rows) {
                const auto each = sample.document->eventBySeq(row.seq);
                if (each->sourceId == sources[1].id)
                    event = each->id;
            }
            page.EvidencePage::showEvent(event);
            QTRY_VERIFY_WITH_TIMEOUT(page.viewer()->markedLine() > 0, 20'000);
            QVERIFY(hasContent(picture(page, u"evidence"_s, { 1'000, 700 }, isDark)));
            QVERIFY(hasContent(picture(page, u"evidence"_s, { 1'640, 960 }, isDark)));
            EvidencePage none;
            none.setDocument(empty.document.get());
            QVERIFY(hasContent(picture(none, u"evidence-empty"_s, { 1'000, 700 }, isDark)));
            none.importPaths({ empty.write(u"alerts.csv"_s, kAlerts),
                               u":/samples/checkout/oncall-notes.md"_s,
                               empty.write(u"noise.bin"_s, QByteArray(300, '\x01')) });
            waitUntilLooked(none);
            QVERIFY(hasContent(picture(none, u"evidence-import"_s, { 1'000, 700 }, isDark)));
        }
    }
};

QTEST_MAIN(EvidencePageTest)
#include "tst_evidencepage.moc"
