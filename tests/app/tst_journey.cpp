// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The whole way from an empty library to a PDF, through the window as people use it.

#include "app/journeyevidence.h"
#include "app/journeyfixture.h"
#include "canvas/canvaspage.h"
#include "canvas/canvasview.h"
#include "canvas/eventdrop.h"
#include "canvas/factorscene.h"
#include "canvas/titleeditor.h"
#include "charts/pressurerows.h"
#include "coding/codepicker.h"
#include "domain/zoneclock.h"
#include "evidence/evidencepage.h"
#include "evidence/importassistant.h"
#include "inspector/eventinspector.h"
#include "library/librarypage.h"
#include "reports/eventpicker.h"
#include "reports/narrativeedit.h"
#include "reports/reportpage.h"
#include "timeline/eventtableview.h"
#include "timeline/inlineeditor.h"
#include "timeline/timelineview.h"

#include <QAction>
#include <QCompleter>
#include <QFileInfo>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTableView>
#include <QUndoStack>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace SecondStory::Ui;

namespace {

constexpr int kPatience = 60'000; ///< milliseconds; reached only where something is broken

template <class T>
void forgetVersions(QList<T> &records)
{
    for (T &record : records) {
        if constexpr (requires { record.version; })
            record.version = 0;
    }
    std::sort(records.begin(), records.end(),
              [](const T &a, const T &b) { return a.id.value < b.id.value; });
}

/// What a review says, without how often it was written.
ReviewContents meaning(ReviewContents c)
{
    c.review.version = 0;
    c.review.updated = {};
    forgetVersions(c.people);
    forgetVersions(c.lanes);
    forgetVersions(c.sources);
    forgetVersions(c.factors);
    forgetVersions(c.influences);
    forgetVersions(c.pressures);
    forgetVersions(c.codings);
    forgetVersions(c.evidenceLinks);
    forgetVersions(c.sections);
    forgetVersions(c.marks);
    return c;
}

} // namespace

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

    // --- by mouse ---

    static void beginByMouse(const Desk &desk, const JourneyEvidence &evidence)
    {
        for (const auto *words : { "Look around in the sample", "Bring in evidence" })
            QVERIFY2(desk.button(QString::fromLatin1(words)), words);
        STEP(Hands::click(desk.button(u"Begin a review"_s)));
        STEP(Hands::click(desk.named<QLineEdit>(u"Title"_s)));
        Hands::type(evidence.title);
        auto *zone = desk.named<QComboBox>(u"Time zone"_s);
        STEP(Hands::click(zone->lineEdit()));
        zone->lineEdit()->selectAll();
        Hands::type(evidence.zone);
        QAbstractItemView *offered = zone->completer()->popup();
        QTRY_VERIFY(offered->isVisible());
        STEP(Hands::clickRow(offered, offered->model()->index(0, 0)));
        STEP(Hands::click(desk.button(u"Begin the review"_s)));
        QVERIFY(desk.session->document());
        QCOMPARE(desk.contents().review.title, evidence.title);
        QCOMPARE(desk.contents().review.zone, evidence.zone);
        QCOMPARE(desk.window->place(), Place::Overview);
    }

    static void waitForFiles(const Desk &desk, const JourneyEvidence &evidence)
    {
        ImportAssistant *assistant = desk.workspace().evidence()->assistant();
        QTRY_COMPARE_WITH_TIMEOUT(assistant->fileCount(), int(evidence.files.size()), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!assistant->isLooking(), kPatience);
    }

    static void waitForEvents(const Desk &desk, const JourneyEvidence &evidence)
    {
        QTRY_COMPARE_WITH_TIMEOUT(desk.contents().sources.size(), evidence.files.size(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.workspace().evidence()->assistant()->isImporting(),
                                 kPatience);
        QVERIFY(desk.document().events().size() > 0);
        QCOMPARE(desk.clockOf(evidence.first).left(5), u"14:17"_s);
        QCOMPARE(desk.clockOf(evidence.later).left(5), u"17:00"_s);
        const auto undated = desk.event(evidence.undated);
        QVERIFY(undated && !undated->effectiveStart());
    }

    static void importByMouse(const Desk &desk, const JourneyEvidence &evidence)
    {
        STEP(desk.goByMouse(Place::Evidence));
        QMimeData files;
        QList<QUrl> urls;
        for (const QString &path : evidence.files)
            urls << QUrl::fromLocalFile(path);
        files.setUrls(urls);
        EvidencePage *page = desk.workspace().evidence();
        QVERIFY(Hands::dropOn(page, page->rect().center(), files));
        STEP(waitForFiles(desk, evidence));
        STEP(Hands::click(desk.button(u"Import %1 files"_s.arg(evidence.files.size()))));
        STEP(waitForEvents(desk, evidence));
    }

    /// Where an event can be clicked; looks closer into what stands close together.
    static void bringOut(const Desk &desk, const Event &event, QPoint &place)
    {
        TimelineTracks &tracks = desk.workspace().timeline()->tracks();
        const qint64 seq = desk.document().seqOf(event.id);
        for (int look = 0; look < 12; ++look) {
            const int x = qRound(tracks.viewport().scale().x(*event.effectiveStart()));
            std::optional<QPoint> crowd;
            for (int y = 2; y < tracks.height(); y += 3) {
                for (const int dx : { 0, 3, -3 }) {
                    const QPoint at(std::clamp(x + dx, 1, tracks.width() - 2), y);
                    const Figures::TrackHit hit = tracks.hitAt(at);
                    if (hit.row && !hit.isNearEnd
                        && tracks.model().events().rows[*hit.row].seq == seq) {
                        place = at;
                        return;
                    }
                    if (hit.cluster && hit.cluster->start <= *event.effectiveStart()
                        && *event.effectiveStart() <= hit.cluster->end)
                        crowd = at;
                }
            }
            QVERIFY2(crowd, qPrintable(u"not to be found on the line: "_s + event.displayTitle()));
            STEP(Hands::doubleClick(&tracks, *crowd));
            QTest::qWait(400);
        }
        QFAIL("the event never stands alone");
    }

    static std::optional<QPoint> emptyPlaceOnLine(const Desk &desk)
    {
        TimelineTracks &tracks = desk.workspace().timeline()->tracks();
        for (int y = 10; y < tracks.height() - 30; y += 5) {
            for (int x = tracks.width() / 4; x < tracks.width() / 2; x += 9) {
                const Figures::TrackHit hit = tracks.hitAt(QPointF(x, y));
                if (!hit.row && !hit.cluster && hit.lane >= 0)
                    return QPoint(x, y);
            }
        }
        return {};
    }

    static void lookAtTheLineByMouse(const Desk &desk, const JourneyEvidence &evidence)
    {
        STEP(desk.goByMouse(Place::Timeline));
        QTest::qWait(50);
        TimelineTracks &tracks = desk.workspace().timeline()->tracks();
        const Event first = *desk.event(evidence.first);
        QPoint place;
        STEP(bringOut(desk, first, place));
        STEP(Hands::click(&tracks, place));
        auto *inspector = desk.find<EventInspector>([](const auto &) { return true; });
        QVERIFY(inspector);
        QCOMPARE(inspector->eventId(), first.id);
        QCOMPARE(desk.named<QLineEdit>(u"Title"_s)->text(), first.displayTitle());
        STEP(Hands::click(desk.named<QToolButton>(u"Star"_s)));
        QVERIFY(desk.document().event(first.id)->starred);

        const auto empty = emptyPlaceOnLine(desk);
        QVERIFY(empty);
        STEP(Hands::doubleClick(&tracks, *empty));
        QVERIFY(qobject_cast<InlineEditor *>(QApplication::focusWidget()));
        Hands::type(u"We met in the hallway"_s);
        Hands::key(Qt::Key_Return);
        const auto own = desk.event(u"hallway"_s);
        QVERIFY(own && !own->isImported());
        QPoint from;
        STEP(bringOut(desk, *own, from));
        STEP(Hands::drag(&tracks, from, from + QPoint(140, 0)));
        QVERIFY(*desk.event(u"hallway"_s)->effectiveStart() > *own->effectiveStart());
    }

    static std::optional<QPoint> emptyPlaceOnCanvas(const Desk &desk)
    {
        CanvasView &view = desk.workspace().canvas()->view();
        const QRect room = view.viewport()->rect().adjusted(150, 80, -150, -80);
        for (int y = room.top(); y < room.bottom(); y += 20) {
            for (int x = room.left(); x < room.right(); x += 20) {
                const QRect around(x - 130, y - 60, 260, 120);
                const auto items = view.items(around);
                const bool isFree = std::none_of(items.begin(), items.end(), [](auto *item) {
                    return dynamic_cast<FactorItem *>(item) != nullptr;
                });
                if (isFree && Hands::receiver(view.viewport(), { x, y }))
                    return QPoint(x, y);
            }
        }
        return {};
    }

    static void writeCard(const Desk &desk, const QString &title)
    {
        QVERIFY(desk.workspace().canvas()->view().titleEditor().isOpen());
        QCOMPARE(QApplication::focusWidget(), &desk.workspace().canvas()->view().titleEditor());
        Hands::type(title);
        Hands::key(Qt::Key_Return);
        QVERIFY2(!desk.factor(title).isNull(), qPrintable(title));
        QTest::qWait(350);
    }

    static void addCardByMouse(const Desk &desk, const QString &title)
    {
        CanvasView &view = desk.workspace().canvas()->view();
        auto at = emptyPlaceOnCanvas(desk);
        if (!at) {
            STEP(Hands::click(desk.button(u"Fit everything"_s)));
            at = emptyPlaceOnCanvas(desk);
        }
        QVERIFY(at);
        STEP(Hands::doubleClick(view.viewport(), *at));
        STEP(writeCard(desk, title));
    }

    static QPoint cardOf(const Desk &desk, const QString &title)
    {
        CanvasView &view = desk.workspace().canvas()->view();
        return view.mapFromScene(view.factorScene().factorItem(desk.factor(title))->pos());
    }

    static void pullFromHandle(const Desk &desk, const QString &title, QPoint to)
    {
        CanvasView &view = desk.workspace().canvas()->view();
        const FactorItem *item = view.factorScene().factorItem(desk.factor(title));
        const QPoint middle = cardOf(desk, title);
        const bool isRight = to.x() > middle.x();
        Hands::point(view.viewport(), middle);
        const QPointF handle = item->handlePosition(isRight ? Handle::Right : Handle::Left);
        STEP(Hands::drag(view.viewport(), view.mapFromScene(handle), to));
    }

    static void drawFactorsByMouse(const Desk &desk, const JourneyEvidence &evidence)
    {
        STEP(desk.goByMouse(Place::Factors));
        QTest::qWait(50);
        CanvasView &view = desk.workspace().canvas()->view();
        STEP(Hands::click(desk.named<QAbstractButton>(u"Write it on a card"_s)));
        STEP(writeCard(desk, u"Launches failed for hours"_s));
        STEP(addCardByMouse(desk, u"A limit nobody expected to reach"_s));
        STEP(addCardByMouse(desk, u"Dashboards restarted with the rest"_s));
        STEP(addCardByMouse(desk, u"A known slow client library"_s));
        const auto free = emptyPlaceOnCanvas(desk);
        QVERIFY(free);
        STEP(pullFromHandle(desk, u"Launches failed for hours"_s, *free));
        STEP(writeCard(desk, u"People waited in front of a spinner"_s));
        QCOMPARE(desk.contents().factors.size(), 5);
        QCOMPARE(desk.contents().influences.size(), 1);
        STEP(pullFromHandle(desk, u"A known slow client library"_s,
                            cardOf(desk, u"Launches failed for hours"_s)));
        QCOMPARE(desk.contents().influences.size(), 2);

        const QString card = u"A limit nobody expected to reach"_s;
        STEP(Hands::click(view.viewport(), cardOf(desk, card)));
        auto *level = desk.named<QComboBox>(u"Level"_s);
        auto *polarity = desk.named<QComboBox>(u"Polarity"_s);
        QVERIFY(level && polarity);
        STEP(Hands::choose(level, level->itemText(1)));
        STEP(Hands::choose(polarity, polarity->itemText(2)));
        const Factor after = *findRecord<Factor>(desk.contents(), desk.factor(card));
        QCOMPARE(static_cast<int>(after.level), 2);
        QCOMPARE(static_cast<int>(after.polarity), 2);
        QTest::qWait(350);
        STEP(carryEventToCard(desk, evidence, card));
    }

    /// From the table below the line, over the rail, onto a card.
    static void carryEventToCard(const Desk &desk, const JourneyEvidence &evidence,
                                 const QString &card)
    {
        STEP(desk.goByMouse(Place::Timeline));
        auto *table = desk.named<QTableView>(u"Events as a table"_s);
        QVERIFY(table);
        const Event first = *desk.event(evidence.first);
        QModelIndex row;
        for (int i = 0; i < table->model()->rowCount() && !row.isValid(); ++i) {
            const QModelIndex each = table->model()->index(i, EventTableModel::Title);
            if (each.data().toString() == first.displayTitle())
                row = each;
        }
        STEP(Hands::clickRow(table, row));
        QVERIFY(table->dragEnabled());
        const std::unique_ptr<QMimeData> carried(
            table->model()->mimeData(table->selectionModel()->selectedIndexes()));
        QWidget *rail = desk.railButton(Place::Factors);
        QDragEnterEvent over(rail->rect().center(), Qt::CopyAction | Qt::LinkAction, carried.get(),
                             Qt::LeftButton, {});
        QCoreApplication::sendEvent(rail, &over);
        QTRY_COMPARE(desk.window->place(), Place::Factors);
        QWidget *surface = desk.workspace().canvas()->view().viewport();
        QTest::qWait(50);
        QVERIFY(Hands::dropOn(surface, cardOf(desk, card), *carried));
        QCOMPARE(desk.contents().evidenceLinks.size(), 1);
        QCOMPARE(desk.contents().evidenceLinks[0].eventId, first.id);
        QCOMPARE(desk.contents().evidenceLinks[0].target.id, desk.factor(card).value);
    }

    static void namePressureByMouse(const Desk &desk, const QString &words)
    {
        STEP(desk.goByMouse(Place::Pressures));
        const auto before = desk.contents().pressures.size();
        STEP(Hands::click(desk.button(u"Add pressure"_s)));
        auto *picker = desk.find<CodePicker>([](const auto &) { return true; });
        QVERIFY(picker);
        auto *list = picker->findChild<QListView *>();
        STEP(Hands::clickRow(list, list->model()->index(2, 0)));
        QCOMPARE(desk.contents().pressures.size(), before + 1);
        Hands::type(words);
        Hands::key(Qt::Key_Return);
        QCOMPARE(desk.contents().pressures.last().title, words);
    }

    static void writeReportByMouse(const Desk &desk, const JourneyEvidence &evidence)
    {
        STEP(desk.goByMouse(Place::Report));
        auto *sections = desk.named<QListWidget>(u"Sections of the narrative"_s);
        QVERIFY(sections && sections->count() > 0);
        STEP(Hands::clickRow(sections, sections->model()->index(0, 0)));
        auto *edit = desk.find<NarrativeEdit>([](const auto &) { return true; });
        QVERIFY(edit);
        STEP(Hands::click(edit->viewport()));
        Hands::type(u"It began with "_s);
        STEP(Hands::click(desk.button(u"Link to an event…"_s)));
        auto *picker = desk.find<EventPicker>([](const auto &) { return true; });
        QVERIFY(picker);
        Hands::type(evidence.first);
        const QString title = desk.event(evidence.first)->displayTitle();
        const auto row = [&] {
            for (int i = 0; i < picker->list()->count(); ++i) {
                if (picker->list()->item(i)->text().contains(title.simplified()))
                    return i;
            }
            return -1;
        };
        QTRY_VERIFY(row() >= 0 && picker->list()->count() < 5);
        STEP(Hands::clickRow(picker->list(), picker->list()->model()->index(row(), 0)));
        QVERIFY(!picker->isVisible());
        Hands::type(u" and it held us for hours."_s);
    }

    void exportByMouse(const Desk &desk, const QString &path) const
    {
        STEP(Hands::click(desk.button(u"Export…"_s)));
        auto *target = desk.named<QLineEdit>(u"File to write"_s);
        STEP(Hands::click(target));
        target->selectAll();
        Hands::type(path);
        QSignalSpy exported(desk.workspace().report(), &ReportPage::exported);
        STEP(Hands::click(desk.button(u"Export"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, kPatience);
        QVERIFY(QFileInfo(path).size() > 10'000);
        QTRY_VERIFY(desk.window->statusLine()->message().contains(path));
    }

    static void checkPdf(const Desk &desk, const JourneyEvidence &evidence, const QString &path)
    {
        const auto words = wordsOfPdf(path);
        if (!words)
            QSKIP("no pdftotext on this machine");

        QVERIFY(words->contains(evidence.title));
        for (const Factor &factor : desk.contents().factors) {
            // A long title may be broken over lines.
            const QString beginning = factor.title.section(u' ', 0, 1);
            QVERIFY2(words->contains(beginning), qPrintable(factor.title));
        }
        QVERIFY(words->contains(u"It began with"_s));
        QVERIFY(words->contains(u"2X:XX"_s));
        // The list of the events at the end: all that have a time, in order, as the report has it.
        static const QRegularExpression row(u"^(?:about )?(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d)"_s,
                                            QRegularExpression::MultilineOption);
        QStringList times;
        for (auto each = row.globalMatch(*words); each.hasNext();)
            times << each.next().captured(1);
        QCOMPARE(times.size(), qsizetype(desk.document().events().rows.size()));
        QVERIFY(std::is_sorted(times.begin(), times.end()));
        for (const QString &part : { evidence.first, evidence.wordsEvent, evidence.later }) {
            const Event event = *desk.event(part);
            const QString time = desk.document().clock().isoText(*event.effectiveStart()).left(16);
            const QRegularExpression line(u"^"_s + time + u".*"_s
                                              + QRegularExpression::escape(part.left(14)),
                                          QRegularExpression::MultilineOption);
            QVERIFY2(words->contains(line), qPrintable(line.pattern()));
        }
    }

    // --- by keys ---

    static void beginByKeys(const Desk &desk, const JourneyEvidence &evidence)
    {
        Hands::key(Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), desk.named<QLineEdit>(u"Title"_s));
        Hands::type(evidence.title);
        Hands::key(Qt::Key_Tab);
        auto *zone = desk.named<QComboBox>(u"Time zone"_s);
        QVERIFY(zone->hasFocus() || zone->lineEdit()->hasFocus());
        Hands::type(evidence.zone);
        Hands::key(Qt::Key_Return);
        QVERIFY(Hands::tabTo(desk.button(u"Begin the review"_s)));
        Hands::key(Qt::Key_Space);
        QVERIFY(desk.session->document());
        QCOMPARE(desk.contents().review.title, evidence.title);
        QCOMPARE(desk.contents().review.zone, evidence.zone);
    }

    static void importByKeys(const Desk &desk, const JourneyEvidence &evidence)
    {
        STEP(desk.goByKey(Qt::Key_4, Place::Evidence));
        desk.workspace().evidence()->importPaths(evidence.files);
        STEP(waitForFiles(desk, evidence));
        QVERIFY(
            desk.workspace().evidence()->assistant()->isAncestorOf(QApplication::focusWidget()));
        QVERIFY(Hands::tabTo(desk.button(u"Import %1 files"_s.arg(evidence.files.size()))));
        Hands::key(Qt::Key_Space);
        STEP(waitForEvents(desk, evidence));
    }

    static void walkTheLineByKeys(const Desk &desk)
    {
        STEP(desk.goByKey(Qt::Key_5, Place::Timeline));
        TimelineSelection &selection = desk.workspace().selection();
        Hands::key(Qt::Key_Home);
        const qint64 first = selection.current();
        QVERIFY(first != 0);
        Hands::key(Qt::Key_Period);
        QVERIFY(selection.current() != first);
        Hands::key(Qt::Key_S, Qt::ShiftModifier);
        QVERIFY(desk.document().eventBySeq(selection.current())->starred);
        Hands::key(Qt::Key_N);
        Hands::type(u"Nobody was sure any more"_s);
        Hands::key(Qt::Key_Return);
        const auto own = desk.event(u"Nobody was sure"_s);
        QVERIFY(own);
        QCOMPARE(selection.current(), desk.document().seqOf(own->id));
        Hands::key(Qt::Key_Right, Qt::ControlModifier);
        QVERIFY(*desk.event(u"Nobody was sure"_s)->effectiveStart() > *own->effectiveStart());
        Hands::key(Qt::Key_Return);
        Hands::type(u"Nobody was sure of the numbers"_s);
        Hands::key(Qt::Key_Return);
        QVERIFY(desk.event(u"sure of the numbers"_s));
    }

    static void drawFactorsByKeys(const Desk &desk)
    {
        STEP(desk.goByKey(Qt::Key_6, Place::Factors));
        Hands::key(Qt::Key_N);
        STEP(writeCard(desk, u"Orders were refused"_s));
        Hands::key(Qt::Key_Up, Qt::ControlModifier);
        STEP(writeCard(desk, u"The limit was a guess"_s));
        Hands::key(Qt::Key_Left, Qt::ControlModifier);
        STEP(writeCard(desk, u"Launches were rare"_s));
        Hands::key(Qt::Key_Tab);
        STEP(writeCard(desk, u"Nobody had seen such a day"_s));
        Hands::key(Qt::Key_Backtab, Qt::ShiftModifier);
        STEP(writeCard(desk, u"Somebody wrote it down at once"_s));
        QCOMPARE(desk.contents().factors.size(), 5);
        QVERIFY(desk.contents().influences.size() >= 3);
        Hands::key(Qt::Key_F2);
        STEP(writeCard(desk, u"Notes were taken at once"_s));
        QVERIFY(desk.factor(u"Somebody wrote it down at once"_s).isNull());
        Hands::key(Qt::Key_2);
        QCOMPARE(
            findRecord<Factor>(desk.contents(), desk.factor(u"Notes were taken at once"_s))->kind,
            FactorKind::Pressure);
    }

    static void namePressureByKeys(const Desk &desk)
    {
        STEP(desk.goByKey(Qt::Key_7, Place::Pressures));
        QVERIFY(Hands::tabTo(desk.button(u"Add pressure"_s)));
        Hands::key(Qt::Key_Space);
        Hands::key(Qt::Key_Down);
        Hands::key(Qt::Key_Return);
        QCOMPARE(desk.contents().pressures.size(), 1);
        Hands::type(u"The launch date was public"_s);
        Hands::key(Qt::Key_Return);
        QCOMPARE(desk.contents().pressures[0].title, u"The launch date was public"_s);
    }

    void reportByKeys(const Desk &desk, const JourneyEvidence &evidence, const QString &path) const
    {
        Hands::key(Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(desk.window->place(), Place::Report);
        auto *edit = desk.find<NarrativeEdit>([](const auto &) { return true; });
        QVERIFY(edit && Hands::tabTo(edit));
        Hands::type(u"It began with "_s);
        Hands::key(Qt::Key_L, Qt::ControlModifier);
        Hands::type(evidence.first);
        Hands::key(Qt::Key_Return);
        Hands::type(u" as far as we know."_s);
        QVERIFY(edit->toPlainText().contains(u"[["_s) || edit->toPlainText().contains(u"]("_s));
        QVERIFY(Hands::tabTo(desk.button(u"Export…"_s)));
        Hands::key(Qt::Key_Space);
        auto *target = desk.named<QLineEdit>(u"File to write"_s);
        QVERIFY(target && Hands::tabTo(target));
        Hands::key(Qt::Key_A, Qt::ControlModifier);
        Hands::type(path);
        QVERIFY(Hands::tabTo(desk.button(u"Export"_s)));
        QSignalSpy exported(desk.workspace().report(), &ReportPage::exported);
        Hands::key(Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, kPatience);
    }

    static void takeAllBackAndBringItAgain(const Desk &desk, const ReviewContents &created)
    {
        STEP(desk.goByKey(Qt::Key_3, Place::Overview));
        QUndoStack *stack = desk.document().undoStack();
        const ReviewContents all = meaning(desk.contents());
        const auto events = desk.document().events().size();
        const int steps = stack->index();
        QVERIFY(steps > 10);
        for (int i = 0; i < steps; ++i)
            Hands::key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY2(!stack->canUndo(), qPrintable(u"left: "_s + stack->undoText()));
        QCOMPARE(desk.document().events().size(), 0);
        QVERIFY(meaning(withoutTraces(desk.contents())) == meaning(withoutTraces(created)));
        for (int i = 0; i < steps; ++i)
            Hands::key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY2(!stack->canRedo(), qPrintable(u"left: "_s + stack->redoText()));
        QCOMPARE(desk.document().events().size(), events);
        QVERIFY(meaning(desk.contents()) == all);
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
