// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/canvasview.h"

#include "canvas/canvasaccessible.h"
#include "canvas/canvascommands.h"
#include "canvas/canvaskeys.h"
#include "canvas/canvaspointer.h"
#include "canvas/eventdrop.h"
#include "canvas/factorscene.h"
#include "canvas/influenceitem.h"
#include "canvas/lanenames.h"
#include "canvas/titleeditor.h"
#include "editing/reviewdocument.h"
#include "theme/theme.h"

#include <QDragEnterEvent>
#include <QFontInfo>
#include <QMouseEvent>
#include <QScrollBar>

#include <cmath>

namespace SecondStory::Ui {

namespace {

constexpr double kWheelStep = 1.15;
constexpr double kFitMost = 1.15;
constexpr double kFitLeast = 0.08;

} // namespace

CanvasView::CanvasView(Editing::ReviewDocument &document, QWidget *parent)
    : QGraphicsView(parent)
    , m_scene(new FactorScene(document, paletteFor(this), font(), this))
    , m_edits(document)
    , m_commands(std::make_unique<CanvasCommands>(*this))
    , m_pointer(std::make_unique<CanvasPointer>(*this))
    , m_editor(new TitleEditor(viewport()))
    , m_levelNames(new LaneNames(*this, Qt::Vertical))
    , m_phaseNames(new LaneNames(*this, Qt::Horizontal))
{
    installCanvasAccessibility();
    setScene(m_scene);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(MinimalViewportUpdate);
    setOptimizationFlag(DontSavePainterState);
    setTransformationAnchor(AnchorUnderMouse);
    setResizeAnchor(NoAnchor);
    setMouseTracking(true);
    // drawBackground() covers every pixel: scrolling may move what is there.
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setAcceptDrops(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Factor canvas"));
    connect(m_scene, &FactorScene::contentsShown, this, [this] {
        viewport()->update();
        m_levelNames->update();
        m_phaseNames->update();
    });
    connect(m_scene, &FactorScene::selectionShown, this, [this] { announceCanvasFocus(*this); });
    connect(m_scene, &QGraphicsScene::sceneRectChanged, this, [this] { m_levelNames->update(); });
    connect(m_editor, &TitleEditor::accepted, this, &CanvasView::keepTitle);
    connect(m_editor, &TitleEditor::rejected, this, [this] {
        m_draft.reset();
        setFocus();
    });
    updateColors();
    applyZoom();
}

CanvasView::~CanvasView()
{
    m_pointer.reset();
}

// --- zoom and place ---

void CanvasView::applyZoom()
{
    // At 100 % a card is written in the interface's font size, so that a larger system font
    // enlarges it all.
    const double scale = m_zoom * QFontInfo(font()).pixelSize() / Figures::kCardText;
    setTransform(QTransform::fromScale(scale, scale));
    m_levelNames->update();
    m_phaseNames->update();
    Q_EMIT zoomChanged(m_zoom);
}

void CanvasView::setZoom(double zoom)
{
    const double least = std::min(kLeastZoom, m_zoom);
    const double wanted = std::clamp(zoom, least, kMostZoom);
    if (wanted == m_zoom)
        return;
    m_editor->accept();
    m_zoom = wanted;
    applyZoom();
}

void CanvasView::fitAll()
{
    const QRectF content = m_scene->contentRect();
    if (content.isEmpty() || viewport()->width() < 50)
        return;
    const QSizeF room =
        QSizeF(viewport()->size()) - QSizeF(2 * Space::kSection, 2 * Space::kSection);
    const double unit = QFontInfo(font()).pixelSize() / Figures::kCardText;
    const double fit =
        std::min(room.width() / content.width(), room.height() / content.height()) / unit;
    m_zoom = std::clamp(fit, kFitLeast, kFitMost);
    setTransformationAnchor(NoAnchor);
    applyZoom();
    setTransformationAnchor(AnchorUnderMouse);
    centerOn(content.center());
}

void CanvasView::reveal(const TargetRef &target)
{
    if (const FactorItem *factor = m_scene->factorItem(FactorId{ target.id }))
        ensureVisible(factor->card(), Space::kSection, Space::kSection);
    else if (const InfluenceItem *influence = m_scene->influenceItem(InfluenceId{ target.id }))
        ensureVisible(QRectF(influence->middle(), QSizeF(1, 1)), 80, 80);
}

void CanvasView::setShowsPhases(bool shows)
{
    m_showsPhases = shows;
    layoutMargins();
    viewport()->update();
}

QPointF CanvasView::pointerPlace() const
{
    const QPoint at = viewport()->mapFromGlobal(QCursor::pos());
    return mapToScene(viewport()->rect().contains(at) ? at : viewport()->rect().center());
}

void CanvasView::report(const Error &error)
{
    Q_EMIT statusMessage(error.toString());
}

// --- writing on a card ---

void CanvasView::beginFactor(const FactorDraft &draft)
{
    m_editor->accept();
    m_draft = draft;
    m_draft->factor.id = {};
    openEditor({}, { draft.factor.x, draft.factor.y });
}

void CanvasView::editTitle(FactorId id)
{
    m_editor->accept();
    const FactorItem *item = m_scene->factorItem(id);
    if (!item)
        return;
    m_draft = FactorDraft{ item->factor(), {}, false };
    openEditor(item->factor().title, item->pos());
}

void CanvasView::openEditor(const QString &title, QPointF centre)
{
    const QRectF card = Figures::cardRect(centre);
    ensureVisible(card, Space::kSection, Space::kSection);
    m_editor->open(title, mapFromScene(card).boundingRect(), transform().m11());
}

void CanvasView::keepTitle(const QString &title)
{
    setFocus();
    const std::optional<FactorDraft> draft = std::exchange(m_draft, std::nullopt);
    if (!draft || title.isEmpty())
        return;
    Factor factor = draft->factor;
    if (!factor.id.isNull()) {
        // Only the title was written: everything else is as it now is.
        const Factor *now = findRecord<Factor>(m_scene->document().contents(), factor.id);
        if (!now)
            return;
        factor = *now;
        factor.title = title;
        if (const auto done = m_edits.editFactor(factor); !done)
            report(done.error());
        return;
    }
    factor.title = title;
    const Result<FactorId> added = draft->other.isNull()
        ? m_edits.addFactor(factor, m_scene->settle())
        : m_edits.addConnectedFactor(factor, draft->other, draft->isSource, m_lastKind,
                                     m_scene->settle());
    if (!added)
        return report(added.error());
    m_scene->selectFactor(*added);
}

// --- mouse ---

void CanvasView::mousePressEvent(QMouseEvent *event)
{
    m_pointer->press(*event);
}

void CanvasView::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer->move(*event);
}

void CanvasView::mouseReleaseEvent(QMouseEvent *event)
{
    m_pointer->release(*event);
}

void CanvasView::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_pointer->doubleClick(*event);
}

