// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/flatjsonreader.h"

#include "importing/jsonvalue.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>

namespace SecondStory::Importing {

namespace {

namespace ondemand = simdjson::ondemand;

/// Objects with more keys, or ever new ones, are read the long way.
constexpr size_t kMostKeys = 64;

QByteArrayView viewOf(std::string_view text)
{
    return { text.data(), static_cast<qsizetype>(text.size()) };
}

/// Plain digits, with a sign or decimals; JsonReader looks at every other number.
bool isPlainNumber(QByteArrayView token)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (token.startsWith('-'))
        token = token.sliced(1);
    const auto whole = std::find_if_not(token.begin(), token.end(), isDigit);
    const auto digits = whole - token.begin();
    if (digits == 0 || (digits > 1 && token.front() == '0'))
        return false;
    if (whole == token.end())
        return true;
    return *whole == '.' && whole + 1 != token.end()
        && std::all_of(whole + 1, token.end(), isDigit);
}

} // namespace

struct FlatJsonReader::Private {
    ondemand::parser parser;
    std::vector<char> buffer;
    std::vector<QByteArray> keys;
    std::vector<QByteArrayView> values;

    /// Where the key stands behind `from`: they come in order, so that none comes twice unseen.
    [[nodiscard]] size_t place(QByteArrayView key, size_t from) const
    {
        while (from < keys.size() && QByteArrayView(keys[from]) != key)
            ++from;
        return from;
    }

    bool readValue(ondemand::value value, bool hasEscapes, QByteArrayView &text)
    {
        ondemand::json_type type{};
        if (value.type().get(type) != simdjson::SUCCESS)
            return false;
        if (type == ondemand::json_type::string) {
            std::string_view raw;
            if (value.get_string().get(raw) != simdjson::SUCCESS)
                return false;
            text = viewOf(raw);
            // Only an escape can make a NUL or half a surrogate pair.
            return !hasEscapes
                || (std::memchr(raw.data(), 0, raw.size()) == nullptr
                    && simdjson::validate_utf8(raw.data(), raw.size()));
        }
        const QByteArrayView token = viewOf(value.raw_json_token()).trimmed();
        text = token;
        switch (type) {
        case ondemand::json_type::number:
            return isPlainNumber(token);
        case ondemand::json_type::boolean:
            return token == "true" || token == "false";
        case ondemand::json_type::null:
            text = {};
            return token == "null";
        default:
            return false;
        }
    }

    bool readObject(ondemand::document &document, bool hasEscapes)
    {
        ondemand::object object;
        if (document.get_object().get(object) != simdjson::SUCCESS)
            return false;
        size_t next = 0;
        for (auto entry : object) {
            ondemand::field field;
            std::string_view raw;
            if (std::move(entry).get(field) != simdjson::SUCCESS
                || field.unescaped_key().get(raw) != simdjson::SUCCESS)
                return false;
            const size_t at = place(viewOf(raw), next);
            if (at == keys.size() || !readValue(field.value(), hasEscapes, values[at]))
                return false;
            next = at + 1;
        }
        const char *behind = nullptr;
        return document.current_location().get(behind) != simdjson::SUCCESS;
    }
};

FlatJsonReader::FlatJsonReader()
    : d(std::make_unique<Private>())
{
}

FlatJsonReader::~FlatJsonReader() = default;

void FlatJsonReader::learn(const JsonValue &object)
{
    if (object.members.size() + d->keys.size() > kMostKeys)
        d->keys.clear();
    if (object.members.size() > kMostKeys)
        return;
    size_t next = 0;
    for (const auto &[name, value] : object.members) {
        const QByteArray key = name.toUtf8();
        const auto known = std::find(d->keys.begin(), d->keys.end(), key);
        if (known == d->keys.end()) {
            d->keys.insert(d->keys.begin() + static_cast<std::ptrdiff_t>(next), key);
            ++next;
        } else {
            next = std::max(next, static_cast<size_t>(known - d->keys.begin()) + 1);
        }
    }
}

const std::vector<QByteArray> &FlatJsonReader::keys() const
{
    return d->keys;
}

bool FlatJsonReader::read(QByteArrayView line)
{
    const auto size = static_cast<size_t>(line.size());
    if (d->keys.empty() || size == 0)
        return false;
    if (d->buffer.size() < size + simdjson::SIMDJSON_PADDING)
        d->buffer.resize(2 * size + simdjson::SIMDJSON_PADDING);
    std::memcpy(d->buffer.data(), line.data(), size);
    std::memset(d->buffer.data() + size, 0, simdjson::SIMDJSON_PADDING);
    const simdjson::padded_string_view view(d->buffer.data(), size, d->buffer.size());
    ondemand::document document;
    if (d->parser.iterate(view).get(document) != simdjson::SUCCESS)
        return false;
    d->values.assign(d->keys.size(), QByteArrayView());
    return d->readObject(document, std::memchr(line.data(), '\\', size) != nullptr);
}

const std::vector<QByteArrayView> &FlatJsonReader::values() const
{
    return d->values;
}

} // namespace SecondStory::Importing
