// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/tools/reviewfile.h"

#include "importing/importerrors.h"
#include "importing/timeresolver.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kMostNames = 500'000;
constexpr qsizetype kMostActors = 50;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// A time of the record; nothing when there is none. `isSound` falls where it is no time.
std::optional<TimePoint> timeAt(const JsonValue &record, QStringView key, bool &isSound)
{
    const QString text = record.textOf(key);
    if (text.isEmpty())
        return {};
    const auto time = fromRfc3339(text);
    isSound = isSound && time;
    return time;
}

/// The instants are stated: whatever they once counted from lies with the other review's sources.
RecordedTime statedTime(TimePoint start, std::optional<TimePoint> end)
{
    RecordedTime time;
    time.start = start;
    time.reference = ClockReference::Instant;
    time.reading = start.us;
    time.basis = TimeBasis::Absolute;
    if (end && *end >= start) {
        time.end = end;
        time.readingEnd = end->us;
    }
    return time;
}

bool readRecorded(const JsonValue &recorded, RecordedTime &time)
{
    bool isSound = true;
    const auto start = timeAt(recorded, u"start", isSound);
    const auto end = timeAt(recorded, u"end", isSound);
    if (start)
        time = statedTime(*start, end);
    time.text = recorded.textOf(u"text");
    time.zone = recorded.textOf(u"zone");
    time.precision =
        fromString<TimePrecision>(recorded.textOf(u"precision")).value_or(TimePrecision::Second);
    time.approximate = recorded.textOf(u"approximate") == u"true"_s;
    const auto basis = fromString<TimeBasis>(recorded.textOf(u"basis"));
    if (start && basis && *basis != TimeBasis::None)
        time.basis = *basis;
    return isSound;
}

/// "2026-03-12T13:02:00Z to 2026-03-12T13:05:00Z (the clock was slow)".
QString assertedText(const JsonValue &asserted)
{
    QString text = asserted.textOf(u"start");
    if (const QString end = asserted.textOf(u"end"); !end.isEmpty())
        text = translated("%1 to %2").arg(text, end);
    if (const QString reason = asserted.textOf(u"reason").trimmed(); !reason.isEmpty())
        text += u" ("_s + reason + u')';
    return translated("That review holds the time to be: %1").arg(text);
}

/// The analyst's time counts where nobody recorded one.
bool readTimes(const JsonValue &event, RecordedTime &time, QStringList &extras)
{
    bool isSound = true;
    if (const JsonValue *recorded = event.find(u"recorded"); recorded != nullptr)
        isSound = readRecorded(*recorded, time);
    const JsonValue *asserted = event.find(u"asserted");
    if (asserted == nullptr || !asserted->isObject() || !isSound)
        return isSound;
    const auto start = timeAt(*asserted, u"start", isSound);
    const auto end = timeAt(*asserted, u"end", isSound);
    if (!start)
        return isSound;
    extras.append(assertedText(*asserted));
    if (time.isDated())
        return isSound;
    const RecordedTime kept = time;
    time = statedTime(*start, end);
    time.text = kept.text;
    time.zone = u"UTC"_s;
    const QString certainty = asserted->textOf(u"certainty");
    time.approximate = !certainty.isEmpty() && certainty != u"exact"_s;
    return isSound;
}

QString named(const QString &label, const QString &text)
{
    return text.trimmed().isEmpty() ? QString() : label.arg(text.trimmed());
}

void fillActors(const JsonValue &event, qint64 review, const ReviewNames &names,
                ParsedEvent &parsed)
{
    const JsonValue *actors = event.find(u"actors");
    if (actors == nullptr)
        return;
    for (const JsonValue &actor : actors->items) {
        const auto person = names.person(review, actor.text);
        if (person && parsed.actors.size() < kMostActors)
            parsed.actors.append(*person);
    }
}

} // namespace

QStringList reviewContainers()
{
    return { u"codebook"_s, u"people"_s,   u"lanes"_s,     u"sources"_s,    u"events"_s,
             u"moments"_s,  u"claims"_s,   u"factors"_s,   u"influences"_s, u"pressures"_s,
             u"codings"_s,  u"evidence"_s, u"questions"_s, u"learnings"_s,  u"actions"_s,
             u"sections"_s, u"marks"_s };
}

