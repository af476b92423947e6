// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/evidencefixture.h"
#include "editing/eventedits.h"
#include "editing/momentedits.h"
#include "editing/personedits.h"
#include "inspector/inspectorpanel.h"
#include "moments/accountboard.h"
#include "moments/accountcell.h"
#include "moments/boardheads.h"
#include "moments/momentcard.h"
#include "moments/momentlistmodel.h"
#include "moments/momentside.h"
#include "moments/momentspage.h"
#include "moments/momentwords.h"
#include "moments/peoplepicker.h"
#include "moments/promptbutton.h"
#include "widgets/smallwidgets.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace SecondStory::Ui;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMinute = 60'000'000;
constexpr TimePoint kNoon{ 1'519'128'000'000'000 }; // 2018-02-20T12:00:00Z

template <class T>
T *named(const QWidget &within, const QString &name)
{
    QCoreApplication::processEvents();
    for (T *each : within.findChildren<T *>()) {
        if (each->accessibleName() == name && each->isVisibleTo(within.window()))
            return each;
    }
    return nullptr;
}

/// Those that are shown: what has been taken out waits for the event loop to go.
template <class T>
QList<T *> shown(const QWidget &within)
{
    QCoreApplication::processEvents();
    QList<T *> all = within.findChildren<T *>();
    all.removeIf([](const T *each) { return each->isHidden(); });
    return all;
}

template <class T>
T *withText(const QWidget &within, const QString &text)
{
    QCoreApplication::processEvents();
    for (T *each : within.findChildren<T *>()) {
        if (each->text() == text && each->isVisibleTo(within.window()))
            return each;
    }
    return nullptr;
}

/// The page over a review with two people, three events, and, where wanted, a moment of two of
/// them.
struct Scene {
    TestLibrary t;
    ReviewId review = t.addReview();
    std::unique_ptr<Editing::ReviewDocument> document =
        std::move(*Editing::ReviewDocument::open(*t.library, review));
    PersonId asha = person(u"Asha"_s);
    PersonId rafael = person(u"Rafael"_s);
    EventId first = event(0, EventKind::Statement, u"We usually warm it"_s, { asha });
    EventId second = event(4, EventKind::Decision, u"Roll back"_s, { rafael });
    EventId third = event(9, EventKind::Alert, u"Latency"_s, {});
    MomentId moment;
    std::unique_ptr<MomentsPage> page;

    explicit Scene(bool withMoment = true)
    {
        if (withMoment)
            moment = *Editing::makeMoment(*document, { first, second }, u"Is it the cache?"_s);
        page = std::make_unique<MomentsPage>(*document);
        page->resize(1200, 700);
        page->show();
        page->activateWindow();
        if (!QTest::qWaitForWindowActive(page.get()))
            qFatal("the page does not become active");
    }
    PersonId person(const QString &name) const
    {
        Person person;
        person.name = name;
        return *Editing::addPerson(*document, person);
    }
    EventId event(int minute, EventKind kind, const QString &title,
                  const QList<PersonId> &who) const
    {
        Event event = ownEvent(review, title, TimePoint{ kNoon.us + minute * kMinute });
        event.kind = kind;
        event.actors = who;
        if (!document->perform(ChangeSet().insert(event), u"Add"_s))
            qFatal("the scene refuses an event");
        return event.id;
    }
    [[nodiscard]] const ReviewContents &contents() const { return document->contents(); }
    [[nodiscard]] AccountBoard &board() const { return *page->card()->board(); }
    [[nodiscard]] Moment now() const { return *findRecord<Moment>(contents(), moment); }
    /// Two accounts, one for each of the two.
    std::pair<AccountId, AccountId> addTwo() const
    {
        return { *Editing::addAccount(*document, moment, { asha }),
                 *Editing::addAccount(*document, moment, { rafael }) };
    }
    [[nodiscard]] LinkButton *differ(AccountAspect aspect) const
    {
        for (const RowHead *head : shown<RowHead>(board())) {
            if (head->aspect() == aspect)
                return head->markButton();
        }
        return nullptr;
    }
};

} // namespace

class MomentsPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(new Style);
        QApplication::setPalette(toQPalette(Figures::Palette::light()));
    }

    void theListGoesByTimeAndIsASoundModel()
    {
        const Scene s;
        MomentListModel model(*s.document);
        const QAbstractItemModelTester tester(&model);
        const MomentId undated = *Editing::makeMoment(*s.document, {}, u"Some day"_s);
        const MomentId early = *Editing::makeMoment(*s.document, { s.first }, u"First"_s);
        VERIFY_RESULT(
            Editing::setMomentSpan(*s.document, early, TimePoint{ kNoon.us - kMinute }, {}));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.idAt(0), early);
        QCOMPARE(model.idAt(1), s.moment);
        QCOMPARE(model.idAt(2), undated);
        QCOMPARE(model.index(1).data(MomentListModel::SpanRole).toString(),
                 u"2018-02-20 13:00:00 – 13:04:00"_s); // Paris
        QCOMPARE(model.index(2).data(MomentListModel::SpanRole).toString(), u"undated"_s);
        (void)s.addTwo();
        QVERIFY(model.index(1).data(MomentListModel::AccountsRole).toString().startsWith(u"2"));
        QCOMPARE(model.indexOf(undated).row(), 2);
        QVERIFY(!model.indexOf(MomentId::create()).isValid());
    }

    void withoutMomentsTheNextStepIsOffered()
    {
        const Scene s(false);
        QSignalSpy timeline(s.page.get(), &MomentsPage::timelineRequested);
        QTest::mouseClick(withText<QPushButton>(*s.page, u"Go to the timeline"_s), Qt::LeftButton);
        QCOMPARE(timeline.count(), 1);
        QTest::mouseClick(withText<QPushButton>(*s.page, u"New moment"_s), Qt::LeftButton);
        QCOMPARE(s.contents().moments.size(), 1);
        auto *title = named<QLineEdit>(*s.page, u"Name of the moment"_s);
        QVERIFY(title && title->hasFocus());
        QTest::keyClicks(title, u"Is it the cache?"_s);
        QTest::keyClick(title, Qt::Key_Return);
        QCOMPARE(s.contents().moments.first().title, u"Is it the cache?"_s);
        s.document->undoStack()->undo();
        s.document->undoStack()->undo();
        QVERIFY(withText<QPushButton>(*s.page, u"Go to the timeline"_s));
    }

    void theTimeIsWrittenInTheReviewsZone()
    {
        const Scene s;
        auto *start = named<QLineEdit>(*s.page, u"When it began"_s);
        auto *end = named<QLineEdit>(*s.page, u"When it ended"_s);
        QCOMPARE(start->text(), u"2018-02-20 13:00:00"_s);
        QCOMPARE(end->text(), u"2018-02-20 13:04:00"_s);
        end->setFocus();
        end->selectAll();
        QTest::keyClicks(end, u"13:30"_s);
        QTest::keyClick(end, Qt::Key_Return);
        QCOMPARE(s.now().end, std::optional(TimePoint{ kNoon.us + 30 * kMinute }));
        QCOMPARE(s.now().start, std::optional(kNoon));
        QSignalSpy refused(s.page.get(), &MomentsPage::refused);
        end->selectAll();
        QTest::keyClicks(end, u"12:00"_s);
        QTest::keyClick(end, Qt::Key_Return);
        QCOMPARE(refused.count(), 1);
        QCOMPARE(end->text(), u"2018-02-20 13:30:00"_s);
        end->selectAll();
        QTest::keyClicks(end, u"soon"_s);
        QTest::keyClick(end, Qt::Key_Return);
        QCOMPARE(refused.count(), 2);
        QCOMPARE(s.now().end, std::optional(TimePoint{ kNoon.us + 30 * kMinute }));
    }

    void aMomentLosesItsTimeWhenItIsWipedAway()
    {
        const Scene s;
        auto *start = named<QLineEdit>(*s.page, u"When it began"_s);
        auto *end = named<QLineEdit>(*s.page, u"When it ended"_s);
        end->setFocus();
        end->clear();
        QTest::keyClick(end, Qt::Key_Return);
        QVERIFY(!s.now().end);
        start->setFocus();
        start->clear();
        QTest::keyClick(start, Qt::Key_Return);
        QVERIFY(!s.now().start);
    }

    void accountsAreAddedForThoseWhoWereThereAndWrittenSideBySide()
    {
        const Scene s;
        QTest::mouseClick(withText<QPushButton>(*s.page, u"Add the first account"_s),
                          Qt::LeftButton);
        QTest::mouseClick(withText<QPushButton>(*s.page, u"Add account"_s), Qt::LeftButton);
        QCOMPARE(s.contents().accounts.size(), 2);
        QCOMPARE(s.contents().accounts[0].people, QList<PersonId>{ s.asha });
        QCOMPARE(s.contents().accounts[1].people, QList<PersonId>{ s.rafael });
        const AccountId a = s.contents().accounts[0].id;
        const AccountId b = s.contents().accounts[1].id;
        AccountCell *left = s.board().cell(a, AccountAspect::Goals);
        AccountCell *right = s.board().cell(b, AccountAspect::Goals);
        QVERIFY(right->hasFocus());
        QVERIFY(left->mapTo(&s.board(), QPoint()).x() < right->mapTo(&s.board(), QPoint()).x());
        QCOMPARE(left->mapTo(&s.board(), QPoint()).y(), right->mapTo(&s.board(), QPoint()).y());
        QVERIFY(left->placeholderText().endsWith(u'?'));
        QTest::keyClicks(right, u"Keep selling"_s);
        QTest::keyClick(right, Qt::Key_Tab);
        QVERIFY(s.board().cell(a, AccountAspect::Goals) == left); // nothing was put together anew
        QCOMPARE(findRecord<Account>(s.contents(), b)->goals, u"Keep selling"_s);
        QCOMPARE(findRecord<Account>(s.contents(), a)->goals, QString());
        for (const AccountField &field : kAccountFields)
            QVERIFY(s.board().cell(a, field.aspect) && s.board().cell(b, field.aspect));
    }

    void whatIsTypedIsKeptAfterAPauseAndTakenBackByTheReviewsUndo()
    {
        const Scene s;
        const AccountId id = *Editing::addAccount(*s.document, s.moment, { s.asha });
        AccountCell *cell = s.board().cell(id, AccountAspect::Knowledge);
        cell->setFocus();
        QTest::keyClicks(cell, u"two tables"_s);
        QTRY_COMPARE(findRecord<Account>(s.contents(), id)->knowledge, u"two tables"_s);
        // Typed and not stored yet: the keys of undo store it first and are left to the window.
        QTest::keyClicks(cell, u", or three"_s);
        QKeyEvent undo(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
        QApplication::sendEvent(cell, &undo);
        QVERIFY(!undo.isAccepted());
        QCOMPARE(findRecord<Account>(s.contents(), id)->knowledge, u"two tables, or three"_s);
        s.document->undoStack()->undo();
        const QString left = findRecord<Account>(s.contents(), id)->knowledge;
        QVERIFY(!left.contains(u"three")); // both, or, on a slow machine, the later one
        QCOMPARE(cell->toPlainText(), left);
    }

    void aCellGrowsWithItsWords()
    {
        const Scene s;
        const auto [a, b] = s.addTwo();
        AccountCell *cell = s.board().cell(a, AccountAspect::Options);
        AccountCell *beside = s.board().cell(b, AccountAspect::Options);
        QApplication::processEvents();
        const int before = cell->height();
        VERIFY_RESULT(
            Editing::writeAccount(*s.document, a, AccountAspect::Options,
                                  u"Wait for somebody who knows the pool. "_s.repeated(12)));
        QTRY_VERIFY(cell->height() > before + 3 * cell->fontMetrics().lineSpacing());
        QTRY_COMPARE(beside->height(), cell->height());
        QVERIFY(!cell->verticalScrollBar()->isVisible());
    }

    void aDifferenceIsMarkedInWordsAndAsked()
    {
        const Scene s;
        const auto [a, b] = s.addTwo();
        LinkButton *mark = s.differ(AccountAspect::CuesNoticed);
        QVERIFY(mark);
        QTest::mouseClick(mark, Qt::LeftButton);
        QCOMPARE(s.contents().contradictions.size(), 1);
        const Contradiction difference = s.contents().contradictions.first();
        QCOMPARE(difference.aspect, AccountAspect::CuesNoticed);
        QVERIFY(withText<QLabel>(s.board(), u"Asha and Rafael differ here"_s));
        QVERIFY(withText<QLabel>(s.board(), u"≠ accounts differ"_s));
        QCOMPARE(s.board().cell(a, AccountAspect::CuesNoticed)->accessibleDescription(),
                 u"another account differs"_s);
        auto *note = named<NoteEdit>(s.board(), u"Cues noticed: note on what differs"_s);
        QVERIFY(note && note->hasFocus()); // one goes on writing at once
        QTest::keyClicks(note, u"Who else heard it?"_s);
        QTest::mouseClick(withText<LinkButton>(s.board(), u"Ask about it"_s), Qt::LeftButton);
        QCOMPARE(s.contents().contradictions.first().note, u"Who else heard it?"_s);
        QCOMPARE(s.contents().questions.size(), 1);
        const Question question = s.contents().questions.first();
        QCOMPARE(question.about, (TargetRef{ TargetKind::Moment, s.moment.value }));
        QCOMPARE(question.status, QuestionStatus::Open);
        QVERIFY(question.text.contains(u"Asha and Rafael")
                && question.text.contains(u"Who else heard it?"));
        QTest::mouseClick(withText<LinkButton>(s.board(), u"They agree"_s), Qt::LeftButton);
        QVERIFY(s.contents().contradictions.isEmpty());
        QVERIFY(!withText<QLabel>(s.board(), u"≠ accounts differ"_s));
        QCOMPARE(s.contents().accounts.size(), 2); // nothing is merged
        QVERIFY(b != a);
    }

    void ofThreeAccountsTwoAreChosen()
    {
        const Scene s;
        (void)s.addTwo();
        const AccountId third = *Editing::addAccount(*s.document, s.moment);
        QTimer::singleShot(50, this, [] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            QCOMPARE(menu->actions().size(), 3);
            QCOMPARE(menu->actions().at(1)->text(), u"Asha and Account 3"_s);
            menu->actions().at(1)->trigger();
            menu->close();
        });
        QTest::mouseClick(s.differ(AccountAspect::Goals), Qt::LeftButton);
        QCOMPARE(s.contents().contradictions.size(), 1);
        QCOMPARE(s.contents().contradictions.first().second, third);
    }

    void whoseAccountItIsCanBeChosen()
    {
        const Scene s;
        const AccountId id = *Editing::addAccount(*s.document, s.moment);
        const auto heads = shown<ColumnHead>(s.board());
        QCOMPARE(heads.size(), 1);
        ColumnHead *head = heads.first();
        QMenu menu;
        head->picker()->fill(menu);
        QCOMPARE(menu.actions().size(), 2);
        menu.actions().at(1)->trigger();
        QCOMPARE(findRecord<Account>(s.contents(), id)->people, QList<PersonId>{ s.rafael });
        QVERIFY(named<Chip>(*head, u"Rafael"_s));
        QMenu again;
        head->picker()->fill(again);
        QVERIFY(again.actions().at(1)->isChecked());
        again.actions().at(1)->trigger();
        QVERIFY(findRecord<Account>(s.contents(), id)->people.isEmpty());
    }

    void anAccountAndAMomentAreRemovedAndComeBack()
    {
        const Scene s;
        const auto [a, b] = s.addTwo();
        QTest::mouseClick(named<QToolButton>(*s.page, u"Remove the account of Asha"_s),
                          Qt::LeftButton);
        QVERIFY(!findRecord<Account>(s.contents(), a));
        QVERIFY(!s.board().cell(a, AccountAspect::Goals));
        QVERIFY(s.board().cell(b, AccountAspect::Goals));
        s.page->list()->setFocus();
        QTest::keyClick(s.page->list(), Qt::Key_Delete);
        QVERIFY(s.contents().moments.isEmpty() && s.contents().accounts.isEmpty());
        s.document->undoStack()->undo();
        s.document->undoStack()->undo();
        QCOMPARE(s.contents().accounts.size(), 2);
        QCOMPARE(s.page->current(), s.moment);
        QVERIFY(s.board().cell(a, AccountAspect::Goals));
    }

    void evidenceLeadsToItsEventAndCanBeTakenOut()
    {
        const Scene s;
        QSignalSpy wanted(s.page.get(), &MomentsPage::eventRequested);
        QTest::mouseClick(withText<LinkButton>(*s.page->side(), u"Roll back"_s), Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().value<EventId>(), s.second);
        QTest::mouseClick(named<QToolButton>(*s.page->side(), u"Take out Roll back"_s),
                          Qt::LeftButton);
        QCOMPARE(s.now().events, QList<EventId>{ s.first });
        QVERIFY(!withText<LinkButton>(*s.page->side(), u"Roll back"_s));
        VERIFY_RESULT(Editing::setCaption(*s.document, s.first, u"Warming"_s));
        QVERIFY(withText<LinkButton>(*s.page->side(), u"Warming"_s));
    }

    void aSuggestionBecomesAQuestionWithOneClickOrKey()
    {
        const Scene s;
        const QList<PromptButton *> prompts = shown<PromptButton>(*s.page->side());
        QVERIFY(prompts.size() >= 4);
        const QString clicked = prompts.at(0)->text();
        QVERIFY(clicked.contains(u"normal work")); // what "usually" calls for
        QTest::mouseClick(prompts.at(0), Qt::LeftButton);
        QCOMPARE(s.contents().questions.size(), 1);
        QCOMPARE(s.contents().questions.first().text, clicked);
        QVERIFY(!withText<PromptButton>(*s.page->side(), clicked)); // asked: no suggestion any more
        QVERIFY(withText<QLabel>(*s.page->side(), clicked));
        auto *next = shown<PromptButton>(*s.page->side()).last();
        next->setFocus();
        QTest::keyClick(next, Qt::Key_Return);
        QCOMPARE(s.contents().questions.size(), 2);
        s.page->side()->topics()->setCurrentIndex(3);
        auto *pressure = shown<PromptButton>(*s.page->side()).last();
        pressure->setFocus();
        QTest::keyClick(pressure, Qt::Key_Space);
        QCOMPARE(s.contents().questions.size(), 3);
        QTest::keyClicks(s.page->side()->askLine(), u"How did the room hear it?"_s);
        QTest::keyClick(s.page->side()->askLine(), Qt::Key_Return);
        QCOMPARE(s.contents().questions.last().text, u"How did the room hear it?"_s);
        s.document->undoStack()->undo();
        QCOMPARE(s.contents().questions.size(), 3);
    }

    void thePageIsWalkedWithKeysAlone()
    {
        const Scene s;
        (void)s.addTwo();
        s.page->list()->setFocus();
        QTest::keyClick(s.page->list(), Qt::Key_F2);
        QVERIFY(named<QLineEdit>(*s.page, u"Name of the moment"_s)->hasFocus());
        QSet<QWidget *> cells;
        QWidget *mark = nullptr;
        bool hasAsked = false;
        for (int i = 0; i < 80; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QWidget *now = QApplication::focusWidget();
            if (qobject_cast<AccountCell *>(now))
                cells << now;
            if (now == s.differ(AccountAspect::Help))
                mark = now;
            hasAsked = hasAsked || qobject_cast<PromptButton *>(now);
        }
        QCOMPARE(cells.size(), 16);
        QVERIFY(mark);
        QVERIFY(hasAsked);
        mark->setFocus();
        QTest::keyClick(mark, Qt::Key_Space);
        QCOMPARE(s.contents().contradictions.size(), 1);
        QCOMPARE(s.contents().contradictions.first().aspect, AccountAspect::Help);
    }

    void manyAccountsScrollSidewaysUnderTheirRowsNames()
    {
        const Scene s;
        AccountId last;
        for (int i = 0; i < 7; ++i)
            last = *Editing::addAccount(*s.document, s.moment);
        QApplication::processEvents();
        QVERIFY(s.board().horizontalScrollBar()->maximum() > 0);
        s.board().enter(last, AccountAspect::Help);
        QApplication::processEvents();
        QVERIFY(s.board().horizontalScrollBar()->value() > 0);
        const auto isInView = [&s](QWidget *widget) {
            return s.board().viewport()->rect().contains(
                QRect(widget->mapTo(s.board().viewport(), QPoint()), widget->size()));
        };
        QVERIFY(isInView(s.board().cell(last, AccountAspect::Help)));
        for (RowHead *head : shown<RowHead>(s.board()))
            QCOMPARE(head->mapTo(s.board().viewport(), QPoint()).x(), 0);
        for (ColumnHead *head : shown<ColumnHead>(s.board()))
            QCOMPARE(head->mapTo(s.board().viewport(), QPoint()).y(), 0);
    }

    void anAccountIsShownWhereItStands()
    {
        const Scene s;
        const MomentId other = *Editing::makeMoment(*s.document, { s.third });
        const AccountId account = *Editing::addAccount(*s.document, other);
        QCOMPARE(s.page->current(), s.moment);
        QVERIFY(s.page->showAccount(account));
        QCOMPARE(s.page->current(), other);
        QVERIFY(s.board().cell(account, AccountAspect::Goals)->hasFocus());
        QVERIFY(!s.page->showAccount(AccountId::create()));
        QVERIFY(!s.page->showMoment(MomentId::create()));
    }

    void whatIsTypedLastIsKeptOnLeaving()
    {
        const Scene s;
        const auto [a, b] = s.addTwo();
        s.board().cell(a, AccountAspect::Goals)->setFocus();
        QTest::keyClicks(s.board().cell(a, AccountAspect::Goals), u"To end it"_s);
        s.page->flush();
        QCOMPARE(s.t.library->reviews().load(s.review)->accounts.first().goals, u"To end it"_s);
        QVERIFY(b != a);
    }

    void anEventSaysInWhichMomentsItIs()
    {
        const Scene s;
        InspectorPanel panel;
        panel.resize(300, 800);
        panel.showTargets(s.document.get(), { { TargetKind::Event, s.first.value } });
        panel.show();
        auto *link = withText<LinkButton>(panel, u"Is it the cache?"_s);
        QVERIFY(link);
        QSignalSpy wanted(&panel, &InspectorPanel::targetRequested);
        QTest::mouseClick(link, Qt::LeftButton);
        QCOMPARE(wanted.first().first().value<TargetRef>(),
                 (TargetRef{ TargetKind::Moment, s.moment.value }));
        panel.showTargets(s.document.get(), { { TargetKind::Event, s.third.value } });
        QVERIFY(!withText<LinkButton>(panel, u"Is it the cache?"_s));
    }

    void whatIsBeingWrittenOutlivesOtherEdits()
    {
        const Scene s;
        const auto [asha, rafael] = s.addTwo();
        AccountCell *cell = s.board().cell(asha, AccountAspect::Goals);
        cell->setPlainText(u"To keep the shop open"_s);
        // An import that ends meanwhile, say: before the pause that stores what was written.
        (void)s.person(u"Chen"_s);
        QCOMPARE(s.board().cell(asha, AccountAspect::Goals)->toPlainText(),
                 u"To keep the shop open"_s);
        s.page->flush();
        QCOMPARE(findRecord<Account>(s.contents(), asha)->goals, u"To keep the shop open"_s);
    }

    void readingAgainShowsWhatOthersWrote()
    {
        const Scene s;
        const auto [asha, rafael] = s.addTwo();
        const auto theirs = std::move(*Editing::ReviewDocument::open(*s.t.library, s.review));
        VERIFY_RESULT(
            Editing::writeAccount(*theirs, asha, AccountAspect::Goals, u"To keep it up"_s));
        VERIFY_RESULT(Editing::setMomentTitle(*theirs, s.moment, u"Was it the cache?"_s));
        const AccountId third = *Editing::addAccount(*theirs, s.moment, {});
        VERIFY_RESULT(s.document->reload());
        QCOMPARE(s.board().cell(asha, AccountAspect::Goals)->toPlainText(), u"To keep it up"_s);
        QVERIFY(s.board().cell(third, AccountAspect::Goals));
        QVERIFY(named<QLineEdit>(*s.page, u"Name of the moment"_s)->text() == u"Was it the cache?");
    }

    void hostileWordsStayWords()
    {
        const Scene s;
        VERIFY_RESULT(Editing::setMomentTitle(*s.document, s.moment, u"<b>x</b>\u202e&amp;"_s));
        VERIFY_RESULT(Editing::askAboutMoment(*s.document, s.moment, u"<img src=x> how?"_s));
        for (const QLabel *label : s.page->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        const QModelIndex row = s.page->list()->model()->index(0, 0);
        QVERIFY(!row.data().toString().contains(QChar(0x202e)));
        QVERIFY(!row.data(Qt::ToolTipRole).toString().contains(u"<b>"_s));
    }
};

QTEST_MAIN(MomentsPageTest)
#include "tst_momentspage.moc"
