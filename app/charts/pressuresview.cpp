// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/pressuresview.h"

#include "analysis/recurrencesentences.h"
#include "charts/overtimepanel.h"
#include "charts/pressureexport.h"
#include "charts/pressurerows.h"
#include "charts/pressuresbar.h"
#include "charts/pressuresempty.h"
#include "theme/theme.h"
#include "theme/widgets.h"

#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

using Figures::PressureFigure;

/// The first pair of the code in the table's order: the one met most often.
const Analysis::PairRecurrence *closestPair(const Analysis::RecurrenceTable &table, int code)
{
    const auto holds = [code](const Analysis::PairRecurrence &pair) {
        return pair.both > 1 && (pair.a == code || pair.b == code);
    };
    const auto pair = std::find_if(table.pairs.begin(), table.pairs.end(), holds);
    return pair == table.pairs.end() ? nullptr : &*pair;
}

} // namespace

PressuresView::PressuresView(QWidget *parent)
    : QWidget(parent)
    , m_bar(new PressuresBar(this))
    , m_sample(wrappedLabel(this))
    , m_states(new QStackedWidget(this))
    , m_empty(new PressuresEmpty(this))
    , m_header(new PressureRows(this))
    , m_rows(new PressureRows(this))
    , m_scroll(new QScrollArea(this))
    , m_detail(wrappedLabel(this))
    , m_open(new QPushButton(this))
    , m_overTime(new OverTimePanel(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    build();
    connectParts();
    applyTheme();
    showState();
}

void PressuresView::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::kWide, Space::kPanel, Space::kWide, Space::kPanel);
    layout->setSpacing(Space::kSmall);
    auto *title = wrappedLabel(this);
    title->setText(tr("Recurring pressures"));
    title->setFont(fontAt(font(), 1.5, QFont::DemiBold));
    layout->addWidget(title);
    layout->addWidget(m_sample);
    layout->addSpacing(Space::kTiny);
    layout->addWidget(m_bar);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(Space::kSmall);
    splitter->addWidget(buildForest());
    splitter->addWidget(m_overTime);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    m_states->addWidget(splitter);
    m_states->addWidget(m_empty);
    layout->addWidget(m_states, 1);
}

QWidget *PressuresView::buildForest()
{
    auto *forest = new QWidget(this);
    auto *layout = new QVBoxLayout(forest);
    layout->setContentsMargins(0, Space::kTiny, 0, 0);
    layout->setSpacing(0);
    m_header->setFocusPolicy(Qt::NoFocus);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Always there, so that header and rows keep the same width.
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_rows);
    m_scroll->viewport()->setBackgroundRole(QPalette::Base);
    m_rows->setBackgroundRole(QPalette::Base);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 0, m_scroll->verticalScrollBar()->sizeHint().width(), 0);
    head->addWidget(m_header);
    layout->addLayout(head);
    layout->addWidget(m_scroll, 1);
    auto *strip = new QHBoxLayout;
    strip->setContentsMargins(Space::kSmall, Space::kSmall, 0, Space::kSmall);
    strip->setSpacing(Space::kPanel);
    strip->addWidget(m_detail, 1);
    strip->addWidget(m_open, 0, Qt::AlignTop);
    layout->addLayout(strip);
    m_detail->setMinimumHeight(3 * fontMetrics().lineSpacing());
    QSizePolicy kept = m_open->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_open->setSizePolicy(kept);
    m_open->setMinimumHeight(Space::kTarget);
    m_detail->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return forest;
}

void PressuresView::connectParts()
{
    connect(m_bar, &PressuresBar::queryChanged, this, &PressuresView::queryChanged);
    connect(m_bar, &PressuresBar::sortChanged, this, &PressuresView::rebuildFigure);
    connect(m_bar, &PressuresBar::exportRequested, this, &PressuresView::askForFile);
    connect(m_bar, &PressuresBar::filterChanged, this, [this](const QString &text) {
        m_overTime->setFilter(text);
        rebuildFigure();
        showState();
    });
    connect(m_rows, &PressureRows::currentCodeChanged, this, &PressuresView::describeCurrent);
    connect(m_rows, &PressureRows::codeActivated, this, &PressuresView::requestCode);
    connect(m_rows, &PressureRows::rowShown, this, [this](const QRect &row) {
        m_scroll->ensureVisible(row.center().x(), row.center().y(), 0, row.height());
    });
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const auto code = m_rows->currentCode())
            requestCode(*code);
    });
    connect(m_overTime, &OverTimePanel::codeActivated, this, &PressuresView::requestCode);
    connect(m_overTime, &OverTimePanel::barActivated, this, [this](const BarReviews &bar) {
        if (!bar.reviews.isEmpty())
            emit reviewsRequested(bar.reviews, bar.why);
    });
    connect(m_empty, &PressuresEmpty::actionRequested, this, [this] {
        if (m_bar->isNarrowed())
            m_bar->clear();
        else
            emit libraryRequested();
    });
}

