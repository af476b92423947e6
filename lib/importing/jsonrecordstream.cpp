// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/jsonrecordstream.h"

#include "importing/importerrors.h"
#include "importing/jsonvaluescan.h"
#include "importing/limits.h"
#include "importing/textdecoding.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

/// Members around the containers: an object with more is a table by its keys, not a frame.
constexpr int kHeadMembers = 100'000;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

QString tooLarge()
{
    return translated("a record is larger than 32 MiB");
}

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// "/data/result/3" for "data.result" and 3.
QString pointer(const QString &path, qint64 index)
{
    QString text = path.isEmpty() ? QString() : QString(u'/' + path);
    text.replace(u'.', u'/');
    return text + u'/' + QString::number(index);
}

} // namespace

JsonRecordStream::JsonRecordStream(QIODevice &device, QString fileName, QStringList containers)
    : m_source(device, fileName)
    , m_fileName(std::move(fileName))
    , m_containers(std::move(containers))
{
}

Result<bool> JsonRecordStream::next()
{
    while (true) {
        const auto found = m_levels.isEmpty() ? nextTop()
            : m_levels.last().isArray         ? nextInArray()
                                              : nextInObject();
        if (!found || *found)
            return found;
        if (m_levels.isEmpty()) {
            const auto c = peek();
            if (!c)
                return tl::make_unexpected(c.error());
            if (*c == '\0')
                return false;
        }
    }
}

/// At the top level: false when a level was entered or the end is reached.
Result<bool> JsonRecordStream::nextTop()
{
    const auto c = peek();
    if (!c)
        return tl::make_unexpected(c.error());
    if (*c == '\0')
        return false;
    if (*c != '{' && *c != '[')
        return fault(translated("is not valid JSON"));
    m_top = spot();
    m_topOnLine = m_top.line == m_topEndLine ? m_topOnLine + 1 : 1;
    m_head.clear();
    m_headBytes = 0;
    m_headCount = 0;
    if (*c == '{' && m_containers.isEmpty())
        return takeRecord({});
    m_isWholeKept = *c == '{';
    m_whole.clear();
    enter({}, *c == '[');
    return false;
}

Result<bool> JsonRecordStream::nextInArray()
{
    const auto c = peek();
    if (!c)
        return tl::make_unexpected(c.error());
    Level &level = m_levels.last();
    if (*c == ']') {
        advanceTo(m_at + 1);
        leave();
        return false;
    }
    if (*c == '\0' && m_mayEndOpen) {
        m_levels.clear();
        return false;
    }
    if (level.count > 0) {
        if (*c != ',')
            return fault(translated("is not valid JSON"));
        advanceTo(m_at + 1);
        const auto after = peek();
        if (!after)
            return tl::make_unexpected(after.error());
        // A trace that was cut off while it was written ends behind a comma.
        if (m_mayEndOpen && (*after == '\0' || *after == ']'))
            return false;
        if (*after == ']')
            return fault(translated("is not valid JSON"));
    }
    ++level.count;
    return takeRecord(level.path);
}

Result<bool> JsonRecordStream::nextInObject()
{
    auto c = peek();
    if (!c)
        return tl::make_unexpected(c.error());
    if (*c == '}')
        return endObject();
    if (*c == '\0' && m_mayEndOpen) {
        m_levels.clear();
        return false;
    }
    if (m_levels.last().count++ > 0) {
        if (*c != ',')
            return fault(translated("is not valid JSON"));
        advanceTo(m_at + 1);
    }
    const auto key = takeKey();
    if (!key)
        return tl::make_unexpected(key.error());
    const QString prefix = m_levels.last().path;
    const QString path = prefix.isEmpty() ? *key : QString(prefix + u'.' + *key);
    c = peek();
    if (!c)
        return tl::make_unexpected(c.error());
    const bool isContainer = *c == '[' && m_containers.contains(path);
    if (isContainer) {
        m_isWholeKept = false;
        m_whole.clear();
    }
    if (isContainer || (*c == '{' && isAbove(path)))
        enter(path, *c == '[');
    else if (auto taken = takeMember(path); !taken)
        return tl::make_unexpected(taken.error());
    return false;
}

Result<bool> JsonRecordStream::endObject()
{
    advanceTo(m_at + 1);
    leave();
    // None of the containers was there: the object is a record.
    if (m_levels.isEmpty() && m_isWholeKept)
        return setRecord(std::exchange(m_whole, {}), {}, m_top);
    return false;
}

