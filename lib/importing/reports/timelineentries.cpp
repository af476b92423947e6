// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/reports/timelineentries.h"

#include "importing/reports/reportlines.h"
#include "importing/reports/timedline.h"
#include "importing/textcursor.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr int kDeepIndent = 4;
constexpr size_t kLinesOfStatement = 20;

bool saysTimesAreIn(const QString &text)
{
    static constexpr std::array<QStringView, 9> kWords{
        u"all times", u"times are", u"times in",       u"times given",    u"times shown",
        u"timezone",  u"time zone", u"timestamps are", u"all timestamps",
    };
    // Most lines do not speak of time at all.
    if (!text.contains(u"time"_s, Qt::CaseInsensitive))
        return false;
    const QString lower = text.toLower();
    return std::any_of(kWords.begin(), kWords.end(),
                       [&lower](QStringView words) { return lower.contains(words); });
}

bool saysApproximate(const QString &text)
{
    return text.contains(u"times"_s, Qt::CaseInsensitive)
        && text.contains(u"approximat"_s, Qt::CaseInsensitive);
}

/// "Unless otherwise noted all events happened on 2019-10-21".
bool saysAllOnOneDay(const QString &text)
{
    return text.contains(u"all "_s, Qt::CaseInsensitive)
        && text.contains(u" on "_s, Qt::CaseInsensitive)
        && (text.contains(u"event"_s, Qt::CaseInsensitive)
            || text.contains(u"times"_s, Qt::CaseInsensitive));
}

/// What a table's header says about its columns.
struct Table {
    qsizetype timeColumn = 0;
    qsizetype dayColumn = -1;
    bool hasTimeHeader = false;
    std::optional<ZoneWord> zone;
};

Table tableFrom(const QStringList &header)
{
    Table table;
    const auto indexOf = [&header](const char16_t *word) {
        const auto found = std::find_if(header.begin(), header.end(), [word](const QString &cell) {
            return cell.contains(QStringView(word), Qt::CaseInsensitive);
        });
        return found == header.end() ? qsizetype(-1) : qsizetype(found - header.begin());
    };
    const qsizetype time = indexOf(u"time");
    const qsizetype date = indexOf(u"date");
    table.timeColumn = time >= 0 ? time : date >= 0 ? date : indexOf(u"when");
    table.hasTimeHeader = table.timeColumn >= 0;
    if (time >= 0 && date >= 0 && time != date)
        table.dayColumn = date;
    table.timeColumn = qMax<qsizetype>(table.timeColumn, 0);
    if (table.timeColumn < header.size())
        table.zone = findZone(header[table.timeColumn]);
    return table;
}

/// The index behind a paragraph that begins here: statements wrap.
size_t paragraphEnd(const std::vector<ReportLine> &lines, size_t index)
{
    const size_t most = std::min(lines.size(), index + kLinesOfStatement);
    size_t end = index;
    while (end < most && lines[end].type == LineType::Text)
        ++end;
    return end;
}

/// The lines of text from here to the next blank line as one.
QString paragraphAt(const std::vector<ReportLine> &lines, size_t index)
{
    const size_t end = paragraphEnd(lines, index);
    QStringList words;
    for (size_t i = index; i < end; ++i)
        words.append(lines[i].content);
    return words.join(u' ');
}

/// Walks the lines of the timeline's sections and collects what they say.
class TimelineFinder {
public:
    TimelineFinder(const std::vector<ReportLine> &lines, ReportTimeline &timeline)
        : m_lines(lines)
        , m_timeline(timeline)
    {
    }

    void run(size_t from, size_t to)
    {
        for (size_t i = from; i < to; ++i) {
            takeLine(i);
            m_isAfterBlank =
                m_lines[i].type == LineType::Blank || m_lines[i].type == LineType::Heading;
        }
        close();
    }

private:
    enum class Style : quint8 { None, Heading, List, Plain };

    void takeLine(size_t index)
    {
        const ReportLine &line = m_lines[index];
        if (line.type != LineType::TableRow && line.type != LineType::TableRule)
            m_table.reset();
        switch (line.type) {
        case LineType::Heading:
            return takeHeading(line, index);
        case LineType::ListItem:
            return takeListItem(line, index);
        case LineType::TableRow:
        case LineType::TableRule:
            return takeTableLine(line, index);
        case LineType::Text:
            return takeText(line, index);
        case LineType::Blank:
        case LineType::Code:
        case LineType::Quote:
            return append(line);
        case LineType::FrontMatter:
            return;
        }
    }

