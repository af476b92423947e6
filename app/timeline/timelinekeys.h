// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QKeyEvent>
#include <QList>
#include <QString>

namespace SecondStory::Ui {

class TimelineView;

/// One line of the sheet of keys.
struct KeyHelp {
    QString keys;
    QString what;
};

/// Does what a key means while the timeline has the focus; false when it means nothing here.
bool handleTimelineKey(TimelineView &view, const QKeyEvent &event);
/// The keys of the timeline for the sheet behind "?".
[[nodiscard]] QList<KeyHelp> timelineKeyHelp();

} // namespace SecondStory::Ui