Result<void> ReviewNames::look(JsonRecordStream &stream, const QString &file)
{
    const qint64 review = stream.topCount();
    if (!m_titles.contains(review)) {
        const QString format = stream.head(u"format"_s).text;
        if (!format.isEmpty() && format != u"secondstory-review/1"_s)
            return badInput(file, stream.place(),
                            translated("the format “%1” is not known").arg(format.left(60)),
                            translated("export it again with this version of Second Story"));
        if (const JsonValue head = stream.head(u"review"_s); head.isObject())
            m_titles.insert(review, head.textOf(u"title").simplified().left(200));
    }
    const JsonValue &record = stream.record();
    const QString id = record.textOf(u"id");
    if (id.isEmpty())
        return {};
    const Key key{ review, id };
    if (stream.container() == u"lanes"_s) {
        m_lanes.insert(key, record.textOf(u"name").simplified().left(200));
    } else if (stream.container() == u"sources"_s) {
        m_sources.insert(key, record.textOf(u"fileName").simplified().left(200));
    } else if (stream.container() == u"people"_s) {
        // As that review shows people: a pseudonym was given so that the name stays there.
        QString name = record.textOf(u"pseudonym").simplified();
        if (name.isEmpty())
            name = record.textOf(u"name").simplified();
        if (name.isEmpty())
            name = record.textOf(u"role").simplified();
        const auto kind = fromString<PersonKind>(record.textOf(u"kind"));
        if (!name.isEmpty())
            m_people.insert(key,
                            { name.left(200), id.left(200), kind.value_or(PersonKind::Human) });
    }
    if (m_lanes.size() + m_sources.size() + m_people.size() > kMostNames)
        return badInput(file, stream.place(),
                        translated("names more than 500,000 people, lanes and sources"));
    return {};
}

void ReviewNames::lookAtEnd(JsonRecordStream &stream)
{
    if (const JsonValue head = stream.head(u"review"_s);
        head.isObject() && !m_titles.contains(stream.topCount()))
        m_titles.insert(stream.topCount(), head.textOf(u"title").simplified().left(200));
}

QString ReviewNames::lane(qint64 review, const QString &id) const
{
    const QString lane = m_lanes.value({ review, id });
    const QString reviewTitle = title(review);
    if (lane.isEmpty() || reviewTitle.isEmpty())
        return lane.isEmpty() ? reviewTitle : lane;
    return reviewTitle + u": "_s + lane;
}

QString ReviewNames::source(qint64 review, const QString &id) const
{
    return m_sources.value({ review, id });
}

std::optional<ParsedActor> ReviewNames::person(qint64 review, const QString &id) const
{
    const auto found = m_people.constFind({ review, id });
    return found == m_people.cend() ? std::nullopt : std::optional(*found);
}

Result<void> writeReviewEvent(const JsonValue &event, qint64 review, const ReviewNames &names,
                              const QString &place, RecordWriter &writer)
{
    const QString title = event.textOf(u"title").simplified();
    const QString text = event.textOf(u"text").trimmed();
    if (title.isEmpty() && text.isEmpty()) {
        writer.skip(place, translated("has no words"));
        return {};
    }
    ParsedEvent parsed;
    parsed.place = place;
    QStringList extras;
    if (!readTimes(event, parsed.time, extras)) {
        writer.skip(place, translated("its time is none that the exchange format knows"));
        return {};
    }
    const auto kind = fromString<EventKind>(event.textOf(u"kind"));
    parsed.kind = kind.value_or(EventKind::Other);
    if (!kind && !event.textOf(u"kind").isEmpty())
        writer.remark(place,
                      translated("the kind “%1” is not known").arg(event.textOf(u"kind").left(40)));
    parsed.lane = names.lane(review, event.textOf(u"lane"));
    fillActors(event, review, names, parsed);
    // Ids written by hand ("e1") are unique within their review only.
    const QString id = event.textOf(u"id").left(200);
    const bool isOwn = !id.isEmpty() && QUuid::fromString(id).isNull();
    parsed.naturalKey = isOwn ? QString(names.title(review) + u": "_s + id) : id;
    extras.prepend(named(translated("Caption: %1"), event.textOf(u"caption")));
    extras.append(named(translated("Note: %1"), event.textOf(u"note")));
    const QString source = names.source(review, event.textOf(u"source"));
    const QString there = event.textOf(u"place");
    extras.append(named(translated("From: %1"), QString(source + u' ' + there)));
    extras.removeAll(QString());
    setWords(parsed, title.isEmpty() ? text : title);
    if (!title.isEmpty() && !text.isEmpty() && text != title)
        parsed.text = text;
    if (!extras.isEmpty())
        parsed.text =
            (parsed.text.isEmpty() ? parsed.title : parsed.text) + u"\n\n"_s + extras.join(u'\n');
    return writer.event(std::move(parsed));
}

} // namespace SecondStory::Importing
