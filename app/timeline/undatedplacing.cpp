// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/undatedplacing.h"

#include "timeline/inlineeditor.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

UndatedPlacing::UndatedPlacing(TimelineTracks &tracks, TimelineEditing &editing,
                               InlineEditor &editor)
    : QObject(&tracks)
    , m_tracks(tracks)
    , m_editing(editing)
    , m_editor(editor)
{
    connect(&editor, &InlineEditor::closed, this, &UndatedPlacing::finish);
}

void UndatedPlacing::ask(const QList<EventId> &events, TimePoint time, QPointF place)
{
    if (events.isEmpty() || !m_editing.canEditTimes())
        return;
    const QString question =
        tr("Why at %1? May stay empty").arg(m_tracks.model().clock().clockText(time));
    const QFontMetrics metrics = m_editor.fontMetrics();
    const QRect room(place.toPoint() + QPoint(8, -12),
                     QSize(metrics.horizontalAdvance(question) + metrics.height() * 3, 24));
    m_editor.open(room, {}, question, [this, events, time](const QString &reason) {
        AssertedTime asserted;
        asserted.start = time;
        asserted.certainty = Certainty::About;
        asserted.reason = reason;
        m_editing.assertTime(events, asserted);
    });
    // The line of the cursor shows what is being asked about.
    m_cursorBefore = m_tracks.selection().cursor();
    m_tracks.selection().setCursor(time);
}

void UndatedPlacing::ask(const QList<EventId> &events, TimePoint time)
{
    Figures::TimeScale scale = m_tracks.viewport().scale();
    if (time < scale.start() || time > scale.end()) {
        m_tracks.viewport().jumpTo(scale.centredOn(time));
        scale = m_tracks.viewport().scale();
    }
    ask(events, time, QPointF(scale.x(time), m_tracks.height() / 4.0));
}

void UndatedPlacing::finish(bool isKept)
{
    if (!m_cursorBefore)
        return;
    const auto before = *std::exchange(m_cursorBefore, std::nullopt);
    if (!isKept)
        m_tracks.selection().setCursor(before);
}

} // namespace SecondStory::Ui
