// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/pressurerows.h"

#include "analysis/recurrencesentences.h"
#include "theme/theme.h"
#include "theme/tooltip.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr qsizetype kPage = 8;
constexpr int kNarrowest = 320;

} // namespace

PressureRows::PressureRows(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Recurring pressures by share of reviews"));
}

void PressureRows::setFigure(const Analysis::RecurrenceTable &table,
                             Figures::PressureFigure::Options options)
{
    m_table = table;
    m_figure.emplace(table, std::move(options));
    m_hovered.reset();
    m_pressed.reset();
    if (m_current && !m_figure->rows().contains(*m_current))
        m_current.reset();
    updateGeometry();
    update();
}

QSize PressureRows::sizeHint() const
{
    return { kNarrowest * 2,
             m_figure ? static_cast<int>(m_figure->preferredSize(width()).height()) : 0 };
}

QSize PressureRows::minimumSizeHint() const
{
    return { kNarrowest, sizeHint().height() };
}

void PressureRows::setCurrentCode(std::optional<int> code)
{
    if (code == m_current)
        return;
    m_current = code;
    update();
    if (code) {
        const Analysis::CodeRecurrence &entry = m_table.codes[*code];
        setAccessibleDescription(Analysis::codeLabel(entry) + u". "_s
                                 + Analysis::shareSentence(entry) + u' '
                                 + Analysis::phaseSentence(entry));
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
        emit rowShown(m_figure->rowRect(*code, rect()).toAlignedRect());
    }
    emit currentCodeChanged(code);
}

void PressureRows::paintGround(QPainter &painter, std::optional<int> code,
                               const QColor &color) const
{
    if (!code)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(m_figure->rowRect(*code, rect()).adjusted(1, 1, -1, -1), Space::kTiny,
                            Space::kTiny);
}

void PressureRows::paintEvent(QPaintEvent *event)
{
    if (!m_figure)
        return;
    const Figures::Palette &palette = paletteFor(this);
    QPainter painter(this);
    painter.setClipRect(event->rect());
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_hovered != m_current)
        paintGround(painter, m_hovered, Figures::blend(palette.surface, palette.selection, 0.4));
    paintGround(painter, m_current, palette.selection);
    m_figure->paint(painter, rect());
    if (hasFocus() && m_current) {
        painter.setPen(QPen(palette.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(m_figure->rowRect(*m_current, rect()).adjusted(2, 2, -2, -2),
                                Space::kTiny, Space::kTiny);
    }
}

void PressureRows::hover(std::optional<int> code)
{
    if (code == m_hovered)
        return;
    m_hovered = code;
    setCursor(code ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void PressureRows::mouseMoveEvent(QMouseEvent *event)
{
    hover(m_figure ? m_figure->rowAt(event->position(), rect()) : std::nullopt);
}

void PressureRows::mousePressEvent(QMouseEvent *event)
{
    m_pressed.reset();
    if (event->button() == Qt::LeftButton && m_figure)
        m_pressed = m_figure->rowAt(event->position(), rect());
    if (m_pressed)
        setCurrentCode(m_pressed);
}

void PressureRows::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_figure || !m_pressed)
        return;
    // Leaving the row before letting go takes the click back.
    if (m_figure->rowAt(event->position(), rect()) == m_pressed)
        emit codeActivated(*m_pressed);
    m_pressed.reset();
}

void PressureRows::leaveEvent(QEvent *)
{
    hover(std::nullopt);
}

void PressureRows::step(qsizetype by)
{
    if (!m_figure || m_figure->rows().isEmpty())
        return;
    const QList<int> &rows = m_figure->rows();
    const qsizetype last = rows.size() - 1;
    const qsizetype place = m_current ? rows.indexOf(*m_current) : -1;
    const qsizetype next =
        place < 0 ? (by > 0 ? 0 : last) : std::clamp(place + by, qsizetype(0), last);
    setCurrentCode(rows[next]);
}

void PressureRows::keyPressEvent(QKeyEvent *event)
{
    const qsizetype count = m_figure ? m_figure->rows().size() : 0;
    switch (event->key()) {
    case Qt::Key_Up:
        step(-1);
        return;
    case Qt::Key_Down:
        step(1);
        return;
    case Qt::Key_PageUp:
        step(-kPage);
        return;
    case Qt::Key_PageDown:
        step(kPage);
        return;
    case Qt::Key_Home:
        step(-count);
        return;
    case Qt::Key_End:
        step(count);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current)
            emit codeActivated(*m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void PressureRows::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (!m_current && event->reason() != Qt::MouseFocusReason)
        step(1);
    update();
}

void PressureRows::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

bool PressureRows::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !m_figure)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto code = m_figure->rowAt(help->pos(), rect());
    if (!code) {
        QToolTip::hideText();
        return true;
    }
    const Analysis::CodeRecurrence &entry = m_table.codes[*code];
    const QString text = Analysis::codeLabel(entry) + u'\n' + Analysis::shareSentence(entry) + u'\n'
        + Analysis::phaseSentence(entry);
    QToolTip::showText(help->globalPos(), plainToolTip(text), this);
    return true;
}

} // namespace SecondStory::Ui
