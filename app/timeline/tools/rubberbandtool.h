// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timeline/tools/tracktool.h"

#include <QList>
#include <QRectF>

namespace SecondStory::Ui {

/// Selects the events inside a rectangle drawn over the lanes.
class RubberBandTool : public TrackTool {
public:
    using TrackTool::TrackTool;
    void press(const QMouseEvent &event) override;
    void move(const QMouseEvent &event) override;
    void release(const QMouseEvent &event) override;
    void cancel() override;
    void paint(QPainter &painter) const override;
    [[nodiscard]] Qt::CursorShape cursor() const override { return Qt::CrossCursor; }

private:
    [[nodiscard]] QList<qint64> seqsInside() const;

    QList<qint64> m_before;
    QPointF m_from;
    QRectF m_area;
};

} // namespace SecondStory::Ui
