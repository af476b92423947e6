// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/factoroutlinemodel.h"

#include "canvas/choicedelegate.h"
#include "editing/reviewdocument.h"
#include "figures/canvas/canvasfigure.h"
#include "figures/canvas/canvaslayout.h"
#include "figures/canvas/factorwords.h"

#include <QFont>

#include <algorithm>
#include <tuple>

namespace SecondStory::Ui {

namespace {

constexpr quintptr kLevelId = 0; ///< factors carry the row of their level plus one

QStringList choicesOf(int column)
{
    switch (column) {
    case FactorOutlineModel::KindColumn:
        return choicesFor<FactorKind>();
    case FactorOutlineModel::PhaseColumn:
        return choicesFor<Phase>();
    case FactorOutlineModel::PolarityColumn:
        return choicesFor<Polarity>();
    case FactorOutlineModel::ConfidenceColumn:
        return choicesFor<Confidence>();
    default:
        return {};
    }
}

} // namespace

FactorOutlineModel::FactorOutlineModel(Editing::ReviewDocument &document, QObject *parent)
    : QAbstractItemModel(parent)
    , m_document(document)
    , m_edits(document)
{
    connect(&document, &Editing::ReviewDocument::changed, this, [this] { update(); });
    connect(&document, &Editing::ReviewDocument::eventsReloaded, this, [this] { update(); });
    update();
}

void FactorOutlineModel::update()
{
    const QHash<QUuid, int> evidence = Figures::evidenceCounts(m_document.contents());
    const bool hasNewCounts = std::exchange(m_evidence, evidence) != evidence;
    Q_EMIT updating(true);
    std::array<QList<Factor>, 7> now;
    for (const Factor &factor : m_document.contents().factors)
        now[static_cast<size_t>(factor.level) - 1].append(factor);
    for (size_t row = 0; row < now.size(); ++row) {
        std::stable_sort(now[row].begin(), now[row].end(), [](const Factor &a, const Factor &b) {
            return std::tuple(a.x, a.y, a.id) < std::tuple(b.x, b.y, b.id);
        });
        updateLevel(static_cast<int>(row), now[row]);
    }
    Q_EMIT updating(false);
    if (!hasNewCounts)
        return;
    for (int row = 0; row < 7; ++row) {
        const QModelIndex level = index(row, 0);
        if (const int count = rowCount(level); count > 0)
            Q_EMIT dataChanged(index(0, EvidenceColumn, level),
                               index(count - 1, EvidenceColumn, level));
    }
}

void FactorOutlineModel::updateLevel(int row, const QList<Factor> &now)
{
    QList<Factor> &shown = m_levels[static_cast<size_t>(row)];
    const QModelIndex level = index(row, 0);
    const auto placeNow = [&](FactorId id) {
        const auto it =
            std::find_if(now.begin(), now.end(), [id](const Factor &f) { return f.id == id; });
        return it == now.end() ? -1 : static_cast<int>(it - now.begin());
    };
    // What is gone or has changed places goes out; what is missing comes in where it belongs.
    int last = -1;
    for (int i = 0; i < shown.size();) {
        const int place = placeNow(shown[i].id);
        if (place > last) {
            last = place;
            ++i;
            continue;
        }
        beginRemoveRows(level, i, i);
        shown.removeAt(i);
        endRemoveRows();
    }
    for (int i = 0; i < now.size(); ++i) {
        if (i < shown.size() && shown[i].id == now[i].id) {
            if (shown[i] == now[i])
                continue;
            shown[i] = now[i];
            Q_EMIT dataChanged(index(i, 0, level), index(i, ColumnCount - 1, level));
            continue;
        }
        beginInsertRows(level, i, i);
        shown.insert(i, now[i]);
        endInsertRows();
    }
    Q_EMIT dataChanged(level, level);
}

const Factor *FactorOutlineModel::factorOf(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == kLevelId)
        return nullptr;
    const QList<Factor> &list = m_levels[static_cast<size_t>(index.internalId() - 1)];
    return index.row() < list.size() ? &list[index.row()] : nullptr;
}

FactorId FactorOutlineModel::factorAt(const QModelIndex &index) const
{
    const Factor *factor = factorOf(index);
    return factor ? factor->id : FactorId();
}

