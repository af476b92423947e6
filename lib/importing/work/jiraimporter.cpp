// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/work/jiraimporter.h"

#include "importing/jsonrun.h"
#include "importing/recordtext.h"
#include "importing/work/jiratext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kValueShown = 120;
constexpr qsizetype kTitleShown = 200;

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

QString titled(const QString &head, const QString &words)
{
    if (head.isEmpty())
        return words;
    return words.isEmpty() ? head : QString(head + u": "_s + words);
}

void addActor(ParsedEvent &event, const JsonValue *user)
{
    if (user == nullptr || !user->isObject())
        return;
    ParsedActor actor;
    actor.name = firstTextAt(*user, { u"displayName", u"name", u"emailAddress", u"accountId" });
    actor.handle = firstTextAt(*user, { u"accountId", u"key", u"name", u"emailAddress" });
    if (textAt(*user, u"accountType") == u"app"_s)
        actor.kind = PersonKind::Bot;
    if (!actor.name.isEmpty())
        event.actors.append(actor);
}

/// "AR" of "AR-86".
QString projectOf(const QString &key)
{
    const qsizetype dash = key.lastIndexOf(u'-');
    return dash > 0 ? key.left(dash) : QString();
}

/// One issue, or one entry of a changelog that stands alone.
class IssueRun {
public:
    explicit IssueRun(JsonRun &run)
        : m_run(run)
        , m_issue(run.record())
        , m_key(textAt(m_issue, u"key"))
    {
    }

    Result<void> take()
    {
        const JsonValue *histories = historiesOf();
        if (m_issue.findPath(u"fields.created") != nullptr) {
            if (auto taken = takeCreation(); !taken)
                return taken;
        } else if (histories == nullptr) {
            m_run.writer.skip(m_run.place(), translated("is neither an issue nor a changelog"));
            return {};
        }
        if (auto taken = takeComments(); !taken)
            return taken;
        return histories == nullptr ? takeResolution() : takeHistories(*histories);
    }

    Result<void> takeHistory(const JsonValue &history, const QString &tail)
    {
        ParsedEvent event = eventAt(tail);
        QStringList lines;
        if (const JsonValue *items = history.find(u"items")) {
            for (const JsonValue &item : items->items)
                lines.append(changeOf(item));
        }
        lines.removeAll(QString());
        if (lines.isEmpty()) {
            m_run.writer.skip(event.place, translated("changes nothing"));
            return {};
        }
        event.time = m_run.times.read(history.find(u"created"), event.place);
        const QString whole = lines.join(u'\n');
        event.title = titleFrom(titled(m_key, shortened(lines.join(u"; "_s), kTitleShown)));
        const bool isAll = lines.size() == 1 && event.title.endsWith(whole);
        event.text = isAll ? QString() : whole;
        event.kind = isStatus(history) ? EventKind::Action : EventKind::Log;
        event.naturalKey = naturalKey(u"history"_s, textAt(history, u"id"));
        addActor(event, history.find(u"author"));
        return m_run.writer.event(std::move(event));
    }

private:
    [[nodiscard]] const JsonValue *historiesOf() const
    {
        const JsonValue *nested = m_issue.findPath(u"changelog.histories");
        const JsonValue *own = nested != nullptr ? nested : m_issue.find(u"histories");
        return own != nullptr && own->isArray() ? own : nullptr;
    }

    ParsedEvent eventAt(const QString &tail)
    {
        ParsedEvent event;
        event.place = tail.isEmpty() ? m_run.place() : QString(m_run.place() + u", "_s + tail);
        const QString project = textAt(m_issue, u"fields.project.key");
        event.lane = project.isEmpty() ? projectOf(m_key) : project;
        return event;
    }

    [[nodiscard]] QString naturalKey(const QString &kind, const QString &id) const
    {
        return id.isEmpty() ? QString() : QString(m_key + u':' + kind + u':' + id);
    }

    Result<void> takeCreation()
    {
        ParsedEvent event = eventAt({});
        event.time = m_run.times.read(m_issue.findPath(u"fields.created"), event.place);
        const QString summary = readableText(textAt(m_issue, u"fields.summary"));
        const QString type = textAt(m_issue, u"fields.issuetype.name");
        event.title = titleFrom(titled(m_key, summary.isEmpty() ? type : summary));
        QStringList lines;
        appendNamed(lines, u"type"_s, summary.isEmpty() ? QString() : type);
        appendNamed(lines, u"priority"_s, textAt(m_issue, u"fields.priority.name"));
        appendNamed(lines, u"status at export"_s, textAt(m_issue, u"fields.status.name"));
        event.text =
            paragraphs({ jiraText(m_issue.findPath(u"fields.description")), lines.join(u'\n') });
        event.kind = EventKind::Message;
        event.naturalKey = naturalKey(u"created"_s, firstTextAt(m_issue, { u"id", u"key" }));
        addActor(event, m_issue.findPath(u"fields.creator"));
        if (event.actors.isEmpty())
            addActor(event, m_issue.findPath(u"fields.reporter"));
        return m_run.writer.event(std::move(event));
    }

    Result<void> takeComments()
    {
        const JsonValue *comments = m_issue.findPath(u"fields.comment.comments");
        const size_t listed = comments == nullptr ? 0 : comments->items.size();
        remarkOnCount(u"fields.comment.total", listed, translated("lists %1 of %2 comments"));
        for (size_t i = 0; i < listed; ++i) {
            const QString tail = u"comment "_s + QString::number(i);
            if (auto taken = takeComment(comments->items[i], tail); !taken)
                return taken;
        }
        return {};
    }

