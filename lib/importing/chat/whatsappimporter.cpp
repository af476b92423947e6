// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/whatsappimporter.h"

#include "importing/importerrors.h"
#include "importing/timeresolver.h"
#include "importing/chat/openmessage.h"
#include "importing/chat/whatsappline.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr int kProbedLines = 40;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// Reads the file once for the order of its days alone; stops where a number settles it.
Result<DayOrderGuess> guessOrder(EvidenceInput &input)
{
    auto device = input.stream();
    if (!device)
        return tl::make_unexpected(device.error());
    LineReader lines(**device, input.path());
    DayOrderGuess guess;
    while (!guess.isSettled()) {
        const auto more = lines.next();
        if (!more)
            return tl::make_unexpected(more.error());
        if (!*more)
            break;
        if (const auto line = readWhatsAppLine(lines.text().text))
            guess.take(*line);
    }
    return guess;
}

ChatWords wordsOf(ParsedEvent &, const QStringList &lines)
{
    return { lines.join(u'\n').trimmed(), {} };
}

/// Reads one chat.
class WhatsAppRun {
public:
    WhatsAppRun(const ImportOptions &options, const DayOrderGuess &guess, RecordWriter &writer)
        : m_writer(writer)
        , m_times(options)
        , m_order(guess.order())
        , m_isSettled(guess.isSettled())
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
    Result<void> take(const QString &text, qint64 number)
    {
        const auto line = readWhatsAppLine(text);
        if (!line) {
            m_message.follow(text, linePlace(number));
            return {};
        }
        if (auto closed = m_message.close(); !closed)
            return closed;
        ParsedEvent event;
        event.place = linePlace(number);
        if (!m_hasToldOrder)
            tellOrder(event.place);
        event.kind = line->name.isEmpty() ? EventKind::Other : EventKind::Message;
        event.time = timeOf(*line, event.place);
        if (!line->name.isEmpty())
            event.actors.append({ line->name, {}, PersonKind::Human });
        m_message.begin(std::move(event));
        m_message.add(line->words);
        return {};
    }

    void tellOrder(const QString &place)
    {
        m_hasToldOrder = true;
        const QString order = m_order == DayOrder::YearFirst ? translated("year, month, day")
            : m_order == DayOrder::MonthFirst                ? translated("month, day, year")
                                                             : translated("day, month, year");
        m_writer.remark(place,
                        (m_isSettled ? translated("the days are written as %1")
                                     : translated("nothing in the file settles the order of the "
                                                  "days; they are read as %1"))
                            .arg(order));
    }

    RecordedTime timeOf(const WhatsAppLine &line, const QString &place)
    {
        const auto day = whatsAppDay(line, m_order);
        if (!day) {
            m_writer.remark(
                place, translated("“%1” is not a time; the event is undated").arg(line.timeText));
            return TimeResolver::undated(line.timeText);
        }
        if (line.clock.isOddMeridiem)
            m_writer.remark(place,
                            translated("“%1” mixes a 24-hour clock with am or pm; read as 24 hours")
                                .arg(line.timeText));
        const TimePoint wall = fromUtc(*day);
        if (wall < m_previous)
            m_writer.remark(place,
                            translated("stands after a later time; the order of the file is kept"));
        m_previous = wall;
        return m_times.resolveWall(*day, line.clock.precision, line.timeText, place, m_writer);
    }

    RecordWriter &m_writer;
    TimeResolver m_times;
    DayOrder m_order;
    bool m_isSettled;
    OpenMessage m_message;
    TimePoint m_previous = kEarliestTime;
    bool m_hasToldOrder = false;
};

} // namespace

QString WhatsAppImporter::displayName() const
{
    return translated("WhatsApp chat");
}

Likelihood WhatsAppImporter::probe(const EvidenceInput &input) const
{
    if (input.isBundle())
        return 0;
    int lines = 0;
    int named = 0;
    int headers = 0;
    for (const QStringView text : QStringView(input.headText()).split(u'\n')) {
        if (text.trimmed().isEmpty())
            continue;
        const auto line = readWhatsAppLine(text);
        // Messages have many lines, but no file begins within one.
        if (!line && lines == 0)
            return 0;
        headers += line ? 1 : 0;
        named += line && !line->name.isEmpty() ? 1 : 0;
        if (++lines == kProbedLines)
            break;
    }
    return named >= 2 ? 92 : headers >= 1 && named >= 1 ? 70 : 0;
}

Needs WhatsAppImporter::missing(EvidenceInput &, const ImportOptions &options) const
{
    return !options.hasZone() ? Needs(Need::Zone) : Needs();
}

Result<ReadSummary> WhatsAppImporter::read(EvidenceInput &input, const ImportOptions &options,
                                           ImportSink &sink) const
{
    if (input.size() == 0)
        return isEmptyError(input.path());
    const auto guess = guessOrder(input);
    if (!guess)
        return tl::make_unexpected(guess.error());
    return readByLines(input, sink, [&](LineReader &lines, RecordWriter &writer) {
        return WhatsAppRun(options, *guess, writer).run(lines);
    });
}

} // namespace SecondStory::Importing
