// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelinemodel.h"

#include "editing/reviewdocument.h"
#include "services/lanecurves.h"
#include "store/library.h"
#include "store/searchrepository.h"

#include <QFontMetricsF>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

/// Words kept at most; a screen shows a few hundred.
constexpr qsizetype kMostLabels = 20'000;
constexpr int kMostHits = 20'000;
constexpr qsizetype kLongestTitle = 160;

Figures::EventLabel labelOf(const Event &event, const QFontMetricsF &metrics)
{
    Figures::EventLabel label;
    label.text = event.displayTitle().simplified().left(kLongestTitle);
    label.width = std::ceil(metrics.horizontalAdvance(label.text)) + 1;
    if (event.asserted) {
        label.earliest = event.asserted->earliest;
        label.latest = event.asserted->latest;
    }
    return label;
}

} // namespace

TimelineModel::TimelineModel(Editing::ReviewDocument &document, QObject *parent)
    : QObject(parent)
    , m_document(&document)
{
    connect(&document, &Editing::ReviewDocument::changed, this, &TimelineModel::takeChange);
    rebuildCurves();
    connect(&document, &Editing::ReviewDocument::eventsReloaded, this, [this] {
        m_labels.clear();
        rebuildCurves();
        rebuild();
        Q_EMIT eventsReset();
        Q_EMIT contentChanged();
    });
    rebuild();
}

TimelineModel::TimelineModel(TimelineContent content, QObject *parent)
    : QObject(parent)
    , m_content(std::move(content))
    , m_contentClock(m_content.zone)
{
    rebuildCurves();
    rebuild();
}

const EventTable &TimelineModel::events() const
{
    return m_document ? m_document->events() : m_content.events;
}

const QList<Lane> &TimelineModel::lanes() const
{
    return m_document ? m_document->contents().lanes : m_content.lanes;
}

const IncidentFrame &TimelineModel::frame() const
{
    return m_document ? m_document->contents().review.frame : m_content.frame;
}

const ZoneClock &TimelineModel::clock() const
{
    return m_document ? m_document->clock() : m_contentClock;
}

void TimelineModel::takeChange(const ChangeSet &applied)
{
    bool touchesEvents = false;
    bool touchesLanes = false;
    bool touchesCurves = false;
    for (const AnyChange &change : applied.changes) {
        touchesEvents = touchesEvents || std::holds_alternative<RecordChange<Event>>(change);
        touchesLanes = touchesLanes || std::holds_alternative<RecordChange<Lane>>(change);
        touchesCurves = touchesCurves || std::holds_alternative<RecordChange<Series>>(change);
    }
    if (touchesEvents)
        m_labels.clear();
    if (touchesCurves)
        rebuildCurves();
    if (touchesEvents || touchesLanes)
        rebuild();
    else
        rebuildInstants();
    if (touchesEvents)
        Q_EMIT eventsReset();
    Q_EMIT contentChanged();
}

void TimelineModel::rebuild()
{
    m_layout = Figures::LaneLayout(lanes(), events(), tr("No lane"));
    m_index =
        Figures::EventIndex(events(), m_layout.tableLanes(), m_layout.count(), m_filter, m_folded);
    m_pyramid = Figures::DensityPyramid(m_index);
    rebuildInstants();
}

void TimelineModel::rebuildCurves()
{
    if (!m_document) {
        m_curves = m_content.curves;
        return;
    }
    // What cannot be read is told where it can be acted on; the timeline goes on without it.
    m_curves = Services::laneCurves(m_document->library(), m_document->contents(), m_knownCurves)
                   .value_or(Figures::LaneCurves());
}

std::optional<TimeSpan> TimelineModel::span() const
{
    const auto events = m_index.span();
    const auto curves = Figures::spanOf(m_curves);
    if (!events || !curves)
        return events ? events : curves;
    return TimeSpan{ std::min(events->start, curves->start), std::max(events->end, curves->end) };
}

