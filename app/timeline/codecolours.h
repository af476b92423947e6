// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace SecondStory::Editing {
class ReviewDocument;
}

namespace SecondStory::Ui {

/// Which colour the events of a review have when colours stand for codes: the eight codes used most
/// have colours of their own, the next eight the same colours striped, all others share one.
class CodeColours {
public:
    static constexpr int kOwn = 16;
    static constexpr int kOther = 16;

    CodeColours() = default;
    /// Cost: a query for every coded event.
    explicit CodeColours(Editing::ReviewDocument &document);

    /// As TrackPainter::setHues() wants it; -1 for an event without a code.
    [[nodiscard]] int hueOf(qint64 seq) const { return m_hues.value(seq, -1); }
    /// The codes with a colour of their own, in the order of their colours.
    [[nodiscard]] const QStringList &names() const { return m_names; }
    [[nodiscard]] bool hasOthers() const { return m_hasOthers; }

private:
    QHash<qint64, int> m_hues;
    QStringList m_names;
    bool m_hasOthers = false;
};

} // namespace SecondStory::Ui