    void takeHeading(const ReportLine &line, size_t index)
    {
        const auto timed = readTimedLine(line.content);
        if (timed && hasClock(*timed)) {
            open(*timed, index, Style::Heading);
            m_level = line.level;
            m_current.isHeading = true;
            return;
        }
        noteStatements(line.content, true);
        m_halfDay = halfDayIn(line.content);
        const auto day = timed && timed->phrase.day ? timed->phrase.day : findDay(line.content);
        if (m_style == Style::Heading && line.level > m_level && !day)
            return append(line);
        close();
        if (day)
            addDay(*day, index);
    }

    void takeListItem(const ReportLine &line, size_t index)
    {
        const auto timed = line.indent < kDeepIndent ? readTimedLine(line.content) : std::nullopt;
        const bool isDayOnly = timed && !hasClock(*timed);
        if (isDayOnly && timed->rest.isEmpty()) {
            close();
            return addDay(*timed->phrase.day, index);
        }
        // "July 12th, 2018: the token was made" is an entry; "May 5 people were there" is not.
        const bool isDayEntry = isDayOnly && isFollowedBySeparator(line.content, *timed);
        if (timed && (hasClock(*timed) || isDayEntry)) {
            open(*timed, index, Style::List);
            m_indent = line.indent;
            return;
        }
        if (m_style == Style::List && line.indent <= m_indent)
            close();
        append(line);
    }

    static bool isFollowedBySeparator(const QString &content, const TimedLine &timed)
    {
        const qsizetype end = content.indexOf(timed.timeText) + timed.timeText.size();
        const QStringView behind = QStringView(content).mid(end, 5);
        return std::any_of(behind.begin(), behind.end(), [](QChar c) {
            return c == u':' || c == u']' || c == u'*' || TextCursor::isDash(c.unicode());
        });
    }

    void takeText(const ReportLine &line, size_t index)
    {
        const bool mayBegin = line.indent < kDeepIndent && m_style != Style::Heading
            && (m_isAfterBlank || m_style == Style::Plain || m_style == Style::None);
        const auto timed = mayBegin ? readTimedLine(line.content) : std::nullopt;
        if (timed && hasClock(*timed)) {
            open(*timed, index, Style::Plain);
            return;
        }
        const auto day = timed && timed->rest.isEmpty() ? timed->phrase.day
            : mayBegin                                  ? readNumericDay(line.content)
                                                        : std::nullopt;
        if (day) {
            close();
            return addDay(*day, index);
        }
        const bool endsBlock = m_isAfterBlank && line.indent == 0;
        if (endsBlock && (m_style == Style::List || m_style == Style::Plain))
            close();
        if (m_style == Style::None && m_isAfterBlank)
            noteStatements(paragraphAt(m_lines, index), false);
        append(line);
    }

    void takeTableLine(const ReportLine &line, size_t index)
    {
        if (line.type == LineType::TableRule) {
            if (index > 0 && m_lines[index - 1].type == LineType::TableRow)
                m_table = tableFrom(tableCells(m_lines[index - 1].content));
            return;
        }
        const bool isHeader =
            index + 1 < m_lines.size() && m_lines[index + 1].type == LineType::TableRule;
        if (isHeader)
            return;
        const Table table = m_table.value_or(Table());
        const QStringList cells = tableCells(line.content);
        QString time = cells.value(table.timeColumn);
        if (table.dayColumn >= 0)
            time = cells.value(table.dayColumn) + u' ' + time;
        const auto timed = readTimedLine(time);
        if (!timed)
            return noteUnreadableRow(table, time, index);
        close();
        QStringList words{ timed->rest };
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (i != table.timeColumn && i != table.dayColumn)
                words.append(cells[i]);
        }
        words.removeAll(QString());
        open({ timed->phrase, timed->timeText, words.join(u" – "_s) }, index, Style::None);
        if (table.zone) {
            m_current.zoneId = table.zone->id;
            m_current.zoneWord = table.zone->word;
        }
        close();
    }

    void noteUnreadableRow(const Table &table, const QString &time, size_t index)
    {
        if (!table.hasTimeHeader)
            return;
        TimelineItem item;
        item.type = TimelineItem::Type::Unreadable;
        item.line = static_cast<qint64>(index) + 1;
        item.timeText = time;
        m_timeline.items.push_back(std::move(item));
    }

    void noteStatements(const QString &text, bool isHeading)
    {
        if (!m_timeline.statedZone
            && (saysTimesAreIn(text) || (isHeading && isTimelineHeading(text))))
            m_timeline.statedZone = findZone(text);
        if (!m_timeline.statedDay && !isHeading && saysAllOnOneDay(text))
            m_timeline.statedDay = findDay(text);
        m_timeline.isApproximate = m_timeline.isApproximate || saysApproximate(text);
    }

    void addDay(const WrittenDay &day, size_t index)
    {
        TimelineItem item;
        item.type = TimelineItem::Type::Day;
        item.line = static_cast<qint64>(index) + 1;
        item.phrase.day = day;
        m_timeline.items.push_back(std::move(item));
    }

    void open(const TimedLine &timed, size_t index, Style style)
    {
        close();
        m_current = TimelineItem();
        m_current.line = static_cast<qint64>(index) + 1;
        m_current.phrase = timed.phrase;
        if (m_current.phrase.start)
            applyHalfDay(m_halfDay, *m_current.phrase.start);
        if (m_current.phrase.end)
            applyHalfDay(m_halfDay, *m_current.phrase.end);
        m_current.timeText = timed.timeText;
        m_current.rest = timed.rest;
        m_style = style;
        m_isOpen = true;
    }

    void append(const ReportLine &line)
    {
        if (m_isOpen)
            m_current.body.append(line.raw);
    }

    void close()
    {
        if (m_isOpen)
            m_timeline.items.push_back(std::move(m_current));
        m_current = TimelineItem();
        m_isOpen = false;
        m_style = Style::None;
    }

    const std::vector<ReportLine> &m_lines;
    ReportTimeline &m_timeline;
    TimelineItem m_current;
    std::optional<Table> m_table;
    Style m_style = Style::None;
    HalfDay m_halfDay = HalfDay::None;
    int m_level = 0;
    int m_indent = 0;
    bool m_isOpen = false;
    bool m_isAfterBlank = true;
};

