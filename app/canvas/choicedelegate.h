// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/canvas/factorwords.h"

#include <QStyledItemDelegate>

namespace SecondStory::Ui {

/// Roles by which a model offers a closed list of values for a cell.
enum ChoiceRole : int {
    ChoicesRole =
        Qt::UserRole + 40, ///< QStringList, what can be chosen; EditRole is then an index into it
};

/// What can be chosen for a cell that holds a value of E, in the order of its declaration.
template <class E>
[[nodiscard]] QStringList choicesFor()
{
    QStringList words;
    for (const E value : Figures::allValues<E>())
        words.append(Figures::wordFor(value));
    return words;
}

/// Edits cells with a closed list of values in a combo box, all others as usual.
class ChoiceDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override;
};

} // namespace SecondStory::Ui
