// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvas/factorinspector.h"

#include "canvas/canvaslegend.h"
#include "canvas/factorform.h"
#include "canvas/influenceform.h"
#include "editing/reviewdocument.h"
#include "theme/theme.h"

#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace SecondStory::Ui {

namespace {

enum Page : int { LegendPage, FactorPage, InfluencePage, SeveralPage };

QScrollArea *scrolling(QWidget *inside)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(inside);
    return area;
}

} // namespace

FactorInspector::FactorInspector(Editing::ReviewDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_pages(new QStackedWidget)
    , m_counts(new QLabel)
    , m_several(new QLabel)
    , m_factorForm(new FactorForm(document))
    , m_influenceForm(new InfluenceForm(document))
{
    setAccessibleName(tr("Inspector"));
    m_pages->addWidget(scrolling(makeLegendPage()));
    m_pages->addWidget(scrolling(m_factorForm));
    m_pages->addWidget(scrolling(m_influenceForm));
    m_pages->addWidget(makeSeveralPage());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    connect(m_factorForm, &FactorForm::eventRequested, this, &FactorInspector::eventRequested);
    connect(m_factorForm, &FactorForm::levelRequested, this, &FactorInspector::levelRequested);
    connect(m_influenceForm, &InfluenceForm::eventRequested, this,
            &FactorInspector::eventRequested);
    connect(m_influenceForm, &InfluenceForm::removeRequested, this,
            &FactorInspector::removeRequested);
    connect(&document, &Editing::ReviewDocument::changed, this, &FactorInspector::updateCounts);
    updateCounts();
}

QWidget *FactorInspector::makeLegendPage()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(Space::kPanel, Space::kPanel, Space::kPanel, Space::kPanel);
    layout->setSpacing(Space::kPanel);
    m_counts->setFont(fontAt(font(), 1.15, QFont::DemiBold));
    layout->addWidget(m_counts);
    auto *hint = new QLabel(
        tr("Double-click an empty place to add a factor. Drag from a card's edge to connect it."));
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(hint);
    layout->addWidget(new CanvasLegend);
    layout->addStretch();
    return page;
}

QWidget *FactorInspector::makeSeveralPage()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(Space::kPanel, Space::kPanel, Space::kPanel, Space::kPanel);
    layout->setSpacing(Space::kPanel);
    m_several->setFont(fontAt(font(), 1.15, QFont::DemiBold));
    layout->addWidget(m_several);
    auto *hint = new QLabel(
        tr("1–8 sets their kind, Shift+1–4 their confidence, V pins them, L tidies them, "
           "Alt+A then L, C, R, T, M or B lines them up."));
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(hint);
    layout->addStretch();
    return page;
}

void FactorInspector::updateCounts()
{
    const auto factors = m_document.contents().factors.size();
    const auto influences = m_document.contents().influences.size();
    m_counts->setText(tr("Factors: %1, influences: %2").arg(factors).arg(influences));
    // What is shown may just have been removed.
    if (m_pages->currentIndex() != LegendPage)
        setSelection(m_selection);
}

void FactorInspector::setSelection(const QList<TargetRef> &selection)
{
    m_selection = selection;
    m_selection.removeIf([this](const TargetRef &target) {
        return !findRecord<Factor>(m_document.contents(), FactorId{ target.id })
            && !findRecord<Influence>(m_document.contents(), InfluenceId{ target.id });
    });
    const bool isOne = m_selection.size() == 1;
    const bool isFactor = isOne && m_selection.first().kind == TargetKind::Factor;
    m_factorForm->setFactor(isFactor ? FactorId{ m_selection.first().id } : FactorId());
    m_influenceForm->setInfluence(isOne && !isFactor ? InfluenceId{ m_selection.first().id }
                                                     : InfluenceId());
    m_several->setText(tr("%1 selected").arg(m_selection.size()));
    m_pages->setCurrentIndex(m_selection.isEmpty() ? LegendPage
                                 : !isOne          ? SeveralPage
                                 : isFactor        ? FactorPage
                                                   : InfluencePage);
}

} // namespace SecondStory::Ui
