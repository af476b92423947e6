// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timeline/timelineediting.h"

#include <QObject>
#include <QPointF>

namespace SecondStory::Ui {

class InlineEditor;

/// Events without a time on their way to one: they were let go at a place of the lanes, and what
/// makes one think so is asked for right there. Nothing is changed before it is answered.
class UndatedPlacing : public QObject {
    Q_OBJECT
public:
    UndatedPlacing(TimelineTracks &tracks, TimelineEditing &editing, InlineEditor &editor);

    /// Asks for the reason at `place` of the lanes; Enter asserts `time` for the events (the reason
    /// may stay empty), Esc leaves everything as it was.
    void ask(const QList<EventId> &events, TimePoint time, QPointF place);
    /// The same for a time that has no place yet: it is brought into view first.
    void ask(const QList<EventId> &events, TimePoint time);

private:
    void finish(bool isKept);

    TimelineTracks &m_tracks;
    TimelineEditing &m_editing;
    InlineEditor &m_editor;
    std::optional<std::optional<TimePoint>> m_cursorBefore; ///< set while the question is open
};

} // namespace SecondStory::Ui
