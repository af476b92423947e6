// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the timeline is laid out and what it shows, with large letters and without motion as well;
// tests/interaction.md says which sentence is held by which test, here and elsewhere.

#include "figures/timeline/rangelimits.h"
#include "figures/timeline/rulerpainter.h"
#include "timelinedesk.h"
#include "timeline/curtainplayer.h"
#include "timeline/timelinefilterbar.h"
#include "timeline/timelineminimap.h"
#include "timeline/timelineruler.h"

#include <QAbstractButton>
#include <QBuffer>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QProxyStyle>
#include <QScopeGuard>
#include <QStyleFactory>
#include <QSvgGenerator>
#include <QTemporaryDir>
#include <QTimer>

using namespace SecondStory;
using namespace SecondStory::Ui;
using namespace SecondStory::Testing;
using namespace Qt::StringLiterals;

namespace {

/// The words a ruler shows over so many minutes from a time.
QString rulerWords(const QString &zone, TimePoint from, int minutes)
{
    QBuffer buffer;
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setSize({ 1'000, 80 });
    QPainter painter(&svg);
    const Figures::TimeScale scale({ from, { from.us + minutes * kDeskMinute } }, 1'000);
    const Figures::RulerStyle style{ Figures::Palette::light(), QFont(), 84, false };
    Figures::paintRuler(painter, { 0, 0, 1'000, 80 }, scale, ZoneClock(zone), style);
    painter.end();
    return QString::fromUtf8(buffer.data());
}

qsizetype tonesOf(const QImage &image)
{
    QSet<QRgb> tones;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            tones.insert(image.pixel(x, y));
    }
    return tones.size();
}

/// A desktop with animations, or one whose person switched them off.
class MotionStyle : public QProxyStyle {
public:
    explicit MotionStyle(bool isCalm)
        : QProxyStyle(u"Fusion"_s)
        , m_isCalm(isCalm)
    {
    }
    int styleHint(StyleHint hint, const QStyleOption *option = nullptr,
                  const QWidget *widget = nullptr, QStyleHintReturn *data = nullptr) const override
    {
        if (hint == SH_Widget_Animation_Duration)
            return m_isCalm ? 0 : 200;
        return QProxyStyle::styleHint(hint, option, widget, data);
    }

private:
    bool m_isCalm;
};

QString nameOf(const QWidget &widget)
{
    return QString::fromLatin1(widget.metaObject()->className()) + u' ' + widget.objectName() + u' '
        + widget.accessibleName();
}

} // namespace

class InteractionLookTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { isolateSettings(m_settings.path()); }

    // "Then ruler (two zones: review zone and UTC; date line breaks visible)"

    void theRulerTellsTheTimeOfTheReviewAndInUtc()
    {
        const QString words = rulerWords(u"Europe/Paris"_s, kDeskNoon, 120);
        QVERIFY(words.contains(u">UTC<"_s));
        QVERIFY(words.contains(ZoneClock(u"Europe/Paris"_s).offsetText(kDeskNoon)));
        QVERIFY(words.contains(u">14:30<"_s)); // 13:30 in UTC
        QVERIFY(words.contains(u">12:30<"_s)); // 13:30 in Paris
        QCOMPARE(words.count(u">13:30<"_s), 2); // once in each line, an hour apart
        const QString plain = rulerWords(u"UTC"_s, kDeskNoon, 120);
        QVERIFY(!plain.contains(u">14:30<"_s));
        QCOMPARE(plain.count(u">13:30<"_s), 1);
    }

    void aNewDayIsNamedAndBreaksTheLine()
    {
        const TimePoint evening{ kDeskNoon.us + 10 * 60 * kDeskMinute }; // 23:00 in Paris
        const QString words = rulerWords(u"Europe/Paris"_s, evening, 120);
        QVERIFY2(words.contains(u"20 Feb"_s) && words.contains(u"21 Feb"_s), qPrintable(words));
        TimelineDesk desk;
        desk.view->viewport().setScale(Figures::TimeScale(
            { evening, { evening.us + 120 * kDeskMinute } }, desk.tracks().width()));
        const QImage lanes = desk.tracks().grab().toImage();
        const auto darkest = [&lanes](int x) {
            int most = 255;
            for (int near = x - 1; near <= x + 1; ++near)
                most = std::min(most, qGray(lanes.pixel(near, 12)));
            return most;
        };
        const auto at = [&](int minutes) {
            return qRound(desk.view->viewport().scale().x({ evening.us + minutes * kDeskMinute }));
        };
        QVERIFY(darkest(at(60)) < darkest(at(30))); // midnight is stronger than a tick
    }

    // "bottom: minimap (density histogram, view window, search hits, marks)"

    void theMinimapShowsEventsTheViewAndMarks()
    {
        TimelineDesk desk;
        auto *minimap = desk.view->findChild<TimelineMinimap *>();
        const QImage before = minimap->grab().toImage();
        VERIFY_RESULT(
            Editing::addMark(*desk.document, u"lunch"_s, { kDeskNoon.us + 10 * kDeskMinute }, {}));
        const QImage marked = minimap->grab().toImage();
        QVERIFY(marked != before);
        for (int i = 0; i < 4; ++i)
            desk.key(Qt::Key_W);
        QVERIFY(minimap->grab().toImage() != marked);
        const int x = qRound(minimap->scale().x(desk.startOf(u"roll back"_s)));
        const QImage events = minimap->grab(QRect(x - 3, 12, 7, minimap->height() - 14)).toImage();
        QVERIFY(tonesOf(events) > 1);
    }

    // "Unknown time = parked in an undated tray, never 1970"

    void whatHasNoTimeIsNowhereOnTheLine()
    {
        TimelineDesk desk;
        const TimeSpan before = *desk.view->model().span();
        ChangeSet set;
        set.insert(ownEvent(desk.document->id(), u"some day"_s, std::nullopt));
        VERIFY_RESULT(desk.document->perform(set, u"Add"_s));
        QCOMPARE(desk.view->model().span(), std::optional(before));
        QCOMPARE(desk.view->model().events().undated.size(), 1U);
        desk.key(Qt::Key_F, Qt::ShiftModifier);
        QVERIFY(desk.view->viewport().scale().start().us > kDeskNoon.us - 86'400'000'000);
        desk.key(Qt::Key_Home);
        QCOMPARE(desk.selection.current(), desk.seq(u"look"_s));
    }

    // "Range limits used by another view are striped with that view's colour"

    void theLimitsOfAFilterAreStripedOnTheMinimap()
    {
        const TimelineDesk desk;
        auto *minimap = desk.view->findChild<TimelineMinimap *>();
        const QImage whole = minimap->grab().toImage();
        desk.view->filterBar().filterTo(
            TimeSpan{ { kDeskNoon.us + 18 * kDeskMinute }, { kDeskNoon.us + 58 * kDeskMinute } });
        QApplication::processEvents();
        QVERIFY(minimap->grab().toImage() != whole);
    }

    void limitsFarOutOfViewAreDrawnAtNoCost()
    {
        QImage image(300, 40, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        const Figures::TimeScale close({ kDeskNoon, { kDeskNoon.us + 1'000 } }, 300);
        for (const TimeSpan inside :
             { TimeSpan{ kEarliestTime, kLatestTime }, TimeSpan{ kEarliestTime, kEarliestTime } })
            Figures::paintRangeLimits(painter, image.rect(), close,
                                      { { Figures::RangeUser::Filter, inside, {} } },
                                      Figures::Palette::light());
        painter.end();
        QCOMPARE(tonesOf(image), 1); // nothing of them is in view
    }

    // "No events: … a faint ruler"

    void behindTheThreeCardsStandsARuler()
    {
        TestLibrary t;
        const auto document = std::move(*Editing::ReviewDocument::open(*t.library, t.addReview()));
        TimelineSelection selection;
        TimelineView view(*document, selection);
        view.resize(1'000, 500);
        view.show();
        QApplication::processEvents();
        const auto *ruler = view.findChild<TimelineRuler *>();
        QVERIFY(ruler->isVisible());
        QVERIFY(tonesOf(view.findChild<TimelineRuler *>()->grab().toImage()) > 4);
        QCOMPARE(view.viewport().scale().length(), 3'600'000'000);
    }

    // "target >= 24 px hit area"

    void everythingThatCanBePressedIsTwentyFourPixelsLarge()
    {
        TimelineDesk desk;
        Figures::EventFilter filter;
        filter.kinds = { EventKind::Decision };
        desk.view->model().setFilter(filter);
        desk.view->curtain().setTime({ kDeskNoon.us + 60 * kDeskMinute });
        desk.view->curtain().setOn(true);
        QApplication::processEvents();
        int seen = 0;
        QStringList small;
        for (const QAbstractButton *button : desk.view->findChildren<QAbstractButton *>()) {
            // What a line of text holds has keys in it: Escape clears.
            if (!button->isVisible() || qobject_cast<const QLineEdit *>(button->parent()))
                continue;
            ++seen;
            if (button->width() < 24 || button->height() < 24)
                small << nameOf(*button) + button->text()
                        + u" %1x%2"_s.arg(button->width()).arg(button->height());
        }
        QCOMPARE(small, QStringList());
        QVERIFY(seen > 8);
    }

    // "reduced motion honours style hint"

    void withoutAnimationsTheCurtainJumpsOnceASecondInsteadOfGliding()
    {
        for (const bool isCalm : { false, true }) {
            QApplication::setStyle(new MotionStyle(isCalm));
            TimelineDesk desk;
            desk.view->curtain().setTime(kDeskNoon);
            desk.view->curtain().setOn(true);
            QTRY_VERIFY(desk.view->curtain().isDrawn());
            CurtainPlayer &player = desk.view->curtainPlayer();
            player.setPace(60);
            player.play();
            QVERIFY(player.isPlaying());
            const int interval = player.findChild<QTimer *>()->interval();
            QCOMPARE(interval >= 1'000, isCalm);
            player.pause();
        }
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    }

    // "200 % font scale tested"

    void atTwiceTheSizeNoWordIsCutOff()
    {
        const QFont usual = QApplication::font();
        const auto giveBack = qScopeGuard([usual] { QApplication::setFont(usual); });
        QFont big = usual;
        big.setPointSizeF(2 * QFontInfo(usual).pointSizeF());
        QApplication::setFont(big);
        TimelineDesk desk;
        desk.view->resize(1'280, 800);
        Figures::EventFilter filter;
        filter.kinds = { EventKind::Decision };
        desk.view->model().setFilter(filter);
        QApplication::processEvents();
        for (const QWidget *widget : desk.view->findChildren<QWidget *>()) {
            const bool isWord = qobject_cast<const QAbstractButton *>(widget)
                || qobject_cast<const QLabel *>(widget);
            if (!widget->isVisible() || !isWord
                || qobject_cast<const QLineEdit *>(widget->parent()))
                continue;
            QVERIFY2(widget->height() >= widget->sizeHint().height()
                         && widget->width() >= widget->minimumSizeHint().width(),
                     qPrintable(nameOf(*widget)
                                + u" %1x%2 of %3x%4"_s.arg(widget->width())
                                      .arg(widget->height())
                                      .arg(widget->sizeHint().width())
                                      .arg(widget->sizeHint().height())));
            const QRect place(widget->mapTo(desk.view.get(), QPoint()), widget->size());
            QVERIFY2(desk.view->rect().contains(place), qPrintable(nameOf(*widget)));
        }
        const double letter = QFontMetricsF(big).height();
        for (int i = 0; i < 3; ++i)
            QVERIFY(desk.row(i).height >= letter);
        QVERIFY(desk.view->findChild<TimelineRuler *>()->height() >= 3 * 0.85 * letter);
        // A mark and the words beside it fit into the row they stand in.
        const QRectF mark = desk.tracks().rectOf(desk.seq(u"look"_s));
        QVERIFY(mark.top() >= desk.row(0).y && mark.bottom() <= desk.row(0).bottom());
    }

private:
    QTemporaryDir m_settings;
};

QTEST_MAIN(InteractionLookTest)
#include "tst_interactionlook.moc"
