// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "analysis/gototime.h"
#include "domain/eventtime.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace SecondStory::Ui {

/// Asks when something happened, how sure that is, and why; the evidence keeps what it recorded.
class AssertTimeDialog : public QDialog {
    Q_OBJECT
public:
    /// `recorded` says in words what the evidence states.
    AssertTimeDialog(const Analysis::GoToContext &context, const QString &title,
                     const QString &recorded, QWidget *parent = nullptr);

    void setTime(const AssertedTime &time);
    /// What was typed, or nothing while it is no time.
    [[nodiscard]] std::optional<AssertedTime> time() const;

private:
    [[nodiscard]] std::optional<TimePoint> read(const QLineEdit *line) const;
    void check();

    Analysis::GoToContext m_context;
    QLineEdit *m_start;
    QLineEdit *m_end;
    QLineEdit *m_earliest;
    QLineEdit *m_latest;
    QComboBox *m_certainty;
    QLineEdit *m_reason;
    QLabel *m_reading;
    QPushButton *m_accept;
};

} // namespace SecondStory::Ui
