// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/factor.h"
#include "domain/influence.h"

#include <QList>
#include <QString>

namespace SecondStory::Figures {

/// The words people read for the values of the canvas, translated, in lower case.
[[nodiscard]] QString wordFor(FactorKind kind);
[[nodiscard]] QString wordFor(Level level);
[[nodiscard]] QString wordFor(Phase phase);
[[nodiscard]] QString wordFor(Polarity polarity);
[[nodiscard]] QString wordFor(Confidence confidence);
[[nodiscard]] QString wordFor(InfluenceKind kind);
[[nodiscard]] QString wordFor(InfluenceStatus status);

/// All values of an enumeration in the order of its declaration.
template <class E>
[[nodiscard]] QList<E> allValues()
{
    QList<E> values;
    for (const auto &entry : EnumNames<E>::entries)
        values.append(entry.first);
    return values;
}

/// `word` with its first letter in upper case, for the start of a line.
[[nodiscard]] QString capitalised(const QString &word);
/// One sentence for a reader who cannot see the card: kind, title, level, phase, polarity,
/// confidence, evidence.
[[nodiscard]] QString describe(const Factor &factor, int evidence);
/// One line without control characters, as it may be drawn and written anywhere.
[[nodiscard]] QString plainLine(const QString &text);

} // namespace SecondStory::Figures
