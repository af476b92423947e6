// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/tools/plasorecord.h"

#include "importing/textcursor.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// "-", ":" and "N/A" stand for nothing.
QString valued(const QString &text)
{
    const QString trimmed = text.trimmed();
    const bool isNothing = trimmed == u"-"_s || trimmed == u":"_s || trimmed == u"N/A"_s;
    return isNothing ? QString() : trimmed;
}

QString capital(const QString &name)
{
    return name.trimmed().toLower();
}

/// Plaso writes these where a file keeps no time at all.
bool isNotATime(const QString &text)
{
    return text.isEmpty() || text.startsWith(u"0000-00-00"_s) || text.startsWith(u"00/00/0000"_s)
        || text.startsWith(u"--"_s) || text.compare(u"Not a time"_s, Qt::CaseInsensitive) == 0
        || text.compare(u"Not set"_s, Qt::CaseInsensitive) == 0
        || text.compare(u"Never"_s, Qt::CaseInsensitive) == 0
        || text.compare(u"Invalid"_s, Qt::CaseInsensitive) == 0;
}

/// "01/22/2012" as "2012-01-22"; empty when it is no day.
QString isoDay(const QString &day)
{
    TextCursor cursor(day);
    const int month = cursor.takeNumber(2, 2);
    const bool isFirst = cursor.take(u'/');
    const int number = cursor.takeNumber(2, 2);
    const bool isSecond = cursor.take(u'/');
    const int year = cursor.takeNumber(4, 4);
    if (month < 0 || number < 0 || year < 0 || !isFirst || !isSecond || !cursor.isAtEnd())
        return {};
    return QString::asprintf("%04d-%02d-%02d", year, month, number);
}

void readTime(PlasoRecord &record, const QString &text, EpochUnit unit = EpochUnit::Told)
{
    record.reading = readTimestamp(text, unit);
    if (!record.reading)
        record.why = translated("“%1” is not a time").arg(record.time.left(60));
}

class Row {
public:
    Row(const QStringList &header, const QStringList &fields)
        : m_header(header)
        , m_fields(fields)
    {
    }
    [[nodiscard]] QString value(QStringView name) const
    {
        const qsizetype at = m_header.indexOf(name);
        return at >= 0 && at < m_fields.size() ? valued(m_fields[at]) : QString();
    }
    void addOthers(PlasoRecord &record, std::initializer_list<QStringView> names) const
    {
        for (const QStringView name : names) {
            if (const QString text = value(name); !text.isEmpty())
                record.others.append(name + u": "_s + text);
        }
    }

private:
    const QStringList &m_header;
    const QStringList &m_fields;
};

PlasoRecord readL2tRow(const Row &row)
{
    PlasoRecord record;
    const QString day = row.value(u"date");
    const QString clock = row.value(u"time");
    record.time = QString(day + u' ' + clock).trimmed();
    record.message = row.value(u"desc").isEmpty() ? row.value(u"short") : row.value(u"desc");
    record.description = row.value(u"type");
    record.user = row.value(u"user");
    record.host = row.value(u"host");
    record.source = row.value(u"sourcetype");
    row.addOthers(record, { u"source", u"filename", u"format", u"notes", u"extra" });
    if (isNotATime(record.time) || isNotATime(clock))
        return record;
    readTime(record, QString(isoDay(day) + u' ' + clock));
    if (!record.reading)
        return record;
    const QString zone = row.value(u"timezone");
    if (zone == u"UTC"_s || zone == u"GMT"_s) {
        record.reading->offset = 0;
    } else if (ZoneClock::isKnownZone(zone)) {
        const ZoneClock clockOfZone(zone);
        const auto local = clockOfZone.fromLocal(record.reading->civil);
        record.reading->offset = clockOfZone.offsetAt(local.time);
        record.time += u' ' + zone;
    }
    return record;
}

PlasoRecord readDynamicRow(const Row &row)
{
    PlasoRecord record;
    record.time = row.value(u"datetime");
    record.message = row.value(u"message");
    record.description = row.value(u"timestamp_desc");
    record.source = row.value(u"source_long");
    row.addOthers(record, { u"source", u"parser", u"display_name", u"tag" });
    if (!isNotATime(record.time))
        readTime(record, record.time);
    return record;
}

PlasoRecord readTlnRow(const Row &row)
{
    PlasoRecord record;
    record.time = row.value(u"time");
    record.message = row.value(u"description");
    record.user = row.value(u"user");
    record.host = row.value(u"host");
    record.source = row.value(u"source");
    row.addOthers(record, { u"source", u"notes" });
    // Seconds since 1970; 0 stands for "no time".
    if (!record.time.isEmpty() && record.time != u"0"_s)
        readTime(record, record.time, EpochUnit::Seconds);
    return record;
}

