// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/reportcontext.h"

#include "reporting/inerttext.h"
#include "reporting/wording.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace SecondStory::Reporting {

namespace {

constexpr qsizetype kNotesInACell = 4;

} // namespace

ReportContext::ReportContext(const ReportInput &input, const ReportOptions &options)
    : m_input(input)
    , m_options(options)
    , m_names(input.contents.people, options.names)
    , m_clock(input.contents.review.zone)
{
    for (const Event &event : std::as_const(m_input.events))
        m_events.insert(event.id, &event);
    for (const EvidenceSource &source : std::as_const(m_input.contents.sources))
        m_fileNames.insert(source.id, source.fileName);
    for (const EvidenceLink &link : std::as_const(m_input.contents.evidenceLinks))
        m_evidence[link.target].append(link.eventId);
}

QString ReportContext::line(const QString &text) const
{
    return inertLine(m_names.replacedIn(text));
}

QString ReportContext::text(const QString &text) const
{
    return inertText(m_names.replacedIn(text)).trimmed();
}

QString ReportContext::number(qint64 value) const
{
    return QLocale(m_options.language).toString(value);
}

QString ReportContext::people(const QList<PersonId> &ids) const
{
    QStringList names;
    for (const PersonId &id : ids) {
        const QString name = m_names.nameOf(id);
        if (!name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    return names.join(u", "_s);
}

QString ReportContext::actors(const Event &event) const
{
    return people(event.actors);
}

QString ReportContext::origin(const Event &event) const
{
    if (!event.isImported())
        return Words::tr("added by the analyst");
    QStringList parts;
    const QString file = line(m_fileNames.value(event.sourceId));
    if (!file.isEmpty())
        parts.append(file);
    if (!event.place.isEmpty())
        parts.append(line(event.place));
    return parts.join(u", "_s);
}

QList<EventId> ReportContext::evidenceFor(TargetKind kind, const QUuid &id) const
{
    return m_evidence.value({ kind, id });
}

int ReportContext::noteFor(EventId id)
{
    if (!m_events.contains(id))
        return 0;
    int &number = m_numbers[id];
    if (number == 0) {
        m_noted.append(id);
        number = static_cast<int>(m_noted.size());
    }
    return number;
}

Runs ReportContext::evidenceRuns(TargetKind kind, const QUuid &id)
{
    Runs runs;
    for (const EventId &event : evidenceFor(kind, id)) {
        if (const int note = noteFor(event))
            runs.append({ {}, RunStyle::Plain, note });
    }
    if (runs.isEmpty())
        runs.append({ Words::tr("no evidence linked yet"), RunStyle::Muted });
    return runs;
}

Runs ReportContext::evidenceCount(TargetKind kind, const QUuid &id)
{
    const Runs all = evidenceRuns(kind, id);
    if (all.first().note == 0)
        return all;
    Runs runs{ { Words::tr("%1, see").arg(number(all.size())) } };
    runs += all.first(std::min(all.size(), kNotesInACell));
    if (all.size() > kNotesInACell)
        runs.append({ u" …"_s });
    return runs;
}

} // namespace SecondStory::Reporting
