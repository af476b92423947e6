// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "moments/momentspage.h"

#include "editing/momentedits.h"
#include "moments/accountboard.h"
#include "moments/momentcard.h"
#include "moments/momentlistmodel.h"
#include "moments/momentside.h"
#include "moments/momentwords.h"
#include "theme/theme.h"
#include "theme/widgets.h"
#include "widgets/emptystate.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

/// A moment in two lines: its name; when it was and who has told of it.
class MomentDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        const QFontMetrics small(fontAt(option.font, 0.85));
        return { 160, option.fontMetrics.height() + 2 * small.height() + 2 * Space::kSmall };
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Figures::Palette &colours = paletteFor(option.widget);
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        if (isSelected || option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect,
                              isSelected ? colours.selection
                                         : Figures::blend(colours.surface, colours.line, 0.4));
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(colours.accent, 2));
            painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1));
        }
        const QRect inner =
            option.rect.adjusted(Space::kPanel, Space::kSmall, -Space::kSmall, -Space::kSmall);
        const QFont name = fontAt(option.font, 1.0, QFont::DemiBold);
        const QFont small = tabular(fontAt(option.font, 0.85));
        painter->setFont(name);
        painter->setPen(colours.text);
        painter->drawText(
            inner, Qt::AlignLeft | Qt::AlignTop,
            QFontMetrics(name).elidedText(index.data().toString(), Qt::ElideRight, inner.width()));
        painter->setFont(small);
        painter->setPen(colours.muted);
        QRect line = inner.translated(0, QFontMetrics(name).height());
        for (const int role :
             { int(MomentListModel::SpanRole), int(MomentListModel::AccountsRole) }) {
            painter->drawText(line, Qt::AlignLeft | Qt::AlignTop,
                              QFontMetrics(small).elidedText(index.data(role).toString(),
                                                             Qt::ElideRight, line.width()));
            line.translate(0, QFontMetrics(small).height());
        }
    }
};

} // namespace

MomentsPage::MomentsPage(Editing::ReviewDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(new MomentListModel(document, this))
    , m_list(new QListView)
    , m_card(new MomentCard(document))
    , m_side(new MomentSide(document))
    , m_stack(new QStackedWidget(this))
    , m_count(mutedLabel({}, 0.85))
{
    auto *empty = new EmptyState(
        u"moments"_s, tr("Times worth standing still at"),
        tr("A moment holds a time, the people who were there, and how the work looked to each of "
           "them. Select events on the timeline and press Shift+O, or begin with a name."));
    auto *go = empty->addAction(tr("Go to the timeline"));
    auto *first = empty->addAction(tr("New moment"), false);
    m_empty = empty;
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->addWidget(makeList());
    splitter->addWidget(m_card);
    splitter->addWidget(m_side);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setStretchFactor(2, 0);
    splitter->setSizes({ 220, 900, 290 });
    m_side->setMinimumWidth(220);
    m_filled = splitter;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_filled);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(go, &QPushButton::clicked, this, &MomentsPage::timelineRequested);
    connect(first, &QPushButton::clicked, this, &MomentsPage::addMoment);
    connectParts();
    updateEmpty();
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0, 0));
}

QWidget *MomentsPage::makeList()
{
    auto *box = new QWidget;
    box->setMinimumWidth(180);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new MomentDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Moments"));
    m_list->installEventFilter(this);
    auto *add = new QToolButton;
    add->setIcon(icon(u"add"_s, this));
    add->setAutoRaise(true);
    add->setFixedSize(Space::kRow, Space::kRow);
    add->setToolTip(tr("New moment"));
    add->setAccessibleName(tr("New moment"));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Space::kPanel, Space::kPanel, Space::kSmall, Space::kTiny);
    head->setSpacing(Space::kSmall);
    head->addWidget(plainLabel(tr("Moments"), 1.5, QFont::DemiBold));
    head->addWidget(m_count, 1);
    head->addWidget(add);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
    connect(add, &QToolButton::clicked, this, &MomentsPage::addMoment);
    return box;
}