QModelIndex FactorOutlineModel::indexOf(FactorId id) const
{
    for (size_t level = 0; level < m_levels.size(); ++level) {
        for (int row = 0; row < m_levels[level].size(); ++row) {
            if (m_levels[level][row].id == id)
                return createIndex(row, 0, static_cast<quintptr>(level + 1));
        }
    }
    return {};
}

QModelIndex FactorOutlineModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column,
                       parent.isValid() ? static_cast<quintptr>(parent.row() + 1) : kLevelId);
}

QModelIndex FactorOutlineModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == kLevelId)
        return {};
    return createIndex(static_cast<int>(index.internalId()) - 1, 0, kLevelId);
}

int FactorOutlineModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_levels.size());
    if (parent.internalId() != kLevelId || parent.column() != 0)
        return 0;
    return static_cast<int>(m_levels[static_cast<size_t>(parent.row())].size());
}

int FactorOutlineModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString FactorOutlineModel::text(const Factor &factor, int column) const
{
    switch (column) {
    case TitleColumn:
        return Figures::plainLine(factor.title);
    case KindColumn:
        return Figures::wordFor(factor.kind);
    case PhaseColumn:
        return Figures::wordFor(factor.phase);
    case PolarityColumn:
        return Figures::wordFor(factor.polarity);
    case ConfidenceColumn:
        return Figures::wordFor(factor.confidence);
    default:
        return QString::number(m_evidence.value(factor.id.value));
    }
}

int FactorOutlineModel::choice(const Factor &factor, int column)
{
    switch (column) {
    case KindColumn:
        return static_cast<int>(factor.kind);
    case PhaseColumn:
        return static_cast<int>(Figures::allValues<Phase>().indexOf(factor.phase));
    case PolarityColumn:
        return static_cast<int>(factor.polarity);
    default:
        return static_cast<int>(factor.confidence);
    }
}

QVariant FactorOutlineModel::levelData(int row, int column, int role) const
{
    if (column != TitleColumn)
        return {};
    if (role == Qt::DisplayRole)
        return Figures::capitalised(Figures::wordFor(static_cast<Level>(row + 1)));
    if (role == Qt::FontRole) {
        QFont font;
        font.setWeight(QFont::DemiBold);
        return font;
    }
    return {};
}

QVariant FactorOutlineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Factor *factor = factorOf(index);
    if (!factor)
        return index.internalId() == kLevelId ? levelData(index.row(), index.column(), role)
                                              : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return text(*factor, index.column());
    case Qt::EditRole:
        return choicesOf(index.column()).isEmpty() ? QVariant(text(*factor, index.column()))
                                                   : QVariant(choice(*factor, index.column()));
    case ChoicesRole:
        return choicesOf(index.column());
    case Qt::AccessibleTextRole:
        return index.column() == TitleColumn
            ? Figures::describe(*factor, m_evidence.value(factor->id.value))
            : text(*factor, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(index.column() == EvidenceColumn
                                       ? Qt::AlignRight | Qt::AlignVCenter
                                       : Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant FactorOutlineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TitleColumn:
        return tr("Factor");
    case KindColumn:
        return tr("Kind");
    case PhaseColumn:
        return tr("Phase");
    case PolarityColumn:
        return tr("Polarity");
    case ConfidenceColumn:
        return tr("Confidence");
    default:
        return tr("Evidence");
    }
}

Qt::ItemFlags FactorOutlineModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (factorOf(index) && index.column() != EvidenceColumn)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool FactorOutlineModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const Factor *factor = factorOf(index);
    if (!factor || role != Qt::EditRole)
        return false;
    Factor after = *factor;
    const int chosen = value.toInt();
    const bool isChoice = !choicesOf(index.column()).isEmpty();
    if (isChoice && (chosen < 0 || chosen >= choicesOf(index.column()).size()))
        return false;
    if (index.column() == TitleColumn && !value.toString().simplified().isEmpty())
        after.title = value.toString().simplified();
    else if (index.column() == KindColumn)
        after.kind = static_cast<FactorKind>(chosen);
    else if (index.column() == PhaseColumn)
        after.phase = Figures::allValues<Phase>()[chosen];
    else if (index.column() == PolarityColumn)
        after.polarity = static_cast<Polarity>(chosen);
    else if (index.column() == ConfidenceColumn)
        after.confidence = static_cast<Confidence>(chosen);
    else
        return false;
    return m_edits.editFactor(after).has_value();
}

} // namespace SecondStory::Ui
