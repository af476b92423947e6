// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "moments/accountboard.h"

#include "analysis/prompts.h"
#include "editing/momentedits.h"
#include "moments/accountcell.h"
#include "moments/boardheads.h"
#include "moments/momentwords.h"
#include "moments/peoplepicker.h"
#include "theme/theme.h"
#include "theme/widgets.h"
#include "widgets/smallwidgets.h"

#include <QEvent>
#include <QGridLayout>
#include <QMenu>
#include <QScrollBar>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kHeadRow = 0;
constexpr int kWidest = 78; ///< of a column, in characters: longer lines are hard to read

int rowOf(AccountAspect aspect)
{
    return 1 + 2 * static_cast<int>(aspect);
}

/// A row has its texts, and below them what differs in it.
int differencesRowOf(AccountAspect aspect)
{
    return rowOf(aspect) + 1;
}

std::pair<QUuid, int> keyOf(AccountId account, AccountAspect aspect)
{
    return { account.value, static_cast<int>(aspect) };
}

} // namespace

/// Holds the columns; tells when they have been laid out anew.
class AccountBoard::Content final : public QWidget {
public:
    explicit Content(AccountBoard &board)
        : m_board(board)
    {
    }

protected:
    bool event(QEvent *event) override
    {
        const bool isDone = QWidget::event(event);
        if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
            m_board.pin();
        return isDone;
    }

private:
    AccountBoard &m_board;
};

AccountBoard::AccountBoard(Editing::ReviewDocument &document, QWidget *parent)
    : QScrollArea(parent)
    , m_document(document)
    , m_content(new Content(*this))
    , m_grid(new QGridLayout(m_content))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setWidget(m_content);
    setAccessibleName(tr("Accounts"));
    m_grid->setContentsMargins(0, 0, Space::kTiny, Space::kSmall);
    m_grid->setHorizontalSpacing(Space::kSmall);
    m_grid->setVerticalSpacing(Space::kTiny);
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, this, &AccountBoard::pin);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &AccountBoard::pin);
    connect(&document, &Editing::ReviewDocument::changed, this, &AccountBoard::refresh);
}

void AccountBoard::showMoment(MomentId id)
{
    if (m_moment == id)
        return;
    flush();
    m_moment = id;
    m_shape.clear();
    rebuild();
    horizontalScrollBar()->setValue(0);
    verticalScrollBar()->setValue(0);
}

void AccountBoard::flush()
{
    // Storing may rebuild the board: only what is there before it is stored.
    const QList<AccountCell *> cells = m_cells.values();
    for (AccountCell *cell : cells) {
        if (m_cells.values().contains(cell))
            cell->flush();
    }
    const QList<DifferenceRow *> rows = m_differences.values();
    for (const DifferenceRow *row : rows) {
        if (m_differences.values().contains(row))
            row->note()->flush();
    }
}

AccountCell *AccountBoard::cell(AccountId account, AccountAspect aspect) const
{
    return m_cells.value(keyOf(account, aspect));
}

void AccountBoard::enter(AccountId account, AccountAspect aspect)
{
    if (AccountCell *cell = this->cell(account, aspect)) {
        m_grid->activate();
        cell->setFocus(Qt::OtherFocusReason);
        bringSoon(cell);
    }
}

