// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelineediting.h"

#include "editing/eventedits.h"
#include "editing/laneedits.h"
#include "editing/reviewdocument.h"
#include "figures/timeline/eventmarks.h"
#include "timeline/selectionkeeping.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

/// So many events become text at most.
constexpr qsizetype kMostLines = 10'000;

} // namespace

template <class T>
void TimelineEditing::report(const Result<T> &result)
{
    if (!result)
        Q_EMIT refused(result.error().toString());
}

TimelineEditing::TimelineEditing(TimelineTracks &tracks)
    : QObject(&tracks)
    , m_tracks(tracks)
    , m_model(tracks.model())
    , m_selection(tracks.selection())
{
    connect(&tracks, &TimelineTracks::moveRequested, this, [this](qint64 by) { retime(by); });
    connect(&tracks, &TimelineTracks::endRequested, this, &TimelineEditing::setEnd);
    if (m_model.document())
        followRemovals(m_selection, *m_model.document());
}

QList<EventId> TimelineEditing::selectedIds() const
{
    QList<EventId> ids;
    for (const Event &event : m_model.eventsBySeq(m_selection.seqs()))
        ids.append(event.id);
    return ids;
}

std::optional<EventRow> TimelineEditing::currentRow() const
{
    const auto row =
        m_selection.current() == 0 ? std::nullopt : m_model.rowOf(m_selection.current());
    return row ? std::optional(m_model.events().rows[*row]) : std::nullopt;
}

bool TimelineEditing::isSelectionOwn() const
{
    const QList<Event> events = m_model.eventsBySeq(m_selection.seqs());
    return !events.isEmpty() && std::none_of(events.begin(), events.end(), [](const Event &event) {
        return event.isImported();
    });
}

bool TimelineEditing::canEditTimes()
{
    if (canEdit() && m_model.isArranged())
        Q_EMIT refused(tr("Events stand where they became known: open the curtain to edit times"));
    return canEdit() && !m_model.isArranged();
}

TimePoint TimelineEditing::insertionTime() const
{
    const Figures::TimeScale &scale = m_tracks.viewport().scale();
    return m_selection.cursor().value_or(m_tracks.snapped(scale.time(scale.width() / 2)));
}

int TimelineEditing::insertionLane() const
{
    const auto row = currentRow();
    const int lane = row ? m_model.layout().rowOfTableLane(row->lane) : -1;
    return lane >= 0 ? lane : 0;
}

void TimelineEditing::addEvent(TimePoint time, int laneRow, const QString &title)
{
    if (!canEditTimes() || title.trimmed().isEmpty())
        return;
    Editing::ReviewDocument &document = *m_model.document();
    const auto &rows = m_model.layout().rows();
    const auto at = static_cast<size_t>(laneRow);
    const LaneId lane = laneRow >= 0 && at < rows.size() ? rows[at].laneForEvents() : LaneId{};
    const auto added =
        Editing::addEvent(document, { time, {}, lane, EventKind::Observation, title });
    report(added);
    if (added) {
        m_selection.selectOnly(document.seqOf(*added));
        m_selection.setCursor(time);
    }
}

void TimelineEditing::caption(qint64 seq, const QString &text)
{
    const auto event = m_model.eventBySeq(seq);
    if (canEdit() && event)
        report(Editing::setCaption(*m_model.document(), event->id, text));
}

void TimelineEditing::retime(qint64 byMicroseconds, bool isNudge)
{
    if (!canEditTimes() || m_selection.isEmpty())
        return;
    report(Editing::retimeEvents(*m_model.document(), selectedIds(), byMicroseconds,
                                 isNudge ? Editing::MergeId::Nudge : Editing::MergeId::None));
    if (const auto row = currentRow())
        m_selection.setCursor(TimePoint{ row->start });
}

void TimelineEditing::setEnd(qint64 seq, TimePoint end)
{
    const auto event = m_model.eventBySeq(seq);
    if (canEditTimes() && event && event->effectiveStart())
        report(Editing::setDuration(*m_model.document(), event->id, *event->effectiveStart(), end));
}

void TimelineEditing::setStartHere()
{
    const auto event = m_model.eventBySeq(m_selection.current());
    if (!canEditTimes() || !event || !m_selection.cursor())
        return;
    std::optional<TimePoint> end = event->effectiveEnd();
    if (end && *end < *m_selection.cursor())
        end.reset();
    report(Editing::setDuration(*m_model.document(), event->id, *m_selection.cursor(), end));
}

void TimelineEditing::setEndHere()
{
    if (m_selection.current() != 0 && m_selection.cursor())
        setEnd(m_selection.current(), *m_selection.cursor());
}

void TimelineEditing::removeSelected()
{
    if (!canEdit() || m_selection.isEmpty())
        return;
    const auto done = Editing::removeOwnEvents(*m_model.document(), selectedIds());
    report(done);
    if (done)
        m_selection.clear();
}

void TimelineEditing::toggleStar()
{
    const QList<Event> events = m_model.eventsBySeq(m_selection.seqs());
    if (!canEdit() || events.isEmpty())
        return;
    const bool isAllStarred =
        std::all_of(events.begin(), events.end(), [](const Event &event) { return event.starred; });
    report(Editing::setStarred(*m_model.document(), selectedIds(), !isAllStarred));
}

void TimelineEditing::setKind(EventKind kind)
{
    if (canEdit())
        report(Editing::setKind(*m_model.document(), selectedIds(), kind));
}

void TimelineEditing::setLane(LaneId lane)
{
    if (canEdit())
        report(Editing::setLane(*m_model.document(), selectedIds(), lane));
}

void TimelineEditing::clearAssertedTime()
{
    if (canEdit())
        report(Editing::clearAssertedTime(*m_model.document(), selectedIds()));
}

void TimelineEditing::assertTime(const QList<EventId> &events, const AssertedTime &time)
{
    if (canEdit())
        report(Editing::setAssertedTime(*m_model.document(), events, time));
}

TimeMarkId TimelineEditing::addMark(const QString &name)
{
    if (!canEdit())
        return {};
    const auto &range = m_selection.range();
    const auto added =
        Editing::addMark(*m_model.document(), name, range ? range->start : insertionTime(),
                         range ? std::optional(range->end) : std::nullopt);
    report(added);
    return added.value_or(TimeMarkId{});
}

void TimelineEditing::renameMark(TimeMarkId mark, const QString &name)
{
    if (canEdit())
        report(Editing::renameMark(*m_model.document(), mark, name));
}

QString TimelineEditing::selectionAsText() const
{
    return asText(m_selection.seqs());
}

QString TimelineEditing::asText(const QList<qint64> &seqs) const
{
    QStringList lines;
    for (const Event &event : m_model.eventsBySeq(seqs.mid(0, kMostLines))) {
        const auto start = event.effectiveStart();
        const QString when = start ? m_model.clock().isoText(*start) : tr("undated");
        lines.append(
            QStringList{ when, Figures::eventKindLabel(event.kind), event.displayTitle() }.join(
                u'\t'));
    }
    return lines.join(u'\n');
}

} // namespace SecondStory::Ui
