// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/factoredits.h"

#include "editing/recordedits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Editing {

namespace {

constexpr int kTitleLength = 40;

QString quoted(const QString &title)
{
    const QString line = title.simplified();
    if (line.size() <= kTitleLength)
        return line;
    return QString(line.left(kTitleLength - 1) + u'…');
}

tl::unexpected<Error> notFound()
{
    return failure(ErrorCode::NotFound,
                   QCoreApplication::translate("FactorEdits", "this is no longer on the canvas"));
}

void placeAt(Factor &factor, QPointF at)
{
    factor.x = at.x();
    factor.y = at.y();
    // The exact origin means "never placed": a card dropped there stands a grid step beside it.
    if (factor.x == 0 && factor.y == 0)
        factor.y = 8;
}

TargetRef targetOf(FactorId id)
{
    return { TargetKind::Factor, id.value };
}

} // namespace

FactorEdits::FactorEdits(ReviewDocument &document)
    : m_document(document)
{
}

const ReviewContents &FactorEdits::contents() const
{
    return m_document.contents();
}

void FactorEdits::settleInto(ChangeSet &set, const Placements &settle) const
{
    for (const Factor &factor : contents().factors) {
        const auto at = settle.constFind(factor.id);
        if (at == settle.constEnd())
            continue;
        Factor after = factor;
        placeAt(after, *at);
        if (after != factor)
            set.update(factor, after);
    }
}

Factor FactorEdits::newFactor(const Factor &like) const
{
    Factor factor = like;
    factor.id = FactorId::create();
    factor.reviewId = m_document.id();
    placeAt(factor, { like.x, like.y });
    return factor;
}

Influence FactorEdits::influenceOf(FactorId from, FactorId to, InfluenceKind kind) const
{
    Influence influence;
    influence.id = InfluenceId::create();
    influence.reviewId = m_document.id();
    influence.from = from;
    influence.to = to;
    influence.kind = kind;
    return influence;
}

void FactorEdits::linkInto(ChangeSet &set, const TargetRef &target, const QList<EventId> &events,
                           QSet<EventId> linked) const
{
    for (const EventId event : events) {
        if (linked.contains(event))
            continue;
        linked.insert(event);
        EvidenceLink link;
        link.id = EvidenceLinkId::create();
        link.reviewId = m_document.id();
        link.target = target;
        link.eventId = event;
        set.insert(link);
    }
}

Result<FactorId> FactorEdits::addFactor(const Factor &factor, const Placements &settle)
{
    const Factor added = newFactor(factor);
    ChangeSet set;
    settleInto(set, settle);
    set.insert(added);
    return m_document.perform(set, tr("Add factor")).map([&] { return added.id; });
}

Result<FactorId> FactorEdits::addConnectedFactor(const Factor &factor, FactorId other,
                                                 bool isSource, InfluenceKind kind,
                                                 const Placements &settle)
{
    if (!findRecord<Factor>(contents(), other))
        return notFound();
    const Factor added = newFactor(factor);
    const Influence influence =
        isSource ? influenceOf(added.id, other, kind) : influenceOf(other, added.id, kind);
    ChangeSet set;
    settleInto(set, settle);
    set.insert(added).insert(influence);
    return m_document.perform(set, tr("Add connected factor")).map([&] { return added.id; });
}

Result<void> FactorEdits::editFactor(const Factor &after, MergeId merge)
{
    if (!findRecord<Factor>(contents(), after.id))
        return notFound();
    return replaceRecord(m_document, after, tr("Change factor “%1”").arg(quoted(after.title)),
                         merge);
}

Result<void> FactorEdits::editFactors(const QList<Factor> &after, const QString &text)
{
    ChangeSet set;
    for (const Factor &factor : after) {
        const Factor *before = findRecord<Factor>(contents(), factor.id);
        if (!before)
            return notFound();
        if (*before != factor)
            set.update(*before, factor);
    }
    if (set.isEmpty())
        return {};
    return m_document.perform(set, text);
}

