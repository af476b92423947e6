// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelinenotice.h"

#include "figures/timeline/eventmarks.h"
#include "theme/theme.h"
#include "theme/widgets.h"
#include "widgets/smallwidgets.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>
#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

NoticeCard::NoticeCard(const NoticeAction &action, QWidget *parent)
    : QAbstractButton(parent)
    , m_action(action)
{
    setText(action.text);
    setAccessibleName(action.text);
    setAccessibleDescription(action.detail);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
}

int NoticeCard::textWidth() const
{
    const QFontMetrics bold(fontAt(font(), 1.0, QFont::DemiBold));
    return std::max(bold.horizontalAdvance(m_action.text), fontMetrics().averageCharWidth() * 24);
}

QSize NoticeCard::sizeHint() const
{
    const QFontMetrics small(fontAt(font(), 0.92));
    const int detail =
        small.boundingRect(0, 0, textWidth(), 10'000, Qt::TextWordWrap, m_action.detail).height();
    return { textWidth() + 2 * Space::kWide,
             2 * Space::kPanel + 20 + Space::kSmall + fontMetrics().height() + Space::kTiny
                 + detail };
}

void NoticeCard::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Figures::Palette &palette = paletteFor(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isOver = underMouse() || isDown();
    const double pen = hasFocus() ? 2 : 1;
    painter.setPen(QPen(hasFocus() || isOver ? palette.accent : palette.strongLine, pen));
    painter.setBrush(isOver ? Figures::blend(palette.raised, palette.selection, 0.4)
                            : palette.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), 6, 6);
    const QRect inner = rect().adjusted(Space::kWide, Space::kPanel, -Space::kWide, -Space::kPanel);
    Ui::icon(m_action.icon, this).paint(&painter, QRect(inner.topLeft(), QSize(20, 20)));
    const QFont bold = fontAt(font(), 1.0, QFont::DemiBold);
    const int lineHeight = QFontMetrics(bold).height();
    painter.setFont(bold);
    painter.setPen(palette.text);
    const int top = inner.top() + 20 + Space::kSmall;
    painter.drawText(QRect(inner.left(), top, inner.width(), lineHeight), Qt::AlignLeft,
                     m_action.text);
    painter.setFont(fontAt(font(), 0.92));
    painter.setPen(palette.muted);
    painter.drawText(inner.adjusted(0, 20 + Space::kSmall + lineHeight + Space::kTiny, 0, 0),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_action.detail);
}

TimelineNotice::TimelineNotice(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_actions(new QWidget(this))
{
    for (QLabel *label : { m_title, m_sentence }) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(Space::kSection, 2 * Space::kSection, Space::kSection, Space::kWide);
    box->setSpacing(Space::kSmall);
    box->addWidget(m_title);
    box->addWidget(m_sentence);
    box->addSpacing(Space::kTiny);
    box->addWidget(m_actions, 0, Qt::AlignHCenter);
    hide();
}

void TimelineNotice::show(const QString &title, const QString &sentence,
                          const QList<NoticeAction> &actions)
{
    m_title->setFont(fontAt(font(), 1.15, QFont::DemiBold));
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    QStringList words;
    for (const NoticeAction &action : actions)
        words << action.text;
    if (words != m_shown) {
        m_shown = words;
        fill(actions);
    }
    QWidget::show();
    raise();
    centre();
}

void TimelineNotice::fill(const QList<NoticeAction> &actions)
{
    // Buttons may be pressed at this moment: they go later.
    if (QLayout *old = m_actions->layout()) {
        while (QLayoutItem *item = old->takeAt(0)) {
            const std::unique_ptr<QLayoutItem> owned(item);
            item->widget()->hide();
            item->widget()->deleteLater();
        }
    } else {
        auto *row = new QHBoxLayout(m_actions);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(Space::kPanel);
    }
    m_hasCards = false;
    for (int i = 0; i < actions.size(); ++i) {
        QAbstractButton *button = nullptr;
        if (actions[i].detail.isEmpty()) {
            auto *push = new QPushButton(m_actions);
            QString text = actions[i].text;
            push->setText(text.replace(u'&', u"&&"_s));
            push->setMinimumHeight(std::max(Space::kRow, fontMetrics().height() + Space::kSmall));
            if (i == 0)
                makePrimary(push);
            button = push;
        } else {
            button = new NoticeCard(actions[i], m_actions);
            m_hasCards = true;
        }
        connect(
            button, &QAbstractButton::clicked, this, [this, i] { Q_EMIT chosen(i); },
            Qt::QueuedConnection);
        m_actions->layout()->addWidget(button);
        button->show();
    }
}

void TimelineNotice::centre()
{
    const int room = parentWidget()->width() - 2 * Space::kWide;
    // Side by side where there is room, below one another where not.
    if (auto *row = qobject_cast<QBoxLayout *>(m_actions->layout())) {
        row->setDirection(QBoxLayout::LeftToRight);
        if (row->sizeHint().width() + 2 * Space::kSection > room)
            row->setDirection(QBoxLayout::TopToBottom);
    }
    const int wide = std::min(room,
                              std::max(fontMetrics().averageCharWidth() * 72,
                                       m_actions->sizeHint().width() + 2 * Space::kSection));
    layout()->invalidate();
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
