// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/palette.h"

#include <QBrush>
#include <QList>
#include <QString>
#include <QStringList>
#include <QWidget>

#include <memory>

class QAbstractBarSeries;

namespace SecondStory::Ui {

/// What a stacked bar chart shows, free of any chart library.
struct StackedBars {
    struct Series {
        QString name;
        QBrush fill;
        QColor plain; ///< the fill's tone without its pattern
        QColor ink; ///< of the numbers on it
        QList<int> values; ///< by category
    };

    QStringList categories; ///< may have a second line
    QList<Series> series;
    QString valueTitle;
};

/// A stacked bar chart with a zero baseline. The one place that touches Qt Charts, which upstream
/// has deprecated: another library takes its place here and nowhere else.
class StackedBarChart : public QWidget {
    Q_OBJECT

public:
    explicit StackedBarChart(QWidget *parent = nullptr);
    ~StackedBarChart() override;

    void setBars(const StackedBars &bars, const Figures::Palette &palette);
    /// The bar the keyboard stands on; -1: none.
    [[nodiscard]] int currentCategory() const { return m_category; }
    [[nodiscard]] int currentSeries() const { return m_series; }

    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void barActivated(int series, int category);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Parts; ///< what belongs to Qt Charts

    void moveTo(int series, int category);
    void showSeries(QAbstractBarSeries *stack, const Figures::Palette &palette);
    [[nodiscard]] QString barText(int series, int category) const;
    [[nodiscard]] bool hasBar(int series, int category) const;

    std::unique_ptr<Parts> m_parts;
    StackedBars m_bars;
    int m_category = -1;
    int m_series = 0;
};

} // namespace SecondStory::Ui