void MomentsPage::connectParts()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &MomentsPage::showCurrent);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        const int row = m_list->currentIndex().row();
        // The moment stays open; when it is gone, the one that moves into its place.
        connect(
            m_model, &QAbstractItemModel::modelReset, this,
            [this, id = current(), row] {
                QModelIndex index = m_model->indexOf(id);
                if (!index.isValid() && m_model->rowCount() > 0)
                    index = m_model->index(std::clamp(row, 0, m_model->rowCount() - 1), 0);
                m_list->setCurrentIndex(index);
                updateEmpty();
            },
            Qt::SingleShotConnection);
    });
    connect(m_card, &MomentCard::removeRequested, this, &MomentsPage::removeCurrent);
    connect(m_card, &MomentCard::refused, this, &MomentsPage::refused);
    connect(m_card, &MomentCard::questionAsked, this, [this](ContradictionId id) {
        if (const auto *difference = findRecord<Contradiction>(m_document.contents(), id)) {
            if (m_side->ask(questionAbout(m_document.contents(), *difference)))
                emit statusMessage(tr("Asked; it stands with the open questions"));
        }
    });
    connect(m_side, &MomentSide::eventRequested, this, &MomentsPage::eventRequested);
    connect(m_side, &MomentSide::questionsRequested, this, &MomentsPage::questionsRequested);
    connect(m_side, &MomentSide::refused, this, &MomentsPage::refused);
}

MomentId MomentsPage::current() const
{
    return m_model->idAt(m_list->currentIndex().row());
}

void MomentsPage::showCurrent()
{
    const MomentId id = current();
    emit currentChanged(id);
    if (id.isNull())
        return;
    m_card->showMoment(id);
    m_side->showMoment(id);
}

void MomentsPage::updateEmpty()
{
    const int count = m_model->rowCount();
    m_stack->setCurrentWidget(count > 0 ? m_filled : m_empty);
    m_count->setText(QString::number(count));
    setFocusProxy(count > 0 ? static_cast<QWidget *>(m_list) : nullptr);
}

bool MomentsPage::showMoment(MomentId id)
{
    const QModelIndex index = m_model->indexOf(id);
    if (!index.isValid())
        return false;
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
    showCurrent();
    return true;
}

bool MomentsPage::showAccount(AccountId id)
{
    const auto *account = findRecord<Account>(m_document.contents(), id);
    if (!account || !showMoment(account->momentId))
        return false;
    m_card->board()->enter(id);
    return true;
}

void MomentsPage::editTitle()
{
    m_card->editTitle();
}

void MomentsPage::flush()
{
    m_card->flush();
}

void MomentsPage::addMoment()
{
    flush();
    const auto made = Editing::makeMoment(m_document, {});
    if (!made) {
        emit refused(made.error().toString());
        return;
    }
    showMoment(*made);
    editTitle();
}

void MomentsPage::removeCurrent()
{
    flush();
    if (current().isNull())
        return;
    if (const auto done = Editing::removeMoment(m_document, current()); !done)
        emit refused(done.error().toString());
    else
        emit statusMessage(tr("The moment is out, with its accounts; undo brings it back"));
    if (m_model->rowCount() > 0)
        m_list->setFocus();
}

QList<std::pair<QString, QString>> MomentsPage::keyHelp()
{
    return { { u"↑ ↓"_s, tr("Previous and next moment") },
             { u"N"_s, tr("New moment") },
             { u"Enter, F2"_s, tr("Name the moment") },
             { u"Del"_s, tr("Remove the moment with its accounts") },
             { u"Tab, Shift+Tab"_s, tr("From text to text, across the accounts of a row") },
             { u"Space"_s, tr("On a suggestion: ask it; on \"They differ…\": mark the row") } };
}

bool MomentsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Delete:
            removeCurrent();
            return true;
        case Qt::Key_F2:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            editTitle();
            return true;
        case Qt::Key_N:
        case Qt::Key_Insert:
            addMoment();
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace SecondStory::Ui
