// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelinenotice.h"

#include "figures/timeline/eventmarks.h"
#include "theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>
#include <cmath>
#include <memory>

namespace SecondStory::Ui {

TimelineNotice::TimelineNotice(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_buttons(new QHBoxLayout)
{
    for (QLabel *label : { m_title, m_sentence }) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    m_buttons->setSpacing(Space::kSmall);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(Space::kSection, 2 * Space::kSection, Space::kSection, Space::kWide);
    box->setSpacing(Space::kSmall);
    box->addWidget(m_title);
    box->addWidget(m_sentence);
    box->addSpacing(Space::kTiny);
    box->addLayout(m_buttons);
    hide();
}

void TimelineNotice::show(const QString &title, const QString &sentence, const QStringList &actions)
{
    m_title->setFont(fontAt(font(), 1.15, QFont::DemiBold));
    m_title->setText(title);
    m_sentence->setText(sentence);
    if (actions != m_actions) {
        m_actions = actions;
        while (QLayoutItem *item = m_buttons->takeAt(0)) {
            const std::unique_ptr<QLayoutItem> owned(item);
            if (QWidget *button = item->widget()) {
                button->hide();
                button->deleteLater();
            }
        }
        m_buttons->addStretch();
        for (int i = 0; i < actions.size(); ++i) {
            auto *button = new QPushButton(actions[i], this);
            button->setMinimumHeight(Space::kRow);
            connect(
                button, &QPushButton::clicked, this, [this, i] { Q_EMIT chosen(i); },
                Qt::QueuedConnection);
            m_buttons->addWidget(button);
        }
        m_buttons->addStretch();
    }
    centre();
    QWidget::show();
    raise();
}

void TimelineNotice::centre()
{
    const int wide = std::min(parentWidget()->width() - 2 * Space::kWide,
                              std::max(fontMetrics().averageCharWidth() * 72,
                                       m_buttons->sizeHint().width() + 4 * Space::kSection));
    const int tall = std::max(sizeHint().height(), heightForWidth(wide));
    setGeometry((parentWidget()->width() - wide) / 2,
                std::max(0, (parentWidget()->height() - tall) / 2), wide, tall);
}

void TimelineNotice::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Figures::Palette &palette = paletteFor(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.surface);
    painter.drawRoundedRect(rect(), 6, 6);
    // A line with a few marks on it: what this place is for.
    const double y = Space::kSection;
    const double middle = width() / 2.0;
    painter.setPen(QPen(palette.strongLine, 1));
    painter.drawLine(QPointF(middle - 110, std::floor(y) + 0.5),
                     QPointF(middle + 110, std::floor(y) + 0.5));
    using Figures::MarkShape;
    static constexpr std::array shapes{ MarkShape::Diamond, MarkShape::Bubble, MarkShape::Triangle,
                                        MarkShape::Flag, MarkShape::Square };
    for (size_t i = 0; i < shapes.size(); ++i) {
        const QColor &hue = palette.category(static_cast<int>(i));
        const QPointF place(middle - 84 + 42.0 * static_cast<double>(i), y);
        Figures::paintMark(painter, place, 15, shapes[i],
                           { Figures::blend(hue, palette.surface, 0.5), hue, {}, {}, false });
    }
}

} // namespace SecondStory::Ui
