// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Events nobody recorded a time for, from the link that counts them to a place on the line.

#include "app/journeyfixture.h"
#include "figures/timeline/eventmarks.h"
#include "services/translations.h"
#include "support/testlibrary.h"
#include "timeline/asserttimedialog.h"
#include "timeline/inlineeditor.h"
#include "timeline/timelinefilterbar.h"
#include "timeline/timelineview.h"
#include "timeline/undatedtray.h"
#include "widgets/smallwidgets.h"

#include <QListView>
#include <QSignalSpy>
#include <QUndoStack>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace SecondStory::Ui;

namespace {

constexpr qint64 kMinute = 60'000'000;
constexpr TimePoint kNoon{ 1'519'128'000'000'000 };

/// A window on a review with evidence: one event with a time, two without.
struct Scene {
    TestLibrary t;
    ReviewId review;
    std::unique_ptr<Desk> desk;

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
        for (const auto &[title, time] :
             { std::pair(u"anyone else?"_s, std::optional(kNoon)),
               std::pair(u"paged the vendor"_s, std::optional<TimePoint>()),
               std::pair(u"rolled back"_s, std::optional<TimePoint>()) }) {
            Event event = ownEvent(review, title, time);
            event.sourceId = source.id;
            isDone = isDone && (*writer)->add(event);
        }
        if (!isDone || !(*writer)->finish(source))
            qFatal("the scene could not be imported");
        writer->reset(); // before its library
        t.library.reset();
        desk = std::make_unique<Desk>(t.path());
        if (!desk->window->openReview(review))
            qFatal("the review does not open");
        desk->window->go(Place::Timeline);
        desk->window->resize(1280, 800);
        QCoreApplication::processEvents();
        view().viewport().setScale(Figures::TimeScale(
            { { kNoon.us - 30 * kMinute }, { kNoon.us + 30 * kMinute } }, tracks().width()));
    }
    [[nodiscard]] TimelineView &view() const { return *desk->workspace().timeline(); }
    [[nodiscard]] TimelineTracks &tracks() const { return view().tracks(); }
    [[nodiscard]] Editing::ReviewDocument &document() const { return desk->document(); }
    [[nodiscard]] LinkButton *link() const
    {
        for (LinkButton *each : view().filterBar().findChildren<LinkButton *>()) {
            if (each->text().contains(u"a time"))
                return each;
        }
        return nullptr;
    }
    [[nodiscard]] UndatedTray &tray() const
    {
        return *desk->workspace().lowerPanel()->findChild<UndatedTray *>();
    }
    [[nodiscard]] QListView &list() const { return *tray().findChild<QListView *>(); }
    [[nodiscard]] InlineEditor *editor() const { return tracks().findChild<InlineEditor *>(); }
    [[nodiscard]] Event event(const QString &title) const { return *desk->event(title); }
    [[nodiscard]] QPoint at(int minutes) const
    {
        return { qRound(view().viewport().scale().x({ kNoon.us + minutes * kMinute })),
                 tracks().height() / 2 };
    }
    void openTray() const { Hands::click(link()); }
    void choose(const QString &title) const
    {
        const QAbstractItemModel &model = *list().model();
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row, list().modelColumn());
            if (index.data().toString() == title)
                Hands::clickRow(&list(), index);
        }
    }
    /// As if the chosen events had been carried over the lanes and let go there.
    bool drop(QPoint place) const
    {
        const std::unique_ptr<QMimeData> data(
            list().model()->mimeData(list().selectionModel()->selectedIndexes()));
        return Hands::dropOn(&tracks(), place, *data);
    }
};

} // namespace

class UndatedPlacingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setApplicationName(u"second-story-undated"_s);
        QApplication::setStyle(new Style);
        Services::installTranslations(*QCoreApplication::instance());
        QVERIFY(m_folder.isValid());
    }
    void init()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope,
                           m_folder.filePath(u"settings"_s));
        QSettings().clear();
    }

    void theLinkCountsThemAndOpensTheTray()
    {
        const Scene s;
        QVERIFY(s.link() && s.link()->isVisible());
        QCOMPARE(s.link()->text(), u"2 events need a time"_s);
        s.desk->workspace().lowerPanel()->setCurrentIndex(0);
        s.openTray();
        QVERIFY(s.tray().isVisible());
        QVERIFY(s.list().hasFocus());
        QCOMPARE(s.list().selectionModel()->selectedIndexes().size(), 1);
    }

    void theLinkGoesWhenTheLastOneHasATime()
    {
        const Scene s;
        s.openTray();
        s.list().selectAll();
        QVERIFY(s.drop(s.at(10)));
        Hands::key(Qt::Key_Return);
        QVERIFY(!s.link()->isVisible());
        s.document().undoStack()->undo();
        QVERIFY(s.link()->isVisible());
        QCOMPARE(s.link()->text(), u"2 events need a time"_s);
    }

    void aDropAsksWhyAndAssertsWithThatReason()
    {
        const Scene s;
        s.openTray();
        s.choose(u"rolled back"_s);
        QVERIFY(s.drop(s.at(10)));
        QVERIFY(s.editor()->isVisible() && s.editor()->hasFocus());
        QVERIFY(!s.event(u"rolled back"_s).asserted); // nothing before it is answered
        Hands::type(u"between the two calls"_s);
        Hands::key(Qt::Key_Return);
        const Event placed = s.event(u"rolled back"_s);
        QVERIFY(placed.asserted);
        QCOMPARE(placed.asserted->start, TimePoint{ kNoon.us + 10 * kMinute });
        QCOMPARE(placed.asserted->reason, u"between the two calls"_s);
        QVERIFY(!placed.recorded.isDated()); // the evidence still states none
        s.document().undoStack()->undo();
        QVERIFY(!s.event(u"rolled back"_s).asserted);
        QCOMPARE(s.tray().count(), 2);
    }

    void theReasonMayStayEmpty()
    {
        const Scene s;
        s.openTray();
        s.choose(u"rolled back"_s);
        QVERIFY(s.drop(s.at(-5)));
        Hands::key(Qt::Key_Return);
        QVERIFY(s.event(u"rolled back"_s).asserted);
        QCOMPARE(s.event(u"rolled back"_s).asserted->reason, QString());
    }

    void escapeLeavesEverythingAsItWas()
    {
        const Scene s;
        s.view().selection().setCursor(TimePoint{ kNoon.us - 3 * kMinute });
        const auto before = s.document().contents();
        s.openTray();
        s.choose(u"rolled back"_s);
        QVERIFY(s.drop(s.at(10)));
        QCOMPARE(s.view().selection().cursor(), TimePoint{ kNoon.us + 10 * kMinute });
        Hands::type(u"because"_s);
        Hands::key(Qt::Key_Escape);
        QVERIFY(!s.editor()->isVisible());
        QVERIFY(!s.event(u"rolled back"_s).asserted);
        QVERIFY(!s.document().undoStack()->canUndo());
        QCOMPARE(s.document().contents(), before);
        QCOMPARE(s.view().selection().cursor(), TimePoint{ kNoon.us - 3 * kMinute });
    }

    void severalArePlacedInOneStep()
    {
        const Scene s;
        s.openTray();
        s.list().selectAll();
        QVERIFY(s.drop(s.at(10)));
        Hands::key(Qt::Key_Return);
        QCOMPARE(s.tray().count(), 0);
        s.document().undoStack()->undo();
        QCOMPARE(s.tray().count(), 2);
        QVERIFY(!s.document().undoStack()->canUndo());
    }

    void theButtonPlacesAtTheCursorAndAsksToo()
    {
        const Scene s;
        s.view().selection().setCursor(TimePoint{ kNoon.us + 7 * kMinute });
        s.openTray();
        s.choose(u"paged the vendor"_s);
        Hands::click(s.desk->button(u"Place at cursor"_s));
        QVERIFY(s.editor()->isVisible());
        Hands::type(u"the invoice says so"_s);
        Hands::key(Qt::Key_Return);
        const Event placed = s.event(u"paged the vendor"_s);
        QVERIFY(placed.asserted);
        QCOMPARE(placed.asserted->start, TimePoint{ kNoon.us + 7 * kMinute });
        QCOMPARE(placed.asserted->reason, u"the invoice says so"_s);
    }

    void theWordsUnderTheDragGoWhenItLeaves()
    {
        const Scene s;
        s.openTray();
        s.choose(u"rolled back"_s);
        const std::unique_ptr<QMimeData> data(
            s.list().model()->mimeData(s.list().selectionModel()->selectedIndexes()));
        QDragEnterEvent enter(s.at(5), Qt::CopyAction, data.get(), Qt::LeftButton, {});
        QCoreApplication::sendEvent(&s.tracks(), &enter);
        QDragMoveEvent move(s.at(5), Qt::CopyAction, data.get(), Qt::LeftButton, {});
        QCoreApplication::sendEvent(&s.tracks(), &move);
        QVERIFY(s.tracks().hint().startsWith(u"Assert"_s));
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(&s.tracks(), &leave);
        QCOMPARE(s.tracks().hint(), QString());
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(UndatedPlacingTest)
#include "tst_undatedplacing.moc"
