// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importing/work/gitlabimporter.h"

#include "importing/work/gitlabrecords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace SecondStory::Importing {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Importing", text);
}

Result<void> take(JsonRun &run)
{
    const JsonValue &record = run.record();
    const bool isHook =
        record.find(u"object_kind") != nullptr || record.find(u"event_name") != nullptr;
    return isHook ? takeGitlabHook(run) : takeGitlabItem(run);
}

Likelihood probeHook(const JsonSketch &sketch)
{
    const bool hasProject = sketch.has(u"project.path_with_namespace"_s)
        || sketch.has(u"project_id"_s) || sketch.has(u"object_attributes"_s)
        || sketch.has(u"path_with_namespace"_s);
    if (sketch.has(u"object_kind"_s))
        return hasProject ? 96 : 70;
    const bool isSystem = sketch.has(u"event_name"_s)
        && (hasProject || sketch.has(u"user_id"_s) || sketch.has(u"group_id"_s));
    return isSystem ? 92 : 0;
}

} // namespace

QString GitlabImporter::displayName() const
{
    return translated("GitLab");
}

Likelihood GitlabImporter::probe(const EvidenceInput &input) const
{
    if (input.isBundle() || !input.sketch().isJson())
        return 0;
    const JsonSketch &sketch = input.sketch();
    const bool isItem =
        sketch.hasAll({ u"iid"_s, u"title"_s, u"created_at"_s, u"author.username"_s })
        && (sketch.has(u"project_id"_s) || sketch.has(u"web_url"_s));
    if (isItem)
        return 96;
    if (sketch.hasAll({ u"noteable_type"_s, u"body"_s, u"created_at"_s }))
        return 95;
    return probeHook(sketch);
}

Needs GitlabImporter::missing(EvidenceInput &input, const ImportOptions &options) const
{
    return zoneNeed(input.sketch(),
                    { u"created_at"_s, u"updated_at"_s, u"closed_at"_s, u"merged_at"_s,
                      u"object_attributes.created_at"_s, u"object_attributes.updated_at"_s,
                      u"commits[].timestamp"_s, u"build_started_at"_s },
                    options);
}

Result<ReadSummary> GitlabImporter::read(EvidenceInput &input, const ImportOptions &options,
                                         ImportSink &sink) const
{
    return readJsonRecords(input, options, sink,
                           { {}, translated("no record of GitLab could be read") }, take);
}

} // namespace SecondStory::Importing
