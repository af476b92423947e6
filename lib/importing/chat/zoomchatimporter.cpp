// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/zoomchatimporter.h"

#include "importing/dayclock.h"
#include "importing/importerrors.h"
#include "importing/textcursor.h"
#include "importing/chat/openmessage.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr int kProbedLines = 40;
constexpr qsizetype kLongestName = 200;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// The line a message begins with.
struct ZoomHeader {
    WrittenClock clock; ///< since the recording's start, or the time of day in a saved chat
    QString timeText;
    QString name;
    QString to; ///< of a saved chat: "Everyone"
    QString words; ///< what stands in the same line
    bool isSaved = false;
};

/// "From Jane Doe to Everyone: Hello", with more or fewer spaces in the years of Zoom.
bool readSavedHeader(QStringView rest, ZoomHeader &header)
{
    rest = rest.mid(5).trimmed();
    qsizetype colon = rest.left(kLongestName).indexOf(u':');
    while (colon >= 0 && colon + 1 < rest.size() && !rest[colon + 1].isSpace())
        colon = rest.left(kLongestName).indexOf(u':', colon + 1);
    if (colon < 1)
        return false;
    const QString names = rest.left(colon).toString().simplified();
    header.words = rest.mid(colon + 1).trimmed().toString();
    const qsizetype to = names.lastIndexOf(u" to "_s);
    header.name = to < 0 ? names : names.left(to).simplified();
    header.to = to < 0 ? QString() : names.mid(to + 4);
    header.isSaved = true;
    return !header.name.isEmpty();
}

/// "00:05:41<tab>Name:<tab>words" and "09:41:05 From Name to Everyone: words".
std::optional<ZoomHeader> readHeader(QStringView line)
{
    TextCursor cursor(line);
    ZoomHeader header;
    header.clock.precision = TimePrecision::Second;
    header.clock.hour = cursor.takeNumber(2, 2);
    const bool hasHour = header.clock.hour >= 0 && cursor.take(u':');
    header.clock.minute = hasHour ? cursor.takeNumber(2, 2) : -1;
    const bool hasMinute = header.clock.minute >= 0 && cursor.take(u':');
    header.clock.second = hasMinute ? cursor.takeNumber(2, 2) : -1;
    if (header.clock.second < 0 || header.clock.minute > 59 || header.clock.second > 59)
        return {};
    header.timeText = line.left(cursor.position()).toString();
    const QStringView rest = cursor.rest();
    if (rest.isEmpty() || !rest[0].isSpace())
        return {};
    if (rest.trimmed().startsWith(u"From ") && header.clock.hour < 24
        && readSavedHeader(rest.trimmed(), header))
        return header;
    if (rest[0] != u'\t')
        return {};
    qsizetype colon = rest.left(kLongestName).indexOf(u":\t");
    if (colon < 0 && rest.endsWith(u':') && rest.size() <= kLongestName)
        colon = rest.size() - 1;
    if (colon < 2)
        return {};
    header.name = rest.mid(1, colon - 1).toString().simplified();
    header.words = rest.mid(colon + 2).toString();
    return header.name.isEmpty() ? std::nullopt : std::optional(header);
}

/// A click on a picture, not words. Zoom writes it in the language of the one who saved the chat.
bool isReaction(const QString &words)
{
    return words.startsWith(u"Reacted to "_s) || words.startsWith(u"Removed a "_s)
        || (words.startsWith(u"Hat auf "_s) && words.endsWith(u"reagiert"_s));
}

ChatWords wordsOf(ParsedEvent &event, const QStringList &lines)
{
    ChatWords words;
    const bool isReply = !lines.isEmpty() && lines.first().startsWith(u"Replying to "_s);
    words.said = lines.mid(isReply ? 1 : 0).join(u'\n').trimmed();
    if (isReply)
        words.around.append(lines.first().trimmed());
    if (isReaction(words.said))
        event.kind = EventKind::Other;
    return words;
}

/// Reads one chat.
class ZoomRun {
public:
    ZoomRun(const ImportOptions &options, RecordWriter &writer)
        : m_writer(writer)
        , m_times(options)
        , m_days(m_times)
        , m_message(writer, wordsOf)
    {
    }

    Result<ReadSummary> run(LineReader &lines)
    {
        return m_message.readAll(lines, m_times, [this](const QString &line, qint64 number) {
            return take(line, number);
        });
    }

private:
    Result<void> take(const QString &line, qint64 number)
    {
        const auto header = readHeader(line);
        if (!header) {
            m_message.follow(line, linePlace(number));
            return {};
        }
        if (auto closed = m_message.close(); !closed)
            return closed;
        ParsedEvent event;
        event.place = linePlace(number);
        event.kind = EventKind::Message;
        event.time = timeOf(*header, event.place);
        event.actors.append({ header->name, {}, PersonKind::Human });
        m_message.begin(std::move(event));
        m_message.add(header->words);
        return {};
    }

    RecordedTime timeOf(const ZoomHeader &header, const QString &place)
    {
        if (header.isSaved)
            return m_days.read(header.clock, header.timeText, place, m_writer);
        const qint64 since = sinceMidnight(header.clock);
        if (since < m_previous)
            m_writer.remark(place,
                            translated("stands after a later time; the order of the file is kept"));
        m_previous = since;
        return m_times.sinceStart(since, header.clock.precision, header.timeText, place, m_writer);
    }

    RecordWriter &m_writer;
    TimeResolver m_times;
    DayClock m_days;
    OpenMessage m_message;
    qint64 m_previous = 0;
};

/// The header of the first message near the beginning.
std::optional<ZoomHeader> firstHeader(const EvidenceInput &input)
{
    int lines = 0;
    for (const QStringView line : QStringView(input.headText()).split(u'\n')) {
        if (const auto header = readHeader(line.endsWith(u'\r') ? line.chopped(1) : line))
            return header;
        if (++lines > kProbedLines)
            break;
    }
    return {};
}

} // namespace

QString ZoomChatImporter::displayName() const
{
    return translated("Zoom chat");
}

Likelihood ZoomChatImporter::probe(const EvidenceInput &input) const
{
    if (input.isBundle())
        return 0;
    const QStringView head = QStringView(input.headText()).trimmed();
    const QStringView first =
        head.left(head.indexOf(u'\n') < 0 ? head.size() : head.indexOf(u'\n'));
    if (readHeader(first.endsWith(u'\r') ? first.chopped(1) : first))
        return 95;
    return firstHeader(input) ? 55 : 0;
}

Needs ZoomChatImporter::missing(EvidenceInput &input, const ImportOptions &options) const
{
    Needs needs;
    const auto header = firstHeader(input);
    if (!header || !header->isSaved)
        return options.start ? Needs() : Needs(Need::Start);
    if (!options.date)
        needs |= Need::Date;
    if (!options.hasZone())
        needs |= Need::Zone;
    return needs;
}

Result<ReadSummary> ZoomChatImporter::read(EvidenceInput &input, const ImportOptions &options,
                                           ImportSink &sink) const
{
    return readByLines(input, sink, [&](LineReader &lines, RecordWriter &writer) {
        return ZoomRun(options, writer).run(lines);
    });
}

} // namespace SecondStory::Importing
