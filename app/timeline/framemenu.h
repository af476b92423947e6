// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"
#include "domain/incidentframe.h"

#include <QList>
#include <QString>

#include <functional>

class QMenu;

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

/// "Its detection", for menus and the palette.
[[nodiscard]] QString framePointName(FramePoint point);
/// "This is when it was detected", for menus and the palette.
[[nodiscard]] QString frameSentence(FramePoint point);

/// Adds "This is when it…" (for one event) and "Take as evidence for" to a menu. `refused` gets
/// what could not be done, in a sentence.
void addFrameMenus(QMenu &menu, Editing::ReviewDocument &document, const QList<EventId> &events,
                   const std::function<void(const QString &)> &refused);

} // namespace SecondStory::Ui
