// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/alerts/alertmanagersilencesimporter.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// "alertname=Host_Down", "instance!~web.*".
QString matcherText(const JsonValue &matcher)
{
    const bool isEqual = textAt(matcher, u"isEqual") != u"false"_s;
    const bool isRegex = textAt(matcher, u"isRegex") == u"true"_s;
    const QString sign = isEqual ? (isRegex ? u"=~"_s : u"="_s) : (isRegex ? u"!~"_s : u"!="_s);
    return textAt(matcher, u"name") + sign + textAt(matcher, u"value");
}

QStringList matchersOf(const JsonValue &silence)
{
    QStringList texts;
    if (const JsonValue *matchers = silence.find(u"matchers")) {
        for (const JsonValue &matcher : matchers->items)
            texts.append(matcherText(matcher));
    }
    return texts;
}

} // namespace

QString AlertmanagerSilencesImporter::displayName() const
{
    return translated("Alertmanager silences");
}

Likelihood AlertmanagerSilencesImporter::probe(const EvidenceInput &input) const
{
    const JsonSketch &sketch = input.sketch();
    for (const QString &prefix : { u""_s, u"data[]."_s }) {
        const auto has = [&](const QString &key) { return sketch.has(prefix + key); };
        if (has(u"matchers[].name"_s) && has(u"createdBy"_s) && has(u"comment"_s)
            && has(u"startsAt"_s) && has(u"endsAt"_s))
            return 97;
    }
    return 0;
}

QStringList AlertmanagerSilencesImporter::containers() const
{
    return { u"data"_s };
}

QStringList AlertmanagerSilencesImporter::timePaths() const
{
    return { u"startsAt"_s, u"endsAt"_s };
}

QString AlertmanagerSilencesImporter::nothingRead() const
{
    return translated("no silence could be read");
}

Result<void> AlertmanagerSilencesImporter::take(JsonReading &reading, const JsonValue &record) const
{
    const QString place = reading.place();
    const QStringList matchers = matchersOf(record);
    const QString comment = textAt(record, u"comment");
    if (matchers.isEmpty() && comment.isEmpty()) {
        reading.skip(place, translated("is no silence: it has neither matchers nor a comment"));
        return {};
    }
    const QString what = matchers.join(u", "_s);
    const QString id = textAt(record, u"id");
    const bool isExpired = textAt(record, u"status.state") == u"expired"_s;
    const RecordedTime end =
        isExpired ? reading.timeOf(record.find(u"endsAt"), place) : RecordedTime();
    ParsedEvent event;
    event.time = reading.timeAt(record, { u"startsAt", u"updatedAt" }, place);
    reading.setEnd(event.time, end, place);
    event.kind = EventKind::Action;
    event.place = place;
    event.naturalKey = id;
    if (const QString by = textAt(record, u"createdBy"); !by.isEmpty())
        event.actors.append({ by, by, PersonKind::Human });
    setWordsOf(event, translated("Silenced %1: %2").arg(what, comment),
               { namedLine(u"state"_s, textAt(record, u"status.state")),
                 namedLine(u"endsAt"_s, textAt(record, u"endsAt")) });
    if (const auto taken = reading.take(std::move(event)); !taken || !end.isDated())
        return taken;
    ParsedEvent over;
    over.time = end;
    over.kind = EventKind::Alert;
    over.place = place + u", endsAt"_s;
    over.naturalKey = id.isEmpty() ? QString() : QString(id + u":ended"_s);
    setWordsOf(over, translated("Silence ended: %1").arg(what.isEmpty() ? comment : what));
    return reading.take(std::move(over));
}

} // namespace SecondStory::Importing
