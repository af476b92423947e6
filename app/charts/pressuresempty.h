// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace SecondStory::Ui {

/// What stands where pressures would: a ghost of the picture, what belongs here and the next step.
class PressuresEmpty : public QWidget {
    Q_OBJECT

public:
    explicit PressuresEmpty(QWidget *parent = nullptr);

    void setWords(const QString &title, const QString &body, const QString &action);

signals:
    void actionRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyTheme();

    QLabel *m_title;
    QLabel *m_body;
    QPushButton *m_action;
};

} // namespace SecondStory::Ui
