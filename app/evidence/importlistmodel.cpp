// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/importlistmodel.h"

#include "evidence/evidencewords.h"
#include "theme/theme.h"
#include "theme/tooltip.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

ImportListModel::Group ImportListModel::groupOf(ImportState state)
{
    switch (state) {
    case ImportState::Asking:
        return DecideGroup;
    case ImportState::Ready:
    case ImportState::Waiting:
    case ImportState::Reading:
        return ReadyGroup;
    case ImportState::Unknown:
        return UnknownGroup;
    case ImportState::Failed:
        return FailedGroup;
    case ImportState::Done:
        return ImportedGroup;
    case ImportState::LeftOut:
        return LeftOutGroup;
    case ImportState::Looking:
        break;
    }
    return LookingGroup;
}

int ImportListModel::add(ImportFile file)
{
    file.number = size();
    const Group group = groupOf(file.state);
    QList<int> &numbers = m_groups[group];
    const int row = static_cast<int>(numbers.size());
    beginInsertRows(groupIndex(group), row, row);
    m_files.push_back(std::move(file));
    numbers << m_files.back().number;
    endInsertRows();
    tellGroup(group);
    return m_files.back().number;
}

void ImportListModel::change(int number, const std::function<void(ImportFile &)> &change)
{
    ImportFile changed = m_files.at(static_cast<size_t>(number));
    const Group from = groupOf(changed.state);
    change(changed);
    changed.number = number;
    const Group to = groupOf(changed.state);
    if (from != to) {
        const auto row = static_cast<int>(m_groups[from].indexOf(number));
        const auto place = std::lower_bound(m_groups[to].begin(), m_groups[to].end(), number);
        const auto target = static_cast<int>(place - m_groups[to].begin());
        beginMoveRows(groupIndex(from), row, row, groupIndex(to), target);
        m_groups[from].removeAt(row);
        m_groups[to].insert(target, number);
        m_files[static_cast<size_t>(number)] = std::move(changed);
        endMoveRows();
        tellGroup(from);
        tellGroup(to);
    } else {
        m_files[static_cast<size_t>(number)] = std::move(changed);
    }
    const QModelIndex first = indexOf(number);
    emit dataChanged(first, first.siblingAtColumn(ColumnCount - 1));
}

void ImportListModel::tellGroup(Group group)
{
    const QModelIndex index = groupIndex(group);
    emit dataChanged(index, index);
}

void ImportListModel::clear()
{
    beginResetModel();
    m_files.clear();
    for (QList<int> &numbers : m_groups)
        numbers.clear();
    endResetModel();
}

const ImportFile &ImportListModel::file(int number) const
{
    return m_files.at(static_cast<size_t>(number));
}

const ImportFile *ImportListModel::fileAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return nullptr;
    const QList<int> &numbers = m_groups[index.internalId() - 1];
    return index.row() < numbers.size() ? &file(numbers[index.row()]) : nullptr;
}

QModelIndex ImportListModel::indexOf(int number) const
{
    const Group group = groupOf(file(number).state);
    const auto &numbers = m_groups[group];
    const auto place = std::lower_bound(numbers.begin(), numbers.end(), number);
    return index(static_cast<int>(place - numbers.begin()), 0, groupIndex(group));
}

QModelIndex ImportListModel::groupIndex(Group group) const
{
    return createIndex(group, 0, quintptr(0));
}

int ImportListModel::count(Group group) const
{
    return static_cast<int>(m_groups[group].size());
}

QList<int> ImportListModel::numbers(const std::function<bool(const ImportFile &)> &fits) const
{
    QList<int> numbers;
    for (const ImportFile &each : m_files) {
        if (fits(each))
            numbers << each.number;
    }
    return numbers;
}

QModelIndex ImportListModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const auto id = parent.isValid() ? static_cast<quintptr>(parent.row() + 1) : quintptr(0);
    return createIndex(row, column, id);
}

QModelIndex ImportListModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return groupIndex(static_cast<Group>(child.internalId() - 1));
}

int ImportListModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return GroupCount;
    const bool isGroup = parent.internalId() == 0 && parent.column() == 0;
    return isGroup ? count(static_cast<Group>(parent.row())) : 0;
}

int ImportListModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

Qt::ItemFlags ImportListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return fileAt(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                         : Qt::ItemFlags(Qt::ItemIsEnabled);
}

QString ImportListModel::groupTitle(int group) const
{
    const QString count = QLocale().toString(m_groups[static_cast<size_t>(group)].size());
    switch (group) {
    case DecideGroup:
        return tr("Need a decision (%1)").arg(count);
    case ReadyGroup:
        return tr("Ready (%1)").arg(count);
    case UnknownGroup:
        return tr("Not recognised (%1)").arg(count);
    case FailedGroup:
        return tr("Cannot be read (%1)").arg(count);
    case ImportedGroup:
        return tr("Imported (%1)").arg(count);
    case LeftOutGroup:
        return tr("Left out (%1)").arg(count);
    default:
        return tr("Being looked into (%1)").arg(count);
    }
}

