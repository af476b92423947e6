// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/work/githubwebhookimporter.h"

#include "importing/jsonrun.h"
#include "importing/recordtext.h"
#include "importing/work/githubrecords.h"
#include "importing/work/githubstory.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

/// "1 of 3 commits": a push lists at most 2,048.
void remarkOnCounts(JsonRun &run, const JsonValue &payload)
{
    const JsonValue *commits = payload.find(u"commits");
    const qint64 listed = commits == nullptr ? 0 : static_cast<qint64>(commits->items.size());
    const qint64 total =
        std::max(textAt(payload, u"size").toLongLong(), textAt(payload, u"total").toLongLong());
    if (total > listed && commits != nullptr)
        run.writer.remark(run.place(), translated("lists %1 of %2 commits").arg(listed).arg(total));
}

Result<void> take(JsonRun &run)
{
    const JsonValue &payload = run.record();
    const QString type = githubTypeFromKeys(payload);
    if (type.isEmpty()) {
        run.writer.skip(run.place(), translated("holds no event that is known"));
        return {};
    }
    const GithubStory story = githubStory(type, payload);
    ParsedEvent event;
    event.place = run.place();
    event.time = run.times.read(story.time, event.place);
    run.times.setEnd(event.time, story.end, event.place);
    event.title = titleFrom(story.title);
    event.text = story.text;
    event.kind = story.kind;
    event.naturalKey = story.key;
    event.lane = textAt(payload, u"repository.full_name");
    addGithubActor(event, story.actor);
    if (event.actors.isEmpty())
        addGithubActor(event, payload.find(u"sender"));
    remarkOnCounts(run, payload);
    return run.writer.event(std::move(event));
}

} // namespace

QString GithubWebhookImporter::displayName() const
{
    return translated("GitHub webhook");
}

Likelihood GithubWebhookImporter::probe(const EvidenceInput &input) const
{
    const JsonSketch &sketch = input.sketch();
    if (input.isBundle() || !sketch.isJson() || sketch.has(u"object_kind"_s)
        || sketch.has(u"event_name"_s))
        return 0;
    static const QStringList kSubjects{ u"issue"_s,       u"pull_request"_s, u"deployment"_s,
                                        u"check_run"_s,   u"workflow_run"_s, u"release"_s,
                                        u"check_suite"_s, u"workflow_job"_s };
    static const QStringList kMarks{ u"action"_s, u"pusher"_s, u"ref_type"_s, u"commits"_s,
                                     u"context"_s };
    const auto hasOne = [&](const QStringList &names, const QString &tail) {
        return std::any_of(names.cbegin(), names.cend(),
                           [&](const QString &name) { return sketch.has(QString(name + tail)); });
    };
    if (sketch.hasAll({ u"sender.login"_s, u"repository.full_name"_s })
        && (hasOne(kMarks, {}) || hasOne(kSubjects, {})))
        return 94;
    // The sender stands at the end: of a long payload the beginning shows only what it is about.
    return sketch.has(u"action"_s) && hasOne(kSubjects, u".node_id"_s) ? 85 : 0;
}

Needs GithubWebhookImporter::missing(EvidenceInput &, const ImportOptions &) const
{
    return {};
}

Result<ReadSummary> GithubWebhookImporter::read(EvidenceInput &input, const ImportOptions &options,
                                                ImportSink &sink) const
{
    return readJsonRecords(input, options, sink,
                           { {}, translated("no webhook payload could be read") }, take);
}

} // namespace SecondStory::Importing
