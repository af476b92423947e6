// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timeline/eventtablemodel.h"

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

namespace SecondStory::Ui {

/// The events nobody recorded a time for. They are dragged onto the line, or given a time here;
/// either way the time is asserted and the record stays undated.
class UndatedTray : public QWidget {
    Q_OBJECT
public:
    explicit UndatedTray(TimelineModel &model, QWidget *parent = nullptr);

    [[nodiscard]] int count() const;
    /// Asserts a time for the chosen events; false when there is no review or nothing is chosen.
    bool assertTime(const AssertedTime &time);

    /// Offers to place the chosen events at the cursor of the timeline.
    void setPlacer(std::function<std::optional<TimePoint>()> cursor);
    /// Gives the list the keyboard, with an event chosen.
    void takeFocus();

Q_SIGNALS:
    void countChanged(int count);
    void refused(const QString &why);
    /// The chosen events are to be placed there.
    void placeRequested(const QList<SecondStory::EventId> &events, SecondStory::TimePoint time);

private:
    void refresh();
    void ask();
    void placeAtCursor();
    [[nodiscard]] QList<EventId> chosen() const;

    TimelineModel &m_model;
    EventTableModel *m_events;
    QLabel *m_title;
    QListView *m_list;
    QPushButton *m_assert;
    QPushButton *m_place;
    std::function<std::optional<TimePoint>()> m_cursor;
};

} // namespace SecondStory::Ui
