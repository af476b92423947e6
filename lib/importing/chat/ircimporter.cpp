// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/ircimporter.h"

#include "importing/dayclock.h"
#include "importing/importerrors.h"
#include "importing/textlines.h"
#include "importing/chat/chatwords.h"
#include "importing/chat/ircline.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr int kProbedLines = 60;
constexpr qsizetype kNicksKept = 200'000;
constexpr int kHalfYear = 6;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// Who is behind a nick: changes of nick keep the handle a person came with.
class NickBook {
public:
    [[nodiscard]] QString handleOf(const QString &nick)
    {
        const QString key = nick.toLower();
        const auto known = m_handles.constFind(key);
        if (known != m_handles.cend())
            return *known;
        if (m_handles.size() < kNicksKept)
            m_handles.insert(key, nick);
        return nick;
    }
    /// Somebody who takes a nick that was seen before is held to be whoever had it: people come
    /// back under another nick after a lost connection.
    void rename(const QString &from, const QString &to)
    {
        const QString key = to.toLower();
        if (!m_handles.contains(key) && m_handles.size() < kNicksKept)
            m_handles.insert(key, handleOf(from));
    }

private:
    QHash<QString, QString> m_handles; ///< by nick in lower case
};

/// Reads one log.
class IrcRun {
public:
    IrcRun(const ImportOptions &options, const QString &fileName, RecordWriter &writer)
        : m_writer(writer)
        , m_times(options)
        , m_days(m_times)
        , m_nameDay(options.date ? std::nullopt : ircDayInName(fileName))
    {
    }

    Result<ReadSummary> run(LineReader &lines)
    {
        const auto done = eachTextLine(lines, m_writer, [this](const QString &line, qint64 number) {
            return take(line, number);
        });
        if (!done)
            return tl::make_unexpected(done.error());
        return m_writer.finish(m_times.usedZone(), translated("no message could be read"));
    }

private:
    Result<void> take(const QString &text, qint64 number)
    {
        const IrcLine line = readIrcLine(text);
        const QString place = linePlace(number);
        if (line.kind == IrcLine::Kind::Blank)
            return {};
        if (line.kind == IrcLine::Kind::Day) {
            m_logDay = line.day;
            m_days.setDay(line.day);
            return {};
        }
        if (line.kind == IrcLine::Kind::Unknown) {
            m_writer.skip(place, translated("is not a line of an IRC log"));
            return {};
        }
        if (line.words.isEmpty()) {
            m_writer.skip(place, translated("has no words"));
            return {};
        }
        return give(line, place);
    }

    Result<void> give(const IrcLine &line, const QString &place)
    {
        ParsedEvent event;
        event.place = place;
        const bool isSpoken =
            line.kind == IrcLine::Kind::Message || line.kind == IrcLine::Kind::Action;
        event.kind = isSpoken ? EventKind::Message : EventKind::Other;
        event.time = timeOf(line.stamp, place);
        if (line.kind == IrcLine::Kind::Rename)
            m_nicks.rename(line.nick, line.newNick);
        const QString &nick = line.kind == IrcLine::Kind::Rename ? line.newNick : line.nick;
        if (!nick.isEmpty())
            event.actors.append({ nick, m_nicks.handleOf(nick), PersonKind::Human });
        return giveMessage(m_writer, std::move(event), { line.words, {} });
    }

    RecordedTime timeOf(const IrcStamp &stamp, const QString &place)
    {
        switch (stamp.kind) {
        case IrcStamp::Kind::Clock:
            useNameDay(place);
            return m_days.read(stamp.clock, stamp.text, place, m_writer);
        case IrcStamp::Kind::Full:
            return m_times.resolve(stamp.reading, stamp.text, place, m_writer);
        case IrcStamp::Kind::Yearless:
            return yearless(stamp, place);
        case IrcStamp::Kind::Epoch:
            return TimeResolver::atInstant(TimePoint::fromSeconds(stamp.seconds),
                                           TimePrecision::Second, stamp.text);
        case IrcStamp::Kind::Unreadable:
            m_writer.remark(
                place,
                translated("“%1” is not a time; the event is undated").arg(stamp.text.left(60)));
            break;
        case IrcStamp::Kind::None:
            break;
        }
        return TimeResolver::undated(stamp.text);
    }

