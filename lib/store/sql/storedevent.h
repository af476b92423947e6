// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/event.h"
#include "domain/recordfields.h"
#include "domain/result.h"

#include <QStringList>

namespace SecondStory::Store {

class SqlConnection;

/// An event as its own row holds it; the rest of it is its recording. Events are read through the
/// view "event", which joins the two.
struct StoredEvent {
    Event &event;
    qint64 review = 0; ///< number of the review
    qint64 recording = 0; ///< number of the recording
};

template <class A>
void describe(A &a, StoredEvent &s)
{
    Event &e = s.event;
    bool isOwn = !e.isImported();
    std::optional<TimePoint> start = e.effectiveStart();
    std::optional<TimePoint> end = e.effectiveEnd();
    a(u"review", s.review);
    a(u"recording", s.recording);
    a(u"own", isOwn);
    a(u"effectiveStart", start);
    a(u"effectiveEnd", end);
    a(u"kind", e.kind);
    a(u"lane", e.laneId);
    a(u"starred", e.starred);
    a(u"grounds", e.grounds);
    a(u"title", e.title);
    a(u"text", e.text);
    a(u"caption", e.caption);
    a(u"note", e.note);
    a(u"id", e.id);
    a(u"version", e.version);
    a(u"recordedStart", e.recorded.start);
    a(u"recordedEnd", e.recorded.end);
    a(u"recordedText", e.recorded.text);
    a(u"recordedReading", e.recorded.reading);
    a(u"recordedReadingEnd", e.recorded.readingEnd);
    a.optional(u"asserted", e.asserted);
    a(u"actors", e.actors);
    a(u"place", e.place);
    a(u"naturalKey", e.naturalKey);
}

/// The columns of an event's row, without its seq, as describe() lists them.
[[nodiscard]] const QStringList &storedEventColumns();

/// Errors: Storage.
[[nodiscard]] Result<void> insertEvent(SqlConnection &connection, const Event &event);
/// Number of rows changed: 0 when the stored version is another.
[[nodiscard]] Result<int> updateEvent(SqlConnection &connection, const Event &event,
                                      int expectedVersion);
[[nodiscard]] Result<int> removeEvent(SqlConnection &connection, const Event &event);

} // namespace SecondStory::Store
