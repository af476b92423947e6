// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/work/githubstory.h"

#include "importing/recordtext.h"
#include "importing/work/githubdeliveries.h"
#include "importing/work/githubpayload.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

constexpr qsizetype kHashLength = 7;
constexpr size_t kMostCommits = 500;

using Tell = GithubStory (*)(const JsonValue &payload);

QString subject(const QString &noun, const JsonValue &item)
{
    return noun + u" #"_s + textAt(item, u"number");
}

/// "labeled bug", "assigned octocat", "opened".
QString actionWords(const JsonValue &payload)
{
    const QString action = textAt(payload, u"action").replace(u'_', u' ');
    const QString object = firstTextAt(payload,
                                       { u"label.name", u"assignee.login", u"milestone.title",
                                         u"requested_reviewer.login", u"requested_team.name" });
    return object.isEmpty() || action == u"opened"_s ? action
                                                     : QString(action + u' ' + object).trimmed();
}

GithubStory itemStory(const QString &type, const QString &noun, const JsonValue &payload,
                      const JsonValue &item)
{
    const QString action = textAt(payload, u"action");
    const bool isMerged = action == u"closed"_s && textAt(item, u"merged") == u"true"_s;
    GithubStory story;
    story.title = githubTitle(QString(subject(noun, item) + u' '
                                      + (isMerged ? QString(u"merged"_s) : actionWords(payload))),
                              textAt(item, u"title"));
    if (action == u"opened"_s || action == u"edited"_s)
        story.text = readableMarkdown(item.textOf(u"body"));
    story.kind = isMerged                                  ? EventKind::Change
        : action == u"opened"_s                            ? EventKind::Message
        : action == u"closed"_s || action == u"reopened"_s ? EventKind::Action
                                                           : EventKind::Log;
    story.time = githubActionTime(item, action);
    story.key = githubKey(type, item, action);
    return story;
}

GithubStory issues(const JsonValue &payload)
{
    return itemStory(u"issue"_s, u"Issue"_s, payload, *payload.find(u"issue"));
}

GithubStory pullRequest(const JsonValue &payload)
{
    return itemStory(u"pull_request"_s, u"Pull request"_s, payload, *payload.find(u"pull_request"));
}

/// A comment's own words; what it stands on goes below them.
GithubStory commentStory(const JsonValue &payload, const JsonValue &comment, const QString &noun,
                         const JsonValue *item)
{
    const QString action = textAt(payload, u"action");
    const bool isNew = action.isEmpty() || action == u"created"_s || action == u"submitted"_s;
    const QString body = readableMarkdown(comment.textOf(u"body"));
    GithubStory story;
    story.title = titleOfMarkdown(body);
    if (!isNew)
        story.title = githubTitle(QString(u"Comment "_s + action), story.title);
    const QString on =
        item == nullptr ? QString() : githubTitle(subject(noun, *item), textAt(*item, u"title"));
    story.text = paragraphs({ body == story.title ? QString() : body, on });
    story.kind = isNew ? EventKind::Message : EventKind::Log;
    story.time = isNew ? githubTime(comment, { u"created_at", u"submitted_at" })
                       : githubTime(comment, { u"updated_at", u"created_at" });
    story.actor = isNew ? comment.find(u"user") : nullptr;
    story.key = githubKey(u"comment"_s, comment, isNew ? u"opened"_s : action);
    return story;
}

GithubStory issueComment(const JsonValue &payload)
{
    const JsonValue &issue = *payload.find(u"issue");
    const bool isPull = issue.find(u"pull_request") != nullptr;
    return commentStory(payload, *payload.find(u"comment"), isPull ? u"Pull request"_s : u"Issue"_s,
                        &issue);
}

GithubStory reviewComment(const JsonValue &payload)
{
    GithubStory story = commentStory(payload, *payload.find(u"comment"), u"Pull request"_s,
                                     payload.find(u"pull_request"));
    story.text = paragraphs({ story.text, textAt(payload, u"comment.path") });
    return story;
}

