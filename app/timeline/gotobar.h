// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/gototime.h"

#include <QFrame>

class QLabel;
class QLineEdit;

namespace SecondStory::Ui {

/// Asks for a time and shows, while one types, where it leads.
class GoToBar : public QFrame {
    Q_OBJECT
public:
    explicit GoToBar(QWidget *parent);

    /// Opens at the top of the parent; times are read against `context`.
    void open(const Analysis::GoToContext &context);
    [[nodiscard]] QLineEdit *line() const { return m_line; }
    /// What stands below the line: where it leads, or why it does not.
    [[nodiscard]] QString preview() const;

Q_SIGNALS:
    void chosen(SecondStory::TimePoint time);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void read();
    void finish(bool isKept);
    void place();
    [[nodiscard]] QString wordsFor(const Analysis::GoToReading &reading) const;

    Analysis::GoToContext m_context;
    QLineEdit *m_line;
    QLabel *m_preview;
    QLabel *m_caution;
};

} // namespace SecondStory::Ui
