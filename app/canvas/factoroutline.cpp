// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/factoroutline.h"

#include "canvas/choicedelegate.h"
#include "canvas/connectionsmodel.h"
#include "canvas/factoroutlinemodel.h"
#include "editing/reviewdocument.h"
#include "theme/theme.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <tuple>

namespace SecondStory::Ui {

FactorOutline::FactorOutline(Editing::ReviewDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_edits(document)
    , m_model(new FactorOutlineModel(document, this))
    , m_connectionsModel(new ConnectionsModel(document, this))
    , m_tree(new QTreeView)
{
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new ChoiceDelegate(m_tree));
    m_tree->setAccessibleName(tr("Factors by level"));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(FactorOutlineModel::TitleColumn, QHeaderView::Stretch);
    for (int column = FactorOutlineModel::KindColumn; column < FactorOutlineModel::ColumnCount;
         ++column)
        m_tree->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    for (const int column : { FactorOutlineModel::PhaseColumn, FactorOutlineModel::PolarityColumn,
                              FactorOutlineModel::ConfidenceColumn })
        m_tree->setColumnHidden(column, true);
    m_tree->expandAll();
    connect(m_model, &QAbstractItemModel::rowsInserted, m_tree,
            [this](const QModelIndex &parentIndex) { m_tree->expand(parentIndex); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { tellSelection(); });
    connect(m_model, &FactorOutlineModel::updating, this, [this](bool isUpdating) {
        m_isFollowing = isUpdating;
        if (!isUpdating)
            select(m_shown);
    });

    auto *remove = new QAction(tr("Remove"), this);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_tree->addAction(remove);
    connect(remove, &QAction::triggered, this, [this] { removeSelected(); });

    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_tree);
    splitter->addWidget(makeConnections());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeButtons());
    layout->addWidget(splitter);
}

QWidget *FactorOutline::makeButtons()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(Space::kPanel, Space::kTiny, Space::kSmall, Space::kTiny);
    auto *title = new QLabel(tr("Outline"));
    title->setFont(fontAt(font(), 1, QFont::DemiBold));
    layout->addWidget(title);
    layout->addStretch();
    auto *add = new QToolButton;
    add->setText(tr("Add"));
    add->setAutoRaise(true);
    add->setToolTip(tr("Add a factor to the level that is selected"));
    connect(add, &QToolButton::clicked, this, [this] {
        const QModelIndex current = m_tree->currentIndex();
        const QModelIndex level = current.parent().isValid() ? current.parent() : current;
        Q_EMIT addRequested(level.isValid() ? static_cast<Level>(level.row() + 1) : Level::Teams);
    });
    layout->addWidget(add);
    auto *join = new QToolButton;
    join->setText(tr("Connect"));
    join->setAutoRaise(true);
    join->setToolTip(tr("Connect the selected factor to another one"));
    connect(join, &QToolButton::clicked, this, &FactorOutline::connectRequested);
    layout->addWidget(join);
    return row;
}

QWidget *FactorOutline::makeConnections()
{
    m_connections = new QTableView;
    m_connections->setModel(m_connectionsModel);
    m_connections->setItemDelegate(new ChoiceDelegate(m_connections));
    m_connections->setAccessibleName(tr("What the factor connects to"));
    m_connections->setFrameShape(QFrame::NoFrame);
    m_connections->setShowGrid(false);
    m_connections->verticalHeader()->hide();
    m_connections->verticalHeader()->setDefaultSectionSize(Space::kRow);
    m_connections->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_connections->setEditTriggers(QAbstractItemView::DoubleClicked
                                   | QAbstractItemView::EditKeyPressed);
    m_connections->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_connections->horizontalHeader()->setSectionResizeMode(ConnectionsModel::FactorColumn,
                                                            QHeaderView::Stretch);
    m_connections->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto *remove = new QAction(tr("Remove influence"), this);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_connections->addAction(remove);
    connect(remove, &QAction::triggered, this, [this] {
        const InfluenceId id = m_connectionsModel->influenceAt(m_connections->currentIndex().row());
        // A refusal is told by the document itself.
        if (!id.isNull())
            std::ignore = m_edits.removeInfluence(id);
    });
    return m_connections;
}

void FactorOutline::removeSelected()
{
    QList<TargetRef> targets;
    for (const QModelIndex &index : m_tree->selectionModel()->selectedRows()) {
        if (const FactorId id = m_model->factorAt(index); !id.isNull())
            targets.append({ TargetKind::Factor, id.value });
    }
    std::ignore = m_edits.removeTargets(targets);
}

void FactorOutline::tellSelection()
{
    QList<TargetRef> targets;
    for (const QModelIndex &index : m_tree->selectionModel()->selectedRows()) {
        if (const FactorId id = m_model->factorAt(index); !id.isNull())
            targets.append({ TargetKind::Factor, id.value });
    }
    m_connectionsModel->setFactor(targets.size() == 1 ? FactorId{ targets.first().id }
                                                      : FactorId());
    if (m_isFollowing)
        return;
    m_shown = targets;
    Q_EMIT selected(targets);
}

void FactorOutline::select(const QList<TargetRef> &targets)
{
    m_shown = targets;
    QItemSelection selection;
    QModelIndex first;
    for (const TargetRef &target : targets) {
        const QModelIndex index = target.kind == TargetKind::Factor
            ? m_model->indexOf(FactorId{ target.id })
            : QModelIndex();
        if (!index.isValid())
            continue;
        first = first.isValid() ? first : index;
        selection.select(index, index);
    }
    m_isFollowing = true;
    m_tree->selectionModel()->select(
        selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (first.isValid()) {
        m_tree->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        m_tree->scrollTo(first);
    }
    m_isFollowing = false;
}

} // namespace SecondStory::Ui
