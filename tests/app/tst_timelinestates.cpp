// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the timeline says in the real window when there is nothing to see, and whose limits it
// stripes.

#include "app/journeyfixture.h"
#include "editing/eventedits.h"
#include "editing/momentedits.h"
#include "editing/viewedits.h"
#include "moments/momentspage.h"
#include "services/translations.h"
#include "support/testlibrary.h"
#include "theme/theme.h"
#include "timeline/savedviewsbutton.h"
#include "timeline/timelinefilterbar.h"
#include "timeline/timelinelegend.h"
#include "timeline/timelinelimits.h"
#include "timeline/timelinenotice.h"
#include "timeline/timelineruler.h"
#include "timeline/timelineview.h"

#include <QLabel>
#include <QUndoStack>
#include <QListView>

using namespace SecondStory;
using namespace SecondStory::Testing;
using namespace SecondStory::Ui;

namespace {

constexpr qint64 kMinute = 60'000'000;
constexpr TimePoint kNoon{ 1'519'128'000'000'000 };

TimePoint at(int minutes)
{
    return { kNoon.us + minutes * kMinute };
}

/// The window on a review with `count` events, one in ten minutes.
struct Scene {
    TestLibrary t;
    std::unique_ptr<Desk> desk;

    explicit Scene(int count)
    {
        const ReviewId review = t.addReview();
        t.library.reset();
        desk = std::make_unique<Desk>(t.path());
        if (!desk->window->openReview(review))
            qFatal("the review does not open");
        desk->window->resize(1280, 800);
        for (int i = 0; i < count; ++i)
            add(10 * i, u"event %1"_s.arg(i));
        desk->window->go(Place::Timeline);
        QCoreApplication::processEvents();
        look(-10, 120);
    }
    void add(int minutes, const QString &title) const
    {
        if (!Editing::addEvent(desk->document(),
                               { at(minutes), {}, {}, EventKind::Observation, title }))
            qFatal("an event of the scene was refused");
    }
    void look(int from, int until) const
    {
        view().viewport().setScale(
            Figures::TimeScale({ at(from), at(until) }, view().tracks().width()));
        QCoreApplication::processEvents();
    }
    [[nodiscard]] TimelineView &view() const { return *desk->workspace().timeline(); }
    [[nodiscard]] TimelineNotice &notice() const { return *view().findChild<TimelineNotice *>(); }
    [[nodiscard]] QStringList offers() const
    {
        QStringList texts;
        for (const QAbstractButton *button : notice().findChildren<QAbstractButton *>()) {
            if (button->isVisible())
                texts << button->text();
        }
        return texts;
    }
    [[nodiscard]] bool says(const QString &part) const
    {
        for (const QLabel *label : notice().findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(part))
                return true;
        }
        return false;
    }
    void press(const QString &text) const
    {
        for (QAbstractButton *button : notice().findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->text() == text)
                return Hands::click(button);
        }
        QFAIL(qPrintable(text));
    }
    /// Pixels in a colour of a limit near a time, on a surface.
    [[nodiscard]] int stripes(QWidget &surface, Figures::RangeUser user, TimePoint time) const
    {
        const QImage image = surface.grab().toImage();
        const QColor wanted = Figures::limitColour(user, paletteFor(&surface));
        const int x = qRound(view().viewport().scale().x(time));
        int pixels = 0;
        for (int column = std::max(0, x - 8); column < std::min(image.width(), x + 8); ++column) {
            for (int y = 0; y < image.height(); ++y) {
                const QColor found = image.pixelColor(column, y);
                pixels += std::abs(found.red() - wanted.red()) < 12
                        && std::abs(found.green() - wanted.green()) < 12
                        && std::abs(found.blue() - wanted.blue()) < 12
                    ? 1
                    : 0;
            }
        }
        return pixels;
    }
    [[nodiscard]] QStringList legend() const
    {
        view().showLegend();
        auto *open = view().findChild<TimelineLegend *>();
        const QStringList lines = open->lines();
        open->close();
        return lines;
    }
};

} // namespace

class TimelineStatesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QApplication::setApplicationName(u"second-story-states"_s);
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

    void anEmptyReviewHasThreeCardsInTheWindow()
    {
        const Scene s(0);
        QVERIFY(s.notice().isVisible());
        QCOMPARE(s.offers(),
                 (QStringList{ u"Import evidence…"_s, u"Add the first event (N)"_s,
                               u"Open a sample"_s }));
        // Whole, and over the lanes.
        QVERIFY(s.view().tracks().rect().contains(s.notice().geometry()));
        for (const QAbstractButton *card : s.notice().findChildren<QAbstractButton *>())
            QVERIFY(card->height() >= card->sizeHint().height());
        s.press(u"Add the first event (N)"_s);
        Hands::type(u"it began"_s);
        Hands::key(Qt::Key_Return);
        QVERIFY(s.desk->event(u"it began"_s));
        QVERIFY(!s.notice().isVisible());
    }

    void eventsOutsideTheViewAreCountedAndFitted()
    {
        const Scene s(4);
        QVERIFY(!s.notice().isVisible());
        s.look(600, 700);
        QVERIFY(s.notice().isVisible());
        QVERIFY(s.says(u"4 events outside this view"_s));
        QCOMPARE(s.offers(), QStringList{ u"Fit (Shift+F)"_s });
        s.view().tracks().setFocus();
        Hands::key(Qt::Key_F, Qt::ShiftModifier);
        QVERIFY(!s.notice().isVisible());
        s.look(600, 700);
        s.press(u"Fit (Shift+F)"_s);
        QVERIFY(!s.notice().isVisible());
        QCOMPARE(s.view().model().index().countIn(s.view().viewport().scale().span()), 4);
    }

    void whatComesInOutsideTheViewIsAnnounced()
    {
        const Scene s(4);
        s.add(900, u"much later"_s);
        s.look(400, 500); // a gap between events: one may look around
        QVERIFY(!s.notice().isVisible());
        s.add(950, u"later still"_s);
        QVERIFY(s.notice().isVisible());
        QVERIFY(s.says(u"6 events outside this view"_s));
        s.look(410, 510);
        QVERIFY(!s.notice().isVisible());
    }

    void eachFilterThatHidesEverythingCanBeClearedAlone()
    {
        const Scene s(3);
        Figures::EventFilter filter;
        filter.onlyStarred = true;
        filter.kinds = { EventKind::Alert };
        filter.span = TimeSpan{ at(0), at(30) };
        s.view().model().setFilter(filter);
        QVERIFY(s.notice().isVisible());
        const QStringList offers = s.offers();
        QCOMPARE(offers.size(), 4); // three filters and all of them
        QVERIFY(offers.contains(u"Clear “starred”"_s) && offers.contains(u"Clear “kind: alert”"_s));
        QCOMPARE(offers.last(), u"Clear all filters"_s);
        s.press(u"Clear “starred”"_s);
        QVERIFY(s.notice().isVisible());
        QVERIFY(!s.view().model().filter().onlyStarred);
        QCOMPARE(s.view().filterBar().parts().size(), 2);
        s.press(u"Clear “kind: alert”"_s);
        QVERIFY(!s.notice().isVisible());
        QVERIFY(s.view().model().filter().span.has_value());
    }

    void theLimitsOfTheFilterAreStripedAndExplained()
    {
        const Scene s(4);
        const TimeSpan span{ at(15), at(60) };
        QCOMPARE(s.stripes(s.view().tracks(), Figures::RangeUser::Filter, span.start), 0);
        s.view().filterBar().filterTo(span);
        QCoreApplication::processEvents();
        auto *ruler = s.view().findChild<TimelineRuler *>();
        for (QWidget *surface : QList<QWidget *>{ &s.view().tracks(), ruler }) {
            for (const TimePoint limit : { span.start, span.end })
                QVERIFY(s.stripes(*surface, Figures::RangeUser::Filter, limit) > 8);
            QCOMPARE(s.stripes(*surface, Figures::RangeUser::Filter, at(90)), 0);
        }
        QVERIFY(s.legend().join(u'\n').contains(u"Filter, table and reading"_s));
        s.view().filterBar().clearAll();
        QCoreApplication::processEvents();
        QCOMPARE(s.stripes(s.view().tracks(), Figures::RangeUser::Filter, span.start), 0);
        QVERIFY(!s.legend().join(u'\n').contains(u"Filter, table"_s));
    }

    void aSelectedRangeIsNoLimitOfAnotherView()
    {
        const Scene s(4);
        s.view().selection().setRange(TimeSpan{ at(15), at(60) });
        QVERIFY(s.view().limits().limits().isEmpty());
        for (const auto user : { Figures::RangeUser::Filter, Figures::RangeUser::SavedView,
                                 Figures::RangeUser::Moment })
            QCOMPARE(s.stripes(s.view().tracks(), user, at(15)), 0);
    }

    void theLimitsOfASavedViewStayUntilTheyArePeeledOff()
    {
        const Scene s(4);
        SavedView night;
        night.name = u"Night shift"_s;
        night.start = at(20);
        night.end = at(50);
        const auto saved = Editing::saveView(s.desk->document(), night);
        VERIFY_RESULT(saved);
        auto *button = s.view().findChild<SavedViewsButton *>();
        button->apply(s.desk->contents().savedViews.first().id);
        s.look(0, 100); // and further out
        QVERIFY(s.stripes(s.view().tracks(), Figures::RangeUser::SavedView, at(20)) > 8);
        QVERIFY(s.legend().join(u'\n').contains(u"Night shift"_s));
        s.view().tracks().setFocus();
        Hands::key(Qt::Key_Escape);
        QCOMPARE(s.stripes(s.view().tracks(), Figures::RangeUser::SavedView, at(20)), 0);
        QVERIFY(s.view().limits().limits().isEmpty());
    }

    void theOpenMomentStripesTheLineAndFollowsItsTime()
    {
        const Scene s(4);
        const Event first = *s.desk->event(u"event 1"_s);
        const Event last = *s.desk->event(u"event 3"_s);
        const auto id =
            Editing::makeMoment(s.desk->document(), { first.id, last.id }, u"Which of the two?"_s);
        VERIFY_RESULT(id);
        s.desk->window->go(Place::Moments);
        QVERIFY(s.desk->window->findChild<MomentsPage *>()->showMoment(*id));
        s.desk->window->go(Place::Timeline);
        QCoreApplication::processEvents();
        QCOMPARE(s.view().limits().limits().size(), 1);
        QCOMPARE(s.view().limits().limits().first().span, (TimeSpan{ at(10), at(30) }));
        QVERIFY(s.stripes(s.view().tracks(), Figures::RangeUser::Moment, at(10)) > 8);
        QVERIFY(s.legend().join(u'\n').contains(u"Which of the two?"_s));
        s.desk->document().undoStack()->undo(); // the moment itself
        QVERIFY(s.view().limits().limits().isEmpty());
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TimelineStatesTest)
#include "tst_timelinestates.moc"
