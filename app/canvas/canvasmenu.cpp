// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/canvasmenu.h"

#include "canvas/canvascommands.h"
#include "canvas/canvasview.h"
#include "canvas/factorscene.h"
#include "canvas/influenceitem.h"
#include "editing/reviewdocument.h"
#include "figures/canvas/factorwords.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

CanvasMenu::CanvasMenu(CanvasView &view, QPointF at, QWidget *parent)
    : QMenu(parent)
    , m_view(view)
{
    const QList<TargetRef> selection = view.factorScene().selection();
    if (selection.isEmpty()) {
        addPlaceActions(at);
    } else if (!view.factorScene().selectedFactors().isEmpty()) {
        addFactorActions();
        if (view.factorScene().selectedFactors().size() > 1)
            addArrangeActions();
    } else {
        addInfluenceActions();
    }
}

QAction *CanvasMenu::addStep(const QString &text, const QString &shortcut,
                             const std::function<void()> &step)
{
    // The key is only shown: the canvas itself listens to it.
    QAction *action = addAction(shortcut.isEmpty() ? text : QString(text + u'\t' + shortcut));
    connect(action, &QAction::triggered, this, step);
    return action;
}

void CanvasMenu::addPlaceActions(QPointF at)
{
    CanvasCommands &commands = m_view.commands();
    addStep(tr("Add factor here"), u"N"_s,
            [this, at] { m_view.beginFactor(m_view.commands().draftAt(at)); });
    addSeparator();
    addStep(tr("Tidy the whole canvas"), u"Shift+L"_s, [&commands] { commands.tidyAll(); });
    addStep(tr("Fit everything"), u"Home"_s, [this] { m_view.fitAll(); });
    addStep(tr("Select all factors"), u"Ctrl+A"_s, [&commands] { commands.selectAll(); });
    addStep(tr("Copy as text and picture"), u"Ctrl+C"_s, [&commands] { commands.copy(); });
}

void CanvasMenu::addFactorActions()
{
    CanvasCommands &commands = m_view.commands();
    const bool isOne = m_view.factorScene().selectedFactors().size() == 1;
    if (isOne) {
        addStep(tr("Edit title"), u"Enter"_s, [&commands] { commands.editSelection(); });
        addStep(tr("Connect to…"), u"E"_s, [this] { Q_EMIT m_view.linkRequested(); });
        addStep(tr("Add an effect"), u"Ctrl+Down"_s,
                [&commands] { commands.createConnected(Heading::Down); });
        addStep(tr("Add something that contributed"), u"Ctrl+Up"_s,
                [&commands] { commands.createConnected(Heading::Up); });
        addSeparator();
    }
    QMenu *kinds = addMenu(tr("Kind"));
    for (const FactorKind kind : Figures::allValues<FactorKind>()) {
        const QString key = QString::number(static_cast<int>(kind) + 1);
        QAction *action =
            kinds->addAction(QString(Figures::capitalised(Figures::wordFor(kind)) + u'\t' + key));
        connect(action, &QAction::triggered, this, [&commands, kind] { commands.setKind(kind); });
    }
    QMenu *confidences = addMenu(tr("Confidence"));
    for (const Confidence confidence : Figures::allValues<Confidence>()) {
        const QString key =
            QString(u"Shift+"_s + QString::number(static_cast<int>(confidence) + 1));
        QAction *action = confidences->addAction(
            QString(Figures::capitalised(Figures::wordFor(confidence)) + u'\t' + key));
        connect(action, &QAction::triggered, this,
                [&commands, confidence] { commands.setConfidence(confidence); });
    }
    addSeparator();
    addStep(tr("Pin or unpin"), u"V"_s, [&commands] { commands.togglePin(); });
    addStep(tr("Tidy selection"), u"L"_s, [&commands] { commands.tidySelection(); });
    addStep(tr("Focus"), u"F"_s, [&commands] { commands.cycleFocus(); });
    addStep(tr("Copy as text and picture"), u"Ctrl+C"_s, [&commands] { commands.copy(); });
    addSeparator();
    addStep(tr("Remove"), u"Del"_s, [&commands] { commands.removeSelection(); });
}

void CanvasMenu::addArrangeActions()
{
    using enum Editing::Alignment;
    CanvasCommands &commands = m_view.commands();
    QMenu *arrange = new QMenu(tr("Arrange"), this);
    insertMenu(actions().last(), arrange);
    const std::initializer_list<std::tuple<QString, QString, Editing::Alignment>> ways{
        { tr("Align left"), u"Alt+A, L"_s, Left },
        { tr("Align centres"), u"Alt+A, C"_s, Centre },
        { tr("Align right"), u"Alt+A, R"_s, Right },
        { tr("Align top"), u"Alt+A, T"_s, Top },
        { tr("Align middles"), u"Alt+A, M"_s, Middle },
        { tr("Align bottom"), u"Alt+A, B"_s, Bottom }
    };
    for (const auto &[text, key, alignment] : ways) {
        QAction *action = arrange->addAction(QString(text + u'\t' + key));
        connect(action, &QAction::triggered, this,
                [&commands, way = alignment] { commands.align(way); });
    }
    QAction *across = arrange->addAction(QString(tr("Distribute across") + u"\tAlt+A, H"_s));
    connect(across, &QAction::triggered, this,
            [&commands] { commands.distribute(Editing::Direction::Horizontally); });
    QAction *down = arrange->addAction(QString(tr("Distribute down") + u"\tAlt+A, V"_s));
    connect(down, &QAction::triggered, this,
            [&commands] { commands.distribute(Editing::Direction::Vertically); });
}

void CanvasMenu::addInfluenceActions()
{
    CanvasCommands &commands = m_view.commands();
    const InfluenceId id{ m_view.factorScene().selection().first().id };
    const InfluenceItem *item = m_view.factorScene().influenceItem(id);
    if (!item)
        return;
    for (const InfluenceKind kind : Figures::allValues<InfluenceKind>()) {
        QAction *action = addAction(Figures::capitalised(Figures::wordFor(kind)));
        action->setCheckable(true);
        action->setChecked(item->influence().kind == kind);
        connect(action, &QAction::triggered, this, [this, id, kind] {
            const auto *influence =
                findRecord<Influence>(m_view.factorScene().document().contents(), id);
            if (!influence)
                return;
            Influence after = *influence;
            after.kind = kind;
            m_view.setLastKind(kind);
            if (const auto done = m_view.edits().editInfluence(after); !done)
                m_view.report(done.error());
        });
    }
    addSeparator();
    addStep(tr("Open in the inspector"), u"Enter"_s, [this] { Q_EMIT m_view.inspectRequested(); });
    addStep(tr("Remove"), u"Del"_s, [&commands] { commands.removeSelection(); });
}

} // namespace SecondStory::Ui
