// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/timepoint.h"

#include <QElapsedTimer>
#include <QObject>

#include <array>

class QTimer;

namespace SecondStory::Ui {

class TimelineCurtain;

/// Lets the time of a curtain run, or go from one thing learned to the next at somebody's own pace.
class CurtainPlayer : public QObject {
    Q_OBJECT
public:
    /// Times as fast as it happened; 0: event by event, each when it is asked for.
    static constexpr std::array kPaces{ 1, 10, 60, 600, 0 };

    explicit CurtainPlayer(TimelineCurtain &curtain);

    [[nodiscard]] int pace() const { return m_pace; }
    void setPace(int pace);
    [[nodiscard]] bool isEventByEvent() const { return m_pace == 0; }
    /// Times in which nothing is learned pass at once.
    [[nodiscard]] bool skipsSilences() const { return m_skipsSilences; }
    void setSkipsSilences(bool skips);
    [[nodiscard]] bool isPlaying() const;
    /// Begins to play; event by event, shows the next.
    void play();
    void pause();
    void toggle() { isPlaying() ? pause() : play(); }
    /// Lets so much time pass, as if it had gone by in front of the screen. Units: milliseconds.
    void advance(qint64 milliseconds);

Q_SIGNALS:
    void changed();

private:
    void tick();

    TimelineCurtain &m_curtain;
    QTimer *m_timer;
    QElapsedTimer m_elapsed;
    int m_pace = 0;
    bool m_skipsSilences = true;
};

} // namespace SecondStory::Ui
