// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Measures the timeline's real widget: CPU time of a frame while panning and zooming at 1920×1080
// with 15 lanes.

#include "../support/timelinescenes.h"
#include "timeline/timelineview.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace SecondStory;
using namespace SecondStory::Ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int kLanes = 15;

double cpuMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double peakMiB()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

double rounded(double value)
{
    return std::round(value * 100) / 100;
}

/// Where the view stands in a frame: a slow walk, so that every frame is another picture.
Figures::TimeScale frameScale(const QString &scenario, TimeSpan whole, double width, int frame,
                              int frames)
{
    const Figures::TimeScale all = Figures::TimeScale::fitting(whole, width);
    const double share = static_cast<double>(frame) / std::max(1, frames - 1);
    if (scenario == u"zoom")
        return all.zoomed(std::pow(1.15, 40.0 * (share < 0.5 ? share : 0.996 - share)), width * 0.42);
    if (scenario == u"hour") {
        const double start = 0.35 + 0.2 * share;
        const TimePoint from{ whole.start.us
                              + static_cast<qint64>(static_cast<double>(whole.length()) * start) };
        return Figures::TimeScale({ from, { from.us + 3'600'000'000 } }, width);
    }
    return all.panned(20.0 * frame - 10.0 * frames);
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({ { u"events"_s, u"How many events."_s, u"N"_s, u"100000"_s },
                        { u"scenario"_s, u"overview, zoom or hour."_s, u"name"_s, u"overview"_s },
                        { u"frames"_s, u"How many frames."_s, u"N"_s, u"100"_s },
                        { u"labels"_s, u"Draws the events' words."_s } });
    parser.process(app);
    const QString scenario = parser.value(u"scenario"_s);
    const int frames = std::max(1, parser.value(u"frames"_s).toInt());
    TimelineContent content = Testing::sceneContent(parser.value(u"events"_s).toInt(), kLanes);
    if (!parser.isSet(u"labels"_s))
        content.fetch = nullptr;
    const auto events = static_cast<qint64>(content.events.rows.size());
    const TimeSpan whole = content.events.span().value_or(TimeSpan{ { 0 }, { 3'600'000'000 } });

    TimelineSelection selection;
    const double begin = cpuMilliseconds();
    TimelineView view(std::move(content), selection);
    const double loaded = cpuMilliseconds();
    view.resize(1920, 1080);
    view.show();
    QApplication::processEvents();
    view.viewport().setScale(frameScale(scenario, whole, view.tracks().width(), 0, frames));
    QApplication::processEvents();
    const double shown = cpuMilliseconds();

    int painted = 0;
    QObject::connect(&view.tracks(), &TimelineTracks::painted, &view, [&painted] { ++painted; });
    std::vector<double> times;
    for (int frame = 0; frame < frames; ++frame) {
        const double before = cpuMilliseconds();
        view.viewport().setScale(
            frameScale(scenario, whole, view.tracks().width(), frame + 1, frames));
        QApplication::processEvents();
        times.push_back(cpuMilliseconds() - before);
    }
    if (painted < frames) {
        std::fputs("some frames were not drawn, so their time means nothing\n", stderr);
        return 1;
    }
    std::sort(times.begin(), times.end());
    const auto quantile = [&](double share) {
        return rounded(times[std::min(
            times.size() - 1, static_cast<size_t>(share * static_cast<double>(times.size())))]);
    };
    const QJsonObject perFrame{ { u"median"_s, quantile(0.5) }, { u"p95"_s, quantile(0.95) } };
    const QJsonObject result{ { u"events"_s, events },
                              { u"scenario"_s, scenario },
                              { u"labels"_s, parser.isSet(u"labels"_s) },
                              { u"frames"_s, frames },
                              { u"loadMs"_s, rounded(loaded - begin) },
                              { u"firstFrameMs"_s, rounded(shown - loaded) },
                              { u"cpuMsPerFrame"_s, perFrame },
                              { u"peakMiB"_s, rounded(peakMiB()) } };
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    return 0;
}