    void useNameDay(const QString &place)
    {
        if (m_logDay || !m_nameDay)
            return;
        m_logDay = m_nameDay;
        m_days.setDay(*m_nameDay);
        m_writer.remark(place, translated("the day is taken from the file's name"));
    }

    /// The year comes from the line with which the client opened the log.
    RecordedTime yearless(const IrcStamp &stamp, const QString &place)
    {
        if (!m_logDay)
            return m_days.readYearless(stamp.month, stamp.day, stamp.clock, stamp.text, place,
                                       m_writer);
        const int yearsOn = m_logDay->month - stamp.month > kHalfYear ? 1 : 0;
        if (yearsOn > 0)
            m_logDay = CivilTime{ m_logDay->year + 1, stamp.month, stamp.day };
        const CivilTime civil{ m_logDay->year,   stamp.month,        stamp.day,
                               stamp.clock.hour, stamp.clock.minute, stamp.clock.second };
        if (!isValid(civil)) {
            m_writer.remark(
                place,
                translated("“%1” is not a time; the event is undated").arg(stamp.text.left(60)));
            return TimeResolver::undated(stamp.text);
        }
        return m_times.resolveWall(civil, stamp.clock.precision, stamp.text, place, m_writer);
    }

    RecordWriter &m_writer;
    TimeResolver m_times;
    DayClock m_days;
    NickBook m_nicks;
    std::optional<CivilTime> m_nameDay;
    std::optional<CivilTime> m_logDay; ///< stated by a line of the log, or by its name
};

} // namespace

QString IrcImporter::displayName() const
{
    return translated("IRC log");
}

Likelihood IrcImporter::probe(const EvidenceInput &input) const
{
    if (input.isBundle())
        return 0;
    int lines = 0;
    int sure = 0;
    int spoken = 0;
    int readable = 0;
    for (const QStringView text : QStringView(input.headText()).split(u'\n')) {
        const IrcLine line = readIrcLine(text);
        if (line.kind == IrcLine::Kind::Blank)
            continue;
        const bool isStamped = line.stamp.kind != IrcStamp::Kind::None;
        const bool isSpoken =
            line.kind == IrcLine::Kind::Message || line.kind == IrcLine::Kind::Action;
        spoken += isStamped && isSpoken ? 1 : 0;
        sure += line.isSurelyIrc && (isStamped || !isSpoken) ? 1 : 0;
        readable += line.isSurelyIrc || (isStamped && isSpoken) ? 1 : 0;
        if (++lines == kProbedLines)
            break;
    }
    if (lines == 0 || spoken == 0 || readable * 2 < lines)
        return 0;
    if (sure == 0)
        return readable * 10 >= lines * 9 && spoken >= 2 ? 55 : 0;
    return readable * 10 >= lines * 8 ? 90 : 60;
}

Needs IrcImporter::missing(EvidenceInput &input, const ImportOptions &options) const
{
    Needs needs;
    bool hasDay = options.date.has_value() || ircDayInName(input.name()).has_value();
    const bool hasZone = options.hasZone();
    for (const QStringView text : QStringView(input.headText()).split(u'\n')) {
        const IrcLine line = readIrcLine(text);
        hasDay = hasDay || line.kind == IrcLine::Kind::Day;
        const bool isBare =
            line.stamp.kind == IrcStamp::Kind::Clock || line.stamp.kind == IrcStamp::Kind::Yearless;
        const bool isZoneless =
            isBare || (line.stamp.kind == IrcStamp::Kind::Full && !line.stamp.reading.offset);
        if (isBare && !hasDay)
            needs |= Need::Date;
        if (isZoneless && !hasZone)
            needs |= Need::Zone;
    }
    return needs;
}

Result<ReadSummary> IrcImporter::read(EvidenceInput &input, const ImportOptions &options,
                                      ImportSink &sink) const
{
    return readByLines(input, sink, [&](LineReader &lines, RecordWriter &writer) {
        return IrcRun(options, input.name(), writer).run(lines);
    });
}

} // namespace SecondStory::Importing
