// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelinekeys.h"

#include "timeline/timelinekeymap.h"
#include "timeline/timelineview.h"

#include <QCoreApplication>
#include <QKeySequence>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr double kStep = 1.3;
constexpr double kPan = 60;
constexpr int kMostMarks = 9;

QKeyCombination shift(Qt::Key key)
{
    return QKeyCombination(Qt::ShiftModifier, key);
}

QKeyCombination ctrl(Qt::Key key)
{
    return QKeyCombination(Qt::ControlModifier, key);
}

QKeyCombination alt(Qt::Key key)
{
    return QKeyCombination(Qt::AltModifier, key);
}

QKeyCombination ctrlShift(Qt::Key key)
{
    return QKeyCombination(Qt::ControlModifier | Qt::ShiftModifier, key);
}

void nudge(TimelineView &view, int ticks)
{
    view.editing().retime(
        static_cast<qint64>(Figures::fineStep(view.viewport().scale()).length()) * ticks, true);
}

void add(QList<TimelineCommand> &list, const char *id, const char *what,
         std::initializer_list<QKeyCombination> keys, void (*act)(TimelineView &))
{
    list.append(
        { QString::fromLatin1(id), QCoreApplication::translate("TimelineKeys", what), keys, act });
}

void addMoves(QList<TimelineCommand> &list)
{
    add(list, "zoomIn", QT_TRANSLATE_NOOP("TimelineKeys", "Zoom in at the cursor"),
        { Qt::Key_W, Qt::Key_Plus, Qt::Key_Equal },
        [](TimelineView &v) { v.navigation().zoom(kStep); });
    add(list, "zoomOut", QT_TRANSLATE_NOOP("TimelineKeys", "Zoom out at the cursor"),
        { Qt::Key_S, Qt::Key_Minus }, [](TimelineView &v) { v.navigation().zoom(1 / kStep); });
    add(list, "panLeft", QT_TRANSLATE_NOOP("TimelineKeys", "Move the view back"), { Qt::Key_A },
        [](TimelineView &v) { v.navigation().panPixels(-kPan); });
    add(list, "panRight", QT_TRANSLATE_NOOP("TimelineKeys", "Move the view on"), { Qt::Key_D },
        [](TimelineView &v) { v.navigation().panPixels(kPan); });
    add(list, "panFarLeft",
        QT_TRANSLATE_NOOP("TimelineKeys", "Move the view back, ten times as far"),
        { shift(Qt::Key_A) }, [](TimelineView &v) { v.navigation().panPixels(-10 * kPan); });
    add(list, "panFarRight",
        QT_TRANSLATE_NOOP("TimelineKeys", "Move the view on, ten times as far"),
        { shift(Qt::Key_D) }, [](TimelineView &v) { v.navigation().panPixels(10 * kPan); });
    add(list, "screenBack", QT_TRANSLATE_NOOP("TimelineKeys", "One screen back"),
        { Qt::Key_PageUp }, [](TimelineView &v) { v.navigation().pan(-0.9); });
    add(list, "screenOn", QT_TRANSLATE_NOOP("TimelineKeys", "One screen on"), { Qt::Key_PageDown },
        [](TimelineView &v) { v.navigation().pan(0.9); });
    add(list, "previousInLane", QT_TRANSLATE_NOOP("TimelineKeys", "Previous event in the lane"),
        { Qt::Key_Left }, [](TimelineView &v) { v.navigation().step(-1, true); });
    add(list, "nextInLane", QT_TRANSLATE_NOOP("TimelineKeys", "Next event in the lane"),
        { Qt::Key_Right }, [](TimelineView &v) { v.navigation().step(1, true); });
    add(list, "previous", QT_TRANSLATE_NOOP("TimelineKeys", "Previous event in any lane"),
        { Qt::Key_Comma }, [](TimelineView &v) { v.navigation().step(-1, false); });
    add(list, "next", QT_TRANSLATE_NOOP("TimelineKeys", "Next event in any lane"),
        { Qt::Key_Period }, [](TimelineView &v) { v.navigation().step(1, false); });
    add(list, "laneAbove", QT_TRANSLATE_NOOP("TimelineKeys", "Nearest event in the lane above"),
        { Qt::Key_Up }, [](TimelineView &v) { v.navigation().stepLane(-1); });
    add(list, "laneBelow", QT_TRANSLATE_NOOP("TimelineKeys", "Nearest event in the lane below"),
        { Qt::Key_Down }, [](TimelineView &v) { v.navigation().stepLane(1); });
    add(list, "first", QT_TRANSLATE_NOOP("TimelineKeys", "First event"), { Qt::Key_Home },
        [](TimelineView &v) { v.navigation().first(); });
    add(list, "last", QT_TRANSLATE_NOOP("TimelineKeys", "Last event"), { Qt::Key_End },
        [](TimelineView &v) { v.navigation().last(); });
    add(list, "goToTime",
        QT_TRANSLATE_NOOP("TimelineKeys", "Go to a time: 14:07, +5m, 2h before detected"),
        { ctrl(Qt::Key_G) }, [](TimelineView &v) { v.goToTime(); });
    add(list, "focus", QT_TRANSLATE_NOOP("TimelineKeys", "Go to the selection; again: fit it"),
        { Qt::Key_F }, [](TimelineView &v) { v.focusOrFit(); });
    add(list, "fitAll", QT_TRANSLATE_NOOP("TimelineKeys", "Fit everything"), { shift(Qt::Key_F) },
        [](TimelineView &v) { v.navigation().fitAll(); });
    add(list, "fitIncident", QT_TRANSLATE_NOOP("TimelineKeys", "Fit the incident"), { Qt::Key_0 },
        [](TimelineView &v) { v.navigation().fitFrame(); });
    add(list, "viewBack", QT_TRANSLATE_NOOP("TimelineKeys", "Earlier view"), { alt(Qt::Key_Left) },
        [](TimelineView &v) { v.viewport().back(); });
    add(list, "viewForward", QT_TRANSLATE_NOOP("TimelineKeys", "Later view"),
        { alt(Qt::Key_Right) }, [](TimelineView &v) { v.viewport().forward(); });
    add(list, "savedViews", QT_TRANSLATE_NOOP("TimelineKeys", "Views that were kept"),
        { Qt::Key_V }, [](TimelineView &v) { v.openSavedViews(); });
}

