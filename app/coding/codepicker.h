// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/code.h"

#include <QFrame>
#include <QSet>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>

class QLabel;
class QLineEdit;
class QListView;

namespace SecondStory::Ui {

/// A popup over the codebook: type to search, Enter applies.
class CodePicker : public QFrame {
    Q_OBJECT
public:
    explicit CodePicker(QWidget *parent = nullptr);

    /// The codebook; those in `used` are marked as there already.
    void setCodes(const QList<Code> &codes, const QSet<CodeId> &used = {});
    /// Opens under a widget, ready to type.
    void popUpUnder(const QWidget *anchor);
    [[nodiscard]] QLineEdit *searchField() const { return m_search; }
    [[nodiscard]] int visibleCount() const { return m_proxy->rowCount(); }

Q_SIGNALS:
    void picked(SecondStory::CodeId code);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &text);
    void pick(const QModelIndex &index);
    void describe(const QModelIndex &index);

    QStandardItemModel *m_model = nullptr;
    QSortFilterProxyModel *m_proxy = nullptr;
    QLineEdit *m_search = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_definition = nullptr;
};

} // namespace SecondStory::Ui
