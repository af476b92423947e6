// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/laneheaders.h"

#include "editing/laneedits.h"
#include "theme/tooltip.h"
#include "timeline/lanecommands.h"
#include "timeline/wheelsteps.h"

#include <QApplication>
#include <QHelpEvent>
#include <QSettings>
#include <QToolTip>

#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr double kFoldWidth = 20;
constexpr double kIndent = 12;
constexpr double kGrasp = 4;
constexpr int kUsualWidth = 180;
constexpr int kSmallestWidth = 80;
constexpr int kLargestWidth = 600;
const auto kWidthSetting = u"timeline/headerWidth"_s;

} // namespace

LaneHeaders::LaneHeaders(TimelineTracks &tracks, QWidget *parent)
    : QWidget(parent)
    , m_tracks(tracks)
    , m_commands(new LaneCommands(tracks))
    , m_columnWidth(std::clamp(QSettings().value(kWidthSetting, kUsualWidth).toInt(),
                               kSmallestWidth, kLargestWidth))
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Lanes"));
    connect(&tracks, &TimelineTracks::layoutChanged, this, [this] {
        m_current = std::min(m_current, m_tracks.layout().count() - 1);
        updateWords();
        update();
    });
    connect(&tracks.viewport(), &TimelineViewport::scrolled, this, qOverload<>(&QWidget::update));
}

void LaneHeaders::setColumnWidth(int width)
{
    const int most = parentWidget() ? parentWidget()->width() / 2 : kLargestWidth;
    m_columnWidth =
        std::clamp(width, kSmallestWidth, std::clamp(most, kSmallestWidth, kLargestWidth));
    QSettings().setValue(kWidthSetting, m_columnWidth);
    updateGeometry();
}

int LaneHeaders::rowAt(double y) const
{
    return m_tracks.layout().rowAt(m_tracks.layoutY(y));
}

int LaneHeaders::edgeAt(double y) const
{
    for (const double near : { y, y - kGrasp }) {
        const Figures::LaneRow *row = m_commands->row(rowAt(near));
        if (row && !row->lane.isNull() && !row->collapsed
            && std::abs(rectOf(*row).bottom() - y) <= kGrasp)
            return rowAt(near);
    }
    return -1;
}

bool LaneHeaders::isAtSide(double x) const
{
    return x >= width() - kGrasp;
}

QRectF LaneHeaders::rectOf(const Figures::LaneRow &row) const
{
    return { 0, row.y - m_tracks.scrollOf(row), width() + 0.0, row.height };
}

double LaneHeaders::foldX(const Figures::LaneRow &row) const
{
    const bool isInside = !row.isGroup && !row.group.isNull() && !row.isPinned;
    return isInside ? kIndent : 0;
}

void LaneHeaders::setCurrent(int row)
{
    const int last = m_tracks.layout().count() - 1;
    m_current = std::clamp(row, std::min(0, last), last);
    m_tracks.reveal(m_current);
    updateWords();
    update();
}

void LaneHeaders::rename(int number)
{
    const Figures::LaneRow *row = m_commands->row(number);
    if (!row || !m_commands->canEdit() || (row->lane.isNull() && !row->isGroup))
        return;
    const double left = foldX(*row) + kFoldWidth - 4;
    Q_EMIT nameRequested(rectOf(*row).adjusted(left, 0, -6, 0).toAlignedRect(), row->name,
                         row->isGroup ? tr("Name of the group") : tr("Name of the lane"),
                         [this, number](const QString &name) { m_commands->rename(number, name); });
}

void LaneHeaders::nameNewGroup(int number)
{
    const Figures::LaneRow *row = m_commands->row(number);
    if (row)
        Q_EMIT nameRequested(rectOf(*row).adjusted(kFoldWidth, 0, -6, 0).toAlignedRect(), {},
                             tr("Name of the group"), [this, number](const QString &name) {
                                 m_commands->addGroup(name, number);
                             });
}

void LaneHeaders::nameNewLane()
{
    Q_EMIT nameRequested(QRect(8, std::max(4, height() - 36), width() - 16, 24), {},
                         tr("Name of the lane"),
                         [this](const QString &name) { m_commands->addLane(name); });
}

void LaneHeaders::mousePressEvent(QMouseEvent *event)
{
    m_from = event->position();
    m_pressedRow = rowAt(event->position().y());
    m_targetRow = -1;
    m_drag = Drag::None;
    if (event->button() != Qt::LeftButton) {
        m_pressedRow = -1;
        return;
    }
    if (isAtSide(m_from.x())) {
        m_drag = Drag::Width;
    } else if (const int edge = edgeAt(m_from.y()); edge >= 0 && m_commands->canEdit()) {
        m_drag = Drag::Height;
        m_stretched = m_commands->row(edge)->lane;
        m_stretch = m_commands->row(edge)->stretch;
    } else if (m_pressedRow >= 0) {
        setCurrent(m_pressedRow);
    }
}

void LaneHeaders::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF way = event->position() - m_from;
    if (event->buttons() == Qt::NoButton) {
        setCursor(isAtSide(event->position().x())          ? Qt::SplitHCursor
                      : edgeAt(event->position().y()) >= 0 ? Qt::SizeVerCursor
                                                           : Qt::ArrowCursor);
        return;
    }
    if (m_drag == Drag::Width) {
        setColumnWidth(qRound(event->position().x()));
    } else if (m_drag == Drag::Height) {
        const double usual = std::max(1.0, m_tracks.usualHeight());
        const double wanted = m_stretch + way.y() / usual;
        m_tracks.previewStretch(
            m_stretched, std::clamp(wanted, Editing::kLowestStretch, Editing::kHighestStretch));
    } else if (m_pressedRow >= 0
               && (m_drag == Drag::Row
                   || way.manhattanLength() >= QApplication::startDragDistance())) {
        m_drag = Drag::Row;
        const int over = rowAt(event->position().y());
        m_targetRow = over == m_pressedRow ? -1 : over;
        update();
    }
}

