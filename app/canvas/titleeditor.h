// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/factor.h"

#include <QPlainTextEdit>

namespace SecondStory::Ui {

/// Writes a factor's title right on its card. Enter keeps it, Esc gives it up, leaving keeps it.
class TitleEditor : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit TitleEditor(QWidget *viewport);

    /// Opens over a card. Units: `card` in the viewport, `scale` as of the view.
    void open(const QString &title, const QRect &card, double scale);
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    /// Takes what is written as final.
    void accept();
    void reject();

Q_SIGNALS:
    void accepted(const QString &title);
    void rejected();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    bool m_isOpen = false;
};

} // namespace SecondStory::Ui
