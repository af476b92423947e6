// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/eventinwords.h"

#include "editing/reviewdocument.h"
#include "evidence/evidencewords.h"
#include "figures/timeline/eventmarks.h"
#include "timeline/timelinemodel.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

class EventInWords {
    Q_DECLARE_TR_FUNCTIONS(EventInWords)
};

using W = EventInWords;

constexpr qint64 kWholeMinute = 60'000'000;

QString clockWords(TimePoint time, const ZoneClock &clock, const QString &day)
{
    const QString text = clock.clockText(time,
                                         time.us % kWholeMinute == 0 ? ZoneClock::Detail::Minutes
                                                                     : ZoneClock::Detail::Seconds);
    return clock.isoDate(time) == day ? text : QString(clock.dateText(time) + u", "_s + text);
}

QString grounds(const Event &event)
{
    switch (event.grounds) {
    case Grounds::Documented:
        return W::tr("documented");
    case Grounds::Remembered:
        return W::tr("remembered");
    case Grounds::Inferred:
        return W::tr("inferred");
    }
    return {};
}

QString people(const Event &event, const TimelineModel &model)
{
    if (!model.document())
        return {};
    QStringList names;
    for (const PersonId id : event.actors) {
        if (const auto *person = findRecord<Person>(model.document()->contents(), id))
            names << (person->pseudonym.isEmpty()
                          ? visibleText(person->displayName())
                          : W::tr("%1 (pseudonym)").arg(visibleText(person->pseudonym)));
    }
    return names.join(u" + "_s);
}

int evidenceLinks(const Event &event, const TimelineModel &model)
{
    if (!model.document())
        return 0;
    const auto &links = model.document()->contents().evidenceLinks;
    return static_cast<int>(
        std::count_if(links.begin(), links.end(), [&](const EvidenceLink &link) {
            return link.eventId == event.id
                || link.target == TargetRef{ TargetKind::Event, event.id.value };
        }));
}

} // namespace

QString timeInWords(const Event &event, const ZoneClock &clock, const QString &day)
{
    const auto start = event.effectiveStart();
    if (!start)
        return W::tr("without a time");
    const auto end = event.effectiveEnd();
    const QString from = clockWords(*start, clock, day);
    const QString until =
        end && *end > *start ? clockWords(*end, clock, clock.isoDate(*start)) : QString();
    const Certainty certainty = event.asserted ? event.asserted->certainty : Certainty::Exact;
    const bool isAbout =
        event.asserted ? certainty == Certainty::About : event.recorded.approximate;
    switch (certainty) {
    case Certainty::Between: {
        const TimePoint earliest = event.asserted->earliest.value_or(*start);
        const TimePoint latest = event.asserted->latest.value_or(end.value_or(*start));
        return W::tr("between %1 and %2")
            .arg(clockWords(earliest, clock, day),
                 clockWords(latest, clock, clock.isoDate(earliest)));
    }
    case Certainty::Before:
        return W::tr("before %1").arg(from);
    case Certainty::After:
        return W::tr("after %1").arg(from);
    case Certainty::Exact:
    case Certainty::About:
        break;
    }
    if (until.isEmpty())
        return isAbout ? W::tr("about %1").arg(from) : from;
    return isAbout ? W::tr("%1 to about %2").arg(from, until) : W::tr("%1 to %2").arg(from, until);
}

QString eventInWords(const Event &event, const TimelineModel &model)
{
    const auto start = event.effectiveStart();
    QStringList parts{ timeInWords(event, model.clock(),
                                   start ? model.clock().isoDate(*start) : QString()),
                       Figures::eventKindLabel(event.kind), people(event, model),
                       visibleText(event.displayTitle().simplified()), grounds(event) };
    if (event.starred)
        parts << W::tr("starred");
    if (const int links = evidenceLinks(event, model); links > 0)
        parts << W::tr("%n evidence", nullptr, links);
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace SecondStory::Ui
