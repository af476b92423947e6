// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "coding/codepicker.h"
#include "editing/activityedits.h"
#include "editing/eventedits.h"
#include "editing/laneedits.h"
#include "editing/reviewdocument.h"
#include "support/testlibrary.h"
#include "theme/theme.h"
#include "timeline/eventtablemodel.h"
#include "timeline/timelineactivities.h"
#include "timeline/timelineview.h"
#include "triage/triagepage.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Ui;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMinute = 60'000'000;
constexpr TimePoint kNoon{ 1'519'128'000'000'000 };
constexpr int kItems = 14;

/// A review of fourteen messages of a chat, in two lanes, on screen.
struct Scene {
    TestLibrary t;
    ReviewId review;
    std::unique_ptr<Editing::ReviewDocument> document;
    TimelineSelection selection;
    std::unique_ptr<TimelineView> view;
    LaneId lane;

    Scene()
    {
        review = t.addReview();
        EvidenceSource source;
        source.id = SourceId::create();
        source.reviewId = review;
        source.fileName = u"chat.json"_s;
        source.sha256 = QByteArray(32, 'x');
        source.importerId = u"slack"_s;
        source.importedAt = kNoon;
        auto writer = t.library->sources().beginImport(review, source.id);
        bool isDone = writer.has_value();
        for (int i = 0; i < kItems; ++i) {
            Event event =
                ownEvent(review, u"message %1"_s.arg(i), TimePoint{ kNoon.us + i * 5 * kMinute });
            event.sourceId = source.id;
            event.place = u"message %1"_s.arg(i);
            event.text = u"<b>message %1</b> in full, nobody was sure what it meant"_s.arg(i);
            isDone = isDone && (*writer)->add(event);
        }
        if (!isDone || !(*writer)->finish(source))
            qFatal("the scene could not be imported");
        open();
        lane = *Editing::addLane(*document, u"#incident"_s);
        QList<EventId> all;
        for (int i = 0; i < kItems; ++i)
            all << at(i).id;
        if (!Editing::setLane(*document, all, lane))
            qFatal("the scene has no lane");
        document->undoStack()->clear();
    }
    void open()
    {
        view.reset();
        document.reset();
        selection.clear();
        document = std::move(*Editing::ReviewDocument::open(*t.library, review));
        view = std::make_unique<TimelineView>(*document, selection);
        view->resize(1000, 700);
        view->show();
        QApplication::processEvents();
    }
    [[nodiscard]] qint64 seq(int i) const { return document->events().rows[size_t(i)].seq; }
    [[nodiscard]] Event at(int i) const { return *document->eventBySeq(seq(i)); }
    TriagePage &read()
    {
        view->readThrough();
        QApplication::processEvents();
        return *view->triage();
    }
    /// The events without what only counts edits.
    [[nodiscard]] QList<Event> events() const
    {
        QList<Event> all;
        for (int i = 0; i < kItems; ++i) {
            Event event = at(i);
            event.version = 0;
            all << event;
        }
        return all;
    }
    [[nodiscard]] ReviewContents contents() const
    {
        ReviewContents all = document->contents();
        all.review.version = 0;
        all.review.updated = {};
        return all;
    }
};

} // namespace

class TriagePageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void twelveItemsTakeAtMostThreeKeysEach();
    void whatWasReadIsThereAfterARestart();
    void theCardShowsTimeOriginTextAndNeighbours();
    void textIsShownAsItIs();
    void severalSelectedEventsAreAllThatIsRead();
    void onlyUnreadPassesOverTheRest();
    void escapeLeavesTheLineFirstThenThePage();
    void whatCouldNotBeStoredStaysInTheLine();
    void theReadSetIsSmallAndSurvivesDamage();
    void collapsedEventsAreOneBar();
    void aFilterFindsWhatACollapsedActivityStandsFor();
    void aClickOnABarSelectsItsEventsAndTwoExpandIt();
    void theTableIsEditedInItsCells();
    void pageAndBarsAreDrawn_data();
    void pageAndBarsAreDrawn();

private:
    QTemporaryDir m_settings;
};

void TriagePageTest::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName(u"Tests"_s);
    QCoreApplication::setApplicationName(u"triage"_s);
}

void TriagePageTest::init()
{
    QSettings().clear();
}

