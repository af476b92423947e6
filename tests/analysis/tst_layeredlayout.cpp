// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/layeredlayout.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace SecondStory::Analysis;

namespace {

LayoutInput randomGraph(QRandomGenerator &random, int nodes, int edges, double pinnedShare = 0)
{
    LayoutInput input;
    for (int i = 0; i < nodes; ++i) {
        LayoutNode node;
        node.width = 120 + random.bounded(101);
        node.height = 40 + random.bounded(51);
        node.band = random.bounded(kLayoutBands);
        node.column = random.bounded(kLayoutColumns);
        node.isPlaced = random.bounded(2) == 0;
        node.isPinned = random.bounded(1.0) < pinnedShare;
        node.x = random.bounded(3000) - 500;
        node.y = random.bounded(2000) - 500;
        input.nodes.push_back(node);
    }
    for (int i = 0; i < edges; ++i)
        input.edges.push_back({ random.bounded(nodes), random.bounded(nodes) });
    return input;
}

LayoutInput laidOut(LayoutInput input, const LayoutResult &result)
{
    for (size_t i = 0; i < input.nodes.size(); ++i) {
        input.nodes[i].isPlaced = true;
        input.nodes[i].x = result.positions[i].x;
        input.nodes[i].y = result.positions[i].y;
    }
    return input;
}

/// The first two boxes that overlap, of which at least one could have been moved.
QString overlapIn(const LayoutInput &input, const LayoutResult &result,
                  const std::vector<bool> &isFixed)
{
    for (size_t i = 0; i < input.nodes.size(); ++i) {
        for (size_t j = i + 1; j < input.nodes.size(); ++j) {
            if (isFixed[i] && isFixed[j])
                continue;
            const LayoutPoint a = result.positions[i];
            const LayoutPoint b = result.positions[j];
            const bool isApart = a.x + input.nodes[i].width <= b.x
                || b.x + input.nodes[j].width <= a.x || a.y + input.nodes[i].height <= b.y
                || b.y + input.nodes[j].height <= a.y;
            if (!isApart)
                return QStringLiteral("%1 and %2").arg(i).arg(j);
        }
    }
    return {};
}

std::vector<bool> pinnedOf(const LayoutInput &input)
{
    std::vector<bool> isFixed;
    for (const LayoutNode &node : input.nodes)
        isFixed.push_back(node.isPinned);
    return isFixed;
}

bool isInLane(const LayoutNode &node, LayoutPoint at, const LayoutResult &result)
{
    const LayoutExtent lane = result.bands[size_t(node.band)];
    return at.y >= lane.from && at.y + node.height <= lane.to;
}

} // namespace

class LayeredLayoutTest : public QObject {
    Q_OBJECT

private slots:
    void noBoxesGiveEmptyLanes();
    void boxesStayInTheirLanesAndColumns();
    void boxesNeverOverlap();
    void pinnedBoxesStayAndNothingCoversThem();
    void lanesStretchAroundPinnedBoxes();
    void layingOutAResultAgainChangesNothing();
    void sameInputGivesSameResult();
    void crossingsBecomeFewer();
    void aTangledPairIsUntangled();
    void thePresentOrderIsKeptWhereNothingIsGained();
    void positionsLieOnTheGrid();
    void badInputIsHarmless();
    void loopsWithinACellAreLaidOut();
    void addingABoxMovesNoOther();
    void anAddedBoxStandsNearItsNeighbours();
    void anAddedBoxKeepsToTheLanesAsDrawn();
    void withNothingPlacedTheWholeIsLaidOut();
    void crossingsAreCountedOnce();
};

void LayeredLayoutTest::noBoxesGiveEmptyLanes()
{
    const LayoutResult result = layeredLayout({});
    QVERIFY(result.positions.empty());
    for (size_t i = 0; i < kLayoutBands; ++i)
        QCOMPARE_GE(result.bands[i].length(), LayoutOptions().minimumBandHeight);
    for (size_t i = 1; i < kLayoutBands; ++i)
        QCOMPARE_GE(result.bands[i].from, result.bands[i - 1].to);
}

void LayeredLayoutTest::boxesStayInTheirLanesAndColumns()
{
    QRandomGenerator random(11);
    for (int round = 0; round < 20; ++round) {
        const LayoutInput input = randomGraph(random, random.bounded(1, 90), random.bounded(120));
        const LayoutResult result = layeredLayout(input);
        for (size_t i = 0; i < input.nodes.size(); ++i) {
            QVERIFY(isInLane(input.nodes[i], result.positions[i], result));
            const LayoutExtent column = result.columns[size_t(input.nodes[i].column)];
            QCOMPARE_GE(result.positions[i].x, column.from);
            QCOMPARE_LE(result.positions[i].x + input.nodes[i].width, column.to);
        }
        for (size_t i = 1; i < kLayoutBands; ++i)
            QCOMPARE_GT(result.bands[i].from, result.bands[i - 1].to);
    }
}

