// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMenu>
#include <QPointF>

namespace SecondStory::Ui {

class CanvasView;

/// The menu of what is selected, or of an empty place.
class CanvasMenu : public QMenu {
    Q_OBJECT
public:
    CanvasMenu(CanvasView &view, QPointF at, QWidget *parent = nullptr);

private:
    void addPlaceActions(QPointF at);
    void addFactorActions();
    void addInfluenceActions();
    void addArrangeActions();
    QAction *addStep(const QString &text, const QString &shortcut,
                     const std::function<void()> &step);

    CanvasView &m_view;
};

} // namespace SecondStory::Ui
