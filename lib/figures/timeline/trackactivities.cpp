// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the tracks are told of activities, before their geometry is built.

#include "figures/timeline/trackgeometry.h"

#include <QLocale>

namespace SecondStory::Figures {

QString activityLabel(const ActivityBar &activity)
{
    return QString(activity.title.simplified() + u" (" + QLocale().toString(activity.count) + u')');
}

void TrackGeometry::setActivities(std::vector<ActivityBar> activities, std::vector<double> widths)
{
    m_activities = std::move(activities);
    m_activityWidths = std::move(widths);
    m_activityWidths.resize(m_activities.size());
}

} // namespace SecondStory::Figures
