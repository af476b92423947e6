// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/previewmodel.h"

#include "domain/labels.h"
#include "evidence/evidencewords.h"
#include "figures/timeline/eventmarks.h"
#include "theme/tooltip.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

PreviewModel::PreviewModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void PreviewModel::setEvents(const QList<Importing::ParsedEvent> &events, const QString &zone,
                             Services::LaneRule rule, const QString &lane)
{
    beginResetModel();
    m_events = events;
    m_clock = ZoneClock(zone);
    m_rule = rule;
    m_lane = lane;
    endResetModel();
}

int PreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

int PreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PreviewModel::textAt(const Importing::ParsedEvent &event, int column) const
{
    switch (column) {
    case FoundColumn:
        return visibleText(event.time.text);
    case TimeColumn:
        return timeText(event.time, m_clock);
    case HowColumn:
        return event.time.isDated()
            ? QString(precisionText(event.time) + u", "_s + wordFor(event.time.basis))
            : wordFor(event.time.basis);
    case KindColumn:
        return Figures::eventKindLabel(event.kind);
    case WhoColumn: {
        QStringList names;
        for (const Importing::ParsedActor &actor : event.actors)
            names << visibleText(actor.name);
        return names.join(u", "_s);
    }
    case LaneColumn:
        return visibleText(Services::laneNameOf(event, m_rule, m_lane));
    default:
        return visibleText(event.title);
    }
}

QString PreviewModel::tipAt(const Importing::ParsedEvent &event, int column) const
{
    if (column != TimeColumn)
        return column == TitleColumn
            ? visibleText(event.text.isEmpty() ? event.title : event.text).left(2'000)
            : textAt(event, column);
    QStringList lines;
    if (event.time.start)
        lines << toRfc3339(*event.time.start);
    if (!event.time.text.isEmpty())
        lines << tr("written “%1”").arg(visibleText(event.time.text));
    if (!event.place.isEmpty())
        lines << visibleText(event.place);
    return lines.join(u'\n');
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_events.size())
        return {};
    const Importing::ParsedEvent &event = m_events[index.row()];
    if (role == Qt::DisplayRole)
        return textAt(event, index.column()).left(400);
    if (role == Qt::ToolTipRole)
        return plainToolTip(tipAt(event, index.column()));
    return {};
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case FoundColumn:
        return tr("As found");
    case LaneColumn:
        return tr("Lane");
    case TimeColumn:
        return tr("Time (%1)").arg(m_clock.zoneId());
    case HowColumn:
        return tr("How sure");
    case KindColumn:
        return tr("Kind");
    case WhoColumn:
        return tr("Who");
    default:
        return tr("What");
    }
}

} // namespace SecondStory::Ui
