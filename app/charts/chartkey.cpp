// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chartkey.h"

#include "theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace SecondStory::Ui {

ChartKey::ChartKey(QWidget *parent)
    : QWidget(parent)
{
    setFont(fontAt(font(), 0.85));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChartKey::setEntries(const QList<Entry> &entries, const QColor &ink)
{
    m_entries = entries;
    m_ink = ink;
    for (Entry &entry : m_entries)
        entry.name = entry.name.simplified();
    updateGeometry();
    update();
}

int ChartKey::side() const
{
    return fontMetrics().ascent() - 1;
}

QList<QRect> ChartKey::places(int width) const
{
    QList<QRect> result;
    const int line = fontMetrics().height() + Space::kTiny;
    int x = 0;
    int y = 0;
    for (const Entry &entry : m_entries) {
        const int wanted = std::min(
            width, side() + Space::kTiny + fontMetrics().horizontalAdvance(entry.name) + 2);
        if (x > 0 && x + wanted > width) {
            x = 0;
            y += line;
        }
        result.append({ x, y, wanted, line });
        x += wanted + Space::kPanel;
    }
    return result;
}

int ChartKey::heightForWidth(int width) const
{
    const QList<QRect> all = places(width);
    return all.isEmpty() ? 0 : all.last().bottom() + 1;
}

QSize ChartKey::sizeHint() const
{
    return { 200, heightForWidth(std::max(200, width())) };
}

void ChartKey::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QList<QRect> all = places(width());
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QRect place = all[i];
        painter.fillRect(QRect(place.left(), place.center().y() - side() / 2, side(), side()),
                         m_entries[i].fill);
        painter.setPen(m_ink);
        const QRect words = place.adjusted(side() + Space::kTiny, 0, 0, 0);
        painter.drawText(
            words, Qt::AlignVCenter | Qt::AlignLeft,
            fontMetrics().elidedText(m_entries[i].name, Qt::ElideRight, words.width()));
    }
}

} // namespace SecondStory::Ui
