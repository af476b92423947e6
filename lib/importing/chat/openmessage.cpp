// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/openmessage.h"

#include "importing/importerrors.h"
#include "importing/limits.h"

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

} // namespace

void OpenMessage::begin(ParsedEvent event)
{
    m_event = std::move(event);
    m_lines.clear();
    m_size = 0;
    m_isOpen = true;
}

void OpenMessage::add(const QString &line)
{
    m_size += line.size() + 1;
    if (m_size <= Limits::kFieldBytes)
        m_lines.append(line);
}

void OpenMessage::follow(const QString &line, const QString &place)
{
    if (m_isOpen)
        add(line);
    else if (!line.trimmed().isEmpty())
        m_writer.skip(place, translated("stands before the first message"));
}

QString OpenMessage::takeLast()
{
    if (m_lines.isEmpty())
        return {};
    const QString last = m_lines.takeLast();
    m_size -= last.size() + 1;
    return last;
}

Result<void> OpenMessage::close()
{
    if (!m_isOpen)
        return {};
    m_isOpen = false;
    if (m_size > Limits::kFieldBytes) {
        m_writer.skip(m_event.place, translated("the text is longer than 1 MiB"));
        return {};
    }
    ChatWords words = m_wordsOf(m_event, m_lines);
    m_lines.clear();
    if (words.isEmpty()) {
        m_writer.skip(m_event.place, translated("has no words"));
        return {};
    }
    return giveMessage(m_writer, std::move(m_event), std::move(words));
}

Result<ReadSummary> OpenMessage::readAll(LineReader &lines, const TimeResolver &times,
                                         const TakeText &take)
{
    if (const auto taken = eachTextLine(lines, m_writer, take); !taken)
        return tl::make_unexpected(taken.error());
    if (const auto closed = close(); !closed)
        return tl::make_unexpected(closed.error());
    return m_writer.finish(times.usedZone(), translated("no message could be read"));
}

} // namespace SecondStory::Importing
