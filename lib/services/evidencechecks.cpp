// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/evidencechecks.h"

#include "analysis/consistency.h"
#include "analysis/framedurations.h"
#include "analysis/silencegroups.h"
#include "analysis/silences.h"
#include "services/samefinder.h"
#include "store/eventrepository.h"
#include "store/library.h"
#include "store/reviewrepository.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Services {

namespace {

using Analysis::CheckFinding;
using Analysis::CheckKind;

constexpr qsizetype kAtOnce = 5'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("SecondStory::Checks", text);
}

class EvidenceChecks {
public:
    EvidenceChecks(Store::Library &library, TimePoint now, const std::function<bool()> &goOn)
        : m_library(library)
        , m_now(now)
        , m_goOn(goOn)
    {
    }

    Result<QList<CheckFinding>> run(ReviewId review)
    {
        auto contents = m_library.reviews().load(review);
        if (!contents)
            return failure(contents.error());
        m_contents = std::move(*contents);
        auto table = m_library.events().table(review);
        if (!table)
            return failure(table.error());
        if (auto done = tellSilences(*table); !done)
            return failure(done.error());
        if (auto done = tellEntries(*table); !done)
            return failure(done.error());
        if (auto done = tellPairs(); !done)
            return failure(done.error());
        tellStated();
        if (auto done = nameFirst(); !done)
            return failure(done.error());
        std::stable_sort(m_found.begin(), m_found.end(), isBefore);
        return std::move(m_found);
    }

private:
    /// By kind, silences by time.
    static bool isBefore(const CheckFinding &a, const CheckFinding &b)
    {
        if (a.kind == CheckKind::Silence && b.kind == CheckKind::Silence)
            return a.span->start < b.span->start;
        return a.kind < b.kind;
    }
    [[nodiscard]] bool isWanted() const { return !m_goOn || m_goOn(); }
    static tl::unexpected<Error> cancelled()
    {
        return failure(ErrorCode::Cancelled, tr("the checks were stopped"));
    }

    [[nodiscard]] QString laneName(LaneId id) const
    {
        const Lane *lane = findRecord<Lane>(m_contents, id);
        return lane ? lane->name : tr("Events without a lane");
    }

    Result<void> tellSilences(const EventTable &table)
    {
        const ZoneClock clock(m_contents.review.zone);
        const auto silences = Analysis::findSilences(table, m_contents.review.frame, {}, m_goOn);
        if (!isWanted())
            return cancelled();
        for (const Analysis::Silence &silence : silences)
            m_found << Analysis::toFinding(silence, clock,
                                           [this](LaneId id) { return laneName(id); });
        return {};
    }

    /// Those whose silences are looked for: people, not programs, of an incident that is framed.
    [[nodiscard]] QSet<PersonId> people() const
    {
        QSet<PersonId> people;
        const IncidentFrame &frame = m_contents.review.frame;
        if (!frame.began || !frame.resolved)
            return people;
        for (const Person &person : m_contents.people) {
            if (person.kind == PersonKind::Human)
                people << person.id;
        }
        return people;
    }

    /// Silences of a source or a person; not those that their only lane has told already.
    void tellGroupSilences(const EventTable &grouped, const Analysis::SilenceRules &rules)
    {
        const ZoneClock clock(m_contents.review.zone);
        const auto nameOf = [this](LaneId id) {
            if (const auto *source = findRecord<EvidenceSource>(m_contents, SourceId{ id.value }))
                return source->fileName;
            const auto *person = findRecord<Person>(m_contents, PersonId{ id.value });
            return person ? person->displayName() : tr("others");
        };
        QSet<QPair<qint64, qint64>> told;
        for (const CheckFinding &finding : std::as_const(m_found)) {
            if (finding.span)
                told << QPair(finding.span->start.us, finding.span->end.us);
        }
        for (const Analysis::Silence &silence :
             Analysis::findSilences(grouped, m_contents.review.frame, rules, m_goOn)) {
            if (!told.contains({ silence.span.start.us, silence.span.end.us }))
                m_found << Analysis::toFinding(silence, clock, nameOf, rules);
        }
    }

    void tellGroups(const Analysis::SilenceGroups &groups, const EventTable &table)
    {
        if (groups.sourceCount() > 1)
            tellGroupSilences(groups.bySource(table), Analysis::SilenceRules::ofSources());
        if (!people().isEmpty())
            tellGroupSilences(groups.byPerson(table), Analysis::SilenceRules::ofPeople());
    }

    /// Stated durations that the frame does not come to.
    void tellStated()
    {
        for (const Analysis::FrameDuration &duration : Analysis::frameDurations(m_contents)) {
            if (!duration.differs)
                continue;
            const StatedDuration &stated = duration.stated;
            CheckFinding finding;
            finding.kind = CheckKind::Stated;
            finding.stated = stated.id;
            finding.what = Analysis::sentenceOf(duration);
            finding.rule = tr("Listed because they differ by more than the words allow");
            const auto from = timeOf(m_contents.review.frame, stated.from);
            const auto to = timeOf(m_contents.review.frame, stated.to);
            finding.span = TimeSpan{ std::min(*from, *to), std::max(*from, *to) };
            if (const auto seq = m_library.events().seqOf(stated.eventId); seq && *seq != 0)
                finding.seqs << *seq;
            m_found << finding;
        }
    }

