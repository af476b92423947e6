// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/reviewdrafts.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>

namespace SecondStory::Ui {

/// Makes review drafts of incident reports in a thread of its own, over its own connection to the
/// library; each report is all or nothing. Threads: lives and tells in the thread that made it.
class DraftJob : public QObject {
    Q_OBJECT
public:
    struct Summary {
        QList<Services::DraftOutcome> drafts; ///< those that were there already included
        QList<Error> failures;
        bool wasCancelled = false;

        [[nodiscard]] int madeCount() const;
        [[nodiscard]] QList<ReviewId> reviews() const;
        /// What could not be taken, as text: file, place and reason a line.
        [[nodiscard]] QString report() const;
    };

    explicit DraftJob(QObject *parent = nullptr);
    /// Cancels and waits.
    ~DraftJob() override;

    [[nodiscard]] bool isRunning() const { return m_thread != nullptr; }
    /// Looks for reports in files and folders and makes a draft of each; does nothing while it is
    /// running. `zone` is for times without their own.
    void start(const QString &libraryPath, const QStringList &paths, const QString &zone);
    void cancel() { m_isCancelled = true; }

Q_SIGNALS:
    void progressed(int done, int total);
    void finished(const SecondStory::Ui::DraftJob::Summary &summary);

private:
    [[nodiscard]] Summary work(const QString &libraryPath, const QStringList &paths,
                               const QString &zone);

    std::unique_ptr<QThread> m_thread;
    std::atomic<bool> m_isCancelled = false;
};

} // namespace SecondStory::Ui