void PressuresView::setTable(const Analysis::RecurrenceTable &table)
{
    // The same code stays current, wherever it stands now.
    std::optional<CodeId> current;
    if (const auto code = m_rows->currentCode())
        current = m_table.codes[*code].code;
    m_rows->setCurrentCode(std::nullopt);
    m_table = table;
    m_bar->setTable(table);
    m_overTime->setTable(table);
    m_sample->setText(Analysis::sampleSentence(table));
    rebuildFigure();
    for (int code = 0; code < table.codes.size(); ++code) {
        if (current && table.codes[code].code == *current
            && m_rows->figure()->rows().contains(code))
            m_rows->setCurrentCode(code);
    }
    showState();
}

void PressuresView::rebuildFigure()
{
    PressureFigure::Options options;
    options.palette = &paletteFor(this);
    options.font = font();
    options.sort = m_bar->sort();
    options.filter = m_bar->filter();
    options.parts = PressureFigure::Part::Header;
    m_header->setFigure(m_table, options);
    options.parts = PressureFigure::Part::Rows;
    m_rows->setFigure(m_table, options);
    describeCurrent();
}

void PressuresView::showState()
{
    const bool isEmpty = !m_rows->figure() || m_rows->figure()->rows().isEmpty();
    m_states->setCurrentIndex(isEmpty ? 1 : 0);
    m_bar->setVisible(!isEmpty || m_bar->isNarrowed());
    m_sample->setVisible(m_table.reviews > 0);
    if (m_bar->isNarrowed()) {
        m_empty->setWords(tr("No pressure matches"),
                          tr("Nothing was noted in this period, with this polarity and filter."),
                          tr("Show all pressures"));
        return;
    }
    m_empty->setWords(tr("What keeps coming back shows here"),
                      tr("Give the pressures of your reviews a code from the codebook. Once a few "
                         "reviews share codes, this page "
                         "shows how often each was there, how sure that is, in which phase, and "
                         "which reviews to read together."),
                      tr("Choose a review"));
}

void PressuresView::describeCurrent()
{
    const auto code = m_rows->currentCode();
    m_open->setVisible(code.has_value());
    m_open->setText(
        tr("Show %n reviews", nullptr, code ? m_table.codes[*code].k : m_table.reviews));
    if (!code) {
        m_detail->setText(
            tr("Choose a pressure to read what is known about it and to open its reviews."));
        return;
    }
    const Analysis::CodeRecurrence &entry = m_table.codes[*code];
    QString text = Analysis::codeLabel(entry) + u". "_s + Analysis::shareSentence(entry) + u' '
        + Analysis::phaseSentence(entry);
    if (const Analysis::PairRecurrence *pair = closestPair(m_table, *code)) {
        text += u' ';
        text += Analysis::pairSentence(m_table, *pair);
    }
    m_detail->setText(text);
}

void PressuresView::requestCode(int code)
{
    const Analysis::CodeRecurrence &entry = m_table.codes[code];
    emit reviewsRequested(entry.reviews, Analysis::codeLabel(entry));
}

Result<void> PressuresView::exportTo(const QString &path) const
{
    PressureFigure::Options options;
    options.font = font();
    options.sort = m_bar->sort();
    options.filter = m_bar->filter();
    return exportPressures(path, m_table, options);
}

void PressuresView::askForFile(const QString &ending)
{
    QString name = tr("pressures", "file name");
    name += u'.' + ending;
    const QString path = QFileDialog::getSaveFileName(this, tr("Export recurring pressures"), name,
                                                      u"*."_s + ending);
    if (path.isEmpty())
        return;
    if (const auto written = exportTo(path); !written)
        emit exportFailed(written.error().toString());
}

void PressuresView::applyTheme()
{
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText, paletteFor(this).muted);
    muted.setColor(QPalette::Text, paletteFor(this).muted); // the role on a Base ground
    m_sample->setPalette(muted);
}

void PressuresView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyTheme();
        rebuildFigure();
    }
    QWidget::changeEvent(event);
}

} // namespace SecondStory::Ui
