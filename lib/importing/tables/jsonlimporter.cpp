// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/tables/jsonlimporter.h"

#include "importing/flatjsonreader.h"
#include "importing/importerrors.h"
#include "importing/jsonvalue.h"
#include "importing/recordmapper.h"
#include "importing/textlines.h"

#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr int kProbedLines = 20;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// The keys of an object, those of objects in it dotted.
void collectKeys(const JsonValue &object, const QString &prefix, QStringList &keys)
{
    for (const auto &[key, value] : object.members) {
        keys.append(prefix + key);
        if (value.isObject() && prefix.isEmpty())
            collectKeys(value, key + u'.', keys);
    }
}

/// The objects of a file's beginning; empty when one of its lines is no JSON object.
std::vector<JsonValue> headObjects(const EvidenceInput &input)
{
    std::vector<JsonValue> objects;
    JsonReader reader;
    const QString head = probeText(input.head());
    const auto lines = QStringView(head).split(u'\n');
    for (const QStringView line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        auto value = reader.read(line.toUtf8());
        if (!value || !value->isObject())
            return {};
        objects.push_back(std::move(*value));
        if (objects.size() == kProbedLines)
            break;
    }
    return objects;
}

ColumnMapping mappingFor(const JsonValue &object)
{
    QStringList keys;
    collectKeys(object, {}, keys);
    return guessMapping(keys);
}

/// Guesses from the keys of all given objects: the first may be a header unlike the others.
ColumnMapping mappingFor(const std::vector<JsonValue> &objects, const ColumnMapping &chosen)
{
    if (!chosen.isEmpty())
        return chosen;
    QStringList keys;
    for (const JsonValue &object : objects)
        collectKeys(object, {}, keys);
    keys.removeDuplicates();
    return guessMapping(keys);
}

/// A mapped record with the bytes it points at.
struct OwnedRecord {
    std::array<QByteArray, 8> parts;
    QStringList others;

    [[nodiscard]] MappedRecord view() const
    {
        return { parts[0], parts[1], parts[2], parts[3], parts[4],
                 parts[5], parts[6], parts[7], others };
    }
};

OwnedRecord recordFrom(const JsonValue &object, const ColumnMapping &mapping)
{
    QStringList used;
    const auto part = [&](const QString &path) {
        used.append(path);
        const JsonValue *value = path.isEmpty() ? nullptr : object.findPath(path);
        return value == nullptr ? QByteArray() : value->toReadableText().toUtf8();
    };
    const qsizetype plus = mapping.time.indexOf(u'+');
    const bool isJoined = plus > 0 && object.findPath(mapping.time) == nullptr;
    const QByteArray day = isJoined ? part(mapping.time.left(plus)) : QByteArray();
    OwnedRecord record{ { part(mapping.time.mid(isJoined ? plus + 1 : 0)), part(mapping.endTime),
                          part(mapping.title), part(mapping.text), part(mapping.kind),
                          part(mapping.actor), part(mapping.lane), part(mapping.key) },
                        {} };
    if (isJoined)
        record.parts[0] = day + ' ' + record.parts[0];
    for (const auto &[key, value] : object.members) {
        const QString text = used.contains(key) ? QString() : value.toReadableText();
        if (!text.isEmpty())
            record.others.append(key + u": "_s + text);
    }
    return record;
}

/// Which known key plays which part, for lines that are read the short way.
class FlatLayout {
public:
    void set(const std::vector<QByteArray> &keys, const ColumnMapping &mapping)
    {
        const std::array paths{ mapping.time, mapping.endTime, mapping.title, mapping.text,
                                mapping.kind, mapping.actor,   mapping.lane,  mapping.key };
        m_others.clear();
        m_parts.fill(keys.size());
        for (size_t i = 0; i < keys.size(); ++i) {
            const QString key = QString::fromUtf8(keys[i]);
            bool isUsed = false;
            for (size_t part = 0; part < paths.size(); ++part) {
                if (key.isEmpty() || paths[part] != key)
                    continue;
                m_parts[part] = i;
                isUsed = true;
            }
            if (!isUsed)
                m_others.emplace_back(i, QString(key + u": "_s));
        }
    }

    [[nodiscard]] MappedRecord recordFrom(const std::vector<QByteArrayView> &values) const
    {
        const auto part = [&](size_t i) {
            return m_parts[i] < values.size() ? values[m_parts[i]] : QByteArrayView();
        };
        MappedRecord record{ part(0), part(1), part(2), part(3), part(4),
                             part(5), part(6), part(7), {} };
        for (const auto &[index, label] : m_others) {
            if (!values[index].isEmpty())
                record.others.append(label + QString::fromUtf8(values[index]));
        }
        return record;
    }

private:
    std::array<size_t, 8> m_parts{};
    std::vector<std::pair<size_t, QString>> m_others;
};

