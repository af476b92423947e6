// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/canvaspage.h"

#include "canvas/canvascommands.h"
#include "canvas/canvasexporter.h"
#include "canvas/canvasmenu.h"
#include "canvas/canvasview.h"
#include "canvas/canvaswelcome.h"
#include "canvas/factorform.h"
#include "canvas/factorinspector.h"
#include "canvas/factoroutline.h"
#include "canvas/factorpicker.h"
#include "canvas/factorscene.h"
#include "canvas/titleeditor.h"
#include "editing/reviewdocument.h"
#include "figures/canvas/factorwords.h"
#include "theme/theme.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kInspectorWidth = 300;
constexpr int kOutlineWidth = 380;

} // namespace

CanvasPage::CanvasPage(Editing::ReviewDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_view(new CanvasView(document))
    , m_outline(new FactorOutline(document))
    , m_inspector(new FactorInspector(document))
    , m_welcome(new CanvasWelcome(m_view))
    , m_picker(new FactorPicker(m_view))
    , m_exporter(new CanvasExporter(m_view->factorScene(), this))
    , m_tools(new QToolBar)
    , m_splitter(new QSplitter)
    , m_zoom(new QLabel)
    , m_isolated(new QToolButton(m_view))
{
    m_splitter->addWidget(m_outline);
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_inspector);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setCollapsible(1, false);
    m_splitter->setHandleWidth(1);
    m_splitter->setSizes({ kOutlineWidth, 900, kInspectorWidth });
    m_outline->hide();
    m_isolated->setAutoRaise(true);
    m_isolated->setAutoFillBackground(true);
    m_isolated->setToolTip(tr("Show the next factor without an influence"));
    m_view->installEventFilter(this);
    makeToolBar();
    connectView();
    connectPanels();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tools);
    layout->addWidget(m_splitter);
    setFocusProxy(m_view);
    updateState();
}

QAction *CanvasPage::addTool(const QString &iconName, const QString &text, const QString &keys)
{
    QAction *action = m_tools->addAction(text);
    action->setToolTip(keys.isEmpty() ? text : tr("%1 (%2)").arg(text, keys));
    m_iconNames.append({ action, iconName });
    return action;
}

void CanvasPage::makeToolBar()
{
    m_tools->setIconSize(QSize(20, 20));
    m_tools->setMovable(false);
    m_showOutline = addTool(u"table"_s, tr("Outline"), {});
    m_showOutline->setCheckable(true);
    connect(m_showOutline, &QAction::toggled, this, &CanvasPage::setOutlineVisible);
    m_tools->addSeparator();
    QAction *add = addTool(u"add"_s, tr("Add factor"), u"N"_s);
    connect(add, &QAction::triggered, this, [this] {
        const QPointF middle = m_view->mapToScene(m_view->viewport()->rect().center());
        m_view->beginFactor(m_view->commands().draftAt(middle));
    });
    if (auto *button = qobject_cast<QToolButton *>(m_tools->widgetForAction(add)))
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(addTool(u"link"_s, tr("Connect"), u"E"_s), &QAction::triggered, this,
            &CanvasPage::openLinker);
    connect(addTool(u"layout"_s, tr("Tidy"), u"Shift+L"_s), &QAction::triggered, this,
            [this] { m_view->commands().tidyAll(); });
    m_focus = addTool(u"focus"_s, tr("Focus on the selection"), u"F"_s);
    connect(m_focus, &QAction::triggered, this, [this] { m_view->commands().cycleFocus(); });
    QAction *phases = addTool(u"phases"_s, tr("Before, during, after"), {});
    phases->setCheckable(true);
    phases->setChecked(true);
    connect(phases, &QAction::toggled, m_view, &CanvasView::setShowsPhases);
    m_tools->addSeparator();
    connect(addTool(u"search"_s, tr("Find a factor"), u"Ctrl+F"_s), &QAction::triggered, this,
            &CanvasPage::openFinder);
    auto *exports = new QMenu(this);
    m_exporter->fill(*exports, this);
    QAction *exportAction = addTool(u"export"_s, tr("Export"), {});
    exportAction->setMenu(exports);
    if (auto *button = qobject_cast<QToolButton *>(m_tools->widgetForAction(exportAction)))
        button->setPopupMode(QToolButton::InstantPopup);
    auto *spring = new QWidget;
    spring->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_tools->addWidget(spring);
    connect(addTool(u"zoom-out"_s, tr("Zoom out"), u"Ctrl+-"_s), &QAction::triggered, this,
            [this] { m_view->zoomBy(0.8); });
    m_zoom->setAlignment(Qt::AlignCenter);
    m_zoom->setMinimumWidth(fontMetrics().horizontalAdvance(u"400 %"_s) + Space::kSmall);
    m_tools->addWidget(m_zoom);
    connect(addTool(u"zoom-in"_s, tr("Zoom in"), u"Ctrl++"_s), &QAction::triggered, this,
            [this] { m_view->zoomBy(1.25); });
    connect(addTool(u"fit"_s, tr("Fit everything"), u"Home"_s), &QAction::triggered, this,
            [this] { m_view->fitAll(); });
    m_tools->addSeparator();
    m_showInspector = addTool(u"inspector"_s, tr("Inspector"), {});
    m_showInspector->setCheckable(true);
    m_showInspector->setChecked(true);
    connect(m_showInspector, &QAction::toggled, this, &CanvasPage::setInspectorVisible);
    setToolIcons();
}

