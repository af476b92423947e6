// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journeyfixture.h"
#include "editing/eventedits.h"
#include "editing/sourceedits.h"
#include "evidence/evidencedrawer.h"
#include "evidence/evidenceviewer.h"
#include "evidence/keptreader.h"
#include "services/importservice.h"
#include "support/testlibrary.h"
#include "timeline/timelineview.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace SecondStory::Ui;

namespace {

constexpr int kRows = 40;
constexpr int kRecords = 120;
constexpr qint64 kMinute = 60'000'000;
constexpr TimePoint kLater{ 1'773'327'600'000'000 }; // 2026-03-12T15:00:00Z

QByteArray csvRows()
{
    QByteArray csv = "time,title\n";
    for (int i = 0; i < kRows; ++i)
        csv += "2026-03-12T14:" + QByteArray::number(i).rightJustified(2, '0') + ":00Z,<b>step</b> "
            + QByteArray::number(i) + "\n";
    return csv;
}

} // namespace

/// Evidence below the timeline, in step with what is selected.
class EvidenceDrawerTest : public QObject {
    Q_OBJECT

    std::unique_ptr<TestLibrary> m_library;
    ReviewId m_review;
    QTemporaryDir m_settings;

    void importCsv()
    {
        const QString path = writeCsv();
        const Importing::ImporterRegistry registry;
        Services::ImportRequest request;
        request.path = path;
        request.review = m_review;
        const auto done = Services::ImportService(*m_library->library, registry).run(request);
        if (!done)
            qFatal("%s", qPrintable(done.error().toString()));
    }
    [[nodiscard]] QString writeCsv() const
    {
        QFile file(m_library->file(u"steps.csv"_s));
        const QByteArray csv = csvRows();
        if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size())
            qFatal("no test file");
        return file.fileName();
    }
    /// A source whose file is not kept, as of an archive.
    void importRecords() const
    {
        EvidenceSource source;
        source.id = SourceId::create();
        source.reviewId = m_review;
        source.fileName = u"export.zip"_s;
        source.sha256 = QByteArray(32, 'x');
        source.importerId = u"slack"_s;
        source.importedAt = kLater;
        source.imported = source.read = kRecords;
        auto writer = m_library->library->sources().beginImport(m_review, source.id);
        bool isFine = writer.has_value();
        for (int i = 0; i < kRecords && isFine; ++i) {
            Event event;
            event.id = EventId::create();
            event.reviewId = m_review;
            event.sourceId = source.id;
            event.recorded.start = TimePoint{ kLater.us + i * kMinute };
            event.recorded.text = u"ts %1"_s.arg(i);
            event.title = u"message number %1"_s.arg(i);
            event.place = u"message %1"_s.arg(i);
            isFine = (*writer)->add(event).has_value();
        }
        if (!isFine || !(*writer)->finish(source))
            qFatal("the records could not be imported");
    }

    /// The window with the review's timeline in front, and a hand on its first event.
    struct Scene {
        Desk desk;
        TimelineView *view;

