// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/sourcelistmodel.h"

#include "domain/labels.h"
#include "evidence/evidencewords.h"
#include "theme/theme.h"
#include "theme/tooltip.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

SourceListModel::SourceListModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void SourceListModel::setSources(const QList<EvidenceSource> &sources, const QString &zone)
{
    beginResetModel();
    m_sources = sources;
    m_clock = ZoneClock(zone);
    std::stable_partition(m_sources.begin(), m_sources.end(),
                          [](const EvidenceSource &source) { return !source.removed; });
    endResetModel();
}

QModelIndex SourceListModel::indexOf(SourceId id) const
{
    for (qsizetype row = 0; row < m_sources.size(); ++row) {
        if (m_sources[row].id == id)
            return index(static_cast<int>(row));
    }
    return {};
}

const EvidenceSource *SourceListModel::source(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_sources.size() ? &m_sources[index.row()] : nullptr;
}

int SourceListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_sources.size());
}

QVariant SourceListModel::data(const QModelIndex &index, int role) const
{
    const EvidenceSource *found = source(index);
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return visibleText(found->fileName);
    case SourceRole:
        return found->id.toString();
    case RemovedRole:
        return found->removed;
    case DetailRole: {
        const int count = static_cast<int>(found->imported);
        return QString(formatName(found->importerId) + u" · "_s
                       + tr("%n event(s)", nullptr, count));
    }
    case NoticeRole:
        return QString(daysText(*found, m_clock) + u" · "_s + wordFor(found->basis));
    case Qt::ToolTipRole:
        return plainToolTip(visibleText(found->fileName));
    case Qt::AccessibleTextRole:
        return QString(visibleText(found->fileName) + u", "_s
                       + (found->removed ? tr("removed") : countsText(*found)));
    default:
        return {};
    }
}

void SourceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Figures::Palette &colours = paletteFor(option.widget);
    const bool isRemoved = index.data(SourceListModel::RemovedRole).toBool();
    const bool isSelected = option.state & QStyle::State_Selected;
    painter->save();
    if (isSelected)
        painter->fillRect(option.rect, colours.selection);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, colours.raised);
    if (isSelected)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                          colours.accent);
    const QRect inner = option.rect.adjusted(Space::kPanel, Space::kSmall, -Space::kPanel, 0);
    const QFont small = fontAt(option.font, 0.85);
    const QFontMetrics metrics(option.font);
    const QFontMetrics smallMetrics(small);
    const QFont strong = fontAt(option.font, 1.0, isRemoved ? QFont::Normal : QFont::DemiBold);
    QRect line(inner.topLeft(), QSize(inner.width(), metrics.height()));
    painter->setFont(strong);
    painter->setPen(isRemoved ? colours.faint : colours.text);
    painter->drawText(
        line, Qt::AlignVCenter,
        QFontMetrics(strong).elidedText(index.data().toString(), Qt::ElideMiddle, line.width()));
    painter->setFont(small);
    painter->setPen(isRemoved ? colours.faint : colours.muted);
    line = QRect(inner.left(), line.bottom() + 3, inner.width(), smallMetrics.height());
    painter->drawText(line, Qt::AlignVCenter,
                      smallMetrics.elidedText(index.data(SourceListModel::DetailRole).toString(),
                                              Qt::ElideRight, line.width()));
    line.translate(0, smallMetrics.height() + 1);
    if (isRemoved) {
        painter->setPen(colours.accent);
        painter->drawText(putBackRect(option), Qt::AlignVCenter, tr("Put back"));
    } else {
        painter->drawText(
            line, Qt::AlignVCenter,
            smallMetrics.elidedText(index.data(SourceListModel::NoticeRole).toString(),
                                    Qt::ElideRight, line.width()));
    }
    painter->fillRect(QRect(inner.left(), option.rect.bottom(), inner.width(), 1), colours.line);
    painter->restore();
}

QSize SourceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const QFontMetrics small(fontAt(option.font, 0.85));
    return { 120,
             QFontMetrics(option.font).height() + 2 * small.height() + 2 * Space::kSmall
                 + Space::kTiny };
}

QRect SourceDelegate::putBackRect(const QStyleOptionViewItem &option) const
{
    const QFontMetrics small(fontAt(option.font, 0.85));
    const int height = std::max(Space::kTarget, small.height() + Space::kTiny);
    return { option.rect.left() + Space::kPanel, option.rect.bottom() - height,
             small.horizontalAdvance(tr("Put back")) + Space::kSmall, height };
}

bool SourceDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                                 const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() == QEvent::MouseButtonRelease
        && index.data(SourceListModel::RemovedRole).toBool()) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() == Qt::LeftButton && putBackRect(option).contains(mouse->pos())) {
            emit putBackRequested(index);
            return true;
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

} // namespace SecondStory::Ui
