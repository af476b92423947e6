// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <memory>
#include <vector>

namespace SecondStory::Importing {

struct JsonValue;

/// The short way through lines of JSON that look alike: objects of plain values whose keys come in
/// an order already seen. It accepts nothing that JsonReader refuses; what it does not know, it
/// leaves to JsonReader, which also says what is wrong.
class FlatJsonReader {
public:
    FlatJsonReader();
    ~FlatJsonReader();
    FlatJsonReader(const FlatJsonReader &) = delete;
    FlatJsonReader &operator=(const FlatJsonReader &) = delete;

    /// Takes note of the keys of an object that JsonReader has read.
    void learn(const JsonValue &object);
    /// The known keys in their order; values() are in the same order.
    [[nodiscard]] const std::vector<QByteArray> &keys() const;
    /// Reads a whole line; false when it has to be read the long way.
    [[nodiscard]] bool read(QByteArrayView line);
    /// What a person can read of each value, as UTF-8, empty where the key is missing. Valid until
    /// the next read().
    [[nodiscard]] const std::vector<QByteArrayView> &values() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace SecondStory::Importing
