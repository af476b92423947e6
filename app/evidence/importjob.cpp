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
    m_failures.clear();
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
        auto outcome = library
            ? Services::ImportService(**library, registry).run(request, onProgress)
            : Result<Services::ImportOutcome>(tl::make_unexpected(library.error()));
        QMetaObject::invokeMethod(
            this,
            [this, path = request.path, outcome = std::move(outcome)] {
                if (outcome)
                    takeOutcome(path, *outcome);
                else
                    takeFailure(path, outcome.error());
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
        if (state.bytes > 0 && state.totalBytes >= state.bytes)
            progress.secondsLeft =
                static_cast<int>(seconds * static_cast<double>(state.totalBytes - state.bytes)
                                 / static_cast<double>(state.bytes));
    }
    QMetaObject::invokeMethod(
        this, [this, progress] { emit progressed(progress); }, Qt::QueuedConnection);
    return !m_isCancelled;
}

void ImportJob::takeOutcome(const QString &path, const Services::ImportOutcome &outcome)
{
    m_outcomes << outcome;
    emit imported(path, outcome);
}

void ImportJob::takeFailure(const QString &path, const Error &error)
{
    m_failures << Failure{ path, error };
    emit failed(path, error);
}

void ImportJob::end()
{
    m_thread.reset();
    emit finished(m_outcomes, m_failures);
}

} // namespace SecondStory::Ui