void CanvasView::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QGraphicsView::wheelEvent(event);
        return;
    }
    const QPointF under = mapToScene(event->position().toPoint());
    setTransformationAnchor(NoAnchor);
    zoomBy(std::pow(kWheelStep, event->angleDelta().y() / 120.0));
    const QPointF moved =
        transform().map(under) - transform().map(mapToScene(event->position().toPoint()));
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + qRound(moved.x()));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(moved.y()));
    setTransformationAnchor(AnchorUnderMouse);
    event->accept();
}

void CanvasView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPointF at = mapToScene(event->pos());
    const TargetRef target = m_pointer->targetAt(at);
    if (!isByKey && !m_scene->selection().contains(target))
        m_scene->select(target.isNull() ? QList<TargetRef>() : QList{ target });
    Q_EMIT menuRequested(event->globalPos(), at);
}

// --- keys ---

bool CanvasView::event(QEvent *event)
{
    // Tab makes a child only while a card is selected, so that one can always leave the canvas with
    // it.
    if (event->type() == QEvent::KeyPress && !m_editor->isOpen()) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool isTab = key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab;
        if (isTab && m_scene->selectedFactors().size() == 1 && handleCanvasKey(*key, *this))
            return true;
    }
    // Single keys belong to the canvas while it has the focus, whatever menus may want of them.
    if (event->type() == QEvent::ShortcutOverride
        && isCanvasKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QGraphicsView::event(event);
}

void CanvasView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_pointer->cancel())
        return;
    if (event->key() == Qt::Key_Space) {
        if (!event->isAutoRepeat())
            m_pointer->setSpaceDown(true);
        return;
    }
    if (event->key() == Qt::Key_A && event->modifiers() == Qt::AltModifier) {
        m_isArranging = true;
        Q_EMIT statusMessage(tr("Align: L, C, R, T, M or B. Distribute: H or V"));
        return;
    }
    const bool isModifier = event->key() == Qt::Key_Alt || event->key() == Qt::Key_Shift;
    if (m_isArranging && !isModifier) {
        m_isArranging = false;
        if (handleArrangeKey(event->key(), *this))
            return;
    }
    if (!handleCanvasKey(*event, *this))
        QGraphicsView::keyPressEvent(event);
}

void CanvasView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_pointer->setSpaceDown(false);
        return;
    }
    QGraphicsView::keyReleaseEvent(event);
}

// --- dropping evidence ---

void CanvasView::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasFormat(kEventsMimeType))
        event->acceptProposedAction();
}

void CanvasView::dragMoveEvent(QDragMoveEvent *event)
{
    m_scene->setDropTarget(m_pointer->targetAt(mapToScene(event->position().toPoint())));
    event->acceptProposedAction();
}

void CanvasView::dragLeaveEvent(QDragLeaveEvent *)
{
    m_scene->setDropTarget({});
}

void CanvasView::dropEvent(QDropEvent *event)
{
    const QPointF at = mapToScene(event->position().toPoint());
    m_scene->setDropTarget({});
    m_commands->dropEvents(eventsFrom(*event->mimeData()), m_pointer->targetAt(at), at);
    event->acceptProposedAction();
}

// --- drawing ---

void CanvasView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    layoutMargins();
}

void CanvasView::layoutMargins()
{
    const int left = m_levelNames->sizeHint().width();
    const int top = m_showsPhases ? m_phaseNames->sizeHint().height() : 0;
    setViewportMargins(left, top, 0, 0);
    const QRect inside = viewport()->geometry();
    m_levelNames->setGeometry(0, top, left, inside.height());
    m_phaseNames->setGeometry(left, 0, inside.width(), top);
    m_phaseNames->setVisible(m_showsPhases);
}

void CanvasView::updateColors()
{
    m_scene->setColors(paletteFor(this), font());
    setBackgroundBrush(m_scene->colors().window);
}

void CanvasView::changeEvent(QEvent *event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::StyleChange) {
        updateColors();
        applyZoom();
        layoutMargins();
    }
}

void CanvasView::scrollContentsBy(int dx, int dy)
{
    QGraphicsView::scrollContentsBy(dx, dy);
    if (dy != 0)
        m_levelNames->update();
    if (dx != 0)
        m_phaseNames->update();
}

void CanvasView::drawBackground(QPainter *painter, const QRectF &rect)
{
    painter->fillRect(rect, m_scene->colors().window);
    Figures::paintLanes(*painter, m_scene->lanes(), rect, m_scene->colors(), m_showsPhases);
}

} // namespace SecondStory::Ui
