// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/samefinder.h"

#include <QAbstractListModel>

namespace SecondStory::Ui {

/// Pairs of events that may be one happening, and what was said of them. Order: those nobody looked
/// at first.
class SamePairsModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { DetailRole = Qt::UserRole, SaidRole };
    using QAbstractListModel::QAbstractListModel;

    void setPairs(QList<Services::SamePair> pairs, const QString &zone);
    /// Takes note of what the review says now; pairs stay where they are.
    void setStatements(const QList<SameAs> &statements);
    [[nodiscard]] const Services::SamePair *pair(int row) const;
    /// Proposals that wait for a word.
    [[nodiscard]] int openCount() const;
    /// The next row without a word after `row`, from the top again at the end; -1 when none is
    /// left.
    [[nodiscard]] int nextOpen(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] QString title(const Services::SamePair &pair) const;
    [[nodiscard]] QString detail(const Services::SamePair &pair) const;

    QList<Services::SamePair> m_pairs;
    QString m_zone;
};

} // namespace SecondStory::Ui
