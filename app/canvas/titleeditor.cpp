// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/titleeditor.h"

#include "figures/canvas/factorcard.h"
#include "theme/theme.h"

#include <QKeyEvent>

namespace SecondStory::Ui {

TitleEditor::TitleEditor(QWidget *viewport)
    : QPlainTextEdit(viewport)
{
    setAccessibleName(tr("Title of the factor"));
    setPlaceholderText(tr("What was so?"));
    setFrameShape(QFrame::Box);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabChangesFocus(true);
    hide();
}

void TitleEditor::open(const QString &title, const QRect &card, double scale)
{
    QFont cardFont = Figures::cardFont(font());
    cardFont.setPixelSize(qMax(11, qRound(Figures::kCardText * scale)));
    setFont(cardFont);
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, paletteFor(this).accent);
    setPalette(colors);
    setPlainText(title);
    selectAll();
    // At a far zoom the card is smaller than words one can write.
    QRect place(QPoint(), card.size().expandedTo(QSize(160, 60)));
    place.moveCenter(card.center());
    setGeometry(place);
    m_isOpen = true;
    show();
    raise();
    setFocus();
}

void TitleEditor::accept()
{
    if (!std::exchange(m_isOpen, false))
        return;
    hide();
    Q_EMIT accepted(toPlainText().simplified());
}

void TitleEditor::reject()
{
    if (!std::exchange(m_isOpen, false))
        return;
    hide();
    Q_EMIT rejected();
}

void TitleEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        reject();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        accept();
    } else {
        QPlainTextEdit::keyPressEvent(event);
    }
}

void TitleEditor::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        accept();
}

} // namespace SecondStory::Ui
