// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/rowplacement.h"

#include <QRandomGenerator>
#include <QTest>

using namespace SecondStory::Analysis;

namespace {

std::vector<double> placed(const std::vector<double> &wanted, const std::vector<double> &widths,
                           LayoutExtent bounds)
{
    std::vector<double> centres;
    RowPlacement().place(wanted, widths, 10, bounds, centres);
    return centres;
}

double cost(const std::vector<double> &wanted, const std::vector<double> &centres)
{
    double sum = 0;
    for (size_t i = 0; i < wanted.size(); ++i)
        sum += (wanted[i] - centres[i]) * (wanted[i] - centres[i]);
    return sum;
}

} // namespace

class RowPlacementTest : public QObject {
    Q_OBJECT

private slots:
    void boxesWithRoomStandWhereTheyWant();
    void boxesThatWantOnePlaceShareItEvenly();
    void theBoundsHold();
    void aRowTooWideBeginsAtTheBeginning();
    void anEmptyRowIsEmpty();
    void noOtherLegalPlacementIsCloser();
};

void RowPlacementTest::boxesWithRoomStandWhereTheyWant()
{
    QCOMPARE_EQ(placed({ 50, 200, 400 }, { 20, 40, 20 }, { 0, 1000 }),
                (std::vector<double>{ 50, 200, 400 }));
}

void RowPlacementTest::boxesThatWantOnePlaceShareItEvenly()
{
    QCOMPARE_EQ(placed({ 100, 100 }, { 20, 20 }, { 0, 1000 }), (std::vector<double>{ 85, 115 }));
    QCOMPARE_EQ(placed({ 115, 85 }, { 20, 20 }, { 0, 1000 }), (std::vector<double>{ 85, 115 }));
}

void RowPlacementTest::theBoundsHold()
{
    QCOMPARE_EQ(placed({ -50, -50 }, { 20, 20 }, { 0, 1000 }), (std::vector<double>{ 10, 40 }));
    QCOMPARE_EQ(placed({ 5000 }, { 20 }, { 0, 1000 }), (std::vector<double>{ 990 }));
}

void RowPlacementTest::aRowTooWideBeginsAtTheBeginning()
{
    QCOMPARE_EQ(placed({ 10, 10, 10 }, { 50, 50, 50 }, { 0, 60 }),
                (std::vector<double>{ 25, 85, 145 }));
}

void RowPlacementTest::anEmptyRowIsEmpty()
{
    QVERIFY(placed({}, {}, { 0, 100 }).empty());
}

void RowPlacementTest::noOtherLegalPlacementIsCloser()
{
    QRandomGenerator random(3);
    for (int round = 0; round < 200; ++round) {
        std::vector<double> wanted;
        std::vector<double> widths;
        for (int i = random.bounded(1, 8); i > 0; --i) {
            wanted.push_back(random.bounded(400));
            widths.push_back(10 + random.bounded(40));
        }
        const std::vector<double> best = placed(wanted, widths, { -2000, 4000 });
        for (size_t i = 1; i < best.size(); ++i)
            QCOMPARE_GE(best[i] - best[i - 1], widths[i] / 2 + widths[i - 1] / 2 + 10 - 1e-9);
        // Nudges any run of boxes: a legal neighbour is never cheaper.
        for (size_t from = 0; from < best.size(); ++from) {
            for (const double nudge : { -0.5, 0.5 }) {
                std::vector<double> other = best;
                for (size_t i = from; i < best.size(); ++i) {
                    other[i] += nudge;
                    bool isLegal = true;
                    for (size_t j = 1; j < other.size(); ++j)
                        isLegal = isLegal
                            && other[j] - other[j - 1]
                                >= widths[j] / 2 + widths[j - 1] / 2 + 10 - 1e-9;
                    if (isLegal)
                        QCOMPARE_GE(cost(wanted, other), cost(wanted, best) - 1e-6);
                }
            }
        }
    }
}

QTEST_GUILESS_MAIN(RowPlacementTest)
#include "tst_rowplacement.moc"
