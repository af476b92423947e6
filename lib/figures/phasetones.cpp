// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/phasetones.h"

#include <QCoreApplication>

#include <array>

namespace SecondStory::Figures {

namespace {

constexpr std::array<double, 3> kShare{ 0.26, 0.88, 0.54 };
constexpr double kHatchStep = 5;

} // namespace

QColor phaseTone(int phase, const Palette &palette)
{
    return blend(palette.surface, palette.accent, kShare[static_cast<size_t>(phase)]);
}

QColor phaseInk(int phase, const Palette &palette)
{
    const QColor tone = phaseTone(phase, palette);
    return contrast(tone, palette.text) >= contrast(tone, palette.surface) ? palette.text
                                                                           : palette.surface;
}

QString phaseName(int phase)
{
    static constexpr std::array kNames{ QT_TRANSLATE_NOOP("PhaseTones", "Before"),
                                        QT_TRANSLATE_NOOP("PhaseTones", "During"),
                                        QT_TRANSLATE_NOOP("PhaseTones", "After") };
    return QCoreApplication::translate("PhaseTones", kNames[static_cast<size_t>(phase)]);
}

void fillPhase(QPainter &painter, const QRectF &rect, int phase, const Palette &palette)
{
    painter.fillRect(rect, phaseTone(phase, palette));
    if (phase == 1 || rect.width() < 1)
        return;
    // Own lines instead of a brush pattern: those are device pixels and vanish on paper.
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setPen(QPen(
        blend(phaseTone(phase, palette), phase == 0 ? palette.accent : palette.surface, 0.4), 1));
    const double lean = phase == 0 ? rect.height() : 0;
    for (double x = rect.left() - lean; x < rect.right(); x += kHatchStep)
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + lean, rect.top()));
    painter.restore();
}

} // namespace SecondStory::Figures
