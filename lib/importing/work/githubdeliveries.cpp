// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/work/githubdeliveries.h"

#include "importing/recordtext.h"
#include "importing/work/githubpayload.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString place(const JsonValue &deployment)
{
    const QString environment = textAt(deployment, u"environment");
    const QString ref = textAt(deployment, u"ref");
    QString words = u"Deployment"_s;
    if (!environment.isEmpty())
        words += u" to "_s + environment;
    return ref.isEmpty() ? words : QString(words + u" of "_s + ref);
}

/// Checks, jobs and runs: they begin, and when they are completed they have an end.
GithubStory runStory(const QString &type, const QString &noun, const JsonValue &item,
                     const QString &name)
{
    const QString status = textAt(item, u"status");
    const bool isCompleted = status == u"completed"_s;
    const QString outcome = isCompleted ? textAt(item, u"conclusion") : status;
    GithubStory story;
    story.title =
        githubTitle(QString(noun + u' ' + name).trimmed(), QString(outcome).replace(u'_', u' '));
    QStringList lines;
    appendNamed(lines, u"branch"_s, textAt(item, u"head_branch"));
    appendNamed(lines, u"sha"_s, textAt(item, u"head_sha"));
    appendNamed(lines, u"run"_s, textAt(item, u"run_number"));
    appendNamed(lines, u"attempt"_s, textAt(item, u"run_attempt"));
    appendNamed(lines, u"event"_s, textAt(item, u"event"));
    story.text =
        paragraphs({ textAt(item, u"display_title"), textAt(item, u"output.title"),
                     readableMarkdown(textAt(item, u"output.summary")), lines.join(u'\n') });
    story.time = githubTime(item, { u"run_started_at", u"started_at", u"created_at" });
    if (isCompleted)
        story.end = githubTime(item, { u"completed_at", u"updated_at" });
    story.key = textAt(item, u"id").isEmpty()
        ? QString()
        : QString(type + u':' + textAt(item, u"id") + u':' + textAt(item, u"run_attempt") + u':'
                  + status);
    return story;
}

} // namespace

GithubStory deploymentStory(const JsonValue &payload)
{
    const JsonValue &item = *payload.find(u"deployment");
    GithubStory story;
    story.title = githubTitle(place(item), textAt(item, u"description"));
    QStringList lines;
    appendNamed(lines, u"sha"_s, textAt(item, u"sha"));
    appendNamed(lines, u"task"_s, textAt(item, u"task"));
    story.text = lines.join(u'\n');
    story.kind = EventKind::Change;
    story.time = item.find(u"created_at");
    story.actor = item.find(u"creator");
    story.key = githubKey(u"deployment"_s, item, u"opened"_s);
    return story;
}

GithubStory deploymentStatusStory(const JsonValue &payload)
{
    const JsonValue &status = *payload.find(u"deployment_status");
    const JsonValue *item = payload.find(u"deployment");
    GithubStory story;
    story.title = githubTitle(item == nullptr ? QString(u"Deployment"_s) : place(*item),
                              textAt(status, u"state"));
    QStringList lines;
    if (item != nullptr)
        appendNamed(lines, u"sha"_s, textAt(*item, u"sha"));
    appendNamed(lines, u"log"_s, firstTextAt(status, { u"log_url", u"target_url" }));
    story.text = paragraphs({ readableText(status.textOf(u"description")), lines.join(u'\n') });
    story.kind = EventKind::Change;
    story.time = status.find(u"created_at");
    story.actor = status.find(u"creator");
    story.key = githubKey(u"deployment_status"_s, status, u"opened"_s);
    return story;
}

GithubStory releaseStory(const JsonValue &payload)
{
    const JsonValue &item = *payload.find(u"release");
    const QString tag = textAt(item, u"tag_name");
    const QString name = textAt(item, u"name");
    GithubStory story;
    story.title = githubTitle(QString(u"Release "_s + tag + u' ' + textAt(payload, u"action")),
                              name == tag ? QString() : name);
    story.text = readableMarkdown(item.textOf(u"body"));
    story.kind = EventKind::Change;
    story.time = githubTime(item, { u"published_at", u"created_at" });
    story.actor = item.find(u"author");
    story.key = githubKey(u"release"_s, item, textAt(payload, u"action"));
    return story;
}

GithubStory checkRunStory(const JsonValue &payload)
{
    const JsonValue &item = *payload.find(u"check_run");
    return runStory(u"check_run"_s, u"Check"_s, item, textAt(item, u"name"));
}

GithubStory checkSuiteStory(const JsonValue &payload)
{
    const JsonValue &item = *payload.find(u"check_suite");
    return runStory(u"check_suite"_s, u"Checks"_s, item, textAt(item, u"app.name"));
}

GithubStory workflowRunStory(const JsonValue &payload)
{
    const JsonValue &item = *payload.find(u"workflow_run");
    const QString name = textAt(item, u"name");
    return runStory(u"workflow_run"_s, u"Workflow"_s, item,
                    name.isEmpty() ? textAt(payload, u"workflow.name") : name);
}

GithubStory workflowJobStory(const JsonValue &payload)
{
    const JsonValue &item = *payload.find(u"workflow_job");
    return runStory(u"workflow_job"_s, u"Job"_s, item, textAt(item, u"name"));
}

} // namespace SecondStory::Importing