void addEdits(QList<TimelineCommand> &list)
{
    add(list, "newEvent", QT_TRANSLATE_NOOP("TimelineKeys", "New event at the cursor"),
        { Qt::Key_N }, [](TimelineView &v) { v.newEventAtCursor(); });
    add(list, "edit", QT_TRANSLATE_NOOP("TimelineKeys", "Word the event"),
        { Qt::Key_Return, Qt::Key_Enter, Qt::Key_F2 }, [](TimelineView &v) { v.editCurrent(); });
    add(list, "duplicate",
        QT_TRANSLATE_NOOP("TimelineKeys", "Duplicate: an own event beside each selected one"),
        { ctrl(Qt::Key_D) }, [](TimelineView &v) { v.duplicateSelection(); });
    add(list, "remove", QT_TRANSLATE_NOOP("TimelineKeys", "Remove own events"), { Qt::Key_Delete },
        [](TimelineView &v) { v.editing().removeSelected(); });
    add(list, "star", QT_TRANSLATE_NOOP("TimelineKeys", "Star"),
        { shift(Qt::Key_S), Qt::Key_Asterisk }, [](TimelineView &v) { v.editing().toggleStar(); });
    add(list, "startHere", QT_TRANSLATE_NOOP("TimelineKeys", "The event starts at the cursor"),
        { Qt::Key_T }, [](TimelineView &v) { v.editing().setStartHere(); });
    add(list, "endHere", QT_TRANSLATE_NOOP("TimelineKeys", "The event ends at the cursor"),
        { shift(Qt::Key_T) }, [](TimelineView &v) { v.editing().setEndHere(); });
    add(list, "nudgeBack", QT_TRANSLATE_NOOP("TimelineKeys", "Nudge own events back"),
        { ctrl(Qt::Key_Left) }, [](TimelineView &v) { nudge(v, -1); });
    add(list, "nudgeOn", QT_TRANSLATE_NOOP("TimelineKeys", "Nudge own events on"),
        { ctrl(Qt::Key_Right) }, [](TimelineView &v) { nudge(v, 1); });
    add(list, "nudgeFarBack",
        QT_TRANSLATE_NOOP("TimelineKeys", "Nudge own events back, ten times as far"),
        { ctrlShift(Qt::Key_Left) }, [](TimelineView &v) { nudge(v, -10); });
    add(list, "nudgeFarOn",
        QT_TRANSLATE_NOOP("TimelineKeys", "Nudge own events on, ten times as far"),
        { ctrlShift(Qt::Key_Right) }, [](TimelineView &v) { nudge(v, 10); });
    add(list, "mark", QT_TRANSLATE_NOOP("TimelineKeys", "Mark the cursor or the range"),
        { Qt::Key_M }, [](TimelineView &v) { v.editing().addMark(); });
    add(list, "namedMark",
        QT_TRANSLATE_NOOP("TimelineKeys", "Mark the cursor or the range, and name it"),
        { shift(Qt::Key_M) }, [](TimelineView &v) { v.addNamedMark(); });
    add(list, "code", QT_TRANSLATE_NOOP("TimelineKeys", "Put a code on the selection"),
        { Qt::Key_C }, [](TimelineView &v) { v.openCodePicker(); });
    add(list, "factor", QT_TRANSLATE_NOOP("TimelineKeys", "Make a factor of the selection"),
        { Qt::Key_K }, [](TimelineView &v) { v.requestFactor(); });
    add(list, "moment", QT_TRANSLATE_NOOP("TimelineKeys", "Make a moment of the selection"),
        { shift(Qt::Key_O) }, [](TimelineView &v) { v.requestMoment(); });
    add(list, "activity", QT_TRANSLATE_NOOP("TimelineKeys", "Group the selection into an activity"),
        { Qt::Key_G }, [](TimelineView &v) { v.requestActivity(); });
    add(list, "foldActivity",
        QT_TRANSLATE_NOOP("TimelineKeys", "Collapse or expand the activity of the selection"),
        { shift(Qt::Key_G) }, [](TimelineView &v) { v.toggleActivity(); });
}

