// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"

#include <QPointer>
#include <QThreadPool>
#include <QWidget>

#include <atomic>
#include <memory>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

class CastModel;
class EmptyState;

/// The people of a review: how the evidence names them, and how the review will.
class CastPage : public QWidget {
    Q_OBJECT
public:
    explicit CastPage(QWidget *parent = nullptr);
    ~CastPage() override;

    void setDocument(Editing::ReviewDocument *document);
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] CastModel *model() const { return m_model; }

public Q_SLOTS:
    void add();
    /// Makes the two selected people one; the one with more events stays.
    void mergeSelected();

Q_SIGNALS:
    void statusMessage(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void refresh();
    /// Once somebody looks.
    void countEvents();
    void cancel();
    void updateActions();
    [[nodiscard]] QList<PersonId> selected() const;

    QPointer<Editing::ReviewDocument> m_document;
    QThreadPool m_pool;
    std::shared_ptr<std::atomic_bool> m_isCancelled; ///< of the counting under way
    bool m_isUseStale = false;
    CastModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_notice = nullptr;
    QWidget *m_noticeBox = nullptr;
    QPushButton *m_merge = nullptr;
    QPushButton *m_add = nullptr;
};

} // namespace SecondStory::Ui
