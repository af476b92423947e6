// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/factor.h"

#include <QWidget>

#include <array>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace SecondStory::Ui {

/// What an empty canvas shows: the first question, three that follow from it, and a start from
/// starred events.
class CanvasWelcome : public QWidget {
    Q_OBJECT
public:
    explicit CanvasWelcome(QWidget *parent);

    void setStarredEvents(int count);

Q_SIGNALS:
    /// Somebody wants to answer a question: a factor of this kind is to be begun.
    void factorRequested(const SecondStory::Factor &like);
    void starredEventsRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Ghost {
        QPushButton *button = nullptr;
        Factor like;
    };
    void paintGhost(QPainter &painter, const Ghost &ghost) const;

    std::array<Ghost, 4> m_ghosts; ///< the outcome first
    QPushButton *m_starred;
};

} // namespace SecondStory::Ui
