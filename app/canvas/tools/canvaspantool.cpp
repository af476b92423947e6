// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/tools/canvaspantool.h"

#include <QGraphicsView>
#include <QScrollBar>

namespace SecondStory::Ui {

CanvasPanTool::CanvasPanTool(QGraphicsView &view, const ToolEvent &press)
    : m_view(view)
    , m_last(press.view)
    , m_start(view.horizontalScrollBar()->value(), view.verticalScrollBar()->value())
{
    view.viewport()->setCursor(Qt::ClosedHandCursor);
}

void CanvasPanTool::move(const ToolEvent &event)
{
    const QPoint delta = event.view - m_last;
    m_last = event.view;
    m_view.horizontalScrollBar()->setValue(m_view.horizontalScrollBar()->value() - delta.x());
    m_view.verticalScrollBar()->setValue(m_view.verticalScrollBar()->value() - delta.y());
}

void CanvasPanTool::finish(const ToolEvent &)
{
    m_view.viewport()->unsetCursor();
}

void CanvasPanTool::cancel()
{
    m_view.horizontalScrollBar()->setValue(m_start.x());
    m_view.verticalScrollBar()->setValue(m_start.y());
    m_view.viewport()->unsetCursor();
}

} // namespace SecondStory::Ui
