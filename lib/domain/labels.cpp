// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/labels.h"

#include <QCoreApplication>

namespace SecondStory {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("SecondStory::Labels", text);
}

} // namespace

QString wordFor(ReviewStatus status)
{
    switch (status) {
    case ReviewStatus::Draft:
        return tr("draft");
    case ReviewStatus::Interviewing:
        return tr("interviewing");
    case ReviewStatus::Calibrating:
        return tr("calibrating");
    case ReviewStatus::Soaking:
        return tr("soaking");
    case ReviewStatus::Published:
        return tr("published");
    case ReviewStatus::Archived:
        return tr("archived");
    }
    return {};
}

QString wordFor(ReviewDepth depth)
{
    switch (depth) {
    case ReviewDepth::Light:
        return tr("light");
    case ReviewDepth::Standard:
        return tr("standard");
    case ReviewDepth::Deep:
        return tr("deep");
    }
    return {};
}

QString wordFor(TimeBasis basis)
{
    switch (basis) {
    case TimeBasis::Absolute:
        return tr("zone recorded");
    case TimeBasis::ZoneAssumed:
        return tr("zone assumed");
    case TimeBasis::DateAssumed:
        return tr("date assumed");
    case TimeBasis::Relative:
        return tr("counted from a start");
    case TimeBasis::None:
        return tr("undated");
    }
    return {};
}

QString durationText(qint64 microseconds)
{
    const qint64 seconds = microseconds / 1'000'000;
    const qint64 days = seconds / 86'400;
    const qint64 hours = seconds / 3'600 % 24;
    const qint64 minutes = seconds / 60 % 60;
    if (days > 0)
        return hours > 0 ? tr("%1 d %2 h").arg(days).arg(hours) : tr("%1 d").arg(days);
    if (hours > 0)
        return minutes > 0 ? tr("%1 h %2 min").arg(hours).arg(minutes) : tr("%1 h").arg(hours);
    return minutes > 0 ? tr("%1 min").arg(minutes) : tr("%1 s").arg(seconds);
}

} // namespace SecondStory
