// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/zoneclock.h"
#include "reporting/castnames.h"
#include "reporting/reportblocks.h"
#include "reporting/reportinput.h"

namespace SecondStory::Reporting {

/// What the parts of a report share while it is built: the cast's names, the zone's clock, evidence
/// by target, and the numbers of evidence notes in order of first use.
class ReportContext {
public:
    ReportContext(const ReportInput &input, const ReportOptions &options);

    [[nodiscard]] const ReportInput &input() const { return m_input; }
    [[nodiscard]] const ReviewContents &review() const { return m_input.contents; }
    [[nodiscard]] const ReportOptions &options() const { return m_options; }
    [[nodiscard]] const CastNames &names() const { return m_names; }
    [[nodiscard]] const ZoneClock &clock() const { return m_clock; }

    /// Text of the review made fit to print: inert, with people called as the policy says. One
    /// line.
    [[nodiscard]] QString line(const QString &text) const;
    /// The same, keeping line ends.
    [[nodiscard]] QString text(const QString &text) const;
    /// A whole number with the separators of the report's language.
    [[nodiscard]] QString number(qint64 value) const;

    /// Null when the event is not among the input's.
    [[nodiscard]] const Event *event(EventId id) const { return m_events.value(id, nullptr); }
    /// The names of an event's actors.
    [[nodiscard]] QString actors(const Event &event) const;
    [[nodiscard]] QString people(const QList<PersonId> &ids) const;
    /// "chat.zip, line 88", or that the analyst added it.
    [[nodiscard]] QString origin(const Event &event) const;

    /// Events linked as evidence for a record, in order.
    [[nodiscard]] QList<EventId> evidenceFor(TargetKind kind, const QUuid &id) const;
    /// The number of an event's note, given out at first use; 0 for an event that is not among the
    /// input's.
    [[nodiscard]] int noteFor(EventId id);
    [[nodiscard]] const QList<EventId> &noted() const { return m_noted; }
    /// Runs that are only note numbers; says "no evidence linked yet" when there is none.
    [[nodiscard]] Runs evidenceRuns(TargetKind kind, const QUuid &id);
    /// The same with the count before the numbers, for tables.
    [[nodiscard]] Runs evidenceCount(TargetKind kind, const QUuid &id);

private:
    ReportInput m_input;
    ReportOptions m_options;
    CastNames m_names;
    ZoneClock m_clock;
    QHash<EventId, const Event *> m_events;
    QHash<SourceId, QString> m_fileNames;
    QHash<TargetRef, QList<EventId>> m_evidence;
    QHash<EventId, int> m_numbers;
    QList<EventId> m_noted;
};

} // namespace SecondStory::Reporting
