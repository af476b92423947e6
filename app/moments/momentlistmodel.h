// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/changeset.h"

#include <QAbstractListModel>

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

/// The moments of a review in order of time, undated ones last.
class MomentListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role : int {
        SpanRole = Qt::UserRole + 1, ///< when, in the review's zone
        AccountsRole, ///< "2 accounts, 1 difference"
        DifferencesRole, ///< how many
    };

    MomentListModel(Editing::ReviewDocument &document, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] MomentId idAt(int row) const { return m_rows.value(row).id; }
    [[nodiscard]] QModelIndex indexOf(MomentId id) const;

private:
    /// What a row shows.
    struct Row {
        MomentId id;
        QString title;
        QString span;
        int accounts = 0;
        int differences = 0;

        bool operator==(const Row &) const = default;
    };

    void refresh();
    [[nodiscard]] QList<Row> rows() const;

    Editing::ReviewDocument &m_document;
    QList<Row> m_rows;
};

} // namespace SecondStory::Ui