        Scene(const QString &library, ReviewId review)
            : desk(library)
        {
            if (!desk.window->openReview(review))
                qFatal("the review cannot be opened");
            desk.window->go(Place::Timeline);
            view = desk.workspace().timeline();
            view->tracks().setFocus();
        }
        void select(const QString &title) const
        {
            view->showEvent(desk.event(title)->id);
            view->tracks().setFocus();
        }
        [[nodiscard]] EvidenceDrawer *drawer() const
        {
            return desk.window->findChild<EvidenceDrawer *>();
        }
        [[nodiscard]] QString words() const
        {
            QStringList all;
            for (const QLabel *label : drawer()->findChildren<QLabel *>()) {
                if (label->isVisible())
                    all << label->text();
            }
            return all.join(u'\n');
        }
        [[nodiscard]] TimelineSelection &selection() const { return desk.workspace().selection(); }
        [[nodiscard]] QString current() const
        {
            const auto event = desk.document().eventBySeq(selection().current());
            return event ? event->title : QString();
        }
    };
    [[nodiscard]] Scene scene() const { return { m_library->path(), m_review }; }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setApplicationName(u"second-story-evidence-drawer"_s);
        QApplication::setStyle(new Style);
    }
    void init()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        QSettings().clear();
        m_library = std::make_unique<TestLibrary>();
        m_review = m_library->addReview(u"Steps"_s, u"Europe/Berlin"_s);
        importCsv();
    }
    void cleanup() { m_library.reset(); }

    void theLineOfTheSelectedEventIsMarkedAndFollows()
    {
        const Scene s = scene();
        s.select(u"step</b> 7"_s);
        QVERIFY(!s.drawer()->isVisible());
        Hands::key(Qt::Key_E);
        QVERIFY(s.drawer()->isVisible());
        QTRY_COMPARE(s.drawer()->viewer().markedLine(), 9);
        QVERIFY(s.drawer()->viewer().markedText().contains(u"<b>step</b> 7"_s));
        QVERIFY(s.drawer()->viewer().text().toPlainText().contains(u"<b>step</b> 39"_s));
        // The keyboard stays on the timeline: the next event, and the one before both.
        Hands::key(Qt::Key_Period);
        QTRY_COMPARE(s.drawer()->viewer().markedLine(), 10);
        Hands::key(Qt::Key_Comma);
        Hands::key(Qt::Key_Comma);
        QTRY_COMPARE(s.drawer()->viewer().markedLine(), 8);
        QVERIFY(s.view->tracks().hasFocus());
    }

    void theFactsOfTheRecordStandBesideItAsPlainText()
    {
        const Scene s = scene();
        s.select(u"step</b> 7"_s);
        Hands::key(Qt::Key_E);
        QTRY_VERIFY(!s.drawer()->isBusy());
        const QString words = s.words();
        for (const QString &part :
             { u"steps.csv"_s, u"line 9"_s, u"2026-03-12T14:07:00Z"_s, u"2026-03-12 15:07:00"_s,
               u"to the second"_s, u"version 1"_s, u"Lines 1–41 of 41"_s })
            QVERIFY2(words.contains(part), qPrintable(part + u" is not in "_s + words));
        for (const QLabel *label : s.drawer()->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    void aLineLeadsBackToItsEventByKeyboard()
    {
        const Scene s = scene();
        s.select(u"step</b> 7"_s);
        Hands::key(Qt::Key_E);
        QTRY_COMPARE(s.drawer()->viewer().markedLine(), 9);
        Hands::key(Qt::Key_E); // again: into it
        QVERIFY(s.drawer()->viewer().text().hasFocus());
        Hands::key(Qt::Key_Down);
        Hands::key(Qt::Key_Down);
        QTRY_VERIFY(s.drawer()->viewer().eventAtCursor() == s.desk.event(u"step</b> 9"_s)->id);
        Hands::key(Qt::Key_Return);
        QCOMPARE(s.current(), u"<b>step</b> 9"_s);
        QTRY_COMPARE(s.drawer()->viewer().markedLine(), 11);
        QVERIFY(s.drawer()->viewer().text().hasFocus());
        Hands::key(Qt::Key_Escape);
        QVERIFY(s.view->tracks().hasFocus());
        QCOMPARE(s.selection().seqs().size(), 1);
    }

    void aLineWithoutAnEventLeadsNowhere()
    {
        const Scene s = scene();
        s.select(u"step</b> 0"_s);
        Hands::key(Qt::Key_E);
        QTRY_COMPARE(s.drawer()->viewer().markedLine(), 2);
        Hands::key(Qt::Key_E);
        Hands::key(Qt::Key_Home, Qt::ControlModifier);
        QTRY_VERIFY(s.drawer()->viewer().eventAtCursor().isNull());
        Hands::key(Qt::Key_Return);
        QCOMPARE(s.current(), u"<b>step</b> 0"_s);
    }

    void theEvidenceViewerIsOneClickAway()
    {
        const Scene s = scene();
        s.select(u"step</b> 7"_s);
        Hands::key(Qt::Key_E);
        QTRY_VERIFY(!s.drawer()->isBusy());
        STEP(Hands::click(s.desk.button(u"Open in the evidence viewer"_s)));
        QCOMPARE(s.desk.window->place(), Place::Evidence);
        auto *viewer = s.desk.find<EvidenceViewer>([](const auto &) { return true; });
        QVERIFY(viewer);
        QTRY_COMPARE(viewer->markedLine(), 9);
    }

    void whatHasNoFileSaysSo()
    {
        const Scene s = scene();
        Hands::key(Qt::Key_E);
        QVERIFY(s.words().contains(u"No event is selected"_s));
        const auto own =
            Editing::addEvent(s.desk.document(), { kLater, {}, {}, EventKind::Decision, u"own"_s });
        QVERIFY(own);
        s.view->showEvent(*own);
        QTRY_VERIFY(s.words().contains(u"Added by hand"_s));
        QVERIFY(s.words().contains(u"“own”"_s));
        s.selection().clear();
        QTRY_VERIFY(s.words().contains(u"No event is selected"_s));
    }

    void aSourceTakenOutCanBePutBack()
    {
        const Scene s = scene();
        s.select(u"step</b> 7"_s);
        Hands::key(Qt::Key_E);
        QTRY_COMPARE(s.drawer()->viewer().markedLine(), 9);
        const SourceId source = s.desk.contents().sources.first().id;
        QVERIFY(Editing::removeSource(s.desk.document(), source));
        QTRY_VERIFY(s.words().contains(u"Its source was taken out of the review"_s));
        QVERIFY(s.words().contains(u"steps.csv"_s));
        Hands::key(Qt::Key_E);
        QCOMPARE(QApplication::focusWidget(), s.desk.button(u"Put the source back"_s));
        Hands::key(Qt::Key_Space);
        QVERIFY(!s.desk.contents().sources.first().removed);
        QTRY_COMPARE(s.drawer()->viewer().markedLine(), 9);
        QTRY_VERIFY(!s.words().contains(u"taken out"_s));
    }

    void ofSeveralTheOthersAreOneStepAway()
    {
        const Scene s = scene();
        QList<qint64> seqs;
        for (const int i : { 3, 5, 8 })
            seqs << s.desk.document().seqOf(s.desk.event(u"step</b> %1"_s.arg(i))->id);
        s.selection().select(seqs);
        Hands::key(Qt::Key_E);
        QTRY_VERIFY(!s.drawer()->isBusy());
        const qsizetype at = seqs.indexOf(s.selection().current());
        QVERIFY(s.words().contains(u"%1 of 3 selected"_s.arg(at + 1)));
        for (int i = 0; i < 3; ++i) {
            if (auto *back = s.desk.named<QToolButton>(u"The selected event before"_s);
                back->isEnabled())
                STEP(Hands::click(back));
        }
        QTRY_COMPARE(s.drawer()->viewer().markedLine(), 5);
        auto *next = s.desk.named<QToolButton>(u"The next selected event"_s);
        STEP(Hands::click(next));
        STEP(Hands::click(next));
        QVERIFY(!next->isEnabled());
        QTRY_COMPARE(s.drawer()->viewer().markedLine(), 10);
        QVERIFY(s.words().contains(u"3 of 3 selected"_s));
        QCOMPARE(s.selection().seqs(), seqs);
    }

    void ofAFileThatIsNotKeptTheRecordsAroundAreShown()
    {
        importRecords();
        const Scene s = scene();
        s.select(u"message number 60"_s);
        Hands::key(Qt::Key_E);
        QTRY_VERIFY(s.drawer()->viewer().markedText().contains(u"message number 60"_s));
        QVERIFY(s.drawer()->viewer().markedText().contains(u"“ts 60”"_s));
        const QString text = s.drawer()->viewer().text().toPlainText();
        QVERIFY(text.contains(u"message number 59"_s) && text.contains(u"message number 61"_s));
        QVERIFY(!text.contains(u"message number 5\n"_s));
        QVERIFY(s.words().contains(u"Records read before and after it"_s));
        // From one of them to its event, and what stands around that one.
        STEP(Hands::key(Qt::Key_E));
        Hands::key(Qt::Key_Home, Qt::ControlModifier);
        Hands::key(Qt::Key_Return);
        QCOMPARE(s.current(), u"message number 20"_s);
        QTRY_VERIFY(s.drawer()->viewer().markedText().contains(u"message number 20"_s));
        QVERIFY(s.drawer()->viewer().text().toPlainText().contains(u"message number 1\n"_s));
    }

    void theTabIsInFrontAgainAfterARestart()
    {
        {
            const Scene s = scene();
            Hands::key(Qt::Key_E);
            QVERIFY(s.drawer()->isVisible());
        }
        const Scene again = scene();
        QVERIFY(again.drawer()->isVisible());
        auto *tabs = again.desk.workspace().lowerPanel();
        tabs->setCurrentIndex(0);
        QVERIFY(!again.drawer()->isVisible());
        STEP(again.desk.window->action(u"drawer"_s)->trigger());
        QVERIFY(again.drawer()->isVisible());
    }

    void whatWasAskedBeforeIsNotAnswered()
    {
        const auto document = Editing::ReviewDocument::open(*m_library->library, m_review);
        QVERIFY(document);
        const EvidenceSource &source = (*document)->contents().sources.first();
        const auto &rows = (*document)->events().rows;
        KeptReader reader(m_library->path());
        QSignalSpy ready(&reader, &KeptReader::ready);
        QSignalSpy placed(&reader, &KeptReader::placed);
        for (size_t i = 0; i < 5; ++i)
            reader.ask(source, *(*document)->eventBySeq(rows[i].seq), rows[i].seq, u"UTC"_s);
        QVERIFY(reader.isReading());
        QCOMPARE(ready.count(), 0);
        QTRY_COMPARE(placed.count(), 1);
        QCOMPARE(ready.count(), 1);
        QCOMPARE(ready[0][0].value<KeptSource>().lines.size(), kRows + 1);
        QVERIFY(placed[0][0].value<PlacedEvents>().isAll);
        QCOMPARE(placed[0][0].value<PlacedEvents>().events.size(), kRows);
        // Once read, the file is there at once, with its events.
        reader.ask(source, *(*document)->eventBySeq(rows[9].seq), rows[9].seq, u"UTC"_s);
        QVERIFY(!reader.isReading());
        QCOMPARE(ready.count(), 2);
        QCOMPARE(ready[1][0].value<KeptSource>().events.size(), kRows);
        reader.ask(source, *(*document)->eventBySeq(rows[9].seq), rows[9].seq, u"UTC"_s);
        reader.forget();
        QVERIFY(!reader.isReading());
    }
};

QTEST_MAIN(EvidenceDrawerTest)
#include "tst_evidencedrawer.moc"
