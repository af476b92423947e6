// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/alerts/jsonreading.h"

#include "importing/recordmapper.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kKept = 100'000;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// Eight bytes of a digest instead of the key itself: millions of records stay small in memory.
quint64 digestOf(const QString &key)
{
    const QByteArray digest = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha1);
    return qFromLittleEndian<quint64>(digest.constData());
}

} // namespace

QStringList namedLines(const JsonValue *object, const QStringList &without)
{
    QStringList lines;
    if (object == nullptr)
        return lines;
    for (const auto &[key, value] : object->members) {
        if (without.contains(key) || value.type == JsonValue::Type::Null)
            continue;
        const bool isEmptyList =
            (value.isArray() && value.items.empty()) || (value.isObject() && value.members.empty());
        if (const QString line = namedLine(key, value.toReadableText());
            !line.isEmpty() && !isEmptyList)
            lines.append(line);
    }
    return lines;
}

QString placeWithin(const QString &place, const QString &path, qsizetype index)
{
    const QString within =
        index < 0 ? QString(u'/' + path) : QString(u'/' + path + u'/' + QString::number(index));
    return place.contains(u", /"_s) ? QString(place + within) : QString(place + u", "_s + within);
}

JsonReading::JsonReading(JsonRecordStream &stream, const ImportOptions &options,
                         RecordWriter &writer)
    : m_stream(stream)
    , m_writer(writer)
    , m_times(options)
{
}

RecordedTime JsonReading::timeOf(const JsonValue *value, const QString &place, EpochUnit unit)
{
    const bool isWritten = value != nullptr
        && (value->type == JsonValue::Type::String || value->type == JsonValue::Type::Number);
    if (!isWritten || isNoTime(value->text))
        return {};
    const QString text = value->text.trimmed();
    const auto reading = readTimestamp(text, unit);
    if (!reading) {
        m_writer.remark(place, translated("“%1” is not a time").arg(text.left(60)));
        return TimeResolver::undated(text.left(60));
    }
    if (!reading->offset && !m_times.hasZone())
        m_writer.remark(
            place, translated("“%1” states no time zone and none was chosen").arg(text.left(60)));
    if (reading->instant() == TimePoint{})
        m_writer.remark(
            place,
            translated("“%1” is the beginning of 1970, which programs write when they know no time")
                .arg(text.left(60)));
    return m_times.resolve(*reading, text, place, m_writer);
}

RecordedTime JsonReading::timeAt(const JsonValue &record, std::initializer_list<QStringView> paths,
                                 const QString &place)
{
    RecordedTime unread;
    for (const QStringView path : paths) {
        RecordedTime time = timeOf(record.findPath(path), place);
        if (time.isDated())
            return time;
        if (unread.text.isEmpty())
            unread = std::move(time);
    }
    return unread;
}

bool JsonReading::isKnown(const QString &naturalKey) const
{
    return m_known.contains(digestOf(naturalKey));
}

Result<void> JsonReading::take(ParsedEvent event)
{
    if (event.title.isEmpty()) {
        skip(event.place, translated("has no words"));
        return {};
    }
    if (!event.naturalKey.isEmpty()) {
        const quint64 digest = digestOf(event.naturalKey);
        if (m_known.contains(digest)) {
            skip(event.place, translated("stands in the file twice"));
            return {};
        }
        m_known.insert(digest);
    }
    event.lane = withoutControls(event.lane).simplified().left(200);
    for (ParsedActor &actor : event.actors)
        actor.name = withoutControls(actor.name).simplified().left(200);
    event.actors.removeIf([](const ParsedActor &actor) { return actor.name.isEmpty(); });
    return m_writer.event(std::move(event));
}

void JsonReading::remarkOnce(const QString &what)
{
    if (m_remarked.contains(what))
        return;
    m_remarked.insert(what);
    m_writer.remark(place(), what);
}

void JsonReading::keepEnd(const QString &key, const RecordedTime &end)
{
    if (!key.isEmpty() && (m_ends.size() < kKept || m_ends.contains(key)))
        m_ends.insert(key, end);
}

void JsonReading::keepName(const QString &id, const QString &name)
{
    if (!id.isEmpty() && !name.isEmpty() && m_names.size() < kKept)
        m_names.insert(id, name);
}

} // namespace SecondStory::Importing
