// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/chat/slackexportimporter.h"

#include "importing/importerrors.h"
#include "importing/timeresolver.h"
#include "importing/chat/slackdirectory.h"
#include "importing/chat/slackmessage.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// What Slack itself writes into a channel: nobody's words.
bool isHousekeeping(const QString &subtype)
{
    return subtype.startsWith(u"channel_"_s) || subtype.startsWith(u"group_"_s)
        || subtype == u"pinned_item"_s || subtype == u"bot_add"_s || subtype == u"bot_remove"_s
        || subtype == u"reminder_add"_s;
}

/// Reads the days of one export, channel after channel.
class SlackRun {
public:
    SlackRun(EvidenceInput &input, const SlackDirectory &directory, RecordWriter &writer)
        : m_input(input)
        , m_directory(directory)
        , m_writer(writer)
    {
    }

    Result<ReadSummary> run()
    {
        const QList<SlackDay> days = SlackDirectory::days(m_input.entries());
        if (days.isEmpty())
            return badInput(m_input.path(), {}, translated("holds no channel with messages"));
        qint64 bytes = 0;
        for (const SlackDay &day : days) {
            if (day.folder != m_folder) {
                m_folder = day.folder;
                m_threadTimes.clear();
            }
            const auto list = readJsonList(m_input, day.entry);
            if (!list)
                return tl::make_unexpected(list.error());
            for (size_t i = 0; i < list->items.size(); ++i) {
                const QString place =
                    day.folder + u'/' + day.file + u", message "_s + QString::number(i + 1);
                if (const auto taken = takeMessage(list->items[i], place); !taken)
                    return tl::make_unexpected(taken.error());
                bytes += list->items[i].text.size();
            }
            m_writer.advance(bytes += static_cast<qint64>(list->items.size()));
        }
        m_writer.advance(m_input.size());
        return m_writer.finish({}, translated("no message could be read"));
    }

private:
    Result<void> takeMessage(const JsonValue &message, const QString &place)
    {
        if (!message.isObject()) {
            m_writer.skip(place, translated("is not a message"));
            return {};
        }
        const QString ts = message.textOf(u"ts");
        const auto time = slackTime(ts);
        if (!time) {
            m_writer.skip(place,
                          ts.isEmpty() ? translated("has no time")
                                       : translated("“%1” is not a time").arg(ts.left(60)));
            return {};
        }
        // A thread's reply that was also sent to the channel stands in the export twice.
        if (!message.textOf(u"thread_ts").isEmpty()) {
            if (m_threadTimes.contains(ts)) {
                m_writer.skip(place, translated("the same message stands further up"));
                return {};
            }
            m_threadTimes.insert(ts);
        }
        ParsedEvent event;
        event.time = TimeResolver::atInstant(*time, TimePrecision::Second, ts);
        event.place = place;
        event.naturalKey = m_directory.channelId(m_folder) + u':' + ts;
        event.lane = m_directory.laneName(m_folder);
        event.kind =
            isHousekeeping(message.textOf(u"subtype")) ? EventKind::Other : EventKind::Message;
        if (const auto author = m_directory.authorOf(message))
            event.actors.append(*author);
        fillWords(message, event);
        return m_writer.event(std::move(event));
    }

    void fillWords(const JsonValue &message, ParsedEvent &event) const
    {
        const SlackWords words = slackWords(message, m_directory.people());
        setWords(event, words.said);
        if (words.around.isEmpty())
            return;
        const QString said = event.text.isEmpty() ? words.said : event.text;
        event.text = said.isEmpty() ? words.around : QString(said + u"\n\n"_s + words.around);
    }

    EvidenceInput &m_input;
    const SlackDirectory &m_directory;
    RecordWriter &m_writer;
    QString m_folder;
    QSet<QString> m_threadTimes; ///< of the channel being read
};

} // namespace

QString SlackExportImporter::displayName() const
{
    return translated("Slack export");
}

Likelihood SlackExportImporter::probe(const EvidenceInput &input) const
{
    return input.isBundle() && !SlackDirectory::days(input.entries()).isEmpty() ? 95 : 0;
}

Needs SlackExportImporter::missing(EvidenceInput &, const ImportOptions &) const
{
    return {};
}

Result<ReadSummary> SlackExportImporter::read(EvidenceInput &input, const ImportOptions &,
                                              ImportSink &sink) const
{
    if (!input.isBundle())
        return badInput(input.path(), {},
                        translated("is not a Slack export: neither a folder nor a zip archive"));
    const auto directory = SlackDirectory::read(input);
    if (!directory)
        return tl::make_unexpected(directory.error());
    RecordWriter writer(sink, input.path());
    return SlackRun(input, *directory, writer).run();
}

} // namespace SecondStory::Importing
