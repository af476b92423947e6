// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/recurrencemodel.h"

#include "analysis/periods.h"
#include "analysis/recurrencesentences.h"
#include "theme/tooltip.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

bool isShare(int column)
{
    return column == RecurrenceModel::Share || column == RecurrenceModel::Low
        || column == RecurrenceModel::High;
}

} // namespace

void RecurrenceModel::setTable(const Analysis::RecurrenceTable &table)
{
    beginResetModel();
    m_table = table;
    endResetModel();
}

int RecurrenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.codes.size());
}

int RecurrenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstPeriod + static_cast<int>(m_table.periods.size());
}

QVariant RecurrenceModel::value(const Analysis::CodeRecurrence &code, int row, int column) const
{
    switch (column) {
    case Key:
        return code.key.simplified();
    case Name:
        return code.name.simplified();
    case Count:
        return code.k;
    case Of:
        return code.n;
    case Share:
        return code.share;
    case Low:
        return code.interval.low;
    case High:
        return code.interval.high;
    case Before:
        return code.before;
    case During:
        return code.during;
    case After:
        return code.after;
    case Hindered:
        return code.hindered;
    case Helped:
        return code.helped;
    default:
        return m_table.periods[column - FirstPeriod].counts[row];
    }
}

QVariant RecurrenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Analysis::CodeRecurrence &code = m_table.codes[index.row()];
    const QVariant plain = value(code, index.row(), index.column());
    switch (role) {
    case SortRole:
        return plain;
    case Qt::DisplayRole:
        return isShare(index.column()) ? Analysis::percentText(plain.toDouble()) : plain;
    case Qt::TextAlignmentRole:
        return QVariant(index.column() <= Name ? Qt::AlignLeft | Qt::AlignVCenter
                                               : Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return QVariant(plainToolTip(Analysis::shareSentence(code)));
    case Qt::AccessibleTextRole:
        return index.column() == Name
            ? QVariant(code.name.simplified() + u". "_s + Analysis::shareSentence(code))
            : QVariant();
    default:
        return {};
    }
}

QString RecurrenceModel::title(int column) const
{
    switch (column) {
    case Key:
        return tr("Key");
    case Name:
        return tr("Pressure");
    case Count:
        return tr("Reviews");
    case Of:
        return tr("of");
    case Share:
        return tr("Share");
    case Low:
        return tr("From");
    case High:
        return tr("To");
    case Before:
        return tr("Before");
    case During:
        return tr("During");
    case After:
        return tr("After");
    case Hindered:
        return tr("Hindered");
    case Helped:
        return tr("Helped");
    default:
        return Analysis::periodName(m_table.periods[column - FirstPeriod], m_table.query.by);
    }
}

QVariant RecurrenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return title(section);
    if (role == Qt::ToolTipRole && (section == Low || section == High))
        return tr("Ends of the 95 % interval");
    if (role == Qt::TextAlignmentRole)
        return QVariant(section <= Name ? Qt::AlignLeft | Qt::AlignVCenter
                                        : Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

} // namespace SecondStory::Ui
