// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPushButton>
#include <QWidget>

class QHBoxLayout;

namespace SecondStory::Ui {

/// What a view shows while it holds nothing: a drawing, what belongs here, why, and the next
/// action.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(const QString &iconName, const QString &title, const QString &text,
               QWidget *parent = nullptr);

    QPushButton *addAction(const QString &text, bool isPrimary = true);
    /// Draws the dashed outline that says: drop things here.
    void setDropZone(bool isDropZone);
    /// Shows that something dragged is over it.
    void setActive(bool isActive);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName;
    QHBoxLayout *m_actions = nullptr;
    bool m_isDropZone = false;
    bool m_isActive = false;
};

} // namespace SecondStory::Ui
