// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelineview.h"

#include "editing/reviewdocument.h"
#include "timeline/gotobar.h"
#include "timeline/timelineaccessible.h"
#include "timeline/timelineannouncer.h"
#include "timeline/timelinefilterbar.h"
#include "timeline/timelinemenu.h"
#include "timeline/timelinenotice.h"
#include "timeline/timelinesearch.h"
#include "timeline/undatedplacing.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

/// So many filters are offered to be cleared one by one.
constexpr qsizetype kMostClears = 8;

/// True when not even a part of an event or of a curve lies in view.
bool isViewEmpty(const TimelineModel &model, TimeSpan view)
{
    bool isEmpty =
        model.index().countIn(view) == 0 && model.curves().isEmpty() && model.activities().empty();
    const Figures::EventIndex &index = model.index();
    for (int lane = 0; isEmpty && lane < index.laneCount(); ++lane)
        index.visitBars(lane, view, 1, std::max<qint64>(1, view.length() / 100),
                        [&isEmpty](const Figures::EventIndex::Bar &) { isEmpty = false; });
    return isEmpty;
}

} // namespace

void TimelineView::buildAccess()
{
    installTimelineAccessibility();
    m_search = new TimelineSearch(*m_tracks, *m_navigation);
    m_filterBar = new TimelineFilterBar(*m_model, *m_search, m_selection, this);
    m_announcer = new TimelineAnnouncer(*this, *m_search);
    m_goTo = new GoToBar(m_tracks);
    connect(m_goTo, &GoToBar::chosen, this, [this](TimePoint time) {
        m_selection.setCursor(time);
        m_viewport->jumpTo(m_viewport->scale().centredOn(time));
    });
}

Analysis::GoToContext TimelineView::goToContext() const
{
    Analysis::GoToContext context{
        m_model->clock(), m_editing->insertionTime(), m_model->frame(), {}
    };
    for (const Figures::RulerInstant &instant : m_model->instants()) {
        if (!instant.isFrame && !instant.name.isEmpty())
            context.names.append({ instant.name, instant.start });
    }
    if (m_model->document()) {
        for (const Moment &moment : m_model->document()->contents().moments) {
            if (moment.start && !moment.title.isEmpty())
                context.names.append({ moment.title, *moment.start });
        }
    }
    return context;
}

void TimelineView::goToTime()
{
    m_goTo->open(goToContext());
}

void TimelineView::nextHit(int direction)
{
    if (m_search->words().isEmpty())
        focusSearch();
    else if (direction > 0)
        m_search->next();
    else
        m_search->previous();
}

void TimelineView::openMenuAtCurrent()
{
    QRectF at = m_selection.current() ? m_tracks->rectOf(m_selection.current()) : QRectF();
    if (!at.isValid()) {
        const auto &cursor = m_selection.cursor();
        const double x = cursor ? m_viewport->scale().x(*cursor) : m_tracks->width() / 2.0;
        at = QRectF(std::clamp(x, 0.0, m_tracks->width() - 1.0), m_tracks->height() / 2.0, 1, 1);
    }
    const QPointF place = at.center();
    openMenu(m_tracks->mapToGlobal(at.bottomLeft().toPoint()), place);
}

QList<qint64> TimelineView::seqsInRange() const
{
    QList<qint64> seqs;
    const auto range = m_selection.range();
    if (!range)
        return seqs;
    std::vector<quint32> rows;
    const Figures::EventIndex &index = m_model->index();
    for (int lane = 0; lane < index.laneCount(); ++lane) {
        const Figures::EventIndex::Lane &events = index.lane(lane);
        for (size_t i = index.lowerBound(lane, range->start);
             i < events.starts.size() && events.starts[i] < range->end.us; ++i)
            rows.push_back(events.rows[i]);
    }
    std::sort(rows.begin(), rows.end());
    for (const quint32 row : rows)
        seqs.append(m_model->events().rows[row].seq);
    return seqs;
}

