// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/factor.h"
#include "figures/palette.h"

#include <QFont>
#include <QRectF>
#include <QSizeF>
#include <QStringList>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace SecondStory::Figures {

/// Every card has one size, so that a canvas keeps its shape whatever is written on it.
/// Units: canvas units; the card's text is 13 units high at every zoom and font scale.
inline constexpr QSizeF kCardSize{ 208, 76 };
inline constexpr double kCardText = 13;
inline constexpr double kCanvasGrid = 8;

/// How a card stands among the others.
struct CardLook {
    bool isSelected = false;
    bool isHovered = false;
    bool hasFocus = false;
    bool isFaded = false; ///< outside what is looked at
    bool isTarget = false; ///< something dragged would land on it
    bool isSmall = false; ///< too small on screen for words in two sizes
};

/// The place of a card on the canvas.
[[nodiscard]] QRectF cardRect(QPointF centre);
/// The font of a card's title, in canvas units. Only the family and style of `base` count.
[[nodiscard]] QFont cardFont(const QFont &base);
/// Breaks a title into at most so many lines of a card; what does not fit ends in an ellipsis.
[[nodiscard]] QStringList cardLines(const QString &title, const QFont &cardFont, int most = 2);

/// Draws factors as paper cards.
class FactorCard {
public:
    FactorCard(const Factor &factor, int evidence, const QFont &base);

    /// Draws the card into `rect`, which has kCardSize. Cost: small; words were broken into lines
    /// before.
    void paint(QPainter &painter, const QRectF &rect, const Palette &palette,
               const CardLook &look = {}) const;

    /// Draws the paper and its border alone, at any size: for legends.
    void paintFrame(QPainter &painter, const QRectF &rect, const Palette &palette) const;

private:
    void paintGround(QPainter &painter, const QRectF &rect, const Palette &palette,
                     const CardLook &look) const;
    void paintBorder(QPainter &painter, const QRectF &rect, const Palette &palette,
                     const CardLook &look) const;
    void paintHeader(QPainter &painter, const QRectF &rect, const Palette &palette) const;
    void paintPhase(QPainter &painter, const QRectF &box, const Palette &palette) const;
    void paintPolarity(QPainter &painter, QPointF centre, const Palette &palette) const;
    /// Draws the count and gives back the left edge of its pill.
    double paintEvidence(QPainter &painter, QPointF right, const Palette &palette) const;
    void paintTitle(QPainter &painter, const QRectF &rect, const Palette &palette) const;
    void paintFarTitle(QPainter &painter, const QRectF &rect, const Palette &palette) const;

    FactorKind m_kind;
    Phase m_phase;
    Polarity m_polarity;
    Confidence m_confidence;
    bool m_isPinned;
    int m_evidence;
    QFont m_titleFont;
    QFont m_smallFont;
    QString m_kindWord;
    QStringList m_lines;
    QFont m_farFont; ///< for a card seen from far away: larger words, nothing else
    QStringList m_farLines;
};

} // namespace SecondStory::Figures
