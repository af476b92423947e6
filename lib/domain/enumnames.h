// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

#include <array>
#include <optional>
#include <utility>

namespace SecondStory {

/// The stable names of an enumeration, as they stand in libraries and exchange files.
/// Specialised beside each enumeration as `static constexpr std::array entries{std::pair{E::X,
/// u"x"}, …}`. These are never shown to people: see labels.h for that.
template <class E>
struct EnumNames;

/// Gives the stable name of an enumeration's value.
/// A function object, because a function of this name would be taken by QCOMPARE for its own.
struct ToString {
    template <class E>
    requires requires { EnumNames<E>::entries; }
    [[nodiscard]] QString operator()(E value) const
    {
        for (const auto &[entry, name] : EnumNames<E>::entries) {
            if (entry == value)
                return QString::fromUtf16(name);
        }
        return {};
    }
};
inline constexpr ToString toString{};

template <class E>
requires requires
{
    EnumNames<E>::entries;
}
[[nodiscard]] std::optional<E> fromString(QStringView text)
{
    for (const auto &[entry, name] : EnumNames<E>::entries) {
        if (text == QStringView(name))
            return entry;
    }
    return {};
}

} // namespace SecondStory
