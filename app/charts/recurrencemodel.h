// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/recurrence.h"

#include <QAbstractTableModel>

namespace SecondStory::Ui {

/// The table twin of the pressure pictures: one code a row, its counts by phase, polarity and
/// period.
class RecurrenceModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column : int {
        Key,
        Name,
        Count,
        Of,
        Share,
        Low,
        High,
        Before,
        During,
        After,
        Hindered,
        Helped,
        FirstPeriod
    };
    enum Role : int { SortRole = Qt::UserRole + 1 }; ///< the value behind the text, for sorting

    using QAbstractTableModel::QAbstractTableModel;

    void setTable(const Analysis::RecurrenceTable &table);
    [[nodiscard]] const Analysis::RecurrenceTable &table() const { return m_table; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QVariant value(const Analysis::CodeRecurrence &code, int row, int column) const;
    [[nodiscard]] QString title(int column) const;

    Analysis::RecurrenceTable m_table;
};

} // namespace SecondStory::Ui