    [[nodiscard]] Analysis::CheckContext context() const
    {
        Analysis::CheckContext context{
            ZoneClock(m_contents.review.zone), m_now, m_contents.review.frame, {}, {}
        };
        for (const EvidenceSource &source : m_contents.sources)
            context.importedAt.insert(source.id, source.importedAt);
        for (const SameAs &same : m_contents.sameAs)
            context.decided << QPair(same.first, same.second);
        return context;
    }

    static void takeEntry(Analysis::ConsistencyCheck &check, Analysis::SilenceGroups &groups,
                          const Event &event, qint64 seq)
    {
        check.take(event, seq);
        groups.take(event, seq);
    }

    Result<void> tellEntries(const EventTable &table)
    {
        // The store's numbers grow in the order of import, which is the order of the source.
        QList<qint64> seqs;
        seqs.reserve(table.size());
        for (const auto *rows : { &table.rows, &table.undated }) {
            for (const EventRow &row : *rows)
                seqs << row.seq;
        }
        std::sort(seqs.begin(), seqs.end());
        Analysis::ConsistencyCheck check(context());
        Analysis::SilenceGroups groups(seqs.size(), people());
        for (qsizetype from = 0; from < seqs.size(); from += kAtOnce) {
            if (!isWanted())
                return cancelled();
            const QList<qint64> some = seqs.mid(from, kAtOnce);
            const auto events = m_library.events().bySeq(some);
            if (!events)
                return failure(events.error());
            if (events->size() != some.size())
                return failure(ErrorCode::Conflict, tr("the review changed meanwhile"));
            for (qsizetype i = 0; i < some.size(); ++i)
                takeEntry(check, groups, events->at(i), some[i]);
        }
        tellGroups(groups, table);
        m_found += check.finish();
        return {};
    }

    Result<void> tellPairs()
    {
        if (!isWanted())
            return cancelled();
        const auto pairs = findSamePairs(m_library, m_contents.review.id);
        if (!pairs)
            return failure(pairs.error());
        for (const SamePair &pair : *pairs) {
            if (pair.said)
                continue;
            CheckFinding finding;
            finding.kind = CheckKind::PerhapsSame;
            finding.source = pair.second.sourceId;
            for (const Event *event : { &pair.first, &pair.second }) {
                const auto seq = m_library.events().seqOf(event->id);
                if (!seq)
                    return failure(seq.error());
                finding.seqs << *seq;
            }
            finding.what = tr("May be the same as “%1”").arg(pair.first.displayTitle());
            finding.title = pair.second.displayTitle();
            finding.place = pair.second.place;
            finding.rule = tr("Listed because two sources have it within minutes in like words: %1")
                               .arg(pair.shared.join(tr(", ")));
            m_found << finding;
        }
        return {};
    }

    /// Gives each finding the title and place of its first event.
    Result<void> nameFirst()
    {
        QList<qint64> seqs;
        for (const CheckFinding &finding : std::as_const(m_found)) {
            if (!finding.seqs.isEmpty() && finding.kind != CheckKind::Silence)
                seqs << finding.seqs.last();
            if (!finding.seqs.isEmpty())
                seqs << finding.seqs.first();
        }
        std::sort(seqs.begin(), seqs.end());
        seqs.erase(std::unique(seqs.begin(), seqs.end()), seqs.end());
        QHash<qint64, Event> known;
        for (qsizetype from = 0; from < seqs.size(); from += kAtOnce) {
            const QList<qint64> some = seqs.mid(from, kAtOnce);
            const auto events = m_library.events().bySeq(some);
            if (!events)
                return failure(events.error());
            for (qsizetype i = 0; i < std::min(some.size(), events->size()); ++i)
                known.insert(some[i], events->at(i));
        }
        for (CheckFinding &finding : m_found) {
            if (finding.kind == CheckKind::Silence || finding.seqs.isEmpty()
                || !finding.title.isEmpty())
                continue;
            const Event event = known.value(
                finding.kind == CheckKind::Duplicate ? finding.seqs.last() : finding.seqs.first());
            finding.title = event.displayTitle();
            finding.place = event.place;
        }
        return {};
    }

    Store::Library &m_library;
    TimePoint m_now;
    const std::function<bool()> &m_goOn;
    ReviewContents m_contents;
    QList<CheckFinding> m_found;
};

} // namespace

Result<QList<CheckFinding>> checkEvidence(Store::Library &library, ReviewId review, TimePoint now,
                                          const std::function<bool()> &goOn)
{
    return EvidenceChecks(library, now, goOn).run(review);
}

} // namespace SecondStory::Services
