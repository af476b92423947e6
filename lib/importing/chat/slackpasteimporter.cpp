// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/slackpasteimporter.h"

#include "importing/dayclock.h"
#include "importing/importerrors.h"
#include "importing/chat/openmessage.h"
#include "importing/chat/slackpasteline.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

using Kind = SlackPasteLine::Kind;

constexpr qsizetype kNamesKept = 10'000;
constexpr int kLongestPreface = 6; ///< lines in front of the first message

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

CivilTime civilDay(const WrittenDay &day)
{
    return { day.year, day.month, day.day };
}

/// What Slack's window writes between the messages.
bool isFurniture(const QString &line)
{
    return line == u"View newer replies"_s || line == u"View older replies"_s
        || line == u"View thread"_s || line == u"New"_s;
}

QString withoutTrailingSpace(QString text)
{
    while (!text.isEmpty() && text.back().isSpace())
        text.chop(1);
    return text;
}

ChatWords wordsOf(ParsedEvent &, const QStringList &lines)
{
    ChatWords words;
    QStringList kept;
    bool isEdited = false;
    for (const QString &line : lines) {
        QString text = withoutTrailingSpace(line);
        if (isFurniture(text))
            continue;
        if (text.endsWith(u"(edited)"_s)) {
            isEdited = true;
            text = withoutTrailingSpace(text.chopped(8));
        }
        kept.append(text);
    }
    words.said = kept.join(u'\n').trimmed();
    if (isEdited)
        words.around.append(u"(edited)"_s);
    return words;
}

/// Reads one paste.
class PasteRun {
public:
    PasteRun(const ImportOptions &options, const QString &fileName, RecordWriter &writer)
        : m_writer(writer)
        , m_times(options)
        , m_days(m_times)
        , m_message(writer, wordsOf)
    {
        const auto day = options.date ? std::nullopt : findDay(fileName);
        if (day && day->year != 0)
            m_nameDay = civilDay(*day);
    }

    Result<ReadSummary> run(LineReader &lines)
    {
        return m_message.readAll(lines, m_times, [this](const QString &line, qint64 number) {
            return take(line, number);
        });
    }

private:
    Result<void> take(const QString &text, qint64 number)
    {
        SlackPasteLine line = readSlackPasteLine(text);
        const QString place = linePlace(number);
        const bool isAfterGap = m_isAfterGap;
        m_isAfterGap = text.trimmed().isEmpty() || text.trimmed() == u">"_s;
        if (m_isFenced && endsFence(line, isAfterGap))
            m_isFenced = false;
        if (m_isFenced || line.kind == Kind::Words)
            return addWords(text, place);
        switch (line.kind) {
        case Kind::Heading:
        case Kind::Day:
            return takeBreak(line);
        case Kind::Clock:
            if (!takeNameAbove(line) && m_name.isEmpty())
                return addWords(text, place);
            [[fallthrough]];
        case Kind::Header:
            return open(line, place);
        case Kind::Words:
            break;
        }
        return {};
    }

    /// A fence that nobody closed would swallow the rest of the file: the header of somebody who
    /// spoke before, after an empty line, ends it.
    [[nodiscard]] bool endsFence(const SlackPasteLine &line, bool isAfterGap) const
    {
        return isAfterGap && line.kind == Kind::Header && m_names.contains(line.name);
    }

    Result<void> addWords(const QString &text, const QString &place)
    {
        QString words = text;
        if (m_isQuotedStyle && words.trimmed().startsWith(u'>'))
            words = words.mid(words.indexOf(u'>') + 1);
        if (words.trimmed().startsWith(u"```"_s) && words.count(u"```"_s) % 2 == 1)
            m_isFenced = m_message.isOpen() && !m_isFenced;
        if (m_message.isOpen())
            m_message.add(words);
        else if (!words.trimmed().isEmpty())
            holdBack(words, place);
        return {};
    }

    /// Words outside of every message are skipped, unless the next line shows that they were a
    /// name.
    void holdBack(const QString &words, const QString &place)
    {
        tellHeldBack();
        m_heldBack = words.trimmed();
        m_heldBackPlace = place;
    }

    void tellHeldBack()
    {
        if (!m_heldBack.isEmpty())
            m_writer.skip(m_heldBackPlace, translated("stands before the first message"));
        m_heldBack.clear();
    }

    Result<void> takeBreak(const SlackPasteLine &line)
    {
        tellHeldBack();
        if (auto closed = m_message.close(); !closed)
            return closed;
        m_name.clear();
        if (line.kind == Kind::Day) {
            m_days.setDay(civilDay(line.day));
            m_hasDay = true;
        } else {
            m_lane = line.name;
        }
        return {};
    }

