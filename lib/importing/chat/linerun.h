// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/linereader.h"
#include "importing/chat/chatwords.h"

#include <functional>

namespace SecondStory::Importing {

/// Takes one line of a text file.
using TakeLine = std::function<Result<void>(const QString &line, qint64 number)>;

/// Goes through all lines of a file; tells of progress and of bytes that are no UTF-8.
/// Errors: as LineReader::next(); what `take` returned.
[[nodiscard]] Result<void> eachLine(LineReader &lines, RecordWriter &writer, const TakeLine &take);

/// A message whose lines are still coming in.
class OpenMessage {
public:
    /// Makes the words of the collected lines; may change the event.
    using WordsOf = std::function<ChatWords(ParsedEvent &event, const QStringList &lines)>;

    explicit OpenMessage(WordsOf wordsOf)
        : m_wordsOf(std::move(wordsOf))
    {
    }

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] const QStringList &lines() const { return m_lines; }
    /// Opens a message; the one before has to be closed.
    void begin(ParsedEvent event);
    void add(const QString &line);
    /// Takes the last line back; empty when there is none.
    [[nodiscard]] QString takeLast();
    /// Gives the message on. One without words, and one above the limit of a field, is skipped.
    [[nodiscard]] Result<void> close(RecordWriter &writer);

private:
    WordsOf m_wordsOf;
    ParsedEvent m_event;
    QStringList m_lines;
    qsizetype m_size = 0;
    bool m_isOpen = false;
};

} // namespace SecondStory::Importing
