// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures/canvas/factorcard.h"

#include "figures/canvas/factorwords.h"
#include "figures/canvas/kindglyph.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace SecondStory::Figures {

namespace {

constexpr double kRadius = 6;
constexpr double kPadding = 12;
constexpr double kGlyph = 14;
constexpr double kHeaderCentre = 17; ///< from the card's top
constexpr double kTitleTop = 30;
constexpr double kBadge = 8; ///< radius of the polarity badge
constexpr double kFadedShare = 0.22;

QPen borderPen(Confidence confidence, const Palette &palette)
{
    QPen pen(palette.faint, 1.25);
    switch (confidence) {
    case Confidence::Hypothesis:
        pen.setColor(palette.uncertain);
        pen.setWidthF(1.6);
        pen.setCapStyle(Qt::RoundCap);
        pen.setDashPattern({ 0.1, 2.4 });
        break;
    case Confidence::OneAccount:
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern({ 5, 3 });
        break;
    case Confidence::Corroborated:
    case Confidence::Documented:
        break;
    }
    return pen;
}

QString titleOf(const Factor &factor)
{
    const QString title = plainLine(factor.title);
    return title.isEmpty() ? QCoreApplication::translate("Canvas", "Not worded yet") : title;
}

} // namespace

QRectF cardRect(QPointF centre)
{
    return { centre - QPointF(kCardSize.width() / 2, kCardSize.height() / 2), kCardSize };
}

QFont cardFont(const QFont &base)
{
    QFont font = base;
    font.setPixelSize(qRound(kCardText));
    font.setHintingPreference(QFont::PreferNoHinting); // the same breaks at every zoom
    return font;
}

QStringList cardLines(const QString &title, const QFont &cardFont, int most)
{
    const double width = kCardSize.width() - 2 * kPadding;
    const QFontMetricsF metrics(cardFont);
    QTextLayout layout(title, cardFont);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() == most - 1) {
            lines.append(metrics.elidedText(title.mid(line.textStart()), Qt::ElideRight, width));
            break;
        }
        lines.append(title.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}

FactorCard::FactorCard(const Factor &factor, int evidence, const QFont &base)
    : m_kind(factor.kind)
    , m_phase(factor.phase)
    , m_polarity(factor.polarity)
    , m_confidence(factor.confidence)
    , m_isPinned(factor.pinned)
    , m_evidence(evidence)
    , m_titleFont(cardFont(base))
    , m_smallFont(m_titleFont)
    , m_kindWord(capitalised(wordFor(factor.kind)))
    , m_lines(cardLines(titleOf(factor), m_titleFont))
    , m_farFont(m_titleFont)
{
    m_smallFont.setPixelSize(qRound(kCardText * 0.85));
    m_farFont.setPixelSize(qRound(kCardText * 1.35));
    m_farLines = cardLines(titleOf(factor), m_farFont, 3);
}

void FactorCard::paint(QPainter &painter, const QRectF &rect, const Palette &palette,
                       const CardLook &look) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter, rect, palette, look);
    if (look.isFaded)
        painter.setOpacity(painter.opacity() * kFadedShare);
    if (look.isSmall) {
        paintFarTitle(painter, rect, palette);
    } else {
        paintHeader(painter, rect, palette);
        paintTitle(painter, rect, palette);
    }
    paintBorder(painter, rect, palette, look);
    painter.restore();
}

void FactorCard::paintFrame(QPainter &painter, const QRectF &rect, const Palette &palette) const
{
    paintGround(painter, rect, palette, {});
    paintBorder(painter, rect, palette, {});
}

void FactorCard::paintGround(QPainter &painter, const QRectF &rect, const Palette &palette,
                             const CardLook &look) const
{
    const QColor shade = blend(palette.window, Qt::black, palette.isDark() ? 0.35 : 0.09);
    painter.setPen(Qt::NoPen);
    painter.setBrush(shade);
    const double lift = look.isHovered ? 2.5 : 1.25;
    painter.drawRoundedRect(rect.translated(0, lift), kRadius, kRadius);
    QColor paper = palette.isDark() ? palette.raised : palette.surface;
    if (look.isSelected || look.isTarget)
        paper = blend(paper, palette.selection, 0.75);
    painter.setBrush(paper);
    painter.drawRoundedRect(rect, kRadius, kRadius);
    if (m_polarity == Polarity::Present || look.isFaded)
        return;
    // A slip of tone along the left edge: the badge says the same with its sign.
    painter.save();
    painter.setClipRect(QRectF(rect.topLeft(), QSizeF(4, rect.height())), Qt::IntersectClip);
    painter.setBrush(palette.polarity(m_polarity));
    painter.drawRoundedRect(rect, kRadius, kRadius);
    painter.restore();
}

void FactorCard::paintBorder(QPainter &painter, const QRectF &rect, const Palette &palette,
                             const CardLook &look) const
{
    QPen pen = borderPen(m_confidence, palette);
    if (look.isSelected || look.isTarget)
        pen.setColor(palette.accent);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    if (m_confidence == Confidence::Documented)
        painter.drawRoundedRect(rect.adjusted(3.5, 3.5, -3.5, -3.5), kRadius - 2.5, kRadius - 2.5);
    if (!look.isSelected && !look.hasFocus && !look.isTarget)
        return;
    painter.setPen(QPen(palette.accent, 2));
    painter.drawRoundedRect(rect.adjusted(-2.5, -2.5, 2.5, 2.5), kRadius + 2.5, kRadius + 2.5);
}

