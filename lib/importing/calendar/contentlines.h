// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importing/linereader.h"

#include <QList>
#include <QString>

namespace SecondStory::Importing {

/// One line of an iCalendar file after unfolding: "DTSTART;TZID=Europe/Paris:20180220T141735".
struct ContentLine {
    QString name; ///< in capitals
    QList<std::pair<QString, QString>> parameters; ///< names in capitals
    QString value; ///< as it stands, escapes and all
    qint64 line = 0; ///< where it begins in the file
    bool isRepaired = false; ///< bytes that are no text were replaced

    /// The parameter of that name; empty when there is none.
    [[nodiscard]] QString parameter(const QString &key) const;
};

/// Reads the content lines of an iCalendar file, folded lines joined before they become text.
/// Memory: one content line, at most Limits::kFieldBytes of it.
/// Source: RFC 5545, 3.1.
class ContentLineReader {
public:
    explicit ContentLineReader(LineReader &lines)
        : m_lines(lines)
    {
    }

    /// Moves to the next line that has a name and a value; false at the end of the file.
    /// Errors: what the line reader returns.
    [[nodiscard]] Result<bool> next();
    [[nodiscard]] const ContentLine &current() const { return m_current; }

private:
    [[nodiscard]] Result<bool> takeUnfolded(QByteArray &bytes);

    LineReader &m_lines;
    ContentLine m_current;
    bool m_isAhead = false; ///< the reader stands on a line not yet taken
    bool m_isAtEnd = false;
};

/// Reads one unfolded line; nothing when it has no name or no colon.
[[nodiscard]] std::optional<ContentLine> readContentLine(QStringView text);
/// A TEXT value without its escapes. Source: RFC 5545, 3.3.11.
[[nodiscard]] QString unescapedText(QStringView value);

} // namespace SecondStory::Importing
