// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/narrative.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace SecondStory::Reporting {

namespace {

const QRegularExpression &linkPattern()
{
    // The words may run on over a line end, as wrapped text does, but not over a blank line.
    static const QRegularExpression pattern(
        u"\\[\\[event:([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"
        "(?:\\|((?:[^\\]\\n]|\\n(?!\\s*\\n))*))?\\]\\]"_s);
    return pattern;
}

NarrativeLine parseLine(const QString &line)
{
    NarrativeLine spans;
    qsizetype at = 0;
    for (const NarrativeLink &link : findLinks(line)) {
        if (link.start > at)
            spans.append({ line.mid(at, link.start - at), {} });
        spans.append({ link.words, link.event });
        at = link.start + link.length;
    }
    if (at < line.size())
        spans.append({ line.mid(at), {} });
    return spans;
}

/// Collects lines until a blank line or a change between prose and list ends the block.
class BlockReader {
public:
    void take(const QString &line)
    {
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty()) {
            finish();
            return;
        }
        if (trimmed.startsWith(u"- "_s)) {
            if (!m_isList)
                finish();
            m_isList = true;
            m_items.append(trimmed.mid(2).trimmed());
        } else if (m_isList && !m_items.isEmpty() && line.startsWith(u"  "_s)) {
            m_items.last() += u' ' + trimmed; // a list item that runs on
        } else {
            if (m_isList)
                finish();
            m_items.append(trimmed);
        }
    }

    void finish()
    {
        if (m_items.isEmpty())
            return;
        NarrativeBlock block{ m_isList, {} };
        if (m_isList) {
            for (const QString &item : m_items)
                block.lines.append(parseLine(item));
        } else {
            block.lines.append(parseLine(m_items.join(u' ')));
        }
        m_blocks.append(block);
        m_items.clear();
        m_isList = false;
    }

    [[nodiscard]] const QList<NarrativeBlock> &blocks() const { return m_blocks; }

private:
    QList<NarrativeBlock> m_blocks;
    QStringList m_items;
    bool m_isList = false;
};

} // namespace

QList<NarrativeBlock> parseNarrative(const QString &body)
{
    BlockReader reader;
    QString text = body;
    text.replace(u"\r\n"_s, u"\n"_s)
        .replace(u'\r', u'\n')
        .replace(QChar::ParagraphSeparator, u'\n');
    for (const QString &line : text.split(u'\n'))
        reader.take(line);
    reader.finish();
    return reader.blocks();
}

QList<NarrativeLink> findLinks(const QString &text)
{
    QList<NarrativeLink> links;
    auto matches = linkPattern().globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const EventId event = EventId::fromString(match.captured(1));
        if (!event.isNull())
            links.append({ match.capturedStart(), match.capturedLength(), event,
                           match.captured(2).simplified() });
    }
    return links;
}

QList<EventId> linkedEvents(const QString &body)
{
    QList<EventId> events;
    for (const NarrativeLink &link : findLinks(body)) {
        if (!events.contains(link.event))
            events.append(link.event);
    }
    return events;
}

QString linkTo(EventId event, const QString &words)
{
    QString text = words;
    text.replace(u']', u')').replace(u'[', u'(');
    text = text.simplified();
    QString link = u"[[event:"_s + event.toString();
    if (!text.isEmpty())
        link += u'|' + text;
    link += u"]]"_s;
    return link;
}

} // namespace SecondStory::Reporting
