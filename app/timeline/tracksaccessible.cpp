// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/tracksaccessible.h"

#include "evidence/evidencewords.h"
#include "timeline/activityinwords.h"
#include "timeline/eventinwords.h"
#include "timeline/timelineactivities.h"
#include "timeline/timelineview.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

const QString kSelect = u"select"_s;
const QString kEdit = u"edit"_s;
const QString kZoom = u"zoom"_s;
const QString kExpand = u"expand"_s;
const QString kCollapse = u"collapse"_s;

class TracksAccessibleWords {
    Q_DECLARE_TR_FUNCTIONS(TracksAccessible)
};
using W = TracksAccessibleWords;

int laneOf(PartsAccessible::Part part)
{
    return static_cast<int>(-1 - part);
}

} // namespace

TracksAccessible::TracksAccessible(TimelineTracks &tracks)
    : PartsAccessible(&tracks, QAccessible::Canvas)
    , m_tracks(tracks)
{
    const auto outdate = [this] {
        m_isStale = true;
        forget();
    };
    QObject::connect(&tracks.model(), &TimelineModel::contentChanged, &m_context, outdate);
    QObject::connect(&tracks.viewport(), &TimelineViewport::scaleChanged, &m_context, outdate);
    QObject::connect(&tracks.viewport(), &TimelineViewport::scrolled, &m_context, outdate);
    QObject::connect(&tracks, &TimelineTracks::layoutChanged, &m_context, outdate);
    QObject::connect(&tracks.selection(), &TimelineSelection::changed, &m_context, outdate);
}

const std::vector<std::vector<quint32>> &TracksAccessible::shown() const
{
    if (m_isStale)
        gather();
    return m_shown;
}

void TracksAccessible::gather() const
{
    const TimelineModel &model = m_tracks.model();
    const Figures::TrackGeometry &geometry = m_tracks.geometry();
    const double top = m_tracks.viewport().scrollY();
    int room = kMostEvents;
    m_shown.assign(static_cast<size_t>(m_tracks.layout().count()), {});
    m_rowOf.clear();
    const auto offer = [&](size_t lane, quint32 row) {
        const qint64 seq = model.events().rows[row].seq;
        // What is held back from the eye is held back from the ear as well.
        if (m_tracks.veil().share(model.events().rows[row]) >= 1)
            return;
        if (room == 0 || lane >= m_shown.size() || m_rowOf.contains(seq))
            return;
        --room;
        m_rowOf.insert(seq, row);
        m_shown[lane].push_back(row);
    };
    // What one stands on comes first, then what can be seen, then what else is selected.
    const auto offerSelected = [&](qint64 seq) {
        if (const auto row = model.rowOf(seq)) {
            const int lane = model.layout().rowOfTableLane(model.events().rows[*row].lane);
            if (lane >= 0)
                offer(static_cast<size_t>(lane), *row);
        }
    };
    const qint64 current = m_tracks.selection().current();
    if (current != 0)
        offerSelected(current);
    for (size_t lane = 0; lane < geometry.lanes().size(); ++lane) {
        for (const Figures::TrackItem &item : geometry.lanes()[lane].items) {
            if (item.x1 >= 0 && item.x0 <= m_tracks.width() && item.y >= top
                && item.y <= top + m_tracks.height())
                offer(lane, item.row);
        }
    }
    constexpr qsizetype kMostSelected = 50;
    for (const qint64 seq : m_tracks.selection().seqs().first(
             std::min(kMostSelected, m_tracks.selection().seqs().size())))
        offerSelected(seq);
    for (auto &rows : m_shown)
        std::sort(rows.begin(), rows.end());
    m_isStale = false;
}

QList<PartsAccessible::Part> TracksAccessible::parts() const
{
    QList<Part> lanes;
    for (int row = 0; row < m_tracks.layout().count(); ++row)
        lanes.append(partOfLane(row));
    return lanes;
}

QList<PartsAccessible::Part> TracksAccessible::partsOf(Part part) const
{
    QList<Part> events;
    if (isLane(part) && laneOf(part) < static_cast<int>(shown().size())) {
        // What is drawn of activities comes before the events beside or below them.
        const auto &lanes = m_tracks.geometry().lanes();
        if (static_cast<size_t>(laneOf(part)) < lanes.size()) {
            for (const auto &item : lanes[static_cast<size_t>(laneOf(part))].activities)
                events.append(partOfActivity(item.activity));
        }
        for (const quint32 row : shown()[static_cast<size_t>(laneOf(part))])
            events.append(partOfEvent(m_tracks.model().events().rows[row].seq));
    }
    return events;
}

