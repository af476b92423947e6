// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "analysis/checkfinding.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Analysis {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("SecondStory::Checks", text);
}

} // namespace

QString CheckFinding::key() const
{
    QString key = toString(kind) + u':' + source.toString() + u':' + lane.toString();
    if (span)
        key += u':' + QString::number(span->start.us);
    for (const qint64 seq : seqs.mid(0, 2))
        key += u':' + QString::number(seq);
    if (!person.isNull())
        key += u':' + person.toString();
    if (!stated.isNull())
        key += u':' + stated.toString();
    return key;
}

QString titleOf(CheckKind kind)
{
    switch (kind) {
    case CheckKind::Silence:
        return tr("Silences");
    case CheckKind::OutOfOrder:
        return tr("Out of order");
    case CheckKind::Future:
        return tr("Later than the import");
    case CheckKind::Duplicate:
        return tr("Said twice");
    case CheckKind::PerhapsSame:
        return tr("Perhaps the same happening");
    case CheckKind::ZoneSuspect:
        return tr("Hours off the rest");
    case CheckKind::DaySuspect:
        return tr("Day and month perhaps exchanged");
    case CheckKind::HalfDay:
        return tr("Twelve hours off");
    case CheckKind::FarAway:
        return tr("Days outside the incident");
    case CheckKind::Undated:
        return tr("Without a time");
    case CheckKind::Stated:
        return tr("Said to have taken another time");
    }
    return {};
}

QString adviceFor(CheckKind kind)
{
    switch (kind) {
    case CheckKind::Silence:
        return tr("Ask who knows what went on meanwhile: in a call, in person, in another channel; "
                  "or bring in what is missing.");
    case CheckKind::OutOfOrder:
    case CheckKind::HalfDay:
        return tr("Assert another time beside the recorded one, or correct the clock of the "
                  "source.");
    case CheckKind::Future:
        return tr("A plan is in order. Otherwise correct the clock of the source.");
    case CheckKind::Duplicate:
        return tr("Nothing is merged. Say that they are the same, or leave them.");
    case CheckKind::PerhapsSame:
        return tr("Say on the Evidence page whether they record the same happening.");
    case CheckKind::ZoneSuspect:
        return tr("Change the zone of the source on its Clock page, if you find it so.");
    case CheckKind::DaySuspect:
        return tr("Look at the dates in the source; bring it in again with the other order of day "
                  "and month, or assert other times.");
    case CheckKind::FarAway:
        return tr("What led to an incident may lie long before it. Otherwise look at the clock of "
                  "the source.");
    case CheckKind::Undated:
        return tr("Assert a time in the list of undated events.");
    case CheckKind::Stated:
        return tr("Both may be right: look at where it is said, and at what the points of the "
                  "incident rest on. Nothing is averaged.");
    }
    return {};
}

bool isAboutClock(CheckKind kind)
{
    switch (kind) {
    case CheckKind::OutOfOrder:
    case CheckKind::Future:
    case CheckKind::ZoneSuspect:
    case CheckKind::DaySuspect:
    case CheckKind::HalfDay:
    case CheckKind::FarAway:
        return true;
    default:
        return false;
    }
}

} // namespace SecondStory::Analysis
