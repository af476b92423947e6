// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme/theme.h"
#include "timeline/curtainbar.h"
#include "timeline/curtainline.h"
#include "timeline/curtainplayer.h"
#include "timeline/curtainveil.h"
#include "timeline/timelineminimap.h"
#include "timeline/timelineview.h"

#include <QApplication>
#include <QKeyEvent>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

void TimelineView::buildCurtain()
{
    m_curtain = new TimelineCurtain(*m_tracks);
    // Keys must not be lost with the bar that had them; it listens after this.
    connect(m_curtain, &TimelineCurtain::changed, this, [this] {
        const QWidget *focus = QApplication::focusWidget();
        if (!m_curtain->isOn() && focus
            && (focus == m_curtainLine || m_curtainBar->isAncestorOf(focus)))
            m_tracks->setFocus();
    });
    m_curtainPlayer = new CurtainPlayer(*m_curtain);
    new CurtainVeil(*m_curtain); // below the line; belongs to the lanes
    m_curtainLine = new CurtainLine(*m_curtain);
    m_curtainBar = new CurtainBar(*m_curtain, *m_curtainPlayer, this);
    m_curtainButton = new QToolButton(this);
    m_curtainButton->setAutoRaise(true);
    m_curtainButton->setCheckable(true);
    m_curtainButton->setFont(fontAt(font(), 0.92));
    m_curtainButton->setText(tr("Known at…"));
    m_curtainButton->setIcon(icon(u"curtain"_s, this));
    m_curtainButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_curtainButton->setToolTip(tr("Shows only what was known to somebody at a time (H)"));
    m_curtainButton->setMinimumHeight(Space::kTarget);
    m_curtainButton->setChecked(m_curtain->isOn());
    connect(m_curtainButton, &QToolButton::clicked, m_curtain, &TimelineCurtain::setOn);
    connect(m_curtainBar, &CurtainBar::refused, this, &TimelineView::refused);
    connect(m_curtainLine, &CurtainLine::left, m_curtain, [this] { m_curtain->setOn(false); });
    connect(m_curtainLine, &CurtainLine::playRequested, m_curtainPlayer, &CurtainPlayer::toggle);
    connect(m_curtain, &TimelineCurtain::timeChanged, this, [this] {
        if (!m_curtainLine->isHeld())
            m_navigation->show(m_curtain->time());
    });
    connect(m_curtain, &TimelineCurtain::changed, this, [this] {
        m_curtainButton->setChecked(m_curtain->isOn());
        updateWords();
        veilMinimap();
    });
    connect(m_model, &TimelineModel::contentChanged, this, &TimelineView::veilMinimap);
    veilMinimap();
}

void TimelineView::veilMinimap()
{
    if (!m_curtain->isDrawn()) {
        m_minimap->setVeil({});
        return;
    }
    TimelineMinimap::Veil veil{ m_curtain->time(), m_curtain->hides(), {} };
    for (int row = 0; row < m_model->layout().count(); ++row) {
        const auto sight = m_curtain->rowSight(row);
        veil.isKnown.push_back(sight == TimelineCurtain::RowSight::Known
                               || sight == TimelineCurtain::RowSight::Partly);
    }
    m_minimap->setVeil(std::move(veil));
}

bool TimelineView::handleCurtainKey(const QKeyEvent &event)
{
    if (!m_curtain->isOn())
        return false;
    const bool isStep = event.modifiers() == Qt::ShiftModifier
        && (event.key() == Qt::Key_Left || event.key() == Qt::Key_Right);
    if (isStep) {
        m_curtain->step(event.key() == Qt::Key_Right ? 1 : -1, true);
        return true;
    }
    if (event.key() != Qt::Key_Space || event.modifiers() != Qt::NoModifier)
        return false;
    if (!event.isAutoRepeat())
        m_curtainPlayer->toggle();
    return true;
}

} // namespace SecondStory::Ui
