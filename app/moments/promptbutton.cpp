// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "moments/promptbutton.h"

#include "theme/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace SecondStory::Ui {

namespace {

constexpr int kSign = 16; ///< room of the plus sign
constexpr int kFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

} // namespace

PromptButton::PromptButton(const QString &prompt, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(prompt);
    setAccessibleName(tr("Ask: %1").arg(prompt));
    setToolTip(tr("Ask this about the moment"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize PromptButton::sizeHint() const
{
    const int width = fontMetrics().averageCharWidth() * 36;
    return { width, heightForWidth(width) };
}

QSize PromptButton::minimumSizeHint() const
{
    return { fontMetrics().averageCharWidth() * 16, Space::kTarget };
}

int PromptButton::heightForWidth(int width) const
{
    const int room = std::max(40, width - kSign - 3 * Space::kTiny);
    const QRect words = fontMetrics().boundingRect(QRect(0, 0, room, 10'000), kFlags, text());
    return std::max(Space::kTarget, words.height() + 2 * Space::kTiny);
}

void PromptButton::paintEvent(QPaintEvent *)
{
    const Figures::Palette &colours = paletteFor(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? colours.selection
                                  : Figures::blend(colours.window, colours.line, 0.5));
        painter.drawRoundedRect(QRectF(rect()), 4, 4);
    }
    if (hasFocus()) {
        painter.setPen(QPen(colours.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
    const QPointF sign(Space::kTiny + kSign / 2.0, Space::kTiny + fontMetrics().height() / 2.0);
    painter.setPen(QPen(colours.accent, 1.6));
    painter.drawLine(sign - QPointF(4, 0), sign + QPointF(4, 0));
    painter.drawLine(sign - QPointF(0, 4), sign + QPointF(0, 4));
    painter.setPen(colours.text);
    painter.drawText(
        rect().adjusted(kSign + 2 * Space::kTiny, Space::kTiny, -Space::kTiny, -Space::kTiny),
        kFlags, text());
}

void PromptButton::keyPressEvent(QKeyEvent *event)
{
    // Return asks like the space bar does.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace SecondStory::Ui
