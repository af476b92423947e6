// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/work/gitlabrecords.h"

#include "importing/recordtext.h"

#include <QCoreApplication>

#include <algorithm>

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

/// "group/project" of ".../group/project/-/issues/12", and of the older address without "/-".
QString pathOf(const QString &address)
{
    const qsizetype host = address.indexOf(u"//"_s);
    const qsizetype begin = host < 0 ? -1 : address.indexOf(u'/', host + 2);
    for (const QString &mark : { u"/-/"_s, u"/issues/"_s, u"/merge_requests/"_s }) {
        const qsizetype end = address.indexOf(mark, begin + 1);
        if (begin > 0 && end > begin)
            return address.mid(begin + 1, end - begin - 1);
    }
    return {};
}

/// "mike/diaspora" from whatever of it the record holds.
QString projectOf(const JsonValue &record)
{
    const QString path = firstTextAt(record,
                                     { u"project.path_with_namespace", u"path_with_namespace",
                                       u"project_name", u"project.name", u"repository.name" });
    if (!path.isEmpty())
        return path;
    // "group/project!12" and "group/project#12" of the API.
    const QString full = textAt(record, u"references.full");
    const qsizetype mark = std::max(full.lastIndexOf(u'!'), full.lastIndexOf(u'#'));
    return mark > 0 ? full.left(mark) : pathOf(textAt(record, u"web_url"));
}

/// A hook's subject: a merge request has "!", an issue "#".
QString subjectOf(const JsonValue &item, bool isMergeRequest)
{
    const QString number = textAt(item, u"iid");
    const QString noun = isMergeRequest ? u"Merge request !"_s : u"Issue #"_s;
    return number.isEmpty() ? noun.chopped(2) : QString(noun + number);
}

ParsedEvent eventAt(JsonRun &run, const QString &tail)
{
    ParsedEvent event;
    event.place = tail.isEmpty() ? run.place() : QString(run.place() + u", "_s + tail);
    event.lane = projectOf(run.record());
    return event;
}

/// The sender, in one of the ways that hooks name one.
void addSender(ParsedEvent &event, const JsonValue &record)
{
    addGitlabActor(event, record.find(u"user"));
    const QString name = firstTextAt(record, { u"user_name", u"user_username" });
    const auto isSame = [&](const ParsedActor &one) { return one.name == name; };
    if (name.isEmpty() || std::any_of(event.actors.cbegin(), event.actors.cend(), isSame))
        return;
    const QString handle = firstTextAt(record, { u"user_username", u"user_email", u"user_id" });
    event.actors.append({ name, handle, PersonKind::Human });
}

Result<void> takeCommit(JsonRun &run, const JsonValue &commit, const QString &tail)
{
    const JsonValue &record = run.record();
    ParsedEvent event = eventAt(run, tail);
    const QString message = readableText(commit.textOf(u"message"));
    event.time = run.times.read(commit.find(u"timestamp"), event.place);
    event.title = titleFrom(titled(u"Push"_s, message.section(u'\n', 0, 0)));
    QStringList lines;
    appendNamed(lines, u"ref"_s, textAt(record, u"ref"));
    appendNamed(lines, u"commit"_s, textAt(commit, u"id"));
    event.text = paragraphs({ message.contains(u'\n') ? message : QString(), lines.join(u'\n') });
    event.kind = EventKind::Change;
    event.naturalKey = textAt(commit, u"id");
    addGitlabActor(event, commit.find(u"author"));
    addSender(event, record);
    return run.writer.event(std::move(event));
}

Result<void> takePush(JsonRun &run)
{
    const JsonValue &record = run.record();
    const JsonValue *commits = record.find(u"commits");
    const size_t listed = commits == nullptr ? 0 : commits->items.size();
    const qint64 total = textAt(record, u"total_commits_count").toLongLong();
    if (total > static_cast<qint64>(listed))
        run.writer.remark(run.place(), translated("lists %1 of %2 commits").arg(listed).arg(total));
    for (size_t i = 0; i < listed; ++i) {
        const QString tail = u"/commits/"_s + QString::number(i);
        if (auto taken = takeCommit(run, commits->items[i], tail); !taken)
            return taken;
    }
    if (listed > 0)
        return {};
    ParsedEvent event = eventAt(run, {});
    event.title = titleFrom(QString(u"Push to "_s + textAt(record, u"ref")));
    event.kind = EventKind::Change;
    addSender(event, record);
    run.writer.remark(event.place, translated("a push without commits states no time"));
    return run.writer.event(std::move(event));
}

