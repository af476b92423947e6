// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chartadapter.h"

#include "charts/chartkey.h"
#include "theme/theme.h"
#include "theme/tooltip.h"

#include <QAccessible>
#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLegend>
#include <QStackedBarSeries>
#include <QToolTip>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr double kBarWidth = 0.62;

/// The chart with its words drawn by us: numbers only where they fit, and plain text (the labels of
/// Qt Charts are rich text, and elided all at once).
class BarsView : public QChartView {
public:
    using QChartView::QChartView;

    StackedBars bars;
    Figures::Palette palette;
    QAbstractSeries *series = nullptr;
    int focusSeries = -1;
    int focusCategory = -1;

    [[nodiscard]] QRectF barRect(int index, int category) const
    {
        double base = 0;
        for (int below = 0; below < index; ++below)
            base += bars.series[below].values.value(category);
        const double top = base + bars.series[index].values.value(category);
        const QPointF a = chart()->mapToPosition({ category - kBarWidth / 2, top }, series);
        const QPointF b = chart()->mapToPosition({ category + kBarWidth / 2, base }, series);
        return QRectF(a, b);
    }

protected:
    void drawForeground(QPainter *painter, const QRectF &) override
    {
        if (!series || bars.categories.isEmpty())
            return;
        painter->setFont(fontAt(font(), 0.85));
        for (int category = 0; category < bars.categories.size(); ++category) {
            for (int index = 0; index < bars.series.size(); ++index)
                drawNumber(*painter, index, category);
        }
        drawCategories(*painter);
        if (focusSeries < 0 || focusCategory < 0)
            return;
        painter->setPen(QPen(palette.text, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(barRect(focusSeries, focusCategory).adjusted(-2, -2, 2, 2));
    }

private:
    void drawNumber(QPainter &painter, int index, int category) const
    {
        const int value = bars.series[index].values.value(category);
        const QRectF bar = barRect(index, category);
        const QString number = QString::number(value);
        const QFontMetricsF metrics(painter.font());
        if (value == 0 || bar.height() < metrics.ascent() + 2
            || bar.width() < metrics.horizontalAdvance(number) + 4)
            return;
        const double patch = metrics.horizontalAdvance(number) + 6;
        if (bars.series[index].fill.style() == Qt::TexturePattern)
            painter.fillRect(QRectF(bar.center().x() - patch / 2,
                                    bar.center().y() - metrics.ascent() / 2 - 1, patch,
                                    metrics.ascent() + 2),
                             bars.series[index].plain);
        painter.setPen(bars.series[index].ink);
        painter.drawText(bar, Qt::AlignCenter, number);
    }

    /// Every so many names as there is room for.
    void drawCategories(QPainter &painter) const
    {
        const QFontMetricsF metrics(painter.font());
        double widest = 1;
        for (const QString &name : bars.categories)
            widest = std::max(
                widest,
                metrics.boundingRect(QRectF(0, 0, 1000, 100), Qt::AlignHCenter, name).width() + 10);
        const double step = chart()->plotArea().width() / double(bars.categories.size());
        const auto stride =
            std::max(qsizetype(1), static_cast<qsizetype>(std::ceil(widest / step)));
        painter.setPen(palette.muted);
        for (qsizetype i = 0; i < bars.categories.size(); i += stride) {
            const QPointF base = chart()->mapToPosition({ double(i), 0 }, series);
            painter.drawText(
                QRectF(base.x() - widest / 2, base.y() + 5, widest, 3 * metrics.height()),
                Qt::AlignHCenter | Qt::AlignTop, bars.categories[i]);
        }
    }
};

/// A step that gives at most five lines: 1, 2, 5, 10, 20, 50 …
double niceStep(double highest)
{
    double decade = 1;
    while (true) {
        for (const double factor : { 1.0, 2.0, 5.0 }) {
            if (highest / (decade * factor) <= 5)
                return decade * factor;
        }
        decade *= 10;
    }
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

QStringList numbered(qsizetype count)
{
    QStringList names;
    for (qsizetype i = 0; i < count; ++i)
        names.append(QString::number(i));
    return names;
}

QBarCategoryAxis *categoryAxis(const StackedBars &bars, const Figures::Palette &palette)
{
    auto *axis = new QBarCategoryAxis;
    axis->append(numbered(bars.categories.size()));
    axis->setLabelsVisible(false);
    axis->setGridLineVisible(false);
    axis->setLinePen(QPen(palette.strongLine, 1));
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
    axis->setLabelFormat(u"%d"_s);
    axis->setTitleText(bars.valueTitle.toHtmlEscaped());
    axis->setLabelsFont(font);
    axis->setTitleFont(font);
    axis->setLabelsColor(palette.muted);
    axis->setTitleBrush(palette.muted);
    axis->setGridLinePen(QPen(palette.line, 1));
    axis->setLineVisible(false);
    return axis;
}

} // namespace

struct StackedBarChart::Parts {
    ChartKey *key = nullptr;
    BarsView *view = nullptr;
    QList<QBarSet *> sets;
};

StackedBarChart::StackedBarChart(QWidget *parent)
    : QWidget(parent)
    , m_parts(std::make_unique<Parts>())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::kTiny);
    m_parts->key = new ChartKey(this);
    m_parts->view = new BarsView(this);
    m_parts->view->setRenderHint(QPainter::Antialiasing);
    m_parts->view->setFrameShape(QFrame::NoFrame);
    m_parts->view->setFocusPolicy(Qt::NoFocus);
    m_parts->view->setBackgroundRole(QPalette::Base);
    m_parts->view->setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    layout->addWidget(m_parts->key);
    layout->addWidget(m_parts->view, 1);
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
    QList<ChartKey::Entry> entries;
    for (const StackedBars::Series &series : bars.series)
        entries.append({ series.name, series.fill });
    m_parts->key->setEntries(entries, palette.muted);
    m_parts->sets.clear();
    auto *stack = new QStackedBarSeries;
    stack->setBarWidth(kBarWidth);
    for (const StackedBars::Series &series : bars.series) {
        auto *set = new QBarSet(QString::number(m_parts->sets.size()));
        for (int category = 0; category < bars.categories.size(); ++category)
            set->append(series.values.value(category));
        set->setBrush(series.fill);
        set->setPen(QPen(palette.surface, 1));
        stack->append(set);
        m_parts->sets.append(set);
    }
    showSeries(stack, palette);
    connect(stack, &QAbstractBarSeries::clicked, this, [this](int category, QBarSet *set) {
        moveTo(static_cast<int>(m_parts->sets.indexOf(set)), category);
        emit barActivated(m_series, m_category);
    });
    connect(stack, &QAbstractBarSeries::hovered, this,
            [this](bool isInside, int category, QBarSet *set) {
                m_parts->view->setCursor(isInside ? Qt::PointingHandCursor : Qt::ArrowCursor);
                const auto series = static_cast<int>(m_parts->sets.indexOf(set));
                if (isInside && hasBar(series, category))
                    QToolTip::showText(QCursor::pos(), plainToolTip(barText(series, category)),
                                       m_parts->view);
            });
    moveTo(m_series, m_category);
}

