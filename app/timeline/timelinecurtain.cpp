// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelinecurtain.h"

#include "analysis/gototime.h"
#include "editing/reviewdocument.h"
#include "timeline/knowledgekeeper.h"

#include <QLocale>
#include <QSettings>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

using Analysis::Eyes;
using Analysis::Sight;

constexpr int kSavingPause = 600;
/// So many events are selected at most when they become known at once.
constexpr int kMostLearned = 200;

/// The same events where they became known; those that never did keep their place.
EventTable byKnowledge(const EventTable &events, const Analysis::Viewpoint &eyes)
{
    EventTable arranged = events;
    for (EventRow &row : arranged.rows) {
        const auto since =
            eyes.since({ row.seq, TimePoint{ row.start }, events.lanes.value(row.lane) });
        if (!since)
            continue;
        row.end = row.end == row.start ? since->us : std::max(row.end, since->us);
        row.start = since->us;
    }
    std::sort(arranged.rows.begin(), arranged.rows.end(), [](const auto &a, const auto &b) {
        return a.start != b.start ? a.start < b.start : a.seq < b.seq;
    });
    return arranged;
}

} // namespace

TimelineCurtain::TimelineCurtain(TimelineTracks &tracks)
    : QObject(&tracks)
    , m_tracks(tracks)
    , m_model(tracks.model())
    , m_saving(new QTimer(this))
{
    m_saving->setSingleShot(true);
    m_saving->setInterval(kSavingPause);
    connect(m_saving, &QTimer::timeout, this, &TimelineCurtain::remember);
    connect(&m_model, &TimelineModel::eventsReset, this, [this] {
        m_isOrderStale = true;
        Q_EMIT changed();
    });
    if (!m_model.document())
        return;
    m_settings = u"curtain/"_s + m_model.document()->id().toString() + u'/';
    m_keeper = &KnowledgeKeeper::of(*m_model.document());
    connect(m_keeper, &KnowledgeKeeper::changed, this, &TimelineCurtain::takeKnowledge);
    m_knowledge = m_keeper->knowledge();
    m_isReady = m_keeper->isReady();
    restore();
}

TimelineCurtain::~TimelineCurtain()
{
    // The review and its timeline may be gone already: nothing else is touched here.
    if (m_saving->isActive())
        remember();
}

void TimelineCurtain::setOn(bool isOn)
{
    if (m_isOn == isOn)
        return;
    m_isOn = isOn;
    m_saving->start();
    if (isOn && m_keeper)
        m_keeper->want();
    if (isOn && !m_hasTime) {
        m_time = usualTime();
        m_hasTime = true;
    }
    refreshEyes();
}

TimePoint TimelineCurtain::usualTime() const
{
    const auto &frame = m_model.frame();
    if (m_tracks.selection().cursor())
        return *m_tracks.selection().cursor();
    if (const auto start = frame.detected ? frame.detected : frame.began)
        return *start;
    const Figures::TimeScale &scale = m_tracks.viewport().scale();
    return scale.time(scale.width() / 2);
}

void TimelineCurtain::setEyes(const Eyes &eyes)
{
    if (eyes == m_eyes)
        return;
    m_eyes = eyes;
    m_saving->start();
    refreshEyes();
}

void TimelineCurtain::setTime(TimePoint time)
{
    time = std::clamp(time, kEarliestTime, kLatestTime);
    if (m_hasTime && time == m_time)
        return;
    m_time = time;
    m_hasTime = true;
    m_saving->start();
    if (!m_isOn)
        return;
    Q_EMIT timeChanged();
    Q_EMIT changed();
}

void TimelineCurtain::setHides(bool hides)
{
    m_hides = hides;
    m_saving->start();
    Q_EMIT changed();
}

void TimelineCurtain::setByKnowledge(bool isByKnowledge)
{
    if (m_isByKnowledge == isByKnowledge)
        return;
    m_isByKnowledge = isByKnowledge;
    m_saving->start();
    arrange();
    Q_EMIT changed();
}

void TimelineCurtain::setKnowledge(const Analysis::CastKnowledge &knowledge)
{
    m_knowledge = knowledge;
    m_isReady = true;
    refreshEyes();
}

void TimelineCurtain::takeKnowledge()
{
    m_knowledge = m_keeper->knowledge();
    m_isReady = m_keeper->isReady();
    // A row's lane or time may be another one since.
    m_isOrderStale = true;
    refreshEyes();
}

void TimelineCurtain::refreshEyes()
{
    if (m_isReady && !m_knowledge.has(m_eyes))
        m_eyes = {};
    m_view = m_knowledge.viewpoint(m_eyes);
    m_cast = m_knowledge.viewpoint(Eyes{});
    Q_EMIT eyesChanged();
    arrange();
    Q_EMIT changed();
}

void TimelineCurtain::arrange()
{
    if (isDrawn() && m_isByKnowledge)
        m_model.setArrangement(
            [this](const EventTable &events) { return byKnowledge(events, m_view); });
    else if (m_model.isArranged())
        m_model.setArrangement({});
}

const Analysis::KnownOrder &TimelineCurtain::order() const
{
    if (m_isOrderStale)
        m_order = Analysis::KnownOrder(m_model.happened());
    m_isOrderStale = false;
    return m_order;
}

std::optional<TimePoint> TimelineCurtain::next() const
{
    return isDrawn() ? order().next(m_view, m_time) : std::nullopt;
}