void addMarks(QList<TimelineCommand> &list)
{
    for (int number = 1; number <= kMostMarks; ++number) {
        TimelineCommand command;
        command.id = u"mark"_s + QString::number(number);
        command.what = QCoreApplication::translate("TimelineKeys", "Go to mark %1").arg(number);
        command.keys.append(ctrl(static_cast<Qt::Key>(Qt::Key_0 + number)));
        command.act = [number](TimelineView &view) { view.goToMark(number - 1); };
        list.append(command);
    }
}

void addSelections(QList<TimelineCommand> &list)
{
    add(list, "range", QT_TRANSLATE_NOOP("TimelineKeys", "Make the selected events the range"),
        { Qt::Key_R }, [](TimelineView &v) { v.rangeFromSelection(); });
    add(list, "shrink",
        QT_TRANSLATE_NOOP("TimelineKeys", "Shrink the range, or the selection by its last event"),
        { Qt::Key_BracketLeft }, [](TimelineView &v) { v.growSelection(-1); });
    add(list, "grow",
        QT_TRANSLATE_NOOP("TimelineKeys", "Grow the range, or the selection by the next event"),
        { Qt::Key_BracketRight }, [](TimelineView &v) { v.growSelection(1); });
    add(list, "selectAll", QT_TRANSLATE_NOOP("TimelineKeys", "Select all events in view"),
        { ctrl(Qt::Key_A) },
        [](TimelineView &v) { v.navigation().selectAllIn(v.viewport().scale().span()); });
    add(list, "copy", QT_TRANSLATE_NOOP("TimelineKeys", "Copy as text"), { ctrl(Qt::Key_C) },
        [](TimelineView &v) { v.copySelection(); });
    add(list, "search", QT_TRANSLATE_NOOP("TimelineKeys", "Filter by words"),
        { Qt::Key_Slash, ctrl(Qt::Key_F) }, [](TimelineView &v) { v.focusSearch(); });
    add(list, "nextHit", QT_TRANSLATE_NOOP("TimelineKeys", "Next hit of the search"),
        { Qt::Key_F3 }, [](TimelineView &v) { v.nextHit(1); });
    add(list, "previousHit", QT_TRANSLATE_NOOP("TimelineKeys", "Previous hit of the search"),
        { shift(Qt::Key_F3) }, [](TimelineView &v) { v.nextHit(-1); });
    add(list, "lanes", QT_TRANSLATE_NOOP("TimelineKeys", "Go to the names of the lanes"),
        { Qt::Key_L }, [](TimelineView &v) { v.focusLanes(); });
    add(list, "taller", QT_TRANSLATE_NOOP("TimelineKeys", "Taller lanes"),
        { ctrl(Qt::Key_Plus), ctrl(Qt::Key_Equal) },
        [](TimelineView &v) { v.tracks().setLaneZoom(v.tracks().laneZoom() * 1.1); });
    add(list, "lower", QT_TRANSLATE_NOOP("TimelineKeys", "Lower lanes"), { ctrl(Qt::Key_Minus) },
        [](TimelineView &v) { v.tracks().setLaneZoom(v.tracks().laneZoom() / 1.1); });
    add(list, "evidence",
        QT_TRANSLATE_NOOP("TimelineKeys",
                          "Evidence of the selected event, below; again: go into it, Esc back"),
        { Qt::Key_E }, [](TimelineView &v) { v.requestDrawer(); });
    add(list, "curtain",
        QT_TRANSLATE_NOOP("TimelineKeys",
                          "Draw the curtain: only what was known at a time; Shift+← Shift+→ "
                          "step, Space plays"),
        { Qt::Key_H }, [](TimelineView &v) { v.curtain().toggle(); });
    add(list, "leave",
        QT_TRANSLATE_NOOP("TimelineKeys",
                          "Leave the gesture, the selection, the range, the filter"),
        { Qt::Key_Escape }, [](TimelineView &v) { v.peel(); });
    add(list, "keySheet", QT_TRANSLATE_NOOP("TimelineKeys", "This sheet of keys"),
        { Qt::Key_Question }, [](TimelineView &v) { v.requestKeySheet(); });
}

