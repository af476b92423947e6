// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextEdit>
#include <QTimer>

namespace SecondStory::Ui {

/// Plain text of a few lines that is kept while one writes, a moment after the last key.
class NoteEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    NoteEdit(int lines, QWidget *parent = nullptr);

    /// Shows a stored text; does not disturb somebody writing the same.
    void setStored(const QString &text);
    /// Keeps at once what is written.
    void flush();

Q_SIGNALS:
    void edited(const QString &text);

protected:
    void focusOutEvent(QFocusEvent *event) override;

private:
    QTimer m_pause;
    QString m_stored;
};

} // namespace SecondStory::Ui
