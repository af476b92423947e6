// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/canvaskeys.h"

#include "canvas/canvascommands.h"
#include "canvas/canvasview.h"
#include "canvas/factorscene.h"

#include <QKeyEvent>

#include <optional>

namespace SecondStory::Ui {

namespace {

constexpr auto kShift = Qt::ShiftModifier;
constexpr auto kControl = Qt::ControlModifier;
constexpr auto kAlt = Qt::AltModifier;

std::optional<Heading> headingOf(int key)
{
    switch (key) {
    case Qt::Key_Up:
        return Heading::Up;
    case Qt::Key_Down:
        return Heading::Down;
    case Qt::Key_Left:
        return Heading::Left;
    case Qt::Key_Right:
        return Heading::Right;
    default:
        return {};
    }
}

/// The digit on a key, also when Shift makes it a sign on this keyboard.
int digitOf(const QKeyEvent &event)
{
    if (event.key() >= Qt::Key_1 && event.key() <= Qt::Key_9)
        return event.key() - Qt::Key_0;
    // US and similar layouts; others send the digit itself with Shift or have it in the scan code.
    static const QList<int> shifted{ Qt::Key_Exclam, Qt::Key_At, Qt::Key_NumberSign,
                                     Qt::Key_Dollar };
    if (const qsizetype place = shifted.indexOf(event.key()); place >= 0)
        return static_cast<int>(place) + 1;
    const quint32 code =
        event.nativeScanCode(); // 10 is the key left of all digits on X11 and Wayland
    return code >= 10 && code <= 17 ? static_cast<int>(code) - 9 : 0;
}

bool handleArrow(Heading heading, Qt::KeyboardModifiers modifiers, CanvasCommands &commands)
{
    if (modifiers == Qt::NoModifier)
        commands.walk(heading, true);
    else if (modifiers == kAlt)
        commands.walk(heading, false);
    else if (modifiers == kShift)
        commands.nudge(heading);
    else if (modifiers == kControl)
        commands.createConnected(heading);
    else
        return false;
    return true;
}

bool handleDigit(int digit, Qt::KeyboardModifiers modifiers, CanvasCommands &commands)
{
    if (modifiers == Qt::NoModifier && digit <= 8)
        commands.setKind(static_cast<FactorKind>(digit - 1));
    else if (modifiers == kShift && digit <= 4)
        commands.setConfidence(static_cast<Confidence>(digit - 1));
    else
        return false;
    return true;
}

bool handlePlain(int key, CanvasView &view)
{
    CanvasCommands &commands = view.commands();
    switch (key) {
    case Qt::Key_Tab:
        commands.createConnected(Heading::Down);
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        commands.removeSelection();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        commands.editSelection();
        return true;
    case Qt::Key_E:
        Q_EMIT view.linkRequested();
        return true;
    case Qt::Key_K:
        commands.goToEvidence();
        return true;
    case Qt::Key_N:
        view.beginFactor(commands.draftAt(view.pointerPlace()));
        return true;
    case Qt::Key_V:
        commands.togglePin();
        return true;
    case Qt::Key_L:
        commands.tidySelection();
        return true;
    case Qt::Key_F:
        commands.cycleFocus();
        return true;
    case Qt::Key_Home:
        view.fitAll();
        return true;
    case Qt::Key_Escape:
        return commands.peel();
    default:
        return false;
    }
}

bool handleShifted(int key, CanvasCommands &commands)
{
    if (key == Qt::Key_Backtab || key == Qt::Key_Tab)
        commands.createSibling();
    else if (key == Qt::Key_L)
        commands.tidyAll();
    else
        return false;
    return true;
}

bool handleControl(const QKeyEvent &event, CanvasView &view)
{
    CanvasCommands &commands = view.commands();
    if (event.matches(QKeySequence::SelectAll))
        commands.selectAll();
    else if (event.matches(QKeySequence::Copy))
        commands.copy();
    else if (event.matches(QKeySequence::Find))
        Q_EMIT view.findRequested();
    else if (event.matches(QKeySequence::ZoomIn) || event.key() == Qt::Key_Equal)
        view.zoomBy(1.25);
    else if (event.matches(QKeySequence::ZoomOut))
        view.zoomBy(0.8);
    else if (event.key() == Qt::Key_0)
        view.setZoom(1);
    else
        return false;
    return true;
}

} // namespace

bool isCanvasKey(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool isPlain = modifiers == Qt::NoModifier || modifiers == kShift;
    if (headingOf(event.key()))
        return true;
    if (isPlain && digitOf(event) > 0)
        return true;
    static const QList<int> keys{ Qt::Key_E,         Qt::Key_K,      Qt::Key_N,     Qt::Key_V,
                                  Qt::Key_L,         Qt::Key_F,      Qt::Key_Space, Qt::Key_Delete,
                                  Qt::Key_Backspace, Qt::Key_Return, Qt::Key_Enter, Qt::Key_F2 };
    if (isPlain && keys.contains(event.key()))
        return true;
    if (modifiers == kAlt && event.key() == Qt::Key_A)
        return true;
    return event.matches(QKeySequence::SelectAll) || event.matches(QKeySequence::Copy)
        || event.matches(QKeySequence::Find);
}

bool handleArrangeKey(int key, CanvasView &view)
{
    using enum Editing::Alignment;
    static const QHash<int, Editing::Alignment> ways{
        { Qt::Key_L, Left }, { Qt::Key_C, Centre }, { Qt::Key_R, Right },
        { Qt::Key_T, Top },  { Qt::Key_M, Middle }, { Qt::Key_B, Bottom }
    };
    if (const auto way = ways.constFind(key); way != ways.constEnd())
        view.commands().align(*way);
    else if (key == Qt::Key_H)
        view.commands().distribute(Editing::Direction::Horizontally);
    else if (key == Qt::Key_V)
        view.commands().distribute(Editing::Direction::Vertically);
    else
        return false;
    return true;
}

bool handleCanvasKey(const QKeyEvent &event, CanvasView &view)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (const auto heading = headingOf(event.key()))
        return handleArrow(*heading, modifiers, view.commands());
    const int digit = digitOf(event);
    if (digit > 0 && handleDigit(digit, modifiers, view.commands()))
        return true;
    if (modifiers == Qt::NoModifier)
        return handlePlain(event.key(), view);
    if (modifiers == kShift)
        return handleShifted(event.key(), view.commands());
    return handleControl(event, view);
}

} // namespace SecondStory::Ui
