// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/importjob.h"

#include "store/library.h"

namespace SecondStory::Ui {

namespace {

/// Before this much time has gone, a rate says nothing.
constexpr qint64 kRateAfterMs = 300;

} // namespace

ImportJob::ImportJob(QString libraryPath, QObject *parent)
    : QObject(parent)
    , m_libraryPath(std::move(libraryPath))
{
}

ImportJob::~ImportJob()
{
    m_isCancelled = true;
    if (m_thread)
        m_thread->wait();
}

void ImportJob::start(const QList<Services::ImportRequest> &requests)
{
    if (isRunning())
        return;
    m_isCancelled = false;
    m_outcomes.clear();
    m_clock.start();
    m_thread.reset(QThread::create([this, requests] { work(requests); }));
    connect(m_thread.get(), &QThread::finished, this, &ImportJob::end);
    m_thread->start();
}

void ImportJob::cancel()
{
    m_isCancelled = true;
}

void ImportJob::work(const QList<Services::ImportRequest> &requests)
{
    const auto library = Store::Library::open(m_libraryPath);
    const Importing::ImporterRegistry registry;
    std::optional<Services::ImportService> service;
    if (library)
        service.emplace(**library, registry);
    Progress progress;
    progress.files = static_cast<int>(requests.size());
    for (const Services::ImportRequest &request : requests) {
        if (m_isCancelled)
            return;
        progress.path = request.path;
        QElapsedTimer clock;
        clock.start();
        qint64 toldAt = -1'000;
        const auto onProgress = [&](const Services::ImportProgress &state) {
            constexpr qint64 kTellEveryMs = 60;
            if (clock.elapsed() - toldAt < kTellEveryMs)
                return !m_isCancelled.load();
            toldAt = clock.elapsed();
            return tell(progress, state, toldAt);
        };
        (void)onProgress({});
        auto outcome = service
            ? service->run(request, onProgress)
            : Result<Services::ImportOutcome>(tl::make_unexpected(library.error()));
        QMetaObject::invokeMethod(
            this,
            [this, file = progress.file, outcome = std::move(outcome)] {
                takeResult(file, outcome);
            },
            Qt::QueuedConnection);
        ++progress.file;
    }
}

bool ImportJob::tell(Progress progress, const Services::ImportProgress &state, qint64 elapsedMs)
{
    progress.bytes = state.bytes;
    progress.totalBytes = state.totalBytes;
    progress.records = state.records;
    if (elapsedMs >= kRateAfterMs) {
        const double seconds = static_cast<double>(elapsedMs) / 1'000.0;
        progress.recordsPerSecond = static_cast<double>(state.records) / seconds;
    }
    QMetaObject::invokeMethod(
        this, [this, progress] { emit progressed(progress); }, Qt::QueuedConnection);
    return !m_isCancelled;
}

std::optional<int> ImportJob::secondsLeft(qint64 bytes, qint64 totalBytes) const
{
    if (!isRunning() || m_clock.elapsed() < kRateAfterMs || bytes <= 0 || totalBytes < bytes)
        return {};
    return static_cast<int>(static_cast<double>(m_clock.elapsed()) / 1'000.0
                            * static_cast<double>(totalBytes - bytes) / static_cast<double>(bytes));
}

void ImportJob::takeResult(int file, const Result<Services::ImportOutcome> &outcome)
{
    if (outcome) {
        m_outcomes << *outcome;
        emit imported(file, *outcome);
    } else {
        emit failed(file, outcome.error());
    }
}

void ImportJob::end()
{
    m_thread.reset();
    emit finished(m_outcomes);
}

} // namespace SecondStory::Ui
