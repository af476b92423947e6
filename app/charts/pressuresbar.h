// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/recurrence.h"
#include "figures/pressurefigure.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace SecondStory::Ui {

class Segments;

/// What is asked of the library, as a row of controls.
class PressuresBar : public QWidget {
    Q_OBJECT

public:
    explicit PressuresBar(QWidget *parent = nullptr);

    [[nodiscard]] const Analysis::RecurrenceQuery &query() const { return m_query; }
    [[nodiscard]] QString filter() const;
    [[nodiscard]] Figures::PressureFigure::Sort sort() const;
    /// Shows the question a table answers; periods to choose from come from tables over all times.
    void setTable(const Analysis::RecurrenceTable &table);
    /// Asks for everything again.
    void clear();
    /// Whether anything is left out by these controls.
    [[nodiscard]] bool isNarrowed() const;

signals:
    void queryChanged(const Analysis::RecurrenceQuery &query);
    void filterChanged(const QString &text);
    void sortChanged(Figures::PressureFigure::Sort sort);
    /// `ending` is csv, svg or png.
    void exportRequested(const QString &ending);

private:
    void fillPeriods();
    void ask(const Analysis::RecurrenceQuery &query);
    void build();
    [[nodiscard]] QComboBox *periodBox(const QString &name);
    [[nodiscard]] QPushButton *exportButton();

    Analysis::RecurrenceQuery m_query;
    QList<Analysis::PeriodRecurrence> m_periods; ///< all there are, of the length asked for
    Analysis::PeriodLength m_periodsBy = Analysis::PeriodLength::Quarter;
    QLineEdit *m_search;
    Segments *m_polarity;
    Segments *m_length;
    QComboBox *m_from;
    QComboBox *m_to;
    QComboBox *m_sort;
};

} // namespace SecondStory::Ui
