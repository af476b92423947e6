// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "library/librarypage.h"

#include "domain/labels.h"
#include "library/draftbar.h"
#include "library/firstscreen.h"
#include "library/reviewpreview.h"
#include "theme/theme.h"
#include "theme/widgets.h"
#include "window/librarysession.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

/// Pressures as small marks in a row, with their number: the table stays quiet, and one sees how
/// many.
class PressureMarks final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyleOptionViewItem plain = option;
        initStyleOption(&plain, index);
        const int count = index.data(ReviewListModel::PressureCountRole).toInt();
        const QString number = plain.text;
        plain.text.clear();
        option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &plain, painter,
                                            option.widget);
        const Figures::Palette &p = paletteFor(option.widget);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(p.muted);
        const int numberWidth = option.fontMetrics.horizontalAdvance(u"00"_s);
        painter->drawText(
            QRect(option.rect.left() + 4, option.rect.top(), numberWidth, option.rect.height()),
            Qt::AlignRight | Qt::AlignVCenter, number);
        painter->setPen(Qt::NoPen);
        painter->setBrush(Figures::blend(p.surface, p.hindered, 0.75));
        double x = option.rect.left() + 4 + numberWidth + Space::kSmall;
        for (int i = 0; i < count && x + 5 < option.rect.right(); ++i, x += 8)
            painter->drawRoundedRect(QRectF(x, option.rect.center().y() - 4, 5, 9), 1.5, 1.5);
        painter->restore();
    }
};

} // namespace

LibraryPage::LibraryPage(LibrarySession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new ReviewListModel(this))
    , m_filter(new ReviewFilter(this))
    , m_stack(new QStackedWidget(this))
    , m_first(new FirstScreen)
    , m_table(new QTableView)
    , m_preview(new ReviewPreview)
    , m_search(new QLineEdit)
    , m_status(new QComboBox)
    , m_count(mutedLabel({}, 0.85))
    , m_drafts(new DraftBar)
    , m_onlyBar(new QWidget)
    , m_onlyText(plainLabel({}))
    , m_nothing(mutedLabel(tr("No review fits. Clear the search or choose another status.")))
{
    m_filter->setSourceModel(m_model);
    m_table->setModel(m_filter);
    makeQuiet(m_table);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ReviewListModel::Touched, Qt::DescendingOrder);
    m_table->setItemDelegateForColumn(ReviewListModel::Pressures, new PressureMarks(m_table));
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setAccessibleName(tr("Reviews"));

    m_search->setPlaceholderText(tr("Find a review by title, summary or pressure"));
    m_search->setClearButtonEnabled(true);
    m_search->setAccessibleName(tr("Find a review"));
    m_status->addItem(tr("All but archived"));
    for (const auto &entry : EnumNames<ReviewStatus>::entries) {
        QString word = wordFor(entry.first);
        word[0] = word[0].toUpper();
        m_status->addItem(word, static_cast<int>(entry.first));
    }
    m_status->setAccessibleName(tr("Status"));
    auto *create = new QPushButton(tr("New review"));
    create->setIcon(icon(u"new-review"_s, this));
    connect(create, &QPushButton::clicked, this, &LibraryPage::newReviewRequested);

    auto *reports = new QPushButton(tr("From reports…"));
    reports->setToolTip(tr("Makes a review draft of each incident report in a folder"));
    connect(reports, &QPushButton::clicked, this, &LibraryPage::reportsRequested);
    connect(m_drafts, &DraftBar::finished, this, [this](const QList<ReviewId> &drafts) {
        m_session.refresh();
        if (!drafts.isEmpty())
            showOnly(drafts, tr("Drafts made of reports"));
    });

    auto *bar = new QHBoxLayout;
    bar->addWidget(plainLabel(tr("Reviews"), 1.5, QFont::DemiBold));
    bar->addWidget(m_count, 0, Qt::AlignBottom);
    bar->addStretch();
    m_search->setMinimumWidth(fontMetrics().averageCharWidth() * 38);
    bar->addWidget(m_search);
    bar->addWidget(m_status);
    bar->addWidget(reports);
    bar->addWidget(create);

    auto *onlyLayout = new QHBoxLayout(m_onlyBar);
    onlyLayout->setContentsMargins(0, 0, 0, 0);
    onlyLayout->addWidget(m_onlyText);
    auto *clear = new QPushButton(tr("Show all reviews"));
    connect(clear, &QPushButton::clicked, this, &LibraryPage::clearOnly);
    onlyLayout->addWidget(clear);
    onlyLayout->addStretch();
    m_onlyBar->hide();

    auto *list = new QWidget;
    auto *listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(Space::kWide, Space::kWide, Space::kWide, Space::kPanel);
    listLayout->addLayout(bar);
    listLayout->addWidget(m_onlyBar);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->hide();
    auto *splitter = new QSplitter;
    splitter->addWidget(m_table);
    splitter->addWidget(m_preview);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({ 820, 300 });
    splitter->setChildrenCollapsible(false);
    listLayout->addWidget(splitter, 1);
    listLayout->addWidget(m_nothing);

    m_stack->addWidget(m_first);
    m_stack->addWidget(list);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *drafts = new QHBoxLayout;
    drafts->setContentsMargins(Space::kWide, 0, Space::kWide, 0);
    drafts->addWidget(m_drafts);
    layout->addLayout(drafts);
    layout->addWidget(m_stack);

    connect(m_search, &QLineEdit::textChanged, m_filter, &ReviewFilter::setWords);
    connect(m_status, &QComboBox::currentIndexChanged, this, [this] {
        const QVariant status = m_status->currentData();
        m_filter->setStatus(status.isValid()
                                ? std::optional(static_cast<ReviewStatus>(status.toInt()))
                                : std::nullopt);
        updatePreview();
    });
    connect(m_search, &QLineEdit::textChanged, this, &LibraryPage::updatePreview);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &LibraryPage::updatePreview);
    connect(m_table, &QTableView::activated, this, [this] { emit openRequested(currentReview()); });
    connect(m_table, &QTableView::customContextMenuRequested, this, &LibraryPage::showMenu);
    connect(m_preview, &ReviewPreview::openRequested, this,
            [this] { emit openRequested(currentReview()); });
    connect(&m_session, &LibrarySession::listingsChanged, this, &LibraryPage::refresh);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(ReviewListModel::Title, QHeaderView::Stretch);
    for (const int column : { ReviewListModel::When, ReviewListModel::Status,
                              ReviewListModel::Events, ReviewListModel::Touched })
        header->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    header->resizeSection(ReviewListModel::Pressures, 120);
}