void FactorCard::paintHeader(QPainter &painter, const QRectF &rect, const Palette &palette) const
{
    const double middle = rect.top() + kHeaderCentre;
    const QRectF glyph(rect.left() + kPadding, middle - kGlyph / 2, kGlyph, kGlyph);
    painter.setPen(QPen(palette.muted, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(kindGlyph(m_kind, glyph));

    const QPointF badge(rect.right() - kPadding - kBadge + 2, middle);
    paintPolarity(painter, badge, palette);
    double right = paintEvidence(painter, badge - QPointF(kBadge + 5, 0), palette) - 7;
    paintPhase(painter, QRectF(right - 17, middle - 3, 17, 6), palette);
    right -= 24;

    const double left = glyph.right() + 6;
    const QFontMetricsF metrics(m_smallFont);
    painter.setFont(m_smallFont);
    painter.setPen(palette.muted);
    const double baseline = middle + (metrics.ascent() - metrics.descent()) / 2;
    painter.drawText(QPointF(left, baseline),
                     metrics.elidedText(m_kindWord, Qt::ElideRight, right - left));
    if (!m_isPinned)
        return;
    // The head of a pin in the corner.
    painter.setPen(QPen(palette.surface, 1));
    painter.setBrush(palette.muted);
    painter.drawEllipse(rect.topLeft() + QPointF(2, 2), 4.5, 4.5);
}

/// Before, during, after: three steps with the one that applies filled.
void FactorCard::paintPhase(QPainter &painter, const QRectF &box, const Palette &palette) const
{
    const std::array phases{ Phase::Before, Phase::During, Phase::After };
    const double step = box.width() / 3;
    for (size_t i = 0; i < phases.size(); ++i) {
        const QRectF cell(box.left() + step * static_cast<double>(i) + 0.5, box.top(), step - 1.5,
                          box.height());
        const bool isNow = phases[i] == m_phase;
        painter.setPen(Qt::NoPen);
        painter.setBrush(isNow ? palette.muted : palette.line);
        painter.drawRoundedRect(isNow ? cell : cell.adjusted(0, 2, 0, -2), 1, 1);
    }
}

void FactorCard::paintPolarity(QPainter &painter, QPointF centre, const Palette &palette) const
{
    const QColor tone = palette.polarity(m_polarity);
    if (m_polarity == Polarity::Present) {
        painter.setPen(QPen(tone, 1.25));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(centre, kBadge - 0.6, kBadge - 0.6);
        painter.setBrush(tone);
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(centre, 1.6, 1.6);
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(tone);
    painter.drawEllipse(centre, kBadge, kBadge);
    painter.setPen(QPen(palette.surface, 1.8, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(centre - QPointF(3.6, 0), centre + QPointF(3.6, 0));
    if (m_polarity == Polarity::Helped)
        painter.drawLine(centre - QPointF(0, 3.6), centre + QPointF(0, 3.6));
}

double FactorCard::paintEvidence(QPainter &painter, QPointF right, const Palette &palette) const
{
    const QFontMetricsF metrics(m_smallFont);
    const QString count = m_evidence > 99 ? u"99+"_s : QString::number(m_evidence);
    const double width = std::max(16.0, metrics.horizontalAdvance(count) + 9);
    const QRectF pill(right.x() - width, right.y() - 8, width, 16);
    const bool hasSome = m_evidence > 0;
    painter.setPen(QPen(hasSome ? palette.muted : palette.faint, 1));
    painter.setBrush(hasSome ? QBrush(blend(palette.surface, palette.muted, 0.16))
                             : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    painter.setFont(m_smallFont);
    painter.setPen(hasSome ? palette.text : palette.muted);
    const double baseline = right.y() + (metrics.ascent() - metrics.descent()) / 2;
    painter.drawText(QPointF(pill.center().x() - metrics.horizontalAdvance(count) / 2, baseline),
                     count);
    return pill.left();
}

void FactorCard::paintTitle(QPainter &painter, const QRectF &rect, const Palette &palette) const
{
    const QFontMetricsF metrics(m_titleFont);
    const double step = std::min(metrics.height(), 18.0);
    double baseline = rect.top() + kTitleTop + (step - metrics.height()) / 2 + metrics.ascent();
    painter.setFont(m_titleFont);
    painter.setPen(palette.text);
    for (const QString &line : m_lines) {
        painter.drawText(QPointF(rect.left() + kPadding, baseline), line);
        baseline += step;
    }
}

void FactorCard::paintFarTitle(QPainter &painter, const QRectF &rect, const Palette &palette) const
{
    const QFontMetricsF metrics(m_farFont);
    const double step = std::min(metrics.height(), 21.0);
    const double block = step * static_cast<double>(m_farLines.size() - 1);
    double baseline = rect.center().y() - block / 2 + (metrics.ascent() - metrics.descent()) / 2;
    painter.setFont(m_farFont);
    painter.setPen(palette.text);
    for (const QString &line : m_farLines) {
        painter.drawText(QPointF(rect.left() + kPadding, baseline), line);
        baseline += step;
    }
}

} // namespace SecondStory::Figures
