// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace SecondStory::Ui {

/// What stands on the lanes when there is nothing to see: why, and what to do about it.
class TimelineNotice : public QWidget {
    Q_OBJECT
public:
    explicit TimelineNotice(QWidget *parent);

    /// Says it and offers the actions; the first is the one to take.
    void show(const QString &title, const QString &sentence, const QStringList &actions);
    /// Keeps in the middle of the parent.
    void centre();

Q_SIGNALS:
    void chosen(int action);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_title;
    QLabel *m_sentence;
    QHBoxLayout *m_buttons;
    QStringList m_actions;
};

} // namespace SecondStory::Ui