std::optional<quint32> TracksAccessible::rowOf(qint64 seq) const
{
    if (m_isStale)
        gather();
    const auto it = m_rowOf.constFind(seq);
    return it == m_rowOf.constEnd() ? std::nullopt : std::optional(*it);
}

std::optional<PartsAccessible::Part> TracksAccessible::ownerOf(Part part) const
{
    const TimelineModel &model = m_tracks.model();
    if (const Figures::ActivityBar *activity = activityOf(part)) {
        const int lane = model.layout().rowOf(activity->lane);
        return lane >= 0 ? std::optional(partOfLane(lane)) : std::nullopt;
    }
    const auto row = part > 0 ? rowOf(part) : std::nullopt;
    if (!row)
        return {};
    return partOfLane(model.layout().rowOfTableLane(model.events().rows[*row].lane));
}

bool TracksAccessible::holds(Part part) const
{
    if (part <= kFirstActivity)
        return activityOf(part) != nullptr;
    return part < 0 ? laneOf(part) < m_tracks.layout().count() : rowOf(part).has_value();
}

QAccessible::Role TracksAccessible::roleOf(Part part) const
{
    return isLane(part) ? QAccessible::List : QAccessible::ListItem;
}

QString TracksAccessible::laneText(int row) const
{
    const Figures::EventIndex &index = m_tracks.model().index();
    const Figures::LaneRow &lane = m_tracks.layout().rows()[static_cast<size_t>(row)];
    const auto all = row < index.laneCount() ? static_cast<int>(index.lane(row).starts.size()) : 0;
    const auto inView = row < index.laneCount()
        ? static_cast<int>(index.countIn(row, m_tracks.viewport().scale().span()))
        : 0;
    QString text = visibleText(lane.name) + u", "_s + W::tr("%n event(s)", nullptr, all) + u", "_s
        + W::tr("%n in view", nullptr, inView);
    const auto single = static_cast<int>(shown()[static_cast<size_t>(row)].size());
    if (single < inView)
        text += u", "_s + W::tr("zoom in to tell them apart");
    return text;
}

QString TracksAccessible::textOf(Part part, QAccessible::Text text) const
{
    if (!holds(part))
        return {};
    if (const Figures::ActivityBar *activity = activityOf(part))
        return text == QAccessible::Name ? activityInWords(*activity, m_tracks.model().clock())
                                         : QString();
    if (part < 0)
        return text == QAccessible::Name ? laneText(laneOf(part)) : QString();
    const auto event = m_tracks.model().eventBySeq(part);
    if (!event)
        return {};
    switch (text) {
    case QAccessible::Name:
        return eventInWords(*event, m_tracks.model());
    case QAccessible::Value: {
        const auto start = event->effectiveStart();
        return start ? m_tracks.model().clock().isoText(*start) : QString();
    }
    case QAccessible::Description:
        return visibleText(event->note.simplified());
    default:
        return {};
    }
}

QRect TracksAccessible::laneRect(int row) const
{
    const Figures::LaneRow &lane = m_tracks.layout().rows()[static_cast<size_t>(row)];
    const QRectF place(0, lane.y - m_tracks.viewport().scrollY(), m_tracks.width(), lane.height);
    return place.toAlignedRect().intersected(m_tracks.rect());
}

QRect TracksAccessible::rectOf(Part part) const
{
    if (!holds(part))
        return {};
    if (isLane(part))
        return laneRect(laneOf(part));
    const Figures::ActivityBar *activity = activityOf(part);
    const QRectF place = activity ? m_tracks.rectOf(activity->id) : m_tracks.rectOf(part);
    return place.isValid() ? place.toAlignedRect().intersected(m_tracks.rect()) : QRect();
}

