// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace SecondStory::Importing {

/// Finds where one JSON value ends, fed piece by piece. It counts brackets and minds texts; whether
/// the value is sound JSON is for the reader to say.
class JsonValueScan {
public:
    /// Reads on; gives how many of the bytes belong to the value. The first byte of all is no
    /// space. Cost: every byte is looked at once.
    qsizetype feed(QByteArrayView bytes);

    /// The value has ended; what was not taken stands behind it.
    [[nodiscard]] bool isDone() const { return m_isDone; }
    /// Nested deeper than Limits::kJsonDepth; nothing is read any further.
    [[nodiscard]] bool isTooDeep() const { return m_isTooDeep; }
    /// Ends where the file ends: a number or a word, neither text, list nor object.
    [[nodiscard]] bool mayEndHere() const { return m_depth == 0 && !m_isInText; }

private:
    bool take(char c);
    bool takeInText(char c);

    int m_depth = 0;
    bool m_hasBegun = false;
    bool m_isInText = false;
    bool m_isEscaped = false;
    bool m_isDone = false;
    bool m_isTooDeep = false;
};

} // namespace SecondStory::Importing
