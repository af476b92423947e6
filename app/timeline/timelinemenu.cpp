// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelinemenu.h"

#include "figures/timeline/eventmarks.h"
#include "figures/timeline/timeticks.h"
#include "timeline/framemenu.h"
#include "timeline/momentactions.h"
#include "timeline/timelinefilterbar.h"
#include "timeline/timelineview.h"

#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

QString plain(QString text)
{
    // A lane's name may hold an ampersand, which a menu would take for a shortcut.
    return text.replace(u'&', u"&&"_s);
}

template <class Act>
QAction *add(QMenu &menu, TimelineView &view, const QString &text, Act act)
{
    QAction *action = menu.addAction(text);
    QObject::connect(action, &QAction::triggered, &view, act);
    return action;
}

void addPlaceActions(QMenu &menu, TimelineView &view, QPointF place)
{
    const TimePoint time = view.tracks().snapped(view.tracks().timeAt(place.x()));
    const int lane = view.tracks().hitAt(place).lane;
    const auto range = view.selection().range();
    if (!view.editing().canEdit())
        return;
    add(menu, view, TimelineView::tr("Add event here…"),
        [&view, time, lane] { view.newEvent(time, lane); });
    if (!range)
        add(menu, view, TimelineView::tr("Add mark…"), [&view, time] {
            view.selection().setCursor(time);
            view.addNamedMark();
        });
}

void addRangeActions(QMenu &menu, TimelineView &view)
{
    const auto range = view.selection().range();
    if (!range)
        return;
    const bool hasEvents = view.model().index().countIn(*range) > 0;
    menu.addSection(TimelineView::tr("Range of %1").arg(Figures::durationText(range->length())));
    add(menu, view, TimelineView::tr("Zoom to"), [&view, range] { view.navigation().fit(*range); });
    add(menu, view, TimelineView::tr("Filter to"),
        [&view, range] { view.filterBar().filterTo(*range); });
    if (view.editing().canEdit())
        add(menu, view, TimelineView::tr("Add note…"), [&view] { view.addNamedMark(); });
    add(menu, view, TimelineView::tr("Select its events"), [&view, range] {
        view.navigation().selectAllIn(*range);
    })->setEnabled(hasEvents);
    if (view.editing().canEdit())
        add(menu, view, TimelineView::tr("Make activity"), [&view, range] {
            view.navigation().selectAllIn(*range);
            view.requestActivity();
        })->setEnabled(hasEvents);
    add(menu, view, TimelineView::tr("Copy as text"), [&view] {
        view.copyRange();
    })->setEnabled(hasEvents);
    if (view.editing().canEdit())
        add(menu, view, TimelineView::tr("Add to report"), [&view] {
            view.reportRange();
        })->setEnabled(hasEvents);
    menu.addSeparator();
}

void addKindAndLane(QMenu &menu, TimelineView &view)
{
    QMenu *kinds = menu.addMenu(TimelineView::tr("Kind"));
    for (const auto &[kind, name] : EnumNames<EventKind>::entries) {
        const EventKind chosen = kind;
        add(*kinds, view, Figures::eventKindLabel(kind),
            [&view, chosen] { view.editing().setKind(chosen); });
    }
    QMenu *lanes = menu.addMenu(TimelineView::tr("Lane"));
    for (const Lane &lane : view.model().lanes()) {
        const LaneId id = lane.id;
        add(*lanes, view, plain(lane.name), [&view, id] { view.editing().setLane(id); });
    }
    lanes->setEnabled(!lanes->isEmpty());
}

void addSelectionActions(QMenu &menu, TimelineView &view)
{
    if (view.selection().isEmpty())
        return;
    menu.addSection(TimelineView::tr("%n event(s) selected", nullptr,
                                     static_cast<int>(view.selection().seqs().size())));
    add(menu, view, TimelineView::tr("Zoom to the selection"),
        [&view] { view.navigation().fitSelection(); });
    add(menu, view, TimelineView::tr("Make factor"), [&view] { view.requestFactor(); });
    addMomentActions(menu, view);
    add(menu, view, TimelineView::tr("Use as evidence…"), [&view] { view.requestEvidence(); });
    add(menu, view, TimelineView::tr("Add to report"), [&view] { view.requestReport(); });
    add(menu, view, TimelineView::tr("Copy as text"), [&view] { view.copySelection(); });
    if (!view.editing().canEdit())
        return;
    menu.addSeparator();
    add(menu, view, TimelineView::tr("Star"), [&view] { view.editing().toggleStar(); });
    add(menu, view, TimelineView::tr("Word it…"), [&view] { view.editCurrent(); });
    addKindAndLane(menu, view);
    add(menu, view, TimelineView::tr("Assert another time…"),
        [&view] { view.assertTimeOfSelection(); });
    addFrameMenus(menu, *view.model().document(), view.editing().selectedIds(),
                  [&view](const QString &why) { emit view.refused(why); });
    add(menu, view, TimelineView::tr("Use the recorded time"),
        [&view] { view.editing().clearAssertedTime(); });
    add(menu, view, TimelineView::tr("Remove"), [&view] {
        view.editing().removeSelected();
    })->setEnabled(view.editing().isSelectionOwn());
}

} // namespace

void fillTimelineMenu(QMenu &menu, TimelineView &view, QPointF place)
{
    addRangeActions(menu, view);
    addPlaceActions(menu, view, place);
    addSelectionActions(menu, view);
    view.addActivityMenus(menu);
    menu.addSeparator();
    if (view.editing().canEdit())
        add(menu, view, TimelineView::tr("Read through…"), [&view] { view.readThrough(); });
    view.addArrangeMenus(menu);
    QAction *curtain = add(menu, view, TimelineView::tr("What was known at…"),
                           [&view] { view.curtain().toggle(); });
    curtain->setCheckable(true);
    curtain->setChecked(view.curtain().isOn());
    add(menu, view, TimelineView::tr("Fit everything"), [&view] { view.navigation().fitAll(); });
    add(menu, view, TimelineView::tr("Fit the incident"),
        [&view] { view.navigation().fitFrame(); });
}

void addLaneActions(QMenu &menu, TimelineView &view, LaneId lane)
{
    const int row = view.tracks().layout().rowOf(lane);
    if (lane.isNull() || row < 0)
        return;
    const auto &starts = view.model().index().lane(row).starts;
    add(menu, view, TimelineView::tr("Zoom to the lane's events"), [&view, row] {
        const auto &events = view.model().index().lane(row).starts;
        if (!events.empty())
            view.navigation().fit({ { events.front() }, { events.back() } });
    })->setEnabled(!starts.empty());
    add(menu, view, TimelineView::tr("Filter to the lane"),
        [&view, lane] { view.filterBar().filterTo(lane); });
}

void addClockAction(QMenu &menu, TimelineView &view, LaneId lane)
{
    const int row = view.tracks().layout().rowOf(lane);
    if (lane.isNull() || row < 0 || !view.editing().canEdit())
        return;
    const auto &rows = view.model().index().lane(row).rows;
    const auto evidence = std::find_if(rows.begin(), rows.end(), [&view](quint32 event) {
        return !view.model().events().rows[event].isOwn();
    });
    if (evidence == rows.end())
        return;
    const qint64 seq = view.model().events().rows[*evidence].seq;
    add(menu, view, TimelineView::tr("Clock of its source…"), [&view, seq] {
        if (const auto event = view.model().eventBySeq(seq))
            emit view.clockRequested(event->id);
    });
}

} // namespace SecondStory::Ui