void LayeredLayoutTest::boxesNeverOverlap()
{
    QRandomGenerator random(12);
    for (int round = 0; round < 40; ++round) {
        const double pinned = round % 3 ? 0.2 : 0.0;
        const LayoutInput input =
            randomGraph(random, random.bounded(1, 90), random.bounded(120), pinned);
        const QString overlap = overlapIn(input, layeredLayout(input), pinnedOf(input));
        QVERIFY2(overlap.isEmpty(), qPrintable(overlap));
    }
}

void LayeredLayoutTest::pinnedBoxesStayAndNothingCoversThem()
{
    QRandomGenerator random(13);
    const LayoutInput input = randomGraph(random, 60, 80, 0.4);
    const LayoutResult result = layeredLayout(input);
    for (size_t i = 0; i < input.nodes.size(); ++i) {
        if (input.nodes[i].isPinned)
            QCOMPARE_EQ(result.positions[i], (LayoutPoint{ input.nodes[i].x, input.nodes[i].y }));
    }
}

void LayeredLayoutTest::lanesStretchAroundPinnedBoxes()
{
    LayoutInput input;
    for (int band = 0; band < kLayoutBands; ++band)
        input.nodes.push_back(
            { 184, 56, band, 1, band % 3 == 1, band % 3 == 1, 400, 333.0 * band });
    const LayoutResult result = layeredLayout(input);
    for (size_t i = 0; i < input.nodes.size(); ++i)
        QVERIFY(isInLane(input.nodes[i], result.positions[i], result));
    QCOMPARE_EQ(result.positions[4].y, 333.0 * 4);
}

void LayeredLayoutTest::layingOutAResultAgainChangesNothing()
{
    QRandomGenerator random(14);
    for (int round = 0; round < 40; ++round) {
        const double pinned = round % 2 ? 0.1 : 0.0;
        const LayoutInput input =
            randomGraph(random, random.bounded(1, 80), random.bounded(110), pinned);
        const LayoutResult once = layeredLayout(input);
        const LayoutResult twice = layeredLayout(laidOut(input, once));
        QVERIFY2(once == twice, qPrintable(QStringLiteral("round %1").arg(round)));
    }
}

void LayeredLayoutTest::sameInputGivesSameResult()
{
    QRandomGenerator random(15);
    const LayoutInput input = randomGraph(random, 120, 170, 0.05);
    QVERIFY(layeredLayout(input) == layeredLayout(input));
}

void LayeredLayoutTest::crossingsBecomeFewer()
{
    QRandomGenerator random(16);
    int before = 0;
    int after = 0;
    for (int round = 0; round < 10; ++round) {
        LayoutInput input = randomGraph(random, 60, 80);
        for (LayoutNode &node : input.nodes)
            node.isPlaced = false;
        const LayoutResult unlinked = layeredLayout({ input.nodes, {} });
        const LayoutResult linked = layeredLayout(input);
        before += crossingCount(input, unlinked.positions);
        after += crossingCount(input, linked.positions);
    }
    QCOMPARE_LT(after, before * 85 / 100);
}

void LayeredLayoutTest::aTangledPairIsUntangled()
{
    LayoutInput input;
    input.nodes = { { 100, 40, 0, 1 }, { 100, 40, 0, 1 }, { 100, 40, 1, 1 }, { 100, 40, 1, 1 } };
    input.edges = { { 0, 3 }, { 1, 2 } };
    const LayoutResult result = layeredLayout(input);
    QCOMPARE_EQ(crossingCount(input, result.positions), 0);
}

void LayeredLayoutTest::thePresentOrderIsKeptWhereNothingIsGained()
{
    LayoutInput input;
    for (const double x : { 500.0, 100.0, 300.0 })
        input.nodes.push_back({ 100, 40, 2, 1, false, true, x, 0 });
    const LayoutResult result = layeredLayout(input);
    QCOMPARE_LT(result.positions[1].x, result.positions[2].x);
    QCOMPARE_LT(result.positions[2].x, result.positions[0].x);
}

void LayeredLayoutTest::positionsLieOnTheGrid()
{
    QRandomGenerator random(17);
    const LayoutInput input = randomGraph(random, 40, 50);
    for (const LayoutPoint at : layeredLayout(input).positions) {
        QCOMPARE_EQ(std::fmod(at.x, 8), 0.0);
        QCOMPARE_EQ(std::fmod(at.y, 8), 0.0);
    }
}

