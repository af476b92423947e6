// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

#include <QFutureWatcher>
#include <QObject>

#include <atomic>
#include <memory>

namespace SecondStory::Ui {

/// Builds the sample library in the background, once; later it is only opened.
class SampleOpener : public QObject {
    Q_OBJECT
public:
    explicit SampleOpener(QObject *parent = nullptr);
    ~SampleOpener() override;

    /// Where the sample library lives.
    [[nodiscard]] static QString path();
    void start();

Q_SIGNALS:
    void progressed(int percent);
    void ready(const QString &path);
    void failed(const SecondStory::Error &error);

private:
    QFutureWatcher<Result<void>> m_watcher;
    std::shared_ptr<std::atomic_bool> m_isCancelled;
};

} // namespace SecondStory::Ui
