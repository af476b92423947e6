// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineEdit>

#include <functional>

namespace SecondStory::Ui {

/// A line of text written in place: Enter keeps it, Escape or an empty line drops it.
class InlineEditor : public QLineEdit {
    Q_OBJECT
public:
    explicit InlineEditor(QWidget *parent);
    /// Opens over `place` of the parent; `keep` gets the text when it is kept.
    void open(const QRect &place, const QString &text, const QString &placeholder,
              std::function<void(const QString &)> keep);

Q_SIGNALS:
    /// It is gone again; `isKept`: the text was kept.
    void closed(bool isKept);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void finish(bool isKept);

    std::function<void(const QString &)> m_keep;
};

} // namespace SecondStory::Ui
