// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/work/githubtimelineimporter.h"

#include "importing/jsonrun.h"
#include "importing/recordtext.h"
#include "importing/work/githubrecords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

QString titled(const QString &head, const QString &words)
{
    return words.isEmpty() ? head : QString(head + u": "_s + words);
}

/// What the event was done to: "bug" of labeled, "v1 → v2" of renamed.
QString objectOf(const JsonValue &record)
{
    const QString from = textAt(record, u"rename.from");
    if (!from.isEmpty())
        return QString(from + u" → "_s + textAt(record, u"rename.to"));
    const QString name =
        firstTextAt(record,
                    { u"label.name", u"assignee.login", u"milestone.title",
                      u"requested_reviewer.login", u"requested_team.name", u"commit_id" });
    if (!name.isEmpty())
        return name;
    const QString number = textAt(record, u"source.issue.number");
    return number.isEmpty() ? QString()
                            : titled(QString(u'#' + number), textAt(record, u"source.issue.title"));
}

/// Comments and reviews speak for themselves; a commit has its message.
void fillWords(const JsonValue &record, const QString &name, ParsedEvent &event)
{
    const bool isCommit = name == u"committed"_s;
    const QString body = isCommit ? readableText(record.textOf(u"message"))
                                  : readableMarkdown(record.textOf(u"body"));
    const QString words = isCommit ? body.section(u'\n', 0, 0) : titleOfMarkdown(body);
    if (name == u"commented"_s) {
        event.title = titleFrom(words);
    } else if (name == u"reviewed"_s) {
        const QString state = textAt(record, u"state").toLower().replace(u'_', u' ');
        event.title = titleFrom(titled(QString(u"Review: "_s + state), words));
    } else if (isCommit) {
        event.title = titleFrom(titled(u"Commit"_s, words));
    } else {
        QString head = QString(name).replace(u'_', u' ').replace(u'-', u' ');
        head[0] = head[0].toUpper();
        event.title = titleFrom(QString(head + u' ' + objectOf(record)));
    }
    QStringList lines;
    appendNamed(lines, u"sha"_s, textAt(record, u"sha"));
    event.text = paragraphs({ body == event.title ? QString() : body, lines.join(u'\n') });
}

EventKind kindOf(const QString &name)
{
    if (name == u"commented"_s || name == u"reviewed"_s)
        return EventKind::Message;
    if (name == u"merged"_s || name == u"committed"_s || name == u"deployed"_s)
        return EventKind::Change;
    if (name == u"closed"_s || name == u"reopened"_s)
        return EventKind::Action;
    return EventKind::Log;
}

QString keyOf(const JsonValue &record, const QString &name)
{
    const QString id = firstTextAt(record, { u"node_id", u"id", u"sha" });
    const QString source = textAt(record, u"source.issue.id");
    if (!id.isEmpty())
        return id;
    return source.isEmpty() ? QString() : QString(name + u':' + source);
}

void fillActor(JsonRun &run, ParsedEvent &event)
{
    const JsonValue &record = run.record();
    for (const QStringView who : { u"actor", u"user", u"author", u"committer" }) {
        if (event.actors.isEmpty())
            addGithubActor(event, record.find(who));
    }
    if (event.actors.isEmpty())
        run.writer.remark(event.place, translated("names nobody: the account may be gone"));
}

/// One note of a "line-commented" entry, which holds several.
Result<void> takeNote(JsonRun &run, const JsonValue &note, size_t index)
{
    ParsedEvent event;
    event.place = run.place() + u"/comments/"_s + QString::number(index);
    const QString body = readableMarkdown(note.textOf(u"body"));
    if (body.isEmpty()) {
        run.writer.skip(event.place, translated("has no words"));
        return {};
    }
    event.time = run.times.read(note.find(u"created_at"), event.place);
    event.title = titleFrom(titleOfMarkdown(body));
    event.text = paragraphs({ body == event.title ? QString() : body, textAt(note, u"path") });
    event.kind = EventKind::Message;
    event.naturalKey = firstTextAt(note, { u"node_id", u"id" });
    addGithubActor(event, note.find(u"user"));
    return run.writer.event(std::move(event));
}

Result<void> takeNotes(JsonRun &run, const JsonValue &notes)
{
    for (size_t i = 0; i < notes.items.size(); ++i) {
        if (auto taken = takeNote(run, notes.items[i], i); !taken)
            return taken;
    }
    return {};
}

Result<void> take(JsonRun &run)
{
    const JsonValue &record = run.record();
    const QString name = textAt(record, u"event");
    if (name.isEmpty()) {
        run.writer.skip(run.place(), translated("does not say what happened"));
        return {};
    }
    const JsonValue *notes = record.find(u"comments");
    if (notes != nullptr && notes->isArray() && !notes->items.empty())
        return takeNotes(run, *notes);
    ParsedEvent event;
    event.place = run.place();
    // A commit has no time on the timeline but that of the commit itself.
    event.time = run.times.readFirst(
        record, { u"created_at", u"submitted_at", u"committer.date", u"author.date" }, event.place);
    fillWords(record, name, event);
    event.kind = kindOf(name);
    event.naturalKey = keyOf(record, name);
    fillActor(run, event);
    return run.writer.event(std::move(event));
}

} // namespace

QString GithubTimelineImporter::displayName() const
{
    return translated("GitHub issue timeline");
}

Likelihood GithubTimelineImporter::probe(const EvidenceInput &input) const
{
    const JsonSketch &sketch = input.sketch();
    if (input.isBundle() || !sketch.has(u"event"_s) || !sketch.has(u"node_id"_s))
        return 0;
    const bool hasWho =
        sketch.has(u"actor"_s) || sketch.has(u"committer.date"_s) || sketch.has(u"submitted_at"_s);
    return hasWho ? 95 : 0;
}

Needs GithubTimelineImporter::missing(EvidenceInput &, const ImportOptions &) const
{
    return {};
}

Result<ReadSummary> GithubTimelineImporter::read(EvidenceInput &input, const ImportOptions &options,
                                                 ImportSink &sink) const
{
    return readJsonRecords(input, options, sink,
                           { {}, translated("no entry of the timeline could be read") }, take);
}

} // namespace SecondStory::Importing
