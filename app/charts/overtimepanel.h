// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/periodbars.h"

#include <QWidget>

class QLabel;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;

namespace SecondStory::Ui {

class RecurrenceModel;
class Segments;

/// The lower half: pressures over time as bars, and the table twin of everything above and here.
class OverTimePanel : public QWidget {
    Q_OBJECT

public:
    explicit OverTimePanel(QWidget *parent = nullptr);

    void setTable(const Analysis::RecurrenceTable &table);
    void setFilter(const QString &text);
    void showTable();
    [[nodiscard]] RecurrenceModel *model() const { return m_model; }
    [[nodiscard]] QTableView *tableView() const { return m_view; }
    [[nodiscard]] StackedBarChart *chart() const { return m_chart; }

signals:
    void barActivated(const BarReviews &bar);
    void codeActivated(int code);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void buildTable();
    void rebuildBars();
    [[nodiscard]] BarsBy barsBy() const;

    Analysis::RecurrenceTable m_table;
    RecurrenceModel *m_model;
    QSortFilterProxyModel *m_sorted;
    Segments *m_page;
    Segments *m_barsBy;
    QLabel *m_note;
    QStackedWidget *m_pages;
    StackedBarChart *m_chart;
    QTableView *m_view;
};

} // namespace SecondStory::Ui
