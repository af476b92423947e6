// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"
#include "domain/timepoint.h"

#include <QList>
#include <QObject>
#include <QSet>

#include <optional>

namespace SecondStory::Ui {

/// What is selected in a review's events, shared by the timeline, its table twin and whoever else
/// shows events.
class TimelineSelection : public QObject {
    Q_OBJECT
public:
    explicit TimelineSelection(QObject *parent = nullptr);

    /// The selected events in the order they were chosen.
    [[nodiscard]] const QList<qint64> &seqs() const { return m_seqs; }
    [[nodiscard]] bool contains(qint64 seq) const { return m_set.contains(seq); }
    /// The one the keyboard stands on; 0 for none.
    [[nodiscard]] qint64 current() const { return m_current; }
    [[nodiscard]] bool isEmpty() const { return m_seqs.isEmpty(); }
    [[nodiscard]] const std::optional<TimeSpan> &range() const { return m_range; }
    /// Where new events go and keys zoom.
    [[nodiscard]] const std::optional<TimePoint> &cursor() const { return m_cursor; }

    /// The activity that was chosen as a whole; null when events were.
    [[nodiscard]] ActivityId activity() const { return m_activity; }

    void select(const QList<qint64> &seqs);
    /// Chooses an activity with its events.
    void selectActivity(ActivityId activity, const QList<qint64> &seqs);
    void selectOnly(qint64 seq);
    /// Adds or takes away one.
    void toggle(qint64 seq);
    void add(const QList<qint64> &seqs);
    void clear();
    void setRange(const std::optional<TimeSpan> &range);
    void setCursor(const std::optional<TimePoint> &cursor);

Q_SIGNALS:
    void changed();
    void rangeChanged();
    void cursorChanged();

private:
    void set(QList<qint64> seqs, qint64 current, ActivityId activity = {});

    QList<qint64> m_seqs;
    QSet<qint64> m_set;
    qint64 m_current = 0;
    ActivityId m_activity;
    std::optional<TimeSpan> m_range;
    std::optional<TimePoint> m_cursor;
};

} // namespace SecondStory::Ui
