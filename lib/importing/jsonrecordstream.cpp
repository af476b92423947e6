// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/jsonrecordstream.h"

#include "importing/importerrors.h"
#include "importing/limits.h"
#include "importing/textdecoding.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qint64 kChunkBytes = 256 * 1024;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
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
    : m_device(device)
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

/// At the top level: false without a level when a container was entered or the end is reached.
Result<bool> JsonRecordStream::nextTop()
{
    const auto c = peek();
    if (!c)
        return tl::make_unexpected(c.error());
    if (*c == '\0')
        return false;
    if (*c != '{' && *c != '[')
        return fault(translated("is not valid JSON"));
    ++m_topCount;
    m_topLine = m_line;
    if (*c == '[') {
        advanceTo(m_at + 1);
        m_levels.append({ {}, true, 0 });
        return false;
    }
    if (m_containers.isEmpty())
        return takeRecord({});
    advanceTo(m_at + 1);
    m_levels.append({ {}, false, 0 });
    m_head.clear();
    m_headOrder.clear();
    m_headBytes = 0;
    m_sawContainer = false;
    return false;
}

Result<bool> JsonRecordStream::nextInArray()
{
    const auto c = peek();
    if (!c)
        return tl::make_unexpected(c.error());
    Level &level = m_levels.last();
    if (*c == ']' || (*c == '\0' && m_mayEndOpen)) {
        if (*c == ']')
            advanceTo(m_at + 1);
        else
            m_levels.clear();
        if (!m_levels.isEmpty())
            m_levels.removeLast();
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
    if (*c == '[' && m_containers.contains(path)) {
        advanceTo(m_at + 1);
        m_sawContainer = true;
        m_levels.append({ path, true, 0 });
        return false;
    }
    if (*c == '{' && isAbove(path)) {
        advanceTo(m_at + 1);
        m_levels.append({ path, false, 0 });
        return false;
    }
    if (auto taken = takeMember(path); !taken)
        return tl::make_unexpected(taken.error());
    return false;
}

Result<bool> JsonRecordStream::endObject()
{
    advanceTo(m_at + 1);
    m_levels.removeLast();
    if (!m_levels.isEmpty() || m_sawContainer)
        return false;
    // None of the containers was there: the object is a record.
    QByteArray bytes = "{";
    for (const QString &path : std::as_const(m_headOrder)) {
        if (bytes.size() > 1)
            bytes += ',';
        bytes += m_head.value(path);
    }
    bytes += '}';
    m_bytes = bytes;
    m_container.clear();
    m_place = linePlace(m_topLine);
    auto parsed = parse(m_bytes, m_topLine, m_offset);
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    m_record = std::move(*parsed);
    return true;
}

Result<void> JsonRecordStream::takeMember(const QString &path)
{
    const auto bytes = takeValue();
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    m_headBytes += bytes->size();
    if (m_headBytes > Limits::kJsonRecordBytes)
        return fault(translated("a record is larger than 32 MiB"));
    if (m_head.contains(path))
        return fault(translated("the key “%1” is there twice").arg(path.left(60)));
    // Kept with its key, so that an object without containers can be put together again.
    const QString key = path.mid(path.lastIndexOf(u'.') + 1);
    QString escaped = key;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    m_head.insert(path, QByteArray('"' + escaped.toUtf8() + "\":" + *bytes));
    if (!path.contains(u'.'))
        m_headOrder.append(path);
    return {};
}

JsonValue JsonRecordStream::head(const QString &path)
{
    const QByteArray member = m_head.value(path);
    if (member.isEmpty())
        return {};
    const auto parsed = m_reader.read(QByteArray('{' + member + '}'));
    return parsed && !parsed->members.empty() ? parsed->members.front().second : JsonValue();
}

Result<bool> JsonRecordStream::takeRecord(const QString &path)
{
    const bool isItem = !m_levels.isEmpty();
    if (const auto spaces = skipSpaces(); !spaces)
        return tl::make_unexpected(spaces.error());
    const qint64 line = m_line;
    const qint64 offset = m_offset;
    auto bytes = takeValue();
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    m_bytes = std::move(*bytes);
    m_container = path;
    m_place = linePlace(line);
    if (isItem)
        m_place += u", "_s + pointer(path, m_levels.last().count - 1);
    else if (m_topCount > 1 && line == m_topLine)
        m_place = linePlace(line);
    const bool isContainerValue = m_bytes.startsWith('{') || m_bytes.startsWith('[');
    if (!isContainerValue) {
        // The strict reader takes objects and arrays only; a bare value is wrapped for it.
        auto parsed = parse(QByteArray('[' + m_bytes + ']'), line, offset);
        if (!parsed)
            return tl::make_unexpected(parsed.error());
        m_record = parsed->items.empty() ? JsonValue() : std::move(parsed->items.front());
        return true;
    }
    auto parsed = parse(m_bytes, line, offset);
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    m_record = std::move(*parsed);
    return true;
}

Result<JsonValue> JsonRecordStream::parse(const QByteArray &bytes, qint64 line, qint64 offset)
{
    // Bytes that are no UTF-8 are replaced, as everywhere.
    const DecodedText decoded = decodeUtf8(bytes);
    auto value = decoded.isRepaired ? m_reader.read(decoded.text.toUtf8()) : m_reader.read(bytes);
    if (!value)
        return badInput(m_fileName,
                        linePlace(line) + u", byte "_s
                            + QString::number(offset + value.error().offset),
                        value.error().what);
    return std::move(*value);
}

Result<QString> JsonRecordStream::takeKey()
{
    const auto c = peek();
    if (!c)
        return tl::make_unexpected(c.error());
    if (*c != '"')
        return fault(translated("is not valid JSON"));
    const auto raw = takeValue();
    if (!raw)
        return tl::make_unexpected(raw.error());
    const auto parsed = parse(QByteArray('[' + *raw + ']'), m_line, m_offset);
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const auto colon = peek();
    if (!colon)
        return tl::make_unexpected(colon.error());
    if (*colon != ':')
        return fault(translated("is not valid JSON"));
    advanceTo(m_at + 1);
    return parsed->items.front().text;
}

/// The bytes of the value standing here, whole and balanced.
Result<QByteArray> JsonRecordStream::takeValue()
{
    if (const auto c = peek(); !c)
        return tl::make_unexpected(c.error());
    qsizetype scan = m_at;
    int depth = 0;
    bool isInText = false;
    bool isEscaped = false;
    while (true) {
        for (; scan < m_buffer.size(); ++scan) {
            const char c = m_buffer[scan];
            if (isInText) {
                if (isEscaped)
                    isEscaped = false;
                else if (c == '\\')
                    isEscaped = true;
                else if (c == '"')
                    isInText = false;
                if (isInText || depth > 0)
                    continue;
                ++scan;
                break;
            }
            if (c == '"') {
                if (depth == 0 && scan > m_at)
                    break;
                isInText = true;
            } else if (c == '{' || c == '[') {
                if (depth == 0 && scan > m_at)
                    break;
                if (++depth > Limits::kJsonDepth)
                    return fault(translated("is nested deeper than 64 levels"));
            } else if (c == '}' || c == ']') {
                if (depth == 0)
                    break;
                if (--depth == 0) {
                    ++scan;
                    break;
                }
            } else if (depth == 0 && (c == ',' || c == ':' || isSpace(c))) {
                break;
            }
        }
        const bool isScalarCut = depth == 0 && !isInText && scan == m_buffer.size() && !m_isAtEnd;
        const bool isOpen = (depth > 0 || isInText) && scan >= m_buffer.size();
        if (!isScalarCut && !isOpen)
            break;
        if (isOpen && m_isAtEnd)
            return fault(translated("ends in the middle of a value"));
        if (scan - m_at > Limits::kJsonRecordBytes)
            return fault(translated("a record is larger than 32 MiB"));
        const qsizetype done = scan - m_at;
        if (const auto filled = fill(); !filled)
            return tl::make_unexpected(filled.error());
        scan = m_at + done;
        // A value that was complete at the end of the buffer must not be scanned on.
        if (done > 0 && depth == 0 && !isInText) {
            const char last = m_buffer[scan - 1];
            if (last == '}' || last == ']' || last == '"')
                break;
        }
    }
    if (scan == m_at)
        return fault(translated("is not valid JSON"));
    QByteArray bytes = m_buffer.mid(m_at, scan - m_at);
    advanceTo(scan);
    return bytes;
}

Result<char> JsonRecordStream::peek()
{
    if (const auto skipped = skipSpaces(); !skipped)
        return tl::make_unexpected(skipped.error());
    return m_at < m_buffer.size() ? m_buffer[m_at] : '\0';
}

Result<void> JsonRecordStream::skipSpaces()
{
    while (true) {
        qsizetype to = m_at;
        while (to < m_buffer.size() && isSpace(m_buffer[to]))
            ++to;
        advanceTo(to);
        if (m_at < m_buffer.size() || m_isAtEnd)
            return {};
        if (auto filled = fill(); !filled)
            return filled;
    }
}

void JsonRecordStream::advanceTo(qsizetype position)
{
    m_line += std::count(m_buffer.cbegin() + m_at, m_buffer.cbegin() + position, '\n');
    m_offset += position - m_at;
    m_at = position;
}

Result<void> JsonRecordStream::fill()
{
    const QByteArray chunk = m_device.read(kChunkBytes);
    if (chunk.isEmpty()) {
        if (!m_device.atEnd())
            return badInput(m_fileName, linePlace(m_line),
                            translated("could not be read: %1").arg(m_device.errorString()));
        m_isAtEnd = true;
        return {};
    }
    m_bytesRead += chunk.size();
    m_buffer.remove(0, m_at);
    m_at = 0;
    const qsizetype before = m_buffer.size();
    append(chunk);
    if (std::memchr(m_buffer.constData() + before, 0,
                    static_cast<size_t>(m_buffer.size() - before)))
        return fault(translated("holds a NUL byte, so it is not text"));
    return {};
}

void JsonRecordStream::append(const QByteArray &chunk)
{
    QByteArrayView bytes(chunk);
    if (!m_hasStarted) {
        m_hasStarted = true;
        const TextStart start = textStart(bytes);
        bytes = bytes.sliced(start.markLength);
        m_offset = start.markLength;
        if (start.encoding != TextEncoding::Utf8)
            m_decoder.emplace(start.encoding == TextEncoding::Utf16LittleEndian
                                  ? QStringDecoder::Utf16LE
                                  : QStringDecoder::Utf16BE);
    }
    if (!m_decoder) {
        m_buffer.append(bytes);
        return;
    }
    const QString text = m_decoder->decode(bytes);
    m_buffer.append(text.toUtf8());
}

bool JsonRecordStream::isAbove(const QString &path) const
{
    return std::any_of(m_containers.begin(), m_containers.end(),
                       [&](const QString &container) { return container.startsWith(path + u'.'); });
}

tl::unexpected<Error> JsonRecordStream::fault(const QString &what) const
{
    return badInput(m_fileName, linePlace(m_line) + u", byte "_s + QString::number(m_offset), what);
}

} // namespace SecondStory::Importing
