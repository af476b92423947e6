// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timeline/curtainexceptions.h"

#include <QWidget>

class QPainter;

namespace SecondStory::Ui {

class TimelineCurtain;

/// What the curtain does to the picture of the lanes: holds back what is not yet known, hatches
/// what nobody is known to have known, and dims the time after its own.
class CurtainVeil : public QWidget {
    Q_OBJECT
public:
    explicit CurtainVeil(TimelineCurtain &curtain);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void draw();
    void hatchEvents(QPainter &painter) const;
    void hatchLanes(QPainter &painter) const;

    void holdBackDensity(Figures::TrackVeil &veil);

    TimelineCurtain &m_curtain;
    CurtainExceptions m_exceptions;
};

} // namespace SecondStory::Ui
