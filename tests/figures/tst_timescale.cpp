// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/timeline/timescale.h"

#include <QRandomGenerator>
#include <QTest>

using namespace SecondStory;
using Figures::TimeScale;

namespace {

TimeScale randomScale(QRandomGenerator &random)
{
    const qint64 reach = qint64(1) << random.bounded(15, 48);
    const qint64 start = 1'519'131'600'000'000
        + static_cast<qint64>(random.generate64() % static_cast<quint64>(reach)) - reach / 2;
    return TimeScale({ { start }, { start + reach } }, random.bounded(50, 4000));
}

} // namespace

class TimeScaleTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void zoomKeepsTheTimeUnderTheCursorWithinAPixel()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 2'000; ++i) {
            const TimeScale before = randomScale(random);
            const double x = random.generateDouble() * before.width();
            const TimePoint held = before.time(x);
            TimeScale after = before;
            for (int notch = 0; notch < 12; ++notch) {
                after = after.zoomed(i % 2 ? 1.15 : 1 / 1.15, x);
                QVERIFY2(std::abs(after.x(held) - x) < 1.0,
                         qPrintable(QString::number(after.x(held) - x)));
            }
        }
    }

    void anyWalkOfZoomsAndPansKeepsWhatIsUnderTheCursor()
    {
        QRandomGenerator random(21);
        for (int walk = 0; walk < 200; ++walk) {
            TimeScale scale = randomScale(random);
            for (int step = 0; step < 40; ++step) {
                const double x = random.generateDouble() * scale.width();
                const TimePoint held = scale.time(x);
                const bool isHeldBack = held <= kEarliestTime || held >= kLatestTime;
                const TimeScale next = scale.zoomed(std::pow(1.15, random.bounded(-6, 7)), x);
                // Only the edges of all time may push the view aside.
                const bool isPushed =
                    next.start() <= kEarliestTime || next.end() >= kLatestTime || isHeldBack;
                QVERIFY2(isPushed || std::abs(next.x(held) - x) < 1.0,
                         qPrintable(QString::number(next.x(held) - x)));
                const double pixels = random.bounded(-2'000, 2'000);
                const TimeScale there = next.panned(pixels);
                const bool isAtEdge = there.start() <= kEarliestTime || there.end() >= kLatestTime;
                const TimeScale back = there.panned(-pixels);
                QVERIFY(isAtEdge || std::abs(back.x(next.start())) < 1.0);
                QCOMPARE(back.length(), next.length());
                scale = next;
            }
        }
    }

    void zoomingInAndOutAgainComesBack()
    {
        QRandomGenerator random(8);
        for (int i = 0; i < 500; ++i) {
            const TimeScale before = randomScale(random);
            const TimeScale after = before.zoomed(1.5, 33).zoomed(1 / 1.5, 33);
            QVERIFY(std::abs(after.x(before.start())) < 1.0);
            QVERIFY(std::abs(after.x(before.end()) - before.width()) < 1.0);
        }
    }

    void panningThereAndBackIsTheSameView()
    {
        QRandomGenerator random(9);
        for (int i = 0; i < 500; ++i) {
            const TimeScale before = randomScale(random);
            const double pixels = random.bounded(-3000, 3000);
            const TimeScale after = before.panned(pixels).panned(-pixels);
            QVERIFY(std::abs(after.start().us - before.start().us) <= 1);
            QCOMPARE(after.length(), before.length());
        }
    }

    void timeAndPlaceAreInverse()
    {
        QRandomGenerator random(10);
        for (int i = 0; i < 500; ++i) {
            const TimeScale scale = randomScale(random);
            const double x = random.bounded(-500, 5000);
            QVERIFY(std::abs(scale.x(scale.time(x)) - x) <= 0.5 / scale.perPixel() + 1e-6);
        }
    }

    void anEmptyOrReversedSpanCanStillBeShown()
    {
        const TimePoint t{ 1'519'131'600'000'000 };
        QCOMPARE(TimeScale({ t, t }, 100).length(), TimeScale::kShortest);
        QCOMPARE(TimeScale({ { t.us + 50'000 }, t }, 100).start(), t);
        QCOMPARE(TimeScale({ t, t }, 0).width(), 1.0);
        const TimeScale fitted = TimeScale::fitting({ t, t }, 100);
        QVERIFY(fitted.length() >= 600'000'000);
        QCOMPARE(fitted.x(t), 50.0);
    }

    void theYearsOneAndNineThousandNineHundredNinetyNineAreTheEdges()
    {
        const TimeScale all({ kEarliestTime, kLatestTime }, 1000);
        QCOMPARE(all.panned(-5000).start(), kEarliestTime);
        QCOMPARE(all.panned(5000).end(), kLatestTime);
        QCOMPARE(all.zoomed(0.001, 500).length(), TimeScale::kLongest);
        QCOMPARE(all.time(-100), kEarliestTime);
        QCOMPARE(all.time(1e300), kLatestTime);
        const TimeScale early({ kEarliestTime, { kEarliestTime.us + 1'000'000 } }, 1000);
        QCOMPARE(early.panned(-10).start(), kEarliestTime);
        QVERIFY(std::abs(early.x(early.time(250)) - 250) < 0.01);
    }

    void resizingKeepsTheTime()
    {
        const TimeScale before({ { 0 }, { 3'600'000'000 } }, 100);
        const TimeScale after = before.resized(777);
        QCOMPARE(after.span(), before.span());
        QCOMPARE(after.x(after.end()), 777.0);
    }
};

QTEST_GUILESS_MAIN(TimeScaleTest)
#include "tst_timescale.moc"
