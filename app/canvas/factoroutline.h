// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/targetref.h"
#include "editing/factoredits.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QTableView;
class QTreeView;
QT_END_NAMESPACE

namespace SecondStory::Ui {

class ConnectionsModel;
class FactorOutlineModel;

/// The canvas without a canvas: a tree by level, and what the current factor connects to.
/// Everything can be done here.
class FactorOutline : public QWidget {
    Q_OBJECT
public:
    explicit FactorOutline(Editing::ReviewDocument &document, QWidget *parent = nullptr);

    [[nodiscard]] FactorOutlineModel &model() const { return *m_model; }
    [[nodiscard]] QTreeView &tree() const { return *m_tree; }
    [[nodiscard]] QTableView &connections() const { return *m_connections; }
    /// Follows a selection made elsewhere.
    void select(const QList<TargetRef> &targets);

Q_SIGNALS:
    /// Somebody chose something here.
    void selected(const QList<SecondStory::TargetRef> &targets);
    void addRequested(SecondStory::Level level);
    void connectRequested();

private:
    QWidget *makeConnections();
    QWidget *makeButtons();
    void tellSelection();
    void removeSelected();

    Editing::FactorEdits m_edits;
    FactorOutlineModel *m_model;
    ConnectionsModel *m_connectionsModel;
    QTreeView *m_tree;
    QTableView *m_connections = nullptr;
    QList<TargetRef> m_shown; ///< what is selected on the canvas as well
    bool m_isFollowing = false;
};

} // namespace SecondStory::Ui
