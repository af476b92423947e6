// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/infra/journaldimporter.h"

#include "importing/jsonrun.h"
#include "importing/recordtext.h"
#include "importing/textdecoding.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kMostHosts = 1'000;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

struct FieldText {
    QString text;
    bool isRepaired = false;
    bool isLeftOut = false; ///< null: the field was too large for the export
};

bool isBytes(const JsonValue &value)
{
    return value.isArray() && !value.items.empty()
        && std::all_of(value.items.begin(), value.items.end(),
                       [](const JsonValue &item) { return item.type == JsonValue::Type::Number; });
}

FieldText fromBytes(const JsonValue &value)
{
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(value.items.size()));
    for (const JsonValue &item : value.items)
        bytes.append(static_cast<char>(item.text.toUInt() & 0xFFU));
    const DecodedText decoded = decodeUtf8(bytes);
    return { decoded.text, decoded.isRepaired, false };
}

/// A field that stands several times becomes an array, of texts or of byte arrays.
FieldText fieldText(const JsonValue &value)
{
    if (value.type == JsonValue::Type::Null)
        return { {}, false, true };
    if (isBytes(value))
        return fromBytes(value);
    if (!value.isArray())
        return { value.text, false, false };
    FieldText all;
    QStringList parts;
    for (const JsonValue &item : value.items) {
        const FieldText part = isBytes(item) ? fromBytes(item) : FieldText{ item.text };
        parts.append(part.text);
        all.isRepaired = all.isRepaired || part.isRepaired;
    }
    all.text = parts.join(u'\n');
    return all;
}

/// A scalar field, or the first of several.
QString fieldAt(const JsonValue &record, QStringView name)
{
    const JsonValue *value = record.find(name);
    if (value == nullptr)
        return {};
    return readableText(fieldText(*value).text).section(u'\n', 0, 0);
}

QString firstField(const JsonValue &record, std::initializer_list<QStringView> names)
{
    for (const QStringView name : names) {
        if (QString text = fieldAt(record, name); !text.isEmpty())
            return text;
    }
    return {};
}

/// Syslog's words for priorities that a reader looks for; the everyday ones say nothing.
QString priorityWord(const QString &number)
{
    static constexpr std::array kWords{ u"emergency", u"alert", u"critical", u"error", u"warning" };
    bool isNumber = false;
    const uint priority = number.toUInt(&isNumber);
    return isNumber && priority < kWords.size() ? QStringView(kWords[priority]).toString()
                                                : QString();
}

class JournalRun {
public:
    Result<void> take(JsonRun &run)
    {
        const JsonValue &record = run.record();
        const JsonValue *message = record.find(u"MESSAGE");
        if (message == nullptr) {
            run.writer.skip(run.place(), translated("has no message"));
            return {};
        }
        ParsedEvent event;
        event.place = run.place();
        const FieldText words = fieldText(*message);
        if (words.isLeftOut)
            run.writer.remark(event.place,
                              translated("the message was too large and the export left it out"));
        if (words.isRepaired)
            run.writer.remark(event.place, translated("bytes that are not UTF-8 were replaced"));
        fillWords(record, words, event);
        fillTime(run, event);
        event.kind = EventKind::Log;
        event.lane = fieldAt(record, u"_HOSTNAME");
        event.naturalKey = fieldAt(record, u"__CURSOR");
        remarkOnBoot(run, event.lane);
        return run.writer.event(std::move(event));
    }

private:
    /// The sender's clock where the journal kept it: __REALTIME_TIMESTAMP is when it was received.
    static void fillTime(JsonRun &run, ParsedEvent &event)
    {
        for (const QStringView name : { u"_SOURCE_REALTIME_TIMESTAMP", u"__REALTIME_TIMESTAMP" }) {
            const JsonValue *value = run.record().find(name);
            if (holdsTime(value) && !event.time.isDated())
                event.time = run.times.read(value, event.place, EpochUnit::Microseconds);
        }
    }

    static void fillWords(const JsonValue &record, const FieldText &words, ParsedEvent &event)
    {
        const QString sender =
            firstField(record, { u"SYSLOG_IDENTIFIER", u"_COMM", u"_SYSTEMD_UNIT" });
        const QString message = words.isLeftOut
            ? translated("(the message was too large and the export left it out)")
            : readableText(words.text);
        const QString first = message.section(u'\n', 0, 0);
        const QString whole = sender.isEmpty() ? first : QString(sender + u": "_s + first);
        event.title = titleFrom(whole);
        QStringList lines;
        const QString priority = priorityWord(fieldAt(record, u"PRIORITY"));
        appendNamed(lines, u"priority"_s, priority);
        if (!priority.isEmpty())
            appendNamed(lines, u"unit"_s, firstField(record, { u"UNIT", u"_SYSTEMD_UNIT" }));
        const bool isAll = first == message && event.title == whole.simplified();
        event.text = paragraphs({ isAll ? QString() : message, lines.join(u'\n') });
    }

    void remarkOnBoot(JsonRun &run, const QString &host)
    {
        const QString boot = fieldAt(run.record(), u"_BOOT_ID");
        if (boot.isEmpty())
            return;
        const auto known = m_boots.constFind(host);
        if (known != m_boots.constEnd() && *known != boot)
            run.writer.remark(run.place(),
                              translated("the machine was started anew before this entry"));
        if (known != m_boots.constEnd() || m_boots.size() < kMostHosts)
            m_boots.insert(host, boot);
    }

    QHash<QString, QString> m_boots; ///< the boot last seen of each host
};

} // namespace

QString JournaldImporter::displayName() const
{
    return translated("systemd journal (JSON)");
}

Likelihood JournaldImporter::probe(const EvidenceInput &input) const
{
    const JsonSketch &sketch = input.sketch();
    if (input.isBundle() || !sketch.has(u"__REALTIME_TIMESTAMP"_s))
        return 0;
    return sketch.has(u"__CURSOR"_s) || sketch.has(u"_BOOT_ID"_s) ? 98 : 85;
}

Needs JournaldImporter::missing(EvidenceInput &, const ImportOptions &) const
{
    return {};
}

Result<ReadSummary> JournaldImporter::read(EvidenceInput &input, const ImportOptions &options,
                                           ImportSink &sink) const
{
    JournalRun journal;
    return readJsonRecords(input, options, sink,
                           { {}, translated("no entry of a journal could be read") },
                           [&journal](JsonRun &run) { return journal.take(run); });
}

} // namespace SecondStory::Importing
