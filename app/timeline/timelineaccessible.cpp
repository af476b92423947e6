// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelineaccessible.h"

#include "timeline/headersaccessible.h"
#include "timeline/rulersaccessible.h"
#include "timeline/tracksaccessible.h"

#include <memory>

namespace SecondStory::Ui {

namespace {

template <class Accessible, class Widget>
QAccessibleInterface *makeFor(QObject *object)
{
    auto *widget = qobject_cast<Widget *>(object);
    return widget ? std::make_unique<Accessible>(*widget).release() : nullptr;
}

/// Whoever asks owns what is made.
QAccessibleInterface *makeTimelineAccessible(const QString &, QObject *object)
{
    if (auto *made = makeFor<TracksAccessible, TimelineTracks>(object))
        return made;
    if (auto *made = makeFor<HeadersAccessible, LaneHeaders>(object))
        return made;
    if (auto *made = makeFor<RulerAccessible, TimelineRuler>(object))
        return made;
    return makeFor<MinimapAccessible, TimelineMinimap>(object);
}

} // namespace

void installTimelineAccessibility()
{
    QAccessible::installFactory(makeTimelineAccessible);
}

} // namespace SecondStory::Ui
