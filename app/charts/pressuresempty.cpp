// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/pressuresempty.h"

#include "figures/phasetones.h"
#include "theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

namespace SecondStory::Ui {

namespace {

constexpr int kGhostWidth = 360;
constexpr int kGhostRow = 24;

struct GhostRow {
    double name, low, share, high;
    std::array<int, 3> phases;
};

/// Shapes only: nothing here reads as a number somebody measured.
constexpr std::array<GhostRow, 4> kGhost{ { { 0.92, 0.48, 0.66, 0.84, { 3, 4, 1 } },
                                            { 0.70, 0.30, 0.46, 0.64, { 2, 2, 2 } },
                                            { 0.84, 0.16, 0.30, 0.50, { 1, 3, 0 } },
                                            { 0.56, 0.06, 0.16, 0.34, { 1, 1, 1 } } } };

} // namespace

PressuresEmpty::PressuresEmpty(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_body(new QLabel(this))
    , m_action(new QPushButton(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Space::kSmall);
    layout->addStretch(1);
    layout->addSpacing(kGhostRow * static_cast<int>(kGhost.size()) + Space::kSection);
    for (QLabel *label : { m_title, m_body }) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
    }
    m_title->setFont(fontAt(font(), 1.15, QFont::DemiBold));
    m_body->setFixedWidth(fontMetrics().averageCharWidth() * 72);
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    layout->addWidget(m_body, 0, Qt::AlignHCenter);
    layout->addSpacing(Space::kSmall);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    connect(m_action, &QPushButton::clicked, this, &PressuresEmpty::actionRequested);
    applyTheme();
}

void PressuresEmpty::setWords(const QString &title, const QString &body, const QString &action)
{
    m_title->setText(title);
    m_title->setMinimumWidth(m_title->fontMetrics().horizontalAdvance(title) + Space::kSmall);
    m_body->setText(body);
    // Centred items of a box layout do not get their height for width.
    m_body->setFixedHeight(m_body->heightForWidth(m_body->width()));
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

void PressuresEmpty::applyTheme()
{
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, paletteFor(this).muted);
    muted.setColor(QPalette::Text, paletteFor(this).muted);
    m_body->setPalette(muted);
}

void PressuresEmpty::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
    QWidget::changeEvent(event);
}

void PressuresEmpty::paintEvent(QPaintEvent *)
{
    const Figures::Palette &palette = paletteFor(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(0.55);
    const double height = kGhostRow * static_cast<double>(kGhost.size());
    const double top = m_title->y() - Space::kSection - height;
    const double left = width() / 2.0 - kGhostWidth / 2.0;
    const double axis = left + 116;
    const double scale = 140;
    for (size_t i = 0; i < kGhost.size(); ++i) {
        const GhostRow &row = kGhost[i];
        const double y = top + (double(i) + 0.5) * kGhostRow;
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette.line);
        painter.drawRoundedRect(QRectF(left, y - 4, 100 * row.name, 8), 4, 4);
        painter.setPen(QPen(palette.faint, 1.5));
        painter.drawLine(QPointF(axis + scale * row.low, y), QPointF(axis + scale * row.high, y));
        painter.setPen(QPen(palette.surface, 1.5));
        painter.setBrush(palette.faint);
        painter.drawEllipse(QPointF(axis + scale * row.share, y), 4.5, 4.5);
        double x = axis + scale + 20;
        for (int phase = 0; phase < 3; ++phase) {
            const double width = 10.0 * row.phases[static_cast<size_t>(phase)];
            Figures::fillPhase(painter, QRectF(x, y - 5, std::max(0.0, width - 1), 10), phase,
                               palette);
            x += width;
        }
    }
    painter.setPen(QPen(palette.strongLine, 1));
    painter.drawLine(QPointF(axis, top), QPointF(axis, top + height));
}

} // namespace SecondStory::Ui
