// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/activityinwords.h"

#include "domain/zoneclock.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

class ActivityInWords {
    Q_DECLARE_TR_FUNCTIONS(ActivityInWords)
};

using W = ActivityInWords;

} // namespace

QString spanInWords(const Figures::ActivityBar &activity, const ZoneClock &clock)
{
    const QString start = clock.isoText(activity.start);
    if (activity.end == activity.start)
        return start;
    const bool isSameDay = clock.isoDate(activity.start) == clock.isoDate(activity.end);
    return QString(start + u" – "_s
                   + (isSameDay ? clock.clockText(activity.end) : clock.isoText(activity.end)));
}

QString titleInWords(const Figures::ActivityBar &activity)
{
    return QString(activity.title.simplified() + u" ("_s
                   + W::tr("%n event(s)", nullptr, activity.count) + u')');
}

QString activityInWords(const Figures::ActivityBar &activity, const ZoneClock &clock)
{
    return W::tr("%1, activity, %2, %3")
        .arg(titleInWords(activity), spanInWords(activity, clock),
             activity.isExpanded ? W::tr("expanded") : W::tr("collapsed"));
}

} // namespace SecondStory::Ui