void StackedBarChart::showSeries(QAbstractBarSeries *stack, const Figures::Palette &palette)
{
    const QFont small = fontAt(font(), 0.85);
    auto *chart = new QChart;
    chart->addSeries(stack);
    auto *x = categoryAxis(m_bars, palette);
    auto *y = valueAxis(m_bars, small, palette);
    chart->addAxis(x, Qt::AlignBottom);
    chart->addAxis(y, Qt::AlignLeft);
    stack->attachAxis(x);
    stack->attachAxis(y);
    chart->setBackgroundVisible(false);
    chart->legend()->hide();
    chart->setMargins(QMargins(0, 0, 0, 2 * QFontMetrics(small).height() + Space::kTiny));
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    const std::unique_ptr<QChart> previous(m_parts->view->chart());
    m_parts->view->setChart(chart);
    m_parts->view->bars = m_bars;
    m_parts->view->palette = palette;
    m_parts->view->series = stack;
}

QString StackedBarChart::barText(int series, int category) const
{
    const QString name = m_bars.series[series].name.simplified();
    const int value = m_bars.series[series].values.value(category);
    return tr("%1, %2: %3", "period, series, value")
        .arg(m_bars.categories[category].simplified(), name, QString::number(value));
}

bool StackedBarChart::hasBar(int series, int category) const
{
    return series >= 0 && series < m_bars.series.size() && category >= 0
        && category < m_bars.categories.size();
}

void StackedBarChart::moveTo(int series, int category)
{
    m_series = series;
    m_category = category;
    const bool isShown = hasBar(series, category) && hasFocus();
    m_parts->view->focusSeries = isShown ? series : -1;
    m_parts->view->focusCategory = isShown ? category : -1;
    m_parts->view->viewport()->update();
    if (!hasBar(series, category))
        return;
    setAccessibleDescription(barText(series, category));
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
