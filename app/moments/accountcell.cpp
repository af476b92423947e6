// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "moments/accountcell.h"

#include "theme/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QPainter>

#include <cmath>

namespace SecondStory::Ui {

namespace {

constexpr int kLeastLines = 2;

} // namespace

AccountCell::AccountCell(QWidget *parent)
    : NoteEdit(kLeastLines, parent)
{
    setUndoRedoEnabled(false);
    setMaximumHeight(QWIDGETSIZE_MAX);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QPlainTextEdit::textChanged, this, &AccountCell::fitHeight);
    fitHeight();
}

void AccountCell::setDiffering(bool isDiffering)
{
    m_isDiffering = isDiffering;
    viewport()->update();
}

QSize AccountCell::sizeHint() const
{
    return { fontMetrics().averageCharWidth() * 40, minimumHeight() };
}

QSize AccountCell::minimumSizeHint() const
{
    return { fontMetrics().averageCharWidth() * 20, minimumHeight() };
}

void AccountCell::fitHeight()
{
    // A plain document's height counts lines.
    int lines = static_cast<int>(std::ceil(document()->documentLayout()->documentSize().height()));
    if (document()->isEmpty()) {
        const int margin = qRound(document()->documentMargin());
        const QRect words = fontMetrics().boundingRect(
            QRect(0, 0, std::max(40, viewport()->width() - 2 * margin), 10'000), Qt::TextWordWrap,
            placeholderText());
        lines = (words.height() + fontMetrics().lineSpacing() - 1) / fontMetrics().lineSpacing();
    }
    const int height =
        fontMetrics().lineSpacing() * std::max(kLeastLines, lines) + 2 * Space::kSmall;
    if (minimumHeight() != height)
        setMinimumHeight(height);
}

bool AccountCell::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            // Left to the window, once what is written here is a step that can be taken back.
            flush();
            event->ignore();
            return true;
        }
    }
    return NoteEdit::event(event);
}

void AccountCell::focusInEvent(QFocusEvent *event)
{
    NoteEdit::focusInEvent(event);
    Q_EMIT entered();
}

void AccountCell::paintEvent(QPaintEvent *event)
{
    NoteEdit::paintEvent(event);
    if (!m_isDiffering)
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(paletteFor(this).uncertain, 1.5);
    pen.setDashPattern({ 4, 3 });
    painter.setPen(pen);
    painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), 3, 3);
}

void AccountCell::resizeEvent(QResizeEvent *event)
{
    NoteEdit::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        fitHeight();
}

} // namespace SecondStory::Ui
