// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/webvttimporter.h"

#include "importing/importerrors.h"
#include "importing/limits.h"
#include "importing/linereader.h"
#include "importing/recordwriter.h"
#include "importing/textcursor.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr int kAdvanceEvery = 1'000;
constexpr qsizetype kLongestName = 60;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// "[HH:]MM:SS.mmm" as microseconds; -1 when it is something else.
qint64 takeOffset(TextCursor &cursor)
{
    std::array<qint64, 3> parts{ 0, 0, 0 };
    int count = 0;
    int digits = 5;
    do {
        const int part = cursor.takeNumber(2, digits);
        if (part < 0 || count == 3)
            return -1;
        parts[static_cast<size_t>(count++)] = part;
        digits = 2;
    } while (cursor.take(u':'));
    if (count < 2 || !cursor.take(u'.'))
        return -1;
    const int milliseconds = cursor.takeNumber(3, 3);
    if (milliseconds < 0 || parts[static_cast<size_t>(count - 1)] > 59
        || (count == 3 && parts[1] > 59))
        return -1;
    qint64 seconds = 0;
    for (int i = 0; i < count; ++i)
        seconds = seconds * 60 + parts[static_cast<size_t>(i)];
    return (seconds * 1000 + milliseconds) * 1000;
}

struct CueTime {
    qint64 start = 0; ///< microseconds from the start of the recording
    qint64 end = 0;
    QString text;
};

std::optional<CueTime> readCueTime(QStringView line)
{
    TextCursor cursor(line);
    cursor.skipSpaces();
    CueTime time;
    const qsizetype begin = cursor.position();
    time.start = takeOffset(cursor);
    cursor.skipSpaces();
    if (time.start < 0 || !cursor.rest().startsWith(u"-->"))
        return {};
    cursor.skip(3);
    cursor.skipSpaces();
    time.end = takeOffset(cursor);
    if (time.end < time.start)
        return {};
    time.text = line.mid(begin, cursor.position() - begin).toString();
    return time;
}

struct CueWords {
    QString speaker;
    QString text;
};

/// Takes out tags and entities; `<v Name>` gives the speaker.
CueWords wordsFrom(const QString &payload)
{
    CueWords words;
    const qsizetype lastClose = payload.lastIndexOf(u'>');
    for (qsizetype i = 0; i < payload.size(); ++i) {
        const QChar c = payload[i];
        const qsizetype close = c == u'<' && i < lastClose ? payload.indexOf(u'>', i) : -1;
        if (close < 0) {
            words.text += c;
            continue;
        }
        const QStringView tag = QStringView(payload).mid(i + 1, close - i - 1);
        const bool isVoice =
            tag.startsWith(u'v') && tag.size() > 1 && (tag[1] == u' ' || tag[1] == u'.');
        if (isVoice && words.speaker.isEmpty())
            words.speaker = tag.mid(tag.indexOf(u' ') + 1).toString().simplified();
        i = close;
    }
    static const std::array<std::pair<QString, QString>, 6> kEntities{ { { u"&lt;"_s, u"<"_s },
                                                                         { u"&gt;"_s, u">"_s },
                                                                         { u"&nbsp;"_s, u" "_s },
                                                                         { u"&lrm;"_s, {} },
                                                                         { u"&rlm;"_s, {} },
                                                                         { u"&amp;"_s, u"&"_s } } };
    for (const auto &[entity, plain] : kEntities)
        words.text.replace(entity, plain);
    words.text = words.text.trimmed();
    return words;
}

/// One word, or up to five that begin in capitals: "stokes", "Justin Florentine (Besu)", not "It
/// was like this".
bool looksLikeName(const QString &name)
{
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    const auto beginsLikeName = [](const QString &word) {
        const QChar first = word[0] == u'(' && word.size() > 1 ? word[1] : word[0];
        return first.isUpper() || first.isDigit() || first == u'-' || first == u'|';
    };
    const auto isPunctuation = [](QChar c) { return QStringView(u",?!;\n\"").contains(c); };
    return !words.isEmpty() && words.size() <= 5 && name[0].isLetter()
        && std::none_of(name.begin(), name.end(), isPunctuation)
        && (words.size() == 1 || std::all_of(words.begin(), words.end(), beginsLikeName));
}