/// Reads one file's lines; keeps what holds for all of them.
class JsonlRun {
public:
    JsonlRun(LineReader &lines, ColumnMapping mapping, const ImportOptions &options,
             RecordWriter &writer)
        : m_lines(lines)
        , m_options(options)
        , m_writer(writer)
        , m_mapping(std::move(mapping))
    {
    }

    Result<ReadSummary> run()
    {
        if (const auto taken = eachLine(m_lines, m_writer, [this] { return takeLine(); }); !taken)
            return tl::make_unexpected(taken.error());
        return m_writer.finish(m_mapper ? m_mapper->usedZone() : QString(),
                               translated("no record could be read"));
    }

private:
    Result<void> takeLine()
    {
        if (m_lines.bytes().trimmed().isEmpty())
            return {};
        const QString place = linePlace(m_lines.number());
        if (m_mapper && !m_joinsTime && m_flat.read(m_lines.bytes()))
            return m_mapper->take(m_layout.recordFrom(m_flat.values()), place);
        return takeSlowly(place);
    }

    Result<void> takeSlowly(const QString &place)
    {
        const DecodedText decoded = m_lines.text();
        const auto value = decoded.isRepaired ? m_reader.read(decoded.text.toUtf8())
                                              : m_reader.read(m_lines.bytes());
        if (!value)
            return badInput(m_writer.fileName(),
                            place + u", byte "_s
                                + QString::number(m_lines.offset() + value.error().offset),
                            value.error().what);
        if (!value->isObject())
            return badInput(m_writer.fileName(), place,
                            translated("the line is not a JSON object"));
        if (decoded.isRepaired)
            m_writer.remark(place, translated("bytes that are not UTF-8 were replaced"));
        if (!m_mapper) {
            // The head of a file whose first line is very long shows no whole object.
            if (m_mapping.isEmpty())
                m_mapping = mappingFor(*value);
            m_mapper.emplace(m_mapping, m_options, m_writer);
            m_joinsTime = m_mapping.time.indexOf(u'+') > 0;
        }
        if (!m_mapping.hasWords())
            return badInput(m_writer.fileName(), place,
                            translated("no key looks like what happened"),
                            translated("say which key is which"));
        m_flat.learn(*value);
        m_layout.set(m_flat.keys(), m_mapping);
        const OwnedRecord record = recordFrom(*value, m_mapping);
        return m_mapper->take(record.view(), place);
    }

    LineReader &m_lines;
    const ImportOptions &m_options;
    RecordWriter &m_writer;
    JsonReader m_reader;
    FlatJsonReader m_flat;
    FlatLayout m_layout;
    bool m_joinsTime = false; ///< of two keys: that is the long way's business
    ColumnMapping m_mapping;
    std::optional<RecordMapper> m_mapper;
};

} // namespace

QString JsonlImporter::displayName() const
{
    return translated("JSON Lines");
}

Likelihood JsonlImporter::probe(const EvidenceInput &input) const
{
    if (input.isBundle() || !probeText(input.head()).trimmed().startsWith(u'{'))
        return 0;
    const auto objects = headObjects(input);
    if (objects.empty())
        return 0;
    const ColumnMapping mapping = mappingFor(objects, {});
    if (!mapping.name.isEmpty())
        return 90;
    if (!mapping.time.isEmpty() && mapping.hasWords())
        return 75;
    const QString name = input.name().toLower();
    return name.endsWith(u".jsonl"_s) || name.endsWith(u".ndjson"_s) ? 20 : 0;
}

Needs JsonlImporter::missing(EvidenceInput &input, const ImportOptions &options) const
{
    Needs needs;
    const auto objects = headObjects(input);
    if (objects.empty())
        return needs;
    const ColumnMapping mapping = mappingFor(objects, options.mapping);
    if (!mapping.hasWords())
        needs |= Need::Mapping;
    if (options.hasZone() || !mapping.timeFormat.isEmpty())
        return needs;
    for (const JsonValue &object : objects) {
        const JsonValue *time = mapping.time.isEmpty() ? nullptr : object.findPath(mapping.time);
        if (time != nullptr && lacksZone(time->text))
            return needs | Need::Zone;
    }
    return needs;
}

Result<ReadSummary> JsonlImporter::read(EvidenceInput &input, const ImportOptions &options,
                                        ImportSink &sink) const
{
    return readByLines(input, sink, [&](LineReader &lines, RecordWriter &writer) {
        return JsonlRun(lines, mappingFor(headObjects(input), options.mapping), options, writer)
            .run();
    });
}

} // namespace SecondStory::Importing
