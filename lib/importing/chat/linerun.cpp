// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/linerun.h"

#include "importing/importerrors.h"
#include "importing/limits.h"

namespace SecondStory::Importing {

namespace {

constexpr int kAdvanceEvery = 1'000;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

} // namespace

Result<void> eachLine(LineReader &lines, RecordWriter &writer, const TakeLine &take)
{
    while (true) {
        const auto more = lines.next();
        if (!more)
            return tl::make_unexpected(more.error());
        if (!*more)
            break;
        if (lines.number() % kAdvanceEvery == 0)
            writer.advance(lines.bytesRead());
        const DecodedText line = lines.text();
        if (line.isRepaired)
            writer.remark(linePlace(lines.number()),
                          translated("bytes that are not UTF-8 were replaced"));
        if (auto taken = take(line.text, lines.number()); !taken)
            return taken;
    }
    writer.advance(lines.bytesRead());
    return {};
}

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

QString OpenMessage::takeLast()
{
    if (m_lines.isEmpty())
        return {};
    const QString last = m_lines.takeLast();
    m_size -= last.size() + 1;
    return last;
}

Result<void> OpenMessage::close(RecordWriter &writer)
{
    if (!m_isOpen)
        return {};
    m_isOpen = false;
    if (m_size > Limits::kFieldBytes) {
        writer.skip(m_event.place, translated("the text is longer than 1 MiB"));
        return {};
    }
    ChatWords words = m_wordsOf(m_event, m_lines);
    m_lines.clear();
    if (words.isEmpty()) {
        writer.skip(m_event.place, translated("has no words"));
        return {};
    }
    return giveMessage(writer, std::move(m_event), std::move(words));
}

} // namespace SecondStory::Importing