    Result<void> takeComment(const JsonValue &comment, const QString &tail)
    {
        ParsedEvent event = eventAt(tail);
        const QString body = jiraText(comment.find(u"body"));
        if (body.isEmpty()) {
            m_run.writer.skip(event.place, translated("has no words"));
            return {};
        }
        event.time = m_run.times.read(comment.find(u"created"), event.place);
        event.title = titleFrom(body);
        event.text = paragraphs({ body == event.title ? QString() : body, m_key });
        event.kind = EventKind::Message;
        event.naturalKey = naturalKey(u"comment"_s, textAt(comment, u"id"));
        addActor(event, comment.find(u"author"));
        return m_run.writer.event(std::move(event));
    }

    Result<void> takeHistories(const JsonValue &histories)
    {
        remarkOnCount(u"changelog.total", histories.items.size(),
                      translated("the changelog lists %1 of %2 changes"));
        for (size_t i = 0; i < histories.items.size(); ++i) {
            const QString tail = u"history "_s + QString::number(i);
            if (auto taken = takeHistory(histories.items[i], tail); !taken)
                return taken;
        }
        return {};
    }

    /// A changelog tells it better; without one the end is all there is.
    Result<void> takeResolution()
    {
        const JsonValue *time = m_issue.findPath(u"fields.resolutiondate");
        if (!holdsTime(time))
            return {};
        ParsedEvent event = eventAt(u"resolutiondate"_s);
        event.time = m_run.times.read(time, event.place);
        event.title = titleFrom(
            titled(m_key, QString(u"resolved "_s + textAt(m_issue, u"fields.resolution.name"))));
        event.kind = EventKind::Action;
        event.naturalKey = naturalKey(u"resolved"_s, firstTextAt(m_issue, { u"id", u"key" }));
        return m_run.writer.event(std::move(event));
    }

    void remarkOnCount(QStringView path, size_t listed, const QString &text)
    {
        const qint64 total = textAt(m_issue, path).toLongLong();
        if (total > static_cast<qint64>(listed))
            m_run.writer.remark(m_run.place(), text.arg(listed).arg(total));
    }

    static bool isStatus(const JsonValue &history)
    {
        const JsonValue *items = history.find(u"items");
        return std::any_of(items->items.begin(), items->items.end(), [](const JsonValue &item) {
            const QString field = textAt(item, u"field");
            return field == u"status"_s || field == u"resolution"_s;
        });
    }

    /// "status: New → In progress"
    static QString changeOf(const JsonValue &item)
    {
        const QString field = textAt(item, u"field");
        const QString from = readableText(item.textOf(u"fromString")).simplified();
        const QString to = readableText(item.textOf(u"toString")).simplified();
        if (field.isEmpty())
            return {};
        const QString before =
            from.isEmpty() ? QString() : QString(shortened(from, kValueShown) + u' ');
        return field + u": "_s + before + u"→ "_s + shortened(to, kValueShown);
    }

    JsonRun &m_run;
    const JsonValue &m_issue;
    QString m_key;
};

Result<void> take(JsonRun &run)
{
    const bool isHistory =
        run.record().find(u"items") != nullptr && run.record().find(u"created") != nullptr;
    IssueRun issue(run);
    return isHistory ? issue.takeHistory(run.record(), {}) : issue.take();
}

/// A page of a longer list looks like the whole.
Result<void> remarkOnPages(JsonRun &run, qint64 listed)
{
    const qint64 total = run.stream.head(u"total"_s).text.toLongLong();
    if (total > listed && listed > 0)
        run.writer.remark(u"line 1"_s, translated("lists %1 of %2 records").arg(listed).arg(total));
    return {};
}

} // namespace

QString JiraImporter::displayName() const
{
    return translated("Jira");
}

Likelihood JiraImporter::probe(const EvidenceInput &input) const
{
    const JsonSketch &sketch = input.sketch();
    if (input.isBundle() || !sketch.isJson())
        return 0;
    for (const QString &prefix : { QString(), u"issues[]."_s }) {
        if (sketch.hasAll({ prefix + u"key"_s, prefix + u"fields.created"_s }))
            return 96;
        if (sketch.hasAll({ prefix + u"key"_s, prefix + u"changelog.histories[].items"_s }))
            return 96;
    }
    if (sketch.hasAll({ u"issues[].key"_s, u"issues[].fields"_s, u"startAt"_s }))
        return 90;
    for (const QString &prefix : { u"values[]."_s, u"histories[]."_s, QString() }) {
        if (sketch.hasAll({ prefix + u"created"_s, prefix + u"items[].field"_s })
            && (sketch.has(prefix + u"items[].toString"_s)
                || sketch.has(prefix + u"items[].fromString"_s)))
            return 93;
    }
    return 0;
}

Needs JiraImporter::missing(EvidenceInput &input, const ImportOptions &options) const
{
    return zoneNeed(input.sketch(),
                    { u"fields.created"_s, u"issues[].fields.created"_s, u"values[].created"_s,
                      u"changelog.histories[].created"_s, u"histories[].created"_s,
                      u"issues[].changelog.histories[].created"_s, u"created"_s },
                    options);
}

Result<ReadSummary> JiraImporter::read(EvidenceInput &input, const ImportOptions &options,
                                       ImportSink &sink) const
{
    qint64 listed = 0;
    return readJsonRecords(
        input, options, sink,
        { { u"issues"_s, u"values"_s }, translated("no issue could be read") },
        [&listed](JsonRun &run) {
            listed += run.stream.container().isEmpty() ? 0 : 1;
            return take(run);
        },
        [&listed](JsonRun &run) { return remarkOnPages(run, listed); });
}

} // namespace SecondStory::Importing