void TimelineView::copyRange()
{
    const QList<qint64> seqs = seqsInRange();
    if (!seqs.isEmpty())
        QGuiApplication::clipboard()->setText(m_editing->asText(seqs));
}

void TimelineView::reportRange()
{
    QList<EventId> ids;
    for (const Event &event : m_model->eventsBySeq(seqsInRange()))
        ids.append(event.id);
    if (!ids.isEmpty())
        Q_EMIT reportRequested(ids);
}

void TimelineView::placeUndated(const QList<EventId> &events, TimePoint time)
{
    m_placing->ask(events, time);
}

void TimelineView::showNoEvents()
{
    m_shownNotice = Notice::NoEvents;
    m_notice->show(
        tr("No events on the line yet"), {},
        { { tr("Import evidence…"),
            tr("Chat, alerts, logs, tickets: as they are. They stay unchanged."), u"import"_s },
          { tr("Add the first event (N)"), tr("What only people know, in a sentence."), u"add"_s },
          { tr("Open a sample"), tr("Look at a finished review first."), u"sample"_s } });
}

void TimelineView::showFilterHidesAll()
{
    m_shownNotice = Notice::FilterHidesAll;
    const QStringList chips = m_filterBar->chips();
    QList<NoticeAction> actions;
    for (qsizetype i = 0; i < std::min(chips.size(), kMostClears); ++i)
        actions.append({ tr("Clear “%1”").arg(chips[i].left(40)), {}, {} });
    if (chips.size() != 1)
        actions.append({ tr("Clear all filters"), {}, {} });
    m_notice->show(tr("The filter hides everything"), chips.join(u"  ·  "_s), actions);
}

void TimelineView::updateNotice(bool isNews)
{
    const auto all = static_cast<int>(m_model->events().rows.size());
    const auto undated = static_cast<int>(m_model->events().undated.size());
    const auto shown = static_cast<int>(m_model->index().shown());
    const auto span = m_model->span();
    const Figures::TimeScale &scale = m_viewport->scale();
    if (all == 0 && undated > 0) {
        m_shownNotice = Notice::NoTimes;
        m_notice->show(tr("%n event(s) need a time", nullptr, undated),
                       tr("They wait in the undated tray until somebody knows when they were."),
                       { { tr("Open the undated tray"), {}, {} } });
    } else if (all == 0 && !span) {
        showNoEvents();
    } else if (shown == 0 && m_model->filter().isActive()) {
        showFilterHidesAll();
    } else if (span
               && (span->end < scale.start() || span->start > scale.end()
                   || (isNews && isViewEmpty(*m_model, scale.span())))) {
        // Between events one may look around unasked; what has just come is to be found.
        m_shownNotice = Notice::OutOfView;
        m_notice->show(tr("Nothing in this stretch of time"),
                       tr("%n event(s) outside this view.", nullptr, shown),
                       { { tr("Fit (Shift+F)"), {}, {} } });
    } else {
        m_shownNotice = Notice::None;
        m_notice->hide();
    }
}

void TimelineView::noticeChosen(int action)
{
    const QList<FilterPart> parts = m_filterBar->parts();
    switch (m_shownNotice) {
    case Notice::NoEvents:
        if (action == 0)
            Q_EMIT importRequested();
        else if (action == 1)
            newEventAtCursor();
        else
            Q_EMIT sampleRequested();
        break;
    case Notice::NoTimes:
        Q_EMIT undatedRequested();
        break;
    case Notice::FilterHidesAll:
        if (action < std::min(parts.size(), kMostClears))
            m_filterBar->removePart(parts[action]);
        else
            m_filterBar->clearAll();
        m_tracks->setFocus();
        break;
    case Notice::OutOfView:
        m_navigation->fitAll();
        m_tracks->setFocus();
        break;
    case Notice::None:
        break;
    }
}

} // namespace SecondStory::Ui
