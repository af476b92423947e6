// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/alerts/statuspageatomimporter.h"

#include "importing/alerts/statuspagehtml.h"
#include "importing/alerts/statusupdates.h"
#include "importing/alerts/xmlpull.h"
#include "importing/importerrors.h"
#include "importing/limits.h"
#include "importing/recordtext.h"
#include "importing/timeresolver.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// One entry of the feed, as its elements say.
struct Entry {
    QString id;
    QString title;
    QString published;
    QString updated;
    QString content;
    QString link;
    QString author;
    qint64 line = 0;
    bool isLong = false; ///< an element was longer than a field may be
};

bool isOver(const QString &status)
{
    const QString lower = status.toLower();
    return lower == u"resolved"_s || lower == u"completed"_s || lower == u"postmortem"_s;
}

/// Reads the feed entry by entry.
class AtomRun {
public:
    AtomRun(XmlPull &xml, const ImportOptions &options, RecordWriter &writer)
        : m_xml(xml)
        , m_times(options)
        , m_writer(writer)
    {
    }

    Result<ReadSummary> run()
    {
        while (true) {
            const auto more = m_xml.next();
            if (!more)
                return tl::make_unexpected(more.error());
            if (!*more)
                break;
            if (const auto taken = takeToken(); !taken)
                return tl::make_unexpected(taken.error());
        }
        if (m_xml.isRepaired())
            m_writer.remark(linePlace(1), translated("bytes that are not UTF-8 were replaced"));
        m_writer.advance(m_xml.bytesRead());
        return m_writer.finish(m_times.usedZone(), translated("no incident could be read"));
    }

private:
    Result<void> takeToken()
    {
        const QXmlStreamReader &token = m_xml.token();
        if (token.isStartElement())
            return startElement();
        if (token.isEndElement())
            return endElement();
        if (token.isCharacters())
            keepText(token.text());
        return {};
    }

    Result<void> startElement()
    {
        const QXmlStreamReader &token = m_xml.token();
        if (m_path.isEmpty() && token.name() != u"feed")
            return m_xml.fault(translated("is not an Atom feed"));
        if (m_path.size() >= Limits::kJsonDepth)
            return m_xml.fault(translated("is nested deeper than 64 levels"));
        m_path.append(token.name().toString().left(60));
        if (m_path.size() == 2 && m_path.last() == u"entry"_s) {
            m_entry.emplace();
            m_entry->line = token.lineNumber();
            ++m_count;
        }
        const bool isLink = m_entry && m_path.size() == 3 && m_path.last() == u"link"_s;
        if (isLink && m_entry->link.isEmpty())
            m_entry->link = token.attributes().value(u"href"_s).toString().left(2'000);
        return {};
    }

    Result<void> endElement()
    {
        m_path.removeLast();
        if (m_path.size() != 1 || !m_entry)
            return {};
        const Entry entry = std::move(*m_entry);
        m_entry.reset();
        m_writer.advance(m_xml.bytesRead());
        return takeEntry(entry);
    }

    /// Characters go to the element they stand in, markup within an element (type "xhtml")
    /// included.
    void keepText(QStringView text)
    {
        QString *target = m_path.size() == 3 && m_path[1] == u"author"_s && m_path[2] == u"name"_s
            ? &m_author
            : nullptr;
        if (m_entry && m_path.size() >= 3) {
            const QString &element = m_path[2];
            target = element == u"id"_s                                ? &m_entry->id
                : element == u"title"_s                                ? &m_entry->title
                : element == u"published"_s                            ? &m_entry->published
                : element == u"updated"_s                              ? &m_entry->updated
                : element == u"content"_s                              ? &m_entry->content
                : element == u"author"_s && m_path.last() == u"name"_s ? &m_entry->author
                                                                       : nullptr;
        }
        if (target == nullptr)
            return;
        if (target->size() + text.size() <= Limits::kFieldBytes)
            target->append(text);
        else if (m_entry)
            m_entry->isLong = true;
    }

    Result<void> takeEntry(const Entry &entry)
    {
        const QString place = linePlace(entry.line) + u", entry "_s + QString::number(m_count);
        if (entry.isLong) {
            m_writer.skip(place, translated("the text is longer than 1 MiB"));
            return {};
        }
        if (entry.title.trimmed().isEmpty() && entry.content.trimmed().isEmpty()) {
            m_writer.skip(place, translated("has no words"));
            return {};
        }
        const HtmlUpdates content = readUpdates(entry.content);
        const RecordedTime published = timeOf(entry, place);
        std::vector<StatusUpdate> updates = updatesOf(entry, content, published, place);
        if (auto taken = m_writer.event(incidentOf(entry, content, published, updates, place));
            !taken)
            return taken;
        QSet<QString> known;
        for (const StatusUpdate &update : updates) {
            if (auto taken = takeUpdate(update, known); !taken)
                return taken;
        }
        return {};
    }

    Result<void> takeUpdate(const StatusUpdate &update, QSet<QString> &known)
    {
        ParsedEvent event = eventOf(update);
        if (event.title.isEmpty()) {
            m_writer.skip(update.place, translated("has no words"));
            return {};
        }
        if (!event.naturalKey.isEmpty() && known.contains(event.naturalKey)) {
            m_writer.skip(update.place, translated("stands in the file twice"));
            return {};
        }
        known.insert(event.naturalKey);
        return m_writer.event(std::move(event));
    }

    RecordedTime timeOf(const Entry &entry, const QString &place)
    {
        for (const QString &written : { entry.published, entry.updated }) {
            const QString text = written.trimmed();
            if (const auto reading = readTimestamp(text))
                return m_times.resolve(*reading, text, place, m_writer);
            if (!text.isEmpty())
                m_writer.remark(place, translated("“%1” is not a time").arg(text.left(60)));
        }
        return {};
    }

    /// The year of each update is the one that puts it nearest to the update above it.
    std::vector<StatusUpdate> updatesOf(const Entry &entry, const HtmlUpdates &content,
                                        const RecordedTime &published, const QString &place)
    {
        std::vector<StatusUpdate> updates;
        std::optional<TimePoint> near = published.start;
        for (const HtmlUpdate &written : content.updates) {
            StatusUpdate update;
            update.place =
                place + u", update "_s + QString::number(static_cast<qint64>(updates.size()) + 1);
            update.incident = entry.title.simplified();
            update.status = written.status;
            update.words = written.words;
            update.author = authorOf(entry);
            update.time = clockTime(written.when, near, update.place);
            if (update.time.start)
                near = update.time.start;
            if (!entry.id.trimmed().isEmpty())
                update.naturalKey = statusUpdateKey(entry.id.trimmed(), update);
            updates.push_back(std::move(update));
        }
        return updates;
    }

    RecordedTime clockTime(const QString &when, std::optional<TimePoint> near, const QString &place)
    {
        const auto clock = readUpdateClock(when);
        if (clock && !clock->hasYear && !near)
            return m_times.resolveYearless(clock->civil, 0, TimePrecision::Minute, when, place,
                                           m_writer);
        const auto reading = clock ? readingNear(*clock, near.value_or(TimePoint{})) : std::nullopt;
        if (reading)
            return m_times.resolve(*reading, when, place, m_writer);
        m_writer.remark(place, translated("“%1” is not a time").arg(when.left(60)));
        return TimeResolver::undated(when);
    }

    /// The incident itself: from its first update to the last, once it is over.
    ParsedEvent incidentOf(const Entry &entry, const HtmlUpdates &content,
                           const RecordedTime &published, const std::vector<StatusUpdate> &updates,
                           const QString &place)
    {
        const StatusUpdate *first = nullptr;
        const StatusUpdate *last = nullptr;
        for (const StatusUpdate &update : updates) {
            if (!update.time.start)
                continue;
            if (first == nullptr || *update.time.start <= *first->time.start)
                first = &update;
            if (last == nullptr || *update.time.start > *last->time.start)
                last = &update;
        }
        ParsedEvent event;
        event.time = first == nullptr ? published : first->time;
        if (last != nullptr && last != first && isOver(last->status))
            TimeResolver::setEnd(event.time, last->time, place, m_writer);
        event.kind = EventKind::Milestone;
        event.place = place;
        event.naturalKey = entry.id.trimmed();
        if (const QString author = authorOf(entry); !author.isEmpty())
            event.actors.append({ author, {}, PersonKind::Group });
        setWordsOf(event, entry.title.simplified(),
                   { content.before, namedLine(u"address"_s, entry.link) });
        return event;
    }

    [[nodiscard]] QString authorOf(const Entry &entry) const
    {
        const QString own = entry.author.simplified();
        return withoutControls(own.isEmpty() ? m_author.simplified() : own).left(200);
    }

    XmlPull &m_xml;
    TimeResolver m_times;
    RecordWriter &m_writer;
    QStringList m_path;
    QString m_author;
    std::optional<Entry> m_entry;
    qint64 m_count = 0;
};

} // namespace

