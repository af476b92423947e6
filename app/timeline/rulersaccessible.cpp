// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/rulersaccessible.h"

#include "evidence/evidencewords.h"
#include "timeline/timelineview.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

const QString kShow = u"show"_s;

class RulerAccessibleWords {
    Q_DECLARE_TR_FUNCTIONS(RulerAccessible)
};
using W = RulerAccessibleWords;

TimelineView *viewOf(const QWidget &part)
{
    return qobject_cast<TimelineView *>(part.parentWidget());
}

} // namespace

RulerAccessible::RulerAccessible(TimelineRuler &ruler)
    : PartsAccessible(&ruler, QAccessible::List)
    , m_ruler(ruler)
{
}

QList<PartsAccessible::Part> RulerAccessible::parts() const
{
    QList<Part> all;
    const TimelineView *view = viewOf(m_ruler);
    const qsizetype count = view ? viewOf(m_ruler)->model().instants().size() : 0;
    for (Part part = 0; part < count; ++part)
        all.append(part);
    return all;
}

bool RulerAccessible::holds(Part part) const
{
    return part >= 0 && viewOf(m_ruler) && part < viewOf(m_ruler)->model().instants().size();
}

QAccessible::Role RulerAccessible::roleOf(Part) const
{
    return QAccessible::ListItem;
}

QString RulerAccessible::textOf(Part part, QAccessible::Text text) const
{
    if (!holds(part) || text != QAccessible::Name)
        return {};
    const TimelineModel &model = viewOf(m_ruler)->model();
    const Figures::RulerInstant &instant = model.instants()[part];
    const ZoneClock &clock = model.clock();
    const QString from = clock.dateText(instant.start) + u", "_s + clock.clockText(instant.start);
    const QString when =
        instant.end ? W::tr("%1 to %2").arg(from, clock.clockText(*instant.end)) : from;
    const QString name = instant.name.isEmpty() ? W::tr("mark") : visibleText(instant.name);
    return QString(name + u", "_s + when);
}

QRect RulerAccessible::rectOf(Part part) const
{
    if (!holds(part))
        return {};
    const TimelineView *view = viewOf(m_ruler);
    const Figures::TimeScale &scale = viewOf(m_ruler)->viewport().scale();
    const Figures::RulerInstant &instant = viewOf(m_ruler)->model().instants()[part];
    const double left = std::clamp(scale.x(instant.start), -1e6, 1e6);
    const double right = instant.end ? std::clamp(scale.x(*instant.end), left, 1e6) : left;
    const double wide = std::max(24.0, right - left);
    Q_UNUSED(view)
    return QRectF((left + right - wide) / 2, 0, wide, m_ruler.height())
        .toAlignedRect()
        .intersected(m_ruler.rect());
}

QStringList RulerAccessible::actionsOf(Part part) const
{
    return holds(part) ? QStringList{ kShow } : QStringList();
}

QString RulerAccessible::actionWords(const QString &name) const
{
    return name == kShow ? W::tr("Show") : name;
}

void RulerAccessible::act(Part part, const QString &name)
{
    if (name != kShow || !holds(part))
        return;
    TimelineView &view = *viewOf(m_ruler);
    const TimePoint time = view.model().instants()[part].start;
    view.selection().setCursor(time);
    view.navigation().show(time);
}

MinimapAccessible::MinimapAccessible(TimelineMinimap &minimap)
    : QAccessibleWidget(&minimap, QAccessible::Slider)
    , m_minimap(minimap)
{
}

void *MinimapAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface *>(this)
                                               : QAccessibleWidget::interface_cast(type);
}

QString MinimapAccessible::text(QAccessible::Text text) const
{
    TimelineView *view = viewOf(m_minimap);
    const auto span = view ? view->model().span() : std::nullopt;
    if (text != QAccessible::Value || !span)
        return QAccessibleWidget::text(text);
    const ZoneClock &clock = view->model().clock();
    return W::tr("showing %1, of %2 to %3")
        .arg(view->viewInWords(), clock.isoText(span->start), clock.isoText(span->end));
}

QVariant MinimapAccessible::currentValue() const
{
    const TimelineView *view = viewOf(m_minimap);
    if (!view)
        return 0;
    const QRectF window = m_minimap.window();
    return std::clamp(qRound(1000 * window.center().x() / std::max(1, m_minimap.width())), 0, 1000);
}

void MinimapAccessible::setCurrentValue(const QVariant &value)
{
    if (TimelineView *view = viewOf(m_minimap)) {
        const double x = value.toDouble() / 1000 * m_minimap.width();
        TimelineViewport &viewport = view->viewport();
        viewport.jumpTo(viewport.scale().centredOn(m_minimap.scale().time(x)));
    }
}

} // namespace SecondStory::Ui
