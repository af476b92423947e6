// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/segments.h"

#include "theme/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace SecondStory::Ui {

namespace {

/// Told apart by ground and weight in every theme; a style's sunken button is not.
class SegmentButton : public QToolButton {
public:
    using QToolButton::QToolButton;

    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics metrics(fontAt(font(), 1, QFont::DemiBold));
        return { metrics.horizontalAdvance(text()) + 2 * Space::kSmall + 2,
                 std::max(Space::kTarget, metrics.height() + Space::kSmall) };
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Figures::Palette &colors = paletteFor(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        const QColor ground = isChecked() ? colors.selection
            : underMouse()                ? colors.raised
                                          : colors.surface;
        painter.setPen(QPen(isChecked() ? colors.accent : colors.line, 1));
        painter.setBrush(ground);
        painter.drawRoundedRect(box, Space::kTiny, Space::kTiny);
        if (hasFocus()) {
            painter.setPen(QPen(colors.accent, 2));
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), Space::kTiny - 1, Space::kTiny - 1);
        }
        painter.setFont(fontAt(font(), 1, isChecked() ? QFont::DemiBold : QFont::Normal));
        painter.setPen(isChecked() ? colors.text : colors.muted);
        painter.drawText(rect(), Qt::AlignCenter, text());
    }
};

} // namespace

Segments::Segments(const QStringList &choices, const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::kTiny / 2);
    setAccessibleName(accessibleName);
    for (int i = 0; i < choices.size(); ++i) {
        auto *button = new SegmentButton(this);
        button->setText(choices[i]);
        button->setCheckable(true);
        button->setChecked(i == 0);
        button->setMinimumHeight(Space::kTarget);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAccessibleName(
            tr("%1: %2", "what is chosen, choice").arg(accessibleName, choices[i]));
        m_group->addButton(button, i);
        layout->addWidget(button);
    }
    connect(m_group, &QButtonGroup::idClicked, this, &Segments::chosen);
}

int Segments::current() const
{
    return m_group->checkedId();
}

void Segments::setCurrent(int index)
{
    if (auto *button = m_group->button(index))
        button->setChecked(true);
}

} // namespace SecondStory::Ui
