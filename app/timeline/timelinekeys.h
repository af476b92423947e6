// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QKeyCombination>
#include <QKeyEvent>
#include <QList>
#include <QString>

#include <functional>

namespace SecondStory::Ui {

class TimelineKeymap;
class TimelineView;

/// One line of the sheet of keys.
struct KeyHelp {
    QString keys;
    QString what;
};

/// Something the keyboard can do on the timeline.
struct TimelineCommand {
    QString id; ///< stable: the settings know it by this name
    QString what; ///< in the reader's language
    QList<QKeyCombination> keys; ///< the usual ones
    std::function<void(TimelineView &)> act;
};

/// Everything the keyboard can do on the timeline. Order: that of the sheet of keys.
[[nodiscard]] const QList<TimelineCommand> &timelineCommands();

/// What a key means here; null when nothing.
[[nodiscard]] const TimelineCommand *timelineCommandOf(const TimelineKeymap &keys,
                                                       const QKeyEvent &event);
/// Does what a key means while the timeline has the focus; false when it means nothing here.
bool handleTimelineKey(TimelineView &view, const TimelineKeymap &keys, const QKeyEvent &event);
/// The keys of the timeline for the sheet behind "?".
[[nodiscard]] QList<KeyHelp> timelineKeyHelp(const TimelineKeymap &keys);

} // namespace SecondStory::Ui
