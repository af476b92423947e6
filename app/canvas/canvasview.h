// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "canvas/factordraft.h"
#include "canvas/factoritem.h"
#include "domain/influence.h"
#include "editing/factoredits.h"

#include <QGraphicsView>

#include <memory>
#include <optional>

namespace SecondStory::Ui {

class CanvasCommands;
class CanvasPointer;
class FactorScene;
class LaneNames;
class TitleEditor;

/// The window onto a canvas: zoom, keys, writing on cards. CanvasPointer reads the mouse, and what
/// can be done is in CanvasCommands.
class CanvasView : public QGraphicsView {
    Q_OBJECT
public:
    explicit CanvasView(Editing::ReviewDocument &document, QWidget *parent = nullptr);
    ~CanvasView() override;

    [[nodiscard]] FactorScene &factorScene() const { return *m_scene; }
    [[nodiscard]] CanvasCommands &commands() const { return *m_commands; }
    [[nodiscard]] Editing::FactorEdits &edits() { return m_edits; }

    /// 1 is the size at which cards are written in the interface's own font size.
    [[nodiscard]] double zoom() const { return m_zoom; }
    void setZoom(double zoom);
    void zoomBy(double factor) { setZoom(m_zoom * factor); }
    void fitAll();
    void reveal(const TargetRef &target);
    [[nodiscard]] bool showsPhases() const { return m_showsPhases; }
    void setShowsPhases(bool shows);
    [[nodiscard]] InfluenceKind lastKind() const { return m_lastKind; }
    void setLastKind(InfluenceKind kind) { m_lastKind = kind; }

    /// Opens an empty card for writing; the factor is stored when its title is kept.
    void beginFactor(const FactorDraft &draft);
    void editTitle(FactorId id);
    [[nodiscard]] TitleEditor &titleEditor() const { return *m_editor; }
    /// The last place of the pointer, or the middle when it is elsewhere. Units: scene.
    [[nodiscard]] QPointF pointerPlace() const;
    /// Says why something was not done.
    void report(const Error &error);

    static constexpr double kLeastZoom = 0.5;
    static constexpr double kMostZoom = 4;

Q_SIGNALS:
    void zoomChanged(double zoom);
    void statusMessage(const QString &message);
    void findRequested();
    void linkRequested();
    void menuRequested(const QPoint &global, const QPointF &scene);
    void inspectRequested();
    void eventRequested(SecondStory::EventId id);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;

private:
    void keepTitle(const QString &title);
    void applyZoom();
    void updateColors();
    void layoutMargins();
    void openEditor(const QString &title, QPointF centre);

    FactorScene *m_scene;
    Editing::FactorEdits m_edits;
    std::unique_ptr<CanvasCommands> m_commands;
    std::unique_ptr<CanvasPointer> m_pointer;
    TitleEditor *m_editor;
    LaneNames *m_levelNames;
    LaneNames *m_phaseNames;
    std::optional<FactorDraft> m_draft; ///< being written; a null id is a new factor
    bool m_isArranging = false; ///< Alt+A was pressed: the next key says how
    bool m_showsPhases = true;
    double m_zoom = 1;
    InfluenceKind m_lastKind = InfluenceKind::ContributedTo;
};

} // namespace SecondStory::Ui