QList<QUuid> AccountBoard::shape() const
{
    QList<QUuid> ids{ m_moment.value };
    for (const Account &account : accountsOf(m_document.contents(), m_moment))
        ids << account.id.value;
    for (const Contradiction &difference : differencesOf(m_document.contents(), m_moment))
        ids << difference.id.value
            << QUuid(static_cast<uint>(difference.aspect), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    return ids;
}

void AccountBoard::refresh()
{
    if (shape() == m_shape)
        showTexts();
    else
        rebuild();
}

void AccountBoard::rebuild()
{
    // Whoever writes goes on writing where the board is put together anew.
    std::optional<std::pair<QUuid, int>> focused;
    for (auto it = m_cells.cbegin(); it != m_cells.cend(); ++it) {
        it.value()->disconnect(this);
        if (it.value()->hasFocus())
            focused = it.key();
    }
    for (const DifferenceRow *row : std::as_const(m_differences))
        row->disconnect(this);
    m_cells.clear();
    m_columnHeads.clear();
    m_rowHeads.clear();
    m_differences.clear();
    m_corner = nullptr;
    clearLayout(m_grid);
    m_shape = shape();
    m_accounts = accountsOf(m_document.contents(), m_moment);
    if (!m_accounts.isEmpty()) {
        addColumnHeads();
        for (const AccountField &field : kAccountFields)
            addRow(field.aspect, rowOf(field.aspect));
        m_grid->setRowStretch(differencesRowOf(AccountAspect::Help) + 1, 1);
    }
    const int columns = static_cast<int>(m_accounts.size());
    for (int column = 1; column < m_grid->columnCount(); ++column)
        m_grid->setColumnStretch(column, column <= columns ? 100 : 0);
    m_grid->setColumnStretch(columns + 1, 1);
    // At once, so that whoever is to write next can have the focus.
    for (QObject *child : m_content->children()) {
        auto *widget = qobject_cast<QWidget *>(child);
        if (widget && m_grid->indexOf(widget) >= 0)
            widget->show();
    }
    showTexts();
    if (focused && m_cells.contains(*focused))
        m_cells.value(*focused)->setFocus(Qt::OtherFocusReason);
    pin();
}

void AccountBoard::addColumnHeads()
{
    auto *corner = mutedLabel(tr("Accounts"), 0.85, m_content);
    corner->setAutoFillBackground(true);
    m_corner = corner;
    m_grid->addWidget(corner, kHeadRow, 0);
    for (qsizetype i = 0; i < m_accounts.size(); ++i) {
        auto *head = new ColumnHead(m_content);
        head->setMaximumWidth(fontMetrics().averageCharWidth() * kWidest);
        const AccountId id = m_accounts[i].id;
        connect(head, &ColumnHead::peopleChosen, this, [this, id](const QList<PersonId> &people) {
            if (const auto done = Editing::setAccountPeople(m_document, id, people); !done)
                emit refused(done.error().toString());
        });
        connect(head, &ColumnHead::removeRequested, this, [this, id] {
            flush();
            if (const auto done = Editing::removeAccount(m_document, id); !done)
                emit refused(done.error().toString());
        });
        m_columnHeads.insert(id, head);
        m_grid->addWidget(head, kHeadRow, static_cast<int>(i) + 1);
    }
}

void AccountBoard::addRow(AccountAspect aspect, int row)
{
    auto *head = new RowHead(aspect, m_accounts.size() > 1, m_content);
    m_rowHeads << head;
    m_grid->addWidget(head, row, 0);
    connect(head, &RowHead::markRequested, this,
            [this, aspect](QPoint place) { chooseDifference(aspect, place); });
    QWidget *before = head;
    for (qsizetype i = 0; i < m_accounts.size(); ++i) {
        AccountCell *cell = addCell(m_accounts[i], aspect, row, static_cast<int>(i) + 1);
        QWidget::setTabOrder(before, cell);
        before = cell;
    }
    addDifferences(aspect, differencesRowOf(aspect));
}

AccountCell *AccountBoard::addCell(const Account &account, AccountAspect aspect, int row,
                                   int column)
{
    auto *cell = new AccountCell(m_content);
    cell->setPlaceholderText(Analysis::promptFor(aspect));
    cell->setMinimumWidth(fontMetrics().averageCharWidth() * 30);
    cell->setMaximumWidth(fontMetrics().averageCharWidth() * kWidest);
    m_grid->addWidget(cell, row, column);
    m_cells.insert(keyOf(account.id, aspect), cell);
    connect(cell, &NoteEdit::edited, this, [this, id = account.id, aspect](const QString &text) {
        if (const auto done = Editing::writeAccount(m_document, id, aspect, text); !done)
            emit refused(done.error().toString());
    });
    connect(cell, &AccountCell::entered, this, [this, cell] { bringIntoView(cell); });
    return cell;
}

void AccountBoard::addDifferences(AccountAspect aspect, int row)
{
    QWidget *box = nullptr;
    for (const Contradiction &difference : differencesOf(m_document.contents(), m_moment)) {
        if (difference.aspect != aspect)
            continue;
        if (!box) {
            box = new QWidget(m_content);
            auto *column = new QVBoxLayout(box);
            column->setContentsMargins(0, 0, 0, Space::kSmall);
            column->setSpacing(Space::kTiny);
            m_grid->addWidget(box, row, 1, 1, static_cast<int>(m_accounts.size()));
        }
        auto *line = new DifferenceRow(box);
        box->layout()->addWidget(line);
        const ContradictionId id = difference.id;
        m_differences.insert(id, line);
        connect(line, &DifferenceRow::noteWritten, this, [this, id](const QString &note) {
            if (const auto done = Editing::setContradictionNote(m_document, id, note); !done)
                emit refused(done.error().toString());
        });
        connect(line, &DifferenceRow::askRequested, this, [this, id] { emit questionAsked(id); });
        connect(line, &DifferenceRow::removeRequested, this, [this, id] {
            flush();
            if (const auto done = Editing::removeContradiction(m_document, id); !done)
                emit refused(done.error().toString());
        });
    }
}

void AccountBoard::showTexts()
{
    const ReviewContents &contents = m_document.contents();
    QHash<std::pair<QUuid, int>, int> differing;
    QHash<int, int> counts;
    for (const Contradiction &difference : differencesOf(contents, m_moment)) {
        ++differing[keyOf(difference.first, difference.aspect)];
        ++differing[keyOf(difference.second, difference.aspect)];
        ++counts[static_cast<int>(difference.aspect)];
        if (DifferenceRow *line = m_differences.value(difference.id))
            line->show(contents, difference);
    }
    for (const Account &account : accountsOf(contents, m_moment)) {
        if (ColumnHead *head = m_columnHeads.value(account.id))
            head->show(contents, account);
        const QString name = accountName(contents, account);
        for (const AccountField &field : kAccountFields) {
            AccountCell *cell = this->cell(account.id, field.aspect);
            if (!cell)
                continue;
            const bool isDiffering = differing.contains(keyOf(account.id, field.aspect));
            cell->setStored(account.*field.text);
            cell->setDiffering(isDiffering);
            cell->setAccessibleName(tr("%1, %2").arg(aspectWord(field.aspect), name));
            cell->setAccessibleDescription(isDiffering ? tr("another account differs") : QString());
        }
    }
    for (RowHead *head : std::as_const(m_rowHeads))
        head->setDifferences(counts.value(static_cast<int>(head->aspect())));
}

void AccountBoard::chooseDifference(AccountAspect aspect, QPoint globalPlace)
{
    if (m_accounts.size() == 2)
        return mark(m_accounts[0].id, m_accounts[1].id, aspect);
    const ReviewContents &contents = m_document.contents();
    QMenu menu(this);
    for (qsizetype i = 0; i < m_accounts.size(); ++i) {
        for (qsizetype j = i + 1; j < m_accounts.size(); ++j) {
            const AccountId first = m_accounts[i].id;
            const AccountId second = m_accounts[j].id;
            QString words = tr("%1 and %2")
                                .arg(accountName(contents, m_accounts[i]),
                                     accountName(contents, m_accounts[j]));
            menu.addAction(words.replace(u'&', u"&&"_s), this,
                           [this, first, second, aspect] { mark(first, second, aspect); });
        }
    }
    menu.exec(globalPlace);
}

void AccountBoard::mark(AccountId first, AccountId second, AccountAspect aspect)
{
    flush();
    const auto marked = Editing::markContradiction(m_document, first, second, aspect);
    if (!marked) {
        emit refused(marked.error().toString());
        return;
    }
    if (DifferenceRow *line = m_differences.value(*marked)) {
        m_grid->activate();
        line->note()->setFocus(Qt::OtherFocusReason);
        bringSoon(line);
    }
}

void AccountBoard::bringSoon(QWidget *widget)
{
    // A board that has just been put together learns its size in the next turn of the event loop.
    bringIntoView(widget);
    QTimer::singleShot(0, widget, [this, widget] { bringIntoView(widget); });
}

void AccountBoard::bringIntoView(const QWidget *widget)
{
    // What stays in view covers what scrolls below it.
    const int left = m_rowHeads.isEmpty() ? 0 : m_rowHeads.first()->width() + Space::kSmall;
    const int top = m_corner ? m_corner->height() + Space::kSmall : 0;
    const QPoint at = widget->mapTo(m_content, QPoint(0, 0));
    const auto scroll = [](QScrollBar *bar, int from, int length, int page, int covered) {
        if (from - covered < bar->value())
            bar->setValue(from - covered);
        else if (from + length > bar->value() + page)
            bar->setValue(std::min(from - covered, from + length - page));
    };
    scroll(horizontalScrollBar(), at.x(), widget->width(), viewport()->width(), left);
    scroll(verticalScrollBar(), at.y(), widget->height(), viewport()->height(), top);
}

void AccountBoard::pin()
{
    const int x = horizontalScrollBar()->value();
    const int y = verticalScrollBar()->value();
    // Where the texts have been put, not what the grid says: asked for a height it forgets its
    // rows.
    for (RowHead *head : std::as_const(m_rowHeads)) {
        if (const AccountCell *first = cell(m_accounts.first().id, head->aspect()))
            head->move(x, first->y());
        head->raise();
    }
    for (const Account &account : std::as_const(m_accounts)) {
        ColumnHead *head = m_columnHeads.value(account.id);
        const AccountCell *top = cell(account.id, AccountAspect::Goals);
        if (head && top) {
            head->move(top->x(), y);
            head->raise();
        }
    }
    if (m_corner) {
        m_corner->move(x, y);
        m_corner->raise();
    }
}

} // namespace SecondStory::Ui
