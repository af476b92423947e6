// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "canvas/canvasview.h"
#include "canvas/tools/connecttool.h"
#include "editing/factoredits.h"

#include <QCoreApplication>

namespace SecondStory::Ui {

/// What one can do on a canvas, whether by mouse, key, menu or tool bar. Acts on the selection.
class CanvasCommands {
    Q_DECLARE_TR_FUNCTIONS(CanvasCommands)
public:
    explicit CanvasCommands(CanvasView &view);

    /// A new factor for this place: level and phase as of the lanes there.
    [[nodiscard]] FactorDraft draftAt(QPointF at) const;
    /// Opens a new card in the lane of a level.
    void beginInLevel(Level level);
    /// Opens a new card with these fields, in its level's lane.
    void beginLike(const Factor &like);
    /// Opens a new card beside the selected one. Right and down are effects of it, left and up
    /// contribute to it.
    void createConnected(Heading heading);
    /// Opens a new card beside the selected one, joined to what that is joined to.
    void createSibling();
    void connectTo(const ConnectTool::Drop &drop);
    void addInfluence(FactorId from, FactorId to, InfluenceKind kind);
    void dropEvents(const QList<EventId> &events, const TargetRef &target, QPointF at);
    /// Makes a factor of each starred event, twelve at most, as one step.
    void startFromStarred();
    [[nodiscard]] int starredEvents() const;

    /// Selects the next card in a direction: along influences, or the nearest one.
    void walk(Heading heading, bool alongInfluences);
    void nudge(Heading heading);
    void selectAll();
    void editSelection();
    void removeSelection();
    /// Asks for the first event that is evidence for what is selected.
    void goToEvidence();
    void setKind(FactorKind kind);
    void setConfidence(Confidence confidence);
    void togglePin();
    void tidySelection();
    void tidyAll();
    void align(Editing::Alignment alignment);
    void distribute(Editing::Direction direction);
    /// Fades what is far from the selection; again: two steps away; again: off.
    void cycleFocus();
    /// Takes back one thing at a time: focus mode, then the selection. False when there is nothing.
    bool peel();
    /// Puts the selection (or all) on the clipboard as outline, SVG and picture.
    void copy() const;
    /// Puts a factor into another level's lane, changing its place as well.
    void changeLevel(const Factor &factor, Level level);

private:
    [[nodiscard]] FactorScene &scene() const { return m_view.factorScene(); }
    [[nodiscard]] Editing::ReviewDocument &document() const;
    [[nodiscard]] Editing::Placements drawnSelection() const;
    void editSelected(const QString &text, const std::function<void(Factor &)> &change);
    void tidy(const QSet<FactorId> &only);
    template <class T>
    bool done(const Result<T> &result)
    {
        if (!result)
            m_view.report(result.error());
        return result.has_value();
    }

    CanvasView &m_view;
};

} // namespace SecondStory::Ui
