// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelinecounting.h"

#include "store/library.h"
#include "store/searchrepository.h"

#include <QtConcurrentRun>

#include <utility>

namespace SecondStory::Ui {

void TimelineCount::run(const std::atomic_bool *isCancelled)
{
    if (!library.isEmpty() && filter.needsLooking()) {
        // A library belongs to the thread that opened it.
        filter.found = QSet<qint64>();
        const auto opened = Store::Library::open(library);
        if (opened)
            filter.found = (*opened)
                               ->search()
                               .eventsThat({ review,
                                             filter.text.trimmed(),
                                             { filter.people.begin(), filter.people.end() },
                                             { filter.sources.begin(), filter.sources.end() } })
                               .value_or(QSet<qint64>());
    }
    if (isCancelled && *isCancelled)
        return;
    index = Figures::EventIndex(events, layout.tableLanes(), layout.count(), filter, folded,
                                isCancelled);
    pyramid = Figures::DensityPyramid(index, isCancelled);
    events = {}; // whoever edits the review now need not copy it
}

TimelineCounting::TimelineCounting(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &TimelineCounting::take);
}

TimelineCounting::~TimelineCounting()
{
    cancel();
}

void TimelineCounting::start(TimelineCount count)
{
    cancel();
    m_isCancelled = std::make_shared<std::atomic_bool>(false);
    const auto shared = std::make_shared<TimelineCount>(std::move(count));
    m_watcher.setFuture(QtConcurrent::run([shared, isCancelled = m_isCancelled] {
        if (!*isCancelled)
            shared->run(isCancelled.get());
        return shared;
    }));
}

void TimelineCounting::cancel()
{
    if (m_isCancelled)
        *m_isCancelled = true;
    m_isCancelled.reset();
}

void TimelineCounting::wait()
{
    if (!isRunning())
        return;
    m_watcher.waitForFinished();
    take();
}

void TimelineCounting::take()
{
    // After wait(), or when nobody wants it any more, the watcher still tells of the end.
    if (!isRunning() || !m_watcher.isFinished())
        return;
    m_isCancelled.reset();
    const Shared result = m_watcher.result();
    Q_EMIT finished(*result);
}

} // namespace SecondStory::Ui
