// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/eventtablemodel.h"

#include "analysis/gototime.h"
#include "editing/activityedits.h"
#include "editing/eventdetails.h"
#include "editing/eventedits.h"
#include "editing/reviewdocument.h"
#include "figures/timeline/eventmarks.h"
#include "theme/tooltip.h"
#include "timeline/timelinetracks.h"

#include <QGuiApplication>
#include <QMimeData>
#include <QPalette>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kPage = 64;
constexpr int kPagesKept = 60;

} // namespace

EventTableModel::EventTableModel(TimelineModel &model, Contents contents, QObject *parent)
    : QAbstractTableModel(parent)
    , m_model(model)
    , m_contents(contents)
    , m_pages(kPagesKept)
{
    connect(&model, &TimelineModel::contentChanged, this, &EventTableModel::takeContent);
    m_seqs = currentSeqs();
    m_isPlain = isPlain();
    m_revision = m_model.document() ? m_model.document()->revision() : 0;
}

bool EventTableModel::isPlain() const
{
    return m_contents == Contents::All && m_model.showsAll();
}

/// What an edit did to the rows of a review is known; a million of them need not be read again for
/// it. False when they have to be.
bool EventTableModel::followEdits()
{
    const bool wasPlain = std::exchange(m_isPlain, isPlain());
    const Editing::ReviewDocument *document = m_model.document();
    const quint64 before = std::exchange(m_revision, document ? document->revision() : 0);
    if (!wasPlain || !m_isPlain || !document || m_revision - before > 1)
        return false;
    std::vector<EventRowEdit> edits;
    if (m_revision != before) {
        if (!document->eventEdits())
            return false;
        edits = *document->eventEdits();
    }
    qsizetype size = static_cast<qsizetype>(m_seqs.size());
    bool isInPlace = true;
    for (const EventRowEdit &edit : edits) {
        size += (edit.after ? 1 : 0) - (edit.before ? 1 : 0);
        isInPlace = isInPlace && edit.before && edit.after && edit.from == edit.to
            && edit.before->seq == edit.after->seq;
    }
    // Undated rows are not told of one by one.
    if (size != document->events().size())
        return false;
    m_pages.clear();
    if (isInPlace) {
        tellCells();
        return true;
    }
    beginResetModel();
    m_rows.clear();
    for (const EventRowEdit &edit : edits) {
        if (edit.before)
            m_seqs.erase(m_seqs.begin() + static_cast<std::ptrdiff_t>(edit.from));
        if (edit.after)
            m_seqs.insert(m_seqs.begin() + static_cast<std::ptrdiff_t>(edit.to), edit.after->seq);
    }
    endResetModel();
    return true;
}

void EventTableModel::tellCells()
{
    if (!m_seqs.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

std::vector<qint64> EventTableModel::currentSeqs()
{
    const EventTable &events = m_model.events();
    std::vector<qint64> seqs;
    if (m_contents == Contents::UndatedOnly) {
        for (const EventRow &row : events.undated)
            seqs.push_back(row.seq);
        return seqs;
    }
    seqs = m_model.shownSeqs();
    fold(seqs);
    return seqs;
}

void EventTableModel::takeContent()
{
    if (followEdits())
        return;
    std::vector<qint64> seqs = currentSeqs();
    m_pages.clear();
    // The same events in the same order: what stands in the cells may have changed, the place one
    // is at has not.
    if (seqs == m_seqs)
        return tellCells();
    beginResetModel();
    m_rows.clear();
    m_seqs = std::move(seqs);
    endResetModel();
}

int EventTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_seqs.size());
}

int EventTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const Event *EventTableModel::eventAt(int row) const
{
    const int page = row / kPage;
    QHash<qint64, Event> *events = m_pages.object(page);
    if (!events) {
        QList<qint64> seqs;
        const auto end = std::min(m_seqs.size(), static_cast<size_t>(page + 1) * kPage);
        for (auto i = static_cast<size_t>(page) * kPage; i < end; ++i) {
            if (m_seqs[i] > 0)
                seqs.append(m_seqs[i]);
        }
        events = new QHash<qint64, Event>;
        const QList<Event> found = m_model.eventsBySeq(seqs);
        for (qsizetype i = 0; i < found.size() && found.size() == seqs.size(); ++i)
            events->insert(seqs[i], found[i]);
        m_pages.insert(page, events);
        events = m_pages.object(page);
    }
    const auto it = events->constFind(m_seqs[static_cast<size_t>(row)]);
    return it == events->constEnd() ? nullptr : &*it;
}