Result<void> takeNote(JsonRun &run, const JsonValue &note)
{
    const JsonValue &record = run.record();
    ParsedEvent event = eventAt(run, {});
    const QString body = readableMarkdown(firstTextAt(note, { u"note", u"body" }));
    if (body.isEmpty()) {
        run.writer.skip(event.place, translated("has no words"));
        return {};
    }
    event.time = run.times.read(note.find(u"created_at"), event.place);
    event.title = titleFrom(titleOfMarkdown(body));
    const JsonValue *merge = record.find(u"merge_request");
    const JsonValue *item = merge != nullptr ? merge : record.find(u"issue");
    const QString on = item == nullptr || !item->isObject()
        ? QString()
        : titled(subjectOf(*item, merge != nullptr), textAt(*item, u"title"));
    event.text = paragraphs({ body == event.title ? QString() : body, on });
    // A system note is what GitLab wrote down about somebody's click.
    event.kind = textAt(note, u"system") == u"true"_s ? EventKind::Log : EventKind::Message;
    event.naturalKey = textAt(note, u"id");
    addGitlabActor(event, note.find(u"author"));
    if (event.actors.isEmpty())
        addSender(event, record);
    return run.writer.event(std::move(event));
}

/// An issue or merge request of a hook.
Result<void> takeItem(JsonRun &run, const JsonValue &item, bool isMergeRequest)
{
    ParsedEvent event = eventAt(run, {});
    const QString action = textAt(item, u"action");
    const bool isNew = action == u"open"_s;
    event.time = isNew ? run.times.read(item.find(u"created_at"), event.place)
                       : run.times.readFirst(item, { u"updated_at", u"created_at" }, event.place);
    const QString head = QString(subjectOf(item, isMergeRequest) + u' '
                                 + (action.isEmpty() ? textAt(item, u"state") : action));
    event.title = titleFrom(titled(head, textAt(item, u"title")));
    if (isNew)
        event.text = readableMarkdown(item.textOf(u"description"));
    event.kind = action == u"merge"_s                   ? EventKind::Change
        : isNew                                         ? EventKind::Message
        : action == u"close"_s || action == u"reopen"_s ? EventKind::Action
                                                        : EventKind::Log;
    const QString id = textAt(item, u"id");
    if (!id.isEmpty() && !event.time.text.isEmpty())
        event.naturalKey = QString(id + u':' + action + u':' + event.time.text);
    addSender(event, run.record());
    return run.writer.event(std::move(event));
}

/// Pipelines, jobs and deployments: they begin and perhaps end.
Result<void> takeRun(JsonRun &run, const JsonValue &item, const QString &kind)
{
    const JsonValue &record = run.record();
    ParsedEvent event = eventAt(run, {});
    event.time = run.times.readFirst(
        item, { u"build_started_at", u"build_created_at", u"status_changed_at", u"created_at" },
        event.place);
    for (const QStringView name : { u"build_finished_at", u"finished_at" })
        run.times.setEnd(event.time, item.find(name), event.place);
    const QString name = firstTextAt(item, { u"build_name", u"environment", u"ref" });
    QString head = kind;
    head[0] = head[0].toUpper();
    event.title = titleFrom(titled(QString(head + u' ' + name).trimmed(),
                                   firstTextAt(item, { u"build_status", u"status" })));
    QStringList lines;
    appendNamed(lines, u"stage"_s, textAt(item, u"build_stage"));
    appendNamed(lines, u"reason"_s, textAt(item, u"build_failure_reason"));
    appendNamed(lines, u"ref"_s, textAt(item, u"ref"));
    appendNamed(lines, u"sha"_s, firstTextAt(item, { u"sha", u"short_sha" }));
    event.text = lines.join(u'\n');
    event.kind = kind == u"deployment"_s ? EventKind::Change : EventKind::Log;
    const QString id = firstTextAt(item, { u"build_id", u"deployment_id", u"id" });
    if (!id.isEmpty())
        event.naturalKey =
            QString(kind + u':' + id + u':' + firstTextAt(item, { u"build_status", u"status" }));
    addSender(event, record);
    return run.writer.event(std::move(event));
}

/// Releases, members, projects, users: whatever it is, it has a name and a time.
Result<void> takeOther(JsonRun &run, const JsonValue &item, const QString &kind)
{
    ParsedEvent event = eventAt(run, {});
    event.time =
        run.times.readFirst(item, { u"released_at", u"updated_at", u"created_at" }, event.place);
    QString head = QString(kind).replace(u'_', u' ');
    head[0] = head[0].toUpper();
    const QString action = textAt(item, u"action");
    if (!action.isEmpty())
        head += u' ' + action;
    event.title = titleFrom(titled(
        head, firstTextAt(item, { u"title", u"name", u"tag", u"path_with_namespace", u"slug" })));
    event.text = readableMarkdown(firstTextAt(item, { u"description", u"content", u"message" }));
    event.kind = kind == u"release"_s ? EventKind::Change : EventKind::Log;
    addSender(event, run.record());
    return run.writer.event(std::move(event));
}

