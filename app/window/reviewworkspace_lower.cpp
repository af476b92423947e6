// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The evidence below the timeline, and which of the views there is in front.

#include "evidence/evidencedrawer.h"
#include "timeline/timelineview.h"
#include "window/reviewworkspace.h"
#include "window/librarysession.h"

#include <QSettings>
#include <QTabWidget>

#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr QAnyStringView kTabSetting = u"timeline/lowerTab";

/// Names for the settings, in the order of the tabs.
constexpr std::array kTabs{ QLatin1StringView("table"), QLatin1StringView("undated"),
                            QLatin1StringView("questions"), QLatin1StringView("checks"),
                            QLatin1StringView("evidence") };

} // namespace

QWidget *ReviewWorkspace::makeDrawer()
{
    m_drawer = new EvidenceDrawer(m_document, m_selection);
    connect(m_drawer, &EvidenceDrawer::evidenceRequested, this, &ReviewWorkspace::showEvidence);
    connect(m_drawer, &EvidenceDrawer::clockRequested, this, &ReviewWorkspace::showClock);
    // The keyboard stays in the text: who reads on goes on to the next line.
    connect(m_drawer, &EvidenceDrawer::eventRequested, timeline(), &TimelineView::showEvent);
    connect(m_drawer, &EvidenceDrawer::left, &timeline()->tracks(),
            qOverload<>(&QWidget::setFocus));
    connect(m_drawer, &EvidenceDrawer::refused, this,
            [this](const QString &why) { emit message(why, true); });
    return m_drawer;
}

void ReviewWorkspace::showDrawer()
{
    if (m_drawer && m_drawer->isVisible())
        return m_drawer->enter();
    emit placeRequested(NavigationRail::Place::Timeline);
    emit lowerPanelRequested();
    lowerPanel()->setCurrentWidget(m_drawer);
}

void ReviewWorkspace::rememberLowerTab()
{
    const QString name = QSettings().value(kTabSetting).toString();
    for (size_t i = 0; i < kTabs.size(); ++i) {
        if (name == kTabs[i])
            m_lower->setCurrentIndex(static_cast<int>(i));
    }
    connect(m_lower, &QTabWidget::currentChanged, this, [](int index) {
        if (index >= 0 && index < static_cast<int>(kTabs.size()))
            QSettings().setValue(kTabSetting, kTabs[static_cast<size_t>(index)]);
    });
}

} // namespace SecondStory::Ui
