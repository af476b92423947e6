// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QTest>
#include <QTimer>

namespace SecondStory::Testing {

/// The line of a menu or of the menus in it that has this text.
inline QAction *menuLine(const QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions()) {
        if (action->text() == text)
            return action;
        if (QAction *inside = action->menu() ? menuLine(*action->menu(), text) : nullptr)
            return inside;
    }
    return nullptr;
}

/// What a menu that is open at the moment offers, and takes one line of it; an empty text closes
/// it.
inline QStringList takeFromOpenMenu(const QString &text)
{
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    if (!menu)
        return {};
    QStringList lines;
    for (const QAction *action : menu->actions())
        lines << action->text();
    QAction *line = text.isEmpty() ? nullptr : menuLine(*menu, text);
    const bool canBeTaken = line && line->isEnabled();
    menu->close();
    if (canBeTaken)
        line->trigger();
    return lines;
}

/// Right-clicks on a place and takes a line of the menu that opens.
inline QStringList takeByRightClick(QWidget &widget, QPoint place, const QString &text)
{
    QStringList lines;
    QTimer::singleShot(0, &widget, [&] { lines = takeFromOpenMenu(text); });
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, widget.mapToGlobal(place));
    QApplication::sendEvent(&widget, &event);
    return lines;
}

} // namespace SecondStory::Testing