void TriagePageTest::twelveItemsTakeAtMostThreeKeysEach()
{
    Scene scene;
    const QList<Event> before = scene.events();
    const ReviewContents contents = scene.contents();
    TriagePage &page = scene.read();
    QCOMPARE(page.count(), kItems);
    const auto press = [&](int key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(&page, Qt::Key(key), modifiers);
    };
    const auto type = [&](const QString &words) {
        QVERIFY(page.line()->isVisible());
        QTest::keyClicks(page.line(), words);
        QTest::keyClick(page.line(), Qt::Key_Return);
    };
    // Item 0: star, next.
    press(Qt::Key_S);
    press(Qt::Key_Space);
    // 1: kind and star.
    press(Qt::Key_5);
    press(Qt::Key_S);
    press(Qt::Key_Space);
    // 2: a question, typed at once.
    press(Qt::Key_Q);
    type(u"Who saw this?"_s);
    press(Qt::Key_Space);
    // 3: a moment begins; 4 and 5 join it.
    press(Qt::Key_O);
    type(u"The page fires"_s);
    press(Qt::Key_Period);
    press(Qt::Key_O);
    press(Qt::Key_Period);
    press(Qt::Key_O);
    press(Qt::Key_Period);
    // 6: a note.
    press(Qt::Key_N);
    type(u"ask Ada"_s);
    press(Qt::Key_Space);
    // 7: a factor.
    press(Qt::Key_K);
    press(Qt::Key_Space);
    // 8: a code out of the palette; 9: the same again; 10: the same and taken away.
    press(Qt::Key_C);
    auto *picker = page.findChild<CodePicker *>();
    QVERIFY(picker && picker->isVisible());
    QTest::keyClick(picker->searchField(), Qt::Key_Return);
    press(Qt::Key_Space);
    press(Qt::Key_R);
    press(Qt::Key_Space);
    press(Qt::Key_R);
    press(Qt::Key_U);
    press(Qt::Key_Space);
    // 11: looked at only; 12: kind.
    press(Qt::Key_Space);
    press(Qt::Key_1);
    press(Qt::Key_Space);
    QCOMPARE(page.position(), 13);

    QVERIFY(scene.at(0).starred && scene.at(1).starred);
    QCOMPARE(scene.at(1).kind, EventKind::Decision);
    QCOMPARE(scene.at(12).kind, EventKind::Message);
    QCOMPARE(scene.at(6).note, u"ask Ada"_s);
    const ReviewContents &now = scene.document->contents();
    QCOMPARE(now.questions.size(), 1);
    QCOMPARE(now.questions.first().about, (TargetRef{ TargetKind::Event, scene.at(2).id.value }));
    QCOMPARE(now.moments.size(), 1);
    QCOMPARE(now.moments.first().events,
             (QList<EventId>{ scene.at(3).id, scene.at(4).id, scene.at(5).id }));
    QCOMPARE(now.factors.size(), 1);
    QCOMPARE(now.evidenceLinks.first().eventId, scene.at(7).id);
    QCOMPARE(now.codings.size(), 2);
    QCOMPARE(now.codings[0].codeId, now.codings[1].codeId);
    QCOMPARE(now.codings[1].target, (TargetRef{ TargetKind::Event, scene.at(9).id.value }));

    QUndoStack *undo = scene.document->undoStack();
    QCOMPARE(undo->count(), 14);
    while (undo->canUndo())
        undo->undo();
    QCOMPARE(scene.events(), before);
    QVERIFY(scene.contents() == contents);
}

void TriagePageTest::whatWasReadIsThereAfterARestart()
{
    Scene scene;
    TriagePage &page = scene.read();
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(&page, Qt::Key_Space);
    QTest::keyClick(&page, Qt::Key_Escape);
    QVERIFY(!page.isVisible());
    scene.open();
    TriagePage &again = scene.read();
    QCOMPARE(again.position(), 5);
    QVERIFY(again.progressText().startsWith(u"6 of 14"));
    QTest::keyClick(&again, Qt::Key_Comma);
    QVERIFY(again.card().marksText().contains(u"read before"));
    QVERIFY(scene.document->undoStack()->count() == 0);
}

void TriagePageTest::theCardShowsTimeOriginTextAndNeighbours()
{
    Scene scene;
    TriagePage &page = scene.read();
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(&page, Qt::Key_Space);
    const QString words = page.accessibleName();
    const QStringList parts{ u"5 of 14"_s,      u"2018-02-20 13:20:00"_s, u"Europe/Paris UTC+1"_s,
                             u"in #incident"_s, u"chat.json"_s,           u"message 4"_s };
    for (const QString &part : parts)
        QVERIFY2(words.contains(part), qPrintable(QString(part + u" | "_s + words)));
    QStringList lines;
    for (const QLabel *label : page.card().findChildren<QLabel *>())
        lines << label->text();
    const QString shown = lines.join(u'\n');
    for (const int near : { 1, 2, 3, 5, 6, 7 })
        QVERIFY(shown.contains(u"message %1"_s.arg(near)));
    QVERIFY(!shown.contains(u"message 8"_s));
}