/// "Justin Florentine (Besu): You sound great".
void takeSpeakerPrefix(CueWords &words)
{
    const qsizetype colon = words.text.indexOf(u": "_s);
    if (!words.speaker.isEmpty() || colon < 1 || colon > kLongestName
        || !looksLikeName(words.text.left(colon)))
        return;
    words.speaker = words.text.left(colon).simplified();
    words.text = words.text.mid(colon + 2).trimmed();
}

/// Reads the file block by block.
class WebVttRun {
public:
    WebVttRun(LineReader &lines, TimePoint start, RecordWriter &writer)
        : m_lines(lines)
        , m_start(start)
        , m_writer(writer)
    {
    }

    Result<ReadSummary> run()
    {
        if (const auto header = readHeader(); !header)
            return tl::make_unexpected(header.error());
        while (true) {
            const auto more = m_lines.next();
            if (!more)
                return tl::make_unexpected(more.error());
            if (!*more)
                break;
            if (const auto taken = takeLine(); !taken)
                return tl::make_unexpected(taken.error());
        }
        if (const auto closed = closeBlock(); !closed)
            return tl::make_unexpected(closed.error());
        m_writer.advance(m_lines.bytesRead());
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
        if (m_lines.number() % kAdvanceEvery == 0)
            m_writer.advance(m_lines.bytesRead());
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

    static bool isAside(const QString &line)
    {
        for (const auto *word : { u"NOTE", u"STYLE", u"REGION" }) {
            const QStringView name(word);
            if (line.startsWith(name)
                && (line.size() == name.size() || line[name.size()].isSpace()))
                return true;
        }
        return false;
    }

    Result<void> openCue(const QString &line)
    {
        // A block of one line before the time is the cue's id; anything else ends here.
        const bool isId = !m_hasCue && m_block.size() == 1;
        if (isId)
            m_block.clear();
        if (const auto closed = closeBlock(); !closed)
            return closed;
        m_time = readCueTime(line);
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
        CueWords words = wordsFrom(payload);
        takeSpeakerPrefix(words);
        if (words.text.isEmpty()) {
            m_writer.skip(place, translated("has no words"));
            return {};
        }
        ParsedEvent event;
        event.time.start = TimePoint{ m_start.us + m_time->start };
        event.time.end = TimePoint{ m_start.us + m_time->end };
        event.time.text = m_time->text;
        event.time.precision = TimePrecision::Millisecond;
        event.time.basis = TimeBasis::Relative;
        event.kind = EventKind::Statement;
        event.place = place;
        setWords(event, words.text);
        if (!words.speaker.isEmpty())
            event.actors.append({ words.speaker, {}, PersonKind::Human });
        return m_writer.event(std::move(event));
    }

    LineReader &m_lines;
    TimePoint m_start;
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

QString WebVttImporter::displayName() const
{
    return translated("Call transcript (WebVTT)");
}

Likelihood WebVttImporter::probe(const EvidenceInput &input) const
{
    return !input.isBundle() && probeText(input.head()).startsWith(u"WEBVTT"_s) ? 100 : 0;
}

Needs WebVttImporter::missing(EvidenceInput &, const ImportOptions &options) const
{
    return options.start ? Needs() : Needs(Need::Start);
}

Result<ReadSummary> WebVttImporter::read(EvidenceInput &input, const ImportOptions &options,
                                         ImportSink &sink) const
{
    if (input.size() == 0)
        return isEmptyError(input.path());
    if (!options.start)
        return needed(input.path(), translated("its times count from the start of the recording"),
                      translated("say when the recording started"));
    auto device = input.stream();
    if (!device)
        return tl::make_unexpected(device.error());
    LineReader lines(**device, input.path());
    RecordWriter writer(sink, input.path());
    return WebVttRun(lines, *options.start, writer).run();
}

} // namespace SecondStory::Importing
