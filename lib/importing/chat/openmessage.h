// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/chat/chatwords.h"
#include "importing/textlines.h"
#include "importing/timeresolver.h"

namespace SecondStory::Importing {

/// A message whose lines are still coming in.
class OpenMessage {
public:
    /// Makes the words of the collected lines; may change the event.
    using WordsOf = std::function<ChatWords(ParsedEvent &event, const QStringList &lines)>;

    OpenMessage(RecordWriter &writer, WordsOf wordsOf)
        : m_writer(writer)
        , m_wordsOf(std::move(wordsOf))
    {
    }

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] const QStringList &lines() const { return m_lines; }
    /// Opens a message; the one before has to be closed.
    void begin(ParsedEvent event);
    void add(const QString &line);
    /// A line that begins no message: it goes on with the open one, and is skipped without one.
    void follow(const QString &line, const QString &place);
    /// Takes the last line back; empty when there is none.
    [[nodiscard]] QString takeLast();
    /// Gives the message on. One without words, and one above the limit of a field, is skipped.
    [[nodiscard]] Result<void> close();
    /// Goes through a chat's lines; its end closes the last message. Errors: as Importer::read().
    [[nodiscard]] Result<ReadSummary> readAll(LineReader &lines, const TimeResolver &times,
                                              const TakeText &take);

private:
    RecordWriter &m_writer;
    WordsOf m_wordsOf;
    ParsedEvent m_event;
    QStringList m_lines;
    qsizetype m_size = 0;
    bool m_isOpen = false;
};

} // namespace SecondStory::Importing
