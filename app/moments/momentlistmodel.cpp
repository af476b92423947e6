// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "moments/momentlistmodel.h"

#include "editing/reviewdocument.h"
#include "evidence/evidencewords.h"
#include "moments/momentwords.h"
#include "theme/tooltip.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

MomentListModel::MomentListModel(Editing::ReviewDocument &document, QObject *parent)
    : QAbstractListModel(parent)
    , m_document(document)
    , m_rows(rows())
{
    connect(&document, &Editing::ReviewDocument::changed, this, &MomentListModel::refresh);
    connect(&document, &Editing::ReviewDocument::eventsReloaded, this, &MomentListModel::refresh);
}

int MomentListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant MomentListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::ToolTipRole:
        return plainToolTip(row.title);
    case Qt::AccessibleTextRole:
        return QString(row.title + u", "_s + row.span + u", "_s
                       + accountsText(row.accounts, row.differences));
    case SpanRole:
        return row.span;
    case AccountsRole:
        return accountsText(row.accounts, row.differences);
    case DifferencesRole:
        return row.differences;
    default:
        return {};
    }
}

QModelIndex MomentListModel::indexOf(MomentId id) const
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].id == id)
            return index(static_cast<int>(i), 0);
    }
    return {};
}

QList<MomentListModel::Row> MomentListModel::rows() const
{
    const ReviewContents &contents = m_document.contents();
    QList<Moment> moments = contents.moments;
    std::stable_sort(moments.begin(), moments.end(), [](const Moment &a, const Moment &b) {
        return a.start && b.start ? *a.start < *b.start : a.start.has_value() && !b.start;
    });
    QHash<MomentId, int> accounts;
    QHash<AccountId, MomentId> momentOf;
    for (const Account &account : contents.accounts) {
        ++accounts[account.momentId];
        momentOf.insert(account.id, account.momentId);
    }
    QHash<MomentId, int> differences;
    for (const Contradiction &difference : contents.contradictions)
        ++differences[momentOf.value(difference.first)];
    QList<Row> rows;
    for (const Moment &moment : std::as_const(moments))
        rows.append({ moment.id, visibleText(moment.title),
                      spanText(moment, m_document.clock(), true), accounts.value(moment.id),
                      differences.value(moment.id) });
    return rows;
}

void MomentListModel::refresh()
{
    QList<Row> now = rows();
    if (now == m_rows)
        return;
    const bool isSameOrder = std::equal(m_rows.cbegin(), m_rows.cend(), now.cbegin(), now.cend(),
                                        [](const Row &a, const Row &b) { return a.id == b.id; });
    if (!isSameOrder) {
        beginResetModel();
        m_rows = std::move(now);
        endResetModel();
        return;
    }
    m_rows = std::move(now);
    emit dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, 0));
}

} // namespace SecondStory::Ui
