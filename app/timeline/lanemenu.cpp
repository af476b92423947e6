// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/lanemenu.h"

#include "theme/theme.h"
#include "timeline/lanecommands.h"
#include "timeline/laneheaders.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

/// A name as a menu shows it: an ampersand would mark a shortcut.
QString plain(QString name)
{
    return name.replace(u'&', u"&&"_s);
}

template <class Act>
QAction *add(QMenu &menu, LaneHeaders &headers, const QString &text, Act act)
{
    QAction *action = menu.addAction(text);
    QObject::connect(action, &QAction::triggered, &headers, act);
    return action;
}

void addGrouping(QMenu &menu, LaneHeaders &headers, int number, const Figures::LaneRow &row)
{
    LaneCommands &commands = headers.commands();
    QMenu *groups = menu.addMenu(LaneHeaders::tr("Group"));
    add(*groups, headers, LaneHeaders::tr("New group…"),
        [&headers, number] { headers.nameNewGroup(number); });
    for (const LaneGroup &group : commands.tracks().model().laneGroups()) {
        const LaneGroupId id = group.id;
        add(*groups, headers, LaneHeaders::tr("Into %1").arg(plain(group.name)),
            [&commands, number, id] { commands.putInto(number, id); })
            ->setEnabled(id != row.group);
    }
    add(*groups, headers, LaneHeaders::tr("Out of the group"), [&commands, number] {
        commands.leaveGroup(number);
    })->setEnabled(!row.group.isNull());
}

void addHeights(QMenu &menu, LaneHeaders &headers, int number)
{
    LaneCommands &commands = headers.commands();
    QMenu *heights = menu.addMenu(LaneHeaders::tr("Height"));
    add(*heights, headers, LaneHeaders::tr("Taller"),
        [&commands, number] { commands.stretchStep(number, 1); });
    add(*heights, headers, LaneHeaders::tr("Lower"),
        [&commands, number] { commands.stretchStep(number, -1); });
    add(*heights, headers, LaneHeaders::tr("As usual"),
        [&commands, number] { commands.stretchStep(number, 0); });
}

void addColours(QMenu &menu, LaneHeaders &headers, int number)
{
    LaneCommands &commands = headers.commands();
    QMenu *colours = menu.addMenu(LaneHeaders::tr("Colour"));
    for (int hue = 0; hue < 8; ++hue) {
        QPixmap swatch(16, 16);
        swatch.fill(paletteFor(&headers).category(hue));
        add(*colours, headers, LaneHeaders::tr("Colour %1").arg(hue + 1), [&commands, number, hue] {
            commands.recolour(number, hue);
        })->setIcon(swatch);
    }
}

void addLaneActions(QMenu &menu, LaneHeaders &headers, int number, const Figures::LaneRow &row)
{
    LaneCommands &commands = headers.commands();
    add(menu, headers,
        row.isPinned ? LaneHeaders::tr("Let it scroll with the others")
                     : LaneHeaders::tr("Pin at the top"),
        [&commands, number, isPinned = row.isPinned] { commands.pin(number, !isPinned); });
    add(menu, headers, row.collapsed ? LaneHeaders::tr("Open") : LaneHeaders::tr("Fold"),
        [&commands, number, isFolded = row.collapsed] { commands.fold(number, !isFolded); });
    add(menu, headers, LaneHeaders::tr("Rename…"), [&headers, number] { headers.rename(number); });
    add(menu, headers, LaneHeaders::tr("Hide"), [&commands, number] { commands.hide(number); });
    menu.addSeparator();
    add(menu, headers, LaneHeaders::tr("Up"),
        [&commands, number] { commands.moveStep(number, -1); });
    add(menu, headers, LaneHeaders::tr("Down"),
        [&commands, number] { commands.moveStep(number, 1); });
    addGrouping(menu, headers, number, row);
    addHeights(menu, headers, number);
    addColours(menu, headers, number);
}

void addGroupActions(QMenu &menu, LaneHeaders &headers, int number, const Figures::LaneRow &row)
{
    LaneCommands &commands = headers.commands();
    add(menu, headers, row.collapsed ? LaneHeaders::tr("Open") : LaneHeaders::tr("Fold"),
        [&commands, number, isFolded = row.collapsed] { commands.fold(number, !isFolded); });
    add(menu, headers, LaneHeaders::tr("Rename…"), [&headers, number] { headers.rename(number); });
    menu.addSeparator();
    add(menu, headers, LaneHeaders::tr("Up"),
        [&commands, number] { commands.moveStep(number, -1); });
    add(menu, headers, LaneHeaders::tr("Down"),
        [&commands, number] { commands.moveStep(number, 1); });
    add(menu, headers, LaneHeaders::tr("Take the group apart"),
        [&commands, number] { commands.ungroup(number); });
}

void addHidden(QMenu &menu, LaneHeaders &headers)
{
    LaneCommands &commands = headers.commands();
    const QList<Lane> hidden = commands.hiddenLanes();
    if (hidden.isEmpty())
        return;
    QMenu *lanes =
        menu.addMenu(LaneHeaders::tr("Hidden lanes (%1)").arg(static_cast<int>(hidden.size())));
    add(*lanes, headers, LaneHeaders::tr("Show all"), [&commands] { commands.showAll(); });
    lanes->addSeparator();
    for (const Lane &lane : hidden) {
        const LaneId id = lane.id;
        add(*lanes, headers, plain(lane.name), [&commands, id] { commands.show(id); });
    }
}

} // namespace

void fillLaneMenu(QMenu &menu, LaneHeaders &headers, int number)
{
    LaneCommands &commands = headers.commands();
    if (!commands.canEdit())
        return;
    const Figures::LaneRow *row = commands.row(number);
    if (row && row->isGroup)
        addGroupActions(menu, headers, number, *row);
    else if (row && !row->lane.isNull())
        addLaneActions(menu, headers, number, *row);
    menu.addSeparator();
    add(menu, headers, LaneHeaders::tr("Add lane…"), [&headers] { headers.nameNewLane(); });
    addHidden(menu, headers);
}

} // namespace SecondStory::Ui
