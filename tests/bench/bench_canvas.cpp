// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../support/canvassample.h"
#include "canvas/canvasview.h"
#include "canvas/factorscene.h"
#include "editing/reviewdocument.h"
#include "store/editrepository.h"
#include "store/library.h"

#include <QApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

using namespace SecondStory;
using namespace Qt::StringLiterals;

namespace {

constexpr int kFactors = 1'000;
constexpr int kInfluences = 1'400;
constexpr int kFrames = 120;

/// CPU time of this process so far. Units: milliseconds.
double cpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

QJsonObject measure(int rounds, const std::function<void(int)> &frame)
{
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const double before = cpuMs();
        frame(i);
        times.push_back(cpuMs() - before);
    }
    std::sort(times.begin(), times.end());
    return { { u"median"_s, times[times.size() / 2] },
             { u"p95"_s, times[times.size() * 95 / 100] },
             { u"worst"_s, times.back() } };
}

ReviewId fill(Store::Library &library)
{
    Review review;
    review.id = ReviewId::create();
    review.title = u"Bench"_s;
    const Samples::Canvas canvas = Samples::denseCanvas(review.id, kFactors, kInfluences);
    ChangeSet set;
    set.insert(review);
    for (const Factor &factor : canvas.factors)
        set.insert(factor);
    for (const Influence &influence : canvas.influences)
        set.insert(influence);
    if (const auto done = library.edits().apply(set); !done)
        qFatal("%s", qPrintable(done.error().toString()));
    return review.id;
}

} // namespace

/// Pan, drag and zoom frames of a canvas of 1,000 factors and 1,400 influences at 1920 × 1080, in
/// CPU milliseconds.
int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const QTemporaryDir folder;
    const auto library = std::move(*Store::Library::create(folder.filePath(u"bench.sslib"_s)));
    const auto document = std::move(*Editing::ReviewDocument::open(*library, fill(*library)));
    const double beforeOpen = cpuMs();
    Ui::CanvasView view(*document);
    view.resize(1920, 1080);
    view.show();
    QCoreApplication::processEvents();
    QJsonObject result{ { u"factors"_s, kFactors },
                        { u"influences"_s, kInfluences },
                        { u"openMs"_s, cpuMs() - beforeOpen } };
    const auto draw = [] {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    };
    const auto pan = [&](int i) {
        view.horizontalScrollBar()->setValue(view.horizontalScrollBar()->value()
                                             + (i / 30 % 2 == 0 ? 24 : -24));
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->value()
                                           + (i / 15 % 2 == 0 ? 12 : -12));
        draw();
    };
    view.setZoom(1);
    result[u"panMs"_s] = measure(kFrames, pan);
    result[u"fullFrameMs"_s] = measure(kFrames / 4, [&](int) { view.viewport()->repaint(); });
    view.setZoom(0.5);
    result[u"panAtHalfMs"_s] = measure(kFrames, pan);
    view.setZoom(1);
    Ui::FactorScene &scene = view.factorScene();
    const FactorId dragged = scene.readingOrder()[kFactors / 2];
    const QPointF start = scene.factorItem(dragged)->pos();
    view.centerOn(start);
    draw();
    result[u"dragMs"_s] = measure(kFrames, [&](int i) {
        scene.preview({ { dragged, start + QPointF(8.0 * (i % 20), 8.0 * (i % 7)) } });
        draw();
    });
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    return 0;
}
