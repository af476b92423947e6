// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/pressureedits.h"

#include "editing/recordedits.h"

#include <QCoreApplication>

namespace SecondStory::Editing {

namespace {

QString say(const char *text, int count = -1)
{
    return QCoreApplication::translate("PressureEdits", text, nullptr, count);
}

bool isNamed(const Pressure &pressure)
{
    return !pressure.codeId.isNull() || !pressure.title.trimmed().isEmpty();
}

tl::unexpected<Error> unnamed()
{
    return failure(
        ErrorCode::BadInput,
        say(QT_TRANSLATE_NOOP("PressureEdits", "a pressure needs a code or a few words")));
}

} // namespace

Result<PressureId> addPressure(ReviewDocument &document, Pressure pressure,
                               const QList<EventId> &evidence)
{
    if (!isNamed(pressure))
        return unnamed();
    pressure.id = PressureId::create();
    pressure.reviewId = document.id();
    ChangeSet set;
    set.insert(pressure);
    for (const EventId event : evidence) {
        EvidenceLink link;
        link.id = EvidenceLinkId::create();
        link.reviewId = document.id();
        link.target = { TargetKind::Pressure, pressure.id.value };
        link.eventId = event;
        set.insert(link);
    }
    const auto done =
        document.perform(set, say(QT_TRANSLATE_NOOP("PressureEdits", "Add pressure")));
    if (!done)
        return failure(done.error());
    return pressure.id;
}

Result<void> editPressure(ReviewDocument &document, const Pressure &after, MergeId merge)
{
    if (!findRecord<Pressure>(document.contents(), after.id))
        return goneFailure();
    if (!isNamed(after))
        return unnamed();
    return replaceRecord(document, after,
                         say(QT_TRANSLATE_NOOP("PressureEdits", "Change pressure")), merge);
}

Result<void> removePressures(ReviewDocument &document, const QList<PressureId> &pressures)
{
    ChangeSet set;
    QSet<TargetRef> gone;
    for (const PressureId id : pressures)
        gone.insert({ TargetKind::Pressure, id.value });
    releaseTargets(document.contents(), gone, set);
    for (const PressureId id : pressures) {
        const auto *pressure = findRecord<Pressure>(document.contents(), id);
        if (!pressure)
            return goneFailure();
        set.remove(*pressure);
    }
    return document.perform(set,
                            say(QT_TRANSLATE_N_NOOP("PressureEdits", "Remove %n pressure(s)"),
                                static_cast<int>(pressures.size())));
}

} // namespace SecondStory::Editing
