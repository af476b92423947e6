// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/logs/logrecords.h"

#include "importing/importerrors.h"
#include "importing/limits.h"
#include "importing/logs/ansitext.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr int kHeadLines = 200;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

} // namespace

Result<void> LogRecords::begin(LogLine line, const QString &place)
{
    if (const auto closed = close(); !closed)
        return closed;
    m_size = line.words.size();
    m_open = std::move(line);
    m_place = place;
    return {};
}

void LogRecords::follow(const QString &line, const QString &place)
{
    if (m_isRefused)
        return;
    if (!m_open) {
        m_writer.skip(place, translated("begins with no time and follows no line that does"));
        return;
    }
    m_size += line.size() + 1;
    // One above the limit is enough for the writer to skip the record with its reason.
    if (m_size <= Limits::kFieldBytes)
        m_following.append(line);
}

Result<void> LogRecords::refuse(const QString &place, const QString &why)
{
    if (const auto closed = close(); !closed)
        return closed;
    m_writer.skip(place, why);
    m_isRefused = true;
    return {};
}

Result<void> LogRecords::close()
{
    m_isRefused = false;
    if (!m_open)
        return {};
    const LogLine line = std::move(*m_open);
    const QStringList following = std::move(m_following);
    m_open.reset();
    m_following.clear();
    if (m_size > Limits::kFieldBytes) {
        m_writer.skip(m_place, translated("the text is longer than 1 MiB"));
        return {};
    }
    ParsedEvent event;
    event.place = m_place;
    event.kind = EventKind::Log;
    event.lane = line.lane;
    QString words = line.words;
    if (!following.isEmpty())
        words += u'\n' + following.join(u'\n');
    if (words.trimmed().isEmpty() && line.details.isEmpty()) {
        m_writer.skip(m_place, translated("has no words"));
        return {};
    }
    if (line.stamp)
        event.time = m_clock.read(*line.stamp, m_place, m_writer);
    setWords(event, words.trimmed().isEmpty() ? line.details.first() : words);
    if (!line.details.isEmpty())
        event.text = (event.text.isEmpty() ? event.title : event.text) + u"\n\n"_s
            + line.details.join(u'\n');
    return m_writer.event(std::move(event));
}

Result<void>
forEachLogLine(LineReader &lines, RecordWriter &writer,
               const std::function<Result<void>(const QString &, const QString &)> &take)
{
    return eachLine(lines, writer, [&]() -> Result<void> {
        const DecodedText decoded = lines.text();
        const QString text = withoutTerminalCodes(decoded.text);
        if (text.trimmed().isEmpty())
            return {};
        const QString place = linePlace(lines.number());
        if (decoded.isRepaired)
            writer.remark(place, translated("bytes that are not UTF-8 were replaced"));
        return take(text, place);
    });
}

Result<ReadSummary> readLogRecords(EvidenceInput &input, const ImportOptions &options,
                                   ImportSink &sink, const QString &nothingRead,
                                   const TakeLogLine &take)
{
    return readByLines(
        input, sink, [&](LineReader &lines, RecordWriter &writer) -> Result<ReadSummary> {
            LogRecords records(options, writer);
            const auto taken =
                forEachLogLine(lines, writer, [&](const QString &line, const QString &place) {
                    return take(records, line, place);
                });
            if (!taken)
                return tl::make_unexpected(taken.error());
            if (const auto closed = records.close(); !closed)
                return tl::make_unexpected(closed.error());
            return writer.finish(records.usedZone(), nothingRead);
        });
}

QStringList headLogLines(const EvidenceInput &input)
{
    QStringList result;
    QString head = input.headText();
    head.replace(u"\r\n"_s, u"\n"_s);
    head.replace(u'\r', u'\n');
    const auto lines = QStringView(head).split(u'\n');
    for (const QStringView line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        result.append(withoutTerminalCodes(line.toString()));
        if (result.size() == kHeadLines)
            break;
    }
    return result;
}

} // namespace SecondStory::Importing
