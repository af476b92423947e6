// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/eventlist.h"

#include "cli/context.h"
#include "cli/eventtext.h"
#include "cli/knownfilter.h"
#include "cli/words.h"
#include "store/eventrepository.h"
#include "store/reviewrepository.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace SecondStory::Cli {

namespace {

struct ListLine {
    QString review;
    std::optional<StatedTime> from;
    std::optional<StatedTime> to;
    std::optional<EventKind> kind;
    QString lane;
    QString actor;
    QString code;
    QString source;
    QString knownTo;
    std::optional<StatedTime> at;
    bool undated = false;
    QString format = u"table"_s;
};

/// The events a line asks for. A name may stand for several records of that name.
struct Filter {
    Store::EventQuery query;
    std::optional<QSet<LaneId>> lanes;
    std::optional<QSet<PersonId>> actors;
    std::optional<QSet<SourceId>> sources;

    [[nodiscard]] bool takes(const Event &event) const
    {
        if (lanes && !lanes->contains(event.laneId))
            return false;
        if (sources && !sources->contains(event.sourceId))
            return false;
        return !actors
            || std::any_of(event.actors.cbegin(), event.actors.cend(),
                           [this](PersonId id) { return actors->contains(id); });
    }
};

template <class T, class Fits>
auto idsWhere(const QList<T> &records, Fits &&fits)
{
    QSet<decltype(T::id)> ids;
    for (const T &record : records) {
        if (fits(record))
            ids << record.id;
    }
    return ids;
}

tl::unexpected<Error> unknown(const QString &what, const QString &name)
{
    return failure(ErrorCode::NotFound, tr("the review has no %1 \"%2\"").arg(what, name));
}

Result<void> filterByNames(const ListLine &line, const ReviewContents &contents, Filter &filter)
{
    if (!line.lane.isEmpty()) {
        filter.lanes =
            idsWhere(contents.lanes, [&](const Lane &lane) { return lane.name == line.lane; });
        if (filter.lanes->isEmpty())
            return unknown(tr("lane"), line.lane);
    }
    if (!line.actor.isEmpty()) {
        filter.actors = idsWhere(contents.people, [&](const Person &person) {
            return person.name == line.actor || person.pseudonym == line.actor
                || person.role == line.actor || person.handles.contains(line.actor);
        });
        if (filter.actors->isEmpty())
            return unknown(tr("person"), line.actor);
    }
    if (!line.source.isEmpty()) {
        filter.sources = idsWhere(contents.sources, [&](const EvidenceSource &source) {
            return source.fileName == line.source || source.id.toString() == line.source;
        });
        if (filter.sources->isEmpty())
            return unknown(tr("source"), line.source);
    }
    return {};
}

Result<Filter> filterFrom(const ListLine &line, const ReviewContents &contents,
                          const QList<Code> &codes)
{
    Filter filter;
    filter.query.review = contents.review.id;
    if (line.from)
        filter.query.from = line.from->time;
    if (line.to)
        filter.query.to = line.to->time;
    filter.query.kind = line.kind;
    filter.query.onlyUndated = line.undated;
    if (!line.code.isEmpty()) {
        for (const Code &code : codes) {
            if (code.key == line.code || code.name == line.code)
                filter.query.code = code.id;
        }
        if (filter.query.code.isNull())
            return failure(ErrorCode::NotFound, tr("there is no code \"%1\"").arg(line.code));
    }
    if (auto named = filterByNames(line, contents, filter); !named)
        return failure(named.error());
    return filter;
}

Result<std::optional<KnownFilter>> knownFrom(Store::Library &library, const ListLine &line,
                                             const ReviewContents &contents)
{
    if (line.knownTo.isEmpty())
        return std::nullopt;
    auto filter = KnownFilter::make(library, contents, line.knownTo, line.at);
    if (!filter)
        return failure(filter.error());
    return std::move(*filter);
}

Result<int> listEvents(Context &context, const ListLine &line)
{
    if (line.at && line.knownTo.isEmpty())
        return failure(ErrorCode::Usage, tr("--at needs --known-to"));
    const auto id = context.review(line.review);
    if (!id)
        return failure(id.error());
    Store::Library &library = **context.library();
    const auto contents = library.reviews().load(*id);
    if (!contents)
        return failure(contents.error());
    const auto codes = library.reviews().codes();
    if (!codes)
        return failure(codes.error());
    const auto filter = filterFrom(line, *contents, *codes);
    if (!filter)
        return failure(filter.error());
    const auto knowledge = knownFrom(library, line, *contents);
    if (!knowledge)
        return failure(knowledge.error());
    const EventText text(*contents, *codes);
    const QString format = context.out.isJson ? u"jsonl"_s : line.format;
    QList<TextRow> rows;
    if (format == u"csv")
        context.out.csvRow(*knowledge
                               ? QStringList(EventText::csvHeaders() + KnownFilter::csvHeaders())
                               : EventText::csvHeaders());
    const auto visited =
        library.events().visitNumbered(filter->query, [&](const Event &event, qint64 seq) {
            const auto known = *knowledge ? (*knowledge)->known(event, seq) : std::nullopt;
            if (!filter->takes(event) || (*knowledge && !known))
                return true;
            const QStringList more = known ? KnownFilter::columns(*known) : QStringList();
            if (format == u"jsonl") {
                QJsonObject object = text.toJson(event);
                if (known)
                    object.insert(u"knownTo"_s, (*knowledge)->toJson(*known));
                context.out.object(object);
            } else if (format == u"csv") {
                context.out.csvRow(text.csvRow(event) + more);
            } else {
                rows << more + text.tableRow(event);
            }
            return true;
        });
    if (!visited)
        return failure(visited.error());
    if (format == u"table")
        context.out.table(*knowledge
                              ? TextRow(KnownFilter::tableHeaders() + EventText::tableHeaders())
                              : EventText::tableHeaders(),
                          rows);
    return 0;
}

} // namespace

void addEventList(Command &line, Context &context)
{
    Command command = line.add("events", tr("a review's events in time order, undated last"));
    const auto given = std::make_shared<ListLine>();
    command.review(given->review);
    command.time("--from", given->from, tr("at or after, RFC 3339"));
    command.time("--to", given->to, tr("before, RFC 3339"));
    command.choice("--kind", given->kind, tr("only these"));
    command.text("--lane", given->lane, tr("only this lane"));
    command.text("--actor", given->actor,
                 tr("only with this person: name, handle, role, pseudonym"));
    command.text("--code", given->code, tr("only with this code: key or name"));
    command.text("--source", given->source, tr("only from this file: name or id"));
    command.text("--known-to", given->knownTo,
                 tr("only what this person or role could know of, or anyone; with since when"));
    command.time("--at", given->at, tr("with --known-to: at this time, RFC 3339"));
    command.flag("--undated", given->undated, tr("only those without a time"));
    command.word("--format", given->format, { u"table"_s, u"csv"_s, u"jsonl"_s },
                 tr("how to print them"));
    command.runs(context, [&context, given] { return listEvents(context, *given); });
}

} // namespace SecondStory::Cli
