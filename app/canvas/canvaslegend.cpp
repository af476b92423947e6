// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/canvaslegend.h"

#include "figures/canvas/factorcard.h"
#include "figures/canvas/factorwords.h"
#include "figures/canvas/influencecurve.h"
#include "figures/canvas/kindglyph.h"
#include "theme/theme.h"

#include <QPainter>

namespace SecondStory::Ui {

namespace {

constexpr int kPicture = 76;

/// A stretch of an influence, lying.
void paintLine(QPainter &painter, const QRect &box, InfluenceKind kind, InfluenceStatus status,
               const Figures::Palette &colors)
{
    Figures::CurveRoute route;
    route.from = QPointF(box.left() + 2, box.center().y() + 0.5);
    route.to = QPointF(box.right() - 2, box.center().y() + 0.5);
    route.fromSide = Figures::CardSide::Right;
    route.toSide = Figures::CardSide::Left;
    Figures::InfluenceCurve(route).paint(painter, kind, status, colors);
}

/// A slip of a card with its border.
void paintBorder(QPainter &painter, const QRect &box, Confidence confidence,
                 const Figures::Palette &colors)
{
    Factor factor;
    factor.confidence = confidence;
    factor.polarity = Polarity::Present;
    painter.save();
    painter.setClipRect(box);
    const QPointF corner(box.left() + 1, box.center().y() - 8);
    Figures::FactorCard(factor, 0, painter.font())
        .paintFrame(painter, QRectF(corner, QSizeF(box.width() - 3, 17)), colors);
    painter.restore();
}

} // namespace

CanvasLegend::CanvasLegend(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("How to read the canvas"));
}

int CanvasLegend::rowHeight() const
{
    return qMax(int(Space::kTarget), fontMetrics().height() + Space::kTiny);
}

int CanvasLegend::kindColumns() const
{
    int widest = 0;
    for (const FactorKind kind : Figures::allValues<FactorKind>()) {
        const QString word = Figures::capitalised(Figures::wordFor(kind));
        widest = qMax(widest, fontMetrics().horizontalAdvance(word));
    }
    return 2 * (widest + 34) <= qMax(width(), 220) ? 2 : 1;
}

QSize CanvasLegend::sizeHint() const
{
    const auto rows = Figures::allValues<Confidence>().size()
        + Figures::allValues<InfluenceKind>().size()
        + Figures::allValues<FactorKind>().size() / kindColumns() + 2;
    return { 220, static_cast<int>(rows) * rowHeight() + 4 * (rowHeight() + Space::kSmall) };
}

void CanvasLegend::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // A narrower legend needs one column for the signs, and so more height.
    updateGeometry();
}

void CanvasLegend::paintEvent(QPaintEvent *)
{
    const Figures::Palette &colors = paletteFor(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int y = 0;
    const auto head = [&](const QString &text) {
        y += y > 0 ? int(Space::kSmall) : 0;
        painter.setFont(fontAt(font(), 0.85, QFont::DemiBold));
        painter.setPen(colors.muted);
        painter.drawText(QRect(0, y, width(), rowHeight()), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, width()));
        painter.setFont(font());
        y += rowHeight();
    };
    const auto word = [&](int x, const QString &text) {
        painter.setPen(colors.text);
        painter.drawText(QRect(x, y, width() - x, rowHeight()), Qt::AlignLeft | Qt::AlignVCenter,
                         Figures::capitalised(text));
    };
    head(tr("Border: how well supported"));
    for (const Confidence confidence : Figures::allValues<Confidence>()) {
        paintBorder(painter, QRect(0, y, kPicture, rowHeight()), confidence, colors);
        word(kPicture + Space::kPanel, Figures::wordFor(confidence));
        y += rowHeight();
    }
    head(tr("Line: what one did to the other"));
    for (const InfluenceKind kind : Figures::allValues<InfluenceKind>()) {
        paintLine(painter, QRect(0, y, kPicture, rowHeight()), kind, InfluenceStatus::Supported,
                  colors);
        word(kPicture + Space::kPanel, Figures::wordFor(kind));
        y += rowHeight();
    }
    paintLine(painter, QRect(0, y, kPicture, rowHeight()), InfluenceKind::ContributedTo,
              InfluenceStatus::Disputed, colors);
    word(kPicture + Space::kPanel, Figures::wordFor(InfluenceStatus::Disputed));
    y += rowHeight();
    head(tr("Sign: what a factor is about"));
    const auto kinds = Figures::allValues<FactorKind>();
    const int columns = kindColumns();
    for (int i = 0; i < kinds.size(); ++i) {
        const int x = i % columns * width() / columns;
        const QRectF glyph(x + 1, y + (rowHeight() - 14) / 2.0, 14, 14);
        painter.setPen(QPen(colors.muted, 1.3));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(Figures::kindGlyph(kinds[i], glyph));
        word(x + 22, Figures::wordFor(kinds[i]));
        y += i % columns == columns - 1 ? rowHeight() : 0;
    }
}

} // namespace SecondStory::Ui
