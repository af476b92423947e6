// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/reportgatherer.h"

#include "store/library.h"
#include "store/reviewrepository.h"

namespace SecondStory::Ui {

ReportGatherer::ReportGatherer(Editing::ReviewDocument &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    connect(&document, &Editing::ReviewDocument::eventsReloaded, this, [this] { m_seqs.clear(); });
    connect(&document, &Editing::ReviewDocument::changed, this, [this](const ChangeSet &applied) {
        for (const AnyChange &change : applied.changes) {
            if (const auto *event = std::get_if<RecordChange<Event>>(&change))
                m_seqs.remove(event->id());
            else if (std::holds_alternative<RecordChange<Code>>(change))
                m_codes.reset();
        }
    });
}

QSet<qint64> ReportGatherer::citedSeqs()
{
    QSet<qint64> seqs;
    for (const EventId &id : Reporting::citedEvents(m_document.contents())) {
        auto known = m_seqs.constFind(id);
        if (known == m_seqs.cend())
            known = m_seqs.insert(id, m_document.seqOf(id));
        if (*known > 0)
            seqs.insert(*known);
    }
    return seqs;
}

Reporting::ReportInput ReportGatherer::gather(int timelineRows)
{
    if (!m_codes)
        m_codes = m_document.library().reviews().codes().value_or(QList<Code>());
    const auto selection = Reporting::selectEvents(m_document.events(), citedSeqs(), timelineRows);
    Reporting::ReportInput input;
    input.contents = m_document.contents();
    input.events = m_document.eventsBySeq(selection.seqs);
    input.datedTotal = selection.datedTotal;
    input.undatedTotal = selection.undatedTotal;
    input.codes = *m_codes;
    input.seenElsewhere = m_seen;
    return input;
}

} // namespace SecondStory::Ui
