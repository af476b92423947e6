// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// From selected events to two accounts that differ, through the window as people use it.

#include "app/journeybykeys.h"
#include "editing/personedits.h"
#include "moments/accountboard.h"
#include "moments/accountcell.h"
#include "moments/boardheads.h"
#include "moments/momentcard.h"
#include "moments/momentspage.h"
#include "moments/promptbutton.h"
#include "timeline/momentsstrip.h"
#include "widgets/smallwidgets.h"

#include <QListView>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace SecondStory::Ui;

namespace {

/// What is said of moments, without how often it was written.
ReviewContents momentsOf(const ReviewContents &contents)
{
    ReviewContents only;
    only.moments = contents.moments;
    only.accounts = contents.accounts;
    only.contradictions = contents.contradictions;
    only.questions = contents.questions;
    forgetVersions(only.moments);
    forgetVersions(only.accounts);
    forgetVersions(only.contradictions);
    forgetVersions(only.questions);
    return only;
}

AccountCell *cellOf(const Desk &desk, qsizetype account, AccountAspect aspect)
{
    return desk.workspace().moments()->card()->board()->cell(desk.contents().accounts[account].id,
                                                             aspect);
}

} // namespace

class MomentsJourneyTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    /// A review with the evidence of a small case, on the timeline.
    void begin(const Desk &desk) const
    {
        const auto evidence = smallEvidence(m_folder->path());
        STEP(beginByKeys(desk, evidence));
        STEP(importByKeys(desk, evidence));
        for (const auto *name : { "Mira", "Joon" }) {
            Person person;
            person.name = QString::fromLatin1(name);
            QVERIFY(Editing::addPerson(desk.document(), person));
        }
        STEP(desk.goByKey(Qt::Key_5, Place::Timeline));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setApplicationName(u"second-story-moments"_s);
        QApplication::setDoubleClickInterval(40);
        QApplication::setStyle(new Style);
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope,
                           m_folder->filePath(u"settings"_s));
    }
    void cleanup() { m_folder.reset(); }

    void fromEventsToTwoAccountsThatDifferByKeysAndAllOfItIsThereTomorrow()
    {
        const QString library = m_folder->filePath(u"own.sslib"_s);
        Desk desk(library);
        desk.window->resize(1280, 800);
        STEP(begin(desk));
        // Two events at the beginning become a moment, which one names at once.
        TimelineSelection &selection = desk.workspace().selection();
        Hands::key(Qt::Key_Home);
        const qint64 first = selection.current();
        Hands::key(Qt::Key_Period);
        selection.select({ first, selection.current() });
        desk.workspace().timeline()->tracks().setFocus();
        Hands::key(Qt::Key_O, Qt::ShiftModifier);
        QCOMPARE(desk.window->place(), Place::Moments);
        QCOMPARE(desk.contents().moments.size(), 1);
        Hands::type(u"Is it the limit?"_s);
        Hands::key(Qt::Key_Return);
        QCOMPARE(desk.contents().moments.first().title, u"Is it the limit?"_s);
        QCOMPARE(desk.contents().moments.first().events.size(), 2);

        // Two accounts, of a person each.
        auto *opening = desk.button(u"Add the first account"_s);
        QVERIFY(Hands::tabTo([opening](QWidget *now) { return now == opening; }, 150));
        Hands::key(Qt::Key_Space);
        Hands::type(u"Keep the launch going"_s);
        auto *next = desk.button(u"Add account"_s);
        QVERIFY(Hands::tabTo([next](QWidget *now) { return now == next; }, 150));
        Hands::key(Qt::Key_Space);
        QCOMPARE(desk.contents().accounts.size(), 2);
        Hands::type(u"Find out before touching it"_s);
        for (qsizetype i = 0; i < 2; ++i) {
            const auto *board = desk.workspace().moments()->card()->board();
            auto heads = board->findChildren<ColumnHead *>();
            heads.removeIf([](const ColumnHead *each) { return each->isHidden(); });
            const QList<PersonId> who{
                desk.contents().people[desk.contents().people.size() - 2 + i].id
            };
            emit heads[i]->peopleChosen(who);
            QCOMPARE(desk.contents().accounts[i].people, who);
        }

        // They differ; one notes it and asks.
        QVERIFY(Hands::tabTo(
            [](QWidget *now) {
                const auto *head = qobject_cast<RowHead *>(now->parentWidget());
                return head && head->aspect() == AccountAspect::Goals;
            },
            150));
        Hands::key(Qt::Key_Space);
        QCOMPARE(desk.contents().contradictions.size(), 1);
        Hands::type(u"Who had said what came first?"_s);
        QVERIFY(Hands::tabTo(desk.button(u"Ask about it"_s)));
        Hands::key(Qt::Key_Space);
        QCOMPARE(desk.contents().contradictions.first().note, u"Who had said what came first?"_s);
        QCOMPARE(desk.contents().questions.size(), 1);
        QVERIFY(Hands::tabTo([](QWidget *now) { return qobject_cast<PromptButton *>(now); }, 150));
        Hands::key(Qt::Key_Return);
        QCOMPARE(desk.contents().questions.size(), 2);

        // All of it back and there again.
        const ReviewContents done = momentsOf(desk.contents());
        QUndoStack *undo = desk.document().undoStack();
        const int steps = undo->index();
        while (!desk.contents().moments.isEmpty())
            undo->undo();
        QVERIFY(desk.contents().accounts.isEmpty() && desk.contents().questions.isEmpty());
        undo->setIndex(steps);
        QVERIFY(momentsOf(desk.contents()) == done);

        // Written last and not stored yet when the window closes.
        AccountCell *cell = cellOf(desk, 1, AccountAspect::Pressures);
        cell->setFocus();
        Hands::type(u"A date nobody could move"_s);
        const ReviewId review = desk.document().id();
        desk.close();
        desk.open(library);
        QVERIFY(desk.window->openReview(review));
        QCOMPARE(desk.contents().accounts[1].pressures, u"A date nobody could move"_s);
        ReviewContents again = momentsOf(desk.contents());
        for (Account &account : again.accounts)
            account.pressures.clear();
        QVERIFY(again == done);

        // The search leads from an account's words to it.
        STEP(Hands::click(desk.named<QLineEdit>(u"Search all reviews"_s)));
        Hands::type(u"nobody could move"_s);
        Hands::key(Qt::Key_Return);
        auto *hits = desk.named<QListView>(u"Hits"_s);
        QVERIFY(hits && hits->model()->rowCount() == 1);
        STEP(Hands::clickRow(hits, hits->model()->index(0, 0), true));
        QCOMPARE(desk.window->place(), Place::Moments);
        QVERIFY(cellOf(desk, 1, AccountAspect::Goals)->hasFocus());
    }

    void fromTheLineToTheCardAndBackByMouse()
    {
        const Desk desk(m_folder->filePath(u"own.sslib"_s));
        desk.window->resize(1280, 800);
        STEP(begin(desk));
        desk.workspace().timeline()->navigation().selectAllIn(
            *desk.workspace().timeline()->model().span());
        desk.workspace().timeline()->requestMoment();
        QCOMPARE(desk.window->place(), Place::Moments);
        STEP(desk.goByMouse(Place::Timeline));
        MomentsStrip &strip = desk.workspace().timeline()->moments();
        QTRY_VERIFY(strip.isVisible());
        desk.workspace().timeline()->navigation().fitAll();
        QCoreApplication::processEvents();
        const MomentId moment = desk.contents().moments.first().id;
        STEP(Hands::doubleClick(&strip, strip.placeOf(moment).center().toPoint()));
        QCOMPARE(desk.window->place(), Place::Moments);
        QCOMPARE(desk.workspace().moments()->current(), moment);
        // The evidence leads back to the line.
        const auto event = desk.event(u"Announcement"_s);
        QVERIFY(event);
        auto *link = desk.find<LinkButton>(
            [](const LinkButton &each) { return each.text().startsWith(u"Announcement"); });
        STEP(Hands::click(link));
        QCOMPARE(desk.window->place(), Place::Timeline);
        QCOMPARE(desk.workspace().selection().seqs(),
                 QList<qint64>{ desk.document().seqOf(event->id) });
        // And the overview counts it.
        STEP(desk.goByMouse(Place::Overview));
        STEP(Hands::click(desk.find<QToolButton>(
            [](const QToolButton &each) { return each.text().startsWith(u"1 moment"); })));
        QCOMPARE(desk.window->place(), Place::Moments);
    }
};

QTEST_MAIN(MomentsJourneyTest)
#include "tst_momentsjourney.moc"
