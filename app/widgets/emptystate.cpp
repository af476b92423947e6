// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/emptystate.h"

#include "theme/theme.h"
#include "theme/widgets.h"

#include <QBoxLayout>
#include <QPainter>

namespace SecondStory::Ui {

namespace {

constexpr int kDisc = 88;
constexpr int kIcon = 40;
constexpr int kTextWidth = 440;

} // namespace

EmptyState::EmptyState(const QString &iconName, const QString &title, const QString &text,
                       QWidget *parent)
    : QWidget(parent)
    , m_iconName(iconName)
{
    auto *heading = plainLabel(title, 1.5, QFont::DemiBold, this);
    heading->setAlignment(Qt::AlignCenter);
    auto *words = mutedLabel(text, 1.0, this);
    words->setAlignment(Qt::AlignHCenter);
    words->setWordWrap(true);
    words->setFixedWidth(kTextWidth);
    // A layout that centres a label does not ask for its height for the width.
    words->setMinimumHeight(words->heightForWidth(kTextWidth));
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(Space::kSmall);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::kSection, Space::kSection, Space::kSection, Space::kSection);
    layout->setSpacing(Space::kPanel);
    layout->addStretch(2);
    layout->addSpacing(kDisc + Space::kPanel);
    layout->addWidget(heading, 0, Qt::AlignHCenter);
    layout->addWidget(words, 0, Qt::AlignHCenter);
    layout->addSpacing(Space::kSmall);
    layout->addLayout(m_actions);
    layout->setAlignment(m_actions, Qt::AlignHCenter);
    layout->addStretch(3);
    setAccessibleName(title);
    setAccessibleDescription(text);
    heading->setObjectName(QStringLiteral("emptyHeading"));
}

QPushButton *EmptyState::addAction(const QString &text, bool isPrimary)
{
    auto *button = new QPushButton(text, this);
    if (isPrimary)
        makePrimary(button);
    m_actions->addWidget(button);
    return button;
}

void EmptyState::setDropZone(bool isDropZone)
{
    m_isDropZone = isDropZone;
    update();
}

void EmptyState::setActive(bool isActive)
{
    m_isActive = isActive;
    update();
}

void EmptyState::paintEvent(QPaintEvent *)
{
    const Figures::Palette &colours = paletteFor(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_isDropZone) {
        const QRectF outline = QRectF(rect()).adjusted(Space::kWide + 0.5, Space::kWide + 0.5,
                                                       -Space::kWide - 0.5, -Space::kWide - 0.5);
        QPen pen(m_isActive ? colours.accent : colours.strongLine, m_isActive ? 2 : 1);
        pen.setDashPattern({ 5, 5 });
        painter.setPen(pen);
        painter.setBrush(m_isActive ? Figures::blend(colours.window, colours.selection, 0.6)
                                    : QColor(Qt::transparent));
        painter.drawRoundedRect(outline, 6, 6);
    }
    const auto *heading = findChild<QLabel *>(QStringLiteral("emptyHeading"));
    const double bottom = heading->geometry().top() - Space::kWide;
    const QPointF centre(width() / 2.0, bottom - kDisc / 2.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Figures::blend(colours.window, colours.selection, 0.7));
    painter.drawEllipse(centre, kDisc / 2.0, kDisc / 2.0);
    const QPixmap pixmap =
        icon(m_iconName, this).pixmap(QSize(kIcon, kIcon), QIcon::Normal, QIcon::On);
    painter.drawPixmap(QRectF(centre.x() - kIcon / 2.0, centre.y() - kIcon / 2.0, kIcon, kIcon),
                       pixmap, QRectF(pixmap.rect()));
}

} // namespace SecondStory::Ui
