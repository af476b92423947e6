// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figures/timeline/timescale.h"

#include <QList>
#include <QObject>

namespace SecondStory::Ui {

/// What part of time a timeline shows, and the views shown before.
class TimelineViewport : public QObject {
    Q_OBJECT
public:
    explicit TimelineViewport(QObject *parent = nullptr);

    [[nodiscard]] const Figures::TimeScale &scale() const { return m_scale; }
    [[nodiscard]] double scrollY() const { return m_scrollY; }

    /// Shows another stretch. Small steps (a notch, a drag) do not enter the history; jumps do.
    void setScale(const Figures::TimeScale &scale);
    void jumpTo(const Figures::TimeScale &scale);
    void setWidth(double width);
    void setScrollY(double y);
    /// Views before and after, like the pages of a browser.
    void back();
    void forward();
    [[nodiscard]] bool canGoBack() const { return m_position > 0; }
    [[nodiscard]] bool canGoForward() const { return m_position + 1 < m_history.size(); }

Q_SIGNALS:
    void scaleChanged();
    void scrolled();

private:
    void remember();

    Figures::TimeScale m_scale;
    QList<TimeSpan> m_history{ {} };
    qsizetype m_position = 0;
    double m_scrollY = 0;
};

} // namespace SecondStory::Ui
