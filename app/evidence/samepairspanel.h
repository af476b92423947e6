// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"

#include <QPointer>
#include <QThreadPool>
#include <QWidget>

class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

class EmptyState;
class RecordCard;
class SamePairsModel;

/// Where one happening stands in two sources: proposals side by side, decided by a person one by
/// one. Nothing is ever merged.
class SamePairsPanel : public QWidget {
    Q_OBJECT
public:
    explicit SamePairsPanel(QWidget *parent = nullptr);
    ~SamePairsPanel() override;

    void setDocument(Editing::ReviewDocument *document);
    /// Looks through the review again. Cost: in another thread.
    void refresh();
    [[nodiscard]] bool isLooking() const { return m_isLooking; }
    [[nodiscard]] SamePairsModel *model() const { return m_model; }

Q_SIGNALS:
    void eventRequested(SecondStory::EventId event);
    void looked();

private:
    void build();
    [[nodiscard]] QWidget *buildPair();
    void showCurrent();
    void decide(bool isSame);
    void takeBack();
    void updatePanels();

    QPointer<Editing::ReviewDocument> m_document;
    QThreadPool m_pool;
    int m_generation = 0;
    bool m_isLooking = false;
    SamePairsModel *m_model = nullptr;
    QListView *m_list = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QWidget *m_pairs = nullptr;
    RecordCard *m_first = nullptr;
    RecordCard *m_second = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_shared = nullptr;
    QPushButton *m_same = nullptr;
    QPushButton *m_different = nullptr;
    QPushButton *m_back = nullptr;
};

} // namespace SecondStory::Ui
