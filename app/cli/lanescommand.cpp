// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/sourcetargets.h"
#include "services/laneplan.h"
#include "store/editrepository.h"
#include "store/reviewrepository.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace SecondStory::Cli {

namespace {

struct LanesLine {
    QString review;
    QString which;
    QString rule;
    bool isPreview = false;
};

struct Scope {
    ReviewId review;
    QList<SourceId> sources; ///< empty: all of the review
    QString words;
};

constexpr std::pair<const char16_t *, Services::LaneRule> kRules[]{
    { u"channel", Services::LaneRule::Suggested }, { u"suggested", Services::LaneRule::Suggested },
    { u"system", Services::LaneRule::Suggested },  { u"source", Services::LaneRule::Source },
    { u"person", Services::LaneRule::Person },     { u"kind", Services::LaneRule::Kind },
};

QStringList ruleWords()
{
    QStringList words;
    for (const auto &[word, rule] : kRules)
        words << QString::fromUtf16(word);
    return words;
}

Services::LaneRule ruleOf(const QString &word)
{
    for (const auto &[known, rule] : kRules) {
        if (word == QStringView(known))
            return rule;
    }
    return Services::LaneRule::Suggested;
}

Scope wholeReview(const ReviewContents &contents)
{
    return { contents.review.id, {}, contents.review.title };
}

/// What SOURCE-or-REVIEW means: a source of the review that -r names, else a review.
Result<Scope> scopeOf(Context &context, const LanesLine &line)
{
    const auto named = context.review(line.review);
    if (named) {
        const auto contents = (*context.library())->reviews().load(*named);
        if (!contents)
            return failure(contents.error());
        if (line.which.isEmpty())
            return wholeReview(*contents);
        const auto source = findSource(*contents, line.which);
        if (source)
            return Scope{ *named, { source->id }, source->fileName };
        if (!line.review.isEmpty() || source.error().code != ErrorCode::NotFound)
            return failure(source.error());
    } else if (!line.review.isEmpty() || line.which.isEmpty()) {
        return failure(named.error());
    }
    const auto review = context.review(line.which);
    if (!review)
        return failure(ErrorCode::NotFound,
                       tr("there is no source and no review \"%1\"").arg(line.which),
                       tr("see `source list` and `review list`"));
    const auto contents = (*context.library())->reviews().load(*review);
    return contents ? Result<Scope>(wholeReview(*contents)) : failure(contents.error());
}

QJsonObject toJson(const Services::LanePlan &plan)
{
    QJsonArray lanes;
    for (const Services::LanePlan::Share &share : plan.shares)
        lanes << QJsonObject{ { u"lane"_s, share.lane },
                              { u"events"_s, share.events },
                              { u"new"_s, share.isNew } };
    return { { u"sources"_s, plan.sources },
             { u"events"_s, plan.events },
             { u"moved"_s, plan.moved },
             { u"lanes"_s, lanes } };
}

void tell(Output &out, const Scope &scope, const Services::LanePlan &plan)
{
    constexpr qsizetype kLanesShown = 10;
    out.line(tr("%1: %2").arg(scope.words, Services::sentenceOf(plan)));
    for (const Services::LanePlan::Share &share : plan.shares.mid(0, kLanesShown))
        out.line(u"  %1  %2%3"_s.arg(share.events, 9)
                     .arg(share.lane, share.isNew ? tr(" (new)") : QString()));
    if (plan.shares.size() > kLanesShown)
        out.line(tr("  and %1 more").arg(plan.shares.size() - kLanesShown));
}

Result<int> arrange(Context &context, const LanesLine &line)
{
    const auto scope = scopeOf(context, line);
    if (!scope)
        return failure(scope.error());
    Store::Library &library = **context.library();
    auto plans = Services::planLanes(library, scope->review, scope->sources, { ruleOf(line.rule) });
    if (!plans)
        return failure(plans.error());
    const Services::LanePlan &plan = plans->constFirst();
    const bool applies = !line.isPreview && !plan.changesNothing();
    if (applies) {
        if (const auto done = library.edits().apply(plan.changes); !done)
            return failure(done.error());
    }
    if (!context.out.isJson) {
        tell(context.out, *scope, plan);
        return 0;
    }
    QJsonObject object = toJson(plan);
    object.insert(u"review"_s, scope->review.toString());
    object.insert(u"by"_s, line.rule);
    object.insert(u"applied"_s, applies);
    if (!scope->sources.isEmpty())
        object.insert(u"source"_s, scope->sources.first().toString());
    context.out.object(object);
    return 0;
}

} // namespace

void addLanesCommand(Command &source, Context &context)
{
    const auto given = std::make_shared<LanesLine>();
    Command command =
        source.add("lanes",
                   tr("sort the events of a source, or of all the evidence of a review, "
                      "into lanes by a rule"));
    command.review(given->review);
    command.text("WHICH", given->which,
                 tr("a source (id, its beginning or end, or file name) or a review; without it the "
                    "whole review"));
    command
        .word("--by", given->rule, ruleWords(),
              tr("what decides: the channel, system or host that a record names; its source; the "
                 "person; the kind"))
        ->required();
    command.flag("--preview", given->isPreview,
                 tr("say how many events go to how many lanes, and change nothing"));
    command.runs(context, [&context, given] { return arrange(context, *given); });
}

} // namespace SecondStory::Cli
