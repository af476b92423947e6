// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/translations.h"
#include "support/timelinescenes.h"
#include "theme/theme.h"
#include "timeline/gotobar.h"
#include "timeline/timelinesearch.h"
#include "timeline/laneheaders.h"
#include "timeline/timelineview.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QScopeGuard>
#include <QStyleFactory>
#include <QTest>

using namespace SecondStory;
using namespace SecondStory::Ui;
using namespace Qt::StringLiterals;

namespace {

/// A pinned lane, a folded group, an open one, and lanes of other heights than usual.
void arrangeLanes(TimelineContent &content)
{
    for (const char16_t *name : { u"Machines", u"People" }) {
        LaneGroup group;
        group.id = LaneGroupId::create();
        group.name = QString::fromUtf16(name);
        group.position = static_cast<int>(content.laneGroups.size());
        group.collapsed = content.laneGroups.isEmpty();
        content.laneGroups.append(group);
    }
    content.lanes[0].groupId = content.lanes[2].groupId = content.laneGroups[0].id;
    content.lanes[3].groupId = content.lanes[4].groupId = content.laneGroups[1].id;
    content.lanes[1].pinned = true;
    content.lanes[3].stretch = 2;
    content.lanes[5].stretch = 0.6;
}

} // namespace

/// Draws the timeline in its states, in both themes, into the gallery; checks what a picture can be
/// checked for.
class TimelineGalleryTest : public QObject {
    Q_OBJECT
    /// Two people of whom one was in the first lanes; of the last lane nobody is known to know.
    static void drawCurtain(TimelineView &view)
    {
        const EventTable &events = view.model().events();
        QList<Person> people(2);
        Analysis::CastSigns signs;
        for (int i = 0; i < 2; ++i) {
            people[i].id = PersonId::create();
            people[i].name = i == 0 ? u"Asha"_s : u"Bo"_s;
            auto own = std::make_shared<Analysis::PersonSigns>();
            for (const EventRow &row : events.rows) {
                const bool isHis = i == 0 ? row.lane < events.lanes.size() / 2
                                          : row.lane + 1 < events.lanes.size();
                if (isHis && row.seq % 3 == 0)
                    own->add(Analysis::PersonSigns::Kind::Author,
                             { row.seq, TimePoint{ row.start }, events.lanes[row.lane] });
            }
            own->finish();
            signs.insert(people[i].id, own);
        }
        view.curtain().setKnowledge(Analysis::CastKnowledge(people, signs, {}));
        view.curtain().setEyes({ Analysis::Eyes::Kind::Person, people[0].id, {} });
        view.curtain().setTime(view.viewport().scale().time(view.tracks().width() * 0.6));
        view.curtain().setOn(true);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
        Services::installTranslations(*QCoreApplication::instance());
        QDir().mkpath(qEnvironmentVariable("SECONDSTORY_GALLERY"));
    }

    void everyStateIsDrawn_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("isDark");
        for (const char *state :
             { "sparse", "dense", "hour", "empty", "undated", "range", "outofview", "curtained",
               "densecurtained", "lanes", "uncertain", "filtered", "filterhides", "search", "names",
               "bigfont", "bigempty", "goto" }) {
            for (const QSize size : { QSize(1280, 800), QSize(1920, 1080) }) {
                for (const bool isDark : { false, true })
                    QTest::addRow("%s-%d-%s", state, size.width(), isDark ? "dark" : "light")
                        << QString::fromLatin1(state) << size << isDark;
            }
        }
    }
    void everyStateIsDrawn()
    {
        QFETCH(QString, state);
        QFETCH(QSize, size);
        QFETCH(bool, isDark);
        QApplication::setPalette(
            toQPalette(isDark ? Figures::Palette::dark() : Figures::Palette::light()));
        const bool isDense = state == u"dense" || state == u"hour" || state == u"densecurtained";
        const bool isEmpty = state == u"empty" || state == u"bigempty";
        const QFont usual = QApplication::font();
        const auto giveBack = qScopeGuard([usual] { QApplication::setFont(usual); });
        if (state.startsWith(u"big")) {
            QFont big = usual;
            big.setPointSizeF(2 * QFontInfo(usual).pointSizeF());
            QApplication::setFont(big);
        }
        TimelineContent content = Testing::sceneContent(isEmpty       ? 0
                                                            : isDense ? 100'000
                                                                      : 30,
                                                        isDense ? 15 : 6);
        if (state == u"uncertain")
            content = Testing::uncertainContent();
        else if (state == u"names")
            content = Testing::unusualNames();
        if (state == u"undated") {
            for (int i = 0; i < 17; ++i) {
                EventRow row;
                row.seq = 1'000 + i;
                content.events.undated.push_back(row);
            }
        }
        if (state == u"lanes")
            arrangeLanes(content);
        TimelineSelection selection;
        TimelineView view(std::move(content), selection);
        view.resize(size);
        view.show();
        view.model().finishCounting();
        QApplication::processEvents();
        if (state == u"range") {
            const Figures::TimeScale &scale = view.viewport().scale();
            selection.setRange(TimeSpan{ scale.time(400), scale.time(700) });
            view.navigation().selectAllIn(*selection.range());
        } else if (state == u"sparse") {
            view.navigation().step(1, false);
            view.tracks().setFocus();
        } else if (state == u"hour") {
            view.navigation().fit({ { Testing::kSceneStart + 1'800 * Testing::kSceneMinute },
                                    { Testing::kSceneStart + 1'860 * Testing::kSceneMinute } });
        } else if (state == u"filtered") {
            Figures::EventFilter filter;
            filter.kinds = { EventKind::Alert, EventKind::Message, EventKind::Change };
            filter.lanes = { view.model().lanes()[0].id, view.model().lanes()[1].id };
            view.model().setFilter(filter);
        } else if (state == u"filterhides") {
            Figures::EventFilter filter;
            filter.kinds = { EventKind::Milestone };
            filter.onlyStarred = true;
            filter.text = u"nowhere"_s;
            view.model().setFilter(filter);
        } else if (state == u"search") {
            view.search().setWords(u"rep"_s);
            view.search().next();
            view.navigation().zoom(3);
        } else if (state == u"goto") {
            view.tracks().setFocus();
            view.goToTime();
            view.findChild<GoToBar *>()->line()->setText(u"2018-03-25 02:30"_s);
        } else if (state == u"lanes") {
            view.tracks().setLaneZoom(1.6);
            view.tracks().scrollBy(40);
            view.headers().setFocus();
            selection.setRange(TimeSpan{ view.tracks().timeAt(300), view.tracks().timeAt(330) });
        } else if (state == u"outofview") {
            view.navigation().pan(40);
        } else if (state.endsWith(u"curtained")) {
            drawCurtain(view);
        }
        QApplication::processEvents();
        const QImage picture = view.grab().toImage();
        QCOMPARE(picture.size(), size);
        const QString name =
            u"timeline-"_s + QString::fromLatin1(QTest::currentDataTag()) + u".png"_s;
        QVERIFY(picture.save(qEnvironmentVariable("SECONDSTORY_GALLERY") + u'/' + name));
        QSet<QRgb> colours;
        for (int y = 0; y < picture.height(); y += 3) {
            for (int x = 0; x < picture.width(); x += 3)
                colours.insert(picture.pixel(x, y));
        }
        QVERIFY(colours.size() > 12);
    }
};

QTEST_MAIN(TimelineGalleryTest)
#include "tst_timelinegallery.moc"
