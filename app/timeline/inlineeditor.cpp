// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/inlineeditor.h"

#include <QKeyEvent>

namespace SecondStory::Ui {

namespace {

constexpr int kLongest = 500; ///< of what is typed; words that are there already may be longer

} // namespace

InlineEditor::InlineEditor(QWidget *parent)
    : QLineEdit(parent)
{
    hide();
}

void InlineEditor::open(const QRect &place, const QString &text, const QString &placeholder,
                        std::function<void(const QString &)> keep)
{
    if (m_keep) // what was typed elsewhere is not lost
        finish(true);
    m_keep = std::move(keep);
    setMaxLength(std::max(kLongest, static_cast<int>(text.size())));
    setText(text);
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    QRect at = place;
    at.setHeight(std::max(place.height(), sizeHint().height()));
    at.moveRight(std::min(at.right(), parentWidget()->width() - 4));
    at.moveLeft(std::max(at.left(), 4));
    at.moveBottom(std::min(at.bottom(), parentWidget()->height() - 4));
    setGeometry(at);
    selectAll();
    show();
    raise();
    setFocus(Qt::OtherFocusReason);
}

void InlineEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        finish(false);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        finish(true);
    else
        QLineEdit::keyPressEvent(event);
}

void InlineEditor::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    // What was typed is not lost by looking elsewhere; the context menu of the line itself is no
    // elsewhere.
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        finish(true);
}

void InlineEditor::finish(bool isKept)
{
    if (!m_keep)
        return;
    const auto keep = std::exchange(m_keep, nullptr);
    // Whoever went elsewhere stays there.
    const bool isHere = window()->focusWidget() == this;
    hide();
    if (isHere)
        parentWidget()->setFocus();
    if (isKept)
        keep(text().trimmed());
    Q_EMIT closed(isKept);
}

} // namespace SecondStory::Ui
