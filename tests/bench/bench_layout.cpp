// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// CPU time and crossings of the canvas layout on random graphs of the sizes the product promises.

#include "analysis/layeredlayout.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace SecondStory::Analysis;

namespace {

LayoutInput randomGraph(int nodes, int edges, quint32 seed)
{
    QRandomGenerator random(seed);
    LayoutInput input;
    for (int i = 0; i < nodes; ++i) {
        LayoutNode node;
        node.width = 160 + random.bounded(48);
        node.height = 48 + random.bounded(24);
        node.band = random.bounded(kLayoutBands);
        node.column = random.bounded(kLayoutColumns);
        input.nodes.push_back(node);
    }
    for (int i = 0; i < edges; ++i) {
        // Influences mostly go to a neighbouring level, as on a canvas drawn by people.
        const int from = random.bounded(nodes);
        int to = random.bounded(nodes);
        for (int tries = 0; tries < 12
             && std::abs(input.nodes[size_t(to)].band - input.nodes[size_t(from)].band) > 1;
             ++tries)
            to = random.bounded(nodes);
        input.edges.push_back({ from, to });
    }
    return input;
}

double cpuMilliseconds()
{
    return double(std::clock()) * 1000 / CLOCKS_PER_SEC;
}

QJsonObject measured(int nodes, int edges)
{
    QList<double> times;
    int before = 0;
    int after = 0;
    for (quint32 seed = 1; seed <= 9; ++seed) {
        LayoutInput input = randomGraph(nodes, edges, seed);
        const double start = cpuMilliseconds();
        const LayoutResult result = layeredLayout(input);
        times.append(cpuMilliseconds() - start);
        after += crossingCount(input, result.positions);
        LayoutInput unlinked{ input.nodes, {} };
        before += crossingCount(input, layeredLayout(unlinked).positions);
    }
    std::sort(times.begin(), times.end());
    return { { u"nodes"_s, nodes },
             { u"edges"_s, edges },
             { u"medianCpuMs"_s, times[times.size() / 2] },
             { u"worstCpuMs"_s, times.last() },
             { u"crossingsInOrderOfEntry"_s, before / 9 },
             { u"crossings"_s, after / 9 } };
}

} // namespace

int main()
{
    QJsonArray rows;
    for (const auto &[nodes, edges] : { std::pair{ 30, 40 }, std::pair{ 200, 280 },
                                        std::pair{ 1000, 1400 }, std::pair{ 5000, 7000 } })
        rows.append(measured(nodes, edges));
    const QByteArray json = QJsonDocument(QJsonObject{ { u"layout"_s, rows } }).toJson();
    std::fwrite(json.constData(), 1, static_cast<size_t>(json.size()), stdout);
    return 0;
}
