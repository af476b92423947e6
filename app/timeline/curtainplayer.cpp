// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/curtainplayer.h"

#include "timeline/timelinecurtain.h"

#include <QApplication>
#include <QStyle>
#include <QTimer>

namespace SecondStory::Ui {

namespace {

constexpr int kSmooth = 40;
/// For those who do not want things to move: the time jumps once a second.
constexpr int kCalm = 1'000;
/// A silence longer than this in front of the screen passes at once. Units: milliseconds.
constexpr qint64 kPatience = 2'000;

bool isCalm()
{
    return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) <= 0;
}

} // namespace

CurtainPlayer::CurtainPlayer(TimelineCurtain &curtain)
    : QObject(&curtain)
    , m_curtain(curtain)
    , m_timer(new QTimer(this))
{
    connect(m_timer, &QTimer::timeout, this, &CurtainPlayer::tick);
    connect(&curtain, &TimelineCurtain::changed, this, [this] {
        if (!m_curtain.isOn())
            pause();
    });
}

bool CurtainPlayer::isPlaying() const
{
    return m_timer->isActive();
}

void CurtainPlayer::setPace(int pace)
{
    if (pace == m_pace)
        return;
    m_pace = pace;
    if (isEventByEvent())
        pause();
    Q_EMIT changed();
}

void CurtainPlayer::setSkipsSilences(bool skips)
{
    m_skipsSilences = skips;
    Q_EMIT changed();
}

void CurtainPlayer::play()
{
    if (!m_curtain.isDrawn())
        return;
    if (isEventByEvent()) {
        m_curtain.step(1, true);
        return;
    }
    m_elapsed.start();
    m_timer->start(isCalm() ? kCalm : kSmooth);
    Q_EMIT changed();
}

void CurtainPlayer::pause()
{
    if (!isPlaying())
        return;
    m_timer->stop();
    Q_EMIT changed();
}

void CurtainPlayer::tick()
{
    advance(m_elapsed.restart());
}

void CurtainPlayer::advance(qint64 milliseconds)
{
    const auto next = m_curtain.next();
    if (!next || isEventByEvent()) {
        // Whatever there was to learn is learned.
        pause();
        return;
    }
    TimePoint to{ m_curtain.time().us + milliseconds * 1'000 * m_pace };
    const qint64 silence = next->us - to.us;
    if (m_skipsSilences && silence > kPatience * 1'000 * m_pace)
        to = *next;
    m_curtain.setTime(to);
}

} // namespace SecondStory::Ui
