// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/ids.h"

#include <QList>
#include <QString>
#include <QStringView>

#include <optional>

namespace SecondStory::Reporting {

/// A stretch of a section's body: plain words, or a link to an event.
struct NarrativeSpan {
    QString text; ///< for a link its words; empty when the link has none
    EventId event; ///< null: plain words

    bool operator==(const NarrativeSpan &) const = default;
    [[nodiscard]] bool isLink() const { return !event.isNull(); }
};

using NarrativeLine = QList<NarrativeSpan>;

/// A paragraph (one line) or a list (a line an item).
struct NarrativeBlock {
    bool isList = false;
    QList<NarrativeLine> lines;

    bool operator==(const NarrativeBlock &) const = default;
};

/// A link as it stands in a body: where, and to what.
struct NarrativeLink {
    qsizetype start = 0;
    qsizetype length = 0;
    EventId event;
    QString words;

    bool operator==(const NarrativeLink &) const = default;
};

/// Reads a section's body: blank lines part paragraphs, lines beginning with "- " are list items,
/// and
/// `[[event:UUID]]` or `[[event:UUID|words]]` link to an event. Anything else is words, as it
/// stands.
[[nodiscard]] QList<NarrativeBlock> parseNarrative(const QString &body);
/// The links in a text, in order. What only looks like a link is left out.
[[nodiscard]] QList<NarrativeLink> findLinks(const QString &text);
/// The events a body links to, each once, in order.
[[nodiscard]] QList<EventId> linkedEvents(const QString &body);
/// The text that links to an event; `]` and line ends in the words become spaces or `)`.
[[nodiscard]] QString linkTo(EventId event, const QString &words = {});

} // namespace SecondStory::Reporting