void LaneHeaders::mouseReleaseEvent(QMouseEvent *event)
{
    const int pressed = std::exchange(m_pressedRow, -1);
    const int target = std::exchange(m_targetRow, -1);
    const Drag drag = std::exchange(m_drag, Drag::None);
    update();
    if (drag == Drag::Height) {
        const Figures::LaneRow *row = m_commands->row(m_tracks.layout().rowOf(m_stretched));
        const double stretch = row ? row->stretch : 1;
        const LaneId lane = std::exchange(m_stretched, LaneId{});
        m_tracks.previewStretch({});
        m_commands->setStretch(lane, stretch);
        return;
    }
    const Figures::LaneRow *row = m_commands->row(pressed);
    if (!row || drag == Drag::Width)
        return;
    if (target >= 0)
        m_commands->moveTo(pressed, target);
    else if (drag == Drag::None && event->position().x() <= foldX(*row) + kFoldWidth)
        m_commands->fold(pressed, !row->collapsed);
}

void LaneHeaders::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int number = rowAt(event->position().y());
    const Figures::LaneRow *row = m_commands->row(number);
    m_pressedRow = -1;
    if (isAtSide(event->position().x()))
        setColumnWidth(kUsualWidth);
    else if (const int edge = edgeAt(event->position().y()); edge >= 0)
        m_commands->stretchStep(edge, 0);
    else if (row && event->position().x() > foldX(*row) + kFoldWidth)
        rename(number);
}

void LaneHeaders::contextMenuEvent(QContextMenuEvent *event)
{
    int number = m_current;
    if (event->reason() == QContextMenuEvent::Mouse) {
        number = rowAt(event->pos().y());
        if (number >= 0)
            setCurrent(number);
    }
    QPoint place = event->globalPos();
    const Figures::LaneRow *row = m_commands->row(number);
    if (row && event->reason() != QContextMenuEvent::Mouse)
        place = mapToGlobal(rectOf(*row).center().toPoint());
    Q_EMIT menuRequested(number, place);
}

void LaneHeaders::wheelEvent(QWheelEvent *event)
{
    const WheelSteps steps(*event);
    if (event->modifiers() & Qt::AltModifier)
        m_tracks.setLaneZoom(m_tracks.laneZoom() * std::pow(1.1, steps.any()));
    else
        m_tracks.scrollBy(-steps.distance(48));
    event->accept();
}

void LaneHeaders::step(int direction)
{
    setCurrent(m_current < 0 ? 0 : m_current + direction);
}

bool LaneHeaders::handleAltKey(int key)
{
    const Figures::LaneRow *row = m_commands->row(m_current);
    const LaneId lane = row ? row->lane : LaneId{};
    const LaneGroupId group = row && row->isGroup ? row->group : LaneGroupId{};
    if (key != Qt::Key_Up && key != Qt::Key_Down)
        return false;
    m_commands->moveStep(m_current, key == Qt::Key_Up ? -1 : 1);
    setCurrent(lane.isNull() ? m_tracks.layout().rowOf(group) : m_tracks.layout().rowOf(lane));
    return true;
}

bool LaneHeaders::handleKey(const QKeyEvent &event)
{
    const Figures::LaneRow *row = m_commands->row(m_current);
    if (event.modifiers() & Qt::AltModifier)
        return handleAltKey(event.key());
    switch (event.key()) {
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Home:
        setCurrent(0);
        return true;
    case Qt::Key_End:
        setCurrent(m_tracks.layout().count() - 1);
        return true;
    case Qt::Key_Escape:
        Q_EMIT left();
        return true;
    default:
        break;
    }
    if (!row)
        return false;
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        m_commands->fold(m_current, event.key() == Qt::Key_Left);
        return true;
    case Qt::Key_Space:
        m_commands->fold(m_current, !row->collapsed);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        rename(m_current);
        return true;
    case Qt::Key_P:
        m_commands->pin(m_current, !row->isPinned);
        return true;
    case Qt::Key_H:
        m_commands->hide(m_current);
        return true;
    case Qt::Key_G:
        nameNewGroup(m_current);
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_commands->stretchStep(m_current, 1);
        return true;
    case Qt::Key_Minus:
        m_commands->stretchStep(m_current, -1);
        return true;
    case Qt::Key_0:
        m_commands->stretchStep(m_current, 0);
        return true;
    default:
        return false;
    }
}

void LaneHeaders::keyPressEvent(QKeyEvent *event)
{
    if (!handleKey(*event))
        QWidget::keyPressEvent(event);
}

void LaneHeaders::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_current < 0)
        setCurrent(0);
    update();
}

void LaneHeaders::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void LaneHeaders::updateWords()
{
    const Figures::LaneRow *row = m_commands->row(m_current);
    QStringList words;
    if (row) {
        words.append(row->name);
        if (row->isGroup)
            words.append(tr("group of %n lane(s)", nullptr, static_cast<int>(row->members.size())));
        if (row->isPinned)
            words.append(tr("pinned"));
        if (row->collapsed)
            words.append(tr("folded"));
    }
    setAccessibleDescription(words.join(u", "_s));
}

bool LaneHeaders::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // Plain keys belong to the names while they have the focus.
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::NoModifier && key->key() >= Qt::Key_Space
            && key->key() <= Qt::Key_Z)
            event->accept();
    }
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const Figures::LaneRow *row = m_commands->row(rowAt(help->pos().y()));
    QToolTip::showText(help->globalPos(), row ? plainToolTip(row->name) : QString(), this);
    return true;
}

} // namespace SecondStory::Ui
