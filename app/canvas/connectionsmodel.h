// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/influence.h"
#include "editing/factoredits.h"

#include <QAbstractTableModel>

namespace SecondStory::Ui {

/// What one factor connects to, in both directions. Edits go to the document.
class ConnectionsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { DirectionColumn, FactorColumn, KindColumn, StatusColumn, ColumnCount };

    explicit ConnectionsModel(Editing::ReviewDocument &document, QObject *parent = nullptr);

    void setFactor(FactorId id);
    [[nodiscard]] InfluenceId influenceAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

private:
    void update();
    [[nodiscard]] QString text(const Influence &influence, int column) const;

    Editing::ReviewDocument &m_document;
    Editing::FactorEdits m_edits;
    FactorId m_factor;
    QList<Influence> m_rows;
};

} // namespace SecondStory::Ui