void CanvasPage::setToolIcons()
{
    for (const auto &[action, name] : std::as_const(m_iconNames))
        action->setIcon(icon(name, this));
}

void CanvasPage::connectView()
{
    FactorScene &scene = m_view->factorScene();
    connect(&scene, &FactorScene::selectionShown, this, [this](const QList<TargetRef> &selection) {
        m_inspector->setSelection(selection);
        m_outline->select(selection);
        m_focus->setEnabled(!selection.isEmpty());
        Q_EMIT selectionChanged(selection);
    });
    connect(&scene, &FactorScene::contentsShown, this, &CanvasPage::updateState);
    connect(m_view, &CanvasView::statusMessage, this, &CanvasPage::statusMessage);
    connect(m_view, &CanvasView::zoomChanged, this,
            [this](double zoom) { m_zoom->setText(tr("%1 %").arg(qRound(zoom * 100))); });
    connect(m_view, &CanvasView::eventRequested, this, &CanvasPage::eventRequested);
    connect(m_view, &CanvasView::findRequested, this, &CanvasPage::openFinder);
    connect(m_view, &CanvasView::linkRequested, this, &CanvasPage::openLinker);
    connect(m_view, &CanvasView::inspectRequested, this, [this] {
        setInspectorVisible(true);
        m_inspector->setFocus();
    });
    connect(m_view, &CanvasView::menuRequested, this,
            [this](const QPoint &global, const QPointF &at) {
                auto *menu = new CanvasMenu(*m_view, at, this);
                menu->setAttribute(Qt::WA_DeleteOnClose);
                menu->popup(global);
            });
    connect(m_exporter, &CanvasExporter::statusMessage, this, &CanvasPage::statusMessage);
    m_zoom->setText(tr("%1 %").arg(qRound(m_view->zoom() * 100)));
}

void CanvasPage::connectPanels()
{
    CanvasCommands &commands = m_view->commands();
    connect(m_inspector, &FactorInspector::eventRequested, this, &CanvasPage::eventRequested);
    connect(
        m_inspector, &FactorInspector::levelRequested, this,
        [&commands](const Factor &factor, Level level) { commands.changeLevel(factor, level); });
    connect(m_inspector, &FactorInspector::removeRequested, this,
            [&commands] { commands.removeSelection(); });
    connect(m_outline, &FactorOutline::selected, this, [this](const QList<TargetRef> &targets) {
        m_view->factorScene().select(targets);
        if (!targets.isEmpty())
            m_view->reveal(targets.first());
    });
    connect(m_outline, &FactorOutline::addRequested, this,
            [&commands](Level level) { commands.beginInLevel(level); });
    connect(m_outline, &FactorOutline::connectRequested, this, &CanvasPage::openLinker);
    connect(m_picker, &FactorPicker::closed, this, [this] { m_view->setFocus(); });
    connect(m_picker, &FactorPicker::picked, this, [this](FactorId id) {
        const FactorId from = std::exchange(m_linkFrom, FactorId());
        if (from.isNull())
            reveal({ { TargetKind::Factor, id.value } });
        else
            m_view->commands().addInfluence(from, id, m_picker->kind());
    });
    connect(m_isolated, &QToolButton::clicked, this, &CanvasPage::selectNextIsolated);
    connect(m_welcome, &CanvasWelcome::factorRequested, this, [this](const Factor &like) {
        m_welcome->hide();
        m_view->commands().beginLike(like);
    });
    connect(m_welcome, &CanvasWelcome::starredEventsRequested, this,
            [&commands] { commands.startFromStarred(); });
    connect(&m_view->titleEditor(), &TitleEditor::rejected, this, &CanvasPage::updateState);
    connect(&m_view->titleEditor(), &TitleEditor::accepted, this, &CanvasPage::updateState);
    connect(&m_document, &Editing::ReviewDocument::refused, this,
            [this](const Error &error) { Q_EMIT statusMessage(error.toString()); });
}