ReviewId LibraryPage::currentReview() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? ReviewId{ current.data(ReviewListModel::IdRole).toUuid() }
                             : ReviewId{};
}

void LibraryPage::refresh()
{
    const ReviewId kept = currentReview();
    m_model->setReviews(m_session.listings(), m_session.codes());
    const bool isEmpty = m_session.listings().isEmpty();
    m_stack->setCurrentIndex(isEmpty ? 0 : 1);
    setFocusProxy(isEmpty ? nullptr : m_table);
    QModelIndex current = m_filter->mapFromSource(m_model->indexOf(kept));
    if (!current.isValid())
        current = m_filter->index(0, 0);
    m_table->setCurrentIndex(current);
    updatePreview();
}

void LibraryPage::updatePreview()
{
    const Store::ReviewListing *listing =
        m_model->listing(m_filter->mapToSource(m_table->currentIndex()));
    m_preview->showReview(listing, listing ? m_model->pressureNames(*listing) : QStringList());
    const int shown = m_filter->rowCount();
    const int all = m_model->rowCount();
    m_count->setText(shown == all ? QString::number(all) : tr("%1 of %2").arg(shown).arg(all));
    m_nothing->setVisible(shown == 0 && all > 0);
}

void LibraryPage::showOnly(const QList<ReviewId> &ids, const QString &why)
{
    m_filter->setOnly(QSet<ReviewId>(ids.begin(), ids.end()));
    m_onlyText->setText(why);
    m_onlyBar->setVisible(!ids.isEmpty());
    m_table->setCurrentIndex(m_filter->index(0, 0));
    updatePreview();
    m_table->setFocus();
}

void LibraryPage::draftFromReports(const QStringList &paths)
{
    if (!paths.isEmpty() && m_session.hasLibrary())
        m_drafts->start(m_session.library().path(), paths, {});
}

void LibraryPage::clearOnly()
{
    m_filter->setOnly({});
    m_onlyBar->hide();
    updatePreview();
}

void LibraryPage::showMenu(const QPoint &position)
{
    const ReviewId id = currentReview();
    if (id.isNull())
        return;
    QMenu menu(this);
    menu.addAction(icon(u"open"_s, this), tr("Open"), this, [this, id] { emit openRequested(id); });
    menu.addAction(icon(u"export"_s, this), tr("Export…"), this,
                   [this, id] { emit exportRequested(id); });
    menu.addSeparator();
    menu.addAction(icon(u"trash"_s, this), tr("Delete for good…"), this,
                   [this, id] { emit deleteRequested(id); });
    menu.exec(m_table->viewport()->mapToGlobal(position));
}

} // namespace SecondStory::Ui
