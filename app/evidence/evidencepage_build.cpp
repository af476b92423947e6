// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "editing/sourceedits.h"
#include "evidence/clockpanel.h"
#include "evidence/evidencepage.h"
#include "evidence/evidenceviewer.h"
#include "evidence/importassistant.h"
#include "evidence/importreportpanel.h"
#include "evidence/lanearranger.h"
#include "evidence/samepairspanel.h"
#include "evidence/sourcelistmodel.h"
#include "theme/theme.h"
#include "theme/widgets.h"
#include "widgets/emptystate.h"
#include "widgets/smallwidgets.h"

#include <QBoxLayout>
#include <QListView>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kSideWidth = 260;

/// A page that scrolls where the window is small.
QScrollArea *scrolling(QWidget *page, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(page);
    page->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    return area;
}

} // namespace

void EvidencePage::build()
{
    m_model = new SourceListModel(this);
    m_list = new QListView(this);
    m_list->setModel(m_model);
    auto *delegate = new SourceDelegate(m_list);
    m_list->setItemDelegate(delegate);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Evidence sources"));
    m_list->setMinimumWidth(180);
    connect(delegate, &SourceDelegate::putBackRequested, this, [this](const QModelIndex &index) {
        if (const EvidenceSource *source = m_model->source(index))
            putBack(source->id);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (const EvidenceSource *source = m_model->source(current)) {
                    m_isAssisting = false;
                    m_isPairing = false;
                    showSource(source->id);
                }
            });

    // The chosen source again: back to it from wherever one is.
    connect(m_list, &QListView::clicked, this, [this] {
        m_isAssisting = false;
        m_isPairing = false;
        updatePanels();
    });

    m_empty = new EmptyState(
        u"evidence"_s, tr("Bring in the evidence"),
        tr("Chat exports, alert lists, deploy logs, call transcripts, leave calendars. Drop files "
           "or folders here: they are recognised, previewed, and kept as they are."),
        this);
    m_empty->setDropZone(true);
    connect(m_empty->addAction(tr("Import files…")), &QPushButton::clicked, this,
            &EvidencePage::chooseFiles);
    connect(m_empty->addAction(tr("Import folder…"), false), &QPushButton::clicked, this,
            &EvidencePage::chooseFolder);
    m_assistant = new ImportAssistant(this);
    connect(m_assistant, &ImportAssistant::imported, this,
            [this](const QList<EvidenceSource> &sources) { adopt(sources); });
    connect(m_assistant, &ImportAssistant::statusMessage, this, &EvidencePage::statusMessage);
    connect(m_assistant, &ImportAssistant::reportRequested, this, &EvidencePage::showReport);
    connect(m_assistant, &ImportAssistant::countsChanged, this, &EvidencePage::updatePanels);
    connect(m_assistant, &ImportAssistant::closed, this, [this] {
        m_isAssisting = false;
        // Whoever works with keys goes on where the files are now.
        const bool hadFocus = m_assistant->isAncestorOf(window()->focusWidget());
        updatePanels();
        if (hadFocus)
            setFocus();
    });
    m_sourcePanel = buildSource();
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_assistant);
    m_stack->addWidget(m_sourcePanel);
    m_pairs = new SamePairsPanel(this);
    connect(m_pairs, &SamePairsPanel::eventRequested, this, &EvidencePage::eventRequested);
    m_stack->addWidget(m_pairs);

    m_side = new QWidget(this);
    auto *side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(0);
    side->addWidget(m_list, 1);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(m_side);
    splitter->addWidget(m_stack);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({ kSideWidth, 3 * kSideWidth });
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(hairline(this));
    layout->addWidget(splitter, 1);
}

