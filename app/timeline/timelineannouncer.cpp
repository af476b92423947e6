// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timelineannouncer.h"

#include "timeline/partsaccessible.h"
#include "timeline/timelinesearch.h"
#include "timeline/timelineview.h"

#include <QAccessible>
#include <QLocale>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

constexpr int kRest = 700;

} // namespace

TimelineAnnouncer::TimelineAnnouncer(TimelineView &view, TimelineSearch &search)
    : QObject(&view)
    , m_view(view)
    , m_search(search)
    , m_rest(new QTimer(this))
{
    m_rest->setSingleShot(true);
    m_rest->setInterval(kRest);
    const auto wait = [this] { m_rest->start(); };
    connect(&view.viewport(), &TimelineViewport::scaleChanged, this, wait);
    connect(&view.model(), &TimelineModel::contentChanged, this, wait);
    connect(m_rest, &QTimer::timeout, this, &TimelineAnnouncer::announceRest);
    connect(&view.selection(), &TimelineSelection::changed, this,
            &TimelineAnnouncer::announceSelection);
    connect(&search, &TimelineSearch::changed, this, &TimelineAnnouncer::announceSearch);
}

void TimelineAnnouncer::setRest(int milliseconds)
{
    m_rest->setInterval(milliseconds);
}

bool TimelineAnnouncer::isHeard() const
{
    return m_tellsAlways || QAccessible::isActive();
}

void TimelineAnnouncer::tell(QAccessibleInterface *about, int event)
{
    if (!about)
        return;
    QAccessibleEvent change(about, static_cast<QAccessible::Event>(event));
    QAccessible::updateAccessibility(&change);
    Q_EMIT told(event, about->text(QAccessible::Name));
}

void TimelineAnnouncer::say(const QString &text)
{
    m_last = text;
    TimelineTracks &tracks = m_view.tracks();
    // A change of the name of what has the focus is read out; setting it sends that.
    tracks.setAccessibleName(tr("Timeline, %1").arg(text));
    if (isHeard())
        tell(QAccessible::queryAccessibleInterface(&tracks), QAccessible::Alert);
    Q_EMIT announced(text);
}

void TimelineAnnouncer::announceRest()
{
    const QString shown = m_view.viewInWords();
    const qsizetype passed = m_view.model().index().shown();
    const bool isFiltered = m_view.model().filter().isActive();
    QStringList parts;
    if (m_passed >= 0 && passed != m_passed && isFiltered) {
        const QLocale locale;
        parts << tr("filter leaves %1 of %2")
                     .arg(locale.toString(static_cast<qlonglong>(passed)),
                          locale.toString(
                              static_cast<qlonglong>(m_view.model().events().rows.size())));
    }
    if (shown != m_shown)
        parts << tr("showing %1").arg(shown);
    m_passed = passed;
    m_shown = shown;
    if (!parts.isEmpty())
        say(parts.join(u", "_s));
}

void TimelineAnnouncer::announceSelection()
{
    if (!isHeard())
        return;
    auto *tracks =
        dynamic_cast<PartsAccessible *>(QAccessible::queryAccessibleInterface(&m_view.tracks()));
    const auto part = tracks ? tracks->focusPart() : std::nullopt;
    if (!part) {
        tell(tracks, QAccessible::SelectionWithin);
        return;
    }
    QAccessibleInterface *event = tracks->interfaceOf(*part);
    const bool isOne = m_view.selection().seqs().size() == 1;
    tell(event, isOne ? QAccessible::Selection : QAccessible::SelectionWithin);
    if (m_view.tracks().hasFocus())
        tell(event, QAccessible::Focus);
    if (!isOne)
        say(tr("%n selected", nullptr, static_cast<int>(m_view.selection().seqs().size())));
}

void TimelineAnnouncer::announceSearch()
{
    const QString status = m_search.statusText();
    if (status.isEmpty() || status == m_words)
        return;
    m_words = status;
    say(status);
}

} // namespace SecondStory::Ui