void LayeredLayoutTest::badInputIsHarmless()
{
    LayoutInput input;
    input.nodes = { { -5, 0, 99, -3 },
                    { 100, std::nan(""), 2, 1, true, true, std::nan(""), 4 },
                    { 100, 40, 2, 1 } };
    input.edges = { { 0, 7 }, { -1, 0 }, { 1, 1 }, { 0, 2 } };
    LayoutOptions options;
    options.grid = 0;
    options.nodeGap = -4;
    for (const bool isIncremental : { false, true }) {
        options.isIncremental = isIncremental;
        for (const LayoutPoint at : layeredLayout(input, options).positions) {
            QVERIFY(std::isfinite(at.x));
            QVERIFY(std::isfinite(at.y));
        }
    }
}

void LayeredLayoutTest::loopsWithinACellAreLaidOut()
{
    LayoutInput input;
    for (int i = 0; i < 6; ++i)
        input.nodes.push_back({ 100, 40, 3, 1 });
    input.edges = { { 0, 1 }, { 1, 2 }, { 2, 0 }, { 3, 4 }, { 4, 5 } };
    const LayoutResult result = layeredLayout(input);
    QVERIFY(overlapIn(input, result, pinnedOf(input)).isEmpty());
    // A chain within one lane steps down.
    QCOMPARE_LT(result.positions[3].y, result.positions[4].y);
    QCOMPARE_LT(result.positions[4].y, result.positions[5].y);
}

void LayeredLayoutTest::addingABoxMovesNoOther()
{
    QRandomGenerator random(18);
    for (int round = 0; round < 30; ++round) {
        LayoutInput input = randomGraph(random, random.bounded(2, 60), 60);
        input = laidOut(input, layeredLayout(input));
        std::vector<bool> isFixed(input.nodes.size(), true);
        for (int i = 0; i < 5; ++i) {
            const auto which = size_t(random.bounded(int(input.nodes.size())));
            input.nodes[which].isPlaced = false;
            isFixed[which] = false;
        }
        LayoutOptions options;
        options.isIncremental = true;
        const LayoutResult result = layeredLayout(input, options);
        for (size_t i = 0; i < input.nodes.size(); ++i) {
            if (isFixed[i])
                QCOMPARE_EQ(result.positions[i],
                            (LayoutPoint{ input.nodes[i].x, input.nodes[i].y }));
        }
        const QString overlap = overlapIn(input, result, isFixed);
        QVERIFY2(overlap.isEmpty(), qPrintable(overlap));
    }
}

void LayeredLayoutTest::anAddedBoxStandsNearItsNeighbours()
{
    LayoutInput input;
    input.nodes = { { 100, 40, 1, 1, false, true, 0, 120 },
                    { 100, 40, 1, 1, false, true, 1600, 120 },
                    { 100, 40, 3, 1 } };
    input.edges = { { 1, 2 } };
    LayoutOptions options;
    options.isIncremental = true;
    const LayoutResult result = layeredLayout(input, options);
    QCOMPARE_LE(std::abs(result.positions[2].x - 1600), 100.0);
    QVERIFY(isInLane(input.nodes[2], result.positions[2], result));
}

void LayeredLayoutTest::anAddedBoxKeepsToTheLanesAsDrawn()
{
    LayoutInput input;
    for (int i = 0; i < 8; ++i)
        input.nodes.push_back({ 184, 56, 4, 1, false, true, 208.0 * i, 1016 });
    input.nodes.push_back({ 184, 56, 4, 1 });
    LayoutOptions options;
    options.isIncremental = true;
    LayoutBands bands{};
    for (size_t i = 0; i < kLayoutBands; ++i)
        bands[i] = { 250.0 * double(i), 250.0 * double(i) + 240 };
    options.bands = bands;
    const LayoutResult result = layeredLayout(input, options);
    QCOMPARE_EQ(result.bands, bands);
    QVERIFY(isInLane(input.nodes[8], result.positions[8], result));
}

void LayeredLayoutTest::withNothingPlacedTheWholeIsLaidOut()
{
    LayoutInput input;
    input.nodes = { { 100, 40, 0, 0 }, { 100, 40, 5, 2 } };
    LayoutOptions options;
    options.isIncremental = true;
    QVERIFY(layeredLayout(input, options) == layeredLayout(input));
}

void LayeredLayoutTest::crossingsAreCountedOnce()
{
    LayoutInput input;
    input.nodes = { { 2, 2, 0, 1 }, { 2, 2, 0, 1 }, { 2, 2, 1, 1 }, { 2, 2, 1, 1 } };
    input.edges = { { 0, 3 }, { 1, 2 }, { 0, 2 } };
    const std::vector<LayoutPoint> positions{ { 0, 0 }, { 100, 0 }, { 0, 100 }, { 100, 100 } };
    QCOMPARE_EQ(crossingCount(input, positions), 1);
}

QTEST_GUILESS_MAIN(LayeredLayoutTest)
#include "tst_layeredlayout.moc"