void TriagePageTest::textIsShownAsItIs()
{
    Scene scene;
    QVERIFY(scene.read().card().fullText().contains(u"<b>message 0</b>"_s));
    for (const QLabel *label : scene.view->triage()->findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

void TriagePageTest::severalSelectedEventsAreAllThatIsRead()
{
    Scene scene;
    scene.selection.select({ scene.seq(9), scene.seq(2), scene.seq(4) });
    TriagePage &page = scene.read();
    QCOMPARE(page.count(), 3);
    QCOMPARE(page.currentSeq(), scene.seq(2));
    QTest::keyClick(&page, Qt::Key_End);
    QCOMPARE(page.currentSeq(), scene.seq(9));
    QCOMPARE(scene.selection.seqs(), QList<qint64>{ scene.seq(9) });
}

void TriagePageTest::onlyUnreadPassesOverTheRest()
{
    Scene scene;
    TriagePage &page = scene.read();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&page, Qt::Key_Space);
    QTest::keyClick(&page, Qt::Key_Home);
    QTest::keyClick(&page, Qt::Key_X);
    QTest::keyClick(&page, Qt::Key_Space);
    QCOMPARE(page.position(), 3);
}

void TriagePageTest::escapeLeavesTheLineFirstThenThePage()
{
    Scene scene;
    TriagePage &page = scene.read();
    QTest::keyClick(&page, Qt::Key_Q);
    QTest::keyClicks(page.line(), u"half a"_s);
    QTest::keyClick(page.line(), Qt::Key_Escape);
    QVERIFY(page.isVisible() && !page.line()->isVisible());
    QVERIFY(scene.document->contents().questions.isEmpty());
    QTest::keyClick(&page, Qt::Key_Escape);
    QVERIFY(!page.isVisible());
}

void TriagePageTest::whatCouldNotBeStoredStaysInTheLine()
{
    Scene scene;
    TriagePage &page = scene.read();
    QTest::keyClick(&page, Qt::Key_N);
    QTest::keyClicks(page.line(), u"worth a question"_s);
    const auto theirs = std::move(*Editing::ReviewDocument::open(*scene.t.library, scene.review));
    VERIFY_RESULT(Editing::setStarred(*theirs, { scene.at(0).id }, true));
    QSignalSpy refused(&page, &TriagePage::refused);
    QTest::keyClick(page.line(), Qt::Key_Return);
    QCOMPARE(refused.size(), 1); // another program was first
    QCOMPARE(page.line()->text(), u"worth a question"_s);
    QVERIFY(page.line()->isVisible());
}

void TriagePageTest::theReadSetIsSmallAndSurvivesDamage()
{
    QSet<qint64> many{ 7, 1'000'000'000 };
    for (qint64 i = 100; i < 200'000; ++i)
        many.insert(i);
    const QByteArray packed = ReadingPlace::packed(many);
    QVERIFY(packed.size() < 100);
    QCOMPARE(ReadingPlace::unpacked(packed), many);
    QVERIFY(ReadingPlace::unpacked("nonsense").isEmpty());
    QCOMPARE(ReadingPlace::unpacked(ReadingPlace::packed({})), QSet<qint64>());
}

void TriagePageTest::collapsedEventsAreOneBar()
{
    Scene scene;
    scene.selection.select({ scene.seq(2), scene.seq(3), scene.seq(4) });
    scene.view->activities().group(u"Roll back"_s);
    QCOMPARE(scene.view->model().activities().size(), size_t(1));
    const Figures::ActivityBar bar = scene.view->model().activities().front();
    QCOMPARE(bar.title, u"Roll back"_s);
    QCOMPARE(bar.count, 3);
    QCOMPARE(bar.lane, scene.lane);
    QCOMPARE(bar.start, *scene.at(2).effectiveStart());
    QCOMPARE(bar.end, *scene.at(4).effectiveStart());
    QCOMPARE(scene.view->model().index().shown(), kItems - 3);
    scene.view->activities().setCollapsed(bar.id, false);
    QCOMPARE(scene.view->model().index().shown(), kItems);
    scene.document->undoStack()->undo();
    scene.document->undoStack()->undo();
    QVERIFY(scene.view->model().activities().empty());
    QVERIFY(scene.document->contents().activities.isEmpty());
}

void TriagePageTest::aFilterFindsWhatACollapsedActivityStandsFor()
{
    Scene scene;
    scene.selection.select({ scene.seq(3), scene.seq(5) });
    scene.view->editing().toggleStar();
    scene.selection.select({ scene.seq(2), scene.seq(3), scene.seq(4) });
    scene.view->activities().group(u"Roll back"_s);
    Figures::EventFilter filter;
    filter.onlyStarred = true;
    scene.view->model().setFilter(filter);
    const std::vector<qint64> starred{ scene.seq(3), scene.seq(5) };
    QCOMPARE(scene.view->model().shownSeqs(), starred);
    EventTableModel table(scene.view->model());
    QCOMPARE(table.rowCount(), 2);
    QCOMPARE(table.seqAt(0), scene.seq(3));
    scene.selection.clear();
    QCOMPARE(scene.read().count(), 2);
}

void TriagePageTest::aClickOnABarSelectsItsEventsAndTwoExpandIt()
{
    Scene scene;
    scene.selection.select({ scene.seq(2), scene.seq(3), scene.seq(4), scene.seq(5) });
    scene.view->activities().group(u"Roll back"_s);
    scene.selection.clear();
    TimelineTracks &tracks = scene.view->tracks();
    const Figures::ActivityBar bar = scene.view->model().activities().front();
    const int x = int(scene.view->viewport().scale().x({ (bar.start.us + bar.end.us) / 2 }));
    QPoint place;
    for (int y = 0; y < tracks.height() && place.isNull(); y += 3) {
        if (tracks.hitAt(QPointF(x, y)).activity)
            place = QPoint(x, y);
    }
    QVERIFY(!place.isNull());
    QTest::mouseClick(&tracks, Qt::LeftButton, {}, place);
    QCOMPARE(scene.selection.seqs().size(), 4);
    QTest::mouseDClick(&tracks, Qt::LeftButton, {}, place);
    QVERIFY(!scene.document->contents().activities.first().collapsed);
}

void TriagePageTest::theTableIsEditedInItsCells()
{
    Scene scene;
    EventTableModel table(scene.view->model());
    QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy refused(&table, &EventTableModel::refused);
    using C = EventTableModel;
    const int row = table.rowOf(scene.seq(3));
    QCOMPARE(row, 3);
    QCOMPARE(table.rowOf(-5), -1);
    QVERIFY(table.setData(table.index(row, C::Kind), u"dec"_s));
    QCOMPARE(scene.at(3).kind, EventKind::Decision);
    QVERIFY(table.setData(table.index(row, C::Note), u"ask"_s));
    QCOMPARE(scene.at(3).note, u"ask"_s);
    QVERIFY(!table.setData(table.index(row, C::LaneName), u"nowhere"_s));
    QVERIFY(!table.setData(table.index(row, C::Kind), u"qqq"_s));
    QVERIFY(!table.setData(table.index(row, C::Time), u"  "_s));
    QCOMPARE(refused.count(), 3);
    const auto recorded = scene.at(3).recorded;
    QVERIFY(table.setData(table.index(row, C::Time), u"13:16"_s));
    QCOMPARE(scene.at(3).recorded, recorded);
    QCOMPARE(scene.at(3).asserted->start, (TimePoint{ kNoon.us + 16 * kMinute }));
    QVERIFY(!(table.flags(table.index(row, C::Place)) & Qt::ItemIsEditable));
}

void TriagePageTest::pageAndBarsAreDrawn_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("isDark");
    for (const QSize size : { QSize(1280, 800), QSize(1920, 1080) }) {
        for (const bool isDark : { false, true })
            QTest::addRow("%d-%s", size.width(), isDark ? "dark" : "light") << size << isDark;
    }
}

void TriagePageTest::pageAndBarsAreDrawn()
{
    QFETCH(QSize, size);
    QFETCH(bool, isDark);
    QApplication::setPalette(
        toQPalette(isDark ? Figures::Palette::dark() : Figures::Palette::light()));
    Scene scene;
    scene.view->resize(size);
    scene.selection.select({ scene.seq(2), scene.seq(3), scene.seq(4) });
    scene.view->activities().group(u"Roll back"_s);
    QApplication::processEvents();
    const QString folder = qEnvironmentVariable("SECONDSTORY_GALLERY", m_settings.path());
    const auto save = [&](const QString &name) {
        const QImage picture = scene.view->grab().toImage();
        QSet<QRgb> colours;
        for (int y = 0; y < picture.height(); y += 3) {
            for (int x = 0; x < picture.width(); x += 3)
                colours.insert(picture.pixel(x, y));
        }
        return colours.size() > 12
            && picture.save(folder + u'/' + name + u'-'
                            + QString::fromLatin1(QTest::currentDataTag()) + u".png"_s);
    };
    QVERIFY(save(u"activity"_s));
    scene.selection.selectOnly(scene.seq(6));
    TriagePage &page = scene.read();
    QTest::keyClick(&page, Qt::Key_S);
    QTest::keyClick(&page, Qt::Key_Q);
    QTest::keyClicks(page.line(), u"Who saw this?"_s);
    QVERIFY(save(u"triage"_s));
}

QTEST_MAIN(TriagePageTest)
#include "tst_triagepage.moc"
