// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/cuerun.h"

#include "importing/importerrors.h"
#include "importing/limits.h"
#include "importing/recordtext.h"
#include "importing/textcursor.h"
#include "importing/textlines.h"
#include "importing/timeresolver.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// Reads the file block by block.
class CueRun {
public:
    CueRun(LineReader &lines, CueFormat format, const ImportOptions &options, RecordWriter &writer)
        : m_lines(lines)
        , m_format(format)
        , m_times(options)
        , m_writer(writer)
    {
    }

    Result<ReadSummary> run()
    {
        if (m_format == CueFormat::WebVtt) {
            if (const auto header = readHeader(); !header)
                return tl::make_unexpected(header.error());
        }
        if (const auto taken = eachLine(m_lines, m_writer, [this] { return takeLine(); }); !taken)
            return tl::make_unexpected(taken.error());
        if (const auto closed = closeBlock(); !closed)
            return tl::make_unexpected(closed.error());
        return m_writer.finish({}, translated("no cue could be read"));
    }

private:
    Result<void> readHeader()
    {
        const auto more = m_lines.next();
        if (!more)
            return tl::make_unexpected(more.error());
        const QString first = *more ? m_lines.text().text : QString();
        const bool isHeader = first == u"WEBVTT"_s || first.startsWith(u"WEBVTT "_s)
            || first.startsWith(u"WEBVTT\t"_s);
        if (!isHeader)
            return badInput(m_writer.fileName(), linePlace(1),
                            translated("does not begin with WEBVTT"));
        m_isInHeader = true;
        return {};
    }

    Result<void> takeLine()
    {
        const DecodedText decoded = m_lines.text();
        const QString &line = decoded.text;
        if (line.trimmed().isEmpty())
            return closeBlock();
        if (line.contains(u"-->"_s) && !m_isNote)
            return openCue(line);
        m_isRepaired = m_isRepaired || decoded.isRepaired;
        if (m_isInHeader)
            return {};
        if (m_block.isEmpty() && !m_hasCue) {
            m_blockLine = m_lines.number();
            m_isNote = isAside(line);
        }
        m_size += line.size() + 1;
        if (m_size <= Limits::kFieldBytes)
            m_block.append(line);
        return {};
    }

    [[nodiscard]] bool isAside(const QString &line) const
    {
        if (m_format == CueFormat::Srt)
            return false;
        for (const auto *word : { u"NOTE", u"STYLE", u"REGION" }) {
            const QStringView name(word);
            if (line.startsWith(name)
                && (line.size() == name.size() || line[name.size()].isSpace()))
                return true;
        }
        return false;
    }

    static bool isNumber(const QString &line)
    {
        const QStringView text = QStringView(line).trimmed();
        return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
            return TextCursor::isDigit(c.unicode());
        });
    }

    Result<void> openCue(const QString &line)
    {
        // A block of one line before the time is the cue's id; anything else ends here.
        const bool isId = !m_hasCue && m_block.size() == 1;
        if (isId)
            m_block.clear();
        // Without a blank line between cues the next one's number ends the words of this one.
        if (m_format == CueFormat::Srt && m_hasCue && !m_block.isEmpty()
            && isNumber(m_block.last()))
            m_block.removeLast();
        if (const auto closed = closeBlock(); !closed)
            return closed;
        m_time = readCueTime(line, m_format);
        m_hasCue = true;
        m_blockLine = m_lines.number();
        if (!m_time)
            m_writer.skip(linePlace(m_blockLine),
                          translated("“%1” is not a cue's time").arg(line.trimmed().left(60)));
        return {};
    }

    /// Every block ends in an event, in a skipped record, or is an aside.
    Result<void> closeBlock()
    {
        const QString payload = m_block.join(u'\n');
        const bool isCue = m_hasCue && m_time;
        const bool isTimeless = !m_hasCue && !m_isNote && !payload.isEmpty();
        const QString place = linePlace(m_blockLine);
        const bool isRepaired = m_isRepaired;
        const bool isLong = m_size > Limits::kFieldBytes;
        m_block.clear();
        m_size = 0;
        m_hasCue = false;
        m_isNote = false;
        m_isInHeader = false;
        m_isRepaired = false;
        if (isTimeless)
            m_writer.skip(place, translated("a cue without a time: “%1”").arg(payload.left(60)));
        if (!isCue)
            return {};
        if (isLong) {
            m_writer.skip(place, translated("the text is longer than 1 MiB"));
            return {};
        }
        if (isRepaired)
            m_writer.remark(place, translated("bytes that are not UTF-8 were replaced"));
        return writeCue(payload, place);
    }

    Result<void> writeCue(const QString &payload, const QString &place)
    {
        const CueWords words = cueWords(payload, m_format);
        if (words.text.isEmpty()) {
            m_writer.skip(place, translated("has no words"));
            return {};
        }
        ParsedEvent event;
        const auto precision = TimePrecision::Millisecond;
        event.time = m_times.sinceStart(m_time->start, precision, m_time->text, place, m_writer);
        TimeResolver::setEnd(
            event.time, m_times.sinceStart(m_time->end, precision, m_time->text, place, m_writer),
            place, m_writer);
        event.kind = EventKind::Statement;
        event.place = place;
        setWords(event, readableText(words.text));
        if (!words.speaker.isEmpty())
            event.actors.append({ words.speaker, {}, PersonKind::Human });
        return m_writer.event(std::move(event));
    }

    LineReader &m_lines;
    CueFormat m_format;
    TimeResolver m_times;
    RecordWriter &m_writer;
    QStringList m_block;
    qsizetype m_size = 0;
    qint64 m_blockLine = 0;
    std::optional<CueTime> m_time;
    bool m_hasCue = false; ///< a time line opened this block, readable or not
    bool m_isNote = false;
    bool m_isInHeader = false;
    bool m_isRepaired = false;
};

} // namespace

Result<ReadSummary> readCues(EvidenceInput &input, CueFormat format, const ImportOptions &options,
                             ImportSink &sink)
{
    if (input.size() == 0)
        return isEmptyError(input.path());
    if (!options.start)
        return needed(input.path(), translated("its times count from the start of the recording"),
                      translated("say when the recording started"));
    return readByLines(input, sink, [&](LineReader &lines, RecordWriter &writer) {
        return CueRun(lines, format, options, writer).run();
    });
}

} // namespace SecondStory::Importing
