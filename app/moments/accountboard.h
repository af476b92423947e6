// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/reviewcontents.h"

#include <QHash>
#include <QScrollArea>

class QGridLayout;

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

class AccountCell;
class ColumnHead;
class DifferenceRow;
class RowHead;

/// The accounts of one moment side by side: a column each, a row for what they speak of. What two
/// of them do not agree in is said in a row of its own below; nothing is merged. The names at the
/// top and at the left stay in view.
class AccountBoard : public QScrollArea {
    Q_OBJECT
public:
    explicit AccountBoard(Editing::ReviewDocument &document, QWidget *parent = nullptr);

    void showMoment(MomentId id);
    /// Stores what is typed and not stored yet.
    void flush();
    /// The editor of one text; null when there is none.
    [[nodiscard]] AccountCell *cell(AccountId account, AccountAspect aspect) const;
    /// Puts the focus into an account and brings it into view.
    void enter(AccountId account, AccountAspect aspect = AccountAspect::Goals);

Q_SIGNALS:
    /// Ask about two accounts that differ.
    void questionAsked(SecondStory::ContradictionId difference);
    /// Something was not done, in a sentence.
    void refused(const QString &why);

private:
    class Content;

    void refresh();
    void rebuild();
    void addColumnHeads();
    void addRow(AccountAspect aspect, int row);
    AccountCell *addCell(const Account &account, AccountAspect aspect, int row, int column);
    void addDifferences(AccountAspect aspect, int row);
    void showTexts();
    void chooseDifference(AccountAspect aspect, QPoint globalPlace);
    void mark(AccountId first, AccountId second, AccountAspect aspect);
    void bringIntoView(const QWidget *widget);
    void bringSoon(QWidget *widget);
    void pin();
    /// What decides which widgets there are.
    [[nodiscard]] QList<QUuid> shape() const;

    Editing::ReviewDocument &m_document;
    MomentId m_moment;
    QList<Account> m_accounts;
    QList<QUuid> m_shape;
    Content *m_content;
    QGridLayout *m_grid;
    QWidget *m_corner = nullptr;
    QHash<std::pair<QUuid, int>, AccountCell *> m_cells;
    QHash<AccountId, ColumnHead *> m_columnHeads;
    QList<RowHead *> m_rowHeads;
    QHash<ContradictionId, DifferenceRow *> m_differences;
};

} // namespace SecondStory::Ui