    /// Slack's newer windows copy name and clock as two lines.
    bool takeNameAbove(SlackPasteLine &line)
    {
        if (line.isBracketed)
            return false;
        QString name = m_heldBack;
        if (m_message.isOpen()) {
            const QStringList &lines = m_message.lines();
            const bool standsAlone = !lines.isEmpty()
                && (lines.size() < 2 || lines[lines.size() - 2].trimmed().isEmpty());
            name = standsAlone || (!lines.isEmpty() && m_names.contains(lines.last().trimmed()))
                ? lines.last().trimmed()
                : QString();
            const bool isNameLike = !name.isEmpty() && name.size() <= 60
                && !QStringView(u".,!?:").contains(name.back()) && name.count(u' ') < 5;
            if (!isNameLike)
                return false;
            (void)m_message.takeLast();
        }
        m_heldBack.clear();
        line.name = name;
        return !name.isEmpty();
    }

    Result<void> open(const SlackPasteLine &line, const QString &place)
    {
        tellHeldBack();
        if (auto closed = m_message.close(); !closed)
            return closed;
        if (!line.name.isEmpty()) {
            m_name = line.name;
            m_isProgram = line.isProgram;
        }
        if (m_names.size() < kNamesKept)
            m_names.insert(m_name);
        m_isQuotedStyle = line.isQuoted;
        m_isFenced = false;
        ParsedEvent event;
        event.place = place;
        event.kind = EventKind::Message;
        event.lane = m_lane;
        event.time = timeOf(line, place);
        event.actors.append({ m_name, {}, m_isProgram ? PersonKind::Bot : PersonKind::Human });
        m_message.begin(std::move(event));
        if (!line.words.isEmpty())
            m_message.add(line.words);
        return {};
    }

    RecordedTime timeOf(const SlackPasteLine &line, const QString &place)
    {
        if (!m_hasDay && m_nameDay) {
            m_days.setDay(*m_nameDay);
            m_writer.remark(place, translated("the day is taken from the file's name"));
            m_nameDay.reset();
        }
        return m_days.read(line.clock, line.timeText, place, m_writer);
    }

    RecordWriter &m_writer;
    TimeResolver m_times;
    DayClock m_days;
    OpenMessage m_message;
    std::optional<CivilTime> m_nameDay; ///< stated by the file's name and not yet used
    QString m_lane;
    QString m_name; ///< who spoke last
    QSet<QString> m_names;
    QString m_heldBack;
    QString m_heldBackPlace;
    bool m_isProgram = false;
    bool m_hasDay = false;
    bool m_isFenced = false;
    bool m_isQuotedStyle = false; ///< every line of the message begins with ">"
    bool m_isAfterGap = true;
};

} // namespace

QString SlackPasteImporter::displayName() const
{
    return translated("Text copied from Slack");
}

Likelihood SlackPasteImporter::probe(const EvidenceInput &input) const
{
    if (input.isBundle())
        return 0;
    int headers = 0;
    int bracketed = 0;
    int lines = 0;
    int preface = 0;
    for (const QStringView text : QStringView(input.headText()).split(u'\n')) {
        const SlackPasteLine line = readSlackPasteLine(text);
        lines += text.trimmed().isEmpty() ? 0 : 1;
        if (line.kind == Kind::Header && headers == 0)
            preface = lines - 1;
        headers += line.kind == Kind::Header ? 1 : 0;
        bracketed += line.kind == Kind::Header && line.isBracketed ? 1 : 0;
    }
    // A message has some lines; a table whose last column is a clock has none.
    if (headers < 2 || headers * 2 > lines + 1)
        return 0;
    // A report may quote a chat at its end; it is a report all the same.
    if (headers * 25 < lines || preface > kLongestPreface)
        return 40;
    return bracketed >= 2 ? 88 : 72;
}

Needs SlackPasteImporter::missing(EvidenceInput &input, const ImportOptions &options) const
{
    Needs needs;
    if (!options.hasZone())
        needs |= Need::Zone;
    const auto nameDay = findDay(input.name());
    if (options.date || (nameDay && nameDay->year != 0))
        return needs;
    for (const QStringView text : QStringView(input.headText()).split(u'\n')) {
        const SlackPasteLine line = readSlackPasteLine(text);
        if (line.kind == Kind::Day)
            return needs;
        if (line.kind == Kind::Header || line.kind == Kind::Clock)
            break;
    }
    return needs | Need::Date;
}

Result<ReadSummary> SlackPasteImporter::read(EvidenceInput &input, const ImportOptions &options,
                                             ImportSink &sink) const
{
    return readByLines(input, sink, [&](LineReader &lines, RecordWriter &writer) {
        return PasteRun(options, input.name(), writer).run(lines);
    });
}

} // namespace SecondStory::Importing
