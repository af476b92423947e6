// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

#include <memory>
#include <utility>
#include <vector>

namespace SecondStory::Importing {

/// One JSON value, read strictly. Numbers keep their characters: a double would lose digits.
struct JsonValue {
    enum class Type : quint8 { Null, Boolean, Number, String, Array, Object };

    // Not inline: clang 14 cannot see through a value that holds pairs with itself.
    JsonValue() noexcept;

    Type type = Type::Null;
    QString text; ///< of a string its characters, of a number its digits, of a boolean "true" or
                  ///< "false"
    std::vector<JsonValue> items;
    std::vector<std::pair<QString, JsonValue>> members;

    [[nodiscard]] bool isObject() const { return type == Type::Object; }
    [[nodiscard]] bool isArray() const { return type == Type::Array; }
    /// The member of that name; null when there is none.
    [[nodiscard]] const JsonValue *find(QStringView key) const;
    /// The member at a dotted path ("fields.created"); a member with dots in its name goes first.
    [[nodiscard]] const JsonValue *findPath(QStringView path) const;
    /// The member's text when it is a string, number or boolean; else empty.
    [[nodiscard]] QString textOf(QStringView key) const;
    /// What a person can read: scalars as they are, lists joined by commas, objects as compact
    /// JSON.
    [[nodiscard]] QString toReadableText() const;
};

/// What is wrong with a JSON text and at which byte.
struct JsonFault {
    QString what;
    qint64 offset = 0;
};

/// Reads JSON and nothing but JSON: refuses duplicate keys, NaN, lone surrogates, NUL in texts,
/// text behind the value, nesting above Limits::kJsonDepth, more than a million values, and a bare
/// scalar.
class JsonReader {
public:
    JsonReader();
    ~JsonReader();
    JsonReader(const JsonReader &) = delete;
    JsonReader &operator=(const JsonReader &) = delete;

    [[nodiscard]] tl::expected<JsonValue, JsonFault> read(QByteArrayView bytes);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace SecondStory::Importing