void CanvasPage::updateState()
{
    const bool isEmpty = m_document.contents().factors.isEmpty();
    m_welcome->setVisible(isEmpty && !m_view->titleEditor().isOpen());
    // All events are counted for it: only while somebody looks.
    if (isVisible())
        m_welcome->setStarredEvents(isEmpty ? m_view->commands().starredEvents() : 0);
    const qsizetype loose = isEmpty ? 0 : m_view->factorScene().isolated().size();
    m_isolated->setVisible(loose > 0 && m_document.contents().factors.size() > 1);
    m_isolated->setText(tr("Not connected yet (%1)").arg(loose));
    layoutOverlays();
}

void CanvasPage::layoutOverlays()
{
    const QRect inside = m_view->viewport()->geometry();
    m_welcome->setGeometry(inside);
    const QSize hint = m_isolated->sizeHint().expandedTo(QSize(0, Space::kTarget));
    m_isolated->setGeometry(QRect(inside.left() + Space::kPanel,
                                  inside.bottom() - hint.height() - Space::kPanel, hint.width(),
                                  hint.height()));
    m_isolated->raise();
}

bool CanvasPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(
            this, [this] { layoutOverlays(); }, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

void CanvasPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layoutOverlays();
}

void CanvasPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    updateState();
    // The first time, once the parts have their sizes.
    if (!std::exchange(m_wasFitted, true))
        QMetaObject::invokeMethod(m_view, &CanvasView::fitAll, Qt::QueuedConnection);
}

void CanvasPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        setToolIcons();
}

void CanvasPage::reveal(const QList<TargetRef> &targets)
{
    m_view->factorScene().select(targets);
    if (!targets.isEmpty())
        m_view->reveal(targets.first());
}

void CanvasPage::setOutlineVisible(bool visible)
{
    m_outline->setVisible(visible);
    m_showOutline->setChecked(visible);
}

void CanvasPage::setInspectorVisible(bool visible)
{
    m_inspector->setVisible(visible);
    m_showInspector->setChecked(visible);
}

void CanvasPage::openFinder()
{
    m_linkFrom = {};
    QList<QPair<FactorId, QString>> factors;
    for (const FactorId id : m_view->factorScene().readingOrder())
        factors.append({ id, m_view->factorScene().factorItem(id)->factor().title });
    m_picker->open(tr("Find a factor"), factors, {});
}

void CanvasPage::openLinker()
{
    const QList<FactorId> selected = m_view->factorScene().selectedFactors();
    if (selected.size() != 1) {
        Q_EMIT statusMessage(tr("Select one factor to connect it to another"));
        return;
    }
    m_linkFrom = selected.first();
    QList<QPair<FactorId, QString>> factors;
    for (const FactorId id : m_view->factorScene().readingOrder()) {
        if (id != m_linkFrom)
            factors.append({ id, m_view->factorScene().factorItem(id)->factor().title });
    }
    m_picker->open(tr("Connect to which factor?"), factors, m_view->lastKind());
}

void CanvasPage::selectNextIsolated()
{
    const QList<FactorId> loose = m_view->factorScene().isolated();
    if (loose.isEmpty())
        return;
    const QList<FactorId> selected = m_view->factorScene().selectedFactors();
    const qsizetype now = selected.size() == 1 ? loose.indexOf(selected.first()) : -1;
    reveal({ { TargetKind::Factor, loose[(now + 1) % loose.size()].value } });
    m_view->setFocus();
}

} // namespace SecondStory::Ui
