// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/searchhits.h"

#include "timeline/timelinefilterbar.h"
#include "timeline/timelineview.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace SecondStory::Ui {

SearchHits::SearchHits(TimelineView &view, TimelineFilterBar &bar)
    : QObject(&view)
    , m_view(view)
    , m_field(bar.findChild<QLineEdit *>())
{
    m_field->installEventFilter(this);
}

bool SearchHits::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!isEnter && key->key() != Qt::Key_F3)
        return false;
    go(key->modifiers() & Qt::ShiftModifier ? -1 : 1);
    return true;
}

void SearchHits::go(int direction)
{
    const QString words = m_field->text().trimmed();
    Figures::EventFilter filter = m_view.model().filter();
    if (filter.text != words) {
        filter.text = words;
        m_view.model().setFilter(filter);
    }
    if (!words.isEmpty())
        m_view.nextHit(direction);
}

} // namespace SecondStory::Ui
