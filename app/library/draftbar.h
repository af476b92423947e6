// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "library/draftjob.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace SecondStory::Ui {

/// The strip above the reviews that tells how reports become drafts, and what came of it.
class DraftBar : public QWidget {
    Q_OBJECT
public:
    explicit DraftBar(QWidget *parent = nullptr);

    void start(const QString &libraryPath, const QStringList &paths, const QString &zone);
    [[nodiscard]] bool isRunning() const { return m_job.isRunning(); }
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void finished(const QList<SecondStory::ReviewId> &drafts);

private:
    void end(const DraftJob::Summary &summary);

    DraftJob m_job;
    QString m_report;
    QLabel *m_text = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace SecondStory::Ui