/// What an item of the API came to, beside its creation.
struct Ending {
    QStringView time;
    QStringView who;
    QString word;
    EventKind kind;
};

Result<void> takeEnding(JsonRun &run, const Ending &ending, const QString &subject)
{
    const JsonValue &record = run.record();
    if (!holdsTime(record.find(ending.time)))
        return {};
    ParsedEvent event = eventAt(run, ending.time.toString());
    event.time = run.times.read(record.find(ending.time), event.place);
    event.title =
        titleFrom(titled(QString(subject + u' ' + ending.word), textAt(record, u"title")));
    event.kind = ending.kind;
    const QString id = textAt(record, u"id");
    if (!id.isEmpty())
        event.naturalKey = QString(subject + u':' + id + u':' + ending.word);
    addGitlabActor(event, record.find(ending.who));
    if (ending.kind == EventKind::Change)
        addGitlabActor(event, record.find(u"merge_user"));
    return run.writer.event(std::move(event));
}

Result<void> takeCreation(JsonRun &run, const QString &subject)
{
    const JsonValue &record = run.record();
    ParsedEvent event = eventAt(run, {});
    event.time = run.times.read(record.find(u"created_at"), event.place);
    event.title = titleFrom(titled(QString(subject + u" opened"_s), textAt(record, u"title")));
    event.text = readableMarkdown(record.textOf(u"description"));
    event.kind = EventKind::Message;
    const QString id = textAt(record, u"id");
    if (!id.isEmpty())
        event.naturalKey = QString(subject + u':' + id + u":opened"_s);
    addGitlabActor(event, record.find(u"author"));
    return run.writer.event(std::move(event));
}

} // namespace

void addGitlabActor(ParsedEvent &event, const JsonValue *user)
{
    if (user == nullptr || !user->isObject())
        return;
    ParsedActor actor;
    actor.name = firstTextAt(*user, { u"name", u"username", u"email" });
    actor.handle = firstTextAt(*user, { u"username", u"email" });
    if (actor.name.isEmpty())
        return;
    const QString handle = actor.handle.toLower();
    if (textAt(*user, u"bot") == u"true"_s || handle.endsWith(u"-bot"_s)
        || (handle.startsWith(u"project_"_s) && handle.contains(u"_bot"_s)))
        actor.kind = PersonKind::Bot;
    const auto isSame = [&](const ParsedActor &one) { return one.name == actor.name; };
    if (std::none_of(event.actors.cbegin(), event.actors.cend(), isSame))
        event.actors.append(actor);
}

Result<void> takeGitlabHook(JsonRun &run)
{
    const JsonValue &record = run.record();
    const QString kind = firstTextAt(record, { u"object_kind", u"event_name", u"event_type" });
    const JsonValue *attributes = record.find(u"object_attributes");
    const JsonValue &item = attributes != nullptr && attributes->isObject() ? *attributes : record;
    if (kind == u"push"_s || kind == u"tag_push"_s)
        return takePush(run);
    if (kind == u"note"_s)
        return takeNote(run, item);
    if (kind == u"issue"_s || kind == u"work_item"_s || kind == u"merge_request"_s)
        return takeItem(run, item, kind == u"merge_request"_s);
    if (kind == u"pipeline"_s || kind == u"build"_s || kind == u"deployment"_s)
        return takeRun(run, item, kind == u"build"_s ? u"job"_s : kind);
    if (!kind.isEmpty())
        return takeOther(run, item, kind);
    run.writer.skip(run.place(), translated("holds no event that is known"));
    return {};
}

Result<void> takeGitlabItem(JsonRun &run)
{
    const JsonValue &record = run.record();
    if (record.find(u"noteable_type") != nullptr)
        return takeNote(run, record);
    if (textAt(record, u"title").isEmpty()) {
        run.writer.skip(run.place(), translated("is neither an issue nor a merge request"));
        return {};
    }
    const bool isMergeRequest = record.find(u"source_branch") != nullptr;
    const QString subject = subjectOf(record, isMergeRequest);
    if (auto taken = takeCreation(run, subject); !taken)
        return taken;
    const Ending endings[]{
        { u"merged_at", u"merged_by", u"merged"_s, EventKind::Change },
        { u"closed_at", u"closed_by", u"closed"_s, EventKind::Action },
    };
    for (const Ending &ending : endings) {
        if (auto taken = takeEnding(run, ending, subject); !taken)
            return taken;
    }
    return {};
}

} // namespace SecondStory::Importing
