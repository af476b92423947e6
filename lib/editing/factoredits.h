// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/event.h"
#include "domain/factor.h"
#include "domain/influence.h"
#include "domain/result.h"
#include "domain/targetref.h"
#include "editing/factorarrangement.h"
#include "editing/mergeid.h"

#include <QCoreApplication>
#include <QList>
#include <QSet>

namespace SecondStory {
struct ChangeSet;
struct ReviewContents;
} // namespace SecondStory

namespace SecondStory::Editing {

class ReviewDocument;

/// Every edit of the factor canvas as one undoable step each.
/// Errors: NotFound for a record that is not in the review (any more); else as
/// ReviewDocument::perform.
class FactorEdits {
    Q_DECLARE_TR_FUNCTIONS(FactorEdits)
public:
    explicit FactorEdits(ReviewDocument &document);

    /// Adds a factor; its id and review are filled in. `settle` stores where others are drawn in
    /// the same step.
    Result<FactorId> addFactor(const Factor &factor, const Placements &settle = {});
    /// Adds a factor and an influence between it and `other`: from the new one when `isSource`.
    Result<FactorId> addConnectedFactor(const Factor &factor, FactorId other, bool isSource,
                                        InfluenceKind kind, const Placements &settle = {});
    /// Replaces the fields of a factor; writing to its title or note in a row is one step.
    Result<void> editFactor(const Factor &after, MergeId merge = MergeId::None);
    /// Changes several factors at once, with what was done in words.
    Result<void> editFactors(const QList<Factor> &after, const QString &text);
    /// Moves factors; with `after` fields (level, phase) that the move has set. Moves in a row are
    /// one step.
    Result<void> moveFactors(const QList<Factor> &after);
    /// Removes factors with their influences, evidence links and codings. Actions about them stay,
    /// unattached.
    Result<void> removeFactors(const QSet<FactorId> &ids);

    /// Errors: Usage for an influence on itself or one that is there already.
    Result<InfluenceId> addInfluence(FactorId from, FactorId to, InfluenceKind kind);
    Result<void> editInfluence(const Influence &after, MergeId merge = MergeId::None);
    Result<void> removeInfluence(InfluenceId id);
    /// Removes factors and influences as one step.
    Result<void> removeTargets(const QList<TargetRef> &targets);

    /// Links events to a factor or influence; those linked already are left out.
    Result<void> linkEvidence(const TargetRef &target, const QList<EventId> &events);
    Result<void> unlinkEvidence(EvidenceLinkId id);
    /// Applies a code of the library; nothing happens when it is there already.
    Result<void> addCode(const TargetRef &target, CodeId code);
    Result<void> removeCoding(CodingId id);
    /// Makes a factor worded like the first event, with all of them as evidence.
    Result<FactorId> factorFromEvents(const QList<EventId> &events, Factor factor,
                                      const Placements &settle = {});

    /// Stores the positions of a layout as one step.
    Result<void> applyLayout(const Placements &positions);
    Result<void> pinFactors(const QSet<FactorId> &ids, bool isPinned);
    /// Lines factors up. Units: all cards have one size, so centres are enough.
    Result<void> alignFactors(const Placements &drawn, Alignment alignment);
    /// Puts equal steps between factors, the outermost staying. Three at least.
    Result<void> distributeFactors(const Placements &drawn, Direction direction);

private:
    [[nodiscard]] const ReviewContents &contents() const;
    [[nodiscard]] Factor newFactor(const Factor &like) const;
    [[nodiscard]] Influence influenceOf(FactorId from, FactorId to, InfluenceKind kind) const;
    void settleInto(ChangeSet &set, const Placements &settle) const;
    /// `linked`: the events that are linked already.
    void linkInto(ChangeSet &set, const TargetRef &target, const QList<EventId> &events,
                  QSet<EventId> linked) const;
    Result<void> arrange(const Placements &after, const QString &text);
    void removeInto(ChangeSet &set, const QSet<FactorId> &factors,
                    const QSet<InfluenceId> &influences) const;
    [[nodiscard]] Result<Influence> newInfluence(FactorId from, FactorId to,
                                                 InfluenceKind kind) const;

    ReviewDocument &m_document;
};

} // namespace SecondStory::Editing
