// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/curtainline.h"

#include "theme/theme.h"
#include "timeline/timelinecurtain.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kReach = 4; ///< beside the line
constexpr double kKeyPixels = 24;

} // namespace

CurtainLine::CurtainLine(TimelineCurtain &curtain)
    : QWidget(&curtain.tracks())
    , m_curtain(curtain)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::SplitHCursor);
    setAccessibleName(tr("Edge of the curtain"));
    setToolTip(tr("Drag it, or step with Left and Right from one thing learned to the next"));
    curtain.tracks().installEventFilter(this);
    connect(&curtain, &TimelineCurtain::changed, this, &CurtainLine::place);
    connect(&curtain.tracks().viewport(), &TimelineViewport::scaleChanged, this,
            &CurtainLine::place);
    place();
}

QString CurtainLine::text() const
{
    return tr("%1 · %2").arg(m_curtain.eyesWords(), m_curtain.timeText());
}

void CurtainLine::place()
{
    setVisible(m_curtain.isOn());
    if (!m_curtain.isOn())
        return;
    const QWidget &tracks = m_curtain.tracks();
    const QFontMetrics metrics(fontAt(font(), 0.85, QFont::DemiBold));
    const QString label = metrics.elidedText(text(), Qt::ElideMiddle, tracks.width() * 2 / 3);
    const int labelWidth = metrics.horizontalAdvance(label) + 2 * Space::kSmall + 10;
    const int labelHeight = std::max(Space::kTarget - 2, metrics.height() + 6);
    const double x = m_curtain.tracks().viewport().scale().x(m_curtain.time());
    m_isInView = x >= 0 && x <= tracks.width();
    const int line = static_cast<int>(std::floor(std::clamp(x, 0.0, tracks.width() - 1.0)));
    const int most = std::max(0, tracks.width() - labelWidth);
    const int left = std::min(std::clamp(line - labelWidth / 2, 0, most), line - kReach);
    const int right = std::max(left + labelWidth, line + kReach + 1);
    setGeometry(left, 0, right - left, tracks.height());
    m_lineX = line - left;
    m_grip = QRect(std::clamp(line - labelWidth / 2, 0, most) - left, 0, labelWidth, labelHeight);
    QRegion reach(m_grip);
    if (m_isInView)
        reach += QRect(m_lineX - kReach, 0, 2 * kReach + 1, height());
    setMask(reach);
    setAccessibleDescription(m_curtain.words());
    raise();
    update();
}

bool CurtainLine::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

void CurtainLine::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Figures::Palette &palette = paletteFor(this);
    QPainter painter(this);
    if (m_isInView)
        painter.fillRect(QRectF(m_lineX - 0.5, 0, 2, height()), palette.accent);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(palette.text, 2) : QPen(Qt::NoPen));
    painter.setBrush(palette.accent);
    painter.drawRoundedRect(QRectF(m_grip).adjusted(1, 1, -1, -1), 4, 4);
    painter.setPen(palette.surface);
    const QFont font = fontAt(this->font(), 0.85, QFont::DemiBold);
    painter.setFont(font);
    const double x = m_curtain.tracks().viewport().scale().x(m_curtain.time());
    QString words = text();
    if (!m_isInView)
        words = x < 0 ? QString(u"◂ "_s + words) : QString(words + u" ▸"_s);
    painter.drawText(
        m_grip, Qt::AlignCenter,
        QFontMetrics(font).elidedText(words, Qt::ElideMiddle, m_grip.width() - Space::kSmall));
}

void CurtainLine::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    setFocus(Qt::MouseFocusReason);
    m_isHeld = true;
    m_grabOffset = m_isInView ? event->position().x() - m_lineX : 0;
    if (!m_isInView)
        m_curtain.tracks().viewport().jumpTo(
            m_curtain.tracks().viewport().scale().centredOn(m_curtain.time()));
}

void CurtainLine::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_isHeld || !(event->buttons() & Qt::LeftButton))
        return;
    const double x = mapToParent(event->position()).x() - m_grabOffset;
    const TimePoint time =
        m_curtain.tracks().timeAt(std::clamp(x, 0.0, parentWidget()->width() - 1.0));
    const bool snaps = !(event->modifiers() & Qt::AltModifier);
    m_curtain.setTime(snaps ? m_curtain.tracks().snapped(time) : time);
}

void CurtainLine::mouseReleaseEvent(QMouseEvent *event)
{
    Q_UNUSED(event)
    m_isHeld = false;
}

void CurtainLine::keyPressEvent(QKeyEvent *event)
{
    const bool isFine = event->modifiers() & Qt::ShiftModifier;
    const auto step = [&](int direction) {
        if (isFine) {
            const double pixels = kKeyPixels * direction;
            m_curtain.setTime(
                { m_curtain.time().us
                  + std::llround(pixels * m_curtain.tracks().viewport().scale().perPixel()) });
        } else {
            m_curtain.step(direction);
        }
    };
    switch (event->key()) {
    case Qt::Key_Left:
        step(-1);
        break;
    case Qt::Key_Right:
        step(1);
        break;
    case Qt::Key_Space:
        Q_EMIT playRequested();
        break;
    case Qt::Key_Escape:
        Q_EMIT left();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void CurtainLine::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void CurtainLine::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace SecondStory::Ui
