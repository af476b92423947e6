// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMouseEvent>

class QPainter;

namespace SecondStory::Ui {

class TimelineTracks;

/// One gesture on the lanes, from the press of a button to its release. Nothing is edited before
/// the release.
class TrackTool {
public:
    explicit TrackTool(TimelineTracks &tracks)
        : m_tracks(tracks)
    {
    }
    virtual ~TrackTool() = default;
    Q_DISABLE_COPY_MOVE(TrackTool)

    virtual void press(const QMouseEvent &event) = 0;
    virtual void move(const QMouseEvent &event) = 0;
    virtual void release(const QMouseEvent &event) = 0;
    /// Puts everything back as it was before the press.
    virtual void cancel() { }
    virtual void paint(QPainter &painter) const { Q_UNUSED(painter) }
    [[nodiscard]] virtual Qt::CursorShape cursor() const { return Qt::ArrowCursor; }

protected:
    [[nodiscard]] TimelineTracks &tracks() const { return m_tracks; }
    /// What a hint says of the thing a gesture snapped to; nothing when it did not.
    [[nodiscard]] static QString snapText(const QString &what);

private:
    TimelineTracks &m_tracks;
};

} // namespace SecondStory::Ui
