// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/canvascommands.h"

#include "canvas/canvasclipboard.h"
#include "canvas/factorscene.h"
#include "canvas/influenceitem.h"
#include "editing/reviewdocument.h"
#include "figures/canvas/canvaslayout.h"
#include "figures/canvas/factorwords.h"

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr qsizetype kMostStarred = 12;

} // namespace

CanvasCommands::CanvasCommands(CanvasView &view)
    : m_view(view)
{
}

Editing::ReviewDocument &CanvasCommands::document() const
{
    return scene().document();
}

FactorDraft CanvasCommands::draftAt(QPointF at) const
{
    FactorDraft draft = Ui::draftAt(scene(), at);
    if (!m_view.showsPhases())
        draft.factor.phase = Phase::During;
    return draft;
}

void CanvasCommands::beginInLevel(Level level)
{
    Factor like;
    like.level = level;
    like.kind = level == Level::Outcome ? FactorKind::Outcome : FactorKind::Condition;
    const QPointF middle = m_view.mapToScene(m_view.viewport()->rect().center());
    like.phase = scene().lanes().phaseAt(middle.x());
    beginLike(like);
}

void CanvasCommands::beginLike(const Factor &like)
{
    FactorDraft draft;
    draft.factor = like;
    const QPointF at = placeInLevel(scene(), like.level, scene().lanes().of(like.phase).centre());
    draft.factor.x = at.x();
    draft.factor.y = at.y();
    m_view.beginFactor(draft);
}

void CanvasCommands::createConnected(Heading heading)
{
    const QList<FactorId> selected = scene().selectedFactors();
    if (selected.size() != 1) {
        Q_EMIT m_view.statusMessage(tr("Select one factor to add a connected one"));
        return;
    }
    m_view.beginFactor(draftConnectedTo(*scene().factorItem(selected.first()), heading, scene()));
}

void CanvasCommands::createSibling()
{
    const QList<FactorId> selected = scene().selectedFactors();
    if (selected.size() == 1)
        m_view.beginFactor(draftBeside(*scene().factorItem(selected.first()), scene()));
}

void CanvasCommands::connectTo(const ConnectTool::Drop &drop)
{
    if (!drop.target.isNull()) {
        addInfluence(drop.isReversed ? drop.target : drop.from,
                     drop.isReversed ? drop.from : drop.target, m_view.lastKind());
        return;
    }
    FactorDraft draft = draftAt(drop.at);
    draft.other = drop.from;
    draft.isSource = drop.isReversed;
    m_view.beginFactor(draft);
}

void CanvasCommands::addInfluence(FactorId from, FactorId to, InfluenceKind kind)
{
    const Result<InfluenceId> added = m_view.edits().addInfluence(from, to, kind);
    if (!done(added))
        return;
    m_view.setLastKind(kind);
    scene().select({ { TargetKind::Influence, added->value } });
    const QString sentence = tr("Added “%1”; its kind can be changed beside the canvas");
    Q_EMIT m_view.statusMessage(sentence.arg(Figures::wordFor(kind)));
}

void CanvasCommands::dropEvents(const QList<EventId> &events, const TargetRef &target, QPointF at)
{
    if (events.isEmpty())
        return;
    if (target.isNull()) {
        const Result<FactorId> made =
            m_view.edits().factorFromEvents(events, draftAt(at).factor, scene().settle());
        if (done(made))
            scene().selectFactor(*made);
        return;
    }
    if (done(m_view.edits().linkEvidence(target, events)))
        scene().select({ target });
}

int CanvasCommands::starredEvents() const
{
    int count = 0;
    for (const auto *rows : { &document().events().rows, &document().events().undated }) {
        count += static_cast<int>(std::count_if(
            rows->begin(), rows->end(), [](const EventRow &row) { return row.isStarred(); }));
    }
    return count;
}

void CanvasCommands::startFromStarred()
{
    QList<qint64> seqs;
    for (const auto *rows : { &document().events().rows, &document().events().undated }) {
        for (const EventRow &row : *rows) {
            if (row.isStarred() && seqs.size() < kMostStarred)
                seqs.append(row.seq);
        }
    }
    document().undoStack()->beginMacro(tr("Start from starred events"));
    QPointF at(0, scene().lanes().of(Level::People).centre());
    for (const Event &event : document().eventsBySeq(seqs)) {
        Factor factor;
        factor.level = Level::People;
        factor.phase = Phase::During;
        factor.kind = FactorKind::Assessment;
        factor.polarity = Polarity::Present;
        factor.confidence = Confidence::OneAccount;
        factor.x = at.x();
        factor.y = at.y();
        if (!done(m_view.edits().factorFromEvents({ event.id }, factor, scene().settle())))
            break;
        at = freePlace(scene(), at, { kCardStepX, 0 });
    }
    document().undoStack()->endMacro();
    m_view.fitAll();
}

void CanvasCommands::walk(Heading heading, bool alongInfluences)
{
    const QList<FactorId> selected = scene().selectedFactors();
    if (selected.isEmpty()) {
        const QList<FactorId> order = scene().readingOrder();
        if (!order.isEmpty())
            scene().selectFactor(order.first());
        return;
    }
    const FactorItem *from = scene().factorItem(selected.last());
    const QPointF towards = vectorOf(heading);
    const auto best = [&](const QList<FactorId> &among) {
        FactorId found;
        double least = std::numeric_limits<double>::max();
        for (const FactorId id : among) {
            const QPointF d = scene().factorItem(id)->pos() - from->pos();
            const double ahead = QPointF::dotProduct(d, towards);
            const double aside = std::abs(d.x() * towards.y() - d.y() * towards.x());
            const double cost = ahead + aside * 2;
            if (id == from->id() || ahead <= 1 || cost >= least)
                continue;
            least = cost;
            found = id;
        }
        return found;
    };
    FactorId next;
    if (alongInfluences)
        next = best(scene().neighbours({ from->id() }).values());
    if (next.isNull())
        next = best(scene().readingOrder());
    if (next.isNull())
        return;
    scene().selectFactor(next);
    m_view.reveal({ TargetKind::Factor, next.value });
}

