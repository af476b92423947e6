// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/importservice.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>

namespace SecondStory::Ui {

/// Imports files one after the other in a thread of its own, over its own connection to the
/// library. A file that was not finished leaves nothing behind.
/// Threads: lives and tells in the thread that made it.
class ImportJob : public QObject {
    Q_OBJECT
public:
    struct Progress {
        int file = 0; ///< from 0
        int files = 0;
        QString path;
        qint64 bytes = 0;
        qint64 totalBytes = 0;
        qint64 records = 0;
        double recordsPerSecond = 0;
    };

    explicit ImportJob(QString libraryPath, QObject *parent = nullptr);
    /// Cancels and waits.
    ~ImportJob() override;

    [[nodiscard]] bool isRunning() const { return m_thread != nullptr; }
    /// Begins; does nothing while it is running.
    void start(const QList<Services::ImportRequest> &requests);
    /// How long it will take until all bytes are read, going by those that were; nothing while it
    /// cannot be told.
    [[nodiscard]] std::optional<int> secondsLeft(qint64 bytes, qint64 totalBytes) const;
    /// Asks to stop: the file being read and those after it are left out.
    void cancel();

Q_SIGNALS:
    void progressed(const SecondStory::Ui::ImportJob::Progress &progress);
    /// After each file that was taken (or was there already); files count from 0.
    void imported(int file, const SecondStory::Services::ImportOutcome &outcome);
    /// After each file that was not: nothing of it was stored.
    void failed(int file, const SecondStory::Error &error);
    /// At the end, whatever happened.
    void finished(const QList<SecondStory::Services::ImportOutcome> &outcomes);

private:
    void work(const QList<Services::ImportRequest> &requests);
    bool tell(Progress progress, const Services::ImportProgress &state, qint64 elapsedMs);
    void takeResult(int file, const Result<Services::ImportOutcome> &outcome);
    void end();

    QString m_libraryPath;
    std::unique_ptr<QThread> m_thread;
    std::atomic<bool> m_isCancelled = false;
    QList<Services::ImportOutcome> m_outcomes;
    QElapsedTimer m_clock; ///< since the start
};

} // namespace SecondStory::Ui
