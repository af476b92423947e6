// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelineactivities.h"

#include "editing/activityedits.h"
#include "editing/reviewdocument.h"
#include "evidence/evidencewords.h"
#include "store/eventrepository.h"
#include "store/library.h"

#include <QMenu>
#include <QMouseEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

TimelineActivities::TimelineActivities(TimelineTracks &tracks, TimelineModel &model,
                                       TimelineSelection &selection, QObject *parent)
    : QObject(parent)
    , m_tracks(tracks)
    , m_model(model)
    , m_selection(selection)
{
    Editing::ReviewDocument *document = model.document();
    if (!document)
        return;
    connect(document, &Editing::ReviewDocument::changed, this, &TimelineActivities::takeChange);
    connect(document, &Editing::ReviewDocument::eventsReloaded, this, &TimelineActivities::refresh);
    connect(&tracks, &TimelineTracks::activityActivated, this, &TimelineActivities::toggle);
    tracks.installEventFilter(this);
    refresh();
}

template <class T>
void TimelineActivities::report(const Result<T> &result)
{
    if (!result)
        Q_EMIT refused(result.error().toString());
}

void TimelineActivities::takeChange(const ChangeSet &applied)
{
    const bool concerns = std::any_of(
        applied.changes.begin(), applied.changes.end(), [this](const AnyChange &change) {
            const auto *event = std::get_if<RecordChange<Event>>(&change);
            return std::holds_alternative<RecordChange<Activity>>(change)
                || (event && m_grouped.contains(event->id()));
        });
    if (concerns)
        refresh();
}

void TimelineActivities::refresh()
{
    QSet<qint64> folded;
    m_grouped.clear();
    std::vector<Figures::ActivityBar> bars;
    Editing::ReviewDocument &document = *m_model.document();
    for (const Activity &activity : document.contents().activities) {
        Figures::ActivityBar bar{
            activity.id, activity.laneId,    {}, {}, visibleText(activity.title),
            0,           !activity.collapsed
        };
        m_grouped += QSet<EventId>(activity.events.begin(), activity.events.end());
        bool isDated = false;
        const auto events = document.library().events().byId(activity.events);
        for (const Event &event : events.value_or(QList<Event>())) {
            const auto start = event.effectiveStart();
            ++bar.count;
            if (!start)
                continue;
            const TimePoint end = event.effectiveEnd().value_or(*start);
            bar.start = isDated ? std::min(bar.start, *start) : *start;
            bar.end = isDated ? std::max(bar.end, end) : end;
            isDated = true;
            if (activity.collapsed)
                folded.insert(document.seqOf(event.id));
        }
        if (isDated)
            bars.push_back(std::move(bar));
    }
    m_model.setActivities(folded, std::move(bars));
}

QList<EventId> TimelineActivities::selectedEvents() const
{
    QList<EventId> ids;
    for (const Event &event : m_model.eventsBySeq(m_selection.seqs()))
        ids.append(event.id);
    return ids;
}

QList<ActivityId> TimelineActivities::selected() const
{
    QList<ActivityId> found;
    if (!m_model.document() || m_model.document()->contents().activities.isEmpty())
        return found;
    const QList<EventId> ids = selectedEvents();
    const QSet<EventId> wanted(ids.begin(), ids.end());
    for (const Activity &activity : m_model.document()->contents().activities) {
        if (std::any_of(activity.events.begin(), activity.events.end(),
                        [&](EventId id) { return wanted.contains(id); }))
            found.append(activity.id);
    }
    return found;
}

void TimelineActivities::select(ActivityId id)
{
    const auto *activity = findRecord<Activity>(m_model.document()->contents(), id);
    if (!activity)
        return;
    QList<qint64> seqs;
    for (const EventId event : activity->events) {
        if (const qint64 seq = m_model.document()->seqOf(event))
            seqs.append(seq);
    }
    m_selection.selectActivity(id, seqs);
}

void TimelineActivities::group(const QString &title)
{
    if (!m_model.document())
        return;
    const auto made = Editing::groupEvents(*m_model.document(), selectedEvents(), title);
    report(made);
    if (made)
        select(*made);
}

void TimelineActivities::setCollapsed(ActivityId activity, bool isCollapsed)
{
    if (m_model.document())
        report(Editing::setActivityCollapsed(*m_model.document(), activity, isCollapsed));
}

void TimelineActivities::toggle(ActivityId id)
{
    if (!m_model.document())
        return;
    if (const auto *activity = findRecord<Activity>(m_model.document()->contents(), id))
        setCollapsed(id, !activity->collapsed);
}

void TimelineActivities::toggleSelected()
{
    for (const ActivityId id : selected())
        toggle(id);
}

bool TimelineActivities::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_tracks && event->type() == QEvent::MouseButtonPress) {
        const auto *press = static_cast<QMouseEvent *>(event);
        const auto hit = m_tracks.hitAt(press->position());
        if (hit.activity && press->button() != Qt::MiddleButton
            && press->modifiers() == Qt::NoModifier) {
            select(*hit.activity);
            m_tracks.setFocus(Qt::MouseFocusReason);
            return press->button() == Qt::LeftButton;
        }
    }
    return QObject::eventFilter(watched, event);
}

void TimelineActivities::fillMenu(QMenu &menu, const Ask &ask)
{
    if (!m_model.document() || m_selection.isEmpty())
        return;
    menu.addAction(tr("Group into an activity…"), this, [this, ask] {
        ask(tr("Title of the activity"), {}, [this](const QString &title) { group(title); });
    });
    const auto &activities = m_model.document()->contents().activities;
    const QList<ActivityId> mine = selected();
    if (!activities.isEmpty()) {
        QMenu *add = menu.addMenu(tr("Add to activity"));
        for (const Activity &activity : activities)
            add->addAction(
                visibleText(activity.title).replace(u'&', u"&&"_s), this, [this, id = activity.id] {
                    report(Editing::addToActivity(*m_model.document(), id, selectedEvents()));
                });
    }
    for (const ActivityId id : mine) {
        if (const auto *activity = findRecord<Activity>(m_model.document()->contents(), id))
            fillActivityMenu(menu, *activity, ask);
    }
    if (!mine.isEmpty())
        menu.addAction(tr("Take out of the activity"), this, [this] {
            report(Editing::removeFromActivities(*m_model.document(), selectedEvents()));
        });
}

void TimelineActivities::fillActivityMenu(QMenu &menu, const Activity &activity, const Ask &ask)
{
    QMenu *own =
        menu.addMenu(tr("Activity: %1").arg(visibleText(activity.title).replace(u'&', u"&&"_s)));
    const ActivityId id = activity.id;
    own->addAction(activity.collapsed ? tr("Expand") : tr("Collapse"), this,
                   [this, id, to = !activity.collapsed] { setCollapsed(id, to); });
    own->addAction(tr("Select its events"), this, [this, id] { select(id); });
    own->addAction(tr("Rename…"), this, [this, id, ask, title = activity.title] {
        ask(tr("Title of the activity"), title, [this, id](const QString &text) {
            report(Editing::renameActivity(*m_model.document(), id, text));
        });
    });
    own->addAction(tr("Ungroup"), this,
                   [this, id] { report(Editing::ungroup(*m_model.document(), id)); });
}

} // namespace SecondStory::Ui
