// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QAction;
class QBoxLayout;
class QComboBox;
class QLineEdit;
class QToolButton;

namespace SecondStory::Ui {

class CurtainPlayer;
class ElidedLabel;
class TimelineCurtain;

/// What stands above the timeline while the curtain is on: that it is, whose eyes one looks with,
/// at what time, how time goes on, and the way out.
class CurtainBar : public QWidget {
    Q_OBJECT
public:
    CurtainBar(TimelineCurtain &curtain, CurtainPlayer &player, QWidget *parent = nullptr);

    /// "As Asha could see it at 14:07:35: 212 of 1,204 events".
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    /// A time that was typed could not be read, in a sentence.
    void refused(const QString &why);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QBoxLayout *buildBanner();
    [[nodiscard]] QWidget *buildControls();
    void buildOptions();
    void fillEyes();
    void takeEyes();
    void refresh();
    void refreshIcons();
    void readTime();

    TimelineCurtain &m_curtain;
    CurtainPlayer &m_player;
    ElidedLabel *m_sentence = nullptr;
    QToolButton *m_leave = nullptr;
    QComboBox *m_eyes = nullptr;
    QLineEdit *m_time = nullptr;
    QToolButton *m_back = nullptr;
    QToolButton *m_play = nullptr;
    QToolButton *m_on = nullptr;
    QComboBox *m_pace = nullptr;
    QToolButton *m_options = nullptr;
    QAction *m_hides = nullptr;
    QAction *m_byKnowledge = nullptr;
    QAction *m_skips = nullptr;
    QString m_eyesShown; ///< what the choice was filled from
};

} // namespace SecondStory::Ui
