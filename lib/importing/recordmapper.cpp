// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/recordmapper.h"

#include "importing/importerrors.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kMostActors = 50;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// "Asha; Ben" names two people.
QList<ParsedActor> actorsFrom(const QString &text)
{
    QList<ParsedActor> actors;
    const QStringList names = text.split(u';', Qt::SkipEmptyParts);
    for (const QString &name : names) {
        if (!name.trimmed().isEmpty() && actors.size() < kMostActors)
            actors.append({ name.simplified().left(200), {}, PersonKind::Human });
    }
    return actors;
}

} // namespace

bool isNoTime(QStringView time)
{
    time = time.trimmed();
    return time.isEmpty() || time == u"-" || time == u"null" || time == u"None" || time == u"N/A"
        || time.startsWith(u"0001-01-01T00:00:00");
}

bool lacksZone(QStringView time)
{
    if (isNoTime(time))
        return false;
    const auto reading = readTimestamp(time);
    return reading && !reading->offset;
}

RecordMapper::RecordMapper(const ColumnMapping &mapping, const ImportOptions &options,
                           RecordWriter &writer)
    : m_mapping(mapping)
    , m_writer(writer)
    , m_times(options)
    , m_unit(epochUnitFromWord(mapping.timeFormat).value_or(EpochUnit::Told))
{
}

Result<void> RecordMapper::take(const MappedRecord &record, const QString &place)
{
    ParsedEvent event;
    event.place = place;
    if (record.title.trimmed().isEmpty() && record.text.trimmed().isEmpty()) {
        m_writer.skip(place, translated("has no words"));
        return {};
    }
    if (!fillTime(record, place, event.time))
        return {};
    fillWords(record, event);
    event.kind =
        eventKindFromForeignWord(m_mapping.kind.isEmpty() ? m_mapping.fixedKind : record.kind);
    event.actors = actorsFrom(record.actor);
    event.lane = record.lane.simplified();
    event.naturalKey = record.key.trimmed();
    return m_writer.event(std::move(event));
}

bool RecordMapper::fillTime(const MappedRecord &record, const QString &place, RecordedTime &time)
{
    if (!isNoTime(record.time)) {
        const auto start = readTime(record.time.trimmed(), place);
        if (!start)
            return false;
        time = *start;
    }
    if (!time.isDated() || isNoTime(record.endTime))
        return true;
    const auto reading = readTimestamp(record.endTime, m_unit);
    const auto end = reading ? m_times.resolve(*reading, record.endTime.trimmed(), place, m_writer)
                             : RecordedTime();
    if (!end.isDated())
        m_writer.remark(
            place,
            translated("the end “%1” is not a time and was left out").arg(record.endTime.left(60)));
    else if (*end.start < *time.start)
        m_writer.remark(place,
                        translated("the end “%1” lies before the start and was left out")
                            .arg(record.endTime.left(60)));
    else
        time.end = end.start;
    return true;
}

std::optional<RecordedTime> RecordMapper::readTime(const QString &text, const QString &place)
{
    const auto reading = readTimestamp(text, m_unit);
    if (!reading) {
        m_writer.skip(place, translated("“%1” is not a time").arg(text.left(60)));
        return {};
    }
    if (!reading->offset && !m_times.hasZone()) {
        m_writer.skip(
            place, translated("“%1” states no time zone and none was chosen").arg(text.left(60)));
        return {};
    }
    const RecordedTime time = m_times.resolve(*reading, text, place, m_writer);
    if (!time.isDated()) {
        m_writer.skip(place,
                      translated("“%1” lies outside the years 1 to 9999").arg(text.left(60)));
        return {};
    }
    return time;
}

void RecordMapper::fillWords(const MappedRecord &record, ParsedEvent &event) const
{
    const QString title = record.title.trimmed();
    const QString body = record.text.trimmed();
    if (title.isEmpty()) {
        setWords(event, body);
    } else {
        setWords(event, title);
        if (!body.isEmpty() && body != title)
            event.text = event.text.isEmpty() ? body : QString(event.text + u"\n\n"_s + body);
    }
    if (record.others.isEmpty())
        return;
    if (!event.text.isEmpty())
        event.text += u"\n\n"_s;
    event.text += record.others.join(u'\n');
}

} // namespace SecondStory::Importing
