// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timeline/timelinemodel.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QTimer;
class QToolButton;

namespace SecondStory::Ui {

/// What is filtered, as chips that can be taken away, and how much is left: "12,408 of 1,000,231".
class TimelineFilterBar : public QWidget {
    Q_OBJECT
public:
    explicit TimelineFilterBar(TimelineModel &model, QWidget *parent = nullptr);

    void focusSearch();
    void clearAll();
    /// The chips' words, for the notice when nothing is left.
    [[nodiscard]] QStringList chips() const;
    /// "12,408 of 1,000,231", or the number alone without a filter.
    [[nodiscard]] QString countText() const;

private:
    void refresh();
    void fillKinds();
    void fillLanes();
    void addChip(const QString &text, const std::function<void(Figures::EventFilter &)> &remove);
    void change(const std::function<void(Figures::EventFilter &)> &change);

    TimelineModel &m_model;
    QLineEdit *m_search;
    QTimer *m_searchDelay;
    QToolButton *m_kinds;
    QToolButton *m_lanes;
    QToolButton *m_starred;
    QHBoxLayout *m_chips;
    QLabel *m_count;
};

} // namespace SecondStory::Ui
