// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chartadapter.h"

#include "theme/theme.h"

#include <QAccessible>
#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLegend>
#include <QStackedBarSeries>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace SecondStory::Ui {

struct StackedBarChart::Parts {
    QChartView *view = nullptr;
    QList<QBarSet *> sets;
};

namespace {

/// A step that gives at most five lines: 1, 2, 5, 10, 20 …
double niceStep(double highest)
{
    double step = 1;
    while (highest / step > 5) {
        for (const double factor : { 2.0, 2.5, 2.0 }) {
            step *= factor;
            if (highest / step <= 5)
                break;
        }
    }
    return std::round(step);
}

int highestOf(const StackedBars &bars)
{
    int highest = 1;
    for (int category = 0; category < bars.categories.size(); ++category) {
        int sum = 0;
        for (const StackedBars::Series &series : bars.series)
            sum += series.values.value(category);
        highest = std::max(highest, sum);
    }
    return highest;
}

void style(QAbstractAxis *axis, const QFont &font, const Figures::Palette &palette)
{
    axis->setLabelsFont(font);
    axis->setTitleFont(font);
    axis->setLabelsColor(palette.muted);
    axis->setTitleBrush(palette.muted);
    axis->setLinePen(QPen(palette.strongLine, 1));
    axis->setGridLinePen(QPen(palette.line, 1));
}

QBarCategoryAxis *categoryAxis(const StackedBars &bars, const QFont &font,
                               const Figures::Palette &palette)
{
    auto *axis = new QBarCategoryAxis;
    axis->append(bars.categories);
    style(axis, font, palette);
    axis->setGridLineVisible(false);
    return axis;
}

QValueAxis *valueAxis(const StackedBars &bars, const QFont &font, const Figures::Palette &palette)
{
    auto *axis = new QValueAxis;
    const double highest = highestOf(bars);
    const double step = niceStep(highest);
    axis->setRange(0, std::ceil(highest / step) * step);
    axis->setTickType(QValueAxis::TicksDynamic);
    axis->setTickAnchor(0);
    axis->setTickInterval(step);
    axis->setLabelFormat(QStringLiteral("%d"));
    axis->setTitleText(bars.valueTitle);
    style(axis, font, palette);
    axis->setLineVisible(false);
    return axis;
}

} // namespace

StackedBarChart::StackedBarChart(QWidget *parent)
    : QWidget(parent)
    , m_parts(std::make_unique<Parts>())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_parts->view = new QChartView(this);
    m_parts->view->setRenderHint(QPainter::Antialiasing);
    m_parts->view->setFrameShape(QFrame::NoFrame);
    m_parts->view->setFocusPolicy(Qt::NoFocus);
    m_parts->view->setBackgroundBrush(Qt::NoBrush);
    layout->addWidget(m_parts->view);
    setFocusPolicy(Qt::StrongFocus);
}

StackedBarChart::~StackedBarChart() = default;

QSize StackedBarChart::minimumSizeHint() const
{
    // Below this Qt Charts elides every label.
    const QFontMetrics metrics(font());
    return { metrics.averageCharWidth() * 50, metrics.height() * 9 };
}

void StackedBarChart::setBars(const StackedBars &bars, const Figures::Palette &palette)
{
    m_bars = bars;
    m_category = std::min(m_category, static_cast<int>(bars.categories.size()) - 1);
    m_series = std::clamp(m_series, 0, std::max(0, static_cast<int>(bars.series.size()) - 1));
    const QFont small = fontAt(font(), 0.85);
    auto *chart = new QChart;
    auto *stack = new QStackedBarSeries;
    stack->setBarWidth(0.62);
    stack->setLabelsVisible(true);
    stack->setLabelsPosition(QAbstractBarSeries::LabelsCenter);
    m_parts->sets.clear();
    for (const StackedBars::Series &series : bars.series) {
        auto *set = new QBarSet(series.name);
        for (int category = 0; category < bars.categories.size(); ++category)
            set->append(series.values.value(category));
        set->setBrush(series.fill);
        set->setPen(QPen(palette.surface, 1));
        set->setLabelColor(series.ink);
        set->setLabelFont(small);
        set->setSelectedColor(palette.warning);
        stack->append(set);
        m_parts->sets.append(set);
    }
    chart->addSeries(stack);
    auto *x = categoryAxis(bars, small, palette);
    auto *y = valueAxis(bars, small, palette);
    chart->addAxis(x, Qt::AlignBottom);
    chart->addAxis(y, Qt::AlignLeft);
    stack->attachAxis(x);
    stack->attachAxis(y);
    chart->setBackgroundVisible(false);
    chart->setMargins(QMargins(0, 0, 0, 0));
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->legend()->setVisible(bars.series.size() > 1);
    chart->legend()->setAlignment(Qt::AlignTop);
    chart->legend()->setFont(small);
    chart->legend()->setLabelColor(palette.muted);
    chart->legend()->setMarkerShape(QLegend::MarkerShapeRectangle);
    connect(stack, &QAbstractBarSeries::clicked, this, [this](int category, QBarSet *set) {
        moveTo(static_cast<int>(m_parts->sets.indexOf(set)), category);
        emit barActivated(m_series, m_category);
    });
    connect(stack, &QAbstractBarSeries::hovered, this,
            [this](bool isInside, int category, QBarSet *set) {
                emit barHovered(static_cast<int>(m_parts->sets.indexOf(set)), category, isInside);
            });
    const std::unique_ptr<QChart> previous(m_parts->view->chart());
    m_parts->view->setChart(chart);
    moveTo(m_series, m_category);
}

void StackedBarChart::render(QPainter &painter, const QRectF &target) const
{
    m_parts->view->render(&painter, target, m_parts->view->viewport()->rect());
}

bool StackedBarChart::hasBar(int series, int category) const
{
    return series >= 0 && series < m_bars.series.size() && category >= 0
        && category < m_bars.categories.size();
}

void StackedBarChart::moveTo(int series, int category)
{
    for (QBarSet *set : std::as_const(m_parts->sets))
        set->deselectAllBars();
    m_series = series;
    m_category = category;
    if (hasBar(series, category) && hasFocus())
        m_parts->sets[series]->selectBar(category);
    describe();
}

void StackedBarChart::describe()
{
    if (!hasBar(m_series, m_category))
        return;
    const StackedBars::Series &series = m_bars.series[m_series];
    QString category = m_bars.categories[m_category];
    category.replace(u'\n', u' ');
    setAccessibleDescription(tr("%1, %2: %3", "period, series, value")
                                 .arg(category, series.name)
                                 .arg(series.values.value(m_category)));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void StackedBarChart::keyPressEvent(QKeyEvent *event)
{
    const int lastCategory = static_cast<int>(m_bars.categories.size()) - 1;
    const int lastSeries = static_cast<int>(m_bars.series.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        moveTo(m_series, std::max(0, m_category - 1));
        return;
    case Qt::Key_Right:
        moveTo(m_series, std::min(lastCategory, m_category + 1));
        return;
    case Qt::Key_Up:
        moveTo(std::min(lastSeries, m_series + 1), std::max(0, m_category));
        return;
    case Qt::Key_Down:
        moveTo(std::max(0, m_series - 1), std::max(0, m_category));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (hasBar(m_series, m_category))
            emit barActivated(m_series, m_category);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void StackedBarChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    moveTo(m_series, std::max(0, m_category));
}

void StackedBarChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    moveTo(m_series, m_category);
}

} // namespace SecondStory::Ui
