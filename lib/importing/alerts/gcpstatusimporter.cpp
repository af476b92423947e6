// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/alerts/gcpstatusimporter.h"

#include "importing/plainwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// Markdown's marks taken out line by line.
QString plain(const QString &markdown)
{
    QStringList lines;
    for (const QString &line : markdown.split(u'\n')) {
        QString bare = line;
        while (bare.startsWith(u'#'))
            bare.remove(0, 1);
        lines.append(withoutMarkdown(bare));
    }
    return lines.join(u'\n').trimmed();
}

QString productNames(const JsonValue &incident)
{
    QStringList names;
    if (const JsonValue *products = incident.find(u"affected_products")) {
        for (const JsonValue &product : products->items)
            names.append(textAt(product, u"title"));
    }
    return names.join(u", "_s);
}

QString keyOf(const JsonValue &incident)
{
    return firstTextAt(incident, { u"id", u"number" });
}

ParsedEvent incidentEvent(JsonReading &reading, const JsonValue &incident, const RecordedTime &over)
{
    const QString place = reading.place();
    ParsedEvent event;
    event.place = place;
    event.time = reading.timeAt(incident, { u"begin", u"created" }, place);
    reading.setEnd(event.time, over, place);
    event.kind = EventKind::Milestone;
    event.naturalKey = keyOf(incident);
    event.lane = textAt(incident, u"service_name");
    setWordsOf(event, plain(textAt(incident, u"external_desc")),
               { namedLine(u"severity"_s, textAt(incident, u"severity")),
                 namedLine(u"status"_s, textAt(incident, u"status_impact")),
                 namedLine(u"products"_s, productNames(incident)),
                 namedLine(u"uri"_s, textAt(incident, u"uri")) });
    return event;
}

Result<void> takeUpdate(JsonReading &reading, const JsonValue &incident, const JsonValue &update,
                        qsizetype index)
{
    ParsedEvent event;
    event.place = placeWithin(reading.place(), u"updates"_s, index);
    event.time = reading.timeAt(update, { u"when", u"created" }, event.place);
    event.kind = EventKind::Message;
    const QString key = keyOf(incident);
    if (!key.isEmpty() && !event.time.text.isEmpty())
        event.naturalKey = key + u':' + event.time.text + u':' + textAt(update, u"created");
    event.lane = textAt(incident, u"service_name");
    const QString words = plain(textAt(update, u"text"));
    const QString status = textAt(update, u"status");
    setWordsOf(event, words.isEmpty() ? status : words,
               { namedLine(u"status"_s, status),
                 namedLine(u"incident"_s, plain(textAt(incident, u"external_desc"))) });
    return reading.take(std::move(event));
}

} // namespace

QString GcpStatusImporter::displayName() const
{
    return translated("Google Cloud incidents");
}

Likelihood GcpStatusImporter::probe(const EvidenceInput &input) const
{
    const JsonSketch &sketch = input.sketch();
    if (!sketch.hasAll({ u"begin"_s, u"external_desc"_s, u"updates"_s }))
        return 0;
    return sketch.has(u"status_impact"_s) || sketch.has(u"service_key"_s) ? 98 : 85;
}

QStringList GcpStatusImporter::timePaths() const
{
    return { u"begin"_s, u"created"_s, u"end"_s, u"when"_s };
}

QString GcpStatusImporter::nothingRead() const
{
    return translated("no incident could be read");
}

Result<void> GcpStatusImporter::take(JsonReading &reading, const JsonValue &record) const
{
    if (record.find(u"begin") == nullptr && record.find(u"external_desc") == nullptr) {
        reading.skip(reading.place(), translated("is not an incident of Google Cloud"));
        return {};
    }
    const RecordedTime over = reading.timeOf(record.find(u"end"), reading.place());
    if (const auto taken = reading.take(incidentEvent(reading, record, over)); !taken)
        return taken;
    if (const JsonValue *updates = record.find(u"updates")) {
        for (size_t i = 0; i < updates->items.size(); ++i) {
            if (auto taken =
                    takeUpdate(reading, record, updates->items[i], static_cast<qsizetype>(i));
                !taken)
                return taken;
        }
    }
    if (!over.isDated())
        return {};
    ParsedEvent end;
    end.place = reading.place() + u", end"_s;
    end.time = over;
    end.kind = EventKind::Milestone;
    end.naturalKey = keyOf(record).isEmpty() ? QString() : QString(keyOf(record) + u":end"_s);
    end.lane = textAt(record, u"service_name");
    setWordsOf(end, translated("Over: %1").arg(plain(textAt(record, u"external_desc"))));
    return reading.take(std::move(end));
}

} // namespace SecondStory::Importing