QWidget *EvidencePage::buildHead()
{
    auto *head = new QWidget(this);
    m_summary = mutedLabel({}, 1.0, head);
    m_importFiles = new QPushButton(icon(u"import"_s, this), tr("Import files…"), head);
    m_importFolder = new QPushButton(tr("Import folder…"), head);
    m_waiting = new QPushButton(head);
    m_twice = new QPushButton(tr("Recorded twice…"), head);
    m_twice->setToolTip(tr("Records of two sources that may be one happening"));
    connect(m_twice, &QPushButton::clicked, this, &EvidencePage::showPairs);
    connect(m_waiting, &QPushButton::clicked, this, [this] {
        m_isAssisting = true;
        updatePanels();
        m_assistant->takeFocus();
    });
    connect(m_importFiles, &QPushButton::clicked, this, &EvidencePage::chooseFiles);
    connect(m_importFolder, &QPushButton::clicked, this, &EvidencePage::chooseFolder);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(Space::kWide, Space::kSmall, Space::kWide, Space::kSmall);
    layout->setSpacing(Space::kSmall);
    layout->addWidget(plainLabel(tr("Evidence"), 1.5, QFont::DemiBold, head));
    layout->addSpacing(Space::kSmall);
    layout->addWidget(m_summary, 1);
    layout->addWidget(m_waiting);
    layout->addWidget(m_twice);
    layout->addWidget(m_importFolder);
    layout->addWidget(m_importFiles);
    return head;
}

QWidget *EvidencePage::buildSource()
{
    auto *panel = new QWidget(this);
    m_sourceName = new ElidedLabel(Qt::ElideMiddle, panel);
    m_sourceName->setFont(fontAt(m_sourceName->font(), 1.15, QFont::DemiBold));
    auto *copy = new QPushButton(tr("Copy report"), panel);
    m_arrange = new QPushButton(tr("Arrange lanes…"), panel);
    m_arrange->setToolTip(tr("Which lanes the events of this source stand in"));
    m_remove = new QPushButton(tr("Remove source"), panel);
    auto *head = new QHBoxLayout;
    head->setSpacing(Space::kSmall);
    head->addWidget(m_sourceName, 1);
    head->addWidget(copy);
    head->addWidget(m_arrange);
    head->addWidget(m_remove);
    m_sourceCounts = mutedLabel({}, 1.0, panel);
    m_sourceCounts->setTextInteractionFlags(Qt::TextSelectableByMouse
                                            | Qt::TextSelectableByKeyboard);
    m_sourceCounts->setWordWrap(true);
    m_report = new ImportReportPanel(panel);
    m_viewer = new EvidenceViewer(panel);
    m_clock = new ClockPanel(panel);
    m_tabs = new QTabWidget(panel);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_viewer, tr("Text"));
    m_tabs->addTab(scrolling(m_report, m_tabs), tr("Import report"));
    m_tabs->addTab(scrolling(m_clock, m_tabs), tr("Clock"));
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(Space::kWide, Space::kPanel, 0, 0);
    layout->setSpacing(Space::kSmall);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(0, 0, Space::kWide, 0);
    top->setSpacing(Space::kTiny);
    top->addLayout(head);
    top->addWidget(m_sourceCounts);
    layout->addLayout(top);
    layout->addWidget(m_tabs, 1);
    connect(m_viewer, &EvidenceViewer::anchorRequested, this, &EvidencePage::showClock);
    connect(m_clock, &ClockPanel::statusMessage, this, &EvidencePage::statusMessage);
    connect(m_viewer, &EvidenceViewer::eventRequested, this, &EvidencePage::eventRequested);
    connect(copy, &QPushButton::clicked, this, [this] {
        m_report->copy();
        emit statusMessage(tr("Report copied"));
    });
    m_arranger = new LaneArranger(this);
    connect(m_arranger, &LaneArranger::statusMessage, this, &EvidencePage::statusMessage);
    connect(m_arrange, &QPushButton::clicked, this, &EvidencePage::openArrangeMenu);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const auto *source =
            m_document ? findRecord<EvidenceSource>(m_document->contents(), m_source) : nullptr;
        if (source && source->removed)
            putBack(m_source);
        else
            removeCurrentSource();
    });
    return panel;
}

} // namespace SecondStory::Ui
