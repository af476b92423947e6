// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/jsonvalue.h"

#include "importing/limits.h"
#include "importing/textcursor.h"

#include <QCoreApplication>
#include <QSet>
#include <QStringList>

#include <simdjson.h>

#include <cstring>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

using Walked = tl::expected<JsonValue, JsonFault>;
namespace ondemand = simdjson::ondemand;

constexpr int kMaximumValues = 1'000'000;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// RFC 8259's number; simdjson refuses those above 64 bits, which are valid and kept as digits
/// here.
bool isNumber(QStringView token)
{
    TextCursor cursor(token);
    const auto takeDigits = [&cursor] {
        const qsizetype before = cursor.position();
        while (TextCursor::isDigit(cursor.peek()))
            cursor.skip();
        return cursor.position() - before;
    };
    cursor.take(u'-');
    const bool startsWithZero = cursor.peek() == u'0';
    const qsizetype whole = takeDigits();
    if (whole == 0 || (startsWithZero && whole > 1))
        return false;
    if (cursor.take(u'.') && takeDigits() == 0)
        return false;
    if (cursor.take(u'e') || cursor.take(u'E')) {
        if (!cursor.take(u'+'))
            cursor.take(u'-');
        if (takeDigits() == 0)
            return false;
    }
    return cursor.isAtEnd();
}

/// Walks one document completely: simdjson's On-Demand checks only what is visited.
class Walk {
public:
    Walk(ondemand::document &document, const char *begin, qsizetype size)
        : m_document(document)
        , m_begin(begin)
        , m_size(size)
    {
    }

    Walked value(ondemand::value value, int depth)
    {
        if (depth > Limits::kJsonDepth)
            return fault(translated("is nested deeper than 64 levels"));
        if (++m_count > kMaximumValues)
            return fault(translated("holds more than 1,000,000 values"));
        ondemand::json_type type{};
        if (value.type().get(type) != simdjson::SUCCESS)
            return fault(translated("is not valid JSON"));
        switch (type) {
        case ondemand::json_type::array:
            return array(value, depth);
        case ondemand::json_type::object:
            return object(value, depth);
        case ondemand::json_type::string:
            return string(value);
        case ondemand::json_type::number:
        case ondemand::json_type::boolean:
        case ondemand::json_type::null:
            return scalar(value, type);
        }
        return fault(translated("is not valid JSON"));
    }

    Walked array(ondemand::value &value, int depth)
    {
        JsonValue result;
        result.type = JsonValue::Type::Array;
        ondemand::array array;
        if (value.get_array().get(array) != simdjson::SUCCESS)
            return fault(translated("is not valid JSON"));
        for (auto item : array) {
            ondemand::value child;
            if (std::move(item).get(child) != simdjson::SUCCESS)
                return fault(translated("is not valid JSON"));
            auto walked = this->value(child, depth + 1);
            if (!walked)
                return walked;
            result.items.push_back(std::move(*walked));
        }
        return result;
    }

    Walked object(ondemand::value &value, int depth)
    {
        JsonValue result;
        result.type = JsonValue::Type::Object;
        QSet<QString> keys;
        ondemand::object object;
        if (value.get_object().get(object) != simdjson::SUCCESS)
            return fault(translated("is not valid JSON"));
        for (auto entry : object) {
            ondemand::field field;
            std::string_view raw;
            if (std::move(entry).get(field) != simdjson::SUCCESS
                || field.unescaped_key().get(raw) != simdjson::SUCCESS)
                return fault(translated("is not valid JSON"));
            const auto key = text(raw);
            if (!key)
                return tl::make_unexpected(key.error());
            if (isThere(result, keys, *key))
                return fault(translated("the key “%1” is there twice").arg(key->left(60)));
            auto walked = this->value(field.value(), depth + 1);
            if (!walked)
                return walked;
            result.members.emplace_back(*key, std::move(*walked));
        }
        return result;
    }

    /// Notes the key. Small objects are searched: hashing every key would cost more than all the
    /// rest.
    static bool isThere(const JsonValue &object, QSet<QString> &keys, const QString &key)
    {
        constexpr size_t kSmall = 24;
        if (object.members.size() < kSmall)
            return object.find(key) != nullptr;
        if (keys.isEmpty()) {
            for (const auto &[name, value] : object.members)
                keys.insert(name);
        }
        const auto before = keys.size();
        keys.insert(key);
        return keys.size() == before;
    }

    tl::unexpected<JsonFault> fault(const QString &what)
    {
        const char *at = nullptr;
        qint64 offset = m_size;
        if (m_document.current_location().get(at) == simdjson::SUCCESS && at >= m_begin
            && at <= m_begin + m_size)
            offset = at - m_begin;
        return tl::make_unexpected(JsonFault{ what, offset });
    }

private:
    Walked string(ondemand::value &value)
    {
        std::string_view raw;
        if (value.get_string().get(raw) != simdjson::SUCCESS)
            return fault(translated("holds a text that is not valid JSON"));
        auto read = text(raw);
        if (!read)
            return tl::make_unexpected(read.error());
        JsonValue result;
        result.type = JsonValue::Type::String;
        result.text = std::move(*read);
        return result;
    }

