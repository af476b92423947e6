// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>
#include <QWidget>

class QBoxLayout;
class QLabel;

namespace SecondStory::Ui {

/// Something a notice offers to do.
struct NoticeAction {
    QString text;
    QString detail; ///< why one would; only a card has room for it
    QString icon; ///< of a card
};

/// A way in, drawn as a card: icon, words, a sentence.
class NoticeCard : public QAbstractButton {
    Q_OBJECT
public:
    NoticeCard(const NoticeAction &action, QWidget *parent);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int textWidth() const;
    NoticeAction m_action;
};

/// What stands on the lanes when there is nothing to see: why, and what to do about it.
class TimelineNotice : public QWidget {
    Q_OBJECT
public:
    explicit TimelineNotice(QWidget *parent);

    /// Says it and offers the actions, as cards when they say more than their name; the first is
    /// the one to take.
    void show(const QString &title, const QString &sentence, const QList<NoticeAction> &actions);
    /// Keeps in the middle of the parent.
    void centre();

Q_SIGNALS:
    void chosen(int action);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fill(const QList<NoticeAction> &actions);

    QLabel *m_title;
    QLabel *m_sentence;
    QWidget *m_actions;
    QStringList m_shown;
    bool m_hasCards = false;
};

} // namespace SecondStory::Ui
