// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/context.h"
#include "cli/words.h"
#include "store/reviewrepository.h"
#include "store/searchrepository.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace SecondStory::Cli {

namespace {

constexpr int kUsualHits = 50;

struct SearchLine {
    QString query;
    QString review;
    std::optional<int> limit;
};

/// Hits are framed by isolates, which a terminal would not show.
QString plain(QString snippet)
{
    return snippet.remove(QChar(0x2068)).remove(QChar(0x2069));
}

QJsonObject toJson(const Store::SearchHit &hit, const QString &reviewTitle)
{
    return { { u"review"_s, hit.review.toString() },
             { u"reviewTitle"_s, reviewTitle },
             { u"kind"_s, toString(hit.target.kind) },
             { u"id"_s, hit.target.id.toString(QUuid::WithoutBraces) },
             { u"time"_s, hit.time ? QJsonValue(toRfc3339({ *hit.time })) : QJsonValue() },
             { u"title"_s, plain(hit.title) },
             { u"snippet"_s, plain(hit.snippet) } };
}

Result<int> search(Context &context, const SearchLine &line)
{
    const auto library = context.library();
    if (!library)
        return failure(library.error());
    ReviewId only;
    if (!line.review.isEmpty()) {
        const auto id = context.review(line.review);
        if (!id)
            return failure(id.error());
        only = *id;
    }
    const int limit = line.limit.value_or(kUsualHits);
    if (limit < 1)
        return failure(ErrorCode::Usage, tr("the limit is at least 1"));
    const auto hits = (*library)->search().search(line.query, only, limit);
    if (!hits)
        return failure(hits.error());
    const auto listings = (*library)->reviews().list();
    if (!listings)
        return failure(listings.error());
    QHash<ReviewId, QString> titles;
    for (const Store::ReviewListing &listing : *listings)
        titles.insert(listing.review.id, listing.review.title);
    QJsonArray array;
    for (const Store::SearchHit &hit : *hits) {
        array << toJson(hit, titles.value(hit.review));
        if (context.out.isJson)
            continue;
        const QString when = hit.time ? toRfc3339({ *hit.time }) + u"  " : QString();
        context.out.line(u"%1  %2  %3%4"_s.arg(titles.value(hit.review), toString(hit.target.kind),
                                               when, plain(hit.title)));
        if (const QString snippet = plain(hit.snippet).simplified();
            !snippet.isEmpty() && snippet != plain(hit.title).simplified())
            context.out.line(u"    "_s + snippet);
    }
    if (context.out.isJson)
        context.out.object({ { u"query"_s, line.query }, { u"hits"_s, array } });
    else if (hits->isEmpty())
        context.out.note(tr("nothing found"));
    return 0;
}

} // namespace

void addSearchCommand(Command &line, Context &context)
{
    Command command = line.add("search", tr("full text over all reviews"));
    const auto given = std::make_shared<SearchLine>();
    command.text("QUERY", given->query, tr("words; each must occur, the last may be a beginning"))
        ->required();
    command.review(given->review)->description(tr("only in this review").toStdString());
    command.number("--limit", given->limit, tr("at most so many hits (50)"));
    command.runs(context, [&context, given] { return search(context, *given); });
}

} // namespace SecondStory::Cli
