// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/noteedit.h"

#include "theme/theme.h"

namespace SecondStory::Ui {

namespace {

constexpr int kPauseMs = 400;

} // namespace

NoteEdit::NoteEdit(int lines, QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setFixedHeight(fontMetrics().lineSpacing() * lines + 2 * Space::kSmall);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &NoteEdit::flush);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (toPlainText() != m_stored)
            m_pause.start();
    });
}

void NoteEdit::setStored(const QString &text)
{
    // What is stored has not changed: whoever is writing goes on writing.
    if (text == m_stored)
        return;
    m_stored = text;
    if (toPlainText() == text)
        return;
    m_pause.stop();
    setPlainText(text);
}

void NoteEdit::flush()
{
    m_pause.stop();
    const QString text = toPlainText();
    if (text == m_stored)
        return;
    m_stored = text;
    Q_EMIT edited(text);
}

void NoteEdit::focusOutEvent(QFocusEvent *event)
{
    flush();
    QPlainTextEdit::focusOutEvent(event);
}

} // namespace SecondStory::Ui
