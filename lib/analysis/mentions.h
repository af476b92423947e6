// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/person.h"

namespace SecondStory::Analysis {

/// The names under which the evidence speaks of one person: name and handles, as whole words in any
/// case. A name of one or two letters counts only behind an "@".
class Mentions {
public:
    explicit Mentions(const Person &person);

    [[nodiscard]] const QStringList &names() const { return m_names; }
    /// True when one of the names stands in `text`.
    [[nodiscard]] bool isIn(QStringView text) const;

private:
    QStringList m_names;
};

} // namespace SecondStory::Analysis
