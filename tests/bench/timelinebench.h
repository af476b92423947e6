// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editing/reviewdocument.h"
#include "store/library.h"

#include <QJsonObject>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace SecondStory::Bench {

/// The sub-command: reads its arguments, measures, prints.
int timeline(const QStringList &arguments);

/// The sub-command for what blocks the window.
int window(const QStringList &arguments);

struct TimelineRun {
    QString input; ///< a file to import; empty: events made up here
    int events = 100'000;
    QString scenario;
    bool hasLabels = false;
    int frames = 100;
};

/// A library in a folder of its own with one review in it.
struct StoredReview {
    QTemporaryDir folder;
    std::unique_ptr<Store::Library> library;
    ReviewId review;

    explicit StoredReview(const TimelineRun &run);
};

[[nodiscard]] QJsonObject measureFrames(const TimelineRun &run);
[[nodiscard]] QJsonObject measureEdits(const TimelineRun &run);

/// Of the whole process, all threads. Units: milliseconds.
[[nodiscard]] double cpuMilliseconds();
[[nodiscard]] double wallMilliseconds();
/// Lets the peak begin anew, so that it tells of what comes, not of how the events were made.
void forgetPeak();
[[nodiscard]] double peakMiB();
[[nodiscard]] double rounded(double value);
/// Median and 95th percentile.
[[nodiscard]] QJsonObject quantiles(std::vector<double> values);

} // namespace SecondStory::Bench