QList<TimelineCommand> makeCommands()
{
    QList<TimelineCommand> list;
    addMoves(list);
    addMarks(list);
    addEdits(list);
    addSelections(list);
    return list;
}

/// W, A, S and D are meant by their place on the keyboard, wherever a layout puts the letters.
Qt::Key byPlace(const QKeyEvent &event)
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
    return static_cast<Qt::Key>(event.key());
}

/// What was pressed, as bindings may call it; the likeliest first.
QList<QKeyCombination> readings(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers =
        event.modifiers() & ~(Qt::KeypadModifier | Qt::GroupSwitchModifier);
    const auto key = static_cast<Qt::Key>(event.key());
    QList<QKeyCombination> list;
    // With Shift only A and D have a meaning by place; the other letters are what they say.
    const Qt::Key place = byPlace(event);
    const bool isPan = place == Qt::Key_A || place == Qt::Key_D;
    if (modifiers == Qt::NoModifier || (modifiers == Qt::ShiftModifier && isPan))
        list.append(QKeyCombination(modifiers, place));
    list.append(QKeyCombination(modifiers, key));
    // Whether a sign takes Shift depends on the keyboard; with letters, Shift means something.
    const bool isSign = key < Qt::Key_Escape && (key < Qt::Key_A || key > Qt::Key_Z);
    if (isSign && (modifiers & Qt::ShiftModifier))
        list.append(QKeyCombination(modifiers & ~Qt::ShiftModifier, key));
    return list;
}

} // namespace

const QList<TimelineCommand> &timelineCommands()
{
    static const QList<TimelineCommand> commands = makeCommands();
    return commands;
}

const TimelineCommand *timelineCommandOf(const TimelineKeymap &keys, const QKeyEvent &event)
{
    for (const QKeyCombination reading : readings(event)) {
        if (const TimelineCommand *command = keys.commandOf(reading))
            return command;
    }
    return nullptr;
}

bool handleTimelineKey(TimelineView &view, const TimelineKeymap &keys, const QKeyEvent &event)
{
    const TimelineCommand *command = timelineCommandOf(keys, event);
    if (command)
        command->act(view);
    return command;
}

QList<KeyHelp> timelineKeyHelp(const TimelineKeymap &keys)
{
    QList<KeyHelp> help;
    for (const TimelineCommand &command : timelineCommands()) {
        QStringList names;
        for (const QKeyCombination key : keys.keysOf(command.id)) {
            if (keys.isInForce(key))
                names.append(QKeySequence(key).toString(QKeySequence::NativeText));
        }
        if (!names.isEmpty())
            help.append({ names.join(u", "_s), command.what });
    }
    return help;
}

} // namespace SecondStory::Ui
