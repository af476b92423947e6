// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/targetref.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
class QLabel;
class QSplitter;
class QToolBar;
class QToolButton;
QT_END_NAMESPACE

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

class CanvasExporter;
class CanvasView;
class CanvasWelcome;
class FactorInspector;
class FactorOutline;
class FactorPicker;

/// The workspace of factors: tool bar, outline twin, canvas and inspector.
class CanvasPage : public QWidget {
    Q_OBJECT
public:
    explicit CanvasPage(Editing::ReviewDocument &document, QWidget *parent = nullptr);

    [[nodiscard]] CanvasView &view() const { return *m_view; }
    [[nodiscard]] FactorOutline &outline() const { return *m_outline; }
    /// Part of the page unless the window takes it into its own panel.
    [[nodiscard]] FactorInspector &inspector() const { return *m_inspector; }
    [[nodiscard]] FactorPicker &picker() const { return *m_picker; }
    /// Selects these and brings them into view.
    void reveal(const QList<TargetRef> &targets);
    void setOutlineVisible(bool visible);
    void setInspectorVisible(bool visible);

Q_SIGNALS:
    void eventRequested(SecondStory::EventId id);
    void selectionChanged(const QList<SecondStory::TargetRef> &selection);
    void statusMessage(const QString &message);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeToolBar();
    void connectView();
    void connectPanels();
    QAction *addTool(const QString &iconName, const QString &text, const QString &keys);
    void setToolIcons();
    void updateState();
    void layoutOverlays();
    void openFinder();
    void openLinker();
    void selectNextIsolated();

    Editing::ReviewDocument &m_document;
    CanvasView *m_view;
    FactorOutline *m_outline;
    FactorInspector *m_inspector;
    CanvasWelcome *m_welcome;
    FactorPicker *m_picker;
    CanvasExporter *m_exporter;
    QToolBar *m_tools;
    QSplitter *m_splitter;
    QAction *m_showOutline = nullptr;
    QAction *m_showInspector = nullptr;
    QAction *m_focus = nullptr;
    QLabel *m_zoom;
    QToolButton *m_isolated;
    QList<QPair<QAction *, QString>> m_iconNames;
    FactorId m_linkFrom; ///< set while the picker looks for the other end of an influence
    bool m_wasFitted = false;
};

} // namespace SecondStory::Ui
