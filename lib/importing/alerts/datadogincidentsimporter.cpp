// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/alerts/datadogincidentsimporter.h"

#include "importing/jsonrun.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// A moment of an incident and the words for it.
struct Moment {
    const char16_t *path;
    const char16_t *endPath; ///< of the interval that begins here; may be empty
    const char16_t *userPath; ///< of whoever did it; may be empty
    const char *words;
};

constexpr std::array kMoments{
    Moment{ u"attributes.customer_impact_start", u"attributes.customer_impact_end", u"",
            QT_TRANSLATE_NOOP("Importing", "Customer impact begins: %1") },
    Moment{ u"attributes.detected", u"attributes.resolved", u"",
            QT_TRANSLATE_NOOP("Importing", "Detected: %1") },
    Moment{ u"attributes.created", u"", u"created_by_user",
            QT_TRANSLATE_NOOP("Importing", "Declared: %1") },
    Moment{ u"attributes.customer_impact_end", u"", u"",
            QT_TRANSLATE_NOOP("Importing", "Customer impact ends: %1") },
    Moment{ u"attributes.resolved", u"", u"", QT_TRANSLATE_NOOP("Importing", "Resolved: %1") },
};

/// "severity: SEV-2" of the fields people filled in.
QStringList linesOf(const JsonValue &incident)
{
    QStringList lines;
    for (const auto *key : { u"severity", u"state", u"customer_impact_scope", u"public_id" })
        lines += namedLine(QStringView(key).toString(),
                           textAt(incident, QString(u"attributes."_s + QStringView(key))));
    if (const JsonValue *fields = incident.findPath(u"attributes.fields")) {
        for (const auto &[name, field] : fields->members) {
            const JsonValue *value = field.find(u"value");
            lines += namedLine(name, value == nullptr ? QString() : value->toReadableText());
        }
    }
    return lines;
}

void addUser(JsonReading &reading, const JsonValue &incident, const QString &relation,
             ParsedEvent &event)
{
    const QString id = relation.isEmpty()
        ? QString()
        : textAt(incident, QString(u"relationships."_s + relation + u".data.id"_s));
    if (id.isEmpty())
        return;
    const QString name = reading.nameOf(id);
    if (name.isEmpty())
        reading.remarkOnce(translated("the file names people by their ids only"));
    event.actors.append({ name.isEmpty() ? id : name, id, PersonKind::Human });
}

Result<void> takeIncident(JsonReading &reading, const JsonValue &incident, const QString &place)
{
    const QString title = textAt(incident, u"attributes.title");
    const QString id = textAt(incident, u"id");
    if (title.isEmpty()) {
        reading.skip(place, translated("has no words"));
        return {};
    }
    bool isFirst = true;
    for (const Moment &moment : kMoments) {
        const QString path = QStringView(moment.path).toString();
        const QString tail = path.mid(path.indexOf(u'.') + 1);
        ParsedEvent event;
        event.place = isFirst ? place : QString(place + u", "_s + tail);
        event.time = reading.timeOf(incident.findPath(path), event.place);
        if (event.time.text.isEmpty())
            continue;
        const QStringView endPath(moment.endPath);
        if (!endPath.isEmpty())
            reading.setEnd(event.time, reading.timeOf(incident.findPath(endPath), event.place),
                           event.place);
        event.kind = EventKind::Milestone;
        event.naturalKey = id.isEmpty() ? QString() : QString(id + u':' + tail);
        addUser(reading, incident, QStringView(moment.userPath).toString(), event);
        setWordsOf(event, translated(moment.words).arg(title),
                   isFirst ? linesOf(incident) : QStringList());
        isFirst = false;
        if (auto taken = reading.take(std::move(event)); !taken)
            return taken;
    }
    if (!isFirst)
        return {};
    ParsedEvent event;
    event.place = place;
    event.kind = EventKind::Milestone;
    event.naturalKey = id;
    setWordsOf(event, title, linesOf(incident));
    return reading.take(std::move(event));
}

} // namespace

QString DatadogIncidentsImporter::displayName() const
{
    return translated("Datadog incidents");
}

Likelihood DatadogIncidentsImporter::probe(const EvidenceInput &input) const
{
    const JsonSketch &sketch = input.sketch();
    for (const QString &prefix : { u"data[]."_s, u"data."_s, u""_s }) {
        const auto has = [&](const QString &key) { return sketch.has(prefix + key); };
        if (has(u"attributes.title"_s) && has(u"attributes.detected"_s)
            && has(u"attributes.created"_s))
            return sketch.text(prefix + u"type"_s) == u"incidents"_s ? 98 : 70;
    }
    return 0;
}

QStringList DatadogIncidentsImporter::containers() const
{
    return { u"data"_s };
}

QStringList DatadogIncidentsImporter::timePaths() const
{
    return { u"attributes.created"_s, u"attributes.detected"_s };
}

QString DatadogIncidentsImporter::nothingRead() const
{
    return translated("no incident could be read");
}

/// The names of people stand behind the incidents, so they are gathered first.
Result<void> DatadogIncidentsImporter::prepare(EvidenceInput &input, JsonReading &reading) const
{
    auto device = input.stream();
    if (!device)
        return tl::make_unexpected(device.error());
    JsonRecordStream stream(**device, input.path(), containers());
    const auto keepNames = [&reading](const JsonValue &people) {
        for (const JsonValue &one : people.items)
            reading.keepName(textAt(one, u"id"),
                             firstTextAt(one, { u"attributes.name", u"attributes.handle" }));
    };
    const auto looked = eachJsonRecord(stream, [&]() -> Result<void> {
        if (const JsonValue *included = stream.record().find(u"included"))
            keepNames(*included);
        return {};
    });
    if (looked)
        keepNames(stream.head(u"included"_s));
    return looked;
}

Result<void> DatadogIncidentsImporter::take(JsonReading &reading, const JsonValue &record) const
{
    const JsonValue *data = record.find(u"data");
    if (data != nullptr && data->isObject())
        return takeIncident(reading, *data, reading.place());
    return takeIncident(reading, record, reading.place());
}

} // namespace SecondStory::Importing