    tl::expected<QString, JsonFault> text(std::string_view raw)
    {
        // Half a surrogate pair comes through as bytes that are no UTF-8.
        if (!simdjson::validate_utf8(raw.data(), raw.size()))
            return fault(translated("holds half a surrogate pair"));
        if (std::memchr(raw.data(), 0, raw.size()) != nullptr)
            return fault(translated("holds a NUL character"));
        return QString::fromUtf8(raw.data(), static_cast<qsizetype>(raw.size()));
    }

    Walked scalar(ondemand::value &value, ondemand::json_type type)
    {
        const std::string_view raw = value.raw_json_token();
        const QString token =
            QString::fromLatin1(raw.data(), static_cast<qsizetype>(raw.size())).trimmed();
        JsonValue result;
        if (type == ondemand::json_type::null && token == u"null"_s)
            return result;
        result.text = token;
        result.type = JsonValue::Type::Boolean;
        if (type == ondemand::json_type::boolean && (token == u"true"_s || token == u"false"_s))
            return result;
        result.type = JsonValue::Type::Number;
        if (type == ondemand::json_type::number && isNumber(token))
            return result;
        return fault(translated("holds a value that is not valid JSON"));
    }

    ondemand::document &m_document;
    const char *m_begin;
    qsizetype m_size;
    int m_count = 0;
};

void writeCompact(const JsonValue &value, QString &out);

void writeString(const QString &text, QString &out)
{
    out += u'"';
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            out += u'\\';
        out += c;
    }
    out += u'"';
}

void writeCompact(const JsonValue &value, QString &out)
{
    bool isFirst = true;
    const auto comma = [&] {
        if (!isFirst)
            out += u',';
        isFirst = false;
    };
    switch (value.type) {
    case JsonValue::Type::Null:
        out += u"null"_s;
        break;
    case JsonValue::Type::Boolean:
    case JsonValue::Type::Number:
        out += value.text;
        break;
    case JsonValue::Type::String:
        writeString(value.text, out);
        break;
    case JsonValue::Type::Array:
        out += u'[';
        for (const auto &item : value.items) {
            comma();
            writeCompact(item, out);
        }
        out += u']';
        break;
    case JsonValue::Type::Object:
        out += u'{';
        for (const auto &[key, member] : value.members) {
            comma();
            writeString(key, out);
            out += u':';
            writeCompact(member, out);
        }
        out += u'}';
        break;
    }
}

} // namespace

JsonValue::JsonValue() noexcept = default;

const JsonValue *JsonValue::find(QStringView key) const
{
    for (const auto &[name, value] : members) {
        if (key == name)
            return &value;
    }
    return nullptr;
}

const JsonValue *JsonValue::findPath(QStringView path) const
{
    if (const JsonValue *whole = find(path))
        return whole;
    const qsizetype dot = path.indexOf(u'.');
    if (dot < 0)
        return nullptr;
    const JsonValue *inner = find(path.left(dot));
    return inner == nullptr ? nullptr : inner->findPath(path.mid(dot + 1));
}

QString JsonValue::textOf(QStringView key) const
{
    const JsonValue *value = find(key);
    if (value == nullptr || value->isArray() || value->isObject())
        return {};
    return value->text;
}

QString JsonValue::toReadableText() const
{
    if (type == Type::Object) {
        QString out;
        writeCompact(*this, out);
        return out;
    }
    if (type != Type::Array)
        return text;
    QStringList parts;
    for (const JsonValue &item : items) {
        QString part = item.text;
        if (item.isArray() || item.isObject())
            writeCompact(item, part);
        parts.append(part);
    }
    return parts.join(u", "_s);
}

struct JsonReader::Private {
    ondemand::parser parser;
    QByteArray buffer;
};

JsonReader::JsonReader()
    : d(std::make_unique<Private>())
{
}

JsonReader::~JsonReader() = default;

Walked JsonReader::read(QByteArrayView bytes)
{
    d->buffer.resize(bytes.size() + static_cast<qsizetype>(simdjson::SIMDJSON_PADDING));
    if (!bytes.isEmpty())
        std::memcpy(d->buffer.data(), bytes.data(), static_cast<size_t>(bytes.size()));
    std::memset(d->buffer.data() + bytes.size(), 0, simdjson::SIMDJSON_PADDING);
    const simdjson::padded_string_view view(d->buffer.constData(),
                                            static_cast<size_t>(bytes.size()),
                                            static_cast<size_t>(d->buffer.size()));
    ondemand::document document;
    const auto error = d->parser.iterate(view).get(document);
    if (error != simdjson::SUCCESS) {
        const QString what = error == simdjson::UTF8_ERROR
            ? translated("holds bytes that are not UTF-8")
            : error == simdjson::UNCLOSED_STRING ? translated("ends inside a text")
                                                 : translated("is not valid JSON");
        return tl::make_unexpected(
            JsonFault{ what, error == simdjson::UNCLOSED_STRING ? bytes.size() : 0 });
    }
    Walk walk(document, d->buffer.constData(), bytes.size());
    bool isScalar = false;
    ondemand::value root;
    if (document.is_scalar().get(isScalar) != simdjson::SUCCESS || isScalar
        || document.get_value().get(root) != simdjson::SUCCESS)
        return walk.fault(translated("is neither a JSON object nor a JSON list"));
    auto walked = walk.value(root, 1);
    if (!walked)
        return walked;
    const char *behind = nullptr;
    if (document.current_location().get(behind) == simdjson::SUCCESS)
        return walk.fault(translated("something stands behind the end of the JSON"));
    return walked;
}

} // namespace SecondStory::Importing
