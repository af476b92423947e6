// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>

namespace SecondStory::Ui {

/// How many items a minute one reads, for oneself: only in memory, forgotten when one leaves.
class ReadingPace {
public:
    /// One more item is done; a long pause before it counts as a short one.
    void step();
    void restart();
    /// Items a minute, rounded; 0 while too few are done to say.
    [[nodiscard]] int perMinute() const;

private:
    QElapsedTimer m_since;
    qint64 m_spent = 0; ///< milliseconds
    int m_items = 0;
};

} // namespace SecondStory::Ui