Result<void> JsonRecordStream::takeMember(const QString &path)
{
    const Spot at = spot();
    const auto bytes = takeValue();
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    m_headBytes += bytes->size() + path.size();
    if (m_headBytes > Limits::kJsonRecordBytes)
        return fault(tooLarge());
    if (const auto parsed = parseAny(*bytes, at); !parsed)
        return tl::make_unexpected(parsed.error());
    // Of "a.b" and "b" within "a" the first one stays.
    if (!m_head.contains(path)) {
        const DecodedText decoded = decodeUtf8(*bytes);
        m_head.insert(path, decoded.isRepaired ? decoded.text.toUtf8() : *bytes);
    }
    return {};
}

JsonValue JsonRecordStream::head(const QString &path)
{
    for (qsizetype cut = path.size(); cut > 0; cut = path.lastIndexOf(u'.', cut - 1)) {
        const auto member = m_head.constFind(path.left(cut));
        if (member == m_head.constEnd())
            continue;
        const auto value = parseAny(*member, {});
        if (!value || cut == path.size())
            return value.value_or(JsonValue());
        const JsonValue *inner = value->findPath(QStringView(path).mid(cut + 1));
        return inner == nullptr ? JsonValue() : *inner;
    }
    return {};
}

Result<bool> JsonRecordStream::takeRecord(const QString &path)
{
    if (const auto spaces = skipSpaces(); !spaces)
        return tl::make_unexpected(spaces.error());
    const Spot at = spot();
    auto bytes = takeValue();
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    if (m_levels.isEmpty())
        m_topEndLine = m_line;
    return setRecord(std::move(*bytes), path, at);
}

Result<bool> JsonRecordStream::setRecord(QByteArray bytes, const QString &path, Spot at)
{
    m_bytes = std::move(bytes);
    m_container = path;
    m_place = linePlace(at.line);
    if (m_topOnLine > 1)
        m_place += u", value "_s + QString::number(m_topOnLine);
    if (!m_levels.isEmpty())
        m_place += u", "_s + pointer(path, m_levels.last().count - 1);
    m_isRepaired = false;
    auto parsed = parseAny(m_bytes, at);
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    m_record = std::move(*parsed);
    return true;
}

/// The strict reader takes objects and arrays only; a bare value is wrapped for it.
Result<JsonValue> JsonRecordStream::parseAny(const QByteArray &bytes, Spot at)
{
    if (bytes.startsWith('{') || bytes.startsWith('['))
        return parse(bytes, at);
    auto parsed = parse(QByteArray('[' + bytes + ']'), { at.line, at.offset - 1 });
    if (!parsed || parsed->items.empty())
        return parsed;
    // Taken out first: it must not be moved into what it is a part of.
    JsonValue item = std::move(parsed->items.front());
    return item;
}

Result<JsonValue> JsonRecordStream::parse(const QByteArray &bytes, Spot at)
{
    // Bytes that are no UTF-8 are replaced, as everywhere.
    const DecodedText decoded = decodeUtf8(bytes);
    m_isRepaired = m_isRepaired || decoded.isRepaired;
    const QByteArray sound = decoded.isRepaired ? decoded.text.toUtf8() : bytes;
    auto value = m_reader.read(sound);
    if (value)
        return std::move(*value);
    const auto before = QByteArrayView(sound).first(
        qBound<qsizetype>(0, static_cast<qsizetype>(value.error().offset), sound.size()));
    const auto lines = std::count(before.begin(), before.end(), '\n');
    return faultAt({ at.line + lines, at.offset + before.size() }, value.error().what);
}

Result<QString> JsonRecordStream::takeKey()
{
    const auto c = peek();
    if (!c)
        return tl::make_unexpected(c.error());
    if (*c != '"')
        return fault(translated("is not valid JSON"));
    const Spot at = spot();
    const auto raw = takeValue();
    if (!raw)
        return tl::make_unexpected(raw.error());
    const auto parsed = parseAny(*raw, at);
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const auto colon = peek();
    if (!colon)
        return tl::make_unexpected(colon.error());
    if (*colon != ':')
        return fault(translated("is not valid JSON"));
    advanceTo(m_at + 1);
    QSet<QString> &keys = m_levels.last().keys;
    if (keys.contains(parsed->text))
        return faultAt(at, translated("the key “%1” is there twice").arg(parsed->text.left(60)));
    keys.insert(parsed->text);
    if (++m_headCount > kHeadMembers)
        return faultAt(at, translated("an object holds more than 100,000 members"));
    return parsed->text;
}

