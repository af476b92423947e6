// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/timeline/densitypyramid.h"
#include "figures/timeline/lanelayout.h"

#include <QFutureWatcher>
#include <QObject>

#include <atomic>
#include <memory>

namespace SecondStory::Ui {

/// What has to be indexed and counted before a timeline can be drawn.
struct TimelineCount {
    EventTable events; ///< shares its memory with the review
    Figures::LaneLayout layout;
    Figures::EventFilter filter;
    QSet<qint64> folded;
    QString library; ///< where the filter's text is searched for; empty: it has been
    ReviewId review;

    Figures::EventIndex index;
    Figures::DensityPyramid pyramid;

    /// Searches if need be and fills index and pyramid. Threads: any. Cost: linear in the events.
    void run(const std::atomic_bool *isCancelled = nullptr);
};

/// Counts in another thread, one thing at a time: whoever asks again cancels what was asked before.
class TimelineCounting : public QObject {
    Q_OBJECT
public:
    explicit TimelineCounting(QObject *parent = nullptr);
    ~TimelineCounting() override;

    void start(TimelineCount count);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_isCancelled != nullptr; }
    /// Waits for what is under way; finished() has been emitted when this returns.
    void wait();

Q_SIGNALS:
    void finished(SecondStory::Ui::TimelineCount &result);

private:
    void take();

    using Shared = std::shared_ptr<TimelineCount>;
    QFutureWatcher<Shared> m_watcher;
    std::shared_ptr<std::atomic_bool> m_isCancelled; ///< of what is under way
};

} // namespace SecondStory::Ui
