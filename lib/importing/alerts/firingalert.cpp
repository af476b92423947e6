// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/alerts/firingalert.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

QString statusOf(const JsonValue &alert, const AlertSetting &setting)
{
    const QString own = firstTextAt(alert, { u"status", u"status.state", u"state" });
    return (own.isEmpty() ? setting.status : own).toLower();
}

/// The API gives an active alert an end too: when it will be held resolved unless it is sent again.
bool hasEnded(const QString &status, const RecordedTime &end, const RecordedTime &updated)
{
    if (status == u"resolved"_s)
        return true;
    const bool isUnsaid = status.isEmpty() || status == u"unprocessed"_s;
    return isUnsaid && end.isDated() && (!updated.isDated() || *end.start <= *updated.start);
}

/// The source's fingerprint, else one of the labels: they are what tells two alerts apart.
QString identityOf(const JsonValue &alert)
{
    if (const QString fingerprint = textAt(alert, u"fingerprint"); !fingerprint.isEmpty())
        return fingerprint;
    QStringList labels = namedLines(alert.find(u"labels"));
    if (labels.isEmpty())
        return {};
    labels.sort();
    const QByteArray digest =
        QCryptographicHash::hash(labels.join(u'\n').toUtf8(), QCryptographicHash::Sha1);
    return u"labels-"_s + QString::fromLatin1(digest.toHex().left(16));
}

QString keyOf(const JsonValue &alert, const RecordedTime &start)
{
    const QString identity = identityOf(alert);
    if (identity.isEmpty())
        return {};
    return identity + u':' + (start.start ? toRfc3339(*start.start) : start.text);
}

QString titleOf(const JsonValue &alert)
{
    const QString name = textAt(alert, u"labels.alertname");
    const QString summary = firstTextAt(alert,
                                        { u"annotations.summary", u"annotations.message",
                                          u"annotations.title", u"annotations.description" });
    if (name.isEmpty())
        return summary.isEmpty() ? namedLines(alert.find(u"labels")).join(u", "_s) : summary;
    return summary.isEmpty() || summary == name ? name : QString(name + u": "_s + summary);
}

QStringList linesOf(const JsonValue &alert)
{
    QStringList lines{ textAt(alert, u"annotations.description"),
                       textAt(alert, u"annotations.message") };
    lines += namedLines(alert.find(u"annotations"),
                        { u"summary"_s, u"description"_s, u"message"_s, u"title"_s });
    lines += namedLines(alert.find(u"labels"), { u"alertname"_s });
    for (const auto *key : { u"valueString", u"dashboardURL", u"panelURL", u"generatorURL" })
        lines += namedLine(QStringView(key).toString(), textAt(alert, QStringView(key)));
    if (const JsonValue *silences = alert.findPath(u"status.silencedBy");
        silences != nullptr && !silences->items.empty())
        lines += namedLine(u"silenced by"_s, silences->toReadableText());
    return lines;
}

ParsedEvent alertEvent(const JsonValue &alert, RecordedTime time, const QString &place,
                       const QString &key)
{
    ParsedEvent event;
    event.time = std::move(time);
    event.kind = EventKind::Alert;
    event.place = place;
    event.naturalKey = key;
    event.lane = firstTextAt(alert, { u"labels.service", u"labels.job", u"labels.grafana_folder" });
    return event;
}

} // namespace

Result<void> takeAlert(JsonReading &reading, const JsonValue &alert, const AlertSetting &setting)
{
    if (!alert.isObject()) {
        reading.skip(setting.place, translated("is not a JSON object"));
        return {};
    }
    const RecordedTime start = reading.timeOf(alert.find(u"startsAt"), setting.place);
    const RecordedTime stated = reading.timeOf(alert.find(u"endsAt"), setting.place);
    const bool isOver = hasEnded(statusOf(alert, setting), stated,
                                 reading.timeOf(alert.find(u"updatedAt"), setting.place));
    const RecordedTime end = isOver ? stated : RecordedTime();
    const QString key = keyOf(alert, start);
    const QString endKey = key.isEmpty() ? QString() : QString(key + u":resolved"_s);
    const bool isSentAgain = !key.isEmpty() && reading.isKnown(key);
    const bool isEndNew = end.isDated() && (endKey.isEmpty() || !reading.isKnown(endKey));
    if (isSentAgain && !isEndNew) {
        reading.skip(setting.place, translated("repeats an alert that stands further up"));
        return {};
    }
    if (!isSentAgain) {
        ParsedEvent fired = alertEvent(alert, start, setting.place, key);
        reading.setEnd(fired.time, end, setting.place);
        setWordsOf(fired, titleOf(alert), linesOf(alert));
        if (const auto taken = reading.take(std::move(fired)); !taken || !isEndNew)
            return taken;
    }
    ParsedEvent resolved = alertEvent(alert, end, QString(setting.place + u", endsAt"_s), endKey);
    setWordsOf(resolved, translated("Resolved: %1").arg(titleOf(alert)));
    return reading.take(std::move(resolved));
}

Result<void> takeAlerts(JsonReading &reading, const JsonValue &payload)
{
    const JsonValue *alerts = payload.find(u"alerts");
    if (alerts == nullptr || alerts->items.empty()) {
        reading.skip(reading.place(), translated("holds no alerts"));
        return {};
    }
    if (const int left = textAt(payload, u"truncatedAlerts").toInt(); left > 0)
        reading.writer().remark(reading.place(),
                                QCoreApplication::translate(
                                    "Importing", "the sender left %n alert(s) out", nullptr, left));
    for (size_t i = 0; i < alerts->items.size(); ++i) {
        const AlertSetting setting{ placeWithin(reading.place(), u"alerts"_s,
                                                static_cast<qsizetype>(i)),
                                    textAt(payload, u"status") };
        if (auto taken = takeAlert(reading, alerts->items[i], setting); !taken)
            return taken;
    }
    return {};
}

} // namespace SecondStory::Importing