void TimelineModel::rebuildInstants()
{
    m_instants = Figures::rulerInstants(
        frame(), m_document ? m_document->contents().marks : m_content.marks);
}

void TimelineModel::setFilter(Figures::EventFilter filter)
{
    if (filter.text != m_filter.text || (!filter.text.isEmpty() && !filter.found))
        search(filter);
    if (filter == m_filter)
        return;
    m_filter = std::move(filter);
    rebuild();
    Q_EMIT contentChanged();
}

void TimelineModel::setActivities(const QSet<qint64> &folded,
                                  std::vector<Figures::ActivityBar> bars)
{
    if (folded == m_folded && bars == m_activities)
        return;
    m_activities = std::move(bars);
    if (folded != m_folded) {
        m_folded = folded;
        rebuild();
    }
    Q_EMIT contentChanged();
}

void TimelineModel::search(Figures::EventFilter &filter) const
{
    filter.found.reset();
    const QString words = filter.text.trimmed();
    if (words.isEmpty())
        return;
    QSet<qint64> found;
    if (m_document) {
        const auto hits = m_document->library().search().search(words, m_document->id(), kMostHits);
        for (const Store::SearchHit &hit : hits.value_or(QList<Store::SearchHit>())) {
            if (hit.target.kind == TargetKind::Event)
                found.insert(m_document->seqOf(EventId{ hit.target.id }));
        }
    } else if (m_content.fetch) {
        QList<qint64> seqs;
        for (const EventRow &row : events().rows)
            seqs.append(row.seq);
        const QList<Event> all = m_content.fetch(seqs);
        for (qsizetype i = 0; i < all.size() && i < seqs.size(); ++i) {
            if (all[i].displayTitle().contains(words, Qt::CaseInsensitive))
                found.insert(seqs[i]);
        }
    }
    filter.found = found;
}

std::optional<quint32> TimelineModel::rowOf(qint64 seq) const
{
    const auto &rows = events().rows;
    const auto it = std::find_if(rows.begin(), rows.end(),
                                 [seq](const EventRow &row) { return row.seq == seq; });
    if (it == rows.end())
        return {};
    return static_cast<quint32>(it - rows.begin());
}

QList<Event> TimelineModel::eventsBySeq(const QList<qint64> &seqs) const
{
    if (m_document)
        return m_document->eventsBySeq(seqs);
    return m_content.fetch ? m_content.fetch(seqs) : QList<Event>();
}

std::optional<Event> TimelineModel::eventBySeq(qint64 seq) const
{
    const QList<Event> found = eventsBySeq({ seq });
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

LaneId TimelineModel::laneAt(int row) const
{
    return row >= 0 && row < m_layout.count() ? m_layout.rows()[static_cast<size_t>(row)].lane
                                              : LaneId{};
}

void TimelineModel::fetchLabels(const std::vector<quint32> &rows, const QFont &font)
{
    if (font != m_labelFont || m_labels.size() > kMostLabels)
        m_labels.clear();
    m_labelFont = font;
    QList<qint64> missing;
    for (const quint32 row : rows) {
        const qint64 seq = events().rows[row].seq;
        if (!m_labels.contains(seq))
            missing.append(seq);
    }
    if (missing.isEmpty())
        return;
    const QFontMetricsF metrics(font);
    const QList<Event> found = eventsBySeq(missing);
    // A store may leave out what it does not know; then places no longer agree and the rest is
    // asked one by one.
    const bool isComplete = found.size() == missing.size();
    for (qsizetype i = 0; i < missing.size(); ++i) {
        const auto event = isComplete ? std::optional(found[i]) : eventBySeq(missing[i]);
        m_labels.insert(missing[i], event ? labelOf(*event, metrics) : Figures::EventLabel{});
    }
}

const Figures::EventLabel *TimelineModel::label(quint32 row) const
{
    const auto it = m_labels.constFind(events().rows[row].seq);
    return it == m_labels.constEnd() ? nullptr : &*it;
}

} // namespace SecondStory::Ui