Result<void> FactorEdits::moveFactors(const QList<Factor> &after)
{
    ChangeSet set;
    for (const Factor &factor : after) {
        const Factor *before = findRecord<Factor>(contents(), factor.id);
        if (!before)
            return notFound();
        Factor moved = factor;
        placeAt(moved, { factor.x, factor.y });
        if (*before != moved)
            set.update(*before, moved);
    }
    if (set.isEmpty())
        return {};
    const int count = static_cast<int>(set.changes.size());
    const QString text = count == 1 ? tr("Move factor") : tr("Move %n factors", nullptr, count);
    return m_document.perform(set, text, MergeId::MoveFactors);
}

void FactorEdits::removeInto(ChangeSet &set, const QSet<FactorId> &factors,
                             const QSet<InfluenceId> &influences) const
{
    QSet<TargetRef> gone;
    for (const FactorId id : factors)
        gone.insert(targetOf(id));
    QList<Influence> removed;
    for (const Influence &influence : contents().influences) {
        if (!influences.contains(influence.id) && !factors.contains(influence.from)
            && !factors.contains(influence.to))
            continue;
        removed.append(influence);
        gone.insert({ TargetKind::Influence, influence.id.value });
    }
    releaseTargets(contents(), gone, set);
    for (const Action &action : contents().actions) {
        if (!factors.contains(action.factorId))
            continue;
        Action after = action;
        after.factorId = {};
        set.update(action, after);
    }
    for (const Influence &influence : removed)
        set.remove(influence);
    for (const Factor &factor : contents().factors) {
        if (factors.contains(factor.id))
            set.remove(factor);
    }
}

Result<void> FactorEdits::removeFactors(const QSet<FactorId> &ids)
{
    ChangeSet set;
    removeInto(set, ids, {});
    if (set.isEmpty())
        return {};
    const int count = static_cast<int>(ids.size());
    return m_document.perform(
        set, count == 1 ? tr("Remove factor") : tr("Remove %n factors", nullptr, count));
}

Result<Influence> FactorEdits::newInfluence(FactorId from, FactorId to, InfluenceKind kind) const
{
    if (!findRecord<Factor>(contents(), from) || !findRecord<Factor>(contents(), to))
        return notFound();
    if (from == to)
        return failure(ErrorCode::Usage, tr("a factor cannot be linked to itself"));
    const bool isThere =
        std::any_of(contents().influences.begin(), contents().influences.end(),
                    [&](const Influence &i) { return i.from == from && i.to == to; });
    if (isThere)
        return failure(ErrorCode::Usage, tr("these two factors are linked already"),
                       tr("change the kind of that link"));
    return influenceOf(from, to, kind);
}

Result<InfluenceId> FactorEdits::addInfluence(FactorId from, FactorId to, InfluenceKind kind)
{
    const Result<Influence> influence = newInfluence(from, to, kind);
    if (!influence)
        return failure(influence.error());
    ChangeSet set;
    set.insert(*influence);
    return m_document.perform(set, tr("Add influence")).map([&] { return influence->id; });
}

Result<void> FactorEdits::editInfluence(const Influence &after, MergeId merge)
{
    if (!findRecord<Influence>(contents(), after.id))
        return notFound();
    return replaceRecord(m_document, after, tr("Change influence"), merge);
}

Result<void> FactorEdits::removeInfluence(InfluenceId id)
{
    return removeTargets({ { TargetKind::Influence, id.value } });
}

Result<void> FactorEdits::removeTargets(const QList<TargetRef> &targets)
{
    QSet<FactorId> factors;
    QSet<InfluenceId> influences;
    for (const TargetRef &target : targets) {
        if (target.kind == TargetKind::Factor)
            factors.insert(FactorId{ target.id });
        else if (target.kind == TargetKind::Influence)
            influences.insert(InfluenceId{ target.id });
    }
    if (influences.isEmpty())
        return removeFactors(factors);
    ChangeSet set;
    removeInto(set, factors, influences);
    if (set.isEmpty())
        return {};
    const int count = static_cast<int>(influences.size());
    if (factors.isEmpty())
        return m_document.perform(
            set, count == 1 ? tr("Remove influence") : tr("Remove %n influences", nullptr, count));
    return m_document.perform(set, tr("Remove factors and influences"));
}

