// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/smallwidgets.h"

#include "theme/theme.h"
#include "theme/tooltip.h"

#include <QPainter>
#include <QStyle>

#include <memory>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

ElidedLabel::ElidedLabel(Qt::TextElideMode mode, QWidget *parent)
    : QLabel(parent)
    , m_mode(mode)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void ElidedLabel::setWholeText(const QString &text)
{
    setText(QString(text).replace(u'\n', u' '));
    setToolTip(plainToolTip(text));
}

QSize ElidedLabel::minimumSizeHint() const
{
    return { fontMetrics().averageCharWidth() * 4, fontMetrics().height() };
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(
        palette().color(isEnabled() ? QPalette::Normal : QPalette::Disabled, QPalette::WindowText));
    painter.drawText(rect(), static_cast<int>(alignment()) | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), m_mode, width()));
}

LinkButton::LinkButton(const QString &text, QWidget *parent)
    : QToolButton(parent)
{
    setText(text);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
}

QSize LinkButton::sizeHint() const
{
    // Two pixels more: an advance is rounded, and eliding is exact.
    return { fontMetrics().horizontalAdvance(text()) + 2 * Space::kTiny + 2,
             std::max(Space::kTarget, fontMetrics().height() + Space::kTiny) };
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Figures::Palette &colours = paletteFor(this);
    QFont face = font();
    face.setUnderline(underMouse() && isEnabled());
    painter.setFont(face);
    painter.setPen(isEnabled() ? colours.accent : colours.faint);
    const QRect inner = rect().adjusted(Space::kTiny, 0, -Space::kTiny, 0);
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(text(), Qt::ElideRight, inner.width()));
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colours.accent, 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

Chip::Chip(const QString &text, bool isRemovable, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
{
    setToolTip(plainToolTip(text));
    setAccessibleName(text);
    if (!isRemovable)
        return;
    m_cross = new QToolButton(this);
    m_cross->setAutoRaise(true);
    m_cross->setIcon(icon(u"close"_s, this));
    m_cross->setIconSize({ 12, 12 });
    m_cross->setAccessibleName(tr("Remove %1").arg(text));
    m_cross->setFixedSize(Space::kTarget, Space::kTarget);
    connect(m_cross, &QToolButton::clicked, this, &Chip::removeRequested);
}

QSize Chip::sizeHint() const
{
    constexpr int kWidest = 260;
    const int words = std::min(kWidest, fontMetrics().horizontalAdvance(m_text));
    return { words + Space::kSmall + (m_cross ? Space::kTarget : Space::kSmall) + 1,
             std::max(Space::kTarget, fontMetrics().height() + Space::kTiny) };
}

void Chip::paintEvent(QPaintEvent *)
{
    if (m_cross)
        m_cross->move(width() - m_cross->width(), (height() - m_cross->height()) / 2);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Figures::Palette &colours = paletteFor(this);
    painter.setPen(QPen(colours.line, 1));
    painter.setBrush(colours.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(colours.text);
    const int right = m_cross ? m_cross->width() : Space::kSmall;
    const QRect inner = rect().adjusted(Space::kSmall, 0, -right, 0);
    painter.drawText(inner, Qt::AlignVCenter,
                     fontMetrics().elidedText(m_text, Qt::ElideRight, inner.width()));
}

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(Space::kTiny);
}

FlowLayout::~FlowLayout()
{
    while (auto *item = FlowLayout::takeAt(0))
        std::unique_ptr<QLayoutItem>(item).reset();
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items << item;
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), true);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(QSize(Space::kTarget, item->sizeHint().height()));
    return size;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, false);
}

int FlowLayout::arrange(const QRect &rect, bool isTrial) const
{
    int x = rect.x();
    int y = rect.y();
    int lineHeight = 0;
    for (QLayoutItem *item : m_items) {
        const QSize size = item->sizeHint().boundedTo(QSize(std::max(1, rect.width()), 1 << 20));
        if (x > rect.x() && x + size.width() > rect.x() + rect.width()) {
            x = rect.x();
            y += lineHeight + spacing();
            lineHeight = 0;
        }
        if (!isTrial)
            item->setGeometry(QRect(QPoint(x, y), size));
        x += size.width() + spacing();
        lineHeight = std::max(lineHeight, size.height());
    }
    return y + lineHeight - rect.y();
}

void clearLayout(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        const std::unique_ptr<QLayoutItem> held(item);
        if (QLayout *inner = item->layout())
            clearLayout(inner);
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
    }
}

} // namespace SecondStory::Ui
