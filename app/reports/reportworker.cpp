// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/reportworker.h"

#include "reporting/pagelayout.h"
#include "reporting/reportbuilder.h"

#include <QPainter>

namespace SecondStory::Ui {

struct ReportWorker::State {
    Reporting::LaidOutReport layout;
    std::shared_ptr<const Reporting::FigureSource> figures;
};

ReportWorker::ReportWorker(FigureFactory figures, QObject *parent)
    : QObject(parent)
    , m_figures(std::move(figures))
    , m_state(std::make_shared<State>())
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1); // the same thread to the end
}

ReportWorker::~ReportWorker()
{
    ++m_newest;
    m_pool.clear();
    m_pool.start([state = m_state.get()] { *state = {}; });
    m_pool.waitForDone();
}

void ReportWorker::layOut(const Reporting::ReportInput &input, const EventTable &events,
                          const Reporting::ReportOptions &options)
{
    const int generation = ++m_newest;
    m_pool.start([this, input, events = EventTable(events), options, generation]() mutable {
        if (generation != m_newest)
            return;
        // Rows of its own: while it shared the review's, an edit would have to copy them.
        (void)events.rows.edit();
        (void)events.undated.edit();
        Reporting::Report report = Reporting::buildReport(input, options);
        m_state->figures = m_figures(input, events);
        Reporting::dropEmptyFigures(report, *m_state->figures);
        m_state->layout = Reporting::layOut(report, *m_state->figures, options.paper);
        const auto &layout = m_state->layout;
        emit laidOut(static_cast<int>(layout.pages.size()), layout.geometry.page,
                     report.warnings + layout.warnings);
    });
}

void ReportWorker::paintPage(int page, double scale)
{
    const int generation = m_newest;
    m_pool.start([this, page, scale, generation] {
        if (generation != m_newest || page >= m_state->layout.pages.size())
            return;
        QImage image((m_state->layout.geometry.page * scale).toSize(), QImage::Format_RGB32);
        image.setDotsPerMeterX(2835); // 72 dots an inch: one unit is one point, as on paper
        image.setDotsPerMeterY(2835);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.scale(scale, scale);
        Reporting::paintPage(m_state->layout, page, painter, *m_state->figures);
        painter.end();
        emit pagePainted(page, image);
    });
}

void ReportWorker::release()
{
    ++m_newest;
    m_pool.start([this] { *m_state = {}; });
}

void ReportWorker::write(const Reporting::ReportInput &input, const EventTable &events,
                         const Reporting::ReportOptions &options, const QString &path)
{
    m_pool.start([this, input, events, options, path] {
        const auto figures = m_figures(input, events);
        emit written(path, Reporting::writeReport(input, options, *figures, path));
    });
}

} // namespace SecondStory::Ui
