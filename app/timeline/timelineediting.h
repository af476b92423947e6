// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/eventtime.h"
#include "domain/result.h"
#include "timeline/timelinetracks.h"

#include <QObject>

namespace SecondStory::Ui {

/// The verbs of a timeline applied to its selection. Does nothing where no review stands behind the
/// picture.
class TimelineEditing : public QObject {
    Q_OBJECT
public:
    explicit TimelineEditing(TimelineTracks &tracks);

    [[nodiscard]] bool canEdit() const { return m_model.document() != nullptr; }
    /// As canEdit(), and events stand where they happened; else says why times cannot be edited.
    [[nodiscard]] bool canEditTimes();
    /// The ids of the selected events.
    [[nodiscard]] QList<EventId> selectedIds() const;
    [[nodiscard]] bool isSelectionOwn() const;
    /// Where a new event goes: the cursor, or the middle of the view; the lane of the current
    /// event, or the first.
    [[nodiscard]] TimePoint insertionTime() const;
    [[nodiscard]] int insertionLane() const;

    void addEvent(TimePoint time, int laneRow, const QString &title);
    void caption(qint64 seq, const QString &text);
    void retime(qint64 byMicroseconds, bool isNudge = false);
    void setEnd(qint64 seq, TimePoint end);
    /// Gives the current own event its start or end at the cursor.
    void setStartHere();
    void setEndHere();
    void removeSelected();
    void toggleStar();
    void setKind(EventKind kind);
    void setLane(LaneId lane);
    void clearAssertedTime();
    /// Asserts a time for each of the events; what was recorded stays as it is.
    void assertTime(const QList<EventId> &events, const AssertedTime &time);
    /// Marks the cursor, or the range there is; gives the mark's id.
    TimeMarkId addMark(const QString &name = {});
    void renameMark(TimeMarkId mark, const QString &name);

    /// The selected events as lines of text: time, kind, title.
    [[nodiscard]] QString selectionAsText() const;
    /// Events as such lines, at most 10,000.
    [[nodiscard]] QString asText(const QList<qint64> &seqs) const;

Q_SIGNALS:
    /// Why something was not done, in a sentence.
    void refused(const QString &why);

private:
    template <class T>
    void report(const Result<T> &result);
    [[nodiscard]] std::optional<EventRow> currentRow() const;

    TimelineTracks &m_tracks;
    TimelineModel &m_model;
    TimelineSelection &m_selection;
};

} // namespace SecondStory::Ui
