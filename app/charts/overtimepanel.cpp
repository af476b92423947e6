// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/overtimepanel.h"

#include "charts/recurrencemodel.h"
#include "charts/segments.h"
#include "theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace SecondStory::Ui {

OverTimePanel::OverTimePanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new RecurrenceModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_page(new Segments({ tr("Over time"), tr("Table") }, tr("View"), this))
    , m_barsBy(new Segments({ tr("By phase"), tr("By pressure") }, tr("Bars"), this))
    , m_note(new QLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_chart(new StackedBarChart(this))
    , m_view(new QTableView(this))
{
    build();
    buildTable();
    connect(m_page, &Segments::chosen, this, [this](int index) {
        m_pages->setCurrentIndex(index);
        m_barsBy->setVisible(index == 0);
        m_note->setVisible(index == 0);
    });
    connect(m_barsBy, &Segments::chosen, this, &OverTimePanel::rebuildBars);
    connect(m_chart, &StackedBarChart::barActivated, this, [this](int series, int category) {
        emit barActivated(reviewsOfBar(m_table, barsBy(), series, category));
    });
    connect(m_view, &QTableView::activated, this, [this](const QModelIndex &index) {
        emit codeActivated(m_sorted->mapToSource(index).row());
    });
}

void OverTimePanel::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Space::kSmall, 0, 0);
    layout->setSpacing(Space::kSmall);
    auto *head = new QHBoxLayout;
    head->setSpacing(Space::kPanel);
    head->addWidget(m_page);
    head->addWidget(m_barsBy);
    head->addWidget(m_note, 1);
    head->addStretch();
    layout->addLayout(head);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setFont(fontAt(font(), 0.85));
    m_pages->addWidget(m_chart);
    m_pages->addWidget(m_view);
    layout->addWidget(m_pages, 1);
    m_chart->setAccessibleName(tr("Pressures over time"));
}

void OverTimePanel::buildTable()
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(RecurrenceModel::SortRole);
    m_sorted->setFilterKeyColumn(RecurrenceModel::Name);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_view->setModel(m_sorted);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(RecurrenceModel::Count, Qt::DescendingOrder);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setShowGrid(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setTabKeyNavigation(false);
    m_view->setAccessibleName(tr("Recurring pressures as a table"));
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(
        std::max(Space::kRow, fontMetrics().height() + 10));
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setMinimumSectionSize(40);
}

BarsBy OverTimePanel::barsBy() const
{
    return m_barsBy->current() == 0 ? BarsBy::Phase : BarsBy::Code;
}

void OverTimePanel::rebuildBars()
{
    m_chart->setBars(periodBars(m_table, barsBy(), paletteFor(this)), paletteFor(this));
    m_note->setText(barsBy() == BarsBy::Phase
                        ? tr("n counts reviews; a pressure counts once for each phase of a review.")
                        : tr("n counts reviews; a pressure counts once for each review."));
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, paletteFor(this).muted);
    muted.setColor(QPalette::Text, paletteFor(this).muted); // the role on a Base ground
    m_note->setPalette(muted);
}

void OverTimePanel::setTable(const Analysis::RecurrenceTable &table)
{
    m_table = table;
    m_model->setTable(table);
    m_view->resizeColumnsToContents();
    m_view->setColumnWidth(RecurrenceModel::Name,
                           std::max(m_view->columnWidth(RecurrenceModel::Name),
                                    fontMetrics().averageCharWidth() * 30));
    rebuildBars();
}

void OverTimePanel::setFilter(const QString &text)
{
    m_sorted->setFilterFixedString(text);
}

void OverTimePanel::showTable()
{
    m_page->setCurrent(1);
    m_pages->setCurrentIndex(1);
    m_barsBy->hide();
    m_note->hide();
}

void OverTimePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && !m_table.isEmpty())
        rebuildBars();
    QWidget::changeEvent(event);
}

} // namespace SecondStory::Ui
