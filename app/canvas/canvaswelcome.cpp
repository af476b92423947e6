// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/canvaswelcome.h"

#include "figures/canvas/influencecurve.h"
#include "figures/canvas/kindglyph.h"
#include "theme/theme.h"

#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kGap = 40;

/// The text of a ghost card; a button without paint of its own, so that keys and screen readers
/// reach it.
class GhostButton : public QPushButton {
public:
    GhostButton(const QString &text, QWidget *parent)
        : QPushButton(parent)
    {
        setAccessibleName(text);
        setProperty("question", text);
        setCursor(Qt::PointingHandCursor);
        setAttribute(Qt::WA_Hover);
    }

protected:
    void paintEvent(QPaintEvent *) override { }
};

} // namespace

CanvasWelcome::CanvasWelcome(QWidget *parent)
    : QWidget(parent)
    , m_starred(new QPushButton(this))
{
    const auto ghost = [this](const QString &question, FactorKind kind, Level level,
                              Polarity polarity) {
        Ghost result{ new GhostButton(question, this), {} };
        result.like.kind = kind;
        result.like.level = level;
        result.like.polarity = polarity;
        result.like.phase = level == Level::Outcome ? Phase::During : Phase::Before;
        connect(result.button, &QPushButton::clicked, this,
                [this, like = result.like] { Q_EMIT factorRequested(like); });
        return result;
    };
    m_ghosts = { ghost(tr("Write it on a card"), FactorKind::Outcome, Level::Outcome,
                       Polarity::Hindered),
                 ghost(tr("What made it possible?"), FactorKind::Condition, Level::Systems,
                       Polarity::Present),
                 ghost(tr("What made it harder?"), FactorKind::Pressure, Level::Planning,
                       Polarity::Hindered),
                 ghost(tr("What helped?"), FactorKind::Practice, Level::Teams, Polarity::Helped) };
    connect(m_starred, &QPushButton::clicked, this, &CanvasWelcome::starredEventsRequested);
    setStarredEvents(0);
}

void CanvasWelcome::setStarredEvents(int count)
{
    m_starred->setVisible(count > 0);
    m_starred->setText(tr("Start from starred events (%1)").arg(count));
    resizeEvent(nullptr);
}

void CanvasWelcome::resizeEvent(QResizeEvent *)
{
    const int unit = fontMetrics().height();
    const QSize card(qMin(unit * 13, (width() - 4 * Space::kSection) / 3 - Space::kWide), unit * 4);
    const int middle = width() / 2;
    const int top = qMax(unit * 6, height() / 2 - card.height() - kGap);
    for (int i = 1; i <= 3; ++i) {
        const int x = middle - card.width() / 2 + (i - 2) * (card.width() + Space::kSection);
        m_ghosts[static_cast<size_t>(i)].button->setGeometry(QRect(QPoint(x, top), card));
    }
    m_ghosts[0].button->setGeometry(
        QRect(QPoint(middle - card.width() / 2, top + card.height() + 2 * kGap), card));
    const QSize button = m_starred->sizeHint() + QSize(2 * Space::kPanel, Space::kTiny);
    m_starred->move(middle - button.width() / 2, m_ghosts[0].button->geometry().bottom() + kGap);
    m_starred->resize(button);
    update();
}

void CanvasWelcome::paintGhost(QPainter &painter, const Ghost &ghost) const
{
    const Figures::Palette &colors = paletteFor(this);
    const QRectF rect = QRectF(ghost.button->geometry()).adjusted(1, 1, -1, -1);
    const bool isLive = ghost.button->hasFocus() || ghost.button->underMouse();
    QPen pen(isLive ? colors.accent : colors.faint, isLive ? 2 : 1.25);
    pen.setDashPattern({ 4, 3 });
    painter.setPen(pen);
    QColor paper = colors.surface;
    paper.setAlphaF(0.6F);
    painter.setBrush(paper);
    painter.drawRoundedRect(rect, 6, 6);
    const QRectF glyph(rect.left() + Space::kPanel, rect.center().y() - 8, 16, 16);
    painter.setPen(QPen(colors.polarity(ghost.like.polarity), 1.5, Qt::SolidLine, Qt::RoundCap,
                        Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(Figures::kindGlyph(ghost.like.kind, glyph));
    painter.setPen(colors.text);
    painter.drawText(rect.adjusted(Space::kPanel + 26, Space::kTiny, -Space::kSmall, -Space::kTiny),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap,
                     ghost.button->property("question").toString());
}

void CanvasWelcome::paintEvent(QPaintEvent *)
{
    const Figures::Palette &colors = paletteFor(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // The lanes stay visible, but behind the words.
    QColor veil = colors.window;
    veil.setAlphaF(0.72F);
    painter.fillRect(rect(), veil);
    const QRect first = m_ghosts[1].button->geometry();
    const QRect outcome = m_ghosts[0].button->geometry();
    const int line = fontMetrics().height();
    painter.setPen(colors.text);
    painter.setFont(fontAt(font(), 1.5, QFont::DemiBold));
    painter.drawText(QRect(0, first.top() - line * 5, width(), line * 2), Qt::AlignCenter,
                     tr("What was affected?"));
    painter.setFont(font());
    painter.setPen(colors.muted);
    painter.drawText(
        QRect(Space::kWide, first.top() - line * 3, width() - 2 * Space::kWide, line * 2),
        Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
        tr("Then ask what shaped it, on every level. Pick a card, or double-click anywhere."));
    const std::array kinds{ InfluenceKind::ContributedTo, InfluenceKind::MadeHarder,
                            InfluenceKind::Helped };
    for (size_t i = 1; i < m_ghosts.size(); ++i) {
        Figures::CurveRoute route;
        route.from = QPointF(m_ghosts[i].button->geometry().center().x(), first.bottom() + 3);
        route.to = QPointF(outcome.left() + outcome.width() * static_cast<double>(i) / 4,
                           outcome.top() - 2);
        Figures::InfluenceCurve(route).paint(painter, kinds[i - 1], InfluenceStatus::Proposed,
                                             colors);
    }
    for (const Ghost &ghost : m_ghosts)
        paintGhost(painter, ghost);
}

} // namespace SecondStory::Ui
