// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../support/timelinescenes.h"
#include "timelinebench.h"

#include "timeline/timelineview.h"

#include <QApplication>

#include <cmath>
#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;

namespace SecondStory::Bench {

namespace {

constexpr qint64 kHour = 3'600'000'000;

/// Where the view stands in a frame: every frame is another picture.
Figures::TimeScale frameScale(const QString &scenario, TimeSpan whole, double width, int frame,
                              int frames)
{
    const double share = static_cast<double>(frame) / std::max(1, frames - 1);
    const auto length = static_cast<double>(whole.length());
    const auto span = [&](double start, double wide) {
        const TimePoint from{ whole.start.us + static_cast<qint64>(start) };
        return Figures::TimeScale({ from, { from.us + static_cast<qint64>(wide) } }, width);
    };
    if (scenario == u"zoom") {
        // In to a thousandth and out again, about a centre that walks.
        const double depth = 1 - std::abs(2 * share - 1);
        const double wide = length * std::pow(0.001, depth);
        return span(length * (0.3 + 0.4 * share) - wide / 2, wide);
    }
    if (scenario == u"hour") {
        const double way = std::min(12.0 * kHour, length);
        const double first = (length - way) / 2;
        return span(first + share * std::max(0.0, way - kHour), kHour);
    }
    return span(share * length / 2, length / 2);
}

/// The widget, over a stored review or over events in memory. A timeline without words is one that
/// nobody gives them to.
struct Shown {
    std::optional<StoredReview> stored;
    std::unique_ptr<Editing::ReviewDocument> document;
    Ui::TimelineSelection selection;
    std::unique_ptr<Ui::TimelineView> view;
    double loadMs = 0;
    double firstFrameMs = 0;
    int painted = 0;

    explicit Shown(const TimelineRun &run)
    {
        Ui::TimelineContent content;
        if (run.input.isEmpty())
            content = Testing::sceneContent(run.events, 15);
        else
            stored.emplace(run);
        if (!run.hasLabels)
            content.fetch = nullptr;
        forgetPeak();
        const double begin = cpuMilliseconds();
        if (stored)
            document = std::move(*Editing::ReviewDocument::open(*stored->library, stored->review));
        if (document && !run.hasLabels) {
            content.events = document->events();
            content.lanes = document->contents().lanes;
            content.zone = document->contents().review.zone;
        }
        view = document && run.hasLabels
            ? std::make_unique<Ui::TimelineView>(*document, selection)
            : std::make_unique<Ui::TimelineView>(std::move(content), selection);
        loadMs = cpuMilliseconds() - begin;
        QObject::connect(&view->tracks(), &Ui::TimelineTracks::painted, view.get(),
                         [this] { ++painted; });
        view->resize(1920, 1080);
        view->show();
        QApplication::processEvents();
        view->model().finishCounting();
        QApplication::processEvents();
        view->repaint();
        firstFrameMs = cpuMilliseconds() - begin - loadMs;
    }
};

} // namespace

QJsonObject measureFrames(const TimelineRun &run)
{
    Shown shown(run);
    Ui::TimelineView &view = *shown.view;
    const TimeSpan whole = view.model().span().value_or(TimeSpan{ { 0 }, { kHour } });
    const auto events = static_cast<qint64>(view.model().events().rows.size());
    shown.painted = 0;
    std::vector<double> cpu;
    std::vector<double> wall;
    for (int frame = 0; frame < run.frames; ++frame) {
        const double cpuBefore = cpuMilliseconds();
        const double wallBefore = wallMilliseconds();
        view.viewport().setScale(
            frameScale(run.scenario, whole, view.tracks().width(), frame, run.frames));
        QApplication::processEvents();
        cpu.push_back(cpuMilliseconds() - cpuBefore);
        wall.push_back(wallMilliseconds() - wallBefore);
    }
    if (shown.painted < run.frames - 1) {
        std::fputs("some frames were not drawn, so their time means nothing\n", stderr);
        return {};
    }
    return { { u"events"_s, events },
             { u"scenario"_s, run.scenario },
             { u"frames"_s, run.frames },
             { u"loadMs"_s, rounded(shown.loadMs) },
             { u"firstFrameMs"_s, rounded(shown.firstFrameMs) },
             { u"cpuMsPerFrame"_s, quantiles(cpu) },
             { u"wallMsPerFrame"_s, quantiles(wall) },
             { u"peakMiB"_s, rounded(peakMiB()) } };
}

} // namespace SecondStory::Bench