TimePrecision precisionOf(const QString &className, qint64 timestamp)
{
    if (className.contains(u"Milliseconds"_s) || className == u"JavaTime"_s)
        return TimePrecision::Millisecond;
    const bool isWhole = className == u"TimeElements"_s || className == u"PosixTime"_s
        || className.startsWith(u"FATDateTime"_s) || className == u"HFSTime"_s;
    return isWhole && timestamp % 1'000'000 == 0 ? TimePrecision::Second
                                                 : TimePrecision::Microsecond;
}

} // namespace

PlasoFormat plasoFormatOf(const QStringList &header)
{
    QStringList names;
    for (const QString &name : header)
        names.append(capital(name));
    if (names.mid(0, 5)
        == QStringList{ u"time"_s, u"source"_s, u"host"_s, u"user"_s, u"description"_s })
        return PlasoFormat::Tln;
    const auto hasAll = [&names](std::initializer_list<QStringView> wanted) {
        return std::all_of(wanted.begin(), wanted.end(),
                           [&names](QStringView name) { return names.contains(name); });
    };
    if (hasAll({ u"date", u"time", u"timezone", u"macb", u"sourcetype", u"short", u"desc" }))
        return PlasoFormat::L2tCsv;
    const bool isDynamic =
        hasAll({ u"timestamp_desc", u"source_long", u"message", u"parser", u"display_name" });
    return isDynamic && names.first() == u"datetime"_s ? PlasoFormat::Dynamic : PlasoFormat::None;
}

PlasoRecord readPlasoRow(PlasoFormat format, const QStringList &header, const QStringList &fields)
{
    const Row row(header, fields);
    if (format == PlasoFormat::L2tCsv)
        return readL2tRow(row);
    return format == PlasoFormat::Tln ? readTlnRow(row) : readDynamicRow(row);
}

PlasoRecord readPlasoObject(const JsonValue &object)
{
    static constexpr std::array kTaken{ u"__container_type__", u"__type__",  u"timestamp",
                                        u"timestamp_desc",     u"date_time", u"message",
                                        u"username",           u"hostname",  u"pathspec" };
    PlasoRecord record;
    record.message = object.textOf(u"message").trimmed();
    record.description = object.textOf(u"timestamp_desc");
    record.user = valued(object.textOf(u"username"));
    record.host = valued(object.textOf(u"hostname"));
    record.source = object.textOf(u"data_type");
    record.time = object.textOf(u"timestamp");
    for (const auto &[key, value] : object.members) {
        const bool isTaken = std::any_of(kTaken.begin(), kTaken.end(),
                                         [&k = key](const auto *t) { return k == QStringView(t); });
        const QString text = isTaken ? QString() : value.toReadableText();
        if (!text.isEmpty())
            record.others.append(key + u": "_s + text);
    }
    const JsonValue *kept = object.find(u"date_time");
    const QString className = kept == nullptr ? QString() : kept->textOf(u"__class_name__");
    // "Not set" and the like: the number beside it means nothing.
    if (className == u"SemanticTime"_s || className == u"NotSet"_s || className == u"Never"_s
        || className == u"InvalidTime"_s || record.time.isEmpty())
        return record;
    readTime(record, record.time, EpochUnit::Microseconds);
    if (record.reading)
        record.reading->precision = precisionOf(className, record.time.toLongLong());
    return record;
}

Result<void> writePlasoRecord(const PlasoRecord &record, const QString &place, TimeResolver &times,
                              RecordWriter &writer)
{
    if (record.message.isEmpty() || !record.why.isEmpty()) {
        writer.skip(place, record.message.isEmpty() ? translated("has no words") : record.why);
        return {};
    }
    ParsedEvent event;
    event.place = place;
    event.kind = EventKind::Log;
    event.lane = record.host.isEmpty() ? record.source : record.host;
    if (record.reading)
        event.time = times.resolve(*record.reading, record.time, place, writer);
    else
        event.time.text = record.time;
    if (!record.user.isEmpty())
        event.actors.append({ record.user.left(200), {}, PersonKind::Human });
    QStringList others = record.others;
    if (!record.description.isEmpty())
        others.prepend(translated("The time is that of: %1").arg(record.description));
    setWords(event, record.message);
    if (!others.isEmpty())
        event.text =
            (event.text.isEmpty() ? event.title : event.text) + u"\n\n"_s + others.join(u'\n');
    return writer.event(std::move(event));
}

} // namespace SecondStory::Importing
