// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/samepairsmodel.h"

#include "domain/labels.h"
#include "evidence/evidencewords.h"
#include "theme/tooltip.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

void SamePairsModel::setPairs(QList<Services::SamePair> pairs, const QString &zone)
{
    beginResetModel();
    m_pairs = std::move(pairs);
    m_zone = zone;
    std::stable_partition(m_pairs.begin(), m_pairs.end(),
                          [](const Services::SamePair &pair) { return !pair.said; });
    endResetModel();
}

void SamePairsModel::setStatements(const QList<SameAs> &statements)
{
    for (qsizetype row = 0; row < m_pairs.size(); ++row) {
        Services::SamePair &pair = m_pairs[row];
        std::optional<SameAs> said;
        for (const SameAs &same : statements) {
            if ((same.first == pair.first.id && same.second == pair.second.id)
                || (same.first == pair.second.id && same.second == pair.first.id))
                said = same;
        }
        if (said == pair.said)
            continue;
        pair.said = said;
        emit dataChanged(index(static_cast<int>(row)), index(static_cast<int>(row)));
    }
}

const Services::SamePair *SamePairsModel::pair(int row) const
{
    return row >= 0 && row < m_pairs.size() ? &m_pairs[row] : nullptr;
}

int SamePairsModel::openCount() const
{
    return static_cast<int>(std::count_if(
        m_pairs.begin(), m_pairs.end(), [](const Services::SamePair &pair) { return !pair.said; }));
}

int SamePairsModel::nextOpen(int row) const
{
    const auto count = static_cast<int>(m_pairs.size());
    for (int step = 1; step <= count; ++step) {
        const int next = (std::max(row, -1) + step) % count;
        if (!m_pairs[next].said)
            return next;
    }
    return -1;
}

int SamePairsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_pairs.size());
}

QString SamePairsModel::title(const Services::SamePair &pair) const
{
    return visibleText(pair.first.displayTitle());
}

QString SamePairsModel::detail(const Services::SamePair &pair) const
{
    const auto start = pair.first.effectiveStart();
    const QString when = start ? ZoneClock(m_zone).isoText(*start) : QString();
    if (pair.said)
        return QString(when + u" · "_s
                       + (pair.said->verdict == SameAsVerdict::Same ? tr("linked as the same")
                                                                    : tr("kept apart")));
    const QString apart = pair.apartUs() == 0
        ? tr("at the same instant")
        : tr("%1 apart").arg(durationText(std::max<qint64>(pair.apartUs(), 1'000'000)));
    return QString(when + u" · "_s + apart);
}

QVariant SamePairsModel::data(const QModelIndex &index, int role) const
{
    const Services::SamePair *found = index.isValid() ? pair(index.row()) : nullptr;
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return title(*found);
    case DetailRole:
        return detail(*found);
    case SaidRole:
        return found->said.has_value();
    case Qt::ToolTipRole:
        return plainToolTip(title(*found));
    case Qt::AccessibleTextRole:
        return QString(title(*found) + u", "_s + visibleText(found->second.displayTitle()) + u", "_s
                       + detail(*found));
    default:
        return {};
    }
}

} // namespace SecondStory::Ui
