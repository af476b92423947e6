// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/evidencesource.h"
#include "domain/zoneclock.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

/// The evidence sources of a review, removed ones last.
class SourceListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { SourceRole = Qt::UserRole, RemovedRole, DetailRole, NoticeRole };

    explicit SourceListModel(QObject *parent = nullptr);
    void setSources(const QList<EvidenceSource> &sources, const QString &zone);
    [[nodiscard]] QModelIndex indexOf(SourceId id) const;
    [[nodiscard]] const EvidenceSource *source(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<EvidenceSource> m_sources;
    ZoneClock m_clock;
};

/// Paints a source on three lines; a removed one offers to be put back.
class SourceDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

Q_SIGNALS:
    void putBackRequested(const QModelIndex &index);

private:
    [[nodiscard]] QRect putBackRect(const QStyleOptionViewItem &option) const;
};

} // namespace SecondStory::Ui