/// The bytes of the value standing here, whole and balanced.
Result<QByteArray> JsonRecordStream::takeValue()
{
    if (const auto c = peek(); !c)
        return tl::make_unexpected(c.error());
    JsonValueScan scan;
    qsizetype length = 0;
    while (true) {
        const auto rest = QByteArrayView(m_buffer).sliced(m_at + length);
        const qsizetype taken = scan.feed(rest);
        if (const qsizetype nul = rest.first(taken).indexOf('\0'); nul >= 0)
            return nulFault(m_at + length + nul);
        length += taken;
        if (scan.isTooDeep())
            return fault(translated("is nested deeper than 64 levels"));
        if (length > Limits::kJsonRecordBytes)
            return fault(tooLarge());
        if (scan.isDone() || (m_isAtEnd && scan.mayEndHere()))
            break;
        if (m_isAtEnd)
            return fault(translated("ends in the middle of a value"));
        if (const auto filled = fill(); !filled)
            return tl::make_unexpected(filled.error());
    }
    if (length == 0)
        return fault(translated("is not valid JSON"));
    QByteArray bytes = m_buffer.mid(m_at, length);
    advanceTo(m_at + length);
    return bytes;
}

Result<char> JsonRecordStream::peek()
{
    if (const auto skipped = skipSpaces(); !skipped)
        return tl::make_unexpected(skipped.error());
    return m_at < m_buffer.size() ? m_buffer.at(m_at) : '\0';
}

Result<void> JsonRecordStream::skipSpaces()
{
    while (true) {
        qsizetype to = m_at;
        while (to < m_buffer.size() && isSpace(m_buffer.at(to)))
            ++to;
        advanceTo(to);
        if (m_whole.size() > Limits::kJsonRecordBytes)
            return faultAt(m_top, tooLarge());
        if (m_at < m_buffer.size() && m_buffer.at(m_at) == '\0')
            return nulFault(m_at);
        if (m_at < m_buffer.size() || m_isAtEnd)
            return {};
        if (auto filled = fill(); !filled)
            return filled;
    }
}

void JsonRecordStream::enter(const QString &path, bool isArray)
{
    m_levels.append({ path, isArray, 0 });
    advanceTo(m_at + 1);
}

void JsonRecordStream::leave()
{
    m_levels.removeLast();
    if (m_levels.isEmpty())
        m_topEndLine = m_line;
}

void JsonRecordStream::advanceTo(qsizetype position)
{
    const auto passed = QByteArrayView(m_buffer).sliced(m_at, position - m_at);
    m_line += std::count(passed.begin(), passed.end(), '\n');
    if (m_isWholeKept && !m_levels.isEmpty())
        m_whole.append(passed);
    m_offset += passed.size();
    m_at = position;
}

/// Makes the buffer begin where the reading stands and go on as far as the device gives.
Result<void> JsonRecordStream::fill()
{
    m_buffer.remove(0, m_at);
    m_at = 0;
    const bool isFirst = m_source.bytesRead() == 0;
    const auto more = m_source.appendTo(m_buffer, linePlace(m_line));
    if (!more)
        return tl::make_unexpected(more.error());
    m_isAtEnd = !*more;
    if (isFirst)
        m_offset = m_source.markLength();
    return {};
}

tl::unexpected<Error> JsonRecordStream::nulFault(qsizetype position) const
{
    const auto passed = QByteArrayView(m_buffer).sliced(m_at, position - m_at);
    const auto lines = std::count(passed.begin(), passed.end(), '\n');
    return faultAt({ m_line + lines, m_offset + passed.size() },
                   translated("holds a NUL byte, so it is not text"));
}

bool JsonRecordStream::isAbove(const QString &path) const
{
    return std::any_of(m_containers.begin(), m_containers.end(),
                       [&](const QString &container) { return container.startsWith(path + u'.'); });
}

tl::unexpected<Error> JsonRecordStream::fault(const QString &what) const
{
    return faultAt(spot(), what);
}

tl::unexpected<Error> JsonRecordStream::faultAt(Spot at, const QString &what) const
{
    return badInput(m_fileName, linePlace(at.line) + u", byte "_s + QString::number(at.offset),
                    what);
}

} // namespace SecondStory::Importing
