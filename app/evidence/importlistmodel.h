// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evidence/importfile.h"

#include <QAbstractItemModel>
#include <QStyledItemDelegate>

#include <array>
#include <functional>

namespace SecondStory::Ui {

/// The files of a drop in groups by what is left to do: two levels, every group always there.
class ImportListModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { FileColumn, FormatColumn, SureColumn, OtherColumn, StateColumn, ColumnCount };
    enum Group {
        DecideGroup,
        ReadyGroup,
        UnknownGroup,
        FailedGroup,
        ImportedGroup,
        LeftOutGroup,
        LookingGroup,
        GroupCount
    };
    enum Role { NumberRole = Qt::UserRole, StateRole, PercentRole };

    using QAbstractItemModel::QAbstractItemModel;

    /// Adds a file at the end of its group and gives it its number.
    int add(ImportFile file);
    /// Changes a file; it moves to another group when its state says so.
    void change(int number, const std::function<void(ImportFile &)> &change);
    void clear();

    [[nodiscard]] int size() const { return static_cast<int>(m_files.size()); }
    [[nodiscard]] const ImportFile &file(int number) const;
    /// The file of a row; null for a group.
    [[nodiscard]] const ImportFile *fileAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(int number) const;
    [[nodiscard]] QModelIndex groupIndex(Group group) const;
    [[nodiscard]] int count(Group group) const;
    /// Numbers of the files that fit, in the order of the drop.
    [[nodiscard]] QList<int> numbers(const std::function<bool(const ImportFile &)> &fits) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    [[nodiscard]] static Group groupOf(ImportState state);
    [[nodiscard]] QString groupTitle(int group) const;
    [[nodiscard]] QString textAt(const ImportFile &file, int column) const;
    [[nodiscard]] QString stateText(const ImportFile &file) const;
    [[nodiscard]] static QString sureText(const ImportFile &file);
    void tellGroup(Group group);

    std::vector<ImportFile> m_files; ///< by number
    std::array<QList<int>, GroupCount> m_groups;
};

/// Groups as quiet headings, the state in the ink of what it asks for, progress as a thin line.
class ImportListDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace SecondStory::Ui
