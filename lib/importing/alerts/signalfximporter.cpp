// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/alerts/signalfximporter.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

bool isAlert(const JsonValue &record)
{
    return record.find(u"messageBody") != nullptr || record.find(u"sf_schema") != nullptr
        || record.findPath(u"inputs.sf_schema") != nullptr;
}

/// A member of the alert; some tools keep the later ones within `inputs`.
QString part(const JsonValue &alert, const QString &key)
{
    const QString own = textAt(alert, key);
    return own.isEmpty() ? textAt(alert, QString(u"inputs."_s + key)) : own;
}

/// The time that the message states in words: "… cleared at Thu, 29 Feb 2024 11:48:32 GMT.".
QString timeInWords(const QString &body)
{
    const qsizetype lineEnd = body.indexOf(u'\n');
    const QString line = lineEnd < 0 ? body : body.left(lineEnd);
    const qsizetype at = line.lastIndexOf(u" at "_s);
    if (at < 0)
        return {};
    QString text = line.mid(at + 4).trimmed();
    if (text.endsWith(u'.'))
        text.chop(1);
    return readTimestamp(text) ? text : QString();
}

Result<void> takeAlert(JsonReading &reading, const JsonValue &alert, const QString &place)
{
    const QString body = part(alert, u"messageBody"_s);
    ParsedEvent event;
    event.place = place;
    event.time = reading.timeOf(alert.find(u"timestamp"), place);
    if (event.time.text.isEmpty()) {
        JsonValue stated;
        stated.type = JsonValue::Type::String;
        stated.text = timeInWords(body);
        event.time = reading.timeOf(&stated, place);
    }
    event.kind = EventKind::Alert;
    const QString status = firstTextAt(alert, { u"status", u"statusExtended" });
    const QString incident = textAt(alert, u"incidentId");
    if (!incident.isEmpty())
        event.naturalKey = incident + u':' + status + u':' + event.time.text;
    event.lane = textAt(alert, u"detector");
    QString title = part(alert, u"messageTitle"_s);
    if (title.isEmpty())
        title = part(alert, u"rule"_s);
    setWordsOf(event, title,
               { body, part(alert, u"description"_s), namedLine(u"status"_s, status),
                 namedLine(u"severity"_s, part(alert, u"severity"_s)),
                 namedLine(u"metric"_s, part(alert, u"originatingMetric"_s)),
                 namedLine(u"condition"_s, part(alert, u"detectOnCondition"_s)),
                 namedLine(u"tip"_s, part(alert, u"tip"_s)) });
    return reading.take(std::move(event));
}

} // namespace

QString SignalFxImporter::displayName() const
{
    return translated("SignalFx alerts");
}

Likelihood SignalFxImporter::probe(const EvidenceInput &input) const
{
    const JsonSketch &sketch = input.sketch();
    if (sketch.hasAll({ u"detectorUrl"_s, u"messageBody"_s, u"incidentId"_s }))
        return 97;
    return hasPayloadWith(sketch, { u"detectorUrl"_s, u"messageBody"_s }) ? 95 : 0;
}

QStringList SignalFxImporter::timePaths() const
{
    return { u"timestamp"_s };
}

QString SignalFxImporter::nothingRead() const
{
    return translated("no alert could be read");
}

Result<void> SignalFxImporter::take(JsonReading &reading, const JsonValue &record) const
{
    if (isAlert(record))
        return takeAlert(reading, record, reading.place());
    const auto payloads = namedPayloads(record);
    if (payloads.empty())
        reading.skip(reading.place(), translated("is not an alert of SignalFx"));
    for (const NamedPayload &named : payloads) {
        const QString place = placeWithin(reading.place(), named.name);
        if (auto taken = takeAlert(reading, *named.payload, place); !taken)
            return taken;
    }
    return {};
}

} // namespace SecondStory::Importing