QString ImportListModel::sureText(const ImportFile &file)
{
    if (!file.request.importerId.isEmpty())
        return tr("you say so");
    const auto &candidates = file.look.preview.candidates;
    return candidates.isEmpty() ? QString() : likelihoodText(candidates.first().second);
}

QString ImportListModel::stateText(const ImportFile &file) const
{
    QStringList asked;
    const Importing::Needs missing = file.look.preview.missing;
    switch (file.state) {
    case ImportState::Looking:
        return tr("…");
    case ImportState::Ready:
        return file.message.isEmpty()
            ? (file.lacks().testFlag(Importing::Need::Zone)
                   ? tr("%1, zone assumed").arg(sizeText(file.look.preview.size))
                   : sizeText(file.look.preview.size))
            : file.message;
    case ImportState::Asking:
        if (missing.testFlag(Importing::Need::Zone))
            asked << tr("the zone");
        if (missing.testFlag(Importing::Need::Date))
            asked << tr("the day");
        if (missing.testFlag(Importing::Need::Start))
            asked << tr("the start");
        if (missing.testFlag(Importing::Need::Mapping))
            asked << tr("the columns");
        return tr("does not say: %1").arg(asked.join(tr(", ")));
    case ImportState::Unknown:
        return tr("choose a format, or leave it out");
    case ImportState::Waiting:
        return tr("waiting");
    case ImportState::Reading:
        return tr("reading, %1 %").arg(file.percent);
    case ImportState::Failed:
    case ImportState::Done:
    case ImportState::LeftOut:
        break;
    }
    return file.message;
}

QString ImportListModel::textAt(const ImportFile &file, int column) const
{
    switch (column) {
    case FileColumn:
        return visibleText(file.name);
    case FormatColumn:
        return formatName(file.importerId());
    case SureColumn:
        return sureText(file);
    case OtherColumn: {
        for (const auto &[id, likelihood] : file.look.preview.candidates) {
            if (id != file.importerId())
                return formatName(id);
        }
        return {};
    }
    default:
        return stateText(file).simplified();
    }
}

QVariant ImportListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ImportFile *file = fileAt(index);
    if (!file) {
        if (index.column() != 0 || index.internalId() != 0)
            return {};
        return role == Qt::DisplayRole ? QVariant(groupTitle(index.row())) : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
        return textAt(*file, index.column());
    case Qt::ToolTipRole:
        return plainToolTip((index.column() == FileColumn
                                 ? visibleText(file->request.path + u' ' + file->request.entry)
                                 : textAt(*file, index.column()))
                                .trimmed());
    case Qt::AccessibleTextRole:
        if (index.column() == FileColumn)
            return QString(textAt(*file, FileColumn) + u", "_s + textAt(*file, FormatColumn)
                           + u", "_s + textAt(*file, StateColumn));
        return {};
    case NumberRole:
        return file->number;
    case StateRole:
        return static_cast<int>(file->state);
    case PercentRole:
        return file->percent;
    default:
        return {};
    }
}

QVariant ImportListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case FileColumn:
        return tr("File");
    case FormatColumn:
        return tr("Taken for");
    case SureColumn:
        return tr("How sure");
    case OtherColumn:
        return tr("Could also be");
    default:
        return tr("State");
    }
}

void ImportListDelegate::initStyleOption(QStyleOptionViewItem *option,
                                         const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Figures::Palette &colours = paletteFor(option->widget);
    const QVariant state = index.data(ImportListModel::StateRole);
    QColor ink = colours.text;
    if (!state.isValid()) {
        option->font = fontAt(option->font, 0.85, QFont::DemiBold);
        ink = index.row() == ImportListModel::DecideGroup ? colours.warning : colours.muted;
    } else if (index.column() == ImportListModel::StateColumn) {
        const auto value = static_cast<ImportState>(state.toInt());
        const bool isOpen = value == ImportState::Asking || value == ImportState::Failed
            || value == ImportState::Unknown;
        ink = isOpen                     ? colours.warning
            : value == ImportState::Done ? colours.helped
                                         : colours.muted;
    } else if (index.column() != ImportListModel::FileColumn) {
        ink = colours.muted;
    }
    option->palette.setColor(QPalette::Text, ink);
    option->palette.setColor(QPalette::HighlightedText, ink);
    option->textElideMode =
        index.column() == ImportListModel::FileColumn ? Qt::ElideMiddle : Qt::ElideRight;
}

void ImportListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const Figures::Palette &colours = paletteFor(option.widget);
    const auto state = static_cast<ImportState>(index.data(ImportListModel::StateRole).toInt());
    if (index.parent().isValid() && state == ImportState::Reading
        && index.column() == ImportListModel::StateColumn) {
        const int percent = index.data(ImportListModel::PercentRole).toInt();
        const QRect line(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2);
        painter->fillRect(line, colours.line);
        painter->fillRect(QRect(line.topLeft(), QSize(line.width() * percent / 100, 2)),
                          colours.accent);
    }
    if (!index.parent().isValid())
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          colours.line);
}

QSize ImportListDelegate::sizeHint(const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(Space::kRow, option.fontMetrics.height() + Space::kSmall));
    return size;
}

} // namespace SecondStory::Ui
