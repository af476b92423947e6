// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/connectionsmodel.h"

#include "canvas/choicedelegate.h"
#include "editing/reviewdocument.h"
#include "figures/canvas/factorwords.h"

#include <algorithm>

namespace SecondStory::Ui {

ConnectionsModel::ConnectionsModel(Editing::ReviewDocument &document, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
    , m_edits(document)
{
    connect(&document, &Editing::ReviewDocument::changed, this, [this] { update(); });
    connect(&document, &Editing::ReviewDocument::eventsReloaded, this, [this] { update(); });
}

void ConnectionsModel::setFactor(FactorId id)
{
    if (m_factor == id)
        return;
    beginResetModel();
    m_factor = id;
    m_rows.clear();
    endResetModel();
    update();
}

void ConnectionsModel::update()
{
    QList<Influence> now;
    for (const Influence &influence : m_document.contents().influences) {
        if (influence.from == m_factor || influence.to == m_factor)
            now.append(influence);
    }
    // What leads to the factor comes before what it leads to; rows keep their order otherwise.
    std::stable_partition(now.begin(), now.end(),
                          [this](const Influence &i) { return i.to == m_factor; });
    const auto hasId = [](const QList<Influence> &list, InfluenceId id) {
        return std::any_of(list.begin(), list.end(),
                           [id](const Influence &i) { return i.id == id; });
    };
    for (int i = static_cast<int>(m_rows.size()) - 1; i >= 0; --i) {
        if (hasId(now, m_rows[i].id))
            continue;
        beginRemoveRows({}, i, i);
        m_rows.removeAt(i);
        endRemoveRows();
    }
    for (int i = 0; i < now.size(); ++i) {
        if (i < m_rows.size() && m_rows[i].id == now[i].id)
            continue;
        beginInsertRows({}, i, i);
        m_rows.insert(i, now[i]);
        endInsertRows();
    }
    if (now.isEmpty())
        return;
    m_rows = now;
    // Titles of the other ends may have changed as well.
    Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(now.size()) - 1, ColumnCount - 1));
}

InfluenceId ConnectionsModel::influenceAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows[row].id : InfluenceId();
}

int ConnectionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ConnectionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ConnectionsModel::text(const Influence &influence, int column) const
{
    const bool isIncoming = influence.to == m_factor;
    switch (column) {
    case DirectionColumn:
        return isIncoming ? tr("from") : tr("to");
    case FactorColumn: {
        const auto *other =
            findRecord<Factor>(m_document.contents(), isIncoming ? influence.from : influence.to);
        return other ? Figures::plainLine(other->title) : QString();
    }
    case KindColumn:
        return Figures::wordFor(influence.kind);
    default:
        return Figures::wordFor(influence.status);
    }
}

QVariant ConnectionsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Influence &influence = m_rows[index.row()];
    if (role == Qt::DisplayRole)
        return text(influence, index.column());
    if (role == Qt::EditRole && index.column() == KindColumn)
        return static_cast<int>(influence.kind);
    if (role == Qt::EditRole && index.column() == StatusColumn)
        return static_cast<int>(influence.status);
    if (role == ChoicesRole && index.column() == KindColumn)
        return choicesFor<InfluenceKind>();
    if (role == ChoicesRole && index.column() == StatusColumn)
        return choicesFor<InfluenceStatus>();
    return {};
}

QVariant ConnectionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case DirectionColumn:
        return tr("Way");
    case FactorColumn:
        return tr("Connects to");
    case KindColumn:
        return tr("Kind");
    default:
        return tr("Status");
    }
}

Qt::ItemFlags ConnectionsModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == KindColumn || index.column() == StatusColumn)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool ConnectionsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    Influence after = m_rows[index.row()];
    const int chosen = value.toInt();
    if (index.column() == KindColumn && chosen >= 0
        && chosen < Figures::allValues<InfluenceKind>().size())
        after.kind = static_cast<InfluenceKind>(chosen);
    else if (index.column() == StatusColumn && chosen >= 0
             && chosen < Figures::allValues<InfluenceStatus>().size())
        after.status = static_cast<InfluenceStatus>(chosen);
    else
        return false;
    return m_edits.editInfluence(after).has_value();
}

} // namespace SecondStory::Ui
