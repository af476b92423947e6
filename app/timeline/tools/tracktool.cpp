// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/tools/tracktool.h"

#include "timeline/timelinetracks.h"

namespace SecondStory::Ui {

QString TrackTool::snapText(const QString &what)
{
    return what.isEmpty()
        ? QString()
        : QString(QStringLiteral("  ·  ") + TimelineTracks::tr("snaps to %1").arg(what));
}

} // namespace SecondStory::Ui