QString EventTableModel::textOf(const Event &event, int column) const
{
    switch (column) {
    case Time: {
        const auto start = event.effectiveStart();
        return start ? m_model.clock().isoText(*start) : tr("undated");
    }
    case Kind:
        return Figures::eventKindLabel(event.kind);
    case LaneName:
        return laneName(event.laneId);
    case Actors: {
        QStringList names;
        for (const PersonId id : event.actors) {
            const Person *person = m_model.document()
                ? findRecord<Person>(m_model.document()->contents(), id)
                : nullptr;
            if (person)
                names.append(person->displayName());
        }
        return names.join(u", "_s);
    }
    case Title:
        return event.displayTitle();
    case Place: {
        const EvidenceSource *source = m_model.document()
            ? findRecord<EvidenceSource>(m_model.document()->contents(), event.sourceId)
            : nullptr;
        if (!source)
            return event.isImported() ? event.place : tr("added here");
        return event.place.isEmpty() ? source->fileName
                                     : tr("%1, %2").arg(source->fileName, event.place);
    }
    case Note:
        return event.note.simplified();
    case ActivityName: {
        const Activity *activity = activityOf(event.id);
        return activity ? activity->title : QString();
    }
    default:
        return {};
    }
}

QVariant EventTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    if (role == SeqRole)
        return seqAt(index.row());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignLeft);
    if (const Figures::ActivityBar *bar = barAt(index.row()))
        return activityData(*bar, index.column(), role);
    const bool asksSight = m_sightWords
        && (role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::ForegroundRole
            || role == Qt::ToolTipRole);
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != EventIdRole
        && role != ActivityIdRole && role != Qt::AccessibleTextRole && !asksSight)
        return {};
    const Event *event = eventAt(index.row());
    if (!event)
        return {};
    if (asksSight) {
        if (const QVariant seen = sightData(*event, index, role);
            seen.isValid() || role == Qt::ForegroundRole || role == Qt::ToolTipRole)
            return seen;
    }
    if (role == EventIdRole)
        return event->id.toString();
    if (role == ActivityIdRole) {
        const Activity *activity = activityOf(event->id);
        return activity ? activity->id.toString() : QString();
    }
    if (role == Qt::EditRole && index.column() == Note)
        return event->note;
    return textOf(*event, index.column());
}

QVariant EventTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time (%1)").arg(m_model.clock().zoneId());
    case Kind:
        return tr("Kind");
    case LaneName:
        return tr("Lane");
    case Actors:
        return tr("Who");
    case Title:
        return tr("What");
    case Place:
        return tr("Where from");
    case Note:
        return tr("Note");
    case ActivityName:
        return tr("Activity");
    default:
        return {};
    }
}

Qt::ItemFlags EventTableModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    flags |= Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
    if (barAt(index.row()))
        return index.column() == Title ? flags | Qt::ItemIsEditable : flags;
    const bool isFixed =
        index.column() == Actors || index.column() == Place || index.column() == ActivityName;
    if (!isFixed && m_model.document())
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool EventTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || !(flags(index) & Qt::ItemIsEditable))
        return false;
    if (const ActivityId activity = activityAt(index.row()); !activity.isNull()) {
        const auto renamed =
            Editing::renameActivity(*m_model.document(), activity, value.toString());
        if (!renamed)
            Q_EMIT refused(renamed.error().toString());
        return renamed.has_value();
    }
    const Event *cached = eventAt(index.row());
    const QString text = value.toString().trimmed();
    if (!cached || textOf(*cached, index.column()) == text)
        return false;
    const Event event = *cached;
    const auto done = edit(event, index.column(), text);
    if (!done)
        Q_EMIT refused(done.error().toString());
    return done.has_value();
}

Result<void> EventTableModel::edit(const Event &event, int column, const QString &text)
{
    Editing::ReviewDocument &document = *m_model.document();
    switch (column) {
    case Time:
        return editTime(event, text);
    case Kind:
        for (const auto &entry : EnumNames<EventKind>::entries) {
            if (Figures::eventKindLabel(entry.first).startsWith(text, Qt::CaseInsensitive))
                return Editing::setKind(document, { event.id }, entry.first);
        }
        return failure(ErrorCode::BadInput, tr("there is no kind \"%1\"").arg(text));
    case LaneName:
        for (const Lane &lane : m_model.lanes()) {
            if (lane.name.compare(text, Qt::CaseInsensitive) == 0)
                return Editing::setLane(document, { event.id }, lane.id);
        }
        if (text.isEmpty())
            return Editing::setLane(document, { event.id }, {});
        return failure(ErrorCode::BadInput, tr("there is no lane \"%1\"").arg(text));
    case Note:
        return Editing::setEventNote(document, event.id, text);
    default:
        return Editing::setCaption(document, event.id, text);
    }
}

