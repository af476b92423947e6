// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/trackpainter.h"
#include "figures/timelinesamples.h"

#include <QPainter>
#include <QTest>

#include <cmath>
#include <numeric>

using namespace SecondStory;
using namespace SecondStory::Figures;
using namespace SecondStory::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 1'000;

EventRow at(qint64 start, qint64 end, qint64 seq)
{
    EventRow row;
    row.seq = seq;
    row.start = start;
    row.end = end;
    return row;
}

/// Events in one lane, from the table to the picture.
struct Picture {
    EventTable events;
    LaneLayout layout;
    TrackGeometry geometry;
    QImage image;

    Picture(std::vector<EventRow> rows, const TimeScale &scale, const EventLabel &label = {},
            int laneCount = 1)
    {
        events.rows = std::move(rows);
        const QList<Lane> lanes = makeLanes(laneCount);
        for (const Lane &lane : lanes)
            events.lanes.append(lane.id);
        layout = LaneLayout(lanes, events, QString());
        layout.arrange(40, 16, 4);
        const EventIndex index(events, layout.tableLanes(), layout.count(), {});
        TrackMetrics metrics;
        metrics.bottom = 800;
        geometry.build(events, index, DensityPyramid(index), layout, scale, metrics);
        const auto words = [&label](quint32) { return &label; };
        geometry.place(words);
        TrackPainter tracks({ Palette::light(), QFont(), false });
        image = QImage(kWidth, 60, QImage::Format_RGB32);
        image.fill(tracks.laneGround());
        QPainter painter(&image);
        tracks.paint(painter, events, layout, geometry, words, [](qint64) { return false; });
    }
    /// Columns of the picture that are not ground alone.
    [[nodiscard]] int inkedColumns() const
    {
        const QRgb ground = TrackPainter({ Palette::light(), QFont(), false }).laneGround().rgb();
        int inked = 0;
        for (int x = 0; x < image.width(); ++x) {
            bool isInked = false;
            for (int y = 0; y < image.height() && !isInked; ++y)
                isInked = image.pixel(x, y) != ground;
            inked += isInked ? 1 : 0;
        }
        return inked;
    }
    [[nodiscard]] quint64 drawn() const
    {
        quint64 count = 0;
        for (const LaneTracks &lane : geometry.lanes()) {
            count += lane.items.size();
            for (const DensityRun &run : lane.runs)
                count += run.events;
        }
        return count;
    }
};

} // namespace

class ExtremeTracksTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFirstAndTheLastYearFitInOnePicture()
    {
        const TimeScale scale({ kEarliestTime, kLatestTime }, kWidth);
        const Picture picture({ at(kEarliestTime.us, kEarliestTime.us, 1), at(kNoon, kNoon, 2),
                                at(kLatestTime.us, kLatestTime.us, 3) },
                              scale);
        QCOMPARE(picture.drawn(), quint64(3));
        for (const TrackItem &item : picture.geometry.lanes()[0].items)
            QVERIFY(std::isfinite(item.x0) && item.x0 >= -1 && item.x0 <= kWidth + 1);
        QVERIFY(
            picture.geometry.hit({ scale.x({ kNoon }), picture.layout.rows()[0].middle() }).row);
    }

    void anEventOverAllYearsIsOneBarFromEdgeToEdge()
    {
        const TimeScale hour({ { kNoon }, { kNoon + 60 * kMinute } }, kWidth);
        const Picture picture({ at(kEarliestTime.us, kLatestTime.us, 1) }, hour);
        QCOMPARE(picture.inkedColumns(), kWidth);
        QVERIFY(picture.geometry.hit({ 500, picture.layout.rows()[0].middle() }).row);
    }

    void aRangeThatEndsBeforeItBeginsIsAMark()
    {
        const TimeScale hour({ { kNoon }, { kNoon + 60 * kMinute } }, kWidth);
        const Picture picture({ at(kNoon + 30 * kMinute, kNoon + 5 * kMinute, 1),
                                at(kNoon + 50 * kMinute, kNoon + 50 * kMinute, 2) },
                              hour);
        for (const TrackItem &item : picture.geometry.lanes()[0].items)
            QVERIFY(!item.isBar);
        QCOMPARE(picture.drawn(), quint64(2));
        QVERIFY(picture.inkedColumns() < 60);
    }

    void aMillionEventsInOneMicrosecondAreOneBlock()
    {
        std::vector<EventRow> rows;
        for (int i = 0; i < 1'000'000; ++i)
            rows.push_back(at(kNoon, kNoon, i + 1));
        const TimeScale closest({ { kNoon - 5'000 }, { kNoon + 5'000 } }, kWidth);
        const Picture picture(std::move(rows), closest);
        QCOMPARE(picture.drawn(), quint64(1'000'000));
        QVERIFY(picture.inkedColumns() >= 1 && picture.inkedColumns() < 20);
        const TrackHit hit = picture.geometry.hit({ 500, picture.layout.rows()[0].middle() });
        QVERIFY(hit.cluster);
        QCOMPARE(hit.clusterEvents, 1'000'000U);
    }

    void oneEventInTenYearsIsSeenAndFound()
    {
        const qint64 tenYears = 3'652LL * 86'400'000'000;
        const TimeScale decade({ { kNoon - tenYears / 2 }, { kNoon + tenYears / 2 } }, kWidth);
        const Picture picture({ at(kNoon, kNoon, 1) }, decade);
        QVERIFY(picture.inkedColumns() > 4);
        QVERIFY(picture.geometry.hit({ 500, picture.layout.rows()[0].middle() }).row);
    }

    void ofFiveThousandLanesOnlyThoseInReachAreBuilt()
    {
        std::vector<EventRow> rows;
        for (int i = 0; i < 5'000; ++i) {
            rows.push_back(at(kNoon + i * kMinute / 100, kNoon + i * kMinute / 100, i + 1));
            rows.back().lane = static_cast<quint16>(i);
        }
        const TimeScale scale({ { kNoon }, { kNoon + 60 * kMinute } }, kWidth);
        const Picture picture(std::move(rows), scale, {}, 5'000);
        QCOMPARE(picture.geometry.lanes().size(), size_t(5'000));
        QVERIFY(picture.drawn() >= 18);
        QVERIFY(picture.drawn() < 25);
    }

    void strangeWordsKeepToTheirPlace_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("ten thousand letters") << QString(10'000, u'W');
        QTest::newRow("right to left") << QString::fromUtf8(
            "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xd8\xb3\xd9\x84\xd8\xa7\xd9\x85");
        QTest::newRow("combining") << QString(u"Z"_s + QString(400, QChar(0x0335)));
        QTest::newRow("control characters")
            << QString(u"a\u0000b\u0007c\u200f\u202e\u2066d\n\t\u0085e"_s);
        QTest::newRow("lone surrogate") << QString(QChar(0xd800));
    }
    void strangeWordsKeepToTheirPlace()
    {
        QFETCH(QString, words);
        const TimeScale hour({ { kNoon }, { kNoon + 60 * kMinute } }, kWidth);
        EventLabel label;
        label.text = words;
        label.width = 150;
        const Picture named({ at(kNoon + 10 * kMinute, kNoon + 10 * kMinute, 1) }, hour, label);
        const Picture bare({ at(kNoon + 10 * kMinute, kNoon + 10 * kMinute, 1) }, hour);
        const TrackItem &item = named.geometry.lanes()[0].items.front();
        QCOMPARE(item.labelWidth, 150.0);
        // Right of the room the label was given, and above and below its line, nothing changes.
        for (int x = 0; x < kWidth; ++x) {
            for (int y = 0; y < 60; ++y) {
                const bool isRoom = x >= item.labelX - 8 && x <= item.labelX + item.labelWidth + 8;
                if (!isRoom)
                    QCOMPARE(named.image.pixel(x, y), bare.image.pixel(x, y));
            }
        }
    }

    void whatAnEventRestsOnShowsInItsEdge()
    {
        const TimeScale hour({ { kNoon }, { kNoon + 60 * kMinute } }, kWidth);
        QList<QImage> pictures;
        for (const int flags :
             { 0, int(EventRow::Remembered), int(EventRow::Inferred), int(EventRow::Approximate),
               int(EventRow::Approximate) | int(EventRow::Remembered) }) {
            for (const qint64 length : { qint64(0), 20 * kMinute }) {
                EventRow row = at(kNoon + 20 * kMinute, kNoon + 20 * kMinute + length, 1);
                row.kind = EventKind::Action;
                row.flags = static_cast<quint8>(flags);
                const QImage image = Picture({ row }, hour).image;
                for (const QImage &other : std::as_const(pictures))
                    QVERIFY(image != other);
                pictures.append(image);
            }
        }
    }

    void aRangeFadesToItsEarliestStartAndLatestEnd()
    {
        const TimeScale hour({ { kNoon }, { kNoon + 60 * kMinute } }, kWidth);
        const auto row = at(kNoon + 20 * kMinute, kNoon + 40 * kMinute, 1);
        EventLabel label;
        label.earliest = TimePoint{ kNoon + 10 * kMinute };
        label.latest = TimePoint{ kNoon + 55 * kMinute };
        const Picture sure({ row }, hour);
        const Picture vague({ row }, hour, label);
        const int y = qRound(vague.geometry.lanes()[0].items.front().y);
        const QRgb ground = sure.image.pixel(250, y);
        const auto strength = [&](int x) {
            return std::abs(qGray(vague.image.pixel(x, y)) - qGray(ground));
        };
        QVERIFY(strength(325) > strength(175));
        QVERIFY(strength(175) >= 1);
        QCOMPARE(strength(150), 0);
        QVERIFY(strength(680) > strength(880));
        QCOMPARE(strength(930), 0);
        QCOMPARE(sure.image.pixel(680, y), ground);
    }

    void anUncertainInstantHasAWhiskerFromItsEarliestToItsLatest()
    {
        const TimeScale hour({ { kNoon }, { kNoon + 60 * kMinute } }, kWidth);
        EventRow row = at(kNoon + 30 * kMinute, kNoon + 30 * kMinute, 1);
        row.flags = EventRow::Approximate;
        EventLabel label;
        label.earliest = TimePoint{ kNoon + 20 * kMinute };
        label.latest = TimePoint{ kNoon + 45 * kMinute };
        const Picture sure({ row }, hour);
        const Picture vague({ row }, hour, label);
        const int y = qRound(vague.geometry.lanes()[0].items.front().y);
        const auto differs = [&](int x) {
            bool isOther = false;
            for (int near = y - 1; near <= y + 1; ++near)
                isOther = isOther || sure.image.pixel(x, near) != vague.image.pixel(x, near);
            return isOther;
        };
        for (const int x : { 340, 400, 460, 600, 740 })
            QVERIFY2(differs(x), qPrintable(QString::number(x)));
        for (const int x : { 300, 326, 757, 800 })
            QVERIFY2(!differs(x), qPrintable(QString::number(x)));
    }

    void slantedLinesSayThatAPixelHoldsMoreThanOneEvent()
    {
        const auto tonesOf = [](int perColumn) {
            std::vector<EventRow> rows;
            const qint64 column = 60 * kMinute / kWidth;
            for (int x = 0; x < kWidth; ++x) {
                for (int i = 0; i < perColumn; ++i)
                    rows.push_back(at(kNoon + x * column + column / 2, 0, qint64(rows.size()) + 1));
            }
            const Picture picture(std::move(rows),
                                  TimeScale({ { kNoon }, { kNoon + 60 * kMinute } }, kWidth));
            QSet<QRgb> tones;
            for (int x = 300; x < 360; ++x)
                tones.insert(picture.image.pixel(x, qRound(picture.layout.rows()[0].middle())));
            return tones.size();
        };
        QCOMPARE(tonesOf(1), qsizetype(1));
        QCOMPARE(tonesOf(4), qsizetype(2));
    }
};

QTEST_MAIN(ExtremeTracksTest)
#include "tst_extremetracks.moc"
