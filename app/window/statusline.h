// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;
class QTimer;

namespace SecondStory::Ui {

/// The line at the bottom: plain phrases about the review, each leading to its place.
class StatusLine : public QWidget {
    Q_OBJECT
public:
    struct Phrase {
        QString text;
        std::function<void()> go; ///< empty: only said
        bool needsDecision = false;
    };

    explicit StatusLine(QWidget *parent = nullptr);
    void setPhrases(const QList<Phrase> &phrases);
    /// Says something for a while; an error stays until the next message.
    void say(const QString &message, bool isError = false);
    [[nodiscard]] QString message() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_phrases;
    QLabel *m_message;
    QTimer *m_fade;
};

} // namespace SecondStory::Ui
