// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/sourceedits.h"

#include "editing/recordedits.h"

#include <QCoreApplication>

namespace SecondStory::Editing {

namespace {

Result<void> setRemoved(ReviewDocument &document, SourceId id, bool isRemoved, const QString &text)
{
    const auto *source = findRecord<EvidenceSource>(document.contents(), id);
    if (!source)
        return goneFailure();
    if (source->removed == isRemoved)
        return {};
    EvidenceSource after = *source;
    after.removed = isRemoved;
    ChangeSet set;
    set.update(*source, after);
    return document.perform(set, text.arg(source->fileName));
}

} // namespace

Result<void> removeSource(ReviewDocument &document, SourceId source)
{
    return setRemoved(document, source, true,
                      QCoreApplication::translate("SourceEdits", "Remove %1"));
}

Result<void> putBackSource(ReviewDocument &document, SourceId source)
{
    return setRemoved(document, source, false,
                      QCoreApplication::translate("SourceEdits", "Put back %1"));
}

Result<void> setSourceClock(ReviewDocument &document, SourceId id, const SourceClock &clock)
{
    const auto *source = findRecord<EvidenceSource>(document.contents(), id);
    if (!source)
        return goneFailure();
    if (!clock.zone.isEmpty() && !ZoneClock::isKnownZone(clock.zone))
        return failure(
            ErrorCode::BadInput,
            QCoreApplication::translate("SourceEdits", "the time zone “%1” is not known")
                .arg(clock.zone),
            QCoreApplication::translate("SourceEdits", "write it like Europe/Berlin or UTC"));
    EvidenceSource after = *source;
    setClock(after, clock);
    if (after == *source)
        return {};
    ChangeSet set;
    set.update(*source, after);
    return document.perform(set,
                            QCoreApplication::translate("SourceEdits", "Correct the clock of %1")
                                .arg(source->fileName));
}

Result<void> anchorSource(ReviewDocument &document, SourceId id, TimePoint recorded,
                          TimePoint shown)
{
    const auto *source = findRecord<EvidenceSource>(document.contents(), id);
    if (!source)
        return goneFailure();
    SourceClock clock = clockOf(*source);
    clock.skewUs += shown.us - recorded.us;
    return setSourceClock(document, id, clock);
}

Result<void> arrangeLanes(ReviewDocument &document, const ChangeSet &assignments,
                          const QString &rule)
{
    return document.perform(
        assignments,
        QCoreApplication::translate("SourceEdits", "Arrange lanes by %1").arg(rule.toLower()));
}

} // namespace SecondStory::Editing