GithubStory commitComment(const JsonValue &payload)
{
    GithubStory story = commentStory(payload, *payload.find(u"comment"), {}, nullptr);
    story.text =
        paragraphs({ story.text, githubTitle(u"Commit"_s, textAt(payload, u"comment.commit_id")) });
    return story;
}

GithubStory review(const JsonValue &payload)
{
    const JsonValue &review = *payload.find(u"review");
    GithubStory story =
        commentStory(payload, review, u"Pull request"_s, payload.find(u"pull_request"));
    const QString state = textAt(review, u"state").toLower().replace(u'_', u' ');
    const QString head = u"Review: "_s + state;
    story.title = textAt(review, u"body").isEmpty() ? head : QString(head + u": "_s + story.title);
    return story;
}

QString commitLine(const JsonValue &commit)
{
    const QString hash = firstTextAt(commit, { u"id", u"sha" }).left(kHashLength);
    const QString words = readableText(commit.textOf(u"message")).section(u'\n', 0, 0);
    const QString author = firstTextAt(commit, { u"author.username", u"author.name" });
    QString line = QString(hash + u' ' + words).trimmed();
    if (!author.isEmpty())
        line += u" ("_s + author + u')';
    return line;
}

GithubStory push(const JsonValue &payload)
{
    GithubStory story;
    const QString ref = textAt(payload, u"ref");
    const bool isDeleted = textAt(payload, u"deleted") == u"true"_s;
    QStringList lines;
    const JsonValue *commits = payload.find(u"commits");
    const size_t count = commits == nullptr ? 0 : commits->items.size();
    for (size_t i = 0; i < std::min(count, kMostCommits); ++i)
        lines.append(commitLine(commits->items[i]));
    const QString head = u"Push to "_s + (ref.isEmpty() ? u"a branch"_s : ref);
    story.title = isDeleted ? QString(u"Deleted "_s + ref)
                            : githubTitle(head, lines.isEmpty() ? QString() : lines.constLast());
    if (textAt(payload, u"forced") == u"true"_s)
        lines.append(u"forced"_s);
    appendNamed(lines, u"compare"_s, textAt(payload, u"compare"));
    story.text = lines.join(u'\n');
    story.kind = EventKind::Change;
    // The repository's numbers are seconds since 1970; the API writes them as ISO text elsewhere.
    story.time = payload.findPath(u"repository.pushed_at");
    if (story.time == nullptr || story.time->text.isEmpty())
        story.time = payload.findPath(u"head_commit.timestamp");
    story.key = firstTextAt(payload, { u"push_id" });
    if (story.key.isEmpty() && !textAt(payload, u"after").isEmpty())
        story.key = QString(u"push:"_s + ref + u':' + textAt(payload, u"before") + u':'
                            + textAt(payload, u"after"));
    return story;
}

GithubStory refStory(const JsonValue &payload, const QString &verb)
{
    GithubStory story;
    const QString type = textAt(payload, u"ref_type");
    const QString ref = textAt(payload, u"ref");
    story.title = QString(verb + u' ' + type + u' ' + ref).simplified();
    story.kind = type == u"tag"_s ? EventKind::Change : EventKind::Log;
    story.time = payload.findPath(u"repository.pushed_at");
    return story;
}

GithubStory created(const JsonValue &payload)
{
    return refStory(payload, u"Created"_s);
}

GithubStory deleted(const JsonValue &payload)
{
    return refStory(payload, u"Deleted"_s);
}

GithubStory commitStatus(const JsonValue &payload)
{
    GithubStory story;
    story.title = githubTitle(QString(u"Status "_s + textAt(payload, u"context")).trimmed(),
                              textAt(payload, u"state"));
    QStringList lines;
    appendNamed(lines, u"sha"_s, textAt(payload, u"sha"));
    story.text = paragraphs({ textAt(payload, u"description"), lines.join(u'\n') });
    story.time = githubTime(payload, { u"updated_at", u"created_at" });
    story.key = githubKey(u"status"_s, payload, {});
    return story;
}

