// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// From an empty review to a range that is looked at closely, by keyboard alone.

#include "app/journeyfixture.h"
#include "timeline/gotobar.h"
#include "timeline/timelinefilterbar.h"
#include "timeline/timelinenotice.h"
#include "timeline/timelinesearch.h"
#include "timeline/timelineview.h"

#include <QClipboard>
#include <QMenu>
#include <QTimer>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace SecondStory::Ui;

class TimelineJourneyTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString file(const QString &name) const { return m_folder->filePath(name); }

    /// Adds an event at a time that is typed, and words it.
    static void tell(const Desk &desk, const QString &time, const QString &title)
    {
        Hands::key(Qt::Key_G, Qt::ControlModifier);
        QVERIFY(desk.workspace().timeline()->findChild<GoToBar *>()->isVisible());
        Hands::type(time);
        Hands::key(Qt::Key_Return);
        Hands::key(Qt::Key_N);
        Hands::type(title);
        Hands::key(Qt::Key_Return);
        QVERIFY2(desk.event(title), qPrintable(title));
    }

    /// Opens the menu at the selection and takes a line of it with the keyboard.
    static void takeFromMenu(const QString &text)
    {
        bool isTaken = false;
        QTimer::singleShot(50, qApp, [&] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            for (int i = 0; menu && i < 60; ++i) {
                Hands::key(Qt::Key_Down);
                if (menu->activeAction() && menu->activeAction()->text() == text) {
                    isTaken = true;
                    Hands::key(Qt::Key_Return);
                    return;
                }
            }
            if (menu)
                menu->close();
        });
        Hands::key(Qt::Key_F10, Qt::ShiftModifier);
        QVERIFY2(isTaken, qPrintable(text));
        Hands::giveActivationBack();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setApplicationName(u"second-story-timeline-journey"_s);
        QApplication::setStyle(new Style);
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, file(u"settings"_s));
    }
    void cleanup() { m_folder.reset(); }

    void fromEmptyToFitByKeyboardAlone()
    {
        const Desk desk(file(u"own.sslib"_s));
        Hands::key(Qt::Key_N, Qt::ControlModifier);
        Hands::type(u"Slow Monday"_s);
        Hands::key(Qt::Key_Return);
        STEP(desk.goByKey(Qt::Key_5, Place::Timeline));
        TimelineView &view = *desk.workspace().timeline();
        TimelineSelection &selection = desk.workspace().selection();

        // Empty: three cards, reached with Tab; the second one opens a line to type in.
        auto *notice = view.findChild<TimelineNotice *>();
        QVERIFY(notice->isVisible());
        QCOMPARE(notice->findChildren<NoticeCard *>().size(), 3);
        view.tracks().setFocus();
        QVERIFY(Hands::tabTo([&](QWidget *now) {
            const auto *card = qobject_cast<NoticeCard *>(now);
            return card && card->text() == u"Add the first event (N)"_s;
        }));
        Hands::key(Qt::Key_Space);
        Hands::type(u"The queue grows"_s);
        Hands::key(Qt::Key_Return);
        QVERIFY(desk.event(u"The queue grows"_s));
        QVERIFY(!notice->isVisible());

        // More, each at a time that is typed, one counted from where one stands.
        STEP(tell(desk, u"2018-02-20 14:07"_s, u"Somebody asks about the queue"_s));
        STEP(tell(desk, u"+12m"_s, u"The queue is drained by hand"_s));
        QCOMPARE(desk.clockOf(u"drained"_s).left(5), u"14:19"_s);

        // Search: from hit to hit, nothing hidden.
        Hands::key(Qt::Key_Slash);
        Hands::type(u"queue"_s);
        Hands::key(Qt::Key_Return);
        QCOMPARE(view.search().count(), 3);
        QCOMPARE(view.model().index().shown(), 3);
        const qint64 one = selection.current();
        Hands::key(Qt::Key_Return);
        QVERIFY(selection.current() != one);
        Hands::key(Qt::Key_Down);
        QVERIFY(view.tracks().hasFocus());
        Hands::key(Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(selection.current(), one);

        // Go to the incident's hour and take a range's menu; ranges come from the frame of two
        // events here, as a mouse would draw it.
        Hands::key(Qt::Key_G, Qt::ControlModifier);
        Hands::type(u"2018-02-20 14:10"_s);
        Hands::key(Qt::Key_Return);
        const TimePoint cursor = *selection.cursor();
        selection.clear();
        selection.setRange(TimeSpan{ { cursor.us - 600'000'000 }, { cursor.us + 900'000'000 } });
        STEP(takeFromMenu(u"Copy as text"_s));
        QCOMPARE(QApplication::clipboard()->text().count(u'\n'), 1);
        STEP(takeFromMenu(u"Filter to"_s));
        QCOMPARE(view.model().index().shown(), 2);
        QCOMPARE(view.filterBar().parts().size(), 1);
        STEP(takeFromMenu(u"Zoom to"_s));
        QVERIFY(view.viewport().scale().length() < 3'600'000'000);

        // Peeled off one by one: range, search, filter; then everything is fitted.
        for (int i = 0; i < 3; ++i)
            Hands::key(Qt::Key_Escape);
        QVERIFY(!selection.range());
        QVERIFY(view.search().words().isEmpty());
        QVERIFY(!view.model().filter().isActive());
        Hands::key(Qt::Key_F, Qt::ShiftModifier);
        QVERIFY(view.viewport().scale().start() <= view.model().span()->start);
        QVERIFY(view.viewport().scale().end() >= view.model().span()->end);

        // Everything that was told is undone in as many steps.
        for (int i = 0; i < 3; ++i)
            Hands::key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(desk.document().events().size(), 0);
        QVERIFY(notice->isVisible());
    }
};

QTEST_MAIN(TimelineJourneyTest)
#include "tst_timelinejourney.moc"
