// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/factor.h"
#include "editing/factoredits.h"

#include <QAbstractItemModel>

#include <array>

namespace SecondStory::Ui {

/// The canvas as a tree: levels, and under each its factors from left to right. Edits go to the
/// document.
class FactorOutlineModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column {
        TitleColumn,
        KindColumn,
        PhaseColumn,
        PolarityColumn,
        ConfidenceColumn,
        EvidenceColumn,
        ColumnCount
    };

    explicit FactorOutlineModel(Editing::ReviewDocument &document, QObject *parent = nullptr);

    [[nodiscard]] FactorId factorAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(FactorId id) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    /// Rows begin or end to change places because the review did; what is selected meanwhile is
    /// nobody's choice.
    void updating(bool isUpdating);

private:
    void update();
    void updateLevel(int row, const QList<Factor> &now);
    [[nodiscard]] const Factor *factorOf(const QModelIndex &index) const;
    [[nodiscard]] QVariant levelData(int row, int column, int role) const;
    [[nodiscard]] QString text(const Factor &factor, int column) const;
    [[nodiscard]] static int choice(const Factor &factor, int column);

    Editing::ReviewDocument &m_document;
    Editing::FactorEdits m_edits;
    std::array<QList<Factor>, 7> m_levels;
    QHash<QUuid, int> m_evidence;
};

} // namespace SecondStory::Ui