bool TimelineCurtain::step(int direction, bool selects)
{
    if (!isDrawn())
        return false;
    const auto to = direction > 0 ? next() : order().previous(m_view, m_time);
    if (!to)
        return false;
    setTime(*to);
    if (selects) {
        m_tracks.selection().select(order().learnedAt(m_view, *to, kMostLearned));
        m_tracks.selection().setCursor(*to);
    }
    return true;
}

Result<void> TimelineCurtain::goTo(const QString &text)
{
    const auto time = Analysis::goToTime(text, { m_model.clock(), m_time, m_model.frame() });
    if (!time)
        return failure(time.error());
    setTime(*time);
    return {};
}

Sight TimelineCurtain::sight(const EventFact &event) const
{
    ++m_asked;
    return isDrawn() ? Analysis::sightAt(m_view, m_cast, event, m_time) : Sight::Known;
}

Sight TimelineCurtain::sight(const EventRow &row) const
{
    return sight(
        EventFact{ row.seq, TimePoint{ row.start }, m_model.events().lanes.value(row.lane) });
}

TimelineCurtain::RowSight TimelineCurtain::rowSight(int row) const
{
    const Figures::LaneRow &drawn = m_model.layout().rows()[static_cast<size_t>(row)];
    const QList<LaneId> lanes = drawn.isGroup ? drawn.members : QList<LaneId>{ drawn.lane };
    qsizetype known = 0;
    bool isAnybody = false;
    for (const LaneId lane : lanes) {
        const auto since = joined(lane);
        known += since && *since <= m_time ? 1 : 0;
        isAnybody = isAnybody || isAnybodyIn(lane);
    }
    if (known > 0)
        return known == lanes.size() ? RowSight::Known : RowSight::Partly;
    return isAnybody ? RowSight::NotYet : RowSight::Unsaid;
}

QString TimelineCurtain::sightWords(const EventFact &event) const
{
    if (!isDrawn())
        return {};
    switch (sight(event)) {
    case Sight::Known:
        return {};
    case Sight::NotYet:
        return tr("not yet known");
    case Sight::Unsaid:
        return tr("not known to whom");
    }
    return {};
}

std::optional<TimePoint> TimelineCurtain::joined(LaneId lane) const
{
    const auto known = m_view.joined().constFind(lane);
    return known == m_view.joined().cend() ? std::nullopt : std::optional(*known);
}

QString TimelineCurtain::eyesWords() const
{
    switch (m_eyes.kind) {
    case Eyes::Kind::Anyone:
        return tr("anyone in the cast");
    case Eyes::Kind::Role:
        return m_eyes.role;
    case Eyes::Kind::Person:
        for (const Person &person : m_knowledge.people()) {
            if (person.id == m_eyes.person)
                return person.displayName();
        }
        break;
    }
    return tr("somebody");
}

QString TimelineCurtain::timeText() const
{
    const ZoneClock &clock = m_model.clock();
    // The day is told where it is not the usual one.
    const auto span = m_model.span();
    const TimePoint usual = m_model.frame().began.value_or(span ? span->start : m_time);
    return clock.isoDate(usual) == clock.isoDate(m_time) ? clock.clockText(m_time)
                                                         : clock.isoText(m_time);
}

QString TimelineCurtain::words() const
{
    if (!m_isOn)
        return {};
    if (!m_isReady)
        return tr("Looking for who could see what…");
    const QLocale locale;
    QString text =
        tr("As %1 could see it at %2: %3 of %4 events")
            .arg(eyesWords(), timeText(), locale.toString(order().countKnown(m_view, m_time)),
                 locale.toString(order().size()));
    if (const auto unsaid = order().countUnsaid(m_view, m_cast, m_time); unsaid > 0)
        text += u"; "_s
            + tr("%n happened that nobody is known to have seen", nullptr, static_cast<int>(unsaid))
                  .replace(QString::number(unsaid), locale.toString(unsaid));
    return text;
}

void TimelineCurtain::restore()
{
    const QSettings settings;
    const QString &key = m_settings;
    m_eyes.kind = static_cast<Eyes::Kind>(settings.value(key + u"kind"_s).toInt());
    m_eyes.person = PersonId::fromString(settings.value(key + u"person"_s).toString());
    m_eyes.role = settings.value(key + u"role"_s).toString();
    m_hides = settings.value(key + u"hides"_s).toBool();
    m_isByKnowledge = settings.value(key + u"byKnowledge"_s).toBool();
    m_hasTime = settings.contains(key + u"time"_s);
    m_time = { settings.value(key + u"time"_s).toLongLong() };
    setOn(settings.value(key + u"on"_s).toBool());
    m_saving->stop();
}

void TimelineCurtain::remember() const
{
    if (m_settings.isEmpty())
        return;
    QSettings settings;
    const QString &key = m_settings;
    settings.setValue(key + u"kind"_s, static_cast<int>(m_eyes.kind));
    settings.setValue(key + u"person"_s, m_eyes.person.toString());
    settings.setValue(key + u"role"_s, m_eyes.role);
    settings.setValue(key + u"hides"_s, m_hides);
    settings.setValue(key + u"byKnowledge"_s, m_isByKnowledge);
    settings.setValue(key + u"on"_s, m_isOn);
    if (m_hasTime)
        settings.setValue(key + u"time"_s, m_time.us);
}

} // namespace SecondStory::Ui
