// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/narrativeedit.h"

#include "reporting/narrative.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>

namespace SecondStory::Ui {

NarrativeEdit::NarrativeEdit(const LinkHighlighter::IsKnown &isKnown, QWidget *parent)
    : QPlainTextEdit(parent)
{
    setUndoRedoEnabled(false); // the review's own undo reaches further back, and over other views
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Text of the section"));
    new LinkHighlighter(document(), this, isKnown); // owned by the text document
}

void NarrativeEdit::insertLink(EventId event, const QString &words)
{
    QTextCursor cursor = textCursor();
    const QString selected = cursor.selectedText().replace(QChar::ParagraphSeparator, u' ');
    cursor.insertText(Reporting::linkTo(event, selected.isEmpty() ? words : selected));
    setTextCursor(cursor);
}

EventId NarrativeEdit::linkAt(const QTextCursor &cursor) const
{
    const int at = cursor.positionInBlock();
    for (const Reporting::NarrativeLink &link : Reporting::findLinks(cursor.block().text())) {
        if (at >= link.start && at < link.start + link.length)
            return link.event;
    }
    return {};
}

EventId NarrativeEdit::linkAtCursor() const
{
    return linkAt(textCursor());
}

/// A chip goes as a whole: half a link would be a row of hexadecimal digits in the text.
bool NarrativeEdit::removeLinkBeside(int key)
{
    QTextCursor cursor = textCursor();
    if (cursor.hasSelection())
        return false;
    const int at = cursor.positionInBlock() - (key == Qt::Key_Backspace ? 1 : 0);
    for (const Reporting::NarrativeLink &link : Reporting::findLinks(cursor.block().text())) {
        const qsizetype end = link.start + link.length;
        const bool isAtItsEdge = key == Qt::Key_Backspace ? at >= end - 2 && at < end
                                                          : at >= link.start && at < link.start + 2;
        if (!isAtItsEdge)
            continue;
        const int start = cursor.block().position() + static_cast<int>(link.start);
        cursor.setPosition(start);
        cursor.setPosition(start + static_cast<int>(link.length), QTextCursor::KeepAnchor);
        cursor.insertText(link.words);
        return true;
    }
    return false;
}

bool NarrativeEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)
            || (key->modifiers() == Qt::ControlModifier && key->key() == Qt::Key_L)) {
            key->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void NarrativeEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isControl = event->modifiers() == Qt::ControlModifier;
    if (event->matches(QKeySequence::Undo)) {
        emit undoRequested();
    } else if (event->matches(QKeySequence::Redo)) {
        emit redoRequested();
    } else if (isControl && event->key() == Qt::Key_L) {
        emit linkWanted();
    } else if (isControl && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
               && !linkAtCursor().isNull()) {
        emit eventRequested(linkAtCursor());
    } else if (event->modifiers() == Qt::NoModifier
               && (event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete)
               && removeLinkBeside(event->key())) {
        return;
    } else {
        QPlainTextEdit::keyPressEvent(event);
    }
}

void NarrativeEdit::mouseReleaseEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton || event->modifiers() != Qt::ControlModifier)
        return;
    if (const EventId id = linkAt(cursorForPosition(event->position().toPoint())); !id.isNull())
        emit eventRequested(id);
}

void NarrativeEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    emit focusLost();
}

void NarrativeEdit::insertFromMimeData(const QMimeData *source)
{
    if (source->hasText())
        insertPlainText(source->text());
}

} // namespace SecondStory::Ui
