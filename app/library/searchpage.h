// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/searchrepository.h"

#include <QAbstractListModel>
#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;

namespace SecondStory::Ui {

class LibrarySession;

/// Search hits as rows.
class SearchHitModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { SnippetRole = Qt::UserRole, WhereRole };
    using QAbstractListModel::QAbstractListModel;
    void setHits(QList<Store::SearchHit> hits,
                 QHash<ReviewId, std::pair<QString, QString>> reviews);
    [[nodiscard]] const QList<Store::SearchHit> &hits() const { return m_hits; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Store::SearchHit> m_hits;
    QHash<ReviewId, std::pair<QString, QString>> m_reviews; ///< title and zone
};

/// Full text over every review: narrative, factors and events.
class SearchPage : public QWidget {
    Q_OBJECT
public:
    explicit SearchPage(LibrarySession &session, QWidget *parent = nullptr);
    void search(const QString &words);

Q_SIGNALS:
    void hitRequested(const SecondStory::Store::SearchHit &hit);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void run();

    LibrarySession &m_session;
    QLineEdit *m_words;
    QLabel *m_count;
    QListView *m_list;
    SearchHitModel *m_model;
    QTimer m_delay;
};

} // namespace SecondStory::Ui
