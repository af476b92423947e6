// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The whole way from an empty library to a PDF, through the window as people use it.

#include "app/journeybykeys.h"
#include "app/journeybymouse.h"
#include "charts/pressurerows.h"
#include "library/librarypage.h"

#include <QAction>
#include <QLabel>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace SecondStory::Ui;

class JourneyTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString file(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QString library() const { return file(u"own.sslib"_s); }

    static void cases()
    {
        QTest::addColumn<bool>("isReal");
        QTest::newRow("small") << false;
        QTest::newRow("real") << true;
    }
    [[nodiscard]] std::optional<JourneyEvidence> evidence() const
    {
        QFETCH(bool, isReal);
        return isReal ? realEvidence() : smallEvidence(m_folder->path());
    }

    static void codeTwoReviews(const Desk &desk, QString &code)
    {
        for (const auto *title : { "Slow Monday", "Slow Tuesday", "Quiet Friday" }) {
            Hands::key(Qt::Key_N, Qt::ControlModifier);
            Hands::type(QString::fromLatin1(title));
            Hands::key(Qt::Key_Return);
            QCOMPARE(desk.contents().review.title, QString::fromLatin1(title));
            if (!QByteArray(title).startsWith("Slow"))
                continue;
            STEP(namePressureByMouse(desk, u"Two people were away"_s));
            for (const Code &each : desk.session->codes()) {
                if (each.id == desk.contents().pressures.first().codeId)
                    code = each.name;
            }
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setApplicationName(u"second-story-journeys"_s);
        QApplication::setDoubleClickInterval(40);
        QApplication::setStyle(new Style);
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, file(u"settings"_s));
    }
    void cleanup() { m_folder.reset(); }

    void fromNothingToAPdfByMouseAlone_data() { cases(); }
    void fromNothingToAPdfByMouseAlone()
    {
        const auto found = evidence();
        if (!found)
            QSKIP("the real case is not on this machine");
        const Desk desk(library());
        STEP(beginByMouse(desk, *found));
        STEP(importByMouse(desk, *found));
        STEP(lookAtTheLineByMouse(desk, *found));
        STEP(drawFactorsByMouse(desk, *found));
        STEP(namePressureByMouse(desk, u"The announcement could not be moved"_s));
        STEP(writeReportByMouse(desk, *found));
        const QString path = file(u"report.pdf"_s);
        STEP(exportByMouse(desk, path));
        QVERIFY(desk.contents().sections.first().body.contains(
            desk.event(found->first)->id.toString()));
        STEP(checkPdf(desk, *found, path));
    }

    void fromNothingToAPdfByKeysAloneAndAllOfItBack_data() { cases(); }
    void fromNothingToAPdfByKeysAloneAndAllOfItBack()
    {
        const auto found = evidence();
        if (!found)
            QSKIP("the real case is not on this machine");
        const Desk desk(library());
        STEP(beginByKeys(desk, *found));
        const ReviewContents created = desk.contents();
        STEP(importByKeys(desk, *found));
        STEP(walkTheLineByKeys(desk));
        STEP(drawFactorsByKeys(desk));
        STEP(namePressureByKeys(desk));
        const QString path = file(u"report.pdf"_s);
        STEP(reportByKeys(desk, *found, path));
        STEP(checkPdf(desk, *found, path));
        STEP(takeAllBackAndBringItAgain(desk, created));
    }

    void whatWasDoneIsThereAfterTheWindowIsClosedAndOpened()
    {
        const auto evidence = smallEvidence(m_folder->path());
        Desk desk(library());
        STEP(beginByKeys(desk, evidence));
        STEP(importByKeys(desk, evidence));
        STEP(drawFactorsByKeys(desk));
        desk.window->resize(1390, 860);
        STEP(desk.goByKey(Qt::Key_5, Place::Timeline));
        Hands::key(Qt::Key_F9); // the panel below goes
        QVERIFY(!desk.named<QTableView>(u"Events as a table"_s));
        const ReviewContents before = desk.contents();
        const auto events = desk.document().events().size();
        const QSize size = desk.window->size();
        desk.close();
        QVERIFY(!desk.session->document());

        desk.open(MainWindow::startLibrary());
        QCOMPARE(desk.session->library().path(), library());
        QCOMPARE(desk.window->size(), size);
        auto *table = desk.named<QTableView>(u"Reviews"_s);
        QVERIFY(table);
        QCOMPARE(QApplication::focusWidget(), table);
        Hands::key(Qt::Key_Return);
        QVERIFY(desk.session->document());
        QVERIFY(meaning(desk.contents()) == meaning(before));
        QCOMPARE(desk.document().events().size(), events);
        STEP(desk.goByKey(Qt::Key_5, Place::Timeline));
        QVERIFY(!desk.named<QTableView>(u"Events as a table"_s));
        QVERIFY(desk.find<EventInspector>([](const auto &) { return true; })
                || desk.window->action(u"inspector"_s)->isChecked());
        Hands::key(Qt::Key_F9);
        QVERIFY(desk.named<QTableView>(u"Events as a table"_s));
    }

    void aWordOfTheEvidenceIsFoundAndLeadsToItsEvent_data() { cases(); }
    void aWordOfTheEvidenceIsFoundAndLeadsToItsEvent()
    {
        const auto found = evidence();
        if (!found)
            QSKIP("the real case is not on this machine");
        const Desk desk(library());
        STEP(beginByKeys(desk, *found));
        STEP(importByKeys(desk, *found));
        const Event event = *desk.event(found->wordsEvent);
        Hands::key(Qt::Key_W, Qt::ControlModifier);
        QVERIFY(!desk.session->document());
        STEP(Hands::click(desk.named<QLineEdit>(u"Search all reviews"_s)));
        Hands::type(found->word);
        Hands::key(Qt::Key_Return);
        QCOMPARE(desk.window->place(), Place::Search);
        auto *hits = desk.named<QListView>(u"Hits"_s);
        QVERIFY(hits && hits->model()->rowCount() > 0);
        QCOMPARE(QApplication::focusWidget(), hits);
        QModelIndex hit;
        for (int i = 0; i < hits->model()->rowCount() && !hit.isValid(); ++i) {
            const QModelIndex each = hits->model()->index(i, 0);
            if (each.data().toString().contains(found->wordsEvent.left(12)))
                hit = each;
        }
        STEP(Hands::clickRow(hits, hit, true));
        QVERIFY(desk.session->document());
        QCOMPARE(desk.window->place(), Place::Timeline);
        QCOMPARE(desk.workspace().selection().seqs(),
                 QList<qint64>{ desk.document().seqOf(event.id) });
        auto *inspector = desk.find<EventInspector>([](const auto &) { return true; });
        QVERIFY(inspector);
        QCOMPARE(inspector->eventId(), event.id);
        const TimeSpan view = desk.workspace().timeline()->viewport().scale().span();
        QVERIFY(view.start <= *event.effectiveStart() && *event.effectiveStart() <= view.end);
    }

    void aPressureThatRecursLeadsToItsReviews()
    {
        const Desk desk(library());
        QString code;
        STEP(codeTwoReviews(desk, code));
        QVERIFY(!code.isEmpty());
        STEP(desk.goByMouse(Place::Recurring));
        auto *rows = desk.find<PressureRows>(
            [](const PressureRows &each) { return each.focusPolicy() != Qt::NoFocus; });
        QVERIFY(rows && rows->figure() && !rows->figure()->rows().isEmpty());
        std::optional<QPoint> place;
        for (int y = 0; y < rows->height() && !place; ++y) {
            if (rows->figure()->rowAt(QPointF(40, y + 4), rows->rect()))
                place = QPoint(40, y + 4);
        }
        QVERIFY(place);
        STEP(Hands::click(rows, *place));
        QCOMPARE(desk.window->place(), Place::Reviews);
        auto *table = desk.named<QTableView>(u"Reviews"_s);
        QVERIFY(table);
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(desk.window->libraryPage()->currentReview().isNull(), false);
        const auto *reason =
            desk.find<QLabel>([&](const QLabel &label) { return label.text().contains(code); });
        QVERIFY(reason);
        STEP(Hands::click(desk.button(u"Show all reviews"_s)));
        QCOMPARE(table->model()->rowCount(), 3);
    }

    void theFirstScreenIsUsedWithKeys()
    {
        const Desk desk(library());
        QVERIFY(Hands::tabTo(desk.button(u"Begin a review"_s)));
        Hands::key(Qt::Key_Space);
        QCOMPARE(QApplication::focusWidget(), desk.named<QLineEdit>(u"Title"_s));
        Hands::key(Qt::Key_Escape);
        QVERIFY(desk.button(u"Begin a review"_s));
        QVERIFY(!desk.session->document());
    }

    void withoutALibraryItIsSaidThatOneIsMissing()
    {
        const QString foreign = writeFile(file(u"notes.sslib"_s), "These are only notes.\n");
        const Desk desk(foreign);
        QVERIFY(desk.window->statusLine()->message().contains(u"notes.sslib"_s));
        desk.window->statusLine()->say({});
        STEP(Hands::click(desk.button(u"Begin a review"_s)));
        QVERIFY(!desk.window->statusLine()->message().isEmpty());
        QVERIFY(desk.window->openLibrary(library()));
        STEP(Hands::click(desk.button(u"Begin a review"_s)));
        QVERIFY(desk.named<QLineEdit>(u"Title"_s));
    }

    void aLibraryThatCannotBeOpenedIsSaidSoAndTheOpenOneStays()
    {
        const Desk desk(library());
        STEP(beginByKeys(desk, smallEvidence(m_folder->path())));
        const QString foreign = writeFile(file(u"notes.sslib"_s), "These are only notes.\n");
        const QString newer = file(u"newer.sslib"_s);
        QVERIFY(Store::Library::create(newer).has_value());
        {
            QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"newer"_s);
            db.setDatabaseName(newer);
            QVERIFY(db.open());
            QVERIFY(QSqlQuery(db).exec(u"PRAGMA user_version = 9999"_s));
            db.close();
        }
        QSqlDatabase::removeDatabase(u"newer"_s);
        for (const QString &path : { foreign, newer, file(u"notes.sslib/a.sslib"_s) }) {
            desk.window->statusLine()->say({});
            QVERIFY(!desk.window->openLibrary(path));
            const QString said = desk.window->statusLine()->message();
            QVERIFY2(said.contains(QFileInfo(path).fileName()) && said.size() > 30,
                     qPrintable(said));
            QCOMPARE(desk.session->library().path(), library());
            QVERIFY(desk.session->document());
            STEP(desk.goByKey(Qt::Key_5, Place::Timeline));
            STEP(desk.goByKey(Qt::Key_3, Place::Overview));
        }
    }
};

QTEST_MAIN(JourneyTest)
#include "tst_journey.moc"
