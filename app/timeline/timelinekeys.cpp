// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelinekeys.h"

#include "timeline/timelineview.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

struct Binding {
    Qt::KeyboardModifiers modifiers;
    int key;
    void (*act)(TimelineView &);
};

constexpr auto kNone = Qt::NoModifier;
constexpr auto kShift = Qt::ShiftModifier;
constexpr auto kAlt = Qt::AltModifier;
constexpr auto kCtrl = Qt::ControlModifier;
constexpr double kStep = 1.3;
constexpr double kPan = 60;

void nudge(TimelineView &view, int ticks)
{
    view.editing().retime(
        static_cast<qint64>(Figures::fineStep(view.viewport().scale()).length()) * ticks, true);
}

const std::array kBindings{
    Binding{ kNone, Qt::Key_W, [](TimelineView &v) { v.navigation().zoom(kStep); } },
    Binding{ kNone, Qt::Key_S, [](TimelineView &v) { v.navigation().zoom(1 / kStep); } },
    Binding{ kNone, Qt::Key_Plus, [](TimelineView &v) { v.navigation().zoom(kStep); } },
    Binding{ kShift, Qt::Key_Plus, [](TimelineView &v) { v.navigation().zoom(kStep); } },
    Binding{ kNone, Qt::Key_Equal, [](TimelineView &v) { v.navigation().zoom(kStep); } },
    Binding{ kNone, Qt::Key_Minus, [](TimelineView &v) { v.navigation().zoom(1 / kStep); } },
    Binding{ kNone, Qt::Key_A, [](TimelineView &v) { v.navigation().panPixels(-kPan); } },
    Binding{ kNone, Qt::Key_D, [](TimelineView &v) { v.navigation().panPixels(kPan); } },
    Binding{ kShift, Qt::Key_A, [](TimelineView &v) { v.navigation().panPixels(-10 * kPan); } },
    Binding{ kShift, Qt::Key_D, [](TimelineView &v) { v.navigation().panPixels(10 * kPan); } },
    Binding{ kNone, Qt::Key_PageUp, [](TimelineView &v) { v.navigation().pan(-0.9); } },
    Binding{ kNone, Qt::Key_PageDown, [](TimelineView &v) { v.navigation().pan(0.9); } },
    Binding{ kNone, Qt::Key_Left, [](TimelineView &v) { v.navigation().step(-1, true); } },
    Binding{ kNone, Qt::Key_Right, [](TimelineView &v) { v.navigation().step(1, true); } },
    Binding{ kNone, Qt::Key_Comma, [](TimelineView &v) { v.navigation().step(-1, false); } },
    Binding{ kNone, Qt::Key_Period, [](TimelineView &v) { v.navigation().step(1, false); } },
    Binding{ kNone, Qt::Key_Up, [](TimelineView &v) { v.navigation().stepLane(-1); } },
    Binding{ kNone, Qt::Key_Down, [](TimelineView &v) { v.navigation().stepLane(1); } },
    Binding{ kNone, Qt::Key_Home, [](TimelineView &v) { v.navigation().first(); } },
    Binding{ kNone, Qt::Key_End, [](TimelineView &v) { v.navigation().last(); } },
    Binding{ kNone, Qt::Key_F, [](TimelineView &v) { v.navigation().fitSelection(); } },
    Binding{ kShift, Qt::Key_F, [](TimelineView &v) { v.navigation().fitAll(); } },
    Binding{ kNone, Qt::Key_0, [](TimelineView &v) { v.navigation().fitFrame(); } },
    Binding{ kAlt, Qt::Key_Left, [](TimelineView &v) { v.viewport().back(); } },
    Binding{ kAlt, Qt::Key_Right, [](TimelineView &v) { v.viewport().forward(); } },
    Binding{ kNone, Qt::Key_N, [](TimelineView &v) { v.newEventAtCursor(); } },
    Binding{ kNone, Qt::Key_Return, [](TimelineView &v) { v.editCurrent(); } },
    Binding{ kNone, Qt::Key_Enter, [](TimelineView &v) { v.editCurrent(); } },
    Binding{ kNone, Qt::Key_F2, [](TimelineView &v) { v.editCurrent(); } },
    Binding{ kNone, Qt::Key_Delete, [](TimelineView &v) { v.editing().removeSelected(); } },
    Binding{ kNone, Qt::Key_T, [](TimelineView &v) { v.editing().setStartHere(); } },
    Binding{ kShift, Qt::Key_T, [](TimelineView &v) { v.editing().setEndHere(); } },
    Binding{ kNone, Qt::Key_M, [](TimelineView &v) { v.editing().addMark(); } },
    Binding{ kShift, Qt::Key_M, [](TimelineView &v) { v.addNamedMark(); } },
    Binding{ kNone, Qt::Key_Asterisk, [](TimelineView &v) { v.editing().toggleStar(); } },
    Binding{ kShift, Qt::Key_Asterisk, [](TimelineView &v) { v.editing().toggleStar(); } },
    Binding{ kShift, Qt::Key_S, [](TimelineView &v) { v.editing().toggleStar(); } },
    Binding{ kNone, Qt::Key_K, [](TimelineView &v) { v.requestFactor(); } },
    Binding{ kShift, Qt::Key_O, [](TimelineView &v) { v.requestMoment(); } },
    Binding{ kCtrl, Qt::Key_Left, [](TimelineView &v) { nudge(v, -1); } },
    Binding{ kCtrl, Qt::Key_Right, [](TimelineView &v) { nudge(v, 1); } },
    Binding{ kCtrl | kShift, Qt::Key_Left, [](TimelineView &v) { nudge(v, -10); } },
    Binding{ kCtrl | kShift, Qt::Key_Right, [](TimelineView &v) { nudge(v, 10); } },
    Binding{ kCtrl, Qt::Key_G, [](TimelineView &v) { v.goToTime(); } },
    Binding{ kCtrl, Qt::Key_F, [](TimelineView &v) { v.focusSearch(); } },
    Binding{ kNone, Qt::Key_Slash, [](TimelineView &v) { v.focusSearch(); } },
    Binding{ kCtrl, Qt::Key_C, [](TimelineView &v) { v.copySelection(); } },
    Binding{ kCtrl, Qt::Key_A,
             [](TimelineView &v) { v.navigation().selectAllIn(v.viewport().scale().span()); } },
    Binding{ kNone, Qt::Key_Escape, [](TimelineView &v) { v.peel(); } },
};