QAccessible::State TracksAccessible::stateOf(Part part) const
{
    QAccessible::State state = PartsAccessible::stateOf(part);
    if (isLane(part)) {
        state.readOnly = true;
        return state;
    }
    if (const Figures::ActivityBar *activity = activityOf(part)) {
        state.selectable = true;
        state.expandable = true;
        state.expanded = activity->isExpanded;
        state.collapsed = !activity->isExpanded;
        state.selected = m_tracks.selection().activity() == activity->id;
        return state;
    }
    const TimelineSelection &selection = m_tracks.selection();
    state.selectable = true;
    state.multiSelectable = true;
    state.focusable = true;
    state.selected = selection.contains(part);
    state.active = selection.current() == part;
    state.focused = state.active && m_tracks.hasFocus();
    return state;
}

std::optional<PartsAccessible::Part> TracksAccessible::partAt(QPoint place) const
{
    const Figures::TrackHit hit = m_tracks.hitAt(place);
    const auto &activities = m_tracks.model().activities();
    for (size_t i = 0; hit.activity && i < activities.size(); ++i) {
        if (activities[i].id == *hit.activity)
            return partOfActivity(i);
    }
    if (hit.row) {
        const Part event = partOfEvent(m_tracks.model().events().rows[*hit.row].seq);
        if (holds(event))
            return event;
    }
    return hit.lane >= 0 ? std::optional(partOfLane(hit.lane)) : std::nullopt;
}

std::optional<PartsAccessible::Part> TracksAccessible::focusPart() const
{
    const qint64 current = m_tracks.selection().current();
    return current != 0 && holds(current) ? std::optional(partOfEvent(current)) : std::nullopt;
}

QStringList TracksAccessible::actionsOf(Part part) const
{
    auto *view = qobject_cast<TimelineView *>(m_tracks.parentWidget());
    if (!holds(part) || !view)
        return {};
    if (const Figures::ActivityBar *activity = activityOf(part))
        return activityActions(*activity);
    if (part < 0)
        return { kZoom };
    return view->editing().canEdit() ? QStringList{ kSelect, kZoom, kEdit }
                                     : QStringList{ kSelect, kZoom };
}

QString TracksAccessible::actionWords(const QString &name) const
{
    if (name == kSelect)
        return W::tr("Select");
    if (name == kEdit)
        return W::tr("Word it…");
    if (name == kExpand)
        return W::tr("Expand");
    if (name == kCollapse)
        return W::tr("Collapse");
    return name == kZoom ? W::tr("Zoom to") : name;
}

void TracksAccessible::act(Part part, const QString &name)
{
    auto *view = qobject_cast<TimelineView *>(m_tracks.parentWidget());
    if (!holds(part) || !view)
        return;
    if (const Figures::ActivityBar *activity = activityOf(part)) {
        actOn(*activity, name);
        return;
    }
    if (part < 0) {
        const auto &starts = m_tracks.model().index().lane(laneOf(part)).starts;
        if (name == kZoom && !starts.empty())
            view->navigation().fit({ { starts.front() }, { starts.back() } });
        return;
    }
    m_tracks.selection().selectOnly(part);
    if (name == kZoom)
        view->navigation().fitSelection();
    else if (name == kEdit)
        view->editCurrent();
}

const Figures::ActivityBar *TracksAccessible::activityOf(Part part) const
{
    const std::vector<Figures::ActivityBar> &all = m_tracks.model().activities();
    const auto place = static_cast<size_t>(kFirstActivity - part);
    return part <= kFirstActivity && place < all.size() ? &all[place] : nullptr;
}

QStringList TracksAccessible::activityActions(const Figures::ActivityBar &activity) const
{
    auto *view = qobject_cast<TimelineView *>(m_tracks.parentWidget());
    QStringList actions{ kSelect, kZoom };
    if (view && view->editing().canEdit())
        actions << (activity.isExpanded ? kCollapse : kExpand);
    return actions;
}

void TracksAccessible::actOn(const Figures::ActivityBar &activity, const QString &name)
{
    auto *view = qobject_cast<TimelineView *>(m_tracks.parentWidget());
    const ActivityId id = activity.id;
    const TimeSpan span{ activity.start, activity.end };
    view->activities().select(id);
    if (name == kZoom)
        view->navigation().fit(span);
    else if (name == kExpand || name == kCollapse)
        view->activities().setCollapsed(id, name == kCollapse);
}

} // namespace SecondStory::Ui