/// The index behind a timeline section: the next heading of its level or above that is no time
/// itself.
size_t sectionEnd(const std::vector<ReportLine> &lines, size_t heading)
{
    for (size_t i = heading + 1; i < lines.size(); ++i) {
        const ReportLine &line = lines[i];
        if (line.type == LineType::Heading && line.level <= lines[heading].level
            && !readTimedLine(line.content))
            return i;
    }
    return lines.size();
}

bool hasEntries(const ReportTimeline &timeline)
{
    return std::any_of(timeline.items.begin(), timeline.items.end(), [](const TimelineItem &item) {
        return item.type == TimelineItem::Type::Entry;
    });
}

/// The first statement about zones anywhere, for files that make it outside the timeline.
void findStatedZone(const std::vector<ReportLine> &lines, ReportTimeline &timeline)
{
    // Statements overlap where every line makes one; no line is looked through twice.
    size_t searched = 0;
    for (size_t i = 0; i < lines.size() && !timeline.statedZone; ++i) {
        if (lines[i].type == LineType::Code || !saysTimesAreIn(lines[i].content))
            continue;
        const size_t end = lines[i].type == LineType::Text ? paragraphEnd(lines, i) : i + 1;
        for (searched = std::max(searched, i); searched < end && !timeline.statedZone; ++searched)
            timeline.statedZone = findZone(lines[searched].content);
    }
}

void findTitleDay(const std::vector<ReportLine> &lines, const QString &fileName,
                  ReportTimeline &timeline)
{
    std::optional<WrittenDay> frontMatterDay;
    for (const ReportLine &line : lines) {
        const bool isTitleKey = line.content.startsWith(u"title"_s);
        if (line.type == LineType::Heading && line.level == 1 && !timeline.titleDay)
            timeline.titleDay = findDay(line.content);
        else if (line.type == LineType::FrontMatter && isTitleKey && !timeline.titleDay)
            timeline.titleDay = findDay(line.content);
        else if (line.type == LineType::FrontMatter && line.content.startsWith(u"date"_s))
            frontMatterDay = findDay(line.content);
    }
    if (!timeline.titleDay)
        timeline.titleDay = findDay(fileName);
    if (!timeline.titleDay)
        timeline.titleDay = frontMatterDay;
}

} // namespace

ReportTimeline findTimeline(const QStringList &lines, const QString &fileName)
{
    const std::vector<ReportLine> classified = classifyLines(lines);
    ReportTimeline timeline;
    for (size_t i = 0; i < classified.size(); ++i) {
        if (classified[i].type != LineType::Heading || !isTimelineHeading(classified[i].content))
            continue;
        const size_t end = sectionEnd(classified, i);
        TimelineFinder(classified, timeline).run(i, end);
        i = end - 1;
    }
    timeline.hasSection = hasEntries(timeline);
    if (!timeline.hasSection) {
        timeline = ReportTimeline();
        TimelineFinder(classified, timeline).run(0, classified.size());
    }
    findStatedZone(classified, timeline);
    findTitleDay(classified, fileName, timeline);
    return timeline;
}

} // namespace SecondStory::Importing
