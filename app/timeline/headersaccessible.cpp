// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/headersaccessible.h"

#include "timeline/lanecommands.h"

#include "evidence/evidencewords.h"
#include "timeline/timelineview.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

const QString kFold = u"fold"_s;

class HeadersAccessibleWords {
    Q_DECLARE_TR_FUNCTIONS(HeadersAccessible)
};
using W = HeadersAccessibleWords;

} // namespace

HeadersAccessible::HeadersAccessible(LaneHeaders &headers)
    : PartsAccessible(&headers, QAccessible::List)
    , m_headers(headers)
{
}

TimelineTracks *HeadersAccessible::tracks() const
{
    auto *view = qobject_cast<TimelineView *>(m_headers.parentWidget());
    return view ? &view->tracks() : nullptr;
}

QList<PartsAccessible::Part> HeadersAccessible::parts() const
{
    QList<Part> rows;
    const int count = tracks() ? tracks()->layout().count() : 0;
    for (int row = 0; row < count; ++row)
        rows.append(row);
    return rows;
}

bool HeadersAccessible::holds(Part part) const
{
    return part >= 0 && tracks() && part < tracks()->layout().count();
}

QAccessible::Role HeadersAccessible::roleOf(Part) const
{
    return QAccessible::RowHeader;
}

QString HeadersAccessible::textOf(Part part, QAccessible::Text text) const
{
    if (!holds(part) || text != QAccessible::Name)
        return {};
    const Figures::EventIndex &index = tracks()->model().index();
    const Figures::LaneRow &row = tracks()->layout().rows()[static_cast<size_t>(part)];
    const auto count =
        part < index.laneCount() ? index.lane(static_cast<int>(part)).starts.size() : 0;
    QString words =
        visibleText(row.name) + u", "_s + W::tr("%n event(s)", nullptr, static_cast<int>(count));
    if (row.collapsed)
        words += u", "_s + W::tr("folded");
    return words;
}

QRect HeadersAccessible::rectOf(Part part) const
{
    if (!holds(part))
        return {};
    const Figures::LaneRow &row = tracks()->layout().rows()[static_cast<size_t>(part)];
    const QRectF place(0, row.y - tracks()->viewport().scrollY(), m_headers.width(), row.height);
    return place.toAlignedRect().intersected(m_headers.rect());
}

QAccessible::State HeadersAccessible::stateOf(Part part) const
{
    QAccessible::State state = PartsAccessible::stateOf(part);
    if (holds(part)) {
        state.expandable = true;
        state.collapsed = tracks()->layout().rows()[static_cast<size_t>(part)].collapsed;
        state.expanded = !state.collapsed;
    }
    return state;
}

QStringList HeadersAccessible::actionsOf(Part part) const
{
    const bool isLane = holds(part) && tracks()->model().document()
        && !tracks()->layout().rows()[static_cast<size_t>(part)].lane.isNull();
    return isLane ? QStringList{ kFold } : QStringList();
}

QString HeadersAccessible::actionWords(const QString &name) const
{
    return name == kFold ? W::tr("Fold or unfold") : name;
}

void HeadersAccessible::act(Part part, const QString &name)
{
    if (name != kFold || actionsOf(part).isEmpty())
        return;
    const Figures::LaneRow &row = tracks()->layout().rows()[static_cast<size_t>(part)];
    m_headers.commands().fold(static_cast<int>(part), !row.collapsed);
}

} // namespace SecondStory::Ui