QString StatuspageAtomImporter::displayName() const
{
    return translated("Statuspage history (Atom)");
}

Likelihood StatuspageAtomImporter::probe(const EvidenceInput &input) const
{
    const QString &head = input.headText();
    const qsizetype feed = head.indexOf(u"<feed"_s);
    if (feed < 0 || !head.trimmed().startsWith(u'<')
        || head.indexOf(u"http://www.w3.org/2005/Atom"_s, feed) < 0)
        return 0;
    const bool isStatus = head.contains(u"Incident/"_s) || head.contains(u"/incidents/"_s);
    const bool hasUpdates = head.contains(u"data-var='date'"_s)
        || (head.contains(u"&lt;small&gt;"_s) && head.contains(u"&lt;strong&gt;"_s));
    return isStatus && hasUpdates ? 97 : isStatus ? 80 : 30;
}

Needs StatuspageAtomImporter::missing(EvidenceInput &input, const ImportOptions &options) const
{
    if (options.hasZone())
        return {};
    const QString &head = input.headText();
    const qsizetype open = head.indexOf(u"&lt;small&gt;"_s);
    const qsizetype close = open < 0 ? -1 : head.indexOf(u"&lt;/small&gt;"_s, open);
    if (close < 0)
        return {};
    QString small = head.mid(open, close - open);
    small.replace(u"&lt;"_s, u"<"_s).replace(u"&gt;"_s, u">"_s);
    const HtmlUpdates updates = readUpdates(QString(small + u"</small>"_s));
    const auto clock =
        updates.updates.empty() ? std::nullopt : readUpdateClock(updates.updates.front().when);
    const auto reading = clock ? readingNear(*clock, TimePoint{}) : std::nullopt;
    return reading && !reading->offset ? Needs(Need::Zone) : Needs();
}

Result<ReadSummary> StatuspageAtomImporter::read(EvidenceInput &input, const ImportOptions &options,
                                                 ImportSink &sink) const
{
    if (input.size() == 0)
        return isEmptyError(input.path());
    auto device = input.stream();
    if (!device)
        return tl::make_unexpected(device.error());
    XmlPull xml(**device, input.path());
    RecordWriter writer(sink, input.path());
    return AtomRun(xml, options, writer).run();
}

} // namespace SecondStory::Importing
