// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/eventtable.h"
#include "reporting/figuresource.h"
#include "reporting/reportwriter.h"

#include <QImage>
#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>

namespace SecondStory::Ui {

/// Makes the figures of a report from its values; called on the worker's thread, so it must hold no
/// view.
using FigureFactory = std::function<std::shared_ptr<const Reporting::FigureSource>(
    const Reporting::ReportInput &, const EventTable &)>;

/// Lays out reports and paints their pages away from the window, all on one thread: layouts of text
/// belong to the thread that made them. A newer layout makes older requests void.
class ReportWorker : public QObject {
    Q_OBJECT
public:
    explicit ReportWorker(FigureFactory figures, QObject *parent = nullptr);
    ~ReportWorker() override;

    /// `events` are all of the review's; they are copied on the other thread and kept until
    /// release().
    void layOut(const Reporting::ReportInput &input, const EventTable &events,
                const Reporting::ReportOptions &options);
    /// Paints a page of the last layout. Units: `scale` in pixels a point.
    void paintPage(int page, double scale);
    /// Lets go of the last layout; its pages cannot be painted any more.
    void release();
    void write(const Reporting::ReportInput &input, const EventTable &events,
               const Reporting::ReportOptions &options, const QString &path);

Q_SIGNALS:
    void laidOut(int pages, QSizeF pageSize, const QStringList &warnings);
    void pagePainted(int page, const QImage &image);
    void written(const QString &path,
                 const SecondStory::Result<SecondStory::Reporting::WrittenReport> &result);

private:
    struct State;

    FigureFactory m_figures;
    std::shared_ptr<State> m_state; ///< touched by the worker's thread alone
    std::atomic<int> m_newest = 0;
    QThreadPool m_pool;
};

} // namespace SecondStory::Ui