/// W, A, S and D are meant by their place on the keyboard, wherever a layout puts the letters.
int byPlace(const QKeyEvent &event)
{
#ifdef Q_OS_LINUX
    switch (event.nativeScanCode()) {
    case 25:
        return Qt::Key_W;
    case 38:
        return Qt::Key_A;
    case 39:
        return Qt::Key_S;
    case 40:
        return Qt::Key_D;
    default:
        break;
    }
#endif
    return event.key();
}

} // namespace

bool handleTimelineKey(TimelineView &view, const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const int placed = modifiers == kNone || modifiers == kShift ? byPlace(event) : event.key();
    for (const int key : { placed, event.key() }) {
        for (const Binding &binding : kBindings) {
            if (binding.key == key && binding.modifiers == modifiers) {
                binding.act(view);
                return true;
            }
        }
    }
    return false;
}

QList<KeyHelp> timelineKeyHelp()
{
    static constexpr std::array lines{
        std::pair{ "W S, + −", QT_TRANSLATE_NOOP("TimelineKeys", "Zoom in and out at the cursor") },
        std::pair{
            "A D, Shift",
            QT_TRANSLATE_NOOP("TimelineKeys", "Move the view, ten times as far with Shift") },
        std::pair{ "← →",
                   QT_TRANSLATE_NOOP("TimelineKeys", "Previous and next event in the lane") },
        std::pair{ "↑ ↓",
                   QT_TRANSLATE_NOOP("TimelineKeys", "Nearest event in the lane above or below") },
        std::pair{ ", .",
                   QT_TRANSLATE_NOOP("TimelineKeys", "Previous and next event in any lane") },
        std::pair{ "Home End", QT_TRANSLATE_NOOP("TimelineKeys", "First and last event") },
        std::pair{ "PgUp PgDn", QT_TRANSLATE_NOOP("TimelineKeys", "One screen back or on") },
        std::pair{
            "Ctrl+G",
            QT_TRANSLATE_NOOP("TimelineKeys", "Go to a time: 14:07, +5m, 2h before detected") },
        std::pair{
            "F, Shift+F, 0",
            QT_TRANSLATE_NOOP("TimelineKeys", "Fit the selection, everything, the incident") },
        std::pair{ "Alt+← Alt+→", QT_TRANSLATE_NOOP("TimelineKeys", "Earlier and later views") },
        std::pair{ "N", QT_TRANSLATE_NOOP("TimelineKeys", "New event at the cursor") },
        std::pair{ "Enter", QT_TRANSLATE_NOOP("TimelineKeys", "Word the event") },
        std::pair{ "Shift+S, *", QT_TRANSLATE_NOOP("TimelineKeys", "Star") },
        std::pair{ "T, Shift+T",
                   QT_TRANSLATE_NOOP("TimelineKeys", "The event starts, or ends, at the cursor") },
        std::pair{ "Ctrl+← Ctrl+→", QT_TRANSLATE_NOOP("TimelineKeys", "Nudge own events") },
        std::pair{ "M, Shift+M",
                   QT_TRANSLATE_NOOP("TimelineKeys", "Mark the cursor or the range, and name it") },
        std::pair{ "K", QT_TRANSLATE_NOOP("TimelineKeys", "Make a factor of the selection") },
        std::pair{ "Shift+O", QT_TRANSLATE_NOOP("TimelineKeys", "Make a moment of the selection") },
        std::pair{ "Del", QT_TRANSLATE_NOOP("TimelineKeys", "Remove own events") },
        std::pair{ "/, Ctrl+F", QT_TRANSLATE_NOOP("TimelineKeys", "Filter by words") },
        std::pair{ "Esc",
                   QT_TRANSLATE_NOOP("TimelineKeys",
                                     "Leave the gesture, the selection, the range, the filter") },
    };
    QList<KeyHelp> help;
    for (const auto &[keys, what] : lines)
        help.append({ QString::fromUtf8(keys), QCoreApplication::translate("TimelineKeys", what) });
    return help;
}

} // namespace SecondStory::Ui