Result<void> EventTableModel::editTime(const Event &event, const QString &text)
{
    Editing::ReviewDocument &document = *m_model.document();
    if (text.isEmpty() && event.asserted)
        return Editing::clearAssertedTime(document, { event.id });
    if (text.isEmpty())
        return failure(ErrorCode::BadInput,
                       tr("the recorded time stays; another one can be stated beside it"));
    const TimePoint reference = event.effectiveStart().value_or(
        m_model.frame().began.value_or(m_model.span() ? m_model.span()->start : TimePoint::now()));
    const auto time = Analysis::goToTime(text, { m_model.clock(), reference, m_model.frame() });
    if (!time)
        return failure(time.error());
    if (!Editing::reasonNotToRetime(event) && event.recorded.start && !event.asserted)
        return Editing::retimeEvents(document, { event.id }, time->us - event.recorded.start->us);
    // What was recorded stays: the time is stated beside it.
    AssertedTime asserted = event.asserted.value_or(AssertedTime());
    if (asserted.end)
        asserted.end->us += time->us - asserted.start.us;
    asserted.start = *time;
    return Editing::setAssertedTime(document, event.id, asserted);
}

QStringList EventTableModel::mimeTypes() const
{
    return { QString::fromUtf16(kEventsMime) };
}

QMimeData *EventTableModel::mimeData(const QModelIndexList &indexes) const
{
    QSet<int> rows;
    for (const QModelIndex &index : indexes)
        rows.insert(index.row());
    QList<int> ordered(rows.begin(), rows.end());
    std::sort(ordered.begin(), ordered.end());
    QStringList ids;
    for (const int row : std::as_const(ordered)) {
        const Event *event = eventAt(row);
        if (event)
            ids.append(event->id.toString());
        for (const Event &one : event ? QList<Event>() : m_model.eventsBySeq(eventsAt(row)))
            ids.append(one.id.toString());
    }
    auto *data = new QMimeData;
    data->setData(QString::fromUtf16(kEventsMime), ids.join(u'\n').toLatin1());
    return data;
}

void EventTableModel::setSightWords(std::function<QString(const EventFact &)> words)
{
    m_sightWords = std::move(words);
    refreshSight();
}

void EventTableModel::refreshSight()
{
    if (!m_seqs.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1),
                           { Qt::DisplayRole, Qt::ForegroundRole });
}

QVariant EventTableModel::sightData(const Event &event, const QModelIndex &index, int role) const
{
    const QString words =
        m_sightWords({ seqAt(index.row()), event.effectiveStart(), event.laneId });
    if (words.isEmpty())
        return {};
    if (role == Qt::ForegroundRole)
        return QGuiApplication::palette().brush(QPalette::PlaceholderText);
    if (role == Qt::ToolTipRole)
        return plainToolTip(words);
    if (index.column() != Title)
        return {};
    // In front, so that it is seen however narrow the column is.
    return tr("(%1) %2").arg(words, textOf(event, Title));
}

int EventTableModel::rowOf(qint64 seq) const
{
    if (m_isPlain) {
        const EventTable &events = m_model.events();
        size_t row = m_seqs.size();
        if (const auto position = m_model.rowOf(seq))
            row = *position;
        else if (const auto undated = std::lower_bound(
                     events.undated.begin(), events.undated.end(), seq,
                     [](const EventRow &each, qint64 wanted) { return each.seq < wanted; });
                 undated != events.undated.end())
            row = events.rows.size() + static_cast<size_t>(undated - events.undated.begin());
        if (row < m_seqs.size() && m_seqs[row] == seq)
            return static_cast<int>(row);
    }
    if (m_rows.empty()) {
        m_rows.reserve(m_seqs.size());
        for (size_t row = 0; row < m_seqs.size(); ++row) {
            if (m_seqs[row] > 0) {
                m_rows.emplace_back(m_seqs[row], static_cast<int>(row));
                continue;
            }
            for (const qint64 seqOfActivity : eventsAt(static_cast<int>(row))) {
                if (m_model.foldedSeqs().contains(seqOfActivity))
                    m_rows.emplace_back(seqOfActivity, static_cast<int>(row));
            }
        }
        std::sort(m_rows.begin(), m_rows.end());
    }
    const auto it = std::lower_bound(m_rows.begin(), m_rows.end(), std::pair(seq, 0));
    return it == m_rows.end() || it->first != seq ? -1 : it->second;
}

} // namespace SecondStory::Ui
