// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/code.h"
#include "store/reviewrepository.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace SecondStory::Ui {

/// The reviews of a library as rows.
class ReviewListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Title, When, Status, Events, Pressures, Touched, ColumnCount };
    enum Role { SortRole = Qt::UserRole, IdRole, StatusRole, PressureCountRole };

    using QAbstractTableModel::QAbstractTableModel;
    void setReviews(const QList<Store::ReviewListing> &listings, const QList<Code> &codes);
    [[nodiscard]] const Store::ReviewListing *listing(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(ReviewId id) const;
    /// Names of the codes of a review's pressures, in the codebook's order.
    [[nodiscard]] QStringList pressureNames(const Store::ReviewListing &listing) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString text(const Store::ReviewListing &listing, int column) const;
    [[nodiscard]] QVariant sortKey(const Store::ReviewListing &listing, int column) const;

    QList<Store::ReviewListing> m_listings;
    QList<Code> m_codes;
};

/// Shows reviews whose words contain the search text and whose status is wanted.
class ReviewFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit ReviewFilter(QObject *parent = nullptr);
    void setWords(const QString &words);
    /// Nothing: every status but archived.
    void setStatus(std::optional<ReviewStatus> status);
    /// Only these reviews; empty: all.
    void setOnly(const QSet<ReviewId> &ids);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
    std::optional<ReviewStatus> m_status;
    QSet<ReviewId> m_only;
};

} // namespace SecondStory::Ui
