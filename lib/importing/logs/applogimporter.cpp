// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/logs/applogimporter.h"

#include "importing/importerrors.h"
#include "importing/logs/logfmt.h"
#include "importing/logs/logrecords.h"

#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kLongestLead = 24;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

bool isLevel(QStringView word)
{
    static constexpr std::array kLevels{ u"TRACE", u"DEBUG",    u"INFO",  u"NOTICE", u"WARN",
                                         u"ERROR", u"WARNING",  u"FATAL", u"ERR",    u"SEVERE",
                                         u"CRIT",  u"CRITICAL", u"ALERT", u"EMERG",  u"PANIC" };
    return std::any_of(kLevels.begin(), kLevels.end(), [word](const auto *level) {
        return word.compare(QStringView(level), Qt::CaseInsensitive) == 0;
    });
}

bool isSeparator(QChar c)
{
    return c.isSpace() || c == u':' || c == u'|' || c == u'-' || c == u',' || c == u';';
}

/// The words behind a time, without the marks that part them from it.
QStringView behindMarks(QStringView text)
{
    qsizetype at = 0;
    while (at < text.size() && at < kLongestLead && isSeparator(text[at]))
        ++at;
    return text.mid(at);
}

/// "ERROR", "[ERROR]", "<error>", "ERROR:" at the beginning of the words.
bool beginsWithLevel(QStringView words)
{
    qsizetype begin = 0;
    while (begin < words.size() && begin < 2 && QStringView(u"[<(").contains(words[begin]))
        ++begin;
    qsizetype end = begin;
    while (end < words.size() && words[end].isLetter())
        ++end;
    return isLevel(words.mid(begin, end - begin));
}

/// The record that a line begins; nothing when the line begins none.
std::optional<LogLine> readAppLine(QStringView line)
{
    // A line that is indented belongs to the one above, whatever it begins with.
    if (line.isEmpty() || line[0].isSpace())
        return {};
    if (auto pairs = readLogfmtLine(line))
        return pairs;
    // In place: moved into the result, g++ 12 holds its parts to be unset at -O3.
    std::optional<LogLine> result(std::in_place);
    // "ERROR 2018-02-20 14:17:35 …", "- 1117838570 …": the level may stand before the time.
    qsizetype lead = 0;
    auto stamp = readLogStamp(line);
    if (!stamp) {
        const qsizetype space = line.left(kLongestLead).indexOf(u' ');
        if (space <= 0 || !(beginsWithLevel(line.left(space)) || line.left(space) == u"-"))
            return {};
        lead = space;
        while (lead < line.size() && lead < kLongestLead && line[lead] == u' ')
            ++lead;
        stamp = readLogStamp(line.mid(lead));
        if (!stamp)
            return {};
    }
    const QStringView words = behindMarks(line.mid(lead + stamp->length));
    const QString level =
        lead > 1 && line[0] != u'-' ? line.left(lead).trimmed().toString() : stamp->level;
    result->words = level.isEmpty() ? words.toString() : QString(level + u' ' + words);
    result->stamp = std::move(stamp);
    return result;
}

} // namespace

QString AppLogImporter::displayName() const
{
    return translated("Application log");
}

Needs AppLogImporter::needs() const
{
    return Need::Zone | Need::Date;
}

Likelihood AppLogImporter::probe(const EvidenceInput &input) const
{
    if (input.isBundle() || input.sketch().isJson() || input.headText().contains(u'\0'))
        return 0;
    const QStringList lines = headLogLines(input);
    qsizetype records = 0;
    qsizetype levels = 0;
    qsizetype clocks = 0;
    for (const QString &line : lines) {
        const auto read = readAppLine(line);
        if (!read)
            continue;
        ++records;
        levels += beginsWithLevel(read->words) ? 1 : 0;
        clocks += !read->stamp->full && read->stamp->month == 0 ? 1 : 0;
    }
    if (records == 0 || !readAppLine(lines.first()))
        return 0;
    // Clocks alone begin the lines of chats and transcripts too.
    if (clocks * 2 > records)
        return levels * 2 >= records ? 50 : 25;
    if (levels * 2 >= records)
        return 60;
    return records * 2 >= lines.size() || input.name().endsWith(u".log"_s) ? 55 : 40;
}

Needs AppLogImporter::missing(EvidenceInput &input, const ImportOptions &options) const
{
    StampNeeds needs;
    const QStringList lines = headLogLines(input);
    for (const QString &line : lines) {
        const auto read = readAppLine(line);
        if (read && read->stamp)
            needs.look(*read->stamp);
    }
    return needs.missing(options);
}

Result<ReadSummary> AppLogImporter::read(EvidenceInput &input, const ImportOptions &options,
                                         ImportSink &sink) const
{
    const auto take = [](LogRecords &records, const QString &line,
                         const QString &place) -> Result<void> {
        if (auto read = readAppLine(line))
            return records.begin(std::move(*read), place);
        records.follow(line, place);
        return {};
    };
    return readLogRecords(input, options, sink, translated("no line begins with a time"), take);
}

} // namespace SecondStory::Importing
