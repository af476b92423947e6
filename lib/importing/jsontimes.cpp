// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/jsontimes.h"

#include "importing/recordmapper.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kShown = 60;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

bool isNone(const QString &text)
{
    return isNoTime(text) || text == u"0"_s;
}

} // namespace

JsonTimes::JsonTimes(const ImportOptions &options, RecordWriter &writer)
    : m_writer(writer)
    , m_times(options)
{
}

RecordedTime JsonTimes::read(const JsonValue *value, const QString &place, EpochUnit unit)
{
    if (value == nullptr || value->type == JsonValue::Type::Null)
        return {};
    if (value->isArray() || value->isObject() || value->type == JsonValue::Type::Boolean) {
        m_writer.remark(place,
                        translated("“%1” is not a time; the event is undated")
                            .arg(value->toReadableText().left(kShown)));
        return {};
    }
    return read(value->text, place, unit);
}

RecordedTime JsonTimes::read(const QString &text, const QString &place, EpochUnit unit)
{
    const QString trimmed = text.trimmed();
    if (isNone(trimmed))
        return {};
    const auto reading = readTimestamp(trimmed, unit);
    if (!reading) {
        m_writer.remark(
            place,
            translated("“%1” is not a time; the event is undated").arg(trimmed.left(kShown)));
        return TimeResolver::undated(trimmed.left(kShown));
    }
    RecordedTime time = m_times.resolve(*reading, trimmed, place, m_writer);
    if (!time.isDated())
        m_writer.remark(
            place,
            reading->offset
                ? translated("“%1” lies outside the years 1 to 9999").arg(trimmed.left(kShown))
                : translated("“%1” states no time zone and none was chosen; the event "
                             "is undated")
                      .arg(trimmed.left(kShown)));
    return time;
}

RecordedTime JsonTimes::readFirst(const JsonValue &record, std::initializer_list<QStringView> paths,
                                  const QString &place, EpochUnit unit)
{
    for (const QStringView path : paths) {
        const JsonValue *value = record.findPath(path);
        if (holdsTime(value))
            return read(value, place, unit);
    }
    return {};
}

void JsonTimes::setEnd(RecordedTime &time, const JsonValue *end, const QString &place,
                       EpochUnit unit)
{
    if (!time.isDated() || !holdsTime(end))
        return;
    const RecordedTime last = read(end, place, unit);
    if (last.isDated() && *last.start != *time.start)
        TimeResolver::setEnd(time, last, place, m_writer);
}

bool holdsTime(const JsonValue *value)
{
    return value != nullptr
        && (value->type == JsonValue::Type::String || value->type == JsonValue::Type::Number)
        && !isNone(value->text.trimmed());
}

Needs zoneNeed(const JsonSketch &sketch, std::initializer_list<QString> paths,
               const ImportOptions &options)
{
    if (options.hasZone())
        return {};
    const bool isLacking = std::any_of(paths.begin(), paths.end(), [&](const QString &path) {
        return lacksZone(sketch.text(path));
    });
    return isLacking ? Needs(Need::Zone) : Needs();
}

} // namespace SecondStory::Importing
