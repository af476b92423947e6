// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/recordmapper.h"

#include "importing/importerrors.h"
#include "importing/limits.h"
#include "importing/textslice.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kMostActors = 50;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// "Asha; Ben" names two people.
QList<ParsedActor> actorsFrom(QByteArrayView text)
{
    QList<ParsedActor> actors;
    const QStringList names = QString::fromUtf8(text).split(u';', Qt::SkipEmptyParts);
    for (const QString &name : names) {
        if (!name.trimmed().isEmpty() && actors.size() < kMostActors)
            actors.append({ name.simplified().left(200), {}, PersonKind::Human });
    }
    return actors;
}

} // namespace

bool isNoTime(QByteArrayView time)
{
    time = trimmedSlice(time);
    return time.isEmpty() || time == "-" || time == "null" || time == "None" || time == "N/A"
        || time.startsWith("0001-01-01T00:00:00");
}

bool isNoTime(QStringView time)
{
    return isNoTime(QByteArrayView(time.toUtf8()));
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
    , m_fixedKind(eventKindFromForeignWord(mapping.fixedKind))
{
}

Result<void> RecordMapper::take(const MappedRecord &record, const QString &place)
{
    if (trimmedSlice(record.title).isEmpty() && trimmedSlice(record.text).isEmpty()) {
        m_writer.skip(place, translated("has no words"));
        return {};
    }
    ParsedEvent event;
    if (!fillTime(record, place, event.time))
        return {};
    event.place = place;
    fillWords(record, event);
    event.kind = m_mapping.kind.isEmpty()
        ? m_fixedKind
        : m_kinds.value(record.kind, [](QByteArrayView word) {
              return eventKindFromForeignWord(QString::fromUtf8(word));
          });
    if (!record.actor.isEmpty())
        event.actors = m_actors.value(record.actor, actorsFrom);
    if (!record.lane.isEmpty())
        event.lane = m_lanes.value(
            record.lane, [](QByteArrayView word) { return QString::fromUtf8(word).simplified(); });
    event.naturalKey = stringFrom(trimmedSlice(record.key));
    return m_writer.event(std::move(event));
}

bool RecordMapper::fillTime(const MappedRecord &record, const QString &place, RecordedTime &time)
{
    const QByteArrayView startText = trimmedSlice(record.time);
    if (!isNoTime(startText)) {
        auto start = readTime(startText, place);
        if (!start)
            return false;
        time = *std::move(start);
    }
    const QByteArrayView endText = trimmedSlice(record.endTime);
    if (!time.isDated() || isNoTime(endText))
        return true;
    const QString text = QString::fromUtf8(endText);
    const auto reading = readTimestampUtf8(endText, m_unit);
    const auto end = reading ? m_times.resolve(*reading, text, place, m_writer) : RecordedTime();
    if (end.isDated())
        TimeResolver::setEnd(time, end, place, m_writer);
    else
        m_writer.remark(
            place, translated("the end “%1” is not a time and was left out").arg(text.left(60)));
    return true;
}

std::optional<RecordedTime> RecordMapper::readTime(QByteArrayView bytes, const QString &place)
{
    const QString text = stringFrom(bytes);
    const auto reading = readTimestampUtf8(bytes, m_unit);
    if (!reading) {
        m_writer.skip(place, translated("“%1” is not a time").arg(text.left(60)));
        return {};
    }
    if (!reading->offset && !m_times.hasZone()) {
        m_writer.skip(
            place, translated("“%1” states no time zone and none was chosen").arg(text.left(60)));
        return {};
    }
    RecordedTime time = m_times.resolve(*reading, text, place, m_writer);
    if (!time.isDated()) {
        m_writer.skip(place,
                      translated("“%1” lies outside the years 1 to 9999").arg(text.left(60)));
        return {};
    }
    return time;
}

void RecordMapper::fillWords(const MappedRecord &record, ParsedEvent &event) const
{
    const QByteArrayView title = trimmedSlice(record.title);
    const QByteArrayView body = trimmedSlice(record.text);
    const QByteArrayView first = title.isEmpty() ? body : title;
    if (first.size() <= Limits::kTitleCharacters && isPlainLine(first))
        event.title = QString::fromLatin1(first);
    else
        setWords(event, QString::fromUtf8(first));
    if (!title.isEmpty() && !body.isEmpty() && body != title) {
        const QString text = QString::fromUtf8(body);
        event.text = event.text.isEmpty() ? text : QString(event.text + u"\n\n"_s + text);
    }
    if (record.others.isEmpty())
        return;
    if (!event.text.isEmpty())
        event.text += u"\n\n"_s;
    event.text += record.others.join(u'\n');
}

} // namespace SecondStory::Importing