void CanvasCommands::nudge(Heading heading)
{
    const Editing::Placements drawn = drawnSelection();
    if (drawn.isEmpty())
        return;
    const Editing::Placements settle = scene().settle();
    QList<Factor> after;
    for (const Factor &factor : document().contents().factors) {
        Factor moved = factor;
        QPointF at = settle.value(factor.id, QPointF(factor.x, factor.y));
        if (drawn.contains(factor.id))
            at = drawn.value(factor.id) + vectorOf(heading) * Figures::kCanvasGrid;
        moved.x = at.x();
        moved.y = at.y();
        if (moved != factor)
            after.append(moved);
    }
    done(m_view.edits().moveFactors(after));
}

void CanvasCommands::selectAll()
{
    QList<TargetRef> all;
    for (const FactorId id : scene().readingOrder())
        all.append({ TargetKind::Factor, id.value });
    scene().select(all);
}

void CanvasCommands::editSelection()
{
    const QList<FactorId> factors = scene().selectedFactors();
    if (factors.size() == 1)
        m_view.editTitle(factors.first());
    else if (!scene().selection().isEmpty())
        Q_EMIT m_view.inspectRequested();
}

void CanvasCommands::removeSelection()
{
    done(m_view.edits().removeTargets(scene().selection()));
}

void CanvasCommands::goToEvidence()
{
    const QList<TargetRef> selection = scene().selection();
    for (const EvidenceLink &link : document().contents().evidenceLinks) {
        if (selection.contains(link.target)) {
            Q_EMIT m_view.eventRequested(link.eventId);
            return;
        }
    }
    Q_EMIT m_view.statusMessage(tr("No evidence is linked yet"));
}

void CanvasCommands::editSelected(const QString &text, const std::function<void(Factor &)> &change)
{
    QList<Factor> after;
    for (const FactorId id : scene().selectedFactors()) {
        after.append(scene().factorItem(id)->factor());
        change(after.last());
    }
    done(m_view.edits().editFactors(after, text));
}

void CanvasCommands::setKind(FactorKind kind)
{
    editSelected(tr("Set kind to %1").arg(Figures::wordFor(kind)),
                 [kind](Factor &f) { f.kind = kind; });
}

void CanvasCommands::setConfidence(Confidence confidence)
{
    editSelected(tr("Set confidence to %1").arg(Figures::wordFor(confidence)),
                 [confidence](Factor &f) { f.confidence = confidence; });
}

void CanvasCommands::togglePin()
{
    const QList<FactorId> ids = scene().selectedFactors();
    const bool areAllPinned = std::all_of(ids.begin(), ids.end(), [&](FactorId id) {
        return scene().factorItem(id)->factor().pinned;
    });
    done(m_view.edits().pinFactors({ ids.begin(), ids.end() }, !areAllPinned));
}

void CanvasCommands::tidy(const QSet<FactorId> &only)
{
    const ReviewContents &contents = document().contents();
    QList<Factor> drawn = contents.factors;
    for (Factor &factor : drawn) {
        factor.x = scene().factorItem(factor.id)->x();
        factor.y = scene().factorItem(factor.id)->y();
    }
    scene().animateNext();
    done(m_view.edits().applyLayout(Figures::tidyPositions(drawn, contents.influences, only)));
}

void CanvasCommands::tidySelection()
{
    const QList<FactorId> ids = scene().selectedFactors();
    if (!ids.isEmpty())
        tidy({ ids.begin(), ids.end() });
}

void CanvasCommands::tidyAll()
{
    tidy({});
    m_view.fitAll();
}

Editing::Placements CanvasCommands::drawnSelection() const
{
    Editing::Placements drawn;
    for (const FactorId id : scene().selectedFactors())
        drawn.insert(id, scene().factorItem(id)->pos());
    return drawn;
}

void CanvasCommands::align(Editing::Alignment alignment)
{
    done(m_view.edits().alignFactors(drawnSelection(), alignment));
}

void CanvasCommands::distribute(Editing::Direction direction)
{
    done(m_view.edits().distributeFactors(drawnSelection(), direction));
}

void CanvasCommands::cycleFocus()
{
    scene().setFocusHops((scene().focusHops() + 1) % 3);
    const int hops = scene().focusHops();
    Q_EMIT m_view.statusMessage(
        hops == 0 ? tr("Focus off")
                  : tr("Focus: what is within %n step(s) of the selection", nullptr, hops));
}

bool CanvasCommands::peel()
{
    if (scene().focusHops() > 0)
        scene().setFocusHops(0);
    else if (!scene().selection().isEmpty())
        scene().select({});
    else
        return false;
    return true;
}

void CanvasCommands::copy() const
{
    copyCanvas(scene());
    Q_EMIT m_view.statusMessage(tr("Copied as text and picture"));
}

void CanvasCommands::changeLevel(const Factor &factor, Level level)
{
    if (factor.level == level)
        return;
    Factor after = factor;
    after.level = level;
    if (const FactorItem *item = scene().factorItem(factor.id)) {
        const QPointF at = placeInLevel(scene(), level, item->x());
        after.x = at.x();
        after.y = at.y();
    }
    scene().animateNext();
    done(m_view.edits().editFactor(after));
}

} // namespace SecondStory::Ui