struct TypeOfPayload {
    const char16_t *type;
    const char16_t *member; ///< the object that such a payload has
    const char16_t *second; ///< another one it needs; empty: none
    Tell tell;
};

// The first that fits: a review has a pull request, a comment stands on an issue, a deployment's
// status comes with the deployment.
constexpr std::array kTypes{
    TypeOfPayload{ u"deployment_status", u"deployment_status", u"", deploymentStatusStory },
    TypeOfPayload{ u"deployment", u"deployment", u"", deploymentStory },
    TypeOfPayload{ u"check_run", u"check_run", u"", checkRunStory },
    TypeOfPayload{ u"check_suite", u"check_suite", u"", checkSuiteStory },
    TypeOfPayload{ u"workflow_job", u"workflow_job", u"", workflowJobStory },
    TypeOfPayload{ u"workflow_run", u"workflow_run", u"", workflowRunStory },
    TypeOfPayload{ u"pull_request_review", u"review", u"pull_request", review },
    TypeOfPayload{ u"pull_request_review_comment", u"comment", u"pull_request", reviewComment },
    TypeOfPayload{ u"issue_comment", u"comment", u"issue", issueComment },
    TypeOfPayload{ u"commit_comment", u"comment", u"", commitComment },
    TypeOfPayload{ u"issues", u"issue", u"", issues },
    TypeOfPayload{ u"pull_request", u"pull_request", u"", pullRequest },
    TypeOfPayload{ u"release", u"release", u"", releaseStory },
};

bool hasObject(const JsonValue &payload, const char16_t *name)
{
    const QStringView key(name);
    const JsonValue *value = key.isEmpty() ? nullptr : payload.find(key);
    return key.isEmpty() || (value != nullptr && value->isObject());
}

} // namespace

QString githubTypeFromKeys(const JsonValue &payload)
{
    for (const TypeOfPayload &one : kTypes) {
        if (hasObject(payload, one.member) && hasObject(payload, one.second))
            return QStringView(one.type).toString();
    }
    if (payload.find(u"ref") != nullptr && payload.find(u"commits") != nullptr)
        return u"push"_s;
    if (payload.find(u"ref_type") != nullptr)
        return payload.find(u"master_branch") != nullptr ? u"create"_s : u"delete"_s;
    if (payload.find(u"state") != nullptr && payload.find(u"context") != nullptr)
        return u"status"_s;
    // Star, fork, member …: whatever it is about carries the event's name.
    static const QStringList kAround{ u"repository"_s, u"sender"_s, u"organization"_s,
                                      u"installation"_s, u"enterprise"_s };
    for (const auto &[name, value] : payload.members) {
        if (value.isObject() && !kAround.contains(name))
            return name;
    }
    return {};
}

GithubStory githubStory(const QString &type, const JsonValue &payload)
{
    for (const TypeOfPayload &one : kTypes) {
        if (type == QStringView(one.type) && hasObject(payload, one.member)
            && hasObject(payload, one.second))
            return one.tell(payload);
    }
    if (type == u"push"_s)
        return push(payload);
    if (type == u"create"_s)
        return created(payload);
    if (type == u"delete"_s)
        return deleted(payload);
    if (type == u"status"_s)
        return commitStatus(payload);
    GithubStory story;
    const QString words = QString(type).replace(u'_', u' ');
    story.title = QString(words + u' ' + actionWords(payload)).trimmed();
    if (!story.title.isEmpty())
        story.title[0] = story.title[0].toUpper();
    const JsonValue *item = payload.find(type);
    story.time = githubTime(item != nullptr && item->isObject() ? *item : payload,
                            { u"updated_at", u"created_at" });
    return story;
}

} // namespace SecondStory::Importing
