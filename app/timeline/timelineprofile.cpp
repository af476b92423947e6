// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelineprofile.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

const auto kSetting = u"timeline/profile"_s;
const auto kMap = u"map"_s;

} // namespace

TimelineProfile timelineProfile()
{
    return QSettings().value(kSetting).toString() == kMap ? TimelineProfile::Map
                                                          : TimelineProfile::Trace;
}

void setTimelineProfile(TimelineProfile profile)
{
    QSettings().setValue(kSetting, profile == TimelineProfile::Map ? kMap : u"trace"_s);
}

} // namespace SecondStory::Ui
