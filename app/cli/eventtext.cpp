// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/eventtext.h"

#include "cli/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace SecondStory::Cli {

namespace {

QString textOrEmpty(const std::optional<TimePoint> &time)
{
    return time ? toRfc3339(*time) : QString();
}

QJsonValue orNull(const std::optional<TimePoint> &time)
{
    return time ? QJsonValue(toRfc3339(*time)) : QJsonValue();
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject toJson(const RecordedTime &time)
{
    return { { u"start"_s, orNull(time.start) },
             { u"end"_s, orNull(time.end) },
             { u"text"_s, time.text },
             { u"zone"_s, time.zone },
             { u"precision"_s, toString(time.precision) },
             { u"basis"_s, toString(time.basis) },
             { u"approximate"_s, time.approximate } };
}

QJsonValue toJson(const std::optional<AssertedTime> &time)
{
    if (!time)
        return {};
    return QJsonObject{
        { u"start"_s, toRfc3339(time->start) },        { u"end"_s, orNull(time->end) },
        { u"certainty"_s, toString(time->certainty) }, { u"earliest"_s, orNull(time->earliest) },
        { u"latest"_s, orNull(time->latest) },         { u"reason"_s, time->reason }
    };
}

} // namespace

EventText::EventText(const ReviewContents &contents, const QList<Code> &codes)
{
    for (const Person &person : contents.people)
        m_people.insert(person.id, person.name.isEmpty() ? person.displayName() : person.name);
    for (const Lane &lane : contents.lanes)
        m_lanes.insert(lane.id, lane.name);
    for (const EvidenceSource &source : contents.sources)
        m_files.insert(source.id, source.fileName);
    QHash<CodeId, QString> keys;
    for (const Code &code : codes)
        keys.insert(code.id, code.key);
    for (const Coding &coding : contents.codings) {
        if (coding.target.kind == TargetKind::Event)
            m_codes[EventId{ coding.target.id }] << keys.value(coding.codeId);
    }
}

QJsonObject EventText::toJson(const Event &event) const
{
    const QJsonValue source = event.isImported()
        ? QJsonValue(QJsonObject{ { u"file"_s, file(event) }, { u"place"_s, event.place } })
        : QJsonValue();
    return { { u"id"_s, event.id.toString() },
             { u"version"_s, event.version },
             { u"review"_s, event.reviewId.toString() },
             { u"recorded"_s, Cli::toJson(event.recorded) },
             { u"asserted"_s, Cli::toJson(event.asserted) },
             { u"kind"_s, toString(event.kind) },
             { u"lane"_s, orNull(lane(event)) },
             { u"actors"_s, QJsonArray::fromStringList(actors(event)) },
             { u"title"_s, event.title },
             { u"text"_s, event.text },
             { u"caption"_s, event.caption },
             { u"note"_s, event.note },
             { u"starred"_s, event.starred },
             { u"source"_s, source },
             { u"codes"_s, QJsonArray::fromStringList(codes(event)) } };
}

QStringList EventText::csvHeaders()
{
    return { u"id"_s,        u"version"_s,        u"time"_s,
             u"end"_s,       u"recorded_start"_s, u"recorded_text"_s,
             u"precision"_s, u"kind"_s,           u"lane"_s,
             u"actors"_s,    u"title"_s,          u"text"_s,
             u"note"_s,      u"file"_s,           u"place"_s,
             u"codes"_s };
}

QStringList EventText::csvRow(const Event &event) const
{
    return { event.id.toString(),
             QString::number(event.version),
             textOrEmpty(event.effectiveStart()),
             textOrEmpty(event.effectiveEnd()),
             textOrEmpty(event.recorded.start),
             event.recorded.text,
             toString(event.recorded.precision),
             toString(event.kind),
             lane(event),
             actors(event).join(u"; "_s),
             event.displayTitle(),
             event.text,
             event.note,
             file(event),
             event.place,
             codes(event).join(u"; "_s) };
}

QStringList EventText::tableHeaders()
{
    return { tr("time (UTC)"), tr("kind"), tr("lane"), tr("who"), tr("what"), tr("id") };
}

QStringList EventText::tableRow(const Event &event) const
{
    constexpr qsizetype kTitleWidth = 90;
    QString title = event.displayTitle();
    if (title.size() > kTitleWidth)
        title = title.left(kTitleWidth - 1) + u'…';
    return { timeText(event), toString(event.kind), lane(event), actors(event).join(u", "_s),
             title,           event.id.toString() };
}

QString EventText::timeText(const Event &event)
{
    const auto start = event.effectiveStart();
    if (!start)
        return tr("undated");
    const bool isApproximate =
        event.asserted ? event.asserted->certainty != Certainty::Exact : event.recorded.approximate;
    QString text = isApproximate ? u"~"_s : QString();
    text += toRfc3339(*start);
    if (const auto end = event.effectiveEnd(); end && *end > *start)
        text += u'/' + toRfc3339(*end);
    return text;
}

QStringList EventText::actors(const Event &event) const
{
    QStringList names;
    for (const PersonId &id : event.actors)
        names << m_people.value(id);
    return names;
}

} // namespace SecondStory::Cli
