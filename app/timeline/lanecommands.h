// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "timeline/timelinetracks.h"

#include <QObject>

namespace SecondStory::Ui {

/// What people do to the lanes of a timeline, by rows of the drawing. Every drag over the lanes'
/// names has its command here. Does nothing where no review stands behind the picture.
class LaneCommands : public QObject {
    Q_OBJECT
public:
    explicit LaneCommands(TimelineTracks &tracks);

    [[nodiscard]] TimelineTracks &tracks() const { return m_tracks; }
    [[nodiscard]] bool canEdit() const { return m_model.document() != nullptr; }
    [[nodiscard]] const Figures::LaneRow *row(int number) const;
    [[nodiscard]] const Lane *lane(LaneId id) const;
    [[nodiscard]] QList<Lane> hiddenLanes() const;

    /// Folds or opens a lane or a group.
    void fold(int row, bool isFolded);
    void rename(int row, const QString &name);
    void pin(int row, bool isPinned);
    void hide(int row);
    void show(LaneId lane);
    void showAll();
    void recolour(int row, int hue);
    void setStretch(LaneId lane, double stretch);
    /// Makes a row taller (1) or lower (-1) by a step; 0 gives it its usual height.
    void stretchStep(int row, int direction);
    /// Puts a row beside another: before it, or after it when it comes from above. Onto the name of
    /// an open group puts a lane into the group.
    void moveTo(int row, int target);
    /// Puts a row one place up (-1) or down (1); out of its group at the group's edge.
    void moveStep(int row, int direction);
    void addLane(const QString &name);
    void addGroup(const QString &name, int row);
    void putInto(int row, LaneGroupId group);
    void leaveGroup(int row);
    void ungroup(int row);

Q_SIGNALS:
    /// Why something was not done, in a sentence.
    void refused(const QString &why);

private:
    template <class T>
    void report(const Result<T> &result);
    /// Where a row stands among its neighbours of the same level.
    [[nodiscard]] int placeOf(const Figures::LaneRow &row) const;
    void moveGroupTo(const Figures::LaneRow &row, const Figures::LaneRow &target);

    TimelineTracks &m_tracks;
    TimelineModel &m_model;
};

} // namespace SecondStory::Ui