Result<void> FactorEdits::linkEvidence(const TargetRef &target, const QList<EventId> &events)
{
    QSet<EventId> linked;
    for (const EvidenceLink &link : contents().evidenceLinks) {
        if (link.target == target)
            linked.insert(link.eventId);
    }
    ChangeSet set;
    linkInto(set, target, events, linked);
    if (set.isEmpty())
        return {};
    const int count = static_cast<int>(set.changes.size());
    return m_document.perform(
        set, count == 1 ? tr("Link evidence") : tr("Link %n pieces of evidence", nullptr, count));
}

Result<void> FactorEdits::unlinkEvidence(EvidenceLinkId id)
{
    const EvidenceLink *link = findRecord<EvidenceLink>(contents(), id);
    if (!link)
        return notFound();
    ChangeSet set;
    set.remove(*link);
    return m_document.perform(set, tr("Unlink evidence"));
}

Result<void> FactorEdits::addCode(const TargetRef &target, CodeId code)
{
    for (const Coding &coding : contents().codings) {
        if (coding.target == target && coding.codeId == code)
            return {};
    }
    Coding coding;
    coding.id = CodingId::create();
    coding.reviewId = m_document.id();
    coding.codeId = code;
    coding.target = target;
    if (const Factor *factor = findRecord<Factor>(contents(), FactorId{ target.id })) {
        coding.phases = factor->phase;
        coding.polarity = factor->polarity;
    }
    ChangeSet set;
    set.insert(coding);
    return m_document.perform(set, tr("Add code"));
}

Result<void> FactorEdits::removeCoding(CodingId id)
{
    const Coding *coding = findRecord<Coding>(contents(), id);
    if (!coding)
        return notFound();
    ChangeSet set;
    set.remove(*coding);
    return m_document.perform(set, tr("Remove code"));
}

Result<FactorId> FactorEdits::factorFromEvents(const QList<EventId> &events, Factor factor,
                                               const Placements &settle)
{
    if (events.isEmpty())
        return notFound();
    const std::optional<Event> first = m_document.event(events.first());
    if (!first)
        return notFound();
    factor = newFactor(factor);
    factor.title = first->displayTitle().simplified();
    ChangeSet set;
    settleInto(set, settle);
    set.insert(factor);
    linkInto(set, targetOf(factor.id), events, {});
    return m_document.perform(set, tr("Make factor from evidence")).map([&] { return factor.id; });
}

Result<void> FactorEdits::pinFactors(const QSet<FactorId> &ids, bool isPinned)
{
    QList<Factor> after;
    for (const Factor &factor : contents().factors) {
        if (!ids.contains(factor.id) || factor.pinned == isPinned)
            continue;
        after.append(factor);
        after.last().pinned = isPinned;
    }
    return editFactors(after, isPinned ? tr("Pin factors") : tr("Unpin factors"));
}

Result<void> FactorEdits::arrange(const Placements &after, const QString &text)
{
    ChangeSet set;
    settleInto(set, after);
    return set.isEmpty() ? Result<void>() : m_document.perform(set, text);
}

Result<void> FactorEdits::applyLayout(const Placements &positions)
{
    return arrange(positions, tr("Tidy canvas"));
}

Result<void> FactorEdits::alignFactors(const Placements &drawn, Alignment alignment)
{
    return arrange(aligned(drawn, alignment), tr("Align factors"));
}

Result<void> FactorEdits::distributeFactors(const Placements &drawn, Direction direction)
{
    return arrange(distributed(drawn, direction), tr("Distribute factors"));
}

} // namespace SecondStory::Editing
