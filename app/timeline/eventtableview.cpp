// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/eventtableview.h"

#include "theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QSettings>

namespace SecondStory::Ui {

namespace {

/// A selection of more rows than this is shown by its first rows only; the timeline knows all of
/// it.
constexpr qsizetype kMostRows = 2'000;
constexpr QAnyStringView kColumns = u"table/events";

} // namespace

EventTableView::EventTableView(EventTableModel &model, TimelineSelection &selection,
                               QWidget *parent)
    : QTableView(parent)
    , m_events(model)
    , m_selection(selection)
{
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::EditKeyPressed);
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setShowGrid(false);
    setWordWrap(false);
    setTextElideMode(Qt::ElideRight);
    setTabKeyNavigation(false);
    setAccessibleName(tr("Events as a table"));
    verticalHeader()->hide();
    // Every row is as high as the next: a million of them need not be measured, nor told of it once
    // they are there.
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(std::max(Space::kRow - 2, fontMetrics().height() + 8));
    setModel(&model);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setFont(fontAt(font(), 0.85));
    setFrameShape(QFrame::NoFrame);
    const int unit = fontMetrics().averageCharWidth();
    const QList<int> widths{ 33, 13, 18, 18, 40, 24, 20, 18 };
    for (int column = 0; column < widths.size(); ++column)
        setColumnWidth(column, widths[column] * unit);
    horizontalHeader()->restoreState(QSettings().value(kColumns).toByteArray());
    connect(horizontalHeader(), &QHeaderView::sectionResized, this,
            [this] { QSettings().setValue(kColumns, horizontalHeader()->saveState()); });
    connect(&model, &EventTableModel::refused, this, &EventTableView::refused);
    connect(&selection, &TimelineSelection::changed, this, &EventTableView::showSelection);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &EventTableView::takeSelection);
    connect(&model, &QAbstractItemModel::modelReset, this, &EventTableView::showSelection);
    connect(this, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        if (!m_events.activityAt(index.row()).isNull())
            return foldCurrent(false);
        Q_EMIT eventActivated(
            EventId::fromString(index.data(EventTableModel::EventIdRole).toString()));
    });
}

void EventTableView::showSelection()
{
    if (m_isFollowing)
        return;
    const QScopedValueRollback guard(m_isFollowing, true);
    QItemSelection rows;
    int current = -1;
    for (const qint64 seq : m_selection.seqs().mid(0, kMostRows)) {
        const int row = m_events.rowOf(seq);
        if (row < 0)
            continue;
        rows.select(m_events.index(row, 0), m_events.index(row, EventTableModel::ColumnCount - 1));
        if (seq == m_selection.current())
            current = row;
    }
    selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    if (current < 0)
        return;
    selectionModel()->setCurrentIndex(m_events.index(current, EventTableModel::Title),
                                      QItemSelectionModel::NoUpdate);
    scrollTo(m_events.index(current, EventTableModel::Title));
}

void EventTableView::takeSelection()
{
    if (m_isFollowing)
        return;
    const QScopedValueRollback guard(m_isFollowing, true);
    QList<qint64> seqs;
    const QModelIndexList rows = selectionModel()->selectedRows();
    for (const QModelIndex &index : rows)
        seqs.append(m_events.eventsAt(index.row()));
    const ActivityId activity =
        rows.size() == 1 ? m_events.activityAt(rows.first().row()) : ActivityId();
    if (!activity.isNull())
        m_selection.selectActivity(activity, seqs);
    else if (seqs.size() == 1)
        m_selection.selectOnly(seqs.first());
    else
        m_selection.select(seqs);
}

void EventTableView::dataChanged(const QModelIndex &first, const QModelIndex &last,
                                 const QList<int> &roles)
{
    // What is being typed into a cell is not replaced because something was counted meanwhile.
    if (state() == QAbstractItemView::EditingState)
        viewport()->update();
    else
        QTableView::dataChanged(first, last, roles);
}

/// The activity of the row one is on: of a collapsed one that is its own row, of another one that
/// of any of its events.
void EventTableView::foldCurrent(bool isCollapsed)
{
    const QModelIndex at = currentIndex();
    if (!at.isValid())
        return;
    const ActivityId own =
        ActivityId::fromString(at.data(EventTableModel::ActivityIdRole).toString());
    if (!own.isNull())
        Q_EMIT foldRequested(own, isCollapsed);
}

void EventTableView::keyPressEvent(QKeyEvent *event)
{
    const bool isStar = event->key() == Qt::Key_Asterisk
        || (event->key() == Qt::Key_S && event->modifiers() == Qt::ShiftModifier);
    if (isStar)
        Q_EMIT starRequested();
    else if (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Minus)
        foldCurrent(event->key() == Qt::Key_Minus);
    else if (event->matches(QKeySequence::Copy))
        Q_EMIT copyRequested();
    else if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier)
        Q_EMIT menuRequested(mapToGlobal(visualRect(currentIndex()).bottomLeft()));
    else
        QTableView::keyPressEvent(event);
}

void EventTableView::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT menuRequested(event->globalPos());
}

} // namespace SecondStory::Ui
