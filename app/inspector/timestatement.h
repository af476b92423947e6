// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/event.h"
#include "domain/zoneclock.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace SecondStory::Ui {

class LinkButton;

/// States when an event happened, beside what was recorded.
class TimeStatement : public QWidget {
    Q_OBJECT
public:
    explicit TimeStatement(QWidget *parent = nullptr);

    void setEvent(const Event &event, const QString &zone);
    /// Opens the editor, ready to type.
    void begin();

Q_SIGNALS:
    void stated(const SecondStory::AssertedTime &time);
    void cleared();

private:
    void apply();
    void showFields();
    void setOpen(bool isOpen);
    [[nodiscard]] std::optional<AssertedTime> read(QString &problem) const;

    Event m_event;
    ZoneClock m_clock;
    LinkButton *m_open = nullptr;
    QWidget *m_editor = nullptr;
    QComboBox *m_certainty = nullptr;
    QLineEdit *m_time = nullptr;
    QLineEdit *m_until = nullptr;
    QLineEdit *m_reason = nullptr;
    QLabel *m_problem = nullptr;
    LinkButton *m_clear = nullptr;
    LinkButton *m_apply = nullptr;
};

/// "exact", "about" …
[[nodiscard]] QString wordFor(Certainty certainty);

} // namespace SecondStory::Ui
