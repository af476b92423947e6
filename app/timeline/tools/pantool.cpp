// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/tools/pantool.h"

#include "timeline/timelinetracks.h"

#include <QApplication>

namespace SecondStory::Ui {

void PanTool::press(const QMouseEvent &event)
{
    m_before = tracks().viewport().scale();
    m_scrollBefore = tracks().viewport().scrollY();
    m_from = event.position();
}

void PanTool::move(const QMouseEvent &event)
{
    const QPointF way = event.position() - m_from;
    m_isDrag =
        m_isDrag || !m_isOnGround || way.manhattanLength() >= QApplication::startDragDistance();
    if (!m_isDrag)
        return;
    tracks().viewport().setScale(m_before.panned(-way.x()));
    const double most = std::max(0.0, tracks().layout().height() - tracks().height());
    tracks().viewport().setScrollY(std::clamp(m_scrollBefore - way.y(), 0.0, most));
}

void PanTool::release(const QMouseEvent &event)
{
    move(event);
    if (m_isDrag)
        return;
    tracks().selection().setRange({});
    tracks().selection().setCursor(tracks().timeAt(event.position().x()));
    tracks().selection().clear();
}

void PanTool::cancel()
{
    tracks().viewport().setScale(m_before);
    tracks().viewport().setScrollY(m_scrollBefore);
}

} // namespace SecondStory::Ui
