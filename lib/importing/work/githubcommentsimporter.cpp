// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/work/githubcommentsimporter.h"

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

/// The words may be later than the comment.
void remarkOnEdit(JsonRun &run)
{
    const QString updated = textAt(run.record(), u"updated_at");
    if (!updated.isEmpty() && updated != textAt(run.record(), u"created_at"))
        run.writer.remark(run.place(),
                          translated("was edited at %1; these are the later words").arg(updated));
}

Result<void> take(JsonRun &run)
{
    const JsonValue &record = run.record();
    const QString body = readableMarkdown(record.textOf(u"body"));
    if (body.isEmpty()) {
        run.writer.skip(run.place(), translated("has no words"));
        return {};
    }
    ParsedEvent event;
    event.place = run.place();
    event.time = run.times.readFirst(record, { u"created_at", u"submitted_at" }, event.place);
    event.title = titleFrom(titleOfMarkdown(body));
    const QString path = textAt(record, u"path");
    event.text = paragraphs({ body == event.title ? QString() : body, path });
    event.kind = EventKind::Message;
    event.naturalKey = textAt(record, u"id");
    event.lane =
        githubThreadName(firstTextAt(record, { u"issue_url", u"pull_request_url", u"url" }));
    addGithubActor(event, record.find(u"user"));
    if (event.actors.isEmpty())
        run.writer.remark(event.place, translated("names nobody: the account may be gone"));
    remarkOnEdit(run);
    return run.writer.event(std::move(event));
}

} // namespace

QString GithubCommentsImporter::displayName() const
{
    return translated("GitHub comments");
}

Likelihood GithubCommentsImporter::probe(const EvidenceInput &input) const
{
    const JsonSketch &sketch = input.sketch();
    const bool hasKeys = sketch.hasAll({ u"body"_s, u"created_at"_s, u"user"_s })
        && (sketch.has(u"issue_url"_s) || sketch.has(u"pull_request_url"_s));
    if (input.isBundle() || !hasKeys || sketch.has(u"event"_s))
        return 0;
    return sketch.has(u"user.login"_s) || sketch.has(u"author_association"_s) ? 96 : 60;
}

Needs GithubCommentsImporter::missing(EvidenceInput &, const ImportOptions &) const
{
    return {};
}

Result<ReadSummary> GithubCommentsImporter::read(EvidenceInput &input, const ImportOptions &options,
                                                 ImportSink &sink) const
{
    return readJsonRecords(input, options, sink, { {}, translated("no comment could be read") },
                           take);
}

} // namespace SecondStory::Importing
